import type { KnownNumber, Witness } from './known-values.ts'
import type { FoundNumber } from './numbers.ts'
import type { SubjectKeys, SubjectMention } from './subjects.ts'

export type Direction = 'high' | 'low' | 'normal'

/** A stretch of a sentence that cannot stand as it is. */
export type Edit = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'value' | 'date' | 'medicine' | 'diagnosis' | 'advice' | 'not_all' }
  | { readonly kind: 'direction'; readonly direction: Direction }
  /** `words` stand in its place. */
  | { readonly kind: 'trend'; readonly words: string }
)

/** A stretch of a sentence that evidence bears out. */
export interface Support {
  readonly start: number
  readonly end: number
  readonly witness: Witness
}

export interface Verdict {
  readonly edits: readonly Edit[]
  readonly supports: readonly Support[]
  /** Claims that had to be checked, and those that held. */
  readonly checked: number
  readonly supported: number
}

/** What the evidence makes of one number or date. */
export type Finding =
  | { readonly held: true; readonly witness: Witness | undefined; readonly candidates: readonly KnownNumber[] }
  | { readonly held: false }
  /** Nothing that evidence could speak about. */
  | undefined

/** Nothing to check. */
export const FREE: Finding = undefined

/** It holds, and there is nothing to cite for it. */
export const HELD: Finding = { held: true, witness: undefined, candidates: [] }

export interface Span {
  readonly start: number
  readonly end: number
}

export interface NumberClaim {
  readonly number: FoundNumber
  readonly numbers: readonly FoundNumber[]
  readonly sentence: string
  readonly subject: SubjectKeys | undefined
  readonly mentions: readonly SubjectMention[]
}

export function touches(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end
}

const DOSE_UNITS = new Set(['mg', 'ug', 'g', 'mL', '[IU]', 'meq', '[iU]'])

/** Whether a number is an amount of a medicine. */
export function isDose({ unit, next }: FoundNumber): boolean {
  return (
    (unit !== undefined && DOSE_UNITS.has(unit)) ||
    /^(tablet|capsule|pill|puff|drop|unit|गोली|மாத்திரை|goli|mathirai)/iu.test(next)
  )
}

export function isMedicine({ keys }: SubjectMention): boolean {
  for (const key of keys) if (key.startsWith('medicine:')) return true
  return false
}

/** One text for one address, to tell witnesses apart. */
export function addressOf({ source }: Witness): string {
  if (source.kind === 'record') return `${source.table} ${source.rowId}`
  if (source.kind === 'document')
    return `${source.documentId} ${source.page} ${source.box?.y ?? ''} ${source.box?.x ?? ''}`
  return source.url ?? source.title
}
