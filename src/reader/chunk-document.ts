import type { LabResult, ReadDocument } from './read-document.ts'

/** A passage for retrieval. */
export interface DocumentChunk {
  readonly text: string
  /** Page number from 1. */
  readonly page: number
}

/** About 200 words: enough to answer from, and short enough that several fit into a model's window. */
const MOST_WORDS = 200

/** Parts a document into passages: its lab values as readable lines, then the text of each page, whole lines at a time. */
export function chunkDocument(document: Pick<ReadDocument, 'pages' | 'results'>): DocumentChunk[] {
  return document.pages.flatMap((page) => {
    const values = document.results.filter((result) => result.page === page.number).map(resultLine)
    const lines = page.lines.map((line) => line.text)
    return [...passages(values), ...passages(lines)].map((text) => ({ text, page: page.number }))
  })
}

/** "Hemoglobin (Hb): 11.5 g/dL (13.00 - 17.00) low" */
function resultLine({ test, value, unitPrinted, referenceText, flag }: LabResult): string {
  return [
    `${test}: ${value}`,
    unitPrinted,
    referenceText && `(${referenceText})`,
    flag !== 'unknown' && flag.replace('_', ' '),
  ]
    .filter(Boolean)
    .join(' ')
}

function passages(lines: readonly string[]): string[] {
  const chunks: string[][] = []
  let words = MOST_WORDS
  for (const line of lines) {
    const count = line.split(/\s+/).length
    if (words + count > MOST_WORDS) {
      chunks.push([])
      words = 0
    }
    chunks.at(-1)?.push(line)
    words += count
  }
  return chunks.map((chunk) => chunk.join('\n')).filter((text) => text.trim() !== '')
}
