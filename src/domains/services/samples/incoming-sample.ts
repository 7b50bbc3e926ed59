import { z } from 'zod'
import { choice, moment, text } from '../../../operations/field-types.ts'
import { schemaNotes } from '../../../operations/schema-shape.ts'
import { validateInput } from '../../../operations/validate-input.ts'
import { type FieldError, Problem } from '../../../platform/errors/problem.ts'
import { metricFields } from '../../metrics/index.ts'
import { type ReadSample, readSample, type SampleLimits } from './read-sample.ts'
import { SAMPLE_TYPES, sampleTypeNamed } from './sample-type.ts'

const sampleFields = {
  source_id: text('What the phone or the service calls the sample; the same name again is the same sample.', {
    example: 'hr-81723',
  }),
  metric_type: choice(
    SAMPLE_TYPES,
    'What was measured or counted. The names of HealthKit (`HKQuantityTypeIdentifierHeartRate`) and Health Connect (`HeartRateRecord`) are taken too.',
    { example: 'blood_pressure' },
  ),
  value: metricFields.value
    .meta({
      description:
        'The value; of a blood pressure `120/80`, of steps how many. Sleep has none: its times say how long it was.',
      examples: ['128/82'],
    })
    .nullable()
    .optional(),
  unit: text(
    'Its unit. `count/min`, `g`, a saturation as a part of one and the like are taken as HealthKit and Health Connect write them; steps and sleep need none.',
    { example: 'mmHg', maximum: 50 },
  ).optional(),
  measured_at: moment('When it was measured, or when what was counted began.', { example: '2026-03-12T02:15:00.000Z' }),
  ended_at: moment('When what was counted ended; needed for sleep.', { example: '2026-03-12T02:30:00.000Z' })
    .nullable()
    .optional(),
  device_used: metricFields.device_used.optional(),
}
const Sample = z.strictObject(sampleFields)

/**
 * A sample as it comes in: an object with those fields, of which each sample is checked by itself, so that one that is wrong
 * does not keep out the others.
 */
export const IncomingSample = z
  .looseObject(Object.fromEntries(Object.entries(sampleFields).map(([name, field]) => [name, unchecked(name, field)])))
  .meta({ description: 'One measurement or count.' })

function unchecked(name: string, field: z.ZodType) {
  const { description, examples } = schemaNotes(field)
  const known = name === 'metric_type' ? `One of ${SAMPLE_TYPES.join(', ')}. ${description}` : description
  return z
    .unknown()
    .meta({ description: known, examples: [...examples] })
    .optional()
}

export interface RefusedSample {
  readonly index: number
  readonly sourceId: string | null
  readonly errors: readonly FieldError[]
}

/** Reads one sample of a batch, or says what is wrong with it. */
export function readIncomingSample(
  index: number,
  incoming: Readonly<Record<string, unknown>>,
  limits: SampleLimits,
): ReadSample | RefusedSample {
  const { source_id, metric_type } = incoming
  const refused = (errors: readonly FieldError[]): RefusedSample => ({
    index,
    sourceId: typeof source_id === 'string' ? source_id : null,
    errors,
  })
  const known = typeof metric_type === 'string' ? { metric_type: sampleTypeNamed(metric_type) } : {}
  try {
    const sample = validateInput(Sample, { ...incoming, ...known })
    const read = readSample(
      {
        sourceId: sample.source_id,
        type: sample.metric_type,
        value: sample.value ?? null,
        unit: sample.unit ?? '',
        at: new Date(sample.measured_at),
        until: sample.ended_at ? new Date(sample.ended_at) : null,
        device: sample.device_used ?? null,
      },
      limits,
    )
    return 'kind' in read ? read : refused(read)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return refused(error.errors)
  }
}
