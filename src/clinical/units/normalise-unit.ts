import { UNIT_SPELLINGS } from './unit-spellings.ts'
import { foldUnitText } from './unit-text.ts'

const unitsBySpelling: ReadonlyMap<string, string> = new Map(
  Object.entries(UNIT_SPELLINGS).flatMap(([ucum, spellings]) =>
    [ucum, ...spellings].map((spelling): [string, string] => [foldUnitText(spelling), ucum]),
  ),
)

/**
 * The UCUM code of a unit as a laboratory prints it ("mill/cumm", "gm%", "mm/1st hr", also as text recognition mangles
 * it), or `undefined` where it is none we know. Nothing is guessed: an unknown unit stays unknown.
 */
export function normaliseUnit(printed: string): string | undefined {
  const folded = foldUnitText(printed)
  return folded === '' ? undefined : unitsBySpelling.get(folded)
}
