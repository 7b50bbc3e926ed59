import type { Sharp } from 'sharp'
import { textLine } from './layout/group-lines.ts'
import type { ReadPage, Word } from './read-document.ts'

/**
 * Somebody else who looks at a page that text recognition is unsure of, such as a language model with eyes.
 * @param picture JPEG
 * @returns what is printed, row by row, each row in cells; nothing where nobody may look or nothing was made out
 */
export type TranscribePage = (picture: Uint8Array) => Promise<Transcript | undefined>
export type Transcript = readonly (readonly string[])[]

/** Enough to read small print by, and not too much to send. */
const LONGEST_SIDE = 2_000
const QUALITY = 82

export async function pictureToTranscribe(picture: Sharp): Promise<Uint8Array> {
  return await picture
    .flatten({ background: 'white' })
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer()
}

/** Points; a page of them is laid out so that rows and columns are told apart again. */
const LETTER = { width: 6, height: 10 } as const
const ROW = 18
const BETWEEN_COLUMNS = 40
/** Nobody has checked it against the page: every value goes to the person. */
const CONFIDENCE = 0.5

/** A transcript as a page of text. Where its rows stand on the paper is not known. */
export function pageOfTranscript(rows: Transcript, number: number): ReadPage {
  const columns = Math.max(...rows.map((cells) => cells.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((cells) => (cells.length > 1 ? (cells[column]?.length ?? 0) : 0))),
  )
  const starts = widths.map((_width, column) =>
    widths.slice(0, column).reduce((sum, width) => sum + width * LETTER.width + BETWEEN_COLUMNS, BETWEEN_COLUMNS),
  )
  const lines = rows.map((cells, row) =>
    textLine(
      cells.flatMap((cell, column) => {
        let x = starts[column] ?? 0
        return cell
          .split(/\s+/)
          .filter((text) => text !== '')
          .map((text): Word => {
            const box = { x, y: (row + 1) * ROW, width: text.length * LETTER.width, height: LETTER.height }
            x += box.width + LETTER.width
            return { text, box, confidence: CONFIDENCE, bold: false }
          })
      }),
    ),
  )
  const longest = Math.max(...lines.map(({ box }) => box.x + box.width))
  return {
    number,
    width: longest + BETWEEN_COLUMNS,
    height: (rows.length + 2) * ROW,
    unit: 'point',
    source: 'ocr',
    transcribed: true,
    text: lines.map(({ text }) => text).join('\n'),
    lines,
    confidence: CONFIDENCE,
  }
}
