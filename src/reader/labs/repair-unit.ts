import { distance } from 'fastest-levenshtein'
import type { Analyte } from '../../clinical/analytes/index.ts'
import { displayUnit, normaliseUnit } from '../../clinical/units/index.ts'

/**
 * The unit that text recognition mangled: among the units that this test comes in, the one that looks like what was
 * read ("pg/dL" for µg/dL, "ui" for U/L, "x1073/uL"). `undefined` where none does, or more than one.
 */
export function repairUnit(printed: string, analyte: Analyte): string | undefined {
  const read = shape(printed)
  if (/^(?:[*×x%°]|[9%]6|[o0°]\/[o0°])$/i.test(printed.trim()))
    return analyte.units.find(({ ucum }) => ucum === '%')?.ucum
  if (read === '') return undefined
  const likely = analyte.units
    .filter(({ ucum }) => ucum !== '1')
    .map(({ ucum }) => ({
      ucum,
      steps: Math.min(...spellings(ucum).map((spelling) => distance(shape(spelling), read))),
    }))
    .toSorted((a, b) => a.steps - b.steps)
  const [best, second] = likely
  if (best && best.steps <= (read.length >= 5 ? 1 : 0) && second?.steps !== best.steps) return best.ucum
  return withoutOneSign(printed, analyte)
}

/** "million/ulL": one sign too many. */
function withoutOneSign(printed: string, analyte: Analyte): string | undefined {
  const found = new Set(
    [...printed].flatMap(
      (_, position) => normaliseUnit(printed.slice(0, position) + printed.slice(position + 1)) ?? [],
    ),
  )
  const accepted = analyte.units.filter(({ ucum }) => found.has(ucum))
  return accepted.length === 1 ? accepted[0]?.ucum : undefined
}

function spellings(ucum: string): string[] {
  const forms = [ucum, displayUnit(ucum), ucum.replaceAll('[IU]', 'IU'), ucum.replaceAll('[IU]', 'U')]
  return forms.filter(
    (form, position) => forms.indexOf(form) === position && (position < 2 || normaliseUnit(form) === ucum),
  )
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
