import type { z } from 'zod'
import type { FieldError } from './problem.ts'

type Issue = z.core.$ZodIssue

/** Parts of a path as a JSON pointer (RFC 6901). */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/**
 * What a zod schema found wrong, in terms that can be said in every language. The value itself is never repeated: it may
 * be health data, and problems are logged.
 * @param root Where the checked value stands in the request; empty for the body itself.
 */
export function fieldErrorsOf(error: z.core.$ZodError, root: readonly PropertyKey[] = []): FieldError[] {
  return error.issues.flatMap((issue) => fieldErrorsOfIssue(issue, [...root, ...issue.path]))
}

function fieldErrorsOfIssue(issue: Issue, path: readonly PropertyKey[]): FieldError[] {
  const pointer = jsonPointer(path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ pointer: jsonPointer([...path, key]), code: 'unknown_field' }))
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? [{ pointer, code: 'required' }]
        : [{ pointer, code: TYPE_CODES[issue.expected] ?? 'invalid' }]
    case 'invalid_value':
      return [{ pointer, code: 'not_allowed', values: { allowed: issue.values.map(String).join(', ') } }]
    case 'too_small':
      return [sizeError(pointer, SMALL_CODES, issue.origin, { minimum: Number(issue.minimum) }, issue.inclusive)]
    case 'too_big':
      return [sizeError(pointer, BIG_CODES, issue.origin, { maximum: Number(issue.maximum) }, issue.inclusive)]
    case 'invalid_format':
      return [{ pointer, code: FORMAT_CODES[issue.format] ?? 'format' }]
    case 'not_multiple_of':
      return [{ pointer, code: 'multiple', values: { divisor: issue.divisor } }]
    case 'custom':
      return [{ pointer, ...customCode(issue) }]
    default:
      // A union's branches and a record's keys say nothing that helps more than the field's own name.
      return [{ pointer, code: 'invalid' }]
  }
}

const TYPE_CODES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'whole_number',
  boolean: 'true_or_false',
  array: 'list',
  object: 'object',
  record: 'object',
  date: 'date',
}

const SMALL_CODES: Readonly<Record<string, string>> = { string: 'too_short', array: 'too_few', set: 'too_few' }
const BIG_CODES: Readonly<Record<string, string>> = { string: 'too_long', array: 'too_many', set: 'too_many' }

const FORMAT_CODES: Readonly<Record<string, string>> = {
  email: 'email',
  date: 'date',
  datetime: 'date_time',
  time: 'time',
  uuid: 'identifier',
  guid: 'identifier',
  url: 'url',
}

function sizeError(
  pointer: string,
  codes: Readonly<Record<string, string>>,
  origin: string,
  limit: { minimum: number } | { maximum: number },
  inclusive: boolean | undefined,
): FieldError {
  const isSmall = 'minimum' in limit
  if (isSmall && origin === 'string' && limit.minimum === 1) {
    return { pointer, code: 'empty' }
  }
  const ofNumbers = isSmall ? 'too_small' : 'too_big'
  const exclusive = isSmall ? 'not_above' : 'not_below'
  return { pointer, code: codes[origin] ?? (inclusive === false ? exclusive : ofNumbers), values: { ...limit } }
}

/** A refinement names its own code: `z.refine(check, { params: { code: 'after_start' } })`. */
function customCode(issue: z.core.$ZodIssueCustom): Pick<FieldError, 'code' | 'values'> {
  const code: unknown = issue.params?.['code']
  const values: unknown = issue.params?.['values']
  return {
    code: typeof code === 'string' ? code : 'invalid',
    ...(isValues(values) ? { values } : {}),
  }
}

function isValues(values: unknown): values is Record<string, string | number> {
  return typeof values === 'object' && values !== null
}
