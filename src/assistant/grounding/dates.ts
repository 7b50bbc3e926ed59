import { toLatinDigits } from '../../clinical/units/index.ts'

/** A date or a time of day in a text. A missing part was not said. */
export interface FoundDate {
  readonly start: number
  readonly end: number
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** Minutes since midnight. */
  readonly minutes?: number
  /** Half of the day was not said: 8 may be morning or evening. */
  readonly halfUnknown?: boolean
}

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'जनवरी', 'ஜனவரி', 'janvari', 'janavari'],
  ['february', 'feb', 'फरवरी', 'फ़रवरी', 'பிப்ரவரி', 'பிப்', 'farvari', 'pipravari'],
  ['march', 'mar', 'मार्च', 'மார்ச்', 'maarch'],
  ['april', 'apr', 'अप्रैल', 'ஏப்ரல்', 'aprail'],
  ['may', 'मई', 'மே', 'mai'],
  ['june', 'jun', 'जून', 'ஜூன்', 'joon'],
  ['july', 'jul', 'जुलाई', 'ஜூலை', 'julai', 'joolai'],
  ['august', 'aug', 'अगस्त', 'ஆகஸ்ட்', 'ஆக', 'agast'],
  ['september', 'sept', 'sep', 'सितंबर', 'सितम्बर', 'செப்டம்பர்', 'செப்', 'sitambar'],
  ['october', 'oct', 'अक्टूबर', 'अक्तूबर', 'அக்டோபர்', 'அக்', 'aktubar'],
  ['november', 'nov', 'नवंबर', 'नवम्बर', 'நவம்பர்', 'நவ', 'navambar'],
  ['december', 'dec', 'दिसंबर', 'दिसम्बर', 'டிசம்பர்', 'டிச', 'disambar'],
]
const monthNumbers = new Map(MONTHS.flatMap((names, at) => names.map((name): [string, number] => [name, at + 1])))
const MONTH = [...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|')
const END = '(?![\\p{L}\\p{M}\\d])'
const START = '(?<![\\p{L}\\p{M}\\d./-])'

/** A cheap look whether the pattern can match at all, the pattern, and what its groups say. */
type DatePattern = readonly [
  RegExp,
  RegExp,
  (groups: readonly (string | undefined)[]) => Partial<FoundDate> | undefined,
]

const NAMED_MONTH = new RegExp(MONTH, 'iu')

const PATTERNS: readonly DatePattern[] = [
  // 2026-03-12, also as the beginning of a timestamp
  [
    /\d-\d\d-\d/,
    new RegExp(`${START}(\\d{4})-(\\d{2})-(\\d{2})(?:T[\\d:.+Z-]+)?(?!\\d)`, 'giu'),
    ([, year, month, day]) => whole(Number(year), Number(month), Number(day)),
  ],
  // 12/03/2026, 12-03-26, 12.03.2026: the day comes first in India
  [
    /\d[/.-]\d{1,2}[/.-]\d/,
    new RegExp(`${START}(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/])`, 'giu'),
    ([, day, , month, year]) => whole(fullYear(Number(year)), Number(month), Number(day)),
  ],
  // 12 March 2026, 12 मार्च, 12th of March 2026
  [
    NAMED_MONTH,
    new RegExp(
      `${START}(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})\\.?${END}(?:,?\\s+(\\d{4}))?(?!\\d)`,
      'giu',
    ),
    ([, day, month, year]) => whole(year === undefined ? undefined : Number(year), monthOf(month), Number(day)),
  ],
  // March 12, 2026
  [
    NAMED_MONTH,
    new RegExp(`${START}(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?${END}(?:,?\\s+(\\d{4}))?(?!\\d)`, 'giu'),
    ([, month, day, year]) => whole(year === undefined ? undefined : Number(year), monthOf(month), Number(day)),
  ],
  // March 2026
  [
    NAMED_MONTH,
    new RegExp(`${START}(${MONTH})\\.?,?\\s+(\\d{4})(?!\\d)`, 'giu'),
    ([, month, year]) => whole(Number(year), monthOf(month), undefined),
  ],
  // in 2026, 2026 में
  [
    /(?:19|20)\d\d/,
    /(?<![\p{L}\p{M}\d.,/-])((?:19|20)\d{2})(?![\d.,/%-]|\s?(?:mg|ml|\/|%|steps|kcal))/giu,
    ([, year]) => ({ year: Number(year) }),
  ],
  // 08:30, 8:30 pm
  [
    /\d:\d/,
    /(?<![\d:.])(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)(?:\s*(am|pm|a\.m\.|p\.m\.))?/giu,
    ([, hour, minute, half]) => clock(Number(hour), Number(minute), half),
  ],
  // 8 pm, 8 बजे, 8 மணிக்கு
  [
    /am|pm|a\.m|p\.m|o'clock|बजे|baje|மணி|mani/iu,
    new RegExp(
      `(?<![\\d:.,/])(\\d{1,2})\\s*(am|pm|a\\.m\\.|p\\.m\\.|o'clock|बजे|baje|மணிக்கு|மணி|manikku|mani)(?!\\s*(?:நேர|ner))${END}`,
      'giu',
    ),
    ([, hour, half]) => clock(Number(hour), 0, half),
  ],
]

/** Dates and times of a text, in order, without overlaps. */
export function findDates(text: string): readonly FoundDate[] {
  const latin = toLatinDigits(text)
  const found: FoundDate[] = []
  if (!/\d/.test(latin)) return found
  for (const [guard, pattern, read] of PATTERNS) {
    if (!guard.test(latin)) continue
    for (const match of latin.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((other) => start < other.end && other.start < end)) continue
      const date = read(match)
      if (date !== undefined) found.push({ start, end, ...date })
    }
  }
  return found.sort((left, right) => left.start - right.start)
}

function whole(
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
): Partial<FoundDate> | undefined {
  if (month === undefined || month < 1 || month > 12) return undefined
  if (day !== undefined && (day < 1 || day > 31)) return undefined
  return { ...(year === undefined ? {} : { year }), month, ...(day === undefined ? {} : { day }) }
}

function clock(hour: number, minute: number, half: string | undefined): Partial<FoundDate> | undefined {
  if (hour > 24 || minute > 59) return undefined
  const word = half?.toLowerCase() ?? ''
  if (word.startsWith('p')) return { minutes: ((hour % 12) + 12) * 60 + minute }
  if (word.startsWith('a')) return { minutes: (hour % 12) * 60 + minute }
  return { minutes: hour * 60 + minute, halfUnknown: hour <= 12 }
}

function monthOf(name: string | undefined): number | undefined {
  return monthNumbers.get(name?.toLowerCase() ?? '')
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year
}

/** Whether every part that is said of one is the same in the other. */
export function agrees(said: FoundDate, known: FoundDate): boolean {
  if (said.minutes !== undefined) {
    if (known.minutes === undefined) return false
    return said.minutes === known.minutes || (said.halfUnknown === true && said.minutes % 720 === known.minutes % 720)
  }
  if (said.year === undefined && said.month === undefined) return false
  return (
    (said.year === undefined || said.year === known.year) &&
    (said.month === undefined || said.month === known.month) &&
    (said.day === undefined || said.day === known.day) &&
    known.year !== undefined
  )
}
