import { findVaccine } from '../../clinical/medicines/index.ts'
import { parseDate } from '../metadata/printed-date.ts'
import type { Proposal, ReadPage } from '../read-document.ts'
import { placed } from './place.ts'
import type { PlacedLine } from './sections.ts'

const DOSE =
  /\b(?:(birth|zero|1st|2nd|3rd|4th|first|second|third|fourth|precaution(?:ary)?)\s+(?:dose|booster)|dose[\s:-]*(\d)|(booster)(?:[\s-]*(\d))?|[a-z]{2,}[\s-]?(\d)(?![\d/.-]))/iu
const DATES =
  /(?<!\d)(?:\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2}[\s-][a-z]{3,9}[\s,-]+(?:\d{4}|\d{2})|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)/giu
/** Columns of a card: when a dose is due says nothing about whether it was given. */
const DUE = /\b(?:due|scheduled?|next)\b/iu
const GIVEN = /\b(?:given|administered|vaccinated|date of (?:vaccination|dose)|दी गई|लगा|போட்ட)\b/iu

/** The doses that a vaccination card or certificate says were given. */
export function vaccinationsIn(pages: readonly ReadPage[], today: string): readonly Proposal[] {
  return pages.flatMap((page) => {
    const dueFirst = page.lines.some(
      ({ text }) => DUE.test(text) && GIVEN.test(text) && text.search(DUE) < text.search(GIVEN),
    )
    const hasGiven = page.lines.some(({ text }) => GIVEN.test(text))
    const onlyDue = !hasGiven && page.lines.some(({ text }) => DUE.test(text) && !parseDate(text))
    return page.lines.flatMap((line, at) => {
      const vaccine = findVaccine(line.text)
      if (vaccine === undefined || onlyDue) return []
      const dates = (line.text.match(DATES) ?? []).flatMap((text) => parseDate(text) ?? [])
      // Certificates print the date below the vaccine's name.
      const below = dates.length === 0 ? dateBelow(page, at) : undefined
      const date = below?.date ?? (dueFirst ? dates[1] : dates[0])
      if (date === undefined || date > today) return []
      const lines: PlacedLine[] = [{ text: line.text, line, page }]
      const proposal = placed(
        { kind: 'vaccination', vaccine, dose: doseIn(line.text) ?? below?.dose ?? null, date },
        lines,
      )
      return proposal === undefined ? [] : [proposal]
    })
  })
}

function dateBelow(page: ReadPage, at: number): { date: string; dose: string | undefined } | undefined {
  for (const { text } of page.lines.slice(at + 1, at + 5)) {
    if (findVaccine(text) !== undefined) return undefined
    const date = parseDate(text)
    if (date !== undefined && !DUE.test(text) && !/birth|dob/iu.test(text)) return { date, dose: doseIn(text) }
  }
  return undefined
}

function doseIn(text: string): string | undefined {
  const match = DOSE.exec(text)
  if (match === null) return undefined
  const [, ordinal, dose, booster, number, behind] = match
  if (booster !== undefined) return number === undefined ? 'booster' : `booster ${number}`
  return ordinal?.toLowerCase() ?? dose ?? behind
}
