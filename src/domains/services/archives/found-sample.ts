import { hash } from 'node:crypto'
import type { GivenSample } from '../samples/read-sample.ts'

/** A record of an archive: a sample, or what keeps it from being one. */
export type Found = { readonly line: number } & ({ readonly sample: GivenSample } | { readonly code: string })

/** One file inside an archive. */
export interface ArchiveFile {
  /** With its folders, as the archive has it. Nothing is ever written there. */
  readonly name: string
  /** Unpacked, in bytes, as the archive says; more is never read. */
  readonly size: number
  /** @throws {ArchiveProblem} where it is encrypted or damaged. */
  readonly open: () => Promise<AsyncIterable<Uint8Array>>
}

/** What a reader has to know that no file says. */
export interface ReadingContext {
  /** IANA name; where a vendor writes times without a zone, they are on the person's clock. */
  readonly timeZone: string
}

/**
 * Reads one file. A record that is wrong is found as such and the next one read.
 * @throws where the file cannot be read any further.
 */
type ReadFile = (file: ArchiveFile, context: ReadingContext) => AsyncIterable<readonly Found[]>

/** A file of an archive that is to be read, with what reads it. */
export interface PlannedFile {
  readonly file: ArchiveFile
  readonly read: ReadFile
}

/** The files that a vendor's archive has samples in, in the order in which they are read. */
export type PlanArchive = (files: readonly ArchiveFile[]) => readonly PlannedFile[]

/** Why an archive, or a file of it, cannot be read. */
export class ArchiveProblem extends Error {
  override name = 'ArchiveProblem'
  readonly kind: 'damaged' | 'encrypted' | 'too-large' | 'not-recognised'

  constructor(kind: ArchiveProblem['kind'], options?: ErrorOptions) {
    super(`The archive is ${kind}`, options)
    this.kind = kind
  }
}

/** A name for a sample that its vendor gives none: the same content is the same sample, in whatever archive it comes. */
export function contentName(...parts: readonly (string | undefined)[]): string {
  return hash('sha256', parts.join('\u0000'), 'base64url')
}

/** The name of a file without its folders. */
export function baseName(file: ArchiveFile): string {
  return file.name.slice(file.name.lastIndexOf('/') + 1)
}

/** A number as the record keeps it. Sensors give digits that mean nothing. */
export function rounded(value: number, digits: number): string | null {
  return Number.isFinite(value) ? String(Number(value.toFixed(digits))) : null
}

/** What a table says about a name that comes from outside. */
export function entryOf<Entry>(table: Readonly<Record<string, Entry>>, name: string | undefined): Entry | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
}
