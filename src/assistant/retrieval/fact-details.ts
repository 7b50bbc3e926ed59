import type { Fact, FactValue } from '../turn/stages.ts'

/**
 * The first value of a fact is what the fact is about; the further ones are called by these names. `measured` values have
 * no name of this list, so a detail never passes for a measurement.
 */
export const FACT_DETAILS = [
  'dosage',
  'strength',
  'frequency',
  'instructions',
  'generic_name',
  'prescribed_by',
  'reaction',
  'severity',
  'status',
  'doctor',
  'specialty',
  'place',
  'time',
  'current_value',
  'progress_percentage',
  'notes',
  'relationship',
  'taken',
  'missed',
  'document_name',
  'needs_review',
] as const
export type FactDetail = (typeof FACT_DETAILS)[number]

const names: ReadonlySet<string> = new Set(FACT_DETAILS)

/** What the fact is about. */
export function mainValue(fact: Fact): FactValue | undefined {
  const [first] = fact.values
  return first !== undefined && !names.has(first.name) ? first : undefined
}

export function detailOf(fact: Fact, name: FactDetail): string | undefined {
  return fact.values.find((value) => value.name === name)?.value
}

/** Facts that are rows of a table, in their order. */
export function factsOf(facts: readonly Fact[], table: string): readonly Fact[] {
  return facts.filter((fact) => fact.source.kind === 'record' && fact.source.table === table)
}

/** Values read from documents, in the order of their pages. */
export function resultFacts(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact) => fact.source.kind === 'document' && mainValue(fact) !== undefined)
}

/** Values of documents whose test the message names as it is printed. */
export function resultsNamedIn(text: string, facts: readonly Fact[]): readonly Fact[] {
  const letters = lettersOf(text)
  const named = resultFacts(facts).flatMap((fact) => {
    const name = lettersOf(mainValue(fact)?.name ?? '')
    return name.length >= 3 && letters.includes(name) ? [{ fact, name }] : []
  })
  // Who asks for RDWCV does not mean the line RDW.
  return named
    .filter(({ name }) => !named.some((other) => other.name !== name && other.name.includes(name)))
    .map(({ fact }) => fact)
}

/** Letters and digits alone, in lower case: how printed names and questions are compared. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
