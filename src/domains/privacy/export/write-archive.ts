import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import yazl from 'yazl'
import { archivePaths, type Manifest, manifestOf, type Part } from '../archive-format.ts'

/** One part of an archive, made when its turn comes. */
export interface PartSource {
  readonly path: string
  /** Files of people are packed already as a rule. */
  readonly isPacked?: boolean
  /** Makes the content; may count the rows in it. */
  readonly content: (count: (rows: number) => void) => AsyncIterable<string | Uint8Array>
}

/**
 * Writes parts and their manifest as one zip file (with ZIP64 where it needs it), in constant memory: each part is read
 * when the one before it is written, and the manifest comes last, with their sizes and SHA-256.
 * @param onPart told of every part that begins.
 * @throws what a part fails with; nothing after that is a whole archive.
 */
export async function* writeArchive(
  sources: readonly PartSource[],
  about: Omit<Manifest, 'format' | 'schema_version' | 'parts'>,
  onPart: (number: number) => void,
): AsyncGenerator<Uint8Array, readonly Part[]> {
  const zip = new yazl.ZipFile()
  const output = new PassThrough()
  zip.outputStream.pipe(output)
  const fail = (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error)))
  zip.on('error', fail)
  const parts: Part[] = []
  const mtime = new Date(about.created_at)
  for (const [number, source] of sources.entries()) {
    zip.addReadStreamLazy(source.path, { mtime, compress: !source.isPacked }, (done) => {
      onPart(number)
      const content = Readable.from(measured(source, parts), { objectMode: false })
      content.on('error', fail)
      done(null, content)
    })
  }
  zip.addReadStreamLazy(archivePaths.manifest, { mtime, compress: true }, (done) => {
    const manifest = manifestOf({ ...about, parts })
    done(null, Readable.from([Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)]))
  })
  zip.end()
  try {
    for await (const chunk of output) yield chunk as Uint8Array
  } finally {
    if (!output.closed && !output.destroyed) output.destroy()
  }
  return parts
}

async function* measured({ path, content }: PartSource, parts: Part[]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let bytes = 0
  let rows: number | undefined
  for await (const chunk of content((counted) => {
    rows = counted
  })) {
    const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk)
    hash.update(buffer)
    bytes += buffer.byteLength
    yield buffer
  }
  parts.push({ path, bytes, sha256: hash.digest('hex'), ...(rows === undefined ? {} : { rows }) })
}

/** Rows as a JSON array with a row a line, so that a person can read it and a program need not hold it. */
export async function* jsonLines(rows: AsyncIterable<unknown>, count: (rows: number) => void): AsyncGenerator<string> {
  let written = 0
  for await (const row of rows) {
    yield `${written === 0 ? '[\n' : ',\n'}${JSON.stringify(row)}`
    written += 1
  }
  yield written === 0 ? '[]\n' : '\n]\n'
  count(written)
}
