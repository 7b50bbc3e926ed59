import { type ActivityKind, isPossibleActivity } from '../../../clinical/activity/index.ts'
import type { MetricType } from '../../../clinical/vitals/index.ts'
import { type FieldError, Problem } from '../../../platform/errors/problem.ts'
import { futureErrors, type ReadMetric, readMetric } from '../../metrics/index.ts'
import { amountOf, isActivity, metricTypeOf, type SampleType } from './sample-type.ts'

/** One sample as a phone, an archive or a service tells it. */
export interface GivenSample {
  /** What its source calls it; the same name again is the same sample. */
  readonly sourceId: string
  readonly type: SampleType
  /** A number, or `120/80`. Of sleep nothing counts but its times. */
  readonly value: string | null
  readonly unit: string
  /** When it was measured, or when what was counted began. */
  readonly at: Date
  /** When what was counted ended. */
  readonly until: Date | null
  readonly device: string | null
}

interface Sampled {
  readonly sourceId: string
  readonly at: Date
  readonly device: string | null
}

export interface MetricSample extends Sampled {
  readonly kind: 'metric'
  readonly type: MetricType
  readonly metric: ReadMetric
  readonly notes: string | null
}

export interface ActivitySample extends Sampled {
  readonly kind: 'activity'
  readonly type: ActivityKind
  readonly until: Date
  readonly value: number
}

export type ReadSample = MetricSample | ActivitySample

/** What decides besides the sample itself. */
export interface SampleLimits {
  readonly now: Date
  /** `YYYY-MM-DD` */
  readonly dateOfBirth: string | null
}

/** Before this no phone and no watch has measured anything: the clock of the device stood at its beginning. */
const EARLIEST = Date.UTC(1990, 0, 1)
/** The zero of device clocks, where they start again after their battery was empty. */
const CLOCK_ZEROS = [Date.UTC(2000, 0, 1), Date.UTC(2001, 0, 1)]
const RESTING = 'At rest'
const WRITTEN_VALUE = /^\d+(?:\.\d+)?(?:\s*\/\s*\d+)?$/

/** Makes a sample ready for the record, or says what is wrong with it. */
export function readSample(given: GivenSample, limits: SampleLimits): ReadSample | readonly FieldError[] {
  const wrongTime = timeErrors(given, limits)
  if (wrongTime.length > 0) return wrongTime
  return isActivity(given.type) ? readActivity(given, given.type) : readMeasurement(given, given.type)
}

function timeErrors({ at, until }: GivenSample, { now, dateOfBirth }: SampleLimits): readonly FieldError[] {
  const pointer = '/measured_at'
  if (Number.isNaN(at.getTime()) || (until !== null && Number.isNaN(until.getTime()))) {
    return [{ pointer, code: 'not_a_point_in_time' }]
  }
  if (at.getTime() < EARLIEST || CLOCK_ZEROS.includes(at.getTime())) return [{ pointer, code: 'clock_not_set' }]
  // Wherever the person was born, the day had begun there at most 14 hours before it began at Greenwich.
  if (dateOfBirth !== null && at.getTime() < Date.parse(dateOfBirth) - 14 * 3_600_000) {
    return [{ pointer, code: 'before_birth' }]
  }
  const future = futureErrors(at.toISOString(), now)
  if (future.length > 0) return future
  if (until === null) return []
  if (until < at) return [{ pointer: '/ended_at', code: 'before_start' }]
  return futureErrors(until.toISOString(), now).map((error) => ({ ...error, pointer: '/ended_at' }))
}

function readMeasurement(
  given: GivenSample,
  type: Exclude<SampleType, ActivityKind>,
): MetricSample | readonly FieldError[] {
  const metric_type = metricTypeOf(type)
  if (given.value !== null && !WRITTEN_VALUE.test(given.value)) return [{ pointer: '/value', code: 'not_a_number' }]
  const number = given.value === null || given.value.includes('/') ? undefined : Number(given.value)
  const amount = number === undefined ? undefined : amountOf(type, { value: number, unit: given.unit })
  const changed = amount !== undefined && amount.value !== number
  try {
    const metric = readMetric({
      metric_type,
      value: changed ? String(Number(amount.value.toFixed(2))) : given.value,
      unit: amount?.unit ?? given.unit,
      systolic: null,
      diastolic: null,
    })
    const { sourceId, at, device } = given
    return {
      kind: 'metric',
      sourceId,
      at,
      device,
      type: metric_type,
      metric,
      notes: type === 'resting_heart_rate' ? RESTING : null,
    }
  } catch (error) {
    if (error instanceof Problem) return error.errors
    throw error
  }
}

function readActivity(given: GivenSample, type: ActivityKind): ActivitySample | readonly FieldError[] {
  const { sourceId, at, device } = given
  const until = given.until ?? at
  const milliseconds = until.getTime() - at.getTime()
  if (type === 'sleep' && milliseconds === 0) return [{ pointer: '/ended_at', code: 'required' }]
  const value = type === 'sleep' ? Math.round(milliseconds / 60_000) : Number(given.value ?? Number.NaN)
  if (Number.isNaN(value)) return [{ pointer: '/value', code: given.value === null ? 'required' : 'not_a_number' }]
  if (!isPossibleActivity(type, value, milliseconds)) return [{ pointer: '/value', code: 'not_possible' }]
  return { kind: 'activity', sourceId, at, device, type, until, value: Number(value.toFixed(2)) }
}
