import { LANGUAGE_FORMS, type LanguageForm } from '../../clinical/language-forms.ts'
import {
  RED_FLAG_RULES,
  type RedFlagCategory,
  type RedFlagRule,
  type UrgencyLevel,
} from '../../clinical/red-flags/index.ts'
import { type MetricType, readingUrgency } from '../../clinical/vitals/index.ts'
import { emergencyLikeness } from './emergency-likeness.ts'
import type { Span } from './matcher.ts'
import { type Subject, statedAge, subjectOf, type TriagePerson } from './person.ts'
import { Statement } from './statement.ts'
import { measuredFindings, statedReadings, type TriageReading } from './text-readings.ts'

export interface TriageInput {
  readonly text: string
  readonly form: LanguageForm
  /** The user, as the record knows them. Counts only where the message is about them. */
  readonly person?: TriagePerson
  /** Recent readings from the record. */
  readonly readings?: readonly TriageReading[]
}

export interface RedFlag {
  readonly id: string
  readonly level: UrgencyLevel
  readonly category: RedFlagCategory
  readonly source: string
  /** The words of the message, or the reading, that the rule rests on. */
  readonly matched: string
}

export interface TriageResult {
  readonly level: UrgencyLevel
  /** What was found, most urgent first. Empty where nothing was. */
  readonly redFlags: readonly RedFlag[]
  readonly subject: Subject
  /** Category of the most urgent red flag. */
  readonly category: RedFlagCategory | undefined
}

const ORDER: Readonly<Record<UrgencyLevel, number>> = { emergency: 3, urgent: 2, routine: 1, self_care: 0 }
const rules = RED_FLAG_RULES.map((rule) => ({ rule, groups: rule.all.map((group) => group.split(' | ')) }))

function personOf(input: TriageInput, statement: Statement, subject: Subject): TriagePerson {
  const own = subject === 'self' ? (input.person ?? {}) : {}
  const age = statedAge(statement.tokens)
  const pregnant = statement.states('pregnant') || (own.pregnant ?? false) || laterMonth(statement)
  const newborn = statement.match.wordClass('newborn').length > 0
  const guessed = newborn
    ? 0.05
    : subject === 'infant'
      ? 0.5
      : subject === 'child'
        ? 4
        : subject === 'elder'
          ? 70
          : undefined
  const ageYears = age ?? own.ageYears ?? guessed
  return {
    ...(ageYears === undefined ? {} : { ageYears }),
    ...(own.sex === undefined ? {} : { sex: own.sex }),
    pregnant,
  }
}

/** "My wife is in the ninth month": said of a baby inside, the time alone tells of a pregnancy. */
const laterMonth = (statement: Statement): boolean =>
  statement.states('late_pregnancy_time') &&
  (['baby_not_moving', 'waters_broken', 'labour'].some((name) => statement.states(name)) ||
    (statement.states('face_hand_swelling') && statement.states('visual_disturbance')))

function appliesTo(rule: RedFlagRule, person: TriagePerson): boolean {
  const wanted = rule.person
  if (wanted === undefined) return true
  if (wanted.pregnant === true && person.pregnant !== true) return false
  if (wanted.sex !== undefined && person.sex !== undefined && person.sex !== wanted.sex) return false
  if (wanted.belowAge !== undefined && (person.ageYears ?? 40) >= wanted.belowAge) return false
  return wanted.minimumAge === undefined || (person.ageYears ?? 40) >= wanted.minimumAge
}

const CATEGORY_OF_METRIC: Partial<Record<MetricType, (reading: TriageReading) => RedFlagCategory>> = {
  blood_pressure: () => 'high_blood_pressure',
  blood_glucose: ({ reading, unit }) => {
    const value = 'value' in reading ? reading.value * (unit.startsWith('mmol') ? 18 : 1) : 0
    return value < 100 ? 'low_sugar' : 'high_sugar'
  },
  oxygen_saturation: () => 'low_oxygen',
  temperature: () => 'fever',
  heart_rate: () => 'cardiac',
}

function readingFlag(reading: TriageReading, person: TriagePerson, matched: string): RedFlag | undefined {
  const urgency = readingUrgency(reading.type, reading.reading, reading.unit, {
    ageYears: person.ageYears,
    sex: person.sex,
    pregnant: person.pregnant,
  })
  if (urgency === undefined) return undefined
  return {
    id: `reading_${reading.type}`,
    level: urgency.urgency,
    category: CATEGORY_OF_METRIC[reading.type]?.(reading) ?? 'general',
    source: urgency.source,
    matched,
  }
}

const readingText = (reading: TriageReading): string =>
  'value' in reading.reading
    ? `${reading.reading.value} ${reading.unit}`
    : `${reading.reading.systolic}/${reading.reading.diastolic} ${reading.unit}`

function ruleFlag(
  rule: RedFlagRule,
  groups: readonly (readonly string[])[],
  statement: Statement,
  text: string,
): RedFlag | undefined {
  let matched: Span | undefined
  for (const group of groups) {
    const name = group.find((finding) => {
      const stated = statement.finding(finding)
      return (rule.strong?.includes(finding) === true ? stated.strong : stated.present).length > 0
    })
    if (name === undefined) return undefined
    matched ??= statement.finding(name).present[0]
  }
  if (rule.unless?.some((name) => statement.finding(name).present.length > 0) === true) return undefined
  return {
    id: rule.id,
    level: rule.level,
    category: rule.category,
    source: rule.source,
    matched: matched === undefined ? '' : statement.textOf(matched, text),
  }
}

/** Log odds. Where it was chosen, one in thirty messages that nobody had prepared for was taken for an emergency wrongly. */
const ALIKE = 1.6
/** What is longer tells a story, and its wording as a whole says little. */
const LONGEST_ALIKE = 400

/**
 * People say one thing in more ways than rules foresee: what no rule knows, but what is worded like emergencies are, counts
 * as one. Not where a rule knows the words and sees that they are denied, past, asked or meant otherwise.
 */
function likenessFlag(statement: Statement, text: string): RedFlag | undefined {
  if (text.length > LONGEST_ALIKE || emergencyLikeness(text) < ALIKE || !statement.isAboutNow()) return undefined
  const isMeantOtherwise = rules.some(
    ({ rule, groups }) =>
      rule.level === 'emergency' && groups.every((group) => group.some((name) => statement.mentions(name))),
  )
  if (isMeantOtherwise) return undefined
  return {
    id: 'worded_like_an_emergency',
    level: 'emergency',
    category: 'general',
    source: 'Worded like messages about emergencies, by a model trained on messages that this project wrote',
    matched: text,
  }
}

/**
 * How urgent a message is: by rules first, and by how it is worded where they know nothing of it. No language model is
 * asked, and everything here can only raise. Denials, the past, figures of speech, questions for information and who is
 * meant are understood in all five forms.
 */
export function triage(input: TriageInput): TriageResult {
  const text = input.text.normalize('NFC')
  const statement = new Statement(text, input.form)
  const subject = subjectOf(statement.match, statement.tokens)
  const person = personOf(input, statement, subject)

  const said = statedReadings(statement.tokens).filter((reading) => statement.isCurrent({ ...reading, named: [] }))
  for (const reading of [...said, ...(input.readings ?? [])])
    for (const name of measuredFindings(reading, person)) statement.addMeasured(name)

  const flags: RedFlag[] = []
  for (const { rule, groups } of rules) {
    if (!appliesTo(rule, person)) continue
    const flag = ruleFlag(rule, groups, statement, text)
    if (flag !== undefined) flags.push(flag)
  }
  for (const reading of said) {
    const flag = readingFlag(reading, person, statement.textOf({ ...reading, named: [] }, text))
    if (flag !== undefined) flags.push(flag)
  }
  for (const reading of input.readings ?? []) {
    const flag = readingFlag(reading, subject === 'self' ? person : {}, readingText(reading))
    if (flag !== undefined) flags.push(flag)
  }
  if (flags.every(({ level }) => ORDER[level] <= ORDER.routine)) {
    const flag = likenessFlag(statement, text)
    if (flag !== undefined) flags.push(flag)
  }
  flags.sort((one, other) => ORDER[other.level] - ORDER[one.level])
  const top = flags[0]
  return { level: top?.level ?? quietLevel(statement), redFlags: flags, subject, category: top?.category }
}

/** Where no rule speaks: a symptom that is not called mild can wait for an appointment, the rest for the person's own care. */
function quietLevel(statement: Statement): UrgencyLevel {
  const symptom = statement.finding('minor_symptom')
  if (symptom.present.length === 0) return 'self_care'
  if (statement.finding('resolved').present.length > 0) return 'self_care'
  return symptom.strong.length > 0 &&
    (statement.finding('chronic_time').present.length > 0 || statement.finding('severe_pain').present.length > 0)
    ? 'routine'
    : 'self_care'
}

/** Said once in each form when this is loaded, so that nobody's first message waits for code to be compiled. */
const FIRST_WORDS: Readonly<Record<LanguageForm, string>> = {
  en: 'my father had chest pain last year, now he can not breathe, bp 190 by 120',
  hi: 'पापा को सीने में दर्द है, साँस नहीं आ रही, शुगर 40 है',
  ta: 'அப்பாவுக்கு நெஞ்சு வலி, மூச்சு விட முடியல, காய்ச்சல் 103',
  'hi-Latn': 'papa ko seene me dard h, saans nhi aa rhi, sugar 40',
  'ta-Latn': 'appa ku nenju vali, moochu vida mudila, kaichal 103',
}
for (const form of LANGUAGE_FORMS) for (let times = 0; times < 3; times += 1) triage({ text: FIRST_WORDS[form], form })
