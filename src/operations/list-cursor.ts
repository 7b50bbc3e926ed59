import { hash } from 'node:crypto'
import { z } from 'zod'
import { Problem, ValidationFailed } from '../platform/errors/problem.ts'

/** Where a page of a list ended: the last row's sort value, as the database writes it, and its id. */
export interface ListPosition {
  readonly key: string | null
  readonly id: string
}

/** What a list takes to go on where the page before ended. */
export const cursorInput = z
  .string()
  .min(1)
  .max(1000)
  .meta({
    description: '`next_cursor` of the page before.',
    examples: ['WyJ2OTdUaVlEdyIsIjIwMjYtMDMtMTIiLCIwMTk4ZjNhMi02ZjBlLTdjMTEtOWQ1Mi01YTBjNmI3ZTRkMjEiXQ'],
  })

const cursorParts = z.tuple([z.string(), z.string().nullable(), z.uuid()])

/** What a cursor belongs to: the same order and the same filters, or it would skip rows. */
function fingerprint(list: unknown): string {
  return hash('sha256', JSON.stringify(list), 'base64url').slice(0, 8)
}

/** The opaque text of a position in a list; `list` is whatever tells that list from others. */
export function writeCursor(list: unknown, position: ListPosition): string {
  return Buffer.from(JSON.stringify([fingerprint(list), position.key, position.id])).toString('base64url')
}

export function malformedCursor(cause?: unknown): Problem {
  return new Problem(ValidationFailed, { errors: [{ pointer: '/cursor', code: 'malformed_cursor' }], cause })
}

/** @throws {Problem} ValidationFailed naming `/cursor` where it is none of ours or belongs to another list. */
export function readCursor(list: unknown, cursor: string): ListPosition {
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch (error) {
    throw malformedCursor(error)
  }
  const parts = cursorParts.safeParse(parsed)
  if (!parts.success || parts.data[0] !== fingerprint(list)) throw malformedCursor()
  const [, key, id] = parts.data
  return { key, id }
}
