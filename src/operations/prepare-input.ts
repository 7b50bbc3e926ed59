import { z } from 'zod'
import { toLatinDigits } from '../clinical/units/index.ts'
import type { FieldError } from '../platform/errors/problem.ts'
import { unwrapSchema } from './schema-shape.ts'

export interface PrepareOptions {
  /** The values come from a query string or a path, where everything is text. */
  readonly fromText?: boolean
}

export interface PreparedInput {
  readonly value: unknown
  readonly errors: readonly FieldError[]
}

/** Deeper than any schema of ours, shallow enough for the stack. */
const MAXIMUM_DEPTH = 32

/** Controls other than tab, line feed and carriage return, and the marks that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/
/** White space and what looks like nothing at all. Joiners stay: Hindi and Tamil spelling uses them. */
const BLANK_ENDS = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g
const INVISIBLE = /^[\s\p{Cf}]*$/u

const PLAIN_NUMBER = /^[+-]?\d{1,30}(?:\.\d{1,30})?$/

/**
 * Makes what a caller sent ready for its schema, without changing what it says: text is trimmed and brought to NFC,
 * digits of Indian scripts become 0–9 where numbers, dates or times are expected, and a number written as text becomes a
 * number there. Text that cannot be stored or that deceives the eye (U+0000 and other controls, lone surrogates, marks
 * that turn the writing direction) is refused, and so are dates that no record can be about.
 */
export function prepareInput(schema: z.ZodType, raw: unknown, options: PrepareOptions = {}): PreparedInput {
  const errors: FieldError[] = []
  const value = prepare(schema, raw, '', 0, { errors, fromText: options.fromText ?? false })
  return { value, errors }
}

interface Walk {
  readonly errors: FieldError[]
  readonly fromText: boolean
}

function prepare(schema: z.ZodType | undefined, raw: unknown, pointer: string, depth: number, walk: Walk): unknown {
  const base = schema === undefined ? undefined : unwrapSchema(schema).base
  if (typeof raw === 'string') return prepareText(base, raw, pointer, walk)
  // A reading is text because of `120/80`; most of them are numbers all the same.
  if (typeof raw === 'number' && Number.isFinite(raw) && textFormats(base).includes('reading')) return String(raw)
  if (typeof raw !== 'object' || raw === null) return raw
  if (depth === MAXIMUM_DEPTH) {
    walk.errors.push({ pointer, code: 'too_deep', values: { maximum: MAXIMUM_DEPTH } })
    return undefined
  }
  if (Array.isArray(raw)) {
    const element = base instanceof z.ZodArray ? (base.element as z.ZodType) : undefined
    return raw.map((each, index) => prepare(element, each, `${pointer}/${index}`, depth + 1, walk))
  }
  const shape = base instanceof z.ZodObject ? (base.shape as Record<string, z.ZodType>) : {}
  // `fromEntries` defines own properties, so a key named `__proto__` stays a key and is refused as unknown.
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => {
      const fault = textFault(key)
      if (fault) walk.errors.push({ pointer, code: fault })
      const field = Object.hasOwn(shape, key) ? shape[key] : undefined
      return [key, prepare(field, value, `${pointer}/${escapePointer(key)}`, depth + 1, walk)]
    }),
  )
}

/** Why a text cannot be kept, if it cannot. */
function textFault(value: string): string | undefined {
  if (!value.isWellFormed()) return 'malformed_text'
  return CONTROL.test(value) ? 'control_character' : undefined
}

function prepareText(base: z.ZodType | undefined, raw: string, pointer: string, walk: Walk): unknown {
  const fault = textFault(raw)
  if (fault) {
    walk.errors.push({ pointer, code: fault })
    return raw
  }
  const trimmed = raw.normalize('NFC').replace(BLANK_ENDS, '')
  const value = INVISIBLE.test(trimmed) ? '' : trimmed
  if (base instanceof z.ZodNumber) {
    const digits = toLatinDigits(value)
    return PLAIN_NUMBER.test(digits) ? Number(digits) : value
  }
  if (base instanceof z.ZodBoolean && walk.fromText) return value === 'true' ? true : value === 'false' ? false : value
  if (base instanceof z.ZodArray && walk.fromText) {
    return [prepareText(base.element as z.ZodType, value, `${pointer}/0`, walk)]
  }
  const formats = textFormats(base)
  if (!formats.some((format) => DIGIT_FORMATS.has(format))) return value
  const digits = toLatinDigits(value)
  if (formats.some((format) => DATED_FORMATS.has(format)) && /^\d{4}-/.test(digits) && !/^(?:19|20|21)/.test(digits)) {
    walk.errors.push({ pointer, code: 'out_of_time', values: { minimum: 1900, maximum: 2199 } })
  }
  return digits
}

const DATED_FORMATS: ReadonlySet<string> = new Set(['date', 'datetime'])
const DIGIT_FORMATS: ReadonlySet<string> = new Set([...DATED_FORMATS, 'time', 'reading'])

/** The format of a text, or the formats where it may have one of several. */
function textFormats(base: z.ZodType | undefined): string[] {
  if (base instanceof z.ZodUnion) return base.options.flatMap((option) => textFormats(option as z.ZodType))
  return base instanceof z.ZodStringFormat ? [base.def.format] : []
}

/** A key as a step of a JSON pointer (RFC 6901). */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
