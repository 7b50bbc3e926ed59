import { type ConceptMatch, wordsOf } from '../../clinical/concepts/index.ts'
import type { Language } from '../../clinical/language-forms.ts'
import { convertUnit } from '../../clinical/units/index.ts'
import type { Evidence } from '../turn/stages.ts'
import {
  ABOUT,
  AGO,
  CHANGE,
  COUNTED,
  DIAGNOSED_AFTER,
  DIAGNOSED_BEFORE,
  DOCTOR_FIRST,
  EVERYDAY,
  HEDGED,
  HELPLINES,
  NAMED_NUMBER,
  NEGATION,
  NORMAL_AS_NAME,
  NUMBERED,
  PERSONAL,
  RANGE_AFTER,
  RANGE_BEFORE,
  RANGE_BETWEEN,
} from './claim-words.ts'
import { agrees, type FoundDate, findDates } from './dates.ts'
import { CLINICAL_BOUNDS, type KnownNumber, KnownValues, type Witness } from './known-values.ts'
import { type FoundNumber, findNumbers } from './numbers.ts'
import { hasValues, overlap, type SubjectKeys, type SubjectMention } from './subjects.ts'

export type Direction = 'high' | 'low' | 'normal'

/** A stretch of a sentence that cannot stand as it is. */
export type Edit = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'value' | 'date' | 'medicine' | 'diagnosis' | 'advice' }
  | { readonly kind: 'direction'; readonly direction: Direction }
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

type Finding =
  | { readonly held: true; readonly witness: Witness | undefined; readonly candidates: readonly KnownNumber[] }
  | { readonly held: false }
  /** Nothing that evidence could speak about. */
  | undefined

const FREE: Finding = undefined

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
      count(this.#checkNumber({ number, numbers, sentence, subject, mentions: about }), number, 'value')
    }
    for (const date of dates) count(this.#checkDate(date, sentence, about, valued), date, 'date')
    const medicines = this.#foreignMedicines(mentions, sentence)
    checked += medicines.length
    edits.push(...medicines)
    const diagnoses = this.#diagnoses(mentions, sentence)
    checked += diagnoses.length
    edits.push(...diagnoses)
    supports.push(...this.#namedRows(mentions, supports))
    const direction = this.#checkDirection(sentence, concepts, about, supports)
    if (direction !== undefined) {
      checked += 1
      if (direction === 'right') supported += 1
      else edits.push(direction)
    }
    const advice = this.#adviceOnMedicines(sentence, concepts, mentions)
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

  #checkNumber(claim: NumberClaim): Finding {
    const { number, sentence, subject } = claim
    const before = sentence.slice(0, number.start)
    const after = sentence.slice(number.end)
    if (isOrdinal(number, sentence) || NAMED_NUMBER.test(before)) return FREE
    const bare = number.unit === undefined && number.second === undefined && Number.isInteger(number.value)
    if (bare && HELPLINES.has(number.value) && claim.mentions.length === 0) return FREE
    if (bare && NUMBERED.test(before)) {
      return /(?:type|stage|grade)\s*$/iu.test(before) ? this.#inText(number) : this.#page(number)
    }
    const few = bare && number.value <= Math.max(12, this.known.witnesses.length)
    const ofMedicine = isDose(number) && claim.mentions.some(isMedicine)
    if (
      few &&
      ((COUNTED.test(after) && !ofMedicine) ||
        (claim.mentions.length === 0 && number.next !== '' && !EVERYDAY.test(after)))
    )
      return FREE
    const inRange = isInRange(claim)
    const rounded = ABOUT.test(before)
    const candidates = this.known.numbers.filter(
      (each) =>
        (each.kind !== 'bound' || inRange) &&
        (subject === undefined || each.keys.size === 0 || overlap(each.keys, subject)) &&
        sameAmount(number, each, rounded),
    )
    if (candidates.length > 0) return holding(candidates)
    if (inRange && subject !== undefined && isClinicalBound(number, subject))
      return { held: true, witness: undefined, candidates: [] }
    if (CHANGE.test(sentence) && this.#isDifference(number, subject)) {
      return { held: true, witness: undefined, candidates: [] }
    }
    if (number.unit === undefined && number.second === undefined && EVERYDAY.test(after)) {
      if (AGO.test(sentence) && this.known.dates.length > 0) return this.#age(number, after)
      if (!claim.mentions.some(isMedicine) && !this.#isTimed(subject)) return FREE
    }
    return { held: false }
  }

  /** Whether the evidence measures the subject in time: a bleeding time of 3 minutes is no everyday duration. */
  #isTimed(subject: SubjectKeys | undefined): boolean {
    return this.known.numbers.some(
      ({ unit, keys }) => unit !== undefined && TIME_UNITS.has(unit) && subject !== undefined && overlap(keys, subject),
    )
  }

  #page(number: FoundNumber): Finding {
    const witness = this.known.witnesses.find(
      ({ source }) => source.kind === 'document' && source.page === number.value,
    )
    if (witness !== undefined) return { held: true, witness: undefined, candidates: [] }
    return this.known.witnesses.some(({ source }) => source.kind === 'document') ? { held: false } : FREE
  }

  /** "Type 2", "stage 3": held where the evidence says the same words. */
  #inText(number: FoundNumber): Finding {
    const said = this.known.numbers.find(({ value }) => value === number.value)
    return said === undefined ? FREE : { held: true, witness: undefined, candidates: [] }
  }

  /** "3 months ago": near the distance of a known date from today. */
  #age(number: FoundNumber, after: string): Finding {
    const days = DAYS_OF_UNIT.find(([word]) => word.test(after))?.[1]
    if (days === undefined) return FREE
    const now = Date.now()
    const fits = this.known.dates.some(({ date }) => {
      if (date.year === undefined) return false
      const age = (now - Date.UTC(date.year, (date.month ?? 7) - 1, date.day ?? 15)) / 86_400_000
      return Math.abs(age / days - number.value) <= 1
    })
    return fits ? { held: true, witness: undefined, candidates: [] } : { held: false }
  }

  /** The difference of two values of the same thing, in its unit or in per cent of the earlier one. */
  #isDifference(number: FoundNumber, subject: SubjectKeys | undefined): boolean {
    const values = this.known.numbers.filter(
      ({ kind, keys }) => kind === 'value' && (subject === undefined || overlap(keys, subject)),
    )
    const round = (value: number) => Number(Math.abs(value).toFixed(number.decimals))
    return values.some((left, at) =>
      values.slice(at + 1).some((right) => {
        if (!overlap(left.keys, right.keys)) return false
        const unitFits = number.unit === undefined || left.unit === undefined || number.unit === left.unit
        if (unitFits && round(left.value - right.value) === number.value) return true
        if (number.unit !== '%') return false
        return [left.value, right.value].some(
          (base) => round(((left.value - right.value) / base) * 100) === number.value,
        )
      }),
    )
  }

  #checkDate(
    date: FoundDate,
    sentence: string,
    mentions: readonly SubjectMention[],
    valued: readonly (readonly KnownNumber[])[],
  ): Finding {
    if (date.minutes !== undefined && mentions.length === 0 && !PERSONAL.test(sentence)) return FREE
    const known = this.known.dates.filter((each) => agrees(date, each.date))
    if (isToday(date) && valued.length === 0) return FREE
    if (known.length === 0) {
      // A year or a month in a general remark is no claim about the record.
      return date.day === undefined && date.minutes === undefined && !PERSONAL.test(sentence) && valued.length === 0
        ? FREE
        : { held: false }
    }
    // Beside a single value, the date has to be that value's own.
    const [only] = valued
    if (valued.length === 1 && only !== undefined && date.minutes === undefined) {
      const dated = only.filter(({ dates }) => dates.some(({ month }) => month !== undefined))
      if (dated.length > 0 && dated.length === only.length) {
        const own = dated.find(({ dates }) => dates.some((each) => agrees(date, each)))
        const told = CHANGE.test(sentence)
        if (own === undefined && !told) return { held: false }
        if (own !== undefined) return { held: true, witness: own.witness, candidates: [] }
      }
    }
    const subject = mentions.findLast((mention) => mention.end <= date.start)?.keys ?? mentions[0]?.keys
    const own = known.find(({ keys }) => subject !== undefined && overlap(keys, subject))
    const [first] = known
    const subjectDated = subject !== undefined && this.known.dates.some(({ keys }) => overlap(keys, subject))
    if (subjectDated && own === undefined && !known.some(({ keys }) => keys.size === 0)) return { held: false }
    return { held: true, witness: (own ?? first)?.witness, candidates: [] }
  }

  /** Medicines that neither the record nor the person named, where the sentence says that the person has them. */
  #foreignMedicines(mentions: readonly SubjectMention[], sentence: string): readonly Edit[] {
    if (!PERSONAL.test(sentence) || NEGATION.test(sentence)) return []
    return mentions
      .filter((mention) => isMedicine(mention) && ![...mention.keys].some((key) => this.known.named.has(key)))
      .map(({ start, end }) => ({ start, end, kind: 'medicine' as const }))
  }

  /** "You have diabetes", where neither the record nor the person says so: that is a doctor's to say. */
  #diagnoses(mentions: readonly SubjectMention[], sentence: string): readonly Edit[] {
    if (NEGATION.test(sentence) || HEDGED.test(sentence)) return []
    return mentions
      .filter(({ keys, start, end }) => {
        const illnesses = [...keys].filter((key) => key.startsWith('condition:') && !NO_DIAGNOSIS.has(key))
        if (illnesses.length === 0 || illnesses.some((key) => this.known.named.has(key))) return false
        const before = sentence.slice(0, start)
        if (!DIAGNOSED_BEFORE.test(before)) return false
        return /^[\p{Script=Latin}\P{L}]*$/u.test(before) && /\byou/i.test(before)
          ? true
          : DIAGNOSED_AFTER.test(sentence.slice(end))
      })
      .map(({ start, end }) => ({ start, end, kind: 'diagnosis' as const }))
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
    const actual = flags.length === 1 ? flags[0] : flags.length === 0 && short ? carried : undefined
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

  /** "Stop taking metformin", "double the dose": never said, whoever wrote it. */
  #adviceOnMedicines(
    sentence: string,
    concepts: readonly ConceptMatch[],
    mentions: readonly SubjectMention[],
  ): Edit | undefined {
    const act = concepts.find(({ concept }) => concept.id === 'act.stop' || concept.id === 'act.dose_change')
    const medicine =
      mentions.some(isMedicine) || concepts.some(({ concept }) => concept.id === 'medication' || concept.id === 'dose')
    if (
      act === undefined ||
      !medicine ||
      NEGATION.test(sentence) ||
      DOCTOR_FIRST.test(sentence) ||
      sentence.includes('?')
    ) {
      return undefined
    }
    return { start: act.start, end: sentence.trimEnd().length, kind: 'advice' }
  }
}

interface Span {
  readonly start: number
  readonly end: number
}

interface NumberClaim {
  readonly number: FoundNumber
  readonly numbers: readonly FoundNumber[]
  readonly sentence: string
  readonly subject: SubjectKeys | undefined
  readonly mentions: readonly SubjectMention[]
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  'flag.high': 'high',
  'flag.low': 'low',
  'flag.normal': 'normal',
  'ask.normal': 'normal',
}

/** Conditions that are no illness, or no statement about one. */
const NO_DIAGNOSIS = new Set(['condition:condition', 'condition:pregnancy', 'condition:allergy'])

const THIS_IS = /^\s*(that|this|it|both|they|these|यह|ये|वह|इसका|இது|அது|இவை|yeh|ye|woh|idhu|adhu)(?![\p{L}\p{M}])/iu

const DAYS_OF_UNIT: readonly (readonly [RegExp, number])[] = [
  [/^[\s-]*(day|दिन|நாள்|நாட்கள்|din|naal)/iu, 1],
  [/^[\s-]*(week|हफ़्त|हफ्त|सप्ताह|வார|haft|vaaram)/iu, 7],
  [/^[\s-]*(month|महीन|மாத|mahin|maasam)/iu, 30.4],
  [/^[\s-]*(year|साल|वर्ष|வருட|ஆண்டு|saal|varusham)/iu, 365.25],
]

function holding(candidates: readonly KnownNumber[]): Finding {
  const best = candidates.find(({ kind, witness }) => kind === 'value' && witness.citable)
  const next = best ?? candidates.find(({ witness }) => witness.citable) ?? candidates[0]
  return { held: true, witness: next?.witness, candidates: candidates.filter(({ kind }) => kind === 'value') }
}

/** Whether a stated number is a known one, also rounded or in another unit. */
function sameAmount(said: FoundNumber, known: KnownNumber, rounded: boolean): boolean {
  if (said.second !== undefined || known.second !== undefined) {
    if (said.second !== undefined) return said.value === known.value && said.second === known.second
    return said.value === known.value || said.value === known.second
  }
  if (said.unit === undefined || known.unit === undefined || said.unit === known.unit) {
    return equal(said, known.value, rounded)
  }
  const converted = convertUnit(known.value, known.unit, said.unit, known.analyte)
  return converted !== undefined && Number(converted.toFixed(said.decimals)) === said.value
}

function equal(said: FoundNumber, known: number, rounded: boolean): boolean {
  if (Math.abs(said.value - known) < 1e-9) return true
  const mayRound = rounded || said.decimals > 0
  return mayRound && Number(known.toFixed(said.decimals)) === said.value
}

/** A number in a row of a list: "2." or "(3)". */
function isOrdinal(number: FoundNumber, sentence: string): boolean {
  if (number.unit !== undefined || !Number.isInteger(number.value) || number.value > 30) return false
  return (
    /^[\s•*(-]*$/.test(sentence.slice(0, number.start)) && /^\s*[.):](?:\s|$)|^\s*$/.test(sentence.slice(number.end))
  )
}

function isInRange({ number, numbers, sentence }: NumberClaim): boolean {
  const at = numbers.indexOf(number)
  const previous = numbers[at - 1]
  const next = numbers[at + 1]
  if (next !== undefined && RANGE_BETWEEN.test(sentence.slice(number.end, next.start))) return true
  if (previous !== undefined && RANGE_BETWEEN.test(sentence.slice(previous.end, number.start))) return true
  if (/^[<>≤≥]/.test(sentence.slice(number.start))) return true
  const from = previous?.end ?? 0
  return RANGE_BEFORE.test(sentence.slice(from, number.start)) || RANGE_AFTER.test(sentence.slice(number.end))
}

function isClinicalBound(number: FoundNumber, subject: SubjectKeys): boolean {
  for (const key of subject) if (CLINICAL_BOUNDS.get(key)?.has(number.value)) return true
  return subject.has('metric:blood_pressure') && PRESSURE_LIMITS.has(`${number.value}/${number.second ?? ''}`)
}

/** Limits of ACC/AHA (2017) and of the Indian Guidelines on Hypertension IV (2019), quoted as ranges. */
const PRESSURE_LIMITS: ReadonlySet<string> = new Set([
  '120/80',
  '130/80',
  '140/90',
  '90/60',
  '130/85',
  '180/120',
  '180/110',
])

const TIME_UNITS = new Set(['s', 'min', 'h'])
const DOSE_UNITS = new Set(['mg', 'ug', 'g', 'mL', '[IU]', 'meq', '[iU]'])

function isDose({ unit, next }: FoundNumber): boolean {
  return (
    (unit !== undefined && DOSE_UNITS.has(unit)) ||
    /^(tablet|capsule|pill|puff|drop|unit|गोली|மாத்திரை|goli|mathirai)/iu.test(next)
  )
}

function isMedicine({ keys }: SubjectMention): boolean {
  for (const key of keys) if (key.startsWith('medicine:')) return true
  return false
}

function directionOf({ flag }: Witness): Direction | undefined {
  if (flag === 'high' || flag === 'critical_high') return 'high'
  if (flag === 'low' || flag === 'critical_low') return 'low'
  return flag === 'normal' ? 'normal' : undefined
}

function isToday(date: FoundDate): boolean {
  if (date.day === undefined || date.month === undefined) return false
  // A day to each side, for time zones.
  return [-1, 0, 1].some((offset) => {
    const day = new Date(Date.now() + offset * 86_400_000)
    return (
      day.getUTCDate() === date.day &&
      day.getUTCMonth() + 1 === date.month &&
      (date.year === undefined || day.getUTCFullYear() === date.year)
    )
  })
}

export function addressOf({ source }: Witness): string {
  if (source.kind === 'record') return `${source.table} ${source.rowId}`
  if (source.kind === 'document')
    return `${source.documentId} ${source.page} ${source.box?.y ?? ''} ${source.box?.x ?? ''}`
  return source.url ?? source.title
}

function touches(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end
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
