import type { Readable } from 'node:stream'
import { PassThrough, pipeline } from 'node:stream'
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, type ZipFile } from 'yauzl'
import { type ArchiveFile, ArchiveProblem } from './found-sample.ts'

/** An archive as it lies in the storage: any part of it can be read. */
export interface ArchiveBytes {
  readonly size: number
  /** @param end The first byte that is not read any more. */
  readonly read: (start: number, end: number) => Promise<Readable>
}

export interface Archive {
  readonly files: readonly ArchiveFile[]
  readonly close: () => void
}

/** More files than in any export: a Takeout of twenty years has some 60,000. */
const MOST_FILES = 300_000
/** Unpacked: several times the largest exports that people report (Apple Health, about 4 GB). */
const MOST_BYTES = 24_000_000_000
/** Repetitive XML and JSON pack to a fiftieth. Deflate's limit is 1,032, which only bombs come near. */
const MOST_TIMES_PACKED = 250
const SMALL = 64_000_000

class StoredReader extends RandomAccessReader {
  readonly #bytes: ArchiveBytes

  constructor(bytes: ArchiveBytes) {
    super()
    this.#bytes = bytes
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const out = new PassThrough()
    this.#bytes.read(start, end).then(
      (source) =>
        pipeline(source, out, (error) => {
          if (error) out.destroy(error)
        }),
      (error: unknown) => out.destroy(error instanceof Error ? error : new Error('The archive cannot be read')),
    )
    return out
  }
}

/**
 * Opens a zip archive of any size: the list of its files is read, and each file when it is asked for. Names with `..` or
 * from the root do no harm, as nothing is unpacked to anywhere.
 * @throws {ArchiveProblem} `damaged` for what is no whole zip, `too-large` for a bomb.
 */
export async function openArchive(bytes: ArchiveBytes): Promise<Archive> {
  let zip: ZipFile
  try {
    zip = await fromRandomAccessReaderPromise(new StoredReader(bytes), bytes.size, {
      decodeStrings: false,
      autoClose: false,
    })
  } catch (cause) {
    throw new ArchiveProblem('damaged', { cause })
  }
  if (zip.entryCount > MOST_FILES) throw new ArchiveProblem('too-large')
  const files: ArchiveFile[] = []
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      if (name.endsWith('/')) continue
      unpacked += entry.uncompressedSize
      if (
        unpacked > MOST_BYTES ||
        isBomb(unpacked, bytes.size) ||
        isBomb(entry.uncompressedSize, entry.compressedSize)
      ) {
        throw new ArchiveProblem('too-large')
      }
      files.push({ name, size: entry.uncompressedSize, open: () => openFile(zip, entry) })
    }
  } catch (cause) {
    zip.close()
    throw cause instanceof ArchiveProblem ? cause : new ArchiveProblem('damaged', { cause })
  }
  return { files, close: () => zip.close() }
}

function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > SMALL && unpacked > packed * MOST_TIMES_PACKED
}

function nameOf(entry: Entry): string {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
  return name.replaceAll('\\', '/')
}

async function openFile(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  if (entry.isEncrypted()) throw new ArchiveProblem('encrypted')
  try {
    return await zip.openReadStreamPromise(entry)
  } catch (cause) {
    throw new ArchiveProblem('damaged', { cause })
  }
}
