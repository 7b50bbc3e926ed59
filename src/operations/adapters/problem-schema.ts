import { z } from 'zod'
import {
  InsufficientScope,
  type ProblemDefinition,
  TooManyRequests,
  Unauthenticated,
  ValidationFailed,
} from '../../platform/errors/problem.ts'
import type { AnyOperation } from '../define-operation.ts'
import { IdempotencyKeyReused } from '../problems.ts'

/** A failure as the document describes it (RFC 9457); `problemDocument` is what is sent. */
const problemSchema = z
  .object({
    type: z
      .string()
      .meta({ description: 'What kind of problem it is, as a URN.', examples: ['urn:swasthwrap:problem:not-found'] }),
    title: z.string().meta({ description: "The kind of problem, in the caller's language.", examples: ['Not found'] }),
    status: z.int().meta({ description: 'The HTTP status.', examples: [404] }),
    detail: z.string().meta({
      description: "What happened and what to do, in the caller's language.",
      examples: ['There is nothing here.'],
    }),
    request_id: z.string().meta({ description: 'Names the request in the logs.', examples: ['req-1'] }),
    errors: z
      .array(
        z.object({
          pointer: z.string().meta({ description: 'JSON pointer to the field.', examples: ['/start_date'] }),
          code: z.string().meta({ description: 'What is wrong with it, for programs.', examples: ['not_a_date'] }),
          detail: z
            .string()
            .meta({ description: 'What is wrong with it, for people.', examples: ['This must be a date.'] }),
        }),
      )
      .optional()
      .meta({ description: 'What is wrong with which field.' }),
  })
  .meta({ id: 'Problem', description: 'Why a request was not carried out.' })

/** The failures of an operation, by status: what every operation may answer, and its own. */
export function problemResponses(operation: AnyOperation): Record<number, object> {
  const conflicts = Object.values(operation.conflicts ?? {}).filter((meaning) => 'status' in meaning)
  const repeated = operation.rest?.method === 'POST' ? [IdempotencyKeyReused] : []
  return responsesOf([...repeated, ...(operation.errors ?? []), ...conflicts])
}

/** What every route may answer, and some more, by status. */
export function responsesOf(more: readonly ProblemDefinition[]): Record<number, object> {
  const definitions = [Unauthenticated, InsufficientScope, ValidationFailed, TooManyRequests, ...more]
  const types = new Map<number, Set<string>>()
  for (const { status, type } of definitions) types.set(status, (types.get(status) ?? new Set()).add(type))
  return Object.fromEntries(
    [...types].map(([status, names]) => [
      status,
      { description: [...names].join(', '), content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  )
}
