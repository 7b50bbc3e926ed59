import type { ReadPage } from '../read-document.ts'

/** Printed words are recognised far more surely than this; handwriting and very faint print are not. */
const HARDLY_READ = 0.6
/** So much of a page's body, by words, and the page as a whole cannot be relied on. */
const MOST_OF_BODY = 0.45
const FEWEST_WORDS = 6
/** Letterheads are printed even where everything else is written by hand. */
const BELOW_LETTERHEAD = 0.22

/** Whether most of a page below its letterhead is written by hand, or as hard to read. */
export function isHandwritten(page: ReadPage): boolean {
  if (page.source !== 'ocr' || page.transcribed) return false
  const words = page.lines
    .flatMap((line) => line.words)
    .filter((word) => word.box.y > BELOW_LETTERHEAD * page.height && /[\p{L}\p{N}]/u.test(word.text))
  if (words.length < FEWEST_WORDS) return false
  const doubtful = words.filter((word) => word.confidence < HARDLY_READ)
  return doubtful.length > MOST_OF_BODY * words.length
}
