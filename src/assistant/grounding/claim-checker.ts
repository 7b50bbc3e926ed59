import { type ConceptMatch, wordsOf } from '../../clinical/concepts/index.ts'
import type { Language } from '../../clinical/language-forms.ts'
import type { Evidence } from '../turn/stages.ts'
import { checkDate } from './check-date.ts'
import { checkNumber } from './check-number.ts'
import { checkTrend, saysHowItStands, standingOf } from './check-trend.ts'
import { adviceOnMedicines, foreignDiagnoses, foreignMedicines } from './check-wording.ts'
import {
  addressOf,
  type Direction,
  type Edit,
  type Finding,
  isDose,
  isMedicine,
  type Span,
  type Support,
  touches,
  type Verdict,
} from './claim.ts'
import { NEGATION, NORMAL_AS_NAME } from './claim-words.ts'
import { findDates } from './dates.ts'
import { type KnownNumber, KnownValues, type Witness } from './known-values.ts'
import { type FoundNumber, findNumbers } from './numbers.ts'
import { hasValues, overlap, type SubjectKeys, type SubjectMention } from './subjects.ts'

/** Checks sentence after sentence of one answer. What one is about carries over to the next. */
export class ClaimChecker {
  readonly known: KnownValues
  #topic: SubjectKeys = new Set()
  #lastWitness: Witness | undefined

  constructor(language: Language, evidence: Evidence) {
    this.known = new KnownValues(language)
    this.known.add(evidence)
  }

  /** A new paragraph is about something else. */
  forgetTopic(): void {
    this.#topic = new Set()
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
    const direction = this.#checkDirection(sentence, concepts, about, supports)
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

  /** "high" said of a value that is low. Judged only beside the value itself, or in a short "that is high". */
  #checkDirection(
    sentence: string,
    concepts: readonly ConceptMatch[],
    mentions: readonly SubjectMention[],
    supports: readonly Support[],
  ): Edit | 'right' | undefined {
    const flags = [...new Set(supports.flatMap(({ witness }) => directionOf(witness) ?? []))]
    const short = mentions.length === 0 && wordsOf(sentence).length <= 9 && THIS_IS.test(sentence)
    const carried = this.#lastWitness && directionOf(this.#lastWitness)
    const [only] = mentions
    const named =
      flags.length === 0 && mentions.length === 1 && only !== undefined && saysHowItStands(sentence)
        ? standingOf(this.known, only.keys)
        : undefined
    const actual = flags.length === 1 ? flags[0] : flags.length === 0 && short ? carried : named
    if (actual === undefined || NEGATION.test(sentence)) return undefined
    const normalIsName = NORMAL_AS_NAME.test(sentence)
    const said = concepts.flatMap((match) => {
      const direction = DIRECTIONS[match.concept.id]
      return direction === undefined || (direction === 'normal' && normalIsName) ? [] : [{ ...match, direction }]
    })
    const [first] = said
    if (first === undefined) return undefined
    if (said.some(({ direction }) => direction === actual)) return 'right'
    return { start: first.start, end: first.end, kind: 'direction', direction: actual }
  }
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  'flag.high': 'high',
  'flag.low': 'low',
  'flag.normal': 'normal',
  'ask.normal': 'normal',
}

const THIS_IS = /^\s*(that|this|it|both|they|these|यह|ये|वह|इसका|இது|அது|இவை|yeh|ye|woh|idhu|adhu)(?![\p{L}\p{M}])/iu

function directionOf({ flag }: Witness): Direction | undefined {
  if (flag === 'high' || flag === 'critical_high') return 'high'
  if (flag === 'low' || flag === 'critical_low') return 'low'
  return flag === 'normal' ? 'normal' : undefined
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
