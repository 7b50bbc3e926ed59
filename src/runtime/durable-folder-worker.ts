import { closeSync, constants, cpSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { workerData } from 'node:worker_threads'

/*
 * Copies a folder where one is named, and brings it to the disk. In a thread of its own, one step after the other: among
 * the imports of a starting program the same steps take three times as long.
 */
const { from, folder } = workerData as { readonly from: string | undefined; readonly folder: string }

if (from !== undefined) cpSync(from, folder, { recursive: true, mode: constants.COPYFILE_FICLONE })
for (const name of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
  const file = openSync(path.join(folder, name), 'r')
  fsyncSync(file)
  closeSync(file)
}
