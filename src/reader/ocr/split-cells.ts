import type { Box } from '../read-document.ts'
import type { GrayImage } from './gray-image.ts'

/** A cell of one line is lower than this, in usual letter heights, unless signs stand above and below its letters. */
const ONE_LINE = 1.5
/** Each of two lines is at least this high, in usual letter heights. */
const LEAST_LINE = 0.5
/** Between two lines there is hardly any ink beside what each has in its fullest row. */
const GAP = 0.3
/** A line of print fills this part of its width in its fullest row; vowel signs above or below a line fill less. */
const FULL = 0.12

/** Cells in which two lines touch, a method in small print and the name above it, as two cells. */
export function splitCells(image: GrayImage, cells: readonly Box[], letterHeight: number, faintest: number): Box[] {
  return cells.flatMap((cell) => {
    const at = cell.height > ONE_LINE * letterHeight ? parting(image, cell, letterHeight, faintest) : undefined
    if (at === undefined) return [cell]
    return [
      { ...cell, height: at },
      { ...cell, y: cell.y + at, height: cell.height - at },
    ]
  })
}

/** The row of a cell, from its top, that parts two lines of print. */
function parting(image: GrayImage, cell: Box, letterHeight: number, faintest: number): number | undefined {
  const rows = inkOfRows(image, cell, faintest)
  const least = Math.ceil(LEAST_LINE * letterHeight)
  let best: number | undefined
  for (let row = least; row <= rows.length - least; row++) {
    if (best === undefined || (rows[row] ?? 0) < (rows[best] ?? 0)) best = row
  }
  if (best === undefined) return undefined
  const [above, below] = [Math.max(...rows.slice(0, best)), Math.max(...rows.slice(best))]
  const isLine = Math.min(above, below) > FULL * cell.width
  return isLine && (rows[best] ?? 0) < GAP * Math.min(above, below) ? best : undefined
}

function inkOfRows(image: GrayImage, cell: Box, faintest: number): number[] {
  return Array.from({ length: Math.round(cell.height) }, (_, row) => {
    let ink = 0
    const start = (Math.round(cell.y) + row) * image.width
    for (let x = Math.round(cell.x); x < Math.round(cell.x + cell.width); x++) {
      if ((image.data[start + x] ?? 255) < faintest) ink += 1
    }
    return ink
  })
}
