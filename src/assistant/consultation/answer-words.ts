import type { QuestionId } from '../../clinical/complaints/index.ts'
import type { LanguageForm } from '../../clinical/language-forms.ts'
import { toLatinDigits } from '../../clinical/units/index.ts'
import { translator } from '../../platform/i18n/translator.ts'
import { type Decision, readDecision } from '../turn/decision-words.ts'

/** Answers that are offered as taps, in the order of the words under `consultation.taps`. */
const TAPS: Readonly<Record<QuestionId, readonly string[]>> = {
  red_flags: ['yes', 'no', 'unsure'],
  onset: ['today', 'days', 'week', 'longer'],
  severity: ['little', 'much', 'unbearable'],
  age: ['baby', 'child', 'adult', 'elder'],
  pregnancy: ['yes', 'no', 'unsure'],
  medicines: ['none', 'unsure'],
}

/** What taps that say more than their words do amount to, in words that the red-flag rules understand. */
const AGES: Readonly<Record<string, string>> = {
  baby: '6 months old',
  child: 'age 8',
  adult: 'age 35',
  elder: 'age 68',
}

/** The words of the taps of a question, in the form of the person. */
export function tapsOf(question: QuestionId, form: LanguageForm): readonly string[] {
  return TAPS[question].map((tap) => tapWords(tap, form))
}

/** Which tap of a question a message is, if it is one. */
export function tapIn(question: QuestionId, message: string, form: LanguageForm): string | undefined {
  const said = plain(message)
  return TAPS[question].find((tap) => plain(tapWords(tap, form)) === said)
}

function tapWords(tap: string, form: LanguageForm): string {
  return translator(form)(`builtin:consultation.taps.${tap}`)
}

/** How people begin a longer answer: "yes, a little sweating", "nahi aisa kuch nahi". */
const NOTHING =
  /\b(?:none|nothing|not really|kuch nahi|kuchh nahi|koi nahi|edhuvum illa|onnum illa|ethuvum illa)\b|कुछ नहीं|कोई नहीं|ऐसा नहीं|எதுவும் இல்ல|ஒன்னும் இல்ல|ஒன்றும் இல்ல/iu

/** Yes or no to a question, also where more is said than that. */
export function decisionIn(message: string): Decision | undefined {
  const whole = readDecision(message)
  if (whole !== undefined) return whole
  if (NOTHING.test(message)) return 'no'
  const words = message.trim().split(/[\s,.;:–-]+/u)
  return readDecision(words.slice(0, 2).join(' ')) ?? readDecision(words[0] ?? '')
}

const UNBEARABLE =
  /unbearable|severe|too much|very (?:bad|strong|much|severe)|worst|can(?:no|')?t (?:sleep|work|bear)|(?:9|10)\s*(?:\/|out of)\s*10|bahut|bohot|bahot|बहुत|असहनीय|romba|ரொம்ப|மிகவும்|தாங்க|thaanga/iu
const MUCH = /quite|a lot|medium|moderate|kaafi|kafi|काफ़ी|काफी|neraiya|நிறைய|அதிகம்|adhigam/iu

export type Severity = 'little' | 'much' | 'unbearable'

/** How bad it is, where the answer to that question says so. */
export function severityIn(message: string, form: LanguageForm): Severity | undefined {
  const tap = tapIn('severity', message, form)
  if (tap !== undefined) return tap as Severity
  if (/not (?:very|too|that|so)|bahut nahi|बहुत नहीं|romba illa|ரொம்ப இல்ல/iu.test(message)) return 'little'
  return UNBEARABLE.test(message) ? 'unbearable' : MUCH.test(message) ? 'much' : undefined
}

const MONTHS = /month|mahin|महीन|maasa|maadha|மாத|மாச/iu
const DAYS = /\bday|\bdin|दिन|naal|நாள்/iu
const WEEKS = /week|haft|हफ्त|हफ़्त|vaara|வார/iu

/** An answer to "how old?" in words that the red-flag rules understand. */
export function ageIn(message: string, form: LanguageForm): string | undefined {
  const tap = tapIn('age', message, form)
  if (tap !== undefined) return AGES[tap]
  const number = /\d{1,3}/.exec(toLatinDigits(message))?.[0]
  if (number === undefined || Number(number) >= 120) return undefined
  if (DAYS.test(message)) return `${number} days old`
  if (WEEKS.test(message)) return `${number} weeks old`
  return MONTHS.test(message) ? `${number} months old` : `age ${number}`
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
