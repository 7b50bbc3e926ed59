import { distance } from 'fastest-levenshtein'
import { normaliseUnit } from '../units/index.ts'
import { aksharaDistance, aksharasOf } from './akshara-distance.ts'
import type { Analyte } from './analyte.ts'
import { agreement, type NameContext, type Surroundings, surroundings } from './name-context.ts'
import { essential, nameIndex, type Spelling } from './name-index.ts'
import { DISTINGUISHING_WORDS, FILLER_WORDS, MEAL_WORDS } from './name-words.ts'
import {
  blurred,
  compact,
  digitsOf,
  headingWords,
  type PrintedName,
  readPrintedName,
  specimenOfHeading,
  unordered,
  withoutSpecimen,
} from './printed-name.ts'

export interface AnalyteMatch {
  readonly analyte: Analyte
  /** 0 to 1. 1 is a spelling that we know and that nothing around it contradicts. */
  readonly confidence: number
  /** The synonym that the name was recognised by. */
  readonly matched: string
}

interface Recognition {
  readonly spelling: Spelling
  readonly confidence: number
}

/** More words than this are a sentence. */
const LONGEST_NAME = 14

/** Below this a name stays unrecognised. */
const FLOOR = 0.6

/**
 * The analyte that a printed test name means, or `undefined` where none is likely enough. What stands around the name
 * decides between tests of one name (neutrophils in per cent or per microlitre, glucose in blood or urine).
 */
export function findAnalyte(printedName: string, context: NameContext = {}): AnalyteMatch | undefined {
  const name = readPrintedName(printedName)
  if (name.words.length === 0 || name.words.length > LONGEST_NAME) return undefined
  const specimen = name.specimen ?? context.specimen ?? specimenOfHeading(context.section ?? '')
  const unit = context.unit === undefined ? undefined : normaliseUnit(context.unit)
  const around = surroundings(printedName, unit, specimen, context)
  for (const recognise of [byWholeName, byParts, byCoverage, byBlur, byHeading, byDistance, byAksharas]) {
    const found = recognise(name, context).filter(
      ({ spelling }) => specimen === undefined || spelling.analyte.specimen === specimen,
    )
    const match = decide(found, around)
    if (match && match.confidence >= FLOOR) return match
  }
  return undefined
}

/** Of several tests with this name, the one that fits its surroundings best. */
function decide(found: readonly Recognition[], around: Surroundings): AnalyteMatch | undefined {
  const scored = found
    .map((recognition) => ({ ...recognition, fit: agreement(recognition.spelling.analyte, around) }))
    .sort((a, b) => b.confidence - a.confidence || b.fit.score - a.fit.score)
  const top = scored[0]
  if (!top) return undefined
  const [best, second] = scored
    .filter((each) => each.confidence === top.confidence)
    .sort((a, b) => b.fit.score - a.fit.score)
  if (!best) return undefined
  const undecided = second !== undefined && second.fit.score === best.fit.score
  const confidence = best.confidence * (best.fit.contradicted ? 0.75 : 1) * (undecided ? 0.85 : 1)
  return { analyte: best.spelling.analyte, confidence: Number(confidence.toFixed(2)), matched: best.spelling.synonym }
}

function known(map: 'byKey' | 'byEssential' | 'byWords' | 'byBlur', key: string, confidence: number): Recognition[] {
  return (nameIndex()[map].get(key) ?? []).map((spelling) => ({ spelling, confidence }))
}

function byWords(words: readonly string[]): Recognition[] {
  for (const variant of [words, withoutSpecimen(words)]) {
    const short = essential(variant)
    const found = [
      () => known('byKey', compact(variant), 1),
      () => known('byEssential', compact(short), 0.98),
      () => inAnyOrder(short, 0.97),
      () => inAnyOrder([...new Set(short)], 0.95),
    ]
      .map((attempt) => attempt())
      .find((recognitions) => recognitions.length > 0)
    if (found) return found
  }
  return []
}

/** "Bilirubin Total" is "Total Bilirubin", but HDL by LDL is not LDL by HDL. */
function inAnyOrder(words: readonly string[], confidence: number): Recognition[] {
  return known('byWords', unordered(words), confidence).filter(
    ({ spelling }) => !spelling.analyte.key.endsWith('_ratio'),
  )
}

function byWholeName(name: PrintedName): Recognition[] {
  return byWords(name.words)
}

/** "Hemoglobin (Hb)", "HEMATOCRIT VALUE, HCT": one part names the test, the others must not make it another one. */
function byParts(name: PrintedName): Recognition[] {
  const parts = [name.outside, ...name.asides].filter((part) => part.some((word) => !FILLER_WORDS.has(word)))
  if (parts.length < 2) return []
  const found = parts.flatMap((part, position) => {
    const others = parts.filter((_, other) => other !== position)
    return byWords(part).flatMap(({ spelling, confidence }) => {
      const others_confidence = Math.min(...others.map((other) => tolerance(other, spelling.analyte, position === 0)))
      return others_confidence === 0 ? [] : [{ spelling, confidence: confidence * others_confidence }]
    })
  })
  const best = Math.max(...found.map(({ confidence }) => confidence))
  return found.filter(({ confidence }) => confidence === best)
}

/** How far the words beside a recognised part let the recognition stand: 0 where they make it another test. */
function tolerance(words: readonly string[], analyte: Analyte, isAside: boolean): number {
  const vocabulary = nameIndex().vocabulary.get(analyte)
  const unknown = words.filter(
    (word) =>
      !FILLER_WORDS.has(word) &&
      vocabulary?.has(word) !== true &&
      (analyte.organSystem === 'sugar' || !MEAL_WORDS.has(word)),
  )
  if (unknown.length === 0) return 0.97
  if (unknown.every((word) => abbreviates(word, vocabulary))) return 0.95
  if (unknown.some((word) => DISTINGUISHING_WORDS.has(word))) return 0
  if (byWords(words).some(({ spelling }) => spelling.analyte !== analyte)) return 0
  return isAside || resembles(words, analyte) ? 0.85 : 0
}

/** A garbled spelling of the test, such as "Thyrold Stimulatlng Harmone" before "(TSH)". */
function resembles(words: readonly string[], analyte: Analyte): boolean {
  const key = compact(words)
  return nameIndex().spellings.some(
    (spelling) => spelling.analyte === analyte && distance(key, spelling.key) <= key.length * 0.35,
  )
}

/** "Con" for "concentration". */
function abbreviates(word: string, vocabulary: ReadonlySet<string> | undefined): boolean {
  return word.length >= 3 && [...(vocabulary ?? [])].some((whole) => whole.startsWith(word))
}

/** "SGOT Aspartate Transaminase AST": several names of one test in a row. */
function byCoverage(name: PrintedName): Recognition[] {
  const words = essential(withoutSpecimen(name.words))
  for (let length = words.length - 1; length > 0; length -= 1) {
    const found = spans(words, length).flatMap(([span, rest]) =>
      known('byKey', compact(span), 0.85).filter(({ spelling }) => {
        const vocabulary = nameIndex().vocabulary.get(spelling.analyte)
        return rest.every((word) => vocabulary?.has(word) === true)
      }),
    )
    if (found.length > 0) return found
  }
  return []
}

function spans(words: readonly string[], length: number): (readonly [readonly string[], readonly string[]])[] {
  return Array.from({ length: words.length - length + 1 }, (_, start) => [
    words.slice(start, start + length),
    [...words.slice(0, start), ...words.slice(start + length)],
  ])
}

/** Letters that text recognition takes for digits and the other way round. */
function byBlur(name: PrintedName): Recognition[] {
  for (const words of [name.words, essential(name.words)]) {
    const found = known('byBlur', blurred(compact(words)), 0.9)
    if (found.length > 0) return found
  }
  const parts = [name.outside, ...name.asides]
  return parts.flatMap((part, position) =>
    known('byBlur', blurred(compact(essential(part))), 0.9).flatMap(({ spelling, confidence }) => {
      const others = parts.filter((_, other) => other !== position)
      const stands = Math.min(...others.map((other) => tolerance(other, spelling.analyte, position === 0)))
      return parts.length > 1 && stands > 0 ? [{ spelling, confidence: confidence * stands }] : []
    }),
  )
}

const HEADING_WORDS = new Set(
  'profile panel function report examination studies study investigation complete'.split(' '),
)

/** "Direct" under the heading "Serum Bilirubin". */
function byHeading(name: PrintedName, context: NameContext): Recognition[] {
  const heading = headingWords(context.section ?? '').filter((word) => !HEADING_WORDS.has(word))
  if (heading.length === 0 || !name.words.some((word) => DISTINGUISHING_WORDS.has(word))) return []
  return byWords([...heading, ...name.words]).map(({ spelling, confidence }) => ({
    spelling,
    confidence: confidence * 0.9,
  }))
}

/** Misspelt names. Short words and digits carry the meaning (HDL, B12, IgM), so they have to be right. */
function byDistance(name: PrintedName): Recognition[] {
  const words = essential(withoutSpecimen(name.words))
  const key = compact(words)
  const digits = digitsOf(key)
  let best: Recognition[] = []
  let smallest = Number.POSITIVE_INFINITY
  for (const spelling of nameIndex().spellings) {
    const allowed = allowance(Math.min(key.length, spelling.key.length))
    if (Math.abs(key.length - spelling.key.length) > allowed || spelling.digits !== digits) continue
    const steps = distance(key, spelling.key)
    if (steps > allowed || steps > smallest || !shortWordsAgree(words, spelling.words)) continue
    const recognition = { spelling, confidence: 0.92 - 0.07 * steps }
    best = steps < smallest ? [recognition] : [...best, recognition]
    smallest = steps
  }
  const analytes = new Set(best.map(({ spelling }) => spelling.analyte))
  // Among Indian letters a misread one is as near to another test's: "एबडीएल" may be HDL or LDL.
  if (INDIC.test(key) && analytes.size > 1) return []
  return [...analytes].flatMap((analyte) => best.find(({ spelling }) => spelling.analyte === analyte) ?? [])
}

const INDIC = /[\u0900-\u0dff]/u

/**
 * Misread names in Devanagari and Tamil. What stands in brackets behind them is an abbreviation in Latin letters, which
 * recognition makes anything of; only one that is known as another test's counts against the name.
 */
function byAksharas(name: PrintedName): Recognition[] {
  for (const words of [name.words, name.outside]) {
    const found = nearestByAksharas(essential(withoutSpecimen(words)))
    const [first] = found
    if (!first) continue
    const asides = words === name.outside ? name.asides : []
    if (asides.every((aside) => tolerance(aside, first.spelling.analyte, true) > 0)) return found
  }
  return []
}

/** The test whose spelling is nearest, each of its words near enough; nothing where two tests are equally near. */
function nearestByAksharas(words: readonly string[]): Recognition[] {
  const key = compact(words)
  const digits = digitsOf(key)
  if (!INDIC.test(key)) return []
  const read = aksharasOf(key)
  let best: Spelling[] = []
  let smallest = allowedSteps(read.length)
  for (const spelling of nameIndex().indic) {
    if (spelling.digits !== digits || Math.abs(spelling.aksharas.length - read.length) > smallest) continue
    const steps = aksharaDistance(read, spelling.aksharas)
    if (steps > Math.min(smallest, allowedSteps(spelling.aksharas.length)) || !wordsAreNear(words, spelling.words))
      continue
    best = steps < smallest ? [spelling] : [...best, spelling]
    smallest = steps
  }
  const [first] = best
  const isOne = best.every(({ analyte }) => analyte === first?.analyte)
  return first && isOne ? [{ spelling: first, confidence: 0.88 - 0.08 * smallest }] : []
}

/** "एसजीओटी" and "एसजीपीटी" are two tests and differ by one akshara of five; long names bear more. */
function allowedSteps(aksharas: number): number {
  if (aksharas < 4) return 0.25
  if (aksharas < 6) return 0.5
  return aksharas < 9 ? 1 : 1.75
}

function wordsAreNear(printed: readonly string[], known: readonly string[]): boolean {
  if (printed.length !== known.length) return true
  return known.every((word, position) => {
    const aksharas = aksharasOf(word)
    return aksharaDistance(aksharas, aksharasOf(printed[position] ?? '')) <= allowedSteps(aksharas.length)
  })
}

function allowance(length: number): number {
  if (length < 6) return 0
  if (length < 9) return 1
  return length < 15 ? 2 : 3
}

function shortWordsAgree(printed: readonly string[], known: readonly string[]): boolean {
  const short = (words: readonly string[]) =>
    words
      .filter((word) => word.length <= 4 && !FILLER_WORDS.has(word))
      .sort()
      .join(' ')
  if (printed.some((word) => word.length === 1 && !known.includes(word))) return false
  return printed.length !== known.length
    ? printed.length === 1 || known.length === 1 || short(printed) === short(known)
    : short(printed) === short(known)
}

export type { NameContext }
