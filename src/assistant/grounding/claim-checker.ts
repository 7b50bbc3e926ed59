import type { Language } from '../../clinical/language-forms.ts'
import type { Evidence } from '../turn/stages.ts'
import { checkDate } from './check-date.ts'
import { checkDirection } from './check-direction.ts'
import { checkNumber } from './check-number.ts'
import { checkTrend } from './check-trend.ts'
import { adviceOnMedicines, foreignDiagnoses, foreignMedicines } from './check-wording.ts'
import {
  addressOf,
  type Edit,
  type Finding,
  isDose,
  isMedicine,
  type Span,
  type Support,
  touches,
  type Verdict,
} from './claim.ts'
import { findDates } from './dates.ts'
import { type KnownNumber, KnownValues, type Witness } from './known-values.ts'
import { type FoundNumber, findNumbers } from './numbers.ts'
import { hasValues, overlap, type SubjectKeys, type SubjectMention } from './subjects.ts'

const NOTHING: SubjectKeys = new Set()

/** Checks sentence after sentence of one answer. What one is about carries over to the next. */
export class ClaimChecker {
  readonly known: KnownValues
  readonly #asked: SubjectKeys
  #topic: SubjectKeys = NOTHING
  #lastWitness: Witness | undefined

  /** `question` is what the answer answers: "your last value" is of what it asks about. */
  constructor(language: Language, evidence: Evidence, question = '') {
    this.known = new KnownValues(language)
    this.known.add(evidence)
    const { finder } = this.known
    const asked = finder.mentions(question, finder.concepts(question)).filter(({ keys }) => hasValues(keys))
    this.#asked = asked.length === 1 ? (asked[0]?.keys ?? NOTHING) : NOTHING
  }

  /** A new paragraph is about something else. */
  forgetTopic(): void {
    this.#topic = NOTHING
    this.#lastWitness = undefined
  }

  check(sentence: string): Verdict {
    const { finder } = this.known
    const concepts = finder.concepts(sentence)
    const written = findNumbers(sentence)
    // The mg of "5 mg" is no magnesium.
    const mentions = finder
      .mentions(sentence, concepts)
      .filter((mention) => !written.some(({ start, end }) => start < mention.start && mention.end <= end))
    const about = mentions.filter(({ keys }) => hasValues(keys))
    const dates = findDates(sentence)
    const numbers = written.filter(
      (number) =>
        !dates.some((date) => touches(number, date)) &&
        !mentions.some((mention) => mention.start <= number.start && number.start < mention.end) &&
        !concepts.some((match) => match.start < number.start && number.start < match.end),
    )
    const edits: Edit[] = []
    const supports: Support[] = []
    let checked = 0
    let supported = 0
    const valued: (readonly KnownNumber[])[] = []
    const count = (finding: Finding, span: Span, kind: 'value' | 'date') => {
      if (finding === undefined) return
      checked += 1
      if (!finding.held) {
        edits.push({ start: span.start, end: span.end, kind })
        return
      }
      supported += 1
      if (finding.candidates.length > 0) valued.push(finding.candidates)
      if (finding.witness?.citable) {
        supports.push({ start: span.start, end: span.end, witness: finding.witness })
        if (finding.witness.flag !== undefined) this.#lastWitness = finding.witness
      }
    }

    const bound = new Set<SubjectMention>()
    for (const number of numbers) {
      const subject = this.#subjectOf(number, about, bound, sentence)
      count(checkNumber(this.known, { number, numbers, sentence, subject, mentions: about }), number, 'value')
    }
    for (const date of dates) count(checkDate(this.known, date, sentence, about, valued), date, 'date')
    const medicines = foreignMedicines(this.known, mentions, sentence)
    checked += medicines.length
    edits.push(...medicines)
    const diagnoses = foreignDiagnoses(this.known, mentions, sentence)
    checked += diagnoses.length
    edits.push(...diagnoses)
    supports.push(...this.#namedRows(mentions, supports))
    const direction = checkDirection(this.known, {
      sentence,
      concepts,
      mentions: about,
      supports,
      carried: this.#lastWitness,
      topic: this.#topic.size > 0 ? this.#topic : this.#asked,
    })
    if (direction !== undefined) {
      checked += 1
      if (direction === 'right') supported += 1
      else edits.push(direction)
    }
    const trend = checkTrend(this.known, sentence, about.map(({ keys }) => keys).slice(0, 1))
    if (trend !== undefined) {
      checked += 1
      if (trend === 'right') supported += 1
      else edits.push(trend)
    }
    const advice = adviceOnMedicines(sentence, concepts, mentions)
    if (advice !== undefined) edits.push(advice)

    // A remark without a value ("it shows the average sugar") does not change what the talk is about.
    const last = about.at(-1)
    if (last !== undefined && (this.#topic.size === 0 || numbers.length > 0)) this.#topic = last.keys
    return { edits: withoutOverlaps(edits), supports, checked, supported }
  }

  /** What a number is about: the mention before it, else the one right after it, else the topic of the sentences before. */
  #subjectOf(
    number: FoundNumber,
    mentions: readonly SubjectMention[],
    bound: Set<SubjectMention>,
    sentence: string,
  ): SubjectKeys | undefined {
    const fitting = isDose(number) && mentions.some(isMedicine) ? mentions.filter(isMedicine) : mentions
    const before = fitting.findLast((mention) => mention.end <= number.start)
    const after = fitting.find((mention) => mention.start >= number.end)
    const adjacent =
      after !== undefined && /^[\s,(]*(?:of|का|की|के|ka|ki|ke)?\s*$/iu.test(sentence.slice(number.end, after.start))
    if (before !== undefined && !(bound.has(before) && adjacent)) return before.keys
    if (after === undefined || (!adjacent && this.#topic.size > 0))
      return this.#topic.size > 0 ? this.#topic : undefined
    bound.add(after)
    return after.keys
  }

  /** Rows that a sentence names without a number: an allergy, a condition, a doctor's visit. */
  #namedRows(mentions: readonly SubjectMention[], supports: readonly Support[]): readonly Support[] {
    const cited = new Set(supports.map(({ witness }) => addressOf(witness)))
    return mentions.flatMap((mention) => {
      const witness = this.known.witnesses.find(
        ({ citable, source, keys }) =>
          citable && source.kind === 'record' && source.table !== 'health_metrics' && overlap(keys, mention.keys),
      )
      if (witness === undefined || cited.has(addressOf(witness))) return []
      cited.add(addressOf(witness))
      return [{ start: mention.start, end: mention.end, witness }]
    })
  }
}

/** Advice takes the rest of its sentence; what lies within it goes with it. */
function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = []
  const order = [...edits].sort(
    (left, right) => Number(right.kind === 'advice') - Number(left.kind === 'advice') || left.start - right.start,
  )
  for (const edit of order) if (!kept.some((other) => touches(edit, other))) kept.push(edit)
  return kept.sort((left, right) => left.start - right.start)
}
