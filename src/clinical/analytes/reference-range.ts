import type { Analyte, ReferenceRange, Sex } from './analyte.ts'

/** What is known about the person; ranges depend on it. */
export interface Person {
  readonly sex?: Sex | undefined
  readonly ageYears?: number | undefined
  readonly pregnant?: boolean | undefined
}

/**
 * The most specific range that fits the person. Without a sex, where ranges differ by it, the widest bounds of both:
 * a result is then called abnormal only where it is abnormal for everybody. `undefined` where we hold no range.
 */
export function referenceRange(analyte: Analyte, person: Person = {}): ReferenceRange | undefined {
  const fitting = analyte.ranges.filter(
    (range) =>
      (range.sex === undefined || person.sex === undefined || range.sex === person.sex) &&
      (range.pregnant === undefined || range.pregnant === (person.pregnant ?? false)) &&
      fitsAge(range, person.ageYears),
  )
  const most = Math.max(...fitting.map(specificity))
  const [first, ...others] = fitting.filter((range) => specificity(range) === most)
  return first && others.reduce(widest, first)
}

/** Adults are assumed where the age is unknown. */
function fitsAge(range: ReferenceRange, ageYears: number | undefined): boolean {
  if (range.ageYears === undefined) return true
  const age = ageYears ?? 40
  return age >= range.ageYears.from && age <= range.ageYears.to
}

function specificity(range: ReferenceRange): number {
  return (range.pregnant ? 4 : 0) + (range.ageYears ? 2 : 0) + (range.sex ? 1 : 0)
}

function widest(a: ReferenceRange, b: ReferenceRange): ReferenceRange {
  const low = a.low === undefined || b.low === undefined ? undefined : Math.min(a.low, b.low)
  const high = a.high === undefined || b.high === undefined ? undefined : Math.max(a.high, b.high)
  return {
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    unit: a.unit,
    source: a.source,
  }
}
