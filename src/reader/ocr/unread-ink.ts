import { bottom, median, overlap, right, unionBox } from '../geometry.ts'
import type { Box, TextLine, Word } from '../read-document.ts'
import type { Blob } from './ink.ts'

/** More unread places than this are a picture, a code or a stamp. */
const MOST_PLACES = 60
const MOST_PATCHES_AROUND = 10

/**
 * Places on lines of text that hold ink like letters and that recognition returned no word for: it drops single digits
 * that stand far from other words.
 */
export function unreadInk(lines: readonly TextLine[], blobs: readonly Blob[], pageWidth: number): Box[] {
  const words = lines.flatMap((line) => line.words)
  const usual = median(words.map((word) => word.box.height))
  const letters = blobs.filter(
    (blob) =>
      blob.height > 0.55 * usual && blob.height < 1.8 * usual && blob.width < 2 * usual && blob.width > 0.12 * usual,
  )
  const unread = letters.filter((blob) => !words.some((word) => touches(blob, word)))
  const places = join(unread, usual).filter((place) => place.width < 0.25 * pageWidth && isOnLine(place, lines))
  const alone = places.filter(
    (place) => unread.filter((blob) => isAround(blob, place, usual)).length <= MOST_PATCHES_AROUND,
  )
  return alone.slice(0, MOST_PLACES)
}

function touches(blob: Box, word: Word): boolean {
  const wide = overlap(blob.x, right(blob), word.box.x - 2, right(word.box) + 2)
  const high = overlap(blob.y, bottom(blob), word.box.y - 2, bottom(word.box) + 2)
  return wide > 0.3 * blob.width && high > 0.3 * blob.height
}

function join(blobs: readonly Box[], usual: number): Box[] {
  const places: Box[] = []
  for (const blob of blobs.toSorted((a, b) => a.x - b.x)) {
    const index = places.findIndex(
      (place) =>
        blob.x - right(place) < 0.7 * usual &&
        overlap(blob.y, bottom(blob), place.y, bottom(place)) > 0.5 * Math.min(blob.height, place.height),
    )
    const place = places[index]
    if (place) places[index] = unionBox([place, blob])
    else places.push({ x: blob.x, y: blob.y, width: blob.width, height: blob.height })
  }
  return places
}

function isOnLine(place: Box, lines: readonly TextLine[]): boolean {
  return lines.some((line) =>
    line.words.some(
      (word) =>
        word.text.length > 1 &&
        overlap(place.y, bottom(place), word.box.y, bottom(word.box)) > 0.6 * Math.min(place.height, word.box.height),
    ),
  )
}

function isAround(blob: Box, place: Box, usual: number): boolean {
  return (
    overlap(blob.x, right(blob), place.x - 4 * usual, right(place) + 4 * usual) > 0 &&
    overlap(blob.y, bottom(blob), place.y - 2 * usual, bottom(place) + 2 * usual) > 0
  )
}
