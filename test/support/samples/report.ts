/** A made-up laboratory report. No person, laboratory or value is real. */
export interface SampleReport {
  readonly laboratory: string
  readonly patient: { readonly name: string; readonly age: number; readonly sex: 'male' | 'female' }
  readonly title: string
  /** As printed, day first. */
  readonly sampleDate: string
  readonly sections: readonly SampleSection[]
}

export interface SampleSection {
  readonly title: string
  readonly rows: readonly SampleRow[]
}

/** One row, every part as printed; `null` where the report prints none. */
export interface SampleRow {
  readonly test: string
  readonly method: string
  readonly value: string
  readonly unit: string | null
  readonly low: string | null
  readonly high: string | null
  /** `low`, `high`, `in`, or `null` where the row prints no range. */
  readonly side: 'low' | 'high' | 'in' | null
}

export const SAMPLE_NOTICE = 'Sample made by Swasthwrap - not a real person, not a real laboratory'

/** The range as most laboratories print it: "13.0 - 17.0", "< 200", "> 40"; empty without one. */
export function rangeText({ low, high }: SampleRow): string {
  if (low !== null && high !== null) return `${low} - ${high}`
  if (high !== null) return `< ${high}`
  return low === null ? '' : `> ${low}`
}
