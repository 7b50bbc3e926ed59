import { KNOWN_MEDICINES, type KnownMedicine } from './known-medicines.ts'

export interface MedicineMatch {
  readonly medicine: KnownMedicine
  /** The brand as the list writes it; absent where the substance itself is named. */
  readonly brand: string | undefined
  /** How many words of the text the name takes. */
  readonly words: number
}

const LONGEST_NAME = 4

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

interface Named {
  readonly medicine: KnownMedicine
  readonly brand: string | undefined
}

const byName: ReadonlyMap<string, Named> = new Map(
  KNOWN_MEDICINES.flatMap((medicine): [string, Named][] => [
    [fold(medicine.generic), { medicine, brand: undefined }],
    ...medicine.brands.map((brand): [string, Named] => [fold(brand), { medicine, brand }]),
  ]),
)

/**
 * The medicine whose name a text begins with, by brand or by substance; the longest name counts, so "Glycomet GP 1" is not
 * "Glycomet". Names are taken exactly as they are spelled: medicines with names nearly alike are different medicines.
 */
export function findMedicine(text: string): MedicineMatch | undefined {
  const words = text.split(/[\s,()]+/).filter((word) => fold(word) !== '')
  for (let length = Math.min(LONGEST_NAME, words.length); length > 0; length -= 1) {
    const name = fold(words.slice(0, length).join(''))
    // "Dolo650" and "Telma-40" carry their strength along.
    const found = byName.get(name) ?? byName.get(name.replace(/\d+$/, ''))
    if (found !== undefined && /\p{L}{2}/u.test(name)) return { ...found, words: length }
  }
  return undefined
}
