import type { z } from 'zod'
import { type FieldError, Problem, ValidationFailed } from '../platform/errors/problem.ts'
import { escapePointer, type PrepareOptions, prepareInput } from './prepare-input.ts'

type Issue = z.core.$ZodIssue

/**
 * What a caller sent, checked against its schema.
 * @throws {Problem} ValidationFailed with one coded error a field.
 */
export function validateInput<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  options: PrepareOptions = {},
): z.output<Schema> {
  const prepared = prepareInput(schema, raw, options)
  const parsed = schema.safeParse(prepared.value)
  if (parsed.success && prepared.errors.length === 0) return parsed.data
  const errors = [...prepared.errors]
  const named = new Set(errors.map((error) => error.pointer))
  for (const issue of parsed.error?.issues ?? []) {
    for (const error of fieldErrors(issue, prepared.value)) {
      if (named.has(error.pointer)) continue
      named.add(error.pointer)
      errors.push(error)
    }
  }
  throw new Problem(ValidationFailed, { errors })
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${escapePointer(String(step))}`).join('')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Record<PropertyKey, unknown>)[step]
  }
  return current
}

const WRONG_TYPE: Readonly<Record<string, string>> = {
  string: 'not_a_text',
  number: 'not_a_number',
  int: 'not_a_whole_number',
  boolean: 'not_true_or_false',
  array: 'not_a_list',
  object: 'not_an_object',
  record: 'not_an_object',
}

const WRONG_FORMAT: Readonly<Record<string, string>> = {
  date: 'not_a_date',
  datetime: 'not_a_point_in_time',
  time: 'not_a_clock_time',
  uuid: 'not_an_identifier',
  email: 'not_an_email_address',
  url: 'not_a_web_address',
  reading: 'not_a_reading',
}

function fieldErrors(issue: Issue, input: unknown): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), code: 'unknown_field' }))
  }
  const pointer = pointerOf(issue.path)
  const given = valueAt(input, issue.path)
  if (given === undefined || given === null) return [{ pointer, code: 'required' }]
  return [{ pointer, ...coded(issue, given) }]
}

function coded(issue: Issue, given: unknown): Omit<FieldError, 'pointer'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: WRONG_TYPE[issue.expected] ?? 'invalid' }
    case 'invalid_format':
      return { code: WRONG_FORMAT[issue.format] ?? 'wrong_format' }
    case 'invalid_value':
      return { code: 'not_a_choice', values: { allowed: issue.values.map(String).join(', ') } }
    case 'invalid_union': {
      const formats = issue.errors.flat().map((each) => (each.code === 'invalid_format' ? each.format : undefined))
      return { code: formats.includes('datetime') ? 'not_a_date_or_time' : 'invalid' }
    }
    case 'not_multiple_of':
      return { code: 'not_a_multiple', values: { divisor: Number(issue.divisor) } }
    case 'too_big': {
      const maximum = Number(issue.maximum)
      return { code: sized(issue.origin, 'too_long', 'too_many', 'too_large'), values: { maximum } }
    }
    case 'too_small': {
      const minimum = Number(issue.minimum)
      if (given === '') return { code: 'blank' }
      return { code: sized(issue.origin, 'too_short', 'too_few', 'too_small'), values: { minimum } }
    }
    default:
      return { code: 'invalid' }
  }
}

function sized(origin: string, text: string, list: string, number: string): string {
  if (origin === 'string') return text
  return origin === 'array' ? list : number
}
