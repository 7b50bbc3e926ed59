import { z } from 'zod'
import { identifier, moment, text } from '../../../operations/field-types.ts'
import { defineProblem } from '../../../platform/errors/problem.ts'

export const ProofRequired = defineProblem({ type: 'proof-required', status: 403 })

const secret = (description: string, maximum: number, example: string) =>
  z
    .string()
    .min(1)
    .max(maximum)
    .meta({ description, examples: [example] })

/** The password, or a code: deleting cannot be undone. */
export const EraseInput = z
  .strictObject({
    password: secret('The password of the account, once more', 200, 'mango leaves in the rain').optional(),
    code: z
      .string()
      .regex(/^\s*\d{3}\s?\d{3}\s*$/)
      .meta({ description: 'In its place: six digits of the authenticator app', examples: ['482913'] })
      .optional(),
    recovery_code: secret('Or a recovery code', 60, 'k7dm-2xqp-9fht-w4rs-8nvb-6jce').optional(),
  })
  .optional()

export const Erasure = z
  .object({
    id: identifier('The erasure.'),
    status: z
      .enum(['pending', 'completed'])
      .meta({ description: 'Whether it is done; it takes seconds as a rule.', examples: ['completed'] }),
    requested_at: moment('When it was asked for.', { example: '2026-03-12T04:30:00.000Z' }),
    completed_at: moment('When it was done.', { example: '2026-03-12T04:30:09.000Z' }).nullable(),
    certificate_url: text('Where the certificate is. Told this once; it works without signing in.', {
      example: '/api/v1/erasures/swe_Zk3qJ0m1V8xw2sYt5uB7cD9eF1gH3iK5lM7nP9qR1sT',
    }),
    certificate: z
      .string()
      .nullable()
      .meta({
        description: 'The signed certificate (JWS, RS256): when, how much of what, and a digest. It names nobody.',
        examples: ['eyJhbGciOiJSUzI1NiJ9.e30.c2ln'],
      }),
    claims: z
      .looseObject({})
      .nullable()
      .meta({ description: 'What the certificate says.', examples: [{ rows_erased: 310 }] }),
  })
  .meta({ id: 'Erasure' })

/** What was there, counted before anything of it went. */
export interface FoundData {
  readonly rows: Readonly<Record<string, number>>
  readonly files: number
  readonly vectors: number
  readonly audit_lines: number
  /** SHA-256 over the tables and ids of all rows and the names of all files. */
  readonly digest: string
}

export interface ErasureRow {
  readonly id: string
  readonly subject_id: string | null
  readonly found: FoundData | null
  readonly certificate: string | null
  readonly requested_at: Date
  readonly completed_at: Date | null
}
