import { unionBox } from '../geometry.ts'
import type { Proposal, ProposalReviewReason, ProposedContent } from '../read-document.ts'
import type { PlacedLine } from './sections.ts'

/** Words that are read less surely should be looked at by a person. */
const SURE = 0.85

/** Of numbers not one may be doubtful: a digit more or less is another dose. */
const SURE_NUMBER = 0.8

/** A proposal with where it stands, and how sure its reading is: the mean of its words, or its least sure number. */
export function placed(
  content: ProposedContent,
  lines: readonly PlacedLine[],
  doubt: ProposalReviewReason | null = null,
): Proposal | undefined {
  const [first] = lines
  if (first === undefined) return undefined
  const { page } = first
  const own = lines.filter((each) => each.page === page)
  const words = own.flatMap(({ line }) => line.words)
  const mean = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length)
  const numbers = words.filter((word) => /\p{N}/u.test(word.text)).map((word) => word.confidence)
  const leastNumber = Math.min(1, ...numbers)
  const confidence = leastNumber < SURE_NUMBER ? Math.min(mean, leastNumber) : mean
  const box = unionBox(own.map(({ line }) => line.box))
  const reason = doubt ?? (confidence < SURE ? 'uncertain_reading' : null)
  return {
    ...content,
    printed: lines
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 1_000),
    page: page.number,
    box: {
      x: box.x / page.width,
      y: box.y / page.height,
      width: box.width / page.width,
      height: box.height / page.height,
    },
    confidence,
    needsReview: reason !== null,
    reviewReason: reason,
  }
}
