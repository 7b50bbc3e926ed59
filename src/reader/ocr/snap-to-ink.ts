import { bottom, centreY, overlap, right, unionBox } from '../geometry.ts'
import type { Box, Word } from '../read-document.ts'
import type { Blob } from './ink.ts'

/** A word that recognition is sure of goes before one that it is not, where both boxes hold the same ink. */
const SURENESS = 0.3

/**
 * Words with boxes that hold their ink, all of it and no other's. Recognition's own boxes cut letters off at their sides
 * and, where lines are narrow, take in the line below.
 */
export function snapToInk(words: readonly Word[], blobs: readonly Blob[]): Word[] {
  const own = new Map<Word, Blob[]>(words.map((word) => [word, []]))
  for (const blob of blobs) {
    if (blob.height >= 200 || blob.width >= 600) continue
    const owner = ownerOf(blob, words)
    if (owner) own.get(owner)?.push(blob)
  }
  return words.map((word) => {
    const ink = mainRow(own.get(word) ?? [])
    return ink.length === 0 ? word : { ...word, box: unionBox(ink) }
  })
}

function ownerOf(blob: Blob, words: readonly Word[]): Word | undefined {
  let owner: Word | undefined
  let best = 0
  for (const word of words) {
    const claim = shareInside(blob, word.box)
    if (claim === 0) continue
    const weight = claim + SURENESS * word.confidence
    if (weight > best) {
      owner = word
      best = weight
    }
  }
  return owner
}

/** Part of a patch's width that a box holds; 0 where the patch is another line's or hardly inside. */
function shareInside(blob: Blob, box: Box): number {
  const y = centreY(blob)
  if (y < box.y - 1 || y > bottom(box) + 1) return 0
  const share = overlap(blob.x, right(blob), box.x - 1, right(box) + 1) / blob.width
  return share > 1 / 3 && (share > 0.9 || blob.width < 2 * box.height) ? share : 0
}

/** Of ink in two rows, the larger print: methods stand in small print below names. Dots and accents stay with their letters. */
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
  return rows.find((row) => row.members.length > 1 || rows.length === 1)?.members ?? rows[0]?.members ?? []
}

function isOfRow(blob: Blob, row: { readonly top: number; readonly bottom: number }, tallest: number): boolean {
  const shared = overlap(blob.y, bottom(blob), row.top, row.bottom) > 0.5 * blob.height
  const mark = blob.height < 0.4 * tallest && centreY(blob) > row.top - 0.4 * tallest && blob.y < row.bottom
  return shared || mark
}
