import { toLatinDigits } from '../../../clinical/units/index.ts'
import { findDates } from '../../grounding/dates.ts'

/** A day and a time of day as somebody said them, each only where it was said. */
export interface When {
  /** `YYYY-MM-DD` */
  readonly date?: string
  /** `HH:MM` */
  readonly time?: string
}

const END = String.raw`(?![\p{L}\p{M}\d])`
const START = String.raw`(?<![\p{L}\p{M}\d])`
const word = (alternatives: string) => new RegExp(`${START}(?:${alternatives})${END}`, 'iu')

/** Days by their distance from today; what is said with more words comes first. */
const DAYS_AWAY: readonly (readonly [RegExp, number])[] = [
  [
    word(
      'day after tomorrow|parso|parson|परसों|naalai marunaal|naalanniku|naalaniku|naalai kazhichu|நாளை மறுநாள்|நாளன்னைக்கு|நாளை கழித்து',
    ),
    2,
  ],
  [word('tomorrow|tomorow|tmrw|tmr|kal|कल|naalai|naalaiku|naalaikku|nalaiku|nalaikku|naalaki|நாளை|நாளைக்கு|நாளைக்கி'), 1],
  [word('today|tonight|aaj|आज|inniku|innaiku|innaikku|innikku|indru|இன்று|இன்னைக்கு|இன்னிக்கு'), 0],
]

/** From Sunday. */
const WEEKDAYS: readonly RegExp[] = [
  word('sunday|sun|itvar|itwar|ravivar|raviwar|रविवार|इतवार|nyayiru|nyaayiru|gnayiru|ஞாயிறு|ஞாயிற்றுக்கிழமை'),
  word('monday|mon|somvar|somwar|सोमवार|thingal|thingalkizhamai|திங்கள்|திங்கட்கிழமை'),
  word('tuesday|tue|tues|mangalvar|mangalwar|मंगलवार|மங்கள|sevvai|chevvai|செவ்வாய்|செவ்வாய்க்கிழமை'),
  word('wednesday|wed|budhvar|budhwar|बुधवार|budhan|pudhan|புதன்|புதன்கிழமை'),
  word('thursday|thu|thurs|guruvar|guruwar|गुरुवार|बृहस्पतिवार|viyazhan|vyazhan|வியாழன்|வியாழக்கிழமை'),
  word('friday|fri|shukravar|shukrawar|शुक्रवार|velli|வெள்ளி|வெள்ளிக்கிழமை'),
  word('saturday|sat|shanivar|shaniwar|शनिवार|sani|sanikizhamai|சனி|சனிக்கிழமை'),
]

const IN_DAYS = /(?<!\d)(\d{1,2})\s*(?:days?|din|दिन|naal|naatkal|நாள்|நாட்கள்)/iu
const IN_WEEKS = /(?<!\d)(\d{1,2})\s*(?:weeks?|hafte|hafta|हफ्ते|हफ़्ते|vaaram|vaarathula|வாரம்|வாரத்தில்)/iu

type Part = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night'
const PARTS: readonly (readonly [RegExp, Part])[] = [
  [word('noon'), 'noon'],
  [word('morning|subah|savere|सुबह|सवेरे|kaalai|kaalaila|kaalaiyil|kalai|kaathala|காலை|காலையில்|காலைல'), 'morning'],
  [word('afternoon|dopahar|dopehar|दोपहर|madhiyam|mathiyam|மதியம்|பிற்பகல்|மத்தியானம்'), 'afternoon'],
  [
    word('evening|shaam|sham|शाम|saayangalam|sayangalam|saayandhiram|maalai|maalaila|சாயங்காலம்|சாயந்திரம்|மாலை|மாலையில்'),
    'evening',
  ],
  [word('night|tonight|bedtime|raat|रात|iravu|raathiri|rathiri|இரவு|ராத்திரி|இரவில்'), 'night'],
]

/** Numbers that people say as words before "o'clock". */
const SPOKEN: readonly (readonly [string, number])[] = [
  ['one|ek|एक|oru|onnu|ஒரு|ஒன்று', 1], ['two|do|दो|rendu|irandu|ரெண்டு|இரண்டு', 2],
  ['three|teen|तीन|moonu|munu|மூணு|மூன்று', 3], ['four|char|chaar|चार|naalu|nalu|நாலு|நான்கு', 4],
  ['five|paanch|panch|पांच|पाँच|anju|ஐந்து|அஞ்சு', 5], ['six|chhe|che|chhah|छह|छः|छे|aaru|aru|ஆறு', 6],
  ['seven|saat|sat|सात|ezhu|elu|ஏழு', 7], ['eight|aath|ath|आठ|ettu|எட்டு', 8],
  ['nine|nau|नौ|ombadhu|onbadhu|ஒன்பது', 9], ['ten|das|दस|pathu|paththu|பத்து', 10],
  ['eleven|gyarah|gyara|ग्यारह|padhinonnu|பதினொன்று|பதினொரு', 11], ['twelve|barah|bara|बारह|pannendu|பன்னிரண்டு|பன்னெண்டு', 12],
] // biome-ignore format: a table
const CLOCK = "(?:o'clock|baje|bajey|bje|बजे|mani|manikku|maniku|மணி|மணிக்கு)"
const HALF_PAST = /(?:saadhe|sadhe|साढ़े|साढे|half past)\s*$/iu
const HALF_AFTER = /^\s*(?:arai|அரை|mani arai)/iu

/**
 * The day and the time that a text speaks of, in English, Hindi or Tamil in either script. Weekdays and dates without a
 * year are the next ones to come. A bare hour from one to six is taken for the afternoon.
 * @param today `YYYY-MM-DD` on the person's own calendar.
 */
export function readWhen(text: string, today: string): When {
  const said = toLatinDigits(text.normalize('NFC'))
  const date = dateIn(said, today)
  const time = timeIn(said)
  return { ...(date === undefined ? {} : { date }), ...(time === undefined ? {} : { time }) }
}

/** All times of day in a text: "at 8 and at 20:30". Parts of the day stand for usual hours. */
export function readTimes(text: string): readonly string[] {
  const said = toLatinDigits(text.normalize('NFC'))
  const clock = clockTimes(said)
  if (clock.length > 0) return clock
  return PARTS.flatMap(([pattern, part]) => (pattern.test(said) ? [USUAL[part]] : []))
}

const USUAL: Readonly<Record<Part, string>> = {
  morning: '08:00',
  noon: '12:00',
  afternoon: '13:00',
  evening: '18:00',
  night: '21:00',
}

function dateIn(said: string, today: string): string | undefined {
  for (const { year, month, day } of findDates(said)) {
    if (month === undefined || day === undefined) continue
    const thisYear = Number(today.slice(0, 4))
    const at = isoDay(year ?? thisYear, month, day)
    if (at === undefined) continue
    return year === undefined && at < today ? isoDay(thisYear + 1, month, day) : at
  }
  const near = DAYS_AWAY.find(([pattern]) => pattern.test(said))
  if (near !== undefined) return daysAfter(today, near[1])
  const weekday = WEEKDAYS.findIndex((pattern) => pattern.test(said))
  if (weekday >= 0) {
    const now = new Date(`${today}T00:00:00Z`).getUTCDay()
    return daysAfter(today, (weekday - now + 7) % 7 || 7)
  }
  const days = IN_DAYS.exec(said)
  if (days !== null) return daysAfter(today, Number(days[1]))
  const weeks = IN_WEEKS.exec(said)
  return weeks === null ? undefined : daysAfter(today, 7 * Number(weeks[1]))
}

function timeIn(said: string): string | undefined {
  const [time] = clockTimes(said)
  if (time !== undefined) return time
  return PARTS[0]?.[0].test(said) ? USUAL.noon : undefined
}

function clockTimes(said: string): readonly string[] {
  const part = PARTS.find(([pattern]) => pattern.test(said))?.[1]
  const found: { at: number; time: string }[] = []
  for (const { start, end, minutes, halfUnknown } of findDates(said)) {
    if (minutes === undefined) continue
    const half = HALF_PAST.test(said.slice(0, start)) || HALF_AFTER.test(said.slice(end)) ? 30 : 0
    const hour = Math.floor(minutes / 60)
    found.push({ at: start, time: clock(halfUnknown ? inHalf(hour, part) : hour, (minutes % 60) + half) })
  }
  if (found.length > 0) return [...new Set(found.map(({ time }) => time))]
  for (const [names, hour] of SPOKEN) {
    const match = new RegExp(`${START}(?:${names})\\s+${CLOCK}${END}`, 'iu').exec(said)
    if (match === null) continue
    const half = HALF_PAST.test(said.slice(0, match.index)) ? 30 : 0
    found.push({ at: match.index, time: clock(inHalf(hour, part), half) })
  }
  if (found.length > 0) return found.sort((one, other) => one.at - other.at).map(({ time }) => time)
  const at = /(?<![\p{L}\d])at\s+(\d{1,2})(?!\s*[\p{L}\d/.:%-])/iu.exec(said)
  return at === null || Number(at[1]) > 23 ? [] : [clock(inHalf(Number(at[1]), part), 0)]
}

function inHalf(hour: number, part: Part | undefined): number {
  if (hour > 12) return hour
  if (part === 'morning') return hour % 12
  if (part === 'night' && hour === 12) return 0
  if (part !== undefined) return hour === 12 ? 12 : hour + 12
  return hour <= 6 ? hour + 12 : hour
}

function clock(hour: number, minute: number): string {
  return `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : undefined
}

function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}
