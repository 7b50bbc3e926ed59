import { z } from 'zod'

/**
 * The kinds of fields that records are made of. Each takes the field's description and a real value as its example, and
 * none transforms what it is given, so that every schema has a JSON Schema that says the same.
 */

interface Notes<Value> {
  readonly example: Value
}

/** A line or a paragraph of text, by default as long as the specification's VARCHAR(255). */
export function text(description: string, { example, maximum = 255 }: Notes<string> & { maximum?: number }) {
  return z
    .string()
    .min(1)
    .max(maximum)
    .meta({ description, examples: [example] })
}

/** Text of any length a person would write (the specification's TEXT). */
export function longText(description: string, { example }: Notes<string>) {
  return text(description, { example, maximum: 10_000 })
}

/** One of a fixed list of values. */
export function choice<const Values extends readonly [string, ...string[]]>(
  values: Values,
  description: string,
  { example = values[0] }: { example?: Values[number] } = {},
) {
  return z.enum(values).meta({ description, examples: [example] })
}

/** A calendar day, `YYYY-MM-DD`. Like every time, it lies between the years 1900 and 2199 (see `prepare-input.ts`). */
export function day(description: string, { example }: Notes<string>) {
  return z.iso.date().meta({ description, examples: [example] })
}

/** A point in time, RFC 3339 with its offset. Answers give it in UTC. */
export function moment(description: string, { example }: Notes<string>) {
  return z.iso.datetime({ offset: true }).meta({ description, examples: [example] })
}

/** A time on the clock in the person's own time zone: `08:30`. */
export function clockTime(description: string, { example }: Notes<string>) {
  return z.iso.time({ precision: -1 }).meta({ description, examples: [example] })
}

/** A number without a fraction. */
export function wholeNumber(
  description: string,
  { example, minimum = 0, maximum = 2_147_483_647 }: Notes<number> & { minimum?: number; maximum?: number },
) {
  return z
    .int()
    .min(minimum)
    .max(maximum)
    .meta({ description, examples: [example] })
}

/** A number that may have a fraction. */
export function decimal(
  description: string,
  { example, minimum = 0, maximum }: Notes<number> & { minimum?: number; maximum: number },
) {
  return z
    .number()
    .min(minimum)
    .max(maximum)
    .meta({ description, examples: [example] })
}

/** Yes or no. */
export function flag(description: string, { example = true }: { example?: boolean } = {}) {
  return z.boolean().meta({ description, examples: [example] })
}

/** The identifier of a row. */
export function identifier(description: string) {
  return z.uuid().meta({ description, examples: ['0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'] })
}

/** Days of the week as the specification numbers them, 0 (Sunday) to 6 (Saturday). */
export function daysOfWeek(description: string) {
  const weekday = wholeNumber('A day of the week, 0 (Sunday) to 6 (Saturday).', { example: 1, maximum: 6 })
  return z
    .array(weekday)
    .min(1)
    .max(7)
    .meta({ description, examples: [[1, 2, 3, 4, 5]] })
}

/** A measured value as people write it: `98.6`, or `120/80` for a blood pressure. A plain number is taken too. */
export function reading(description: string, { example }: Notes<string>) {
  return z
    .stringFormat('reading', /^\d{1,6}(?:\.\d{1,6})?(?:\s*\/\s*\d{1,3})?$/)
    .meta({ description, examples: [example] })
}
