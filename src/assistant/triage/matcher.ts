import { LANGUAGE_FORMS, type LanguageForm } from '../../clinical/language-forms.ts'
import type { Finding, Findings, WordClasses, Wordings } from '../../clinical/red-flags/index.ts'
import { hindiHit, isListedSpelling, tamilHit } from '../language/romanised-lexicon.ts'
import { borrowedWord } from './borrowed-words.ts'
import { NAMES } from './cues.ts'
import { HINDI_FIRST } from './romanised-key.ts'
import { SpellingIndex } from './spelling.ts'
import type { Token } from './tokens.ts'
import {
  type Alternative,
  compileWordings,
  type Element,
  SHORTEST_ALONE,
  SHORTEST_BEGINNING,
  Vocabulary,
} from './wording.ts'

/** Where a wording was found: the words it covers, and which of them it names itself. */
export interface Span {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  readonly named: readonly number[]
}

/** How many other words `~` and `&` leave room for; fillers count half. */
const GAP = 4
const UNORDERED_GAP = 5

/**
 * Wordings by name, each filed under the words that it cannot do without: a message's own words then lead to the few
 * wordings that may stand in it, and the thousands of others are never looked at.
 */
class WordingIndex {
  readonly #byLiteral = new Map<number, { readonly name: string; readonly alternative: Alternative }[]>()
  readonly #unanchored = new Map<string, Alternative[]>()

  add(name: string, alternatives: readonly Alternative[]): void {
    this.#unanchored.set(name, [])
    for (const alternative of alternatives) {
      const anchor = alternative.needs.find((element) => element.kind === 'words' && element.classes.length === 0)
      if (anchor?.kind !== 'words') {
        this.#unanchored.get(name)?.push(alternative)
        continue
      }
      for (const id of anchor.literals) {
        const filed = this.#byLiteral.get(id)
        if (filed === undefined) this.#byLiteral.set(id, [{ name, alternative }])
        else filed.push({ name, alternative })
      }
    }
  }

  /** The wordings that a message with these words may hold. */
  candidates(literals: Iterable<number>): ReadonlyMap<string, ReadonlySet<Alternative>> {
    const found = new Map<string, Set<Alternative>>()
    for (const [name, alternatives] of this.#unanchored)
      if (alternatives.length > 0) found.set(name, new Set(alternatives))
    for (const id of literals)
      for (const { name, alternative } of this.#byLiteral.get(id) ?? []) {
        const known = found.get(name)
        if (known === undefined) found.set(name, new Set([alternative]))
        else known.add(alternative)
      }
    return found
  }
}

type Candidates = ReadonlyMap<string, ReadonlySet<Alternative>>

/** A set of wordings made ready to be looked for in many messages. */
export class Matcher {
  readonly #classes = new WordingIndex()
  readonly #findings = new WordingIndex()
  readonly #vocabulary = new Vocabulary()
  readonly #spelling: SpellingIndex

  constructor(classes: WordClasses, findings: Findings | Readonly<Record<string, Wordings>>) {
    for (const [name, forms] of Object.entries(classes))
      this.#classes.add(name, compileWordings(forms, this.#vocabulary, classes, SHORTEST_ALONE.class))
    for (const [name, finding] of Object.entries(findings)) {
      const { evenIfAsked: _, figurative: __, ...wordings } = finding as Finding
      this.#findings.add(name, compileWordings(wordings, this.#vocabulary, classes))
    }
    this.#spelling = new SpellingIndex(this.#vocabulary)
  }

  /** Reads a message's words once; the result answers where each finding or class stands in it. */
  read(tokens: readonly Token[], form: LanguageForm): MessageMatch {
    const positions = new Map<number, number[]>()
    tokens.forEach((token, at) => {
      for (const id of this.#hits(token, form)) {
        const list = positions.get(id)
        if (list === undefined) positions.set(id, [at])
        else if (list.at(-1) !== at) list.push(at)
      }
    })
    const literals = [...positions.keys()]
    return new MessageMatch(tokens, positions, this.#classes.candidates(literals), this.#findings.candidates(literals))
  }

  /** Which of the vocabulary's words one word of a message is. */
  #hits(token: Token, form: LanguageForm): number[] {
    const found: number[] = []
    const { exact, prefixes, romanised } = this.#vocabulary
    const collect = (of: LanguageForm, key: string): void => {
      const id = exact[of].get(key)
      if (id !== undefined) found.push(id)
      for (let length = 1; length <= key.length; length += 1) {
        const prefix = prefixes[of].get(key.slice(0, length))
        if (prefix !== undefined) found.push(prefix)
      }
    }
    const collectRomanised = (of: 'hi-Latn' | 'ta-Latn', key: string): void => {
      collect(of, key)
      // The native wordings, typed in Latin letters; English words are read as English.
      if (token.englishWord) return
      const id = romanised[of].exact.get(key)
      if (id !== undefined) found.push(id)
      for (let length = SHORTEST_BEGINNING; length <= key.length; length += 1) {
        const prefix = romanised[of].prefixes.get(key.slice(0, length))
        if (prefix !== undefined) found.push(prefix)
      }
    }
    const borrowed = token.script === 'devanagari' || token.script === 'tamil' ? borrowedWord(token.key) : undefined
    if (borrowed !== undefined) collect('en', borrowed)
    if (token.script === 'devanagari') collect('hi', token.key)
    else if (token.script === 'tamil') collect('ta', token.key)
    else if (token.script === 'number') {
      for (const each of LANGUAGE_FORMS) collect(each, token.raw)
    } else if (token.script === 'latin' && !NAMES.has(token.raw)) {
      if (!(form === 'hi-Latn' && HINDI_FIRST.has(token.key))) collect('en', token.key)
      const inEnglish = found.length > 0
      // "pet", "sir" and "kan" are English words too: they are read as such where the message is English.
      const hindi = form !== 'ta-Latn' && form !== 'ta' && !(form === 'en' && token.englishWord)
      const tamil = form !== 'hi-Latn' && form !== 'hi' && !(form === 'en' && token.englishWord)
      if (/\d/.test(token.raw)) {
        if (hindi) collect('hi-Latn', token.raw)
        if (tamil) collect('ta-Latn', token.raw)
      } else {
        if (hindi) collectRomanised('hi-Latn', token.hindiKey)
        if (tamil) collectRomanised('ta-Latn', token.tamilKey)
      }
      // A word of Hindi or Tamil in its own right is no slip of another: "madad" (help) is not "mavad" (pus).
      if (token.englishWord || isOwnWord(token)) this.#addSkeletons(found, token, hindi, tamil)
      else if (!inEnglish) {
        found.push(...this.#spelling.slips(token, 'en', form === 'en' ? 4 : 6))
        if (found.length === 0 && hindi) found.push(...this.#spelling.slips(token, 'hi-Latn'))
        if (found.length === 0 && tamil) found.push(...this.#spelling.slips(token, 'ta-Latn'))
        this.#addSkeletons(found, token, hindi, tamil)
      }
    }
    return found
  }

  #addSkeletons(found: number[], token: Token, hindi: boolean, tamil: boolean): void {
    if (token.englishWord) return
    if (hindi) found.push(...this.#spelling.skeletons(token, 'hi-Latn'))
    if (tamil) found.push(...this.#spelling.skeletons(token, 'ta-Latn'))
  }
}

/** Whether a word stands in the romanised lists as typed; longer ones in any of their spellings. */
const isOwnWord = ({ raw, hindiKey, tamilKey }: Token): boolean =>
  isListedSpelling(raw) ||
  (hindiKey.length >= 5 && hindiHit(raw) !== undefined) ||
  (tamilKey.length >= 5 && tamilHit(raw) !== undefined)

/** One message held against a matcher's wordings. */
export class MessageMatch {
  readonly #tokens: readonly Token[]
  readonly #positions: ReadonlyMap<number, readonly number[]>
  readonly #classes: Candidates
  readonly #findings: Candidates
  readonly #classSpans = new Map<string, readonly Span[]>()
  /** Room that the words before each place take up. */
  readonly #room: readonly number[]

  constructor(
    tokens: readonly Token[],
    positions: ReadonlyMap<number, readonly number[]>,
    classes: Candidates,
    findings: Candidates,
  ) {
    this.#tokens = tokens
    this.#positions = positions
    this.#classes = classes
    this.#findings = findings
    const room = [0]
    for (const token of tokens) room.push((room.at(-1) ?? 0) + token.room)
    this.#room = room
  }

  /** Everywhere a finding is worded in the message. */
  finding(name: string): readonly Span[] {
    return this.#search(this.#findings.get(name) ?? [])
  }

  /** Everywhere a word of a class stands in the message. */
  wordClass(name: string): readonly Span[] {
    const known = this.#classSpans.get(name)
    if (known !== undefined) return known
    this.#classSpans.set(name, [])
    // The longest first: "nikkave illa" (does not stop at all) says more than "nikkave".
    const spans = this.#search(this.#classes.get(name) ?? []).sort(
      (one, other) => other.end - other.start - (one.end - one.start),
    )
    this.#classSpans.set(name, spans)
    return spans
  }

  #search(alternatives: Iterable<Alternative>): Span[] {
    const spans: Span[] = []
    for (const { parts, needs } of alternatives) {
      if (!needs.every((element) => this.#occurs(element))) continue
      const [first, ...others] = parts
      if (first === undefined) continue
      let found = this.#sequence(first)
      for (const part of others) {
        if (found.length === 0) break
        found = this.#together(found, this.#sequence(part))
      }
      spans.push(...found)
    }
    return spans
  }

  /** Whether an element stands anywhere at all: most wordings are done with here. */
  #occurs(element: Element): boolean {
    if (element.kind !== 'words')
      return element.kind === 'gap' || this.#tokens.some(({ number }) => number !== undefined)
    for (const id of element.literals) if (this.#positions.has(id)) return true
    for (const name of element.classes) if (this.wordClass(name).length > 0) return true
    return false
  }

  /** The spans of a class or word at each place where it begins. */
  #starts(element: Element): readonly Span[] {
    if (element.kind === 'number')
      return this.#tokens.flatMap((token, at) =>
        token.number !== undefined && token.number >= element.least && token.number <= 500
          ? [{ start: at, end: at + 1, named: [at] }]
          : [],
      )
    if (element.kind === 'gap') return []
    const spans = element.classes.flatMap((name) => this.wordClass(name))
    for (const id of element.literals)
      for (const at of this.#positions.get(id) ?? []) spans.push({ start: at, end: at + 1, named: [at] })
    return spans
  }

  #sequence(elements: readonly Element[]): Span[] {
    const [first, ...rest] = elements
    if (first === undefined) return []
    let spans = [...this.#starts(first)]
    let gap = 0
    for (const element of rest) {
      if (spans.length === 0) return []
      if (element.kind === 'gap') {
        gap = GAP
        continue
      }
      const next = this.#starts(element)
      const room = gap
      spans = spans.flatMap((span) => {
        let follower: Span | undefined
        for (const other of next) {
          if (other.start < span.end || this.#between(span, other) > room || !this.#oneClause(span, other)) continue
          const nearer = follower === undefined || other.start < follower.start
          if (nearer || (other.start === follower?.start && other.end > follower.end)) follower = other
        }
        return follower === undefined
          ? []
          : [{ start: span.start, end: follower.end, named: [...span.named, ...follower.named] }]
      })
      gap = 0
    }
    return spans
  }

  /** Joins each span with the nearest of the others, on either side, in the same clause. */
  #together(spans: readonly Span[], others: readonly Span[]): Span[] {
    return spans.flatMap((span) => {
      let nearest: Span | undefined
      let distance = UNORDERED_GAP + 1
      for (const other of others) {
        // A part may stand inside the room of another ("20 paracetamol goliyan kha li"), on words of its own.
        if (other.named.some((at) => span.named.includes(at))) continue
        const between = Math.max(0, this.#between(span, other), this.#between(other, span))
        if (between >= distance || !this.#oneClause(span, other)) continue
        nearest = other
        distance = between
      }
      if (nearest === undefined) return []
      return [
        {
          start: Math.min(span.start, nearest.start),
          end: Math.max(span.end, nearest.end),
          named: [...span.named, ...nearest.named],
        },
      ]
    })
  }

  /** The room between the end of one span and the start of another; negative where they stand the other way round. */
  #between(one: Span, other: Span): number {
    return (this.#room[other.start] ?? 0) - (this.#room[one.end] ?? 0)
  }

  #oneClause(one: Span, other: Span): boolean {
    return this.#tokens[one.start]?.clause === this.#tokens[other.start]?.clause
  }
}
