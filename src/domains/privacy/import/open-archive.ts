import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { archivePaths, FORMAT_VERSION, isPartName, Manifest, type Part } from '../archive-format.ts'
import { ArchiveRefused } from './archive-refused.ts'

/** Bytes. A row is a line; the longest is the words of a page with their places. */
export const ARCHIVE_LIMITS = {
  /** Of the archive as it is sent. */
  packed: 2_000_000_000,
  /** Of all parts together, unpacked. */
  unpacked: 4_000_000_000,
  manifest: 30_000_000,
  line: 16_000_000,
  /** How often smaller than its content a part may be. Texts of people come to some 30. */
  ratio: 200,
  smallestJudgedByRatio: 5_000_000,
} as const

type ReadRange = (range: { start: number; end: number }) => AsyncIterable<Uint8Array>

/** An archive whose parts are those that its manifest names. What they hold is not checked yet. */
export interface OpenArchive {
  readonly manifest: Manifest
  /** @throws {ArchiveRefused} while streaming, where the content is not what the manifest says. */
  read(part: Part): AsyncIterable<Buffer>
  close(): void
}

/** Lets yauzl read parts of an archive that lies encrypted somewhere. */
class EncryptedReader extends yauzl.RandomAccessReader {
  readonly #read: ReadRange

  constructor(read: ReadRange) {
    super()
    this.#read = read
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#read({ start, end: end - 1 }), { objectMode: false })
  }
}

/**
 * Opens an archive without unpacking anything to a disk.
 * @throws {ArchiveRefused} for what is no archive of ours, too large, packed too well to be true, or names parts that it
 * does not have or has parts that it does not name.
 */
export async function openArchive(read: ReadRange, bytes: number): Promise<OpenArchive> {
  const zip = await opened(read, bytes)
  try {
    const entries = await entriesOf(zip, bytes)
    const manifest = await manifestOf(zip, entries.get(archivePaths.manifest))
    const named = new Set(manifest.parts.map(({ path }) => path))
    if (named.size !== manifest.parts.length) throw new ArchiveRefused('bad_manifest', { file: archivePaths.manifest })
    for (const path of entries.keys()) {
      if (path !== archivePaths.manifest && !named.has(path)) throw new ArchiveRefused('unknown_part', { file: path })
    }
    for (const { path, bytes: size } of manifest.parts) {
      const entry = entries.get(path)
      if (entry === undefined) throw new ArchiveRefused('missing_part', { file: path })
      if (entry.uncompressedSize !== size) throw new ArchiveRefused('wrong_content', { file: path })
    }
    return {
      manifest,
      read: (part) => verified(zip, entries.get(part.path), part),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function opened(read: ReadRange, bytes: number): Promise<ZipFile> {
  try {
    // Names with `..`, backslashes or a root are refused by the library.
    return await yauzl.fromRandomAccessReaderPromise(new EncryptedReader(read), bytes, {
      autoClose: false,
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    })
  } catch (cause) {
    throw new ArchiveRefused('not_an_archive', { cause })
  }
}

async function entriesOf(zip: ZipFile, bytes: number): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  let packed = 0
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName, compressedSize, uncompressedSize } = entry
      if (!isPartName(fileName) || entries.has(fileName))
        throw new ArchiveRefused('unknown_part', { file: shown(fileName) })
      if (entry.isEncrypted() || !entry.canDecodeFileData())
        throw new ArchiveRefused('not_an_archive', { file: fileName })
      packed += compressedSize
      unpacked += uncompressedSize
      // Parts that lie over one another unpack to more than any archive could hold.
      if (unpacked > ARCHIVE_LIMITS.unpacked) throw new ArchiveRefused('too_large', { file: fileName })
      const isJudged = uncompressedSize > ARCHIVE_LIMITS.smallestJudgedByRatio
      if (packed > bytes || (isJudged && uncompressedSize > compressedSize * ARCHIVE_LIMITS.ratio)) {
        throw new ArchiveRefused('too_packed', { file: fileName })
      }
      entries.set(fileName, entry)
    }
  } catch (cause) {
    throw cause instanceof ArchiveRefused ? cause : new ArchiveRefused('not_an_archive', { cause })
  }
  return entries
}

async function manifestOf(zip: ZipFile, entry: Entry | undefined): Promise<Manifest> {
  const file = archivePaths.manifest
  if (entry === undefined) throw new ArchiveRefused('missing_part', { file })
  if (entry.uncompressedSize > ARCHIVE_LIMITS.manifest) throw new ArchiveRefused('too_large', { file })
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array)
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString())
    const version = (value as { schema_version?: unknown } | null)?.schema_version
    if (typeof version === 'number' && version > FORMAT_VERSION) throw new ArchiveRefused('newer_version', { file })
    return Manifest.parse(value)
  } catch (cause) {
    throw cause instanceof ArchiveRefused ? cause : new ArchiveRefused('bad_manifest', { file, cause })
  }
}

async function* verified(zip: ZipFile, entry: Entry | undefined, part: Part): AsyncGenerator<Buffer> {
  const file = part.path
  if (entry === undefined) throw new ArchiveRefused('missing_part', { file })
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const buffer = chunk as Buffer
      hash.update(buffer)
      bytes += buffer.byteLength
      yield buffer
    }
  } catch (cause) {
    throw new ArchiveRefused('wrong_content', { file, cause })
  }
  if (bytes !== part.bytes || hash.digest('hex') !== part.sha256) throw new ArchiveRefused('wrong_content', { file })
}

/** A name that somebody made up may be long, and hold anything. */
function shown(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 100)
}
