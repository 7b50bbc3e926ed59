import { centreX, right } from '../../geometry.ts'
import { textLine } from '../../layout/group-lines.ts'
import type { ReadPage, TextLine, Word } from '../../read-document.ts'
import { isClosing } from './row-names.ts'
import { type Column, headerColumns } from './table-header.ts'

/**
 * The lines of a page with tables that stand side by side put one under the other: a header that names test and result
 * twice begins two tables, and the lines below it are parted where the second begins.
 */
export function unfoldTables(page: ReadPage): readonly TextLine[] {
  const unfolded: TextLine[] = []
  let halves: { readonly from: number; readonly left: TextLine[]; readonly right: TextLine[] } | undefined
  const close = (): void => {
    if (halves) unfolded.push(...halves.left, ...halves.right)
    halves = undefined
  }
  for (const line of page.lines) {
    const header = headerColumns(line)
    const from = header && secondTable(header)
    if (from !== undefined) {
      close()
      halves = { from, left: [], right: [] }
    } else if (header && !isWithinOneHalf(line, halves?.from)) close()
    if (!halves || isClosing(line.text) || crosses(line, halves.from)) {
      close()
      unfolded.push(line)
      continue
    }
    const { from: parting } = halves
    const isLeft = (word: Word): boolean => centreX(word.box) < parting
    const lefts = line.words.filter(isLeft)
    const rights = line.words.filter((word) => !isLeft(word))
    if (lefts.length > 0) halves.left.push(textLine(lefts))
    if (rights.length > 0) halves.right.push(textLine(rights))
  }
  close()
  return unfolded
}

/** Where the second of two tables begins, a little left of its first head. */
function secondTable(columns: readonly Column[]): number | undefined {
  const names = columns.flatMap(({ role }, position) => (role === 'name' ? [position] : []))
  const [first, second, third] = names
  if (first === undefined || second === undefined || third !== undefined) return undefined
  const hasValue = (from: number, to: number) => columns.slice(from, to).some(({ role }) => role === 'value')
  if (!hasValue(first, second) || !hasValue(second, columns.length)) return undefined
  const [before, begins] = [columns[second - 1], columns[second]]
  return before && begins ? Math.max(right(before.box), begins.box.x - begins.box.height) : undefined
}

function isWithinOneHalf(line: TextLine, parting: number | undefined): boolean {
  return parting !== undefined && (right(line.box) < parting || line.box.x >= parting)
}

/** Prose over the whole width: words on both sides of the parting with no gap there. */
function crosses(line: TextLine, parting: number): boolean {
  return line.words.some(({ box }, position) => {
    const next = line.words[position + 1]
    const straddles = box.x < parting - 0.5 * box.height && right(box) > parting + 0.5 * box.height
    const runsOn =
      next && centreX(box) < parting && centreX(next.box) >= parting && next.box.x - right(box) < 0.6 * box.height
    return straddles || runsOn === true
  })
}
