import type { Narrative } from '@medplum/fhirtypes'
import type { Language } from '../../../clinical/language-forms.ts'

const XHTML = 'http://www.w3.org/1999/xhtml'
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** What XML 1.0 has no way to write: controls but tab and ends of lines, and two that are no characters. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

/** A text of the record within XHTML: whatever it says stays text. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(UNWRITABLE, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/**
 * What a section says, for people: one line a row, or one sentence where there is none. Only a `div`, paragraphs and a list,
 * which is all that FHIR's rules on narratives (txt-1, txt-2) need to let through.
 */
export function narrative(lines: readonly string[], empty: string, language: Language): Narrative {
  const content =
    lines.length === 0
      ? `<p>${escaped(empty)}</p>`
      : `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
  return {
    status: 'generated',
    div: `<div xmlns="${XHTML}" xml:lang="${language}" lang="${language}">${content}</div>`,
  }
}
