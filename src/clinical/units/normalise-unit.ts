import { COUNT_MULTIPLES, DENOMINATORS, NUMERATORS, WHOLE_UNITS } from './unit-spellings.ts'
import { foldUnitText } from './unit-text.ts'

const cellWords = /cells?$/

/**
 * The UCUM code of a unit as a laboratory prints it ("mill/cumm", "gm%", "mm/1st hr", also as text recognition mangles
 * it), or `undefined` where it is none we know. Nothing is guessed: an unknown unit stays unknown. `IU` and `U` stay
 * apart, as UCUM has them; conversions treat them alike.
 */
export function normaliseUnit(printed: string): string | undefined {
  const folded = foldUnitText(printed)
  if (folded === '') return undefined
  return WHOLE_UNITS[folded] ?? count(folded) ?? quotient(folded) ?? ucumCode(printed)
}

/** `mill/cumm`, `10^3/µL`, `lakh cells/cumm`: a multiple of cells in a volume. */
function count(folded: string): string | undefined {
  const slash = folded.includes('/') ? folded.lastIndexOf('/') : folded.search(/(?:cu|c)?mm3?$/)
  if (slash < 1) return undefined
  const multiple = COUNT_MULTIPLES[folded.slice(0, slash).replace(cellWords, '')]
  const volume =
    DENOMINATORS[
      folded
        .slice(slash)
        .replace('/', '')
        .replace(/^cells?\//, '')
    ]
  if (multiple === undefined || (volume !== 'uL' && volume !== 'L')) return undefined
  return isCellCount(multiple, volume) ? `${multiple}/${volume}` : undefined
}

/** A million in a microlitre, but a billion in a litre. */
function isCellCount(multiple: string, volume: string): boolean {
  const large = multiple === '10*9' || multiple === '10*12' || multiple === '10*6'
  return volume === 'uL' ? !large || multiple === '10*6' : large
}

/** `gm/dl`, `µIU/ml`: an amount in a volume or in another amount. */
function quotient(folded: string): string | undefined {
  const slash = folded.indexOf('/')
  if (slash < 1) return undefined
  const numerator = NUMERATORS[folded.slice(0, slash)]
  const denominator = DENOMINATORS[folded.slice(slash + 1)]
  return numerator === undefined || denominator === undefined ? undefined : `${numerator}/${denominator}`
}

const CODES: ReadonlySet<string> = new Set([
  ...Object.values(WHOLE_UNITS),
  ...Object.values(NUMERATORS).flatMap((numerator) =>
    Object.values(DENOMINATORS).map((denominator) => `${numerator}/${denominator}`),
  ),
  ...Object.values(COUNT_MULTIPLES).flatMap((multiple) => [`${multiple}/uL`, `${multiple}/L`]),
])

/** What is written in UCUM already. */
function ucumCode(printed: string): string | undefined {
  const code = printed.trim()
  return CODES.has(code) ? code : undefined
}
