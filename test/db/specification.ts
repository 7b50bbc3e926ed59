import { readFileSync } from 'node:fs'

/** A column as the catalogue should have it. */
export interface ColumnFact {
  readonly name: string
  /** In the words of `format_type`. */
  readonly type: string
  readonly nullable: boolean
  /** Without casts; `null` where there is none. */
  readonly default: string | null
  readonly values: readonly string[] | null
  readonly references: string | null
}

export interface TableFact {
  readonly name: string
  readonly columns: readonly ColumnFact[]
}

/** What MySQL's types become, by the rulings on the data model. */
const TYPES: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^UUID/, () => 'uuid'],
  [/^VARCHAR\((\d+)\)/, ([, length]) => `character varying(${length})`],
  [/^DECIMAL\((\d+), ?(\d+)\)/, ([, precision, scale]) => `numeric(${precision},${scale})`],
  [/^ENUM\(/, () => 'text'],
  [/^TEXT/, () => 'text'],
  [/^JSON/, () => 'jsonb'],
  [/^INTEGER/, () => 'integer'],
  [/^BIGINT/, () => 'bigint'],
  [/^BOOLEAN/, () => 'boolean'],
  [/^TIMESTAMP/, () => 'timestamp with time zone'],
  [/^DATE/, () => 'date'],
  [/^TIME/, () => 'time without time zone'],
  [/^POINT/, () => 'point'],
]

/** References that may be empty, because what they name may go while the row stays. Every other one is always there. */
const OPTIONAL_REFERENCES = ['audit_logs.user_id', 'alert_deliveries.contact_id']

/** The data model's tables, read from `specification.txt`. */
export function readSpecification(): TableFact[] {
  const text = readFileSync(new URL('./specification.txt', import.meta.url), 'utf8')
  const blocks = text.split('\n\n').slice(1)
  return blocks.map((block) => {
    const [name = '', ...lines] = block.trimEnd().split('\n')
    return { name, columns: lines.map((line) => toColumn(name, line.trim())) }
  })
}

function toColumn(table: string, line: string): ColumnFact {
  const [, name = '', definition = ''] = /^(\w+): (.*)$/.exec(line) ?? []
  const references = /Foreign Key -> (\w+)\.id/.exec(definition)?.[1] ?? null
  const required = /NOT NULL|Primary Key/.test(definition)
  const list = /^ENUM\(([^)]*)\)/.exec(definition)?.[1]
  return {
    name,
    type: typeOf(definition),
    nullable: references === null ? !required : OPTIONAL_REFERENCES.includes(`${table}.${name}`),
    default: /Primary Key/.test(definition) ? 'gen_random_uuid()' : defaultOf(definition),
    values: list ? [...list.matchAll(/'([^']*)'/g)].map(([, value]) => value ?? '') : null,
    references,
  }
}

function typeOf(definition: string): string {
  for (const [pattern, translate] of TYPES) {
    const match = pattern.exec(definition)
    if (match) return translate(match)
  }
  throw new Error(`The specification has a type nobody translates: ${definition}`)
}

function defaultOf(definition: string): string | null {
  const value = /DEFAULT ('[^']*'|\w+)/.exec(definition)?.[1]
  if (value === undefined) return null
  return value.startsWith("'") || value === 'CURRENT_TIMESTAMP' ? value : value.toLowerCase()
}
