import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { create, extract, Parser } from 'tar'
import { BackupError } from './backup-error.ts'

/** Names every file of an archive with its hash; in the archive itself. */
const MANIFEST = 'manifest.json'

type Manifest = Record<string, string>

/** Writes the manifest into a folder that is about to be packed, and gives it. */
export async function writeManifest(folder: string): Promise<Manifest> {
  const manifest = await hashFiles(folder)
  await writeFile(path.join(folder, MANIFEST), JSON.stringify(manifest), { mode: 0o600 })
  return manifest
}

/** A folder as one stream: tar (POSIX.1-2001), compressed with Zstandard. */
export function packFolder(folder: string): AsyncIterable<Uint8Array> {
  const packed = Readable.from(create({ cwd: folder }, ['.']))
  return packed.compose(createZstdCompress()) as AsyncIterable<Uint8Array>
}

/**
 * Reads a packed folder to its end without writing it anywhere.
 * @throws {BackupError} where it does not hold exactly what the manifest says.
 */
export async function verifyPacked(packed: AsyncIterable<Uint8Array>, manifest: Manifest): Promise<void> {
  const found: Manifest = {}
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry) => {
      const hash = createHash('sha256')
      entry.on('data', (chunk: Buffer) => hash.update(chunk))
      entry.on('end', () => {
        if (entry.type === 'File') found[path.posix.normalize(entry.path)] = hash.digest('hex')
      })
    },
  })
  await pipeline(Readable.from(packed), createZstdDecompress(), parser as unknown as NodeJS.WritableStream)
  delete found[MANIFEST]
  refuseDifference(found, manifest)
}

/**
 * Unpacks what {@link packFolder} made of a folder with a manifest.
 * @param folder Empty.
 * @throws {BackupError} where the files are not what the manifest says.
 */
export async function unpackFolder(packed: AsyncIterable<Uint8Array>, folder: string): Promise<void> {
  const unpack = extract({ cwd: folder, strict: true, preserveOwner: false })
  await pipeline(Readable.from(packed), createZstdDecompress(), unpack as unknown as NodeJS.WritableStream)
  const manifest = JSON.parse(await readFile(path.join(folder, MANIFEST), 'utf8')) as Manifest
  await rm(path.join(folder, MANIFEST))
  refuseDifference(await hashFiles(folder), manifest)
}

function refuseDifference(found: Manifest, manifest: Manifest): void {
  const names = new Set([...Object.keys(found), ...Object.keys(manifest)])
  for (const name of names) {
    if (found[name] !== manifest[name]) throw new BackupError(`The copy of the file ${name} is not like the original.`)
  }
}

async function hashFiles(folder: string): Promise<Manifest> {
  const manifest: Manifest = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
    manifest[path.relative(folder, file).split(path.sep).join('/')] = hash.digest('hex')
  }
  return manifest
}
