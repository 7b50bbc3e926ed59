import { closeSync, constants, cpSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'

/**
 * Brings a folder and all that is in it to the disk: what PostgreSQL logs there later is worth nothing without it. Step
 * after step, for threads that have nothing else to do.
 */
export function bringToDisk(folder: string): void {
  for (const name of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    syncEntry(path.join(folder, name))
}

/** Copies a folder to the disk. The copy appears under its name whole or not at all. */
export function copyToDisk(from: string, folder: string): void {
  const unfinished = `${folder}.${process.pid}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(from, unfinished, { recursive: true, mode: constants.COPYFILE_FICLONE })
  bringToDisk(unfinished)
  renameSync(unfinished, folder)
  syncEntry(path.dirname(folder))
}

function syncEntry(name: string): void {
  const file = openSync(name, 'r')
  fsyncSync(file)
  closeSync(file)
}
