import { textAt } from './json.ts'

/** FHIR's `date` and `dateTime`: a year, a month, a day, or a time with its zone. */
const DATE_TIME =
  /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/

export interface ReadDay {
  /** `YYYY-MM-DD` */
  readonly day: string
  /** Only the year or the month is known; the first day of it stands for all. */
  readonly isVague: boolean
}

/** The day of a FHIR date or dateTime, on the calendar of whoever wrote it. */
export function dayOf(written: string | undefined): ReadDay | undefined {
  const [, year, month, day] = DATE_TIME.exec(written ?? '') ?? []
  if (year === undefined || !exists(year, month, day)) return undefined
  return { day: `${year}-${month ?? '01'}-${day ?? '01'}`, isVague: day === undefined }
}

/** Whether the month has such a day. */
function exists(year: string, month = '01', day = '01'): boolean {
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day)
}

export interface ReadMoment {
  /** RFC 3339, in UTC. */
  readonly moment: string
  readonly isVague: boolean
}

/** The point in time of a FHIR dateTime or instant; a day without a time begins at midnight UTC, as days of documents do. */
export function momentOf(written: string | undefined): ReadMoment | undefined {
  const [, year, month, day, time] = DATE_TIME.exec(written ?? '') ?? []
  if (year === undefined || !exists(year, month, day)) return undefined
  const zoned = time === undefined ? 'T00:00:00Z' : /(?:Z|[+-]\d{2}:\d{2})$/.test(time) ? time : `${time}Z`
  const moment = new Date(`${year}-${month ?? '01'}-${day ?? '01'}${zoned}`)
  if (Number.isNaN(moment.getTime())) return undefined
  return { moment: moment.toISOString(), isVague: day === undefined }
}

/** When a resource was true: a time, the beginning of a period, or the moment of a timing. */
export function effectiveOf(resource: unknown): string | undefined {
  return (
    textAt(resource, 'effectiveDateTime') ??
    textAt(resource, 'effectiveInstant') ??
    textAt(resource, 'effectivePeriod', 'start') ??
    textAt(resource, 'effectivePeriod', 'end') ??
    textAt(resource, 'effectiveTiming', 'event')
  )
}
