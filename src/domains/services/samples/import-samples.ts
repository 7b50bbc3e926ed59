import { z } from 'zod'
import { defineOperation, type OperationScope } from '../../../operations/define-operation.ts'
import { identifier, moment, text, wholeNumber } from '../../../operations/field-types.ts'
import { type FieldError, NotFound, Problem, ValidationFailed } from '../../../platform/errors/problem.ts'
import { fieldErrorText } from '../../../platform/errors/problem-document.ts'
import { deriveBodyMassIndex, followHeight } from '../../metrics/index.ts'
import { connectedServices } from '../connected-service.ts'
import { ServiceDisconnected } from '../service-disconnected.ts'
import { IncomingSample, type RefusedSample, readIncomingSample } from './incoming-sample.ts'
import { type AddedMetric, keepSamples, readSamplePerson } from './keep-samples.ts'
import type { ReadSample } from './read-sample.ts'

const MOST_SAMPLES = 1_000
/** A phone's clock that is further off than this makes every time of its samples doubtful. */
const CLOCK_OFF_MILLISECONDS = 60 * 60_000

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
  summary: 'Bring in a batch of samples that a phone (Health Connect, HealthKit) or a service has collected',
  effect: 'write',
  input: z.strictObject({
    id: identifier('Identifier of the connected service.'),
    sent_at: moment('What the clock of the phone says now. Where it is an hour off, the whole batch is refused.', {
      example: '2026-03-12T04:30:00.000Z',
    }).optional(),
    samples: z
      .array(IncomingSample)
      .min(1)
      .max(MOST_SAMPLES)
      .meta({
        description:
          'The samples, in any order, sent again whenever it is unclear whether they arrived. Those that are wrong are reported and the others kept.',
        examples: [
          [
            {
              source_id: 'bp-2026-03-12-1',
              metric_type: 'blood_pressure',
              value: '128/82',
              unit: 'mmHg',
              measured_at: '2026-03-12T02:15:00.000Z',
              device_used: 'Omron HEM-7120',
            },
            {
              source_id: '7F2C0B5E-60C1-4E0B-9C6E-2B9D8F3F1A55',
              metric_type: 'HKQuantityTypeIdentifierHeartRate',
              value: '72',
              unit: 'count/min',
              measured_at: '2026-03-12T02:16:00.000Z',
              device_used: 'Apple Watch',
            },
            {
              source_id: 'steps-2026-03-12T02',
              metric_type: 'steps',
              value: '742',
              measured_at: '2026-03-12T02:00:00.000Z',
              ended_at: '2026-03-12T02:10:00.000Z',
            },
          ],
        ],
      }),
  }),
  output: z.object({
    imported: wholeNumber('How many are new in the record.', { example: 118 }),
    duplicates: wholeNumber('How many were there already.', { example: 2 }),
    refused: z.array(refusedSample).meta({ description: 'Those that were not kept.' }),
  }),
  errors: [NotFound, ServiceDisconnected],
  rest: { method: 'POST', path: '/connected-services/{id}/import', status: 200 },
  tool: { guidance: 'tools/connected-services', confirm: 'always' },
  told: (input) => ({ samples: Array.isArray(input['samples']) ? input['samples'].length : 0 }),
  run: async (scope, { id, sent_at, samples }) => {
    const wrong = clockErrors(sent_at, scope.now)
    if (wrong.length > 0) throw new Problem(ValidationFailed, { errors: wrong })
    const [service, person] = await Promise.all([
      connectedServices.store.lock(scope.transaction, { id }),
      readSamplePerson(scope.transaction),
    ])
    if (!service) throw new Problem(NotFound)
    if (service['is_connected'] !== true) throw new Problem(ServiceDisconnected)
    const limits = { now: scope.now, dateOfBirth: person.person.dateOfBirth }
    const wanted = service['data_types_synced'] as readonly string[] | null
    const outcomes = samples.map((sample, index) => chosen(index, readIncomingSample(index, sample, limits), wanted))
    const good = outcomes.filter((outcome) => 'kind' in outcome)
    const refused = outcomes.filter((outcome) => 'errors' in outcome)
    const owner = { userId: scope.caller.userId, source: String(service['service_name']), ...person }
    const { metrics, activities } = await keepSamples(scope.transaction, owner, good)
    await tellMetrics(scope, owner.source, metrics)
    const imported = metrics.length + activities
    await noteImport(scope, id, { before: service['last_sync_at'], imported })
    return {
      imported,
      duplicates: good.length - imported,
      refused: refused.map((sample) => described(scope, sample)),
    }
  },
})

/** A measurement of a kind that the person does not want from this service is refused, so that the phone can tell them. */
function chosen(
  index: number,
  outcome: ReadSample | RefusedSample,
  wanted: readonly string[] | null,
): ReadSample | RefusedSample {
  if (!('kind' in outcome) || outcome.kind === 'activity' || wanted === null || wanted.includes(outcome.type)) {
    return outcome
  }
  return { index, sourceId: outcome.sourceId, errors: [{ pointer: '/metric_type', code: 'kind_not_chosen' }] }
}

function clockErrors(sentAt: string | undefined, now: Date): readonly FieldError[] {
  if (sentAt === undefined) return []
  const off = Math.abs(Date.parse(sentAt) - now.getTime())
  return off > CLOCK_OFF_MILLISECONDS ? [{ pointer: '/sent_at', code: 'clock_wrong' }] : []
}

/** Tells of one measurement a kind and day, which stands for the others: the trends of that day are computed anew. */
async function tellMetrics(scope: OperationScope, source: string, added: readonly AddedMetric[]): Promise<void> {
  const days = Map.groupBy(added, (row) => `${row.metric_type} ${row.measured_at.toISOString().slice(0, 10)}`)
  for (const [first, ...others] of days.values()) {
    if (first === undefined) continue
    const { id, measured_at, ...columns } = first
    // Midnight in the person's time zone may lie between the first and the last of a day of Greenwich's.
    const ends = [first, ...others].map((row) => row.measured_at.getTime())
    for (const at of new Set([Math.min(...ends), Math.max(...ends)])) {
      const after = { ...columns, measured_at: new Date(at).toISOString(), source, samples: others.length + 1 }
      await scope.changed({ kind: 'created', table: 'health_metrics', id, before: null, after })
    }
  }
  if (added.some((row) => row.metric_type === 'height')) await followHeight(scope)
  else for (const row of added) if (row.metric_type === 'weight') await deriveBodyMassIndex(scope, row)
}

async function noteImport(
  scope: OperationScope,
  id: string,
  { before, imported }: { before: unknown; imported: number },
): Promise<void> {
  const last_sync_at = scope.now.toISOString()
  scope.transaction.queue(scope.transaction.sql('connected_services').where({ id }).update({ last_sync_at }))
  scope.about({ table: 'connected_services', id })
  await scope.changed({
    kind: 'updated',
    table: 'connected_services',
    id,
    before: { last_sync_at: before },
    after: { last_sync_at, imported },
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
