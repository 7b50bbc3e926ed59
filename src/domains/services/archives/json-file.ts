import { type ArchiveFile, ArchiveProblem } from './found-sample.ts'

/** A day of a Fitbit has 2 MB. */
const MOST_BYTES = 48_000_000

/**
 * A JSON file whole, which the files of a day are small enough for.
 * @throws {ArchiveProblem} `too-large` where it is no such file.
 * @throws {SyntaxError} where it is no JSON.
 */
export async function readJson(file: ArchiveFile): Promise<unknown> {
  if (file.size > MOST_BYTES) throw new ArchiveProblem('too-large')
  const parts: Uint8Array[] = []
  for await (const part of await file.open()) parts.push(part)
  return JSON.parse(
    Buffer.concat(parts)
      .toString('utf8')
      .replace(/^\ufeff/, ''),
  ) as unknown
}

export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The entries of a list; a file that holds none has none. */
export function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
