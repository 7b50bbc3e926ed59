import { readOrder } from '../../clinical/medicines/index.ts'
import { parseDate } from '../metadata/printed-date.ts'
import type { Proposal } from '../read-document.ts'
import { placed } from './place.ts'
import type { PlacedLine } from './sections.ts'

const LONGEST = 160
const MOST = 12
const NO_FINDING = /^(?:nil|none|na|n\/a|nad|not applicable|as above|see above|same|-+|no known|\d+)$/iu
const ICD = /\(?\s*(?:icd(?:[- ]?10)?\s*[:-]?\s*)?\b([A-TV-Z]\d{2}(?:\.\d{1,3})?)\b\s*\)?/u

/** The single findings of a section: one a line, numbered, or parted by commas and semicolons. */
function parts(lines: readonly PlacedLine[]): { text: string; line: PlacedLine }[] {
  return lines.flatMap((line) =>
    line.text
      .split(
        /[;•]|,(?!\s*(?:left|right|anterior|inferior|lateral|posterior|mild|moderate|severe|stage|grade|class|with|without|post|status)\b)|(?:^|\s)\d{1,2}[.)]\s/iu,
      )
      .map((text) => text.replace(/^[\s.:*#•-]+|[\s.,:*-]+$/gu, ''))
      .filter((text) => /\p{L}\p{M}*\p{L}/u.test(text) && !NO_FINDING.test(text) && text.length <= LONGEST)
      .map((text) => ({ text, line })),
  )
}

/** Illnesses that a section of diagnoses names. */
export function conditionsIn(lines: readonly PlacedLine[]): readonly Proposal[] {
  return parts(lines)
    .slice(0, MOST)
    .flatMap(({ text, line }) => {
      const icdCode = ICD.exec(text)?.[1] ?? null
      const name = text
        .replace(icdCode === null ? /$^/u : ICD, ' ')
        .replace(/^(?:k\/?c\/?o|known case of|h\/?o|s\/?p|\?)\s*/iu, '')
        .replace(/\s+/g, ' ')
        .trim()
      const proposal = name === '' ? undefined : placed({ kind: 'condition', name, icdCode }, [line])
      return proposal === undefined ? [] : [proposal]
    })
}

/** Operations and other procedures that a section names, each with its day where it says one. */
export function proceduresIn(lines: readonly PlacedLine[]): readonly Proposal[] {
  return parts(lines)
    .slice(0, MOST)
    .flatMap(({ text, line }) => {
      const date = parseDate(text) ?? null
      const name = text
        .replace(/(?:\b(?:done )?on\s+)?\d{1,2}[-/.\s](?:\d{1,2}|\p{L}{3,9})[-/.\s,]\s?\d{2,4}/iu, ' ')
        .replace(/\s+/g, ' ')
        .replace(/[\s(,-]+$/u, '')
        .trim()
      const proposal = name === '' ? undefined : placed({ kind: 'procedure', name, date }, [line])
      return proposal === undefined ? [] : [proposal]
    })
}

const FOLLOW_UP =
  /\b(?:follow[\s-]?up|review|r\/v|next (?:visit|appointment|review)|revisit|come back)\b|फिर (?:दिखा|आ)|दोबारा (?:दिखा|आ)|மீண்டும்/iu
const FURTHEST_DAYS = 400

/** The next visit that a document asks for: on a day, or so many days after the document's own. */
export function followUpIn(lines: readonly PlacedLine[], from: string | null): readonly Proposal[] {
  for (const line of lines) {
    const date = parseDate(line.text) ?? daysLater(from, readOrder(line.text).durationDays)
    if (date === undefined) continue
    const doctor = doctorIn(line.text) ?? null
    const proposal = placed({ kind: 'appointment', title: line.text.slice(0, 120), date, doctor }, [line])
    return proposal === undefined ? [] : [proposal]
  }
  return []
}

/** The lines of a document that speak of the next visit, wherever they stand. */
export function followUpLines(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  return lines.filter(({ text }) => FOLLOW_UP.test(text))
}

function daysLater(from: string | null, days: number | undefined): string | undefined {
  if (from === null || days === undefined || days > FURTHEST_DAYS) return undefined
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
}

const DOCTOR =
  /(?:\b(?:Dr|DR|Doctor)\.?\s+(?:\p{Lu}[\p{L}']*\.?\s?){1,4}|(?:डॉ|டாக்டர்)\s?\.?\s*(?:[\p{L}\p{M}]+\.?\s?){1,3})/u

/** The first doctor whom a text names, with the title. */
export function doctorIn(text: string): string | undefined {
  const match = DOCTOR.exec(text)
  if (match === null) return undefined
  const name = match[0]
    .replace(
      /\s+(?:dr|m\.?b\w*|m\.?d|m\.?s|d\.?m\w*|dnb|dch|dgo|frcs|reg|consultant|opd|on|at|after|for|in|dept|department|ph|mob)\b.*$/iu,
      '',
    )
    .replace(/[\s,.]+$/u, '')
    .trim()
  return /\p{L}{2}/u.test(name.replace(/^(?:dr|doctor)\.?/iu, '')) ? name : undefined
}
