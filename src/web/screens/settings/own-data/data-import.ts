export const IMPORT_PATH = '/api/v1/me/import'

export interface DataImport {
  readonly id: string
  readonly status: 'waiting' | 'running' | 'completed' | 'refused' | 'failed'
  /** Per cent. */
  readonly progress: number
  readonly tables: readonly { readonly table: string; readonly added: number; readonly kept: number }[]
  /** Why it was refused, in words for the person, and where. */
  readonly problem: {
    readonly detail: string
    readonly file: string | null
    readonly row: number | null
    readonly column: string | null
  } | null
  readonly created_at: string
}

/** How many rows came in, and how many were there already. */
export function sumOf(tables: DataImport['tables']): { readonly added: number; readonly kept: number } {
  return tables.reduce((sum, { added, kept }) => ({ added: sum.added + added, kept: sum.kept + kept }), {
    added: 0,
    kept: 0,
  })
}

/** Where in the archive something is wrong: `record/medications.json · 3 · dosage`. */
export function placeOf(problem: NonNullable<DataImport['problem']>): string {
  return [problem.file, problem.row, problem.column].filter((part) => part !== null).join(' · ')
}
