import type { OperationScope, RecordChange } from '../../operations/define-operation.ts'
import type { ChangeListener } from '../../operations/execute-operation.ts'
import { PERSONS_TIME_ZONE } from '../../operations/time-range.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { type ChangedFact, metricTypesBy } from '../metrics/index.ts'

export type Analysis = 'trend' | 'adherence'

/** SQL that selects what changed, as `reference` and `at`, with its bindings. */
interface Changed {
  readonly analysis: Analysis
  readonly sql: string
  readonly bindings: readonly (string | Date | null)[]
}

type Row = Readonly<Record<string, unknown>>

/**
 * Notes in the transaction that changes the record which analyses it makes stale, by the day that each change is about, and
 * calls `onWaiting` after the commit. Nothing is computed here: a write costs no round trip more.
 */
export function createAnalysisQueue(onWaiting: (userId: string) => void | Promise<void>): ChangeListener {
  const told = new WeakSet<Transaction>()
  return (scope, change) => {
    const stale = staleBy(scope, change)
    if (stale.length === 0) return
    for (const changed of stale) queueMarks(scope, changed)
    if (told.has(scope.transaction)) return
    told.add(scope.transaction)
    scope.transaction.afterCommit(() => onWaiting(scope.caller.userId))
  }
}

function queueMarks({ transaction, caller }: OperationScope, { analysis, sql, bindings }: Changed): void {
  transaction.queue(
    transaction.sql.raw(
      // The update, which changes nothing that anybody reads, holds the row: whoever takes it away has to wait for this
      // transaction, and then sees what it wrote.
      `insert into waiting_analyses (user_id, analysis, reference, day)
       select distinct ?::uuid, ?::text, changed.reference, (changed.at at time zone ${PERSONS_TIME_ZONE})::date
       from (${sql}) as changed
       on conflict (user_id, analysis, reference, day) do update set created_at = excluded.created_at`,
      [caller.userId, analysis, ...bindings],
    ),
  )
}

function staleBy({ now }: OperationScope, change: RecordChange): Changed[] {
  const { table, kind, id, before, after } = change
  const whole = after ?? before ?? {}
  switch (table) {
    case 'health_metrics':
      if (kind === 'updated') {
        return [changedRow('trend', table, 'metric_type', 'measured_at', id, before ?? {}), weightsOfHeight(id)]
      }
      return [
        given('trend', whole['metric_type'], whole['measured_at']),
        ...(whole['metric_type'] === 'height' ? [trendsOf('height')] : []),
      ]
    case 'medical_conditions':
      // A new diabetes is a new range that trends are held against.
      return touches(change, ['name', 'icd_code', 'diagnosed_date', 'status']) ? [trendsOf('condition')] : []
    case 'users':
      return touches(change, ['date_of_birth', 'gender']) ? [trendsOf('person')] : []
    case 'user_profiles':
      return touches(change, ['height']) ? [trendsOf('height')] : []
    case 'medication_intake':
      if (kind === 'updated') {
        return [changedRow('adherence', table, 'medication_id::text', 'scheduled_time', id, before ?? {})]
      }
      return [given('adherence', whole['medication_id'], whole['scheduled_time'])]
    case 'medication_schedules':
      if (kind !== 'updated') return [given('adherence', whole['medication_id'], now)]
      return [
        {
          analysis: 'adherence',
          sql: 'select medication_id::text as reference, ?::timestamptz as at from medication_schedules where id = ?',
          bindings: [now, id],
        },
      ]
    case 'medications':
      // With a medicine its analyses are deleted too.
      return kind === 'updated' ? [given('adherence', id, now)] : []
    case 'user_preferences':
      return after?.['timezone'] === undefined ? [] : everything()
    default:
      return []
  }
}

function touches({ before, after }: RecordChange, columns: readonly string[]): boolean {
  return columns.some((column) => before?.[column] !== after?.[column])
}

/** All trends that a fact about the person decides about. */
function trendsOf(fact: ChangedFact): Changed {
  return {
    analysis: 'trend',
    sql: 'select metric_type as reference, measured_at as at from health_metrics where metric_type = any (?::text[])',
    bindings: [`{${metricTypesBy(fact).join(',')}}`],
  }
}

/** The trend of weights, where the measurement is a height. */
function weightsOfHeight(id: string): Changed {
  const { analysis, sql, bindings } = trendsOf('height')
  const isHeight = `exists (select from health_metrics where id = ? and metric_type = 'height')`
  return { analysis, sql: `${sql} and ${isHeight}`, bindings: [...bindings, id] }
}

function given(analysis: Analysis, reference: unknown, at: unknown): Changed {
  return {
    analysis,
    sql: 'select ?::text as reference, ?::timestamptz as at',
    bindings: [String(reference), timeOf(at)],
  }
}

/** Both where the row was and where it is now; `before` holds only the columns that changed. */
function changedRow(
  analysis: Analysis,
  table: string,
  reference: string,
  at: string,
  id: string,
  before: Row,
): Changed {
  const earlier = before[reference]
  return {
    analysis,
    sql: `select ${reference} as reference, ${at} as at from ${table} where id = ?
          union select coalesce(?::text, ${reference}), coalesce(?::timestamptz, ${at}) from ${table} where id = ?`,
    bindings: [id, earlier === undefined || earlier === null ? null : String(earlier), timeOf(before[at]), id],
  }
}

/** In another time zone any row may belong to the day before or after. */
function everything(): Changed[] {
  const around = `cross join (values (-1), (0), (1)) as near (days)`
  return [
    {
      analysis: 'trend',
      sql: `select metric_type as reference, measured_at + near.days * interval '1 day' as at from health_metrics ${around}`,
      bindings: [],
    },
    {
      analysis: 'adherence',
      sql: `select medication_id::text as reference, scheduled_time + near.days * interval '1 day' as at
            from medication_intake ${around}`,
      bindings: [],
    },
  ]
}

function timeOf(value: unknown): string | Date | null {
  return value instanceof Date || typeof value === 'string' ? value : null
}
