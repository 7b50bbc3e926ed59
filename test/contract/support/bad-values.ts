import { z } from 'zod'
import { unwrapSchema } from '../../../src/operations/schema-shape.ts'

/** What no text of the record may hold. */
export const UNSTORABLE = ['a\u0000b', '\ud800', 'x\udfff', 'a\u0007', '\u202egnirts', 'a\u2066b', '\uffff']
export const NOT_NUMBERS = ['NaN', 'Infinity', '-Infinity', '1e5', '0x10', '१२.३.४', '12,5', 'twelve', '1 2', '', '--1']
export const NOT_DATES = [
  '2026-02-30',
  '2026-13-01',
  '0000-01-01',
  '12/03/2026',
  '20260312',
  'yesterday',
  '2026-3-1',
  '9999-99-99',
  '१२/०३/२०२६',
]
export const NOT_IDENTIFIERS = [
  '1',
  'not-a-uuid',
  "' or 1=1 --",
  '../../etc/passwd',
  '{{7*7}}',
  '00000000-0000-0000-0000-00000000000g',
]

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const SOME_ID = '0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'
export const MALFORMED_CURSORS = [
  'abc',
  '%00',
  '{}',
  encoded(null),
  encoded(['x', 'y', 'z']),
  encoded(['AAAAAAAA', '2026-01-01', SOME_ID]),
  encoded([null, null, SOME_ID]),
  encoded(['AAAAAAAA', { toString: 1 }, SOME_ID]),
  'x'.repeat(1001),
]

/** Text that looks like trouble and is only text: it has to come back as it went in. */
export const HARMLESS_TEXT = [
  "Robert'); DROP TABLE users;--",
  '{{7*7}} $(7*7) <%= 7 %>',
  `$\{jndi:ldap://x/a}`,
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'مرحبا עברית',
  'क्\u200dष நி\u200cல',
  '१२३ ௧௨',
  '😀 \u{1F468}\u200d\u{1F469}',
  'NaN',
  '%s%n%x',
]

/** Values that a field must refuse, by its schema. */
export function badValues(name: string, field: z.ZodType): unknown[] {
  const { base, nullable } = unwrapSchema(field)
  if (name === 'cursor') return MALFORMED_CURSORS
  const always: unknown[] = nullable ? [] : [null]
  if (base instanceof z.ZodNumber) {
    const { type, minimum = 0, maximum = 0 } = z.toJSONSchema(base)
    const fraction = type === 'integer' ? [minimum + 0.5] : []
    return [...always, ...NOT_NUMBERS, {}, [], true, minimum - 1, maximum + 1, ...fraction, ...UNSTORABLE]
  }
  if (base instanceof z.ZodEnum) return [...always, 'no such choice', '', 7, {}, [], ...UNSTORABLE]
  if (base instanceof z.ZodBoolean) return [...always, 'yes', 1, {}, [], '']
  if (base instanceof z.ZodArray) {
    const empty = (z.toJSONSchema(base).minItems ?? 0) > 0 ? [[]] : []
    return [...always, ...empty, {}, 'x', [null], [[]], Array(1000).fill(1)]
  }
  if (base instanceof z.ZodUnion) return [...always, ...NOT_DATES, {}, [], true, ...UNSTORABLE]
  if (base instanceof z.ZodStringFormat) {
    const { format } = base.def
    const bad =
      format === 'uuid'
        ? NOT_IDENTIFIERS
        : format === 'reading'
          ? ['-1', 'NaN', '1e3', '120/', '/80', '1/2/3']
          : NOT_DATES
    return [...always, ...bad, '', {}, [], true, ...UNSTORABLE]
  }
  if (base instanceof z.ZodString) {
    const { maxLength = 0 } = z.toJSONSchema(base) as { maxLength?: number }
    return [...always, '', '   ', '\u200b\ufeff', 'x'.repeat(maxLength + 1), 5, {}, [], true, ...UNSTORABLE]
  }
  return [...always, ...UNSTORABLE]
}

const DIGIT_FORMATS = ['date', 'datetime', 'time', 'reading']

/** The digits of a value in another script, where the field expects digits; otherwise `undefined`. `zero` is its zero. */
export function inDigitsOf(zero: string, field: z.ZodType, value: unknown): unknown {
  const { base } = unwrapSchema(field)
  const format = base instanceof z.ZodStringFormat ? base.def.format : undefined
  if (!(base instanceof z.ZodNumber) && !DIGIT_FORMATS.includes(format ?? '')) return undefined
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)))
}

/** Whether a field takes any text: no format, no pattern. */
export function isFreeText(field: z.ZodType): boolean {
  const { base } = unwrapSchema(field)
  return base instanceof z.ZodString && !(base instanceof z.ZodStringFormat) && !('pattern' in z.toJSONSchema(base))
}
