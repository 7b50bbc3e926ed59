import { z } from 'zod'

/** Raised whenever an archive of the new form could not be brought in by a program that knows the old one. */
export const FORMAT_VERSION = 1
const FORMAT = 'swasthwrap-archive'

/** Names of the parts of an archive. Nothing else may be in one. */
export const archivePaths = {
  manifest: 'manifest.json',
  readme: 'README.txt',
  avatar: 'files/avatar.webp',
  table: (name: string) => `record/${name}.json`,
  passages: 'record/passages.json',
  document: (id: string, extension: string) => `files/documents/${id}.${extension}`,
  summary: 'fhir/patient-summary.json',
} as const

const PART_NAME =
  /^(?:manifest\.json|README\.txt|files\/avatar\.webp|record\/[a-z_]{1,63}\.json|files\/documents\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[a-z]{2,5}|fhir\/[a-z-]{1,50}\.json)$/

export function isPartName(name: string): boolean {
  return PART_NAME.test(name)
}

const Part = z.strictObject({
  path: z.string().refine(isPartName),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Rows, in parts that hold rows. */
  rows: z.int().min(0).optional(),
})
export type Part = z.infer<typeof Part>

/** The last part of an archive: what else is in it. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  schema_version: z.int().min(1),
  created_at: z.string().max(40),
  language: z.string().max(10),
  parts: z.array(Part).max(100_000),
  left_out: z.array(z.object({ table: z.string().max(100), reason: z.string().max(50) })).max(1_000),
})
export type Manifest = z.infer<typeof Manifest>

export function manifestOf(values: Omit<Manifest, 'format' | 'schema_version'>): Manifest {
  return { format: FORMAT, schema_version: FORMAT_VERSION, ...values }
}
