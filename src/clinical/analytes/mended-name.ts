import { aksharaDistance, aksharasOf } from './akshara-distance.ts'
import type { AnalyteMatch } from './find-analyte.ts'
import { nameIndex } from './name-index.ts'
import { blurred, compact, wordsOf } from './printed-name.ts'

/** A name in Devanagari or Tamil is taken for a spelling that is so many aksharas away. */
const NEAR = 1.75
/** Abbreviations that laboratories put in brackets are no longer than this. */
const LONGEST_ABBREVIATION = 5

/**
 * A recognised test name with what recognition misread in it as its test is spelt: "एचबीए। सी" is "एचबीए1सी", "HbAlc" is
 * "HbA1c", and "टी3 (13)" is "टी3 (T3)". What is printed otherwise than we spell it stays as printed.
 */
export function mendedName(printed: string, { analyte, matched }: AnalyteMatch): string {
  const [, outside = printed, bracket] = /^([^(]*\S)\s*\((.*)$/su.exec(printed) ?? []
  const name = mended(outside, matched)
  if (bracket === undefined) return name
  const inside = bracket.replace(/\)\s*$/, '')
  const isMisread = isIndic(outside) && !/[a-z]{2}/i.test(inside)
  const abbreviation = isMisread ? nearestAbbreviation(inside, analyte) : undefined
  return `${name} (${abbreviation ?? bracket}${abbreviation === undefined ? '' : ')'}`
}

function mended(printed: string, spelling: string): string {
  const [read, known] = [compact(wordsOf(printed)), compact(wordsOf(spelling))]
  if (read === known) return printed
  if (isIndic(printed) && isIndic(spelling)) {
    return aksharaDistance(aksharasOf(read), aksharasOf(known)) <= NEAR ? spelling : printed
  }
  return blurred(read) === blurred(known) ? spelling : printed
}

/** The one abbreviation of a test that what was read in its place is a sign away from. */
function nearestAbbreviation(read: string, analyte: AnalyteMatch['analyte']): string | undefined {
  const key = blurred(compact(wordsOf(read)))
  const near = new Set(
    nameIndex()
      .spellings.filter((spelling) => spelling.analyte === analyte)
      .map(({ synonym }) => synonym)
      .filter((synonym) => /^[A-Z][A-Z\d]+$/.test(synonym) && synonym.length <= LONGEST_ABBREVIATION)
      .filter((synonym) => differsByOneSign(key, blurred(synonym.toLowerCase()))),
  )
  const [only, ...more] = near
  return more.length === 0 ? only : undefined
}

function differsByOneSign(read: string, known: string): boolean {
  return aksharaDistance([...read], [...known]) <= 1
}

function isIndic(text: string): boolean {
  return /[\u0900-\u0dff]/u.test(text)
}
