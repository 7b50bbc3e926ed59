import { centreX } from '../geometry.ts'
import { headerColumns } from '../labs/table/table-header.ts'
import type { ReadPage, TextLine } from '../read-document.ts'

const CONTACT =
  /@|www\.|https?:|\d{6,}|\b(?:road|street|nagar|floor|near|opp(?:osite)?|phone|tel|mob|email|regd?\.?)\b/i
const LABORATORY =
  /\b(?:lab|labs|laborator\w*|diagnostics?|pathology|path\s?lab|patholog\w*|hospitals?|clinic|health ?care|medical cent(?:er|re)|imaging|scan cent(?:er|re))\b|प्रयोगशाला|पैथोलॉजी|अस्पताल|ஆய்வக|மருத்துவமனை/iu
/** What no title holds: a day, or how a medicine is taken. */
const ORDER_OR_DAY = /\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|\b\d\s?-\s?\d\s?-\s?\d\b|\d\s?m[gl]\b/i
const NO_TITLE =
  /\b(?:medicine|drug|vaccine)s?(?: name)?\b.*\b(?:dose|dosage|frequency|duration|date)\b|^(?:test report|laboratory report|lab report|report|medical report|patient information|page \d|name|age|sample|end of)/i

/** The laboratory's name: the largest line of the page's head that speaks of one. */
export function laboratoryOf(page: ReadPage): string | null {
  const head = page.lines.filter(
    (line) => line.box.y < 0.2 * page.height && !CONTACT.test(line.text) && !line.text.includes(':'),
  )
  const named = head.filter((line) => LABORATORY.test(line.text) && line.words.length <= 10)
  return largest(named)?.text ?? null
}

/**
 * What the document is about: the heading right above the first table of results, else the one that its rows begin with,
 * else the largest centred line below the letterhead.
 */
export function titleOf(page: ReadPage): string | null {
  const header = page.lines.findIndex((line) => headerColumns(line) !== undefined)
  const above = page.lines.slice(Math.max(0, header - 4), Math.max(0, header)).reverse()
  const heading = above.find((line) => isHeading(line))
  if (heading) return heading.text
  const first = header < 0 ? undefined : page.lines[header + 1]
  if (first && isHeading(first) && !/\d/.test(first.text)) return first.text
  const body = page.lines.filter(
    (line) =>
      line.box.y < 0.6 * page.height &&
      isHeading(line) &&
      isCentred(line, page) &&
      headerColumns(line) === undefined &&
      !LABORATORY.test(line.text),
  )
  return largest(body)?.text ?? null
}

function isHeading(line: TextLine): boolean {
  const letters = line.text.replace(/[^\p{L}]/gu, '').length
  return (
    letters >= 3 &&
    line.words.length <= 10 &&
    !line.text.includes(':') &&
    !CONTACT.test(line.text) &&
    !NO_TITLE.test(line.text) &&
    !ORDER_OR_DAY.test(line.text)
  )
}

function isCentred(line: TextLine, page: ReadPage): boolean {
  return Math.abs(centreX(line.box) - page.width / 2) < 0.12 * page.width
}

function largest(lines: readonly TextLine[]): TextLine | undefined {
  return lines.toSorted((a, b) => b.box.height - a.box.height)[0]
}
