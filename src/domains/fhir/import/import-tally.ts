import type { EntryRemark } from './incoming-resource.ts'

/** What became of the entries, as it is counted. */
export interface ImportTally {
  imported: number
  updated: number
  unchanged: number
  removed: number
  readonly refused: EntryRemark[]
  readonly notes: EntryRemark[]
}

export function emptyTally(refused: readonly EntryRemark[], notes: readonly EntryRemark[]): ImportTally {
  return { imported: 0, updated: 0, unchanged: 0, removed: 0, refused: [...refused], notes: [...notes] }
}
