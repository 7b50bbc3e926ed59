import { z } from 'zod'
import { text } from '../../operations/field-types.ts'
import { schemaNotes } from '../../operations/schema-shape.ts'
import { validateInput } from '../../operations/validate-input.ts'
import { type FieldError, Problem } from '../../platform/errors/problem.ts'
import { futureErrors, metricFields, type ReadMetric, readMetric } from '../metrics/index.ts'

const sampleFields = {
  source_id: text('What the service calls the sample; the same name again is the same sample.', {
    example: 'hr-81723',
  }),
  metric_type: metricFields.metric_type,
  value: metricFields.value,
  unit: text('Its unit.', { example: 'mmHg', maximum: 20 }),
  measured_at: metricFields.measured_at,
  device_used: metricFields.device_used.optional(),
}
const Sample = z.strictObject(sampleFields)

/**
 * A sample as it comes in: an object with those fields, of which each sample is checked by itself, so that one that is wrong
 * does not keep out the others.
 */
export const IncomingSample = z
  .looseObject(Object.fromEntries(Object.entries(sampleFields).map(([name, field]) => [name, unchecked(field)])))
  .meta({ description: 'One measurement.' })

function unchecked(field: z.ZodType) {
  const { description, examples } = schemaNotes(field)
  return z
    .unknown()
    .meta({ description, examples: [...examples] })
    .optional()
}

export interface ReadSample {
  readonly index: number
  readonly sample: z.output<typeof Sample>
  readonly metric: ReadMetric
}

export interface RefusedSample {
  readonly index: number
  readonly sourceId: string | null
  readonly errors: readonly FieldError[]
}

/** Reads one sample of a batch, or says what is wrong with it. */
export function readSample(
  index: number,
  incoming: Readonly<Record<string, unknown>>,
  now: Date,
): ReadSample | RefusedSample {
  try {
    const sample = validateInput(Sample, incoming)
    const future = futureErrors(sample.measured_at, now)
    if (future.length > 0) return { index, sourceId: sample.source_id, errors: future }
    const { metric_type, value, unit } = sample
    return { index, sample, metric: readMetric({ metric_type, value, unit, systolic: null, diastolic: null }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { source_id } = incoming
    return { index, sourceId: typeof source_id === 'string' ? source_id : null, errors: error.errors }
  }
}
