import { bottom, centreX, centreY, overlap, right, unionBox } from '../geometry.ts'
import type { Box, Word } from '../read-document.ts'
import type { Blob } from './ink.ts'

/**
 * Words with boxes that hold their ink, all of it and no other's. Recognition's own boxes cut letters off at their sides
 * and, where lines are narrow, take in the line below. The surest words choose first.
 */
export function snapToInk(words: readonly Word[], blobs: readonly Blob[]): Word[] {
  const free = new Set(blobs.filter((blob) => blob.height < 200 && blob.width < 600))
  const boxes = new Map<Word, Box>()
  for (const word of words.toSorted((a, b) => b.confidence - a.confidence)) {
    const own = mainRow([...free].filter((blob) => belongs(blob, word.box)))
    for (const blob of own) free.delete(blob)
    boxes.set(word, own.length === 0 ? word.box : unionBox(own))
  }
  return words.map((word) => ({ ...word, box: boxes.get(word) ?? word.box }))
}

function belongs(blob: Blob, box: Box): boolean {
  const x = centreX(blob)
  const y = centreY(blob)
  const inside = x >= box.x - 1 && x <= right(box) + 1 && y >= box.y - 1 && y <= bottom(box) + 1
  // A letter that the box cuts through is the word's as long as a third of it is inside.
  const common = overlap(blob.x, right(blob), box.x, right(box))
  return inside || (common > blob.width / 3 && y >= box.y && y <= bottom(box) && blob.width < 2 * box.height)
}

/** Of ink in two rows, the row with more of it; dots and accents stay with their letters. */
function mainRow(blobs: readonly Blob[]): readonly Blob[] {
  const tallest = Math.max(0, ...blobs.map((blob) => blob.height))
  const rows: { top: number; bottom: number; members: Blob[] }[] = []
  for (const blob of blobs.toSorted((a, b) => b.height - a.height)) {
    const row = rows.find((each) => isOfRow(blob, each, tallest))
    if (!row) {
      rows.push({ top: blob.y, bottom: bottom(blob), members: [blob] })
      continue
    }
    row.members.push(blob)
    if (blob.height > 0.5 * tallest) {
      row.top = Math.min(row.top, blob.y)
      row.bottom = Math.max(row.bottom, bottom(blob))
    }
  }
  const ink = (members: readonly Blob[]) => members.reduce((sum, blob) => sum + blob.width, 0)
  return rows.toSorted((a, b) => ink(b.members) - ink(a.members))[0]?.members ?? []
}

function isOfRow(blob: Blob, row: { readonly top: number; readonly bottom: number }, tallest: number): boolean {
  const shared = overlap(blob.y, bottom(blob), row.top, row.bottom) > 0.5 * blob.height
  const mark =
    blob.height < 0.4 * tallest && centreY(blob) > row.top - 0.4 * tallest && centreY(blob) < row.bottom + 0.3 * tallest
  return shared || mark
}
