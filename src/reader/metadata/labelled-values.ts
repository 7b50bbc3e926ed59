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
    const cells = cellsOf(line, page.source).map((cell) => cell.text)
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

function startsOwnLabel(cell: string | undefined): boolean {
  return cell === undefined || /^[^:]{2,40}:/.test(cell)
}
