import { cellsOf } from '../layout/cells.ts'
import type { ReadPage } from '../read-document.ts'

/** One "label : value" of a report's head. */
export interface LabelledValue {
  readonly label: string
  readonly value: string
}

/**
 * The labelled values of a page: "Age / Sex : 27 YRS / M", also where label, colon and value stand in cells of their
 * own. A line may hold several.
 */
export function labelledValues(page: ReadPage): LabelledValue[] {
  return page.lines.flatMap((line) => {
    const cells = cellsOf(line, page.source).flatMap((cell) => statements(cell.text))
    const found: LabelledValue[] = []
    cells.forEach((cell, position) => {
      const inside = /^(?<label>[^:]{2,40}?)\s*:\s*(?<value>.*)$/u.exec(cell)?.groups
      if (inside) {
        const value = inside['value'] || (startsOwnLabel(cells[position + 1]) ? '' : (cells[position + 1] ?? ''))
        found.push({ label: inside['label']?.trim() ?? '', value: value.trim() })
        return
      }
      const next = cells[position + 1] ?? ''
      if (next.startsWith(':')) {
        const value = next.replace(/^:\s*/, '') || (cells[position + 2] ?? '')
        found.push({ label: cell.trim(), value: value.trim() })
      }
    })
    return found
  })
}

/** Labels that follow another value with hardly a gap: "Name : Asha Rao Age : 34 Date : 1/2/2026". */
const NEXT_LABEL =
  /^([^:]{2,40}:\s*[^\s:].*?)\s+((?:age|sex|gender|(?<!\p{L}\s)date|(?:study|report|sample|collection) date|date of \p{L}+|d\.?o\.?[abd]\.?|discharged on|uhid|ip no|wt|weight|ref(?:erred)?\.?(?: by)?|आयु|उम्र|लिंग|दिनांक|छुट्टी दिनांक|वजन|வயது|பாலினம்|தேதி)(?:\s*\/\s*[\p{L}\p{M}]+)?\s*:.*)$/iu

function statements(text: string): string[] {
  const [, first, rest] = NEXT_LABEL.exec(text) ?? []
  return first === undefined || rest === undefined ? [text] : [first, ...statements(rest)]
}

function startsOwnLabel(cell: string | undefined): boolean {
  return cell === undefined || /^[^:]{2,40}:/.test(cell)
}
