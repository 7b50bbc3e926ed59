import type { Database } from '../../../platform/database/index.ts'

/**
 * The fewest people that a cell may show. The cell size suppression policy of the Centers for Medicare & Medicaid Services
 * (CMS) allows no cell of 10 people or fewer; so 11, and no total from which a hidden cell could be computed.
 */
export const SMALLEST_CELL = 11

/** Shown counts are rounded down to a multiple of this, so that two reports do not tell of one person who came between. */
const ROUNDED_TO = 5

export type StatisticsPurpose = 'analytics' | 'research'

const SETTINGS: Readonly<Record<StatisticsPurpose, string>> = {
  analytics: 'allow_anonymous_analytics',
  research: 'research_participation',
}

export interface StatisticsCell {
  readonly group: Readonly<Record<string, string>>
  readonly people: number
}

export interface StatisticsTable {
  readonly name: string
  readonly cells: readonly StatisticsCell[]
  /** How many groups there are that are too small to be shown. */
  readonly hidden: number
}

export interface Statistics {
  readonly purpose: StatisticsPurpose
  readonly smallest_cell: number
  readonly tables: readonly StatisticsTable[]
}

const AGE_GROUP = `case when u.date_of_birth is null then 'unknown'
  else (floor(extract(year from age(cast(? as timestamptz), u.date_of_birth)) / 10) * 10)::int || 's' end`

/**
 * What is counted, each as people and each with columns that have a fixed list of values only: never a text, a name, a
 * date or a place. `users u` are those who have agreed.
 */
const COUNTED: readonly { readonly name: string; readonly columns: readonly string[]; readonly sql: string }[] = [
  {
    name: 'people',
    columns: ['age', 'gender'],
    sql: `select u.id, ${AGE_GROUP} as age, coalesce(u.gender, 'unknown') as gender from people u`,
  },
  {
    name: 'languages',
    columns: ['language'],
    sql: 'select u.id, u.language from people u where cast(? as timestamptz) is not null',
  },
  {
    name: 'measurements',
    columns: ['measure', 'status'],
    sql: `select distinct on (m.user_id, m.metric_type) m.user_id as id, m.metric_type as measure, coalesce(m.status, 'unknown') as status
      from people u join health_metrics m on m.user_id = u.id where m.measured_at <= ? order by m.user_id, m.metric_type, m.measured_at desc, m.id desc`,
  },
  {
    name: 'conditions',
    // The first three signs of ICD-10 name a group of illnesses; anything else in that column could be a text.
    columns: ['icd_10', 'age'],
    sql: `select distinct c.user_id as id, left(upper(c.icd_code), 3) as icd_10, ${AGE_GROUP} as age
      from people u join medical_conditions c on c.user_id = u.id where upper(c.icd_code) ~ '^[A-Z][0-9][0-9A-Z]([.]|$)'`,
  },
  {
    name: 'medicines',
    columns: ['active_medicines'],
    sql: `select u.id, case when count(m.id) >= 5 then '5 or more' else count(m.id)::text end as active_medicines
      from people u left join medications m on m.user_id = u.id and m.status = 'active' and m.created_at <= ? group by u.id`,
  },
]

/**
 * Statistics about the people who agreed to be counted, k-anonymous: groups of fewer than `smallestCell` people are not
 * shown, and neither are totals.
 * @param options.smallestCell At least {@link SMALLEST_CELL}, whatever is asked for.
 */
export async function computeStatistics(
  database: Database,
  options: { readonly purpose: StatisticsPurpose; readonly smallestCell?: number; readonly now: Date },
): Promise<Statistics> {
  const { purpose, now } = options
  const smallest = Math.max(SMALLEST_CELL, options.smallestCell ?? SMALLEST_CELL)
  const tables: StatisticsTable[] = []
  for (const { name, columns, sql } of COUNTED) {
    const rows = await database.asSystem((transaction) =>
      transaction.rows<Record<string, string | number>>(
        transaction.sql.raw(
          `with people as (
             select u.* from users u join privacy_settings p on p.user_id = u.id where u.is_active and p.${SETTINGS[purpose]}
           ), counted as (${sql})
           select ${columns.join(', ')}, count(distinct id)::int as people from counted
           group by ${columns.join(', ')} order by ${columns.join(', ')}`,
          [now],
        ),
      ),
    )
    const shown = rows.filter(({ people }) => Number(people) >= smallest)
    tables.push({
      name,
      cells: shown.map((row) => ({
        group: Object.fromEntries(columns.map((column) => [column, String(row[column])])),
        people: Math.floor(Number(row['people']) / ROUNDED_TO) * ROUNDED_TO,
      })),
      hidden: rows.length - shown.length,
    })
  }
  return { purpose, smallest_cell: smallest, tables }
}
