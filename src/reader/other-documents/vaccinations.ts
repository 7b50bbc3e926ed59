import { findVaccine } from '../../clinical/medicines/index.ts'
import { parseDate } from '../metadata/printed-date.ts'
import type { Proposal, ReadPage } from '../read-document.ts'
import { placed } from './place.ts'
import type { PlacedLine } from './sections.ts'

const DOSE =
  /\b(?:(birth|zero|1st|2nd|3rd|4th|first|second|third|fourth|precaution(?:ary)?)\s+(?:dose|booster)|dose[\s:-]*(\d)|(booster)(?:[\s-]*(\d))?|(?:[a-z]{2,}[\s-]?|\b[a-z]-|[\p{L}\p{M}]{3,}\s)(\d)(?![\d/.-]|st|nd|rd|th))/iu
const DATES =
  /(?<!\d)(?:\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2}[\s-][a-z]{3,9}[\s,-]+(?:\d{4}|\d{2})|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)/giu
/** Columns of a card: when a dose is due says nothing about whether it was given. */
const DUE = /\b(?:due|scheduled?|next)\b/iu
const GIVEN = /\b(?:given|administered|vaccinated|date of (?:\S+ )?(?:vaccination|dose)|दी गई|लगा|போட்ட)\b/iu

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
      if (vaccine === undefined || onlyDue || (DUE.test(line.text) && !GIVEN.test(line.text))) return []
      const dates = (line.text.match(DATES) ?? []).flatMap((text) => parseDate(text) ?? [])
      // Certificates print the date below the vaccine's name.
      const own = { date: dueFirst ? dates[1] : dates[0], dose: doseIn(line.text) }
      const given = dates.length === 0 ? datesBelow(page, at) : [own]
      const lines: PlacedLine[] = [{ text: line.text, line, page }]
      return given.flatMap(({ date, dose }) => {
        if (date === undefined || date > today) return []
        const told = doseIn(line.text) ?? dose ?? null
        return placed({ kind: 'vaccination', vaccine, dose: told, date }, lines) ?? []
      })
    })
  })
}

/** The first day below a vaccine's name, and further ones that tell their dose. */
function datesBelow(page: ReadPage, at: number): { date: string; dose: string | undefined }[] {
  const found: { date: string; dose: string | undefined }[] = []
  for (const { text } of page.lines.slice(at + 1, at + 6)) {
    if (findVaccine(text) !== undefined) break
    const date = parseDate(text)
    if (date === undefined || DUE.test(text) || /birth|dob/iu.test(text)) continue
    const dose = doseIn(text)
    if (found.length === 0 || dose !== undefined) found.push({ date, dose })
  }
  return found
}

function doseIn(text: string): string | undefined {
  const match = DOSE.exec(text)
  if (match === null) return undefined
  const [, ordinal, dose, booster, number, behind] = match
  if (booster !== undefined) return number === undefined ? 'booster' : `booster ${number}`
  return ordinal?.toLowerCase() ?? dose ?? behind
}
