import { labelledValues } from '../metadata/labelled-values.ts'
import { parseDate } from '../metadata/printed-date.ts'
import type { DocumentCategory, Proposal, ReadPage } from '../read-document.ts'
import { conditionsIn, doctorIn, followUpIn, followUpLines, proceduresIn } from './findings.ts'
import { isHandwritten } from './handwriting.ts'
import { medicinesIn } from './prescriptions.ts'
import { linesOf, type PlacedLine, type Section, sectionsOf } from './sections.ts'
import { vaccinationsIn } from './vaccinations.ts'

export interface OtherReading {
  readonly category: DocumentCategory
  readonly proposals: readonly Proposal[]
  readonly doctor: string | null
  readonly summary: string | null
  /** The day of discharge, where the document states it. */
  readonly dischargeDate: string | null
}

const LONGEST_SUMMARY = 4_000
/** So many orders make a prescription of a document whose words say nothing. */
const ORDERS_OF_PRESCRIPTION = 2

/**
 * What documents other than lab reports say, by their kind. Pages that are written by hand propose nothing: what they say
 * can only be guessed.
 */
export function readOtherDocument(
  allPages: readonly ReadPage[],
  category: DocumentCategory,
  documentDate: string | null,
): OtherReading {
  const pages = allPages.filter((page) => !isHandwritten(page))
  const sections = sectionsOf(pages)
  const common = { doctor: doctorOf(pages), dischargeDate: null, summary: null }
  switch (category) {
    case 'prescription':
      return { category, ...common, proposals: prescription(sections, documentDate) }
    case 'discharge_summary': {
      const dischargeDate = labelledDate(pages, /discharge|\bd\.?o\.?d\b|छुट्टी|டிஸ்சார்ஜ்/iu)
      const proposals = dischargeSummary(sections, dischargeDate ?? documentDate)
      return { category, ...common, dischargeDate, proposals, summary: textOf(linesOf(sections, 'course')) }
    }
    case 'radiology':
      return { category, ...common, proposals: [], summary: textOf(linesOf(sections, 'impression')) }
    case 'vaccination':
      return { category, ...common, proposals: vaccinationsIn(pages, new Date().toISOString().slice(0, 10)) }
    case 'other': {
      const medicines = medicinesIn(sections.flatMap(({ lines }) => lines)).filter(isKnownOrder)
      return medicines.length >= ORDERS_OF_PRESCRIPTION
        ? { category: 'prescription', ...common, proposals: prescription(sections, documentDate) }
        : { category, ...common, proposals: [] }
    }
    default:
      return { category, ...common, proposals: [] }
  }
}

function isKnownOrder(proposal: Proposal): boolean {
  return (
    proposal.kind === 'medication' && proposal.medicine.genericName !== null && proposal.medicine.frequency !== null
  )
}

function prescription(sections: readonly Section[], date: string | null): readonly Proposal[] {
  const notOrdered = ['history', 'diagnosis', 'investigations', 'findings', 'treatment_given', 'follow_up'] as const
  const orders = sections
    .filter(({ name }) => name === undefined || !(notOrdered as readonly string[]).includes(name))
    .flatMap(({ lines }) => lines)
  const followUp = [...linesOf(sections, 'follow_up'), ...followUpLines(sections.flatMap(({ lines }) => lines))]
  return [...conditionsIn(linesOf(sections, 'diagnosis')), ...medicinesIn(orders), ...followUpIn(followUp, date)]
}

function dischargeSummary(sections: readonly Section[], date: string | null): readonly Proposal[] {
  const onDischarge = linesOf(sections, 'discharge_medicines')
  const medicines = onDischarge.length > 0 ? onDischarge : linesOf(sections, 'medicines', 'advice')
  const everywhere = linesOf(sections, 'advice', 'discharge_medicines', 'medicines')
  const followUp = [...linesOf(sections, 'follow_up'), ...followUpLines(everywhere)]
  return [
    ...conditionsIn(linesOf(sections, 'diagnosis')),
    ...proceduresIn(linesOf(sections, 'procedures')),
    ...medicinesIn(medicines),
    ...followUpIn(followUp, date),
  ]
}

function textOf(lines: readonly PlacedLine[]): string | null {
  const text = lines
    .map((line) => line.text)
    .filter((line) => !/^\s*(?:\*+.*\*+|-+|page \d.*|end of report.*|(?:please|kindly) correlate.*)\s*$/iu.test(line))
    // Who signed is told apart.
    .filter((line) => !/^\s*(?:dr\.?\s|डॉ|டாக்டர்)/iu.test(line))
    .join('\n')
    .trim()
  return text === '' ? null : text.slice(0, LONGEST_SUMMARY)
}

function labelledDate(pages: readonly ReadPage[], label: RegExp): string | null {
  for (const page of pages) {
    for (const { label: printed, value } of labelledValues(page)) {
      const date = label.test(printed) ? parseDate(value) : undefined
      if (date !== undefined) return date
    }
  }
  return null
}

const RESPONSIBLE = /consultant|treating|doctor|physician|surgeon|prescribed|डॉक्टर|चिकित्सक|மருத்துவர்/iu
const REFERRED = /ref(?:erred|\.)?\s*(?:by|doctor|dr)/iu

/** The doctor who answers for a document: named by a label, or at its head or foot. Whoever referred is not. */
function doctorOf(pages: readonly ReadPage[]): string | null {
  for (const page of pages) {
    for (const { label, value } of labelledValues(page)) {
      if (RESPONSIBLE.test(label) && !REFERRED.test(label)) {
        const named = doctorIn(value) ?? (/^[\p{L}\p{M}. ]{4,60}$/u.test(value) ? value : undefined)
        if (named !== undefined) return named
      }
    }
  }
  const printed = pages.flatMap((page) => page.lines).filter(({ text }) => !REFERRED.test(text))
  return printed.map(({ text }) => doctorIn(text)).find((name) => name !== undefined) ?? null
}
