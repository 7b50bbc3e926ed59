import { z } from 'zod'
import { defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { choice, decimal, moment, wholeNumber } from '../../operations/field-types.ts'

const PARTS = ['medication', 'measurements', 'goals'] as const
export type ScorePart = (typeof PARTS)[number]

/** How much each part counts. Where one is not known, the others share its weight in their proportion. */
export const SCORE_WEIGHTS: Readonly<Record<ScorePart, number>> = { medication: 50, measurements: 30, goals: 20 }

const FORMULA =
  'The weighted mean of the parts that are known, rounded: `medication` (weight 50) is the share of the doses noted in the ' +
  'last 30 days that were taken, in time or late; `measurements` (weight 30) looks at the newest value of each kind of the ' +
  'last 90 days: 100 for one that is normal or stable, 50 for one that is fair or elevated, 0 for one that is low or high; ' +
  '`goals` (weight 20) is the mean way come towards open goals. It compares people with their own plans and is no medical ' +
  'judgement.'

export interface KnownPart {
  readonly part: ScorePart
  /** 0 to 100; `null` where nothing is known. */
  readonly value: number | null
  readonly data_points: number
}

/** 0 to 100 by the formula above; `null` where no part is known. */
export function scoreOf(parts: readonly KnownPart[]): number | null {
  const known = parts.flatMap(({ part, value }) => (value === null ? [] : [{ value, weight: SCORE_WEIGHTS[part] }]))
  const weight = known.reduce((sum, each) => sum + each.weight, 0)
  if (weight === 0) return null
  return Math.round(known.reduce((sum, each) => sum + each.value * each.weight, 0) / weight)
}

/** The parts of the score, from the rows that they summarise. */
export async function scoreParts({ transaction, now }: OperationScope): Promise<readonly KnownPart[]> {
  return await transaction.rows<KnownPart>(
    transaction.sql.raw(
      `with newest as (
         select distinct on (metric_type) status from health_metrics
         where status is not null and measured_at > ?::timestamptz - interval '90 days' and measured_at <= ?::timestamptz
         order by metric_type, measured_at desc, id desc
       )
       select 'medication' as part, round(avg(case when status in ('taken', 'delayed') then 100 else 0 end), 2) as value,
         count(*)::integer as data_points
       from medication_intake
       where scheduled_time > ?::timestamptz - interval '30 days' and scheduled_time <= ?::timestamptz + interval '1 day'
       union all
       select 'measurements',
         round(avg(case when status in ('normal', 'stable') then 100 when status in ('fair', 'elevated') then 50 else 0 end), 2),
         count(*)::integer
       from newest
       union all
       select 'goals', round(avg(progress_percentage), 2), count(*)::integer from health_goals where status = 'active'`,
      [now, now, now, now],
    ),
  )
}

export const readHealthScore = defineOperation({
  name: 'health-score.get',
  summary: "Read the person's health score and what it is made of",
  effect: 'read',
  readsMuch: true,
  input: z.strictObject({}),
  output: z.object({
    score: wholeNumber(`0 to 100; null where nothing is known. ${FORMULA}`, { example: 72, maximum: 100 }).nullable(),
    parts: z
      .array(
        z.object({
          part: choice(PARTS, 'What it looks at.'),
          value: decimal('0 to 100; null where nothing is known.', { example: 86.67, maximum: 100 }).nullable(),
          weight: decimal('How much it counted this time, in per cent; the known parts come to 100.', {
            example: 62.5,
            maximum: 100,
          }),
          data_points: wholeNumber('Doses, kinds of measurement or goals that it was computed from.', { example: 30 }),
        }),
      )
      .meta({ description: 'What the score is made of.' }),
    formula: z.string().meta({ description: 'How the score is computed.', examples: [FORMULA] }),
    calculated_at: moment('When it was computed.', { example: '2026-03-12T04:30:00.000Z' }),
  }),
  rest: { method: 'GET', path: '/health-score' },
  tool: { guidance: 'tools/health-score', confirm: 'never' },
  run: async (scope) => {
    const parts = await scoreParts(scope)
    const known = parts.reduce((sum, { part, value }) => sum + (value === null ? 0 : SCORE_WEIGHTS[part]), 0)
    return {
      score: scoreOf(parts),
      parts: parts.map(({ part, value, data_points }) => ({
        part,
        value,
        weight: value === null ? 0 : Number(((100 * SCORE_WEIGHTS[part]) / known).toFixed(2)),
        data_points,
      })),
      formula: FORMULA,
      calculated_at: scope.now.toISOString(),
    }
  },
})
