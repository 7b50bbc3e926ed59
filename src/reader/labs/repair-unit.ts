import { distance } from 'fastest-levenshtein'
import { type Analyte, plausibility } from '../../clinical/analytes/index.ts'
import { displayUnit, isSameUnit, normaliseUnit } from '../../clinical/units/index.ts'

/** Signs that recognition puts for others, as they stand in units. */
const MISTAKEN: Readonly<Record<string, readonly string[]>> = {
  p: ['µ'],
  y: ['µ'],
  u: ['µ'],
  n: ['µ', 'l'],
  H: ['µ'],
  m: ['µ'],
  M: ['µ'],
  W: ['µI'],
  a: ['g'],
  q: ['g'],
  '9': ['g'],
  i: ['l', '/'],
  I: ['l', '/'],
  '1': ['l'],
  '|': ['l'],
  '!': ['l'],
  l: ['/', 'I'],
  '0': ['o'],
  A: ['^'],
  r: ['/'],
}
/** "96", "*", "o/o": what becomes of a per cent sign. */
const PERCENT = /^(?:[*×x%°&]|[9%]6|[o0°yY]\s?[,.]?\s?\/?\s?[o0°])$/

/**
 * The unit that text recognition mangled: the one of those that this test comes in that looks like what was read
 * ("pg/dL" for µg/dL, "ui" for U/L, "x1073/uL"). `undefined` where none does, or more than one.
 */
export function repairUnit(printed: string, analyte: Analyte, value: number | null): string | undefined {
  // Tamil data makes these of "U/L".
  const text = printed.trim().replaceAll('ப', 'U').replaceAll('ட', 'L')
  if (PERCENT.test(text)) return analyte.units.find(({ ucum }) => ucum === '%')?.ucum
  return bySwapping(text, analyte, value) ?? byShape(text, analyte, value) ?? withoutOneSign(text, analyte)
}

/** One or two signs put right make a unit that is known. */
function bySwapping(printed: string, analyte: Analyte, value: number | null): string | undefined {
  const once = swaps(printed)
  const twice = once.length > 16 ? [] : once.flatMap(swaps)
  for (const variants of [once, twice]) {
    const unit = onlyAccepted(variants, analyte)
    const isPossible = value === null || plausibility(analyte, value, unit).plausible
    if (unit !== undefined && isPossible) return unit
  }
  return undefined
}

/** Every text with one sign put right, or with the micro sign that was passed over. */
function swaps(text: string): string[] {
  const swapped = [...text].flatMap((sign, position) =>
    (MISTAKEN[sign] ?? []).map((right) => text.slice(0, position) + right + text.slice(position + 1)),
  )
  return text.startsWith('µ') ? swapped : [...swapped, `µ${text}`]
}

/** "million/ulL": one sign too many. */
function withoutOneSign(printed: string, analyte: Analyte): string | undefined {
  const variants = [...printed].map((_, position) => printed.slice(0, position) + printed.slice(position + 1))
  return onlyAccepted(variants, analyte)
}

function onlyAccepted(variants: readonly string[], analyte: Analyte): string | undefined {
  const found = [...new Set(variants.map((variant) => normaliseUnit(variant)))].filter((unit) => unit !== undefined)
  const accepted = analyte.units.filter(({ ucum }) => found.some((unit) => isSameUnit(unit, ucum)))
  return accepted.length === 1 ? accepted[0]?.ucum : undefined
}

/** The unit of this test that has the same shape; of short ones only one that the value is possible in. */
function byShape(printed: string, analyte: Analyte, value: number | null): string | undefined {
  const read = shape(printed)
  if (read.length < 2) return undefined
  const [best, second] = analyte.units
    .filter(({ ucum }) => ucum !== '1')
    .map(({ ucum }) => ({
      ucum,
      steps: Math.min(...spellings(ucum).map((spelling) => distance(shape(spelling), read))),
    }))
    .toSorted((a, b) => a.steps - b.steps)
  if (!best || best.steps > 1 || second?.steps === best.steps) return undefined
  if (best.steps === 0 || read.length >= 5) return best.ucum
  return value !== null && plausibility(analyte, value, best.ucum).plausible ? best.ucum : undefined
}

function spellings(ucum: string): string[] {
  return [ucum, displayUnit(ucum), ucum.replaceAll('[IU]', 'IU'), ucum.replaceAll('[IU]', 'U')]
}

/** What is left of a unit when all signs that recognition confuses are made alike. */
function shape(unit: string): string {
  return unit
    .normalize('NFKC')
    .toLowerCase()
    .replace(/10[^\d/]{0,3}(3|6|9|12)(?=\/)/g, '10$1')
    .replace(/10[74](3|6|9)(?=\/)/g, '10$1')
    .replace(/^x(?=10)/, '')
    .replace(/[µμpy]/g, 'u')
    .replace(/[1i!|\][]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/[q9]/g, 'g')
    .replace(/[^a-z0-9%]/g, '')
}
