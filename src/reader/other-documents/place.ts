import { unionBox } from '../geometry.ts'
import type { Proposal, ProposalReviewReason, ProposedContent } from '../read-document.ts'
import type { PlacedLine } from './sections.ts'

/** Words that are read less surely should be looked at by a person. */
const SURE = 0.85

/** A proposal with where it stands, and how sure its reading is: the least sure of what it was read from, by words. */
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
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length)
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
