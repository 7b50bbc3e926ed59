import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { ReadingContext } from '../../clinical/vitals/index.ts'
import { defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { identifier, text, wholeNumber } from '../../operations/field-types.ts'
import { defineProblem, NotFound, Problem } from '../../platform/errors/problem.ts'
import { fieldErrorText } from '../../platform/errors/problem-document.ts'
import { deriveBodyMassIndex, judged, readingContext } from '../metrics/index.ts'
import { connectedServices } from './connected-service.ts'
import { IncomingSample, type ReadSample, type RefusedSample, readSample } from './sample.ts'

const TABLE = 'health_metrics'
const MOST_SAMPLES = 1_000

/** The person has paused the service. */
const ServiceDisconnected = defineProblem({ type: 'service-disconnected', status: 409 })

const refusedSample = z.object({
  index: wholeNumber('Place of the sample in the batch, from 0.', { example: 3 }),
  source_id: text('What the service calls it.', { example: 'hr-81724' }).nullable(),
  errors: z
    .array(
      z.object({
        pointer: text('The field.', { example: '/value' }),
        code: text('What is wrong with it.', { example: 'not_possible' }),
        detail: text("The same in the caller's language.", { example: 'No living person has such a value.' }),
      }),
    )
    .meta({ description: 'What is wrong with it.' }),
})

export const importSamples = defineOperation({
  name: 'connected-services.import',
  summary: 'Bring in a batch of measurements that a phone or a service has collected',
  effect: 'write',
  input: z.strictObject({
    id: identifier('Identifier of the connected service.'),
    samples: z
      .array(IncomingSample)
      .min(1)
      .max(MOST_SAMPLES)
      .meta({ description: 'The measurements. Those that are wrong are reported and the others kept.' }),
  }),
  output: z.object({
    imported: wholeNumber('How many measurements are new in the record.', { example: 118 }),
    duplicates: wholeNumber('How many were there already.', { example: 2 }),
    refused: z.array(refusedSample).meta({ description: 'Those that were not kept.' }),
  }),
  errors: [NotFound, ServiceDisconnected],
  rest: { method: 'POST', path: '/connected-services/{id}/import', status: 200 },
  run: async (scope, { id, samples }) => {
    const service = await connectedServices.store.lock(scope.transaction, { id })
    if (!service) throw new Problem(NotFound)
    if (service['is_connected'] !== true) throw new Problem(ServiceDisconnected)
    const outcomes = samples.map((sample, index) => readSample(index, sample, scope.now))
    const good = outcomes.filter((outcome) => 'metric' in outcome)
    const refused = outcomes.filter((outcome) => 'errors' in outcome)
    const imported = await keepSamples(scope, String(service['service_name']), good)
    await noteImport(scope, id, service['last_sync_at'])
    return {
      imported,
      duplicates: good.length - imported,
      refused: refused.map((sample) => described(scope, sample)),
    }
  },
})

interface MetricRow {
  readonly id: string
  readonly metric_type: string
  readonly value: string
  readonly unit: string
  readonly measured_at: Date
}

/** Adds what the record does not have yet, by the service's own name for it or by what was measured when. */
async function keepSamples(scope: OperationScope, source: string, samples: readonly ReadSample[]): Promise<number> {
  const { transaction, caller } = scope
  const unknown = await withoutKnown(scope, samples)
  if (unknown.length === 0) return 0
  const contexts = await contextsOf(scope, unknown)
  const rows = unknown.map(({ sample, metric: { reading, columns } }) => ({
    id: uuidv7(),
    user_id: caller.userId,
    metric_type: sample.metric_type,
    ...columns,
    ...judged(sample.metric_type, reading, columns.unit, contexts.get(contextKey(sample))),
    measured_at: sample.measured_at,
    device_used: sample.device_used ?? null,
    source,
    source_id: sample.source_id,
  }))
  const added = await transaction.rows<MetricRow>(
    transaction
      .sql(TABLE)
      .insert(rows)
      .onConflict()
      .ignore()
      .returning(['id', 'metric_type', 'value', 'unit', 'measured_at']),
  )
  for (const row of added) {
    const { id, ...columns } = row
    const after = { ...columns, measured_at: columns.measured_at.toISOString(), source }
    await scope.changed({ kind: 'created', table: TABLE, id, before: null, after })
    if (row.metric_type === 'weight') await deriveBodyMassIndex(scope, row)
  }
  return added.length
}

const measurementKey = (type: string, at: Date | string, value: string) =>
  `${type} ${new Date(at).toISOString()} ${value}`

/** Leaves out what another service or the person has recorded already, and what comes twice in the batch. */
async function withoutKnown(
  { transaction }: OperationScope,
  samples: readonly ReadSample[],
): Promise<readonly ReadSample[]> {
  const times = [...new Set(samples.map(({ sample }) => sample.measured_at))]
  if (times.length === 0) return []
  const known = await transaction.rows<MetricRow>(
    transaction
      .sql(TABLE)
      .select('metric_type', 'value', 'measured_at')
      .whereRaw('measured_at = any (?::timestamptz[])', [`{${times.join(',')}}`]),
  )
  const seen = new Set(known.map((row) => measurementKey(row.metric_type, row.measured_at, row.value)))
  return samples.filter(({ sample, metric }) => {
    const key = measurementKey(sample.metric_type, sample.measured_at, metric.columns.value)
    return !seen.has(key) && seen.add(key)
  })
}

const contextKey = ({ metric_type, measured_at }: ReadSample['sample']) => `${metric_type} ${measured_at.slice(0, 10)}`

/** What the limits depend on, asked once a kind and day. */
async function contextsOf(
  scope: OperationScope,
  samples: readonly ReadSample[],
): Promise<ReadonlyMap<string, ReadingContext>> {
  const first = new Map(samples.map(({ sample }) => [contextKey(sample), sample]))
  const entries = [...first].map(async ([key, { metric_type, measured_at }]) => {
    const context = await readingContext(scope, { metric_type, measured_at: new Date(measured_at), notes: null })
    return [key, context] as const
  })
  return new Map(await Promise.all(entries))
}

async function noteImport(scope: OperationScope, id: string, before: unknown): Promise<void> {
  const last_sync_at = scope.now.toISOString()
  scope.transaction.queue(scope.transaction.sql('connected_services').where({ id }).update({ last_sync_at }))
  scope.about({ table: 'connected_services', id })
  await scope.changed({
    kind: 'updated',
    table: 'connected_services',
    id,
    before: { last_sync_at: before },
    after: { last_sync_at },
  })
}

function described({ caller }: OperationScope, { index, sourceId, errors }: RefusedSample) {
  return {
    index,
    source_id: sourceId,
    errors: errors.map((error) => ({
      pointer: error.pointer,
      code: error.code,
      detail: fieldErrorText(error, caller.language),
    })),
  }
}
