import type { MessageMatch } from './matcher.ts'
import type { Token } from './tokens.ts'

/** Whom a message is about. */
export type Subject = 'self' | 'mother' | 'father' | 'spouse' | 'infant' | 'child' | 'elder' | 'other'

/** What is known of the person that the message is about. Ages in years. */
export interface TriagePerson {
  readonly ageYears?: number
  readonly sex?: 'female' | 'male'
  readonly pregnant?: boolean
}

/** The nearer a word class stands to the front, the more it says: "my mother's friend" is rare, "my friend's baby" is not. */
const SUBJECT_CLASSES: readonly Exclude<Subject, 'self' | 'other'>[] = [
  'infant',
  'child',
  'mother',
  'father',
  'spouse',
  'elder',
]

/** Whom the message is about: the first person named who is not the writer. */
export function subjectOf(match: MessageMatch, tokens: readonly Token[]): Subject {
  let first = tokens.length
  let subject: Subject = 'self'
  for (const name of SUBJECT_CLASSES) {
    const at = match.wordClass(name)[0]?.start
    if (at !== undefined && at < first) {
      first = at
      subject = name
    }
  }
  if (subject !== 'self') return subject
  if (match.wordClass('other_person').length === 0) return 'self'
  return match.wordClass('self').length > 0 && match.wordClass('other_person')[0]?.start !== 0
    ? subjectBySelf(match)
    : 'other'
}

/** "I", "me" before anybody else: the writer, unless only possessive ("my friend"). */
function subjectBySelf(match: MessageMatch): Subject {
  const self = match.wordClass('self')[0]?.start ?? 0
  const other = match.wordClass('other_person')[0]?.start ?? 0
  return other - self === 1 || other < self ? 'other' : 'self'
}

const DAY = 1 / 365
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:days?|din|dino|दिन|दिनों|naal|naatkal|நாள்\S*|நாட்கள்|நாளான)/, DAY],
  [/^(?:weeks?|wks?|hafte|hafta|हफ्ते|हफ़्ते|vaara\S*|vara|வார\S*)/, 7 * DAY],
  [/^(?:months?|mahine|mahina|mahino|महीने|महिने|महीना|maasam|maasa|masam|maadha|maatha|மாச\S*|மாத\S*)/, 1 / 12],
  [
    /^(?:years?|yrs?|yr|saal|sal|baras|साल|वर्ष\S*|varusham|vayasu|vayadhu|vayasaa\S*|வயசு\S*|வயது\S*|வயதான|வருஷ\S*|வருட\S*)/,
    1,
  ],
]
/** What shows that a stretch of time is an age, right after it: "3 saal ka", "20 day old", "6 மாச குழந்தை". */
const AGE_AFTER =
  /^(?:old|of|ka|ki|ke|का|की|के|baby|infant|newborn|child|boy|girl|son|daughter|kuzhandhai\S*|kuzhanthai\S*|kulandhai\S*|paapa|paiyan\S*|payan\S*|ponnu\S*|குழந்தை\S*|பையன்\S*|பொண்ணு\S*|பாப்பா\S*|मेरे|बच्च\S*|शिशु|bac+h+\S*)/
const BABY =
  /^(?:baby|infant|newborn|shishu|navjat|bac+h+a|paapa|kuzhandhai|kuzhanthai|kolandha|शिशु|नवजात|बच्चा|பாப்பா|குழந்தை)$/
const AGE_BEFORE = /^(?:age|aged|umar|umr|उम्र|आयु|vayasu|vayadhu|வயது|வயசு)$/

/** The age that a message states, in years. */
export function statedAge(tokens: readonly Token[]): number | undefined {
  for (const [at, token] of tokens.entries()) {
    if (token.number === undefined || token.raw.includes('/')) continue
    const [before, unit, after] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]]
    if (before !== undefined && AGE_BEFORE.test(before.raw) && token.number < 120) return token.number
    const attached = /^\d+(?:mo|m|yo|y|yr|d)$/.test(token.raw)
    if (attached) continue
    const scale = UNITS.find(([words]) => unit !== undefined && words.test(unit.raw))?.[1]
    if (scale === undefined) continue
    const age = token.number * scale
    // "baby 10 days, cold": nothing more is said of the ten days, so they are the age.
    const endsThere = after === undefined || after.clause !== token.clause
    if (endsThere && before !== undefined && BABY.test(before.raw) && age < 2) return age
    if (after === undefined) continue
    if (age < 120 && AGE_AFTER.test(after.raw)) return age
    if (scale === 1 && unit !== undefined && /^(?:vayasu|vayadhu|வய)/.test(unit.raw)) return age
  }
  return undefined
}
