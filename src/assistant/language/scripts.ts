/** ISO 15924 codes of the scripts that are told apart. `Zyyy`: no letters at all. */
export type Script =
  | 'Latn' | 'Deva' | 'Taml' | 'Beng' | 'Gujr' | 'Guru' | 'Orya' | 'Telu' | 'Knda' | 'Mlym' | 'Sinh' | 'Arab' | 'Cyrl'
  | 'Grek' | 'Hebr' | 'Thai' | 'Hang' | 'Hani' | 'Jpan' | 'Mymr' | 'Ethi' | 'Tibt' | 'Khmr' | 'Laoo' | 'Armn' | 'Geor'
  | 'Zyyy' // biome-ignore format: one list

const SCRIPT_LETTERS: readonly (readonly [Script, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Taml', /\p{Script=Tamil}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Gujr', /\p{Script=Gujarati}/u],
  ['Guru', /\p{Script=Gurmukhi}/u],
  ['Orya', /\p{Script=Oriya}/u],
  ['Telu', /\p{Script=Telugu}/u],
  ['Knda', /\p{Script=Kannada}/u],
  ['Mlym', /\p{Script=Malayalam}/u],
  ['Sinh', /\p{Script=Sinhala}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hani', /\p{Script=Han}/u],
  ['Mymr', /\p{Script=Myanmar}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Tibt', /\p{Script=Tibetan}/u],
  ['Khmr', /\p{Script=Khmer}/u],
  ['Laoo', /\p{Script=Lao}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
]

export interface ScriptCount {
  /** Letters per script. */
  readonly counts: ReadonlyMap<Script, number>
  readonly words: readonly { readonly word: string; readonly script: Script }[]
  /** The Latin-script words, lower case, apostrophes taken out. */
  readonly latinWords: readonly string[]
}

/** Splits a text into words and says in which script each is written. Addresses and tags are left out. */
export function countScripts(text: string): ScriptCount {
  const counts = new Map<Script, number>()
  const words: { word: string; script: Script }[] = []
  const latinWords: string[] = []
  const plain = text.normalize('NFC').replace(/https?:\/\/\S+|[@#]\w+|\S+@\S+/g, ' ')
  for (const [found] of plain.matchAll(/[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’]|\u200c|\u200d)*/gu)) {
    // "HbA1c", "850k" and "100mg" are written so in every language.
    if (/\p{N}/u.test(found) && /[a-z]/i.test(found)) continue
    const script = SCRIPT_LETTERS.find(([, letters]) => letters.test(found))?.[0]
    if (script === undefined) continue
    counts.set(script, (counts.get(script) ?? 0) + found.length)
    words.push({ word: found, script })
    if (script === 'Latn')
      latinWords.push(
        found
          .toLowerCase()
          .normalize('NFD')
          .replace(/[^a-z]/g, ''),
      )
  }
  return { counts, words, latinWords: latinWords.filter((word) => word !== '') }
}
