import type { ReadPage, TextLine } from '../read-document.ts'
import { beginsMedicine } from './read-medicine.ts'

/** A line with the page that it stands on. */
export interface PlacedLine {
  readonly text: string
  readonly line: TextLine
  readonly page: ReadPage
}

/** A part of a document under its heading; `name` is `undefined` for what stands before the first one. */
export interface Section {
  readonly name: SectionName | undefined
  readonly lines: readonly PlacedLine[]
}

const HEADINGS = {
  diagnosis:
    /(?:(?:final|provisional|primary|secondary|discharge|clinical|principal|admitting)\s+)?diagnos[ie]s(?:\s+at discharge)?|dx|impression\s*\/\s*diagnosis|निदान|रोग|बीमारी|நோய் கண்டறிதல்|நோய்|நோயறிதல்/,
  procedures:
    /(?:procedures?|operations?|surger(?:y|ies)|operative procedures?)(?:\s+(?:done|performed|undertaken|name))?|ऑपरेशन|शल्य क्रिया|அறுவை ?சிகிச்சை/,
  discharge_medicines:
    /(?:discharge (?:medications?|medicines?|advice|prescription|drugs)|(?:medications?|medicines?|treatment|advice|drugs)\s+(?:on|at)\s+discharge|take[- ]home medic\w+|छुट्टी (?:के समय|पर) (?:की )?(?:दवा|दवा[इई]या[ँं]|दवाएँ)|வீட்டிற்கான மருந்துகள்|டிஸ்சார்ஜ் மருந்துகள்)/,
  medicines:
    /rx|℞|medications?|medicines?|prescription|drugs?(?: name)?|treatment(?: advised)?|दवा[इई]या[ँं]|दवाएँ|दवा|மருந்துகள்|மருந்து/,
  treatment_given:
    /treatment given|course of treatment|treatment in hospital|hospital treatment|दिया गया इलाज|அளிக்கப்பட்ட சிகிச்சை/,
  course:
    /(?:brief\s+)?(?:course (?:in|during)(?: the)? (?:hospital|stay)|hospital course|clinical course|case summary|summary|अस्पताल में इलाज|மருத்துவமனையில் சிகிச்சை)/,
  impression: /impressions?|conclusions?|opinion|निष्कर्ष|राय|முடிவுரை|கருத்து|முடிவு/,
  findings: /findings?|observations?|technique|report/,
  history:
    /(?:past |personal |family |medical |present )?history(?: of present illness)?|chief complaints?|complaints?|c\/o|presenting complaints?|on examination|o\/e|examination|vitals?|allerg(?:y|ies)|शिकायत|लक्षण|புகார்/,
  investigations:
    /investigations?(?: advised| done)?|tests?(?: advised)?|lab(?:oratory)? (?:tests?|investigations?)|जाँच|जांच|பரிசோதனை(?:கள்)?/,
  follow_up:
    /follow[\s-]?up(?: advice| visit)?|next (?:visit|appointment|review)|review(?: on| after| date)?|r\/v|फिर (?:दिखाएँ|दिखाएं|आएँ|आएं)|दोबारा (?:दिखाएँ|दिखाएं|आएँ|आएं)|மீண்டும் (?:வரவும்|வர|பார்க்க)/,
  advice: /advice|advise|adv\.?|instructions?|diet|सलाह|ஆலோசனை/,
} as const satisfies Record<string, RegExp>
export type SectionName = keyof typeof HEADINGS

const STARTS = Object.entries(HEADINGS).map(
  ([name, pattern]) =>
    [
      name as SectionName,
      // Alone on its line, or before a colon or dash with what follows.
      new RegExp(
        String.raw`^[\s\d.)*•#-]{0,6}(?:${pattern.source})(?:\s*\([^)]*\))?\s*(?:[:：]\s*-?|-\s+|$)\s*(.*)$`,
        'iu',
      ),
    ] as const,
)

/** Parts a document into its sections, whatever their order. */
export function sectionsOf(pages: readonly ReadPage[]): readonly Section[] {
  const sections: { name: SectionName | undefined; lines: PlacedLine[] }[] = [{ name: undefined, lines: [] }]
  for (const page of pages) {
    for (const line of page.lines) {
      const heading = headingOf(line.text)
      if (heading === undefined) {
        const open = sections.at(-1)
        // Many doctors write orders right below the diagnosis, without any heading.
        if (open && isNoPlaceForOrders(open.name) && beginsMedicine(line.text)) {
          sections.push({ name: 'medicines', lines: [{ text: line.text, line, page }] })
        } else open?.lines.push({ text: line.text, line, page })
        continue
      }
      const { name, rest } = heading
      sections.push({ name, lines: rest === '' ? [] : [{ text: rest, line, page }] })
    }
  }
  return sections
}

function isNoPlaceForOrders(name: SectionName | undefined): boolean {
  return name === 'diagnosis' || name === 'procedures'
}

function headingOf(text: string): { name: SectionName; rest: string } | undefined {
  for (const [name, pattern] of STARTS) {
    const match = pattern.exec(text.trim())
    if (match) return { name, rest: (match[1] ?? '').trim() }
  }
  return undefined
}

/** The lines of all sections of these names, in their order. */
export function linesOf(sections: readonly Section[], ...names: readonly SectionName[]): readonly PlacedLine[] {
  return sections.filter(({ name }) => name !== undefined && names.includes(name)).flatMap(({ lines }) => lines)
}
