import type { LanguageForm } from '../../clinical/language-forms.ts'
import type { ToolOutcome } from '../../operations/adapters/call-as-tool.ts'
import { factWords } from '../retrieval/fact-words.ts'
import { factOfRow, type RecordRow } from '../retrieval/record-facts.ts'
import type { Evidence, Fact, FactValue } from '../turn/stages.ts'

const TABLES: Readonly<Record<string, string>> = {
  metrics: 'health_metrics',
  medications: 'medications',
  conditions: 'medical_conditions',
  allergies: 'allergies',
  appointments: 'appointments',
  goals: 'health_goals',
  documents: 'medical_documents',
  'documents.results': 'document_results',
}

const NONE: Evidence = { facts: [], passages: [] }

/** What a tool's answer states, so that the answer can be checked against it and cite it. */
export function toolEvidence(outcome: ToolOutcome | undefined, form: LanguageForm): Evidence {
  if (outcome === undefined) return NONE
  // What is proposed is what the person just said; naming it back is no claim about the record.
  if (outcome.status === 'awaiting_confirmation') return { facts: proposed(outcome), passages: [] }
  if (outcome.status === 'failed' || outcome.output === undefined) return NONE
  const words = factWords(form)
  const parts = outcome.operation.split('.')
  const table = TABLES[parts.slice(0, -1).join('.')] ?? TABLES[parts.join('.')] ?? TABLES[parts[0] ?? '']
  const facts = rowsIn(outcome.output)
    // Rows of a document's collections do not name the document again.
    .map((row) => ({ ...((outcome.input ?? {}) as RecordRow), ...row }))
    .map((row) => (table === undefined ? undefined : factOfRow(table, row, words)) ?? plainFact(outcome.operation, row))
  return { facts, passages: [] }
}

function rowsIn(output: unknown): readonly RecordRow[] {
  if (Array.isArray(output)) return output.filter(isRow)
  if (!isRow(output)) return []
  return Array.isArray(output['data']) ? output['data'].filter(isRow) : [output]
}

function isRow(value: unknown): value is RecordRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A row that no table's builder knows: its plain values as they are. */
function plainFact(operation: string, row: RecordRow): Fact {
  const values: FactValue[] = Object.entries(row).flatMap(([name, value]) =>
    typeof value === 'number' || (typeof value === 'string' && value !== '' && !/_?id$/.test(name))
      ? [{ name, value: String(value) }]
      : [],
  )
  const id = row['id']
  return {
    source:
      typeof id === 'string'
        ? { kind: 'record', table: operation.split('.')[0] ?? operation, rowId: id }
        : { kind: 'reference', title: operation },
    title: operation,
    text: values.map(({ name, value }) => `${name} ${value}`).join(', '),
    values,
  }
}

/** What is proposed, value by value: each may be named back beside anything else. */
function proposed({ input, summary }: ToolOutcome): readonly Fact[] {
  const values = Object.values((input ?? {}) as Record<string, unknown>).flatMap((value) =>
    typeof value === 'number' || typeof value === 'string' ? [String(value)] : [],
  )
  return [summary, ...values].map((text) => ({
    source: { kind: 'reference', title: 'proposal' },
    title: summary,
    text,
    values: [],
  }))
}
