import { v7 as uuidv7 } from 'uuid'
import type { MetricType } from '../../../clinical/vitals/index.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { contextAt, type Heights, heightAt, judged, type Person, readHeights, readPerson } from '../../metrics/index.ts'
import type { ActivitySample, MetricSample, ReadSample } from './read-sample.ts'

/** A measurement that is new in the record. */
export interface AddedMetric {
  readonly id: string
  readonly metric_type: MetricType
  readonly value: string
  readonly unit: string
  readonly measured_at: Date
}

interface KeptSamples {
  readonly metrics: readonly AddedMetric[]
  /** How many counts of steps, sleep and breaths are new. */
  readonly activities: number
}

/** What limits depend on, read once for any number of samples. */
export interface SamplePerson {
  readonly person: Person
  readonly heights: Heights
}

export async function readSamplePerson(transaction: Transaction): Promise<SamplePerson> {
  const [person, heights] = await Promise.all([readPerson(transaction), readHeights(transaction)])
  return { person, heights }
}

/** Where samples go. */
export interface SampleOwner extends SamplePerson {
  readonly userId: string
  /** The service that they come from. */
  readonly source: string
}

/**
 * Adds what the record does not have yet, in two statements whatever the number. A sample is known by the name that its
 * source gave it; a measurement also by its kind, time, value and unit, whoever recorded it: what a watch wrote into two
 * apps is one measurement.
 */
export async function keepSamples(
  transaction: Transaction,
  owner: SampleOwner,
  samples: readonly ReadSample[],
): Promise<KeptSamples> {
  const metrics = samples.filter((sample) => sample.kind === 'metric')
  const activities = samples.filter((sample) => sample.kind === 'activity')
  const [added, counted] = await Promise.all([
    metrics.length === 0 ? [] : keepMetrics(transaction, owner, metrics),
    activities.length === 0 ? 0 : keepActivities(transaction, owner, activities),
  ])
  return { metrics: added, activities: counted }
}

async function keepMetrics(
  transaction: Transaction,
  { userId, source, person, heights }: SampleOwner,
  samples: readonly MetricSample[],
): Promise<AddedMetric[]> {
  const rows = new Map<string, object>()
  for (const { type, metric, at, device, sourceId, notes } of samples) {
    const { reading, columns } = metric
    const measured_at = at.toISOString()
    const key = `${type} ${measured_at} ${columns.value} ${columns.unit}`
    if (rows.has(key)) continue
    const height = type === 'weight' ? heightAt(heights, at) : undefined
    const context = contextAt(person, { metric_type: type, measured_at: at, notes }, height)
    const status = judged(type, reading, columns.unit, context)
    const row = { id: uuidv7(), metric_type: type, ...columns, ...status, notes, measured_at, device_used: device }
    rows.set(key, { ...row, source_id: sourceId })
  }
  return await transaction.rows<AddedMetric>(
    transaction.sql.raw(
      `insert into health_metrics
         (id, user_id, metric_type, value, unit, systolic, diastolic, status, status_source, notes, measured_at,
          device_used, source, source_id)
       select n.id, ?::uuid, n.metric_type, n.value, n.unit, n.systolic, n.diastolic, n.status, n.status_source, n.notes,
         n.measured_at, n.device_used, ?::text, n.source_id
       from json_to_recordset(?::json) as n (
         id uuid, metric_type text, value text, unit text, systolic integer, diastolic integer, status text,
         status_source text, notes text, measured_at timestamptz, device_used text, source_id text
       )
       -- Those of services are known by their keys.
       where not exists (
         select from health_metrics m
         where m.user_id = ?::uuid and m.metric_type = n.metric_type and m.measured_at = n.measured_at
           and m.value = n.value and m.unit = n.unit
           and (m.source is null
             or m.source not in ('google_fit', 'apple_health', 'fitbit', 'samsung_health', 'garmin'))
       )
       on conflict do nothing
       returning id, metric_type, value, unit, measured_at`,
      [userId, source, JSON.stringify([...rows.values()]), userId],
    ),
  )
}

async function keepActivities(
  transaction: Transaction,
  { userId, source }: SampleOwner,
  samples: readonly ActivitySample[],
): Promise<number> {
  const rows = samples.map(({ type, value, at, until, device, sourceId }) => ({
    id: uuidv7(),
    kind: type,
    value,
    started_at: at.toISOString(),
    ended_at: until.toISOString(),
    device_used: device,
    source_id: sourceId,
  }))
  return await transaction.affected(
    transaction.sql.raw(
      `insert into activity_samples (id, user_id, kind, value, started_at, ended_at, device_used, source, source_id)
       select n.id, ?::uuid, n.kind, n.value, n.started_at, n.ended_at, n.device_used, ?::text, n.source_id
       from json_to_recordset(?::json) as n (
         id uuid, kind text, value numeric, started_at timestamptz, ended_at timestamptz, device_used text, source_id text
       )
       on conflict do nothing`,
      [userId, source, JSON.stringify(rows)],
    ),
  )
}
