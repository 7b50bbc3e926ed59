import { plainText } from '../labs/printed/number-text.ts'

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'जनवरी', 'ஜனவரி'],
  ['feb', 'february', 'फ़रवरी', 'फरवरी', 'பிப்ரவரி'],
  ['mar', 'march', 'मार्च', 'மார்ச்'],
  ['apr', 'april', 'अप्रैल', 'ஏப்ரல்'],
  ['may', 'मई', 'மே'],
  ['jun', 'june', 'जून', 'ஜூன்'],
  ['jul', 'july', 'जुलाई', 'ஜூலை'],
  ['aug', 'august', 'अगस्त', 'ஆகஸ்ட்'],
  ['sep', 'sept', 'september', 'सितंबर', 'सितम्बर', 'செப்டம்பர்'],
  ['oct', 'october', 'अक्टूबर', 'अक्तूबर', 'அக்டோபர்'],
  ['nov', 'november', 'नवंबर', 'नवम्बर', 'நவம்பர்'],
  ['dec', 'december', 'दिसंबर', 'दिसम्बर', 'டிசம்பர்'],
]
const MONTH = MONTHS.flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')

const YEAR = String.raw`(?<year>(?:19|20)\d{2}|\d{2}(?!\d))`
const FORMS: readonly RegExp[] = [
  /(?<year>(?:19|20)\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/u,
  new RegExp(String.raw`(?<!\d)(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.]${YEAR}`, 'u'),
  new RegExp(String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?[-/.\s]*(?<name>${MONTH})\.?[-/,.\s]*${YEAR}`, 'iu'),
  new RegExp(String.raw`(?<name>${MONTH})\.?\s*(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+${YEAR}`, 'iu'),
]

/**
 * The first date in a text, as `YYYY-MM-DD`. Days come before months, as in India, unless only the other order is a
 * date. `undefined` where there is none, or where a part of it is blotted out ("02 Dec, 202X").
 */
export function parseDate(printed: string): string | undefined {
  const text = plainText(printed)
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups
    const date = groups && dateOf(groups)
    if (date) return date
  }
  return undefined
}

function dateOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const written = Number(groups['year'])
  const year = written < 100 ? 2000 + written : written
  const name = groups['name']?.toLowerCase()
  const named = name === undefined ? -1 : MONTHS.findIndex((names) => names.includes(name))
  const month = named >= 0 ? named + 1 : Number(groups['month'])
  const day = Number(groups['day'])
  return calendarDate(year, month, day) ?? (named < 0 ? calendarDate(year, day, month) : undefined)
}

function calendarDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}
