import type { Specimen } from './analyte.ts'

/** A test name taken apart for recognition. */
export interface PrintedName {
  /** All words, in lower case and with one spelling each. */
  readonly words: readonly string[]
  /** Words outside brackets. */
  readonly outside: readonly string[]
  /** Words of each bracketed or comma-separated part after the first. */
  readonly asides: readonly (readonly string[])[]
  /** What was sampled, where the name itself says so ("Urine Glucose"). */
  readonly specimen?: Specimen
}

const BRACKETS = /[([{]([^()[\]{}]*)[)\]}]?/g

/** Laboratories and countries spell these differently; recognition knows one spelling. */
const LATIN_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/haem/g, 'hem'],
  [/leuco/g, 'leuko'],
  [/oestr/g, 'estr'],
  [/sulph/g, 'sulf'],
  [/colour/g, 'color'],
  [/cholestrol|cholesterole/g, 'cholesterol'],
  [/\bchol?\b/g, 'cholesterol'],
  [/\bph?osp?h?orous\b/g, 'phosphorus'],
  [/ionised\b/g, 'ionized'],
]

const INDIAN_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // No name holds the stroke that ends a sentence: it is a one.
  [/[।|]/g, '1'],
  [/\u0931/g, '\u0930'],
  [/[\u0901\u0902]/g, '\u0902'],
  [/\u093c/g, ''],
  [/सिरम/g, 'सीरम'],
  [/कोशिका(?:एं|ओं|यें)|कणिका(?:एं|ओं|यें)?/g, 'कोशिका'],
  [/सफेद/g, 'श्वेत'],
  [/टोटल/g, 'कुल'],
  [/शर्करा/g, 'शुगर'],
  [/मुक्त/g, 'फ्री'],
  [/அணுக்களின்|அணுக்கள்/g, 'அணு'],
]

/** Numbers that say nothing: "6) Bacteria", "19 Eosinophils", and footnote signs. */
const LIST_NUMBER = /^\s*(?:\d{1,2}\s*(?:[)\]:]|\.(?!\d))\s*|[#*^•·-]+\s*)+/u

/** The plain letters of a text: compatibility forms resolved, accents of Latin letters and invisible signs gone. */
function plainLetters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .normalize('NFD')
    .replace(/(?<=[a-z])[\u0300-\u036f]/gi, '')
    .normalize('NFC')
    .replace(/’/g, "'")
}

const isAscii = (text: string) => /^[ -~\s]*$/.test(text)

function respell(text: string, spellings: typeof LATIN_SPELLINGS): string {
  return spellings.reduce((spelt, [pattern, spelling]) => spelt.replace(pattern, spelling), text)
}

/**
 * Lower case, dotted and spaced abbreviations joined (`S.G.O.T.`, `R D W`), signs that carry meaning (`%`, `#`) as
 * words, one spelling.
 */
function fold(text: string): string {
  const ascii = isAscii(text)
  const folded = (ascii ? text : plainLetters(text))
    .toLowerCase()
    .replace(
      /\b(?:[a-z0-9]\s?\.\s?){2,}(?:[a-z0-9](?![\p{L}\p{M}\p{N}]))?/gu,
      (dotted) => ` ${dotted.replace(/[.\s]/g, '')} `,
    )
    .replace(/(?<![\p{L}\p{M}\p{N}])(?:[a-z] ){2,}[a-z](?![\p{L}\p{M}\p{N}])/gu, (spaced) => spaced.replaceAll(' ', ''))
    .replace(/(?<=[a-z])['`]s\b/g, 's')
    .replace(/%/g, ' percent ')
    .replace(/(?<=[a-z\s])#(?!\d)/g, ' absolute ')
  const spelt = respell(folded, LATIN_SPELLINGS)
  if (ascii) return spelt.replace(/[^a-z0-9]+/g, ' ').trim()
  return respell(spelt, INDIAN_SPELLINGS)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** English plurals, so that "Lymphocyte" and "Lymphocytes" are one word. */
function singular(word: string): string {
  return /^[a-z]{4,}[^siu]s$/.test(word) ? word.slice(0, -1) : word
}

function split(text: string): string[] {
  const folded = fold(text)
  return folded === '' ? [] : folded.split(' ').map(singular)
}

const URINE_WORDS = new Set(['urine', 'urinary', 'मूत्र', 'पेशाब', 'यूरिन', 'சிறுநீர்', 'சிறுநீரில்', 'யூரின்'])
const STOOL_WORDS = new Set(['stool', 'faecal', 'fecal', 'feces', 'faeces', 'मल', 'மலம்'])

const OTHER_WORDS = new Set(
  'csf cerebrospinal fluid pleural ascitic peritoneal synovial pericardial semen seminal sputum sweat swab'.split(' '),
)
const BLOOD_WORDS = new Set([
  'arterial',
  'venous',
  'capillary',
  'serum',
  'sr',
  'sera',
  'plasma',
  'सीरम',
  'प्लाज्मा',
  'சீரம்',
  'பிளாஸ்மா',
])

function sampled(words: readonly string[]): Specimen | undefined {
  if (words.some((word) => URINE_WORDS.has(word))) return 'urine'
  if (words.some((word) => OTHER_WORDS.has(word))) return 'other'
  if (words.some((word) => BLOOD_WORDS.has(word))) return 'blood'
  if (words.some((word) => STOOL_WORDS.has(word))) return 'stool'
  return undefined
}

/** All the words of a name, brackets or not. */
export function wordsOf(name: string): readonly string[] {
  return split(name.replace(/[()[\]{}]/g, ' '))
}

/** Takes a printed test name apart. */
export function readPrintedName(printed: string): PrintedName {
  const text = printed.replace(LIST_NUMBER, '')
  const asides: string[][] = []
  const outsideText = text.replace(BRACKETS, (_, inside: string) => {
    asides.push(split(inside))
    return ' '
  })
  const [first = '', ...rest] = outsideText.split(/[,;]| [-–—] /)
  asides.push(...rest.map(split))
  const words = wordsOf(text)
  const specimen = sampled(words)
  return {
    words,
    outside: split(first),
    asides: asides.filter((aside) => aside.length > 0),
    ...(specimen ? { specimen } : {}),
  }
}

/** Nothing is left of a name but what was sampled. */
export function isSpecimenOnly(words: readonly string[]): boolean {
  return words.every((word) => URINE_WORDS.has(word) || STOOL_WORDS.has(word))
}

/** A name's words without those that only say what was sampled. */
export function withoutSpecimen(words: readonly string[]): readonly string[] {
  return isSpecimenOnly(words) ? words : words.filter((word) => !URINE_WORDS.has(word) && !STOOL_WORDS.has(word))
}

/** The words of a heading. */
export function headingWords(heading: string): readonly string[] {
  return split(heading)
}

/** What was sampled, as a heading tells it ("URINE ROUTINE EXAMINATION"). */
export function specimenOfHeading(heading: string): Specimen | undefined {
  return sampled(split(heading))
}

/** One key for a list of words: blanks do not count, so that `RDW-CV`, `RDW CV` and `RDWCV` are one. */
export function compact(words: readonly string[]): string {
  return words.join('')
}

/** The same for words in any order: "Bilirubin Total" and "Total Bilirubin". */
export function unordered(words: readonly string[]): string {
  return [...words].sort().join(' ')
}

const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/[i1|!j]/g, 'l'],
  [/0/g, 'o'],
  [/5/g, 's'],
  [/8/g, 'b'],
]

/** The same key for spellings that text recognition confuses: `HbA1c` and `HbAlc`. */
export function blurred(key: string): string {
  return LOOKALIKES.reduce((blur, [pattern, letter]) => blur.replace(pattern, letter), key)
}

/** The digits of a name: B12 is not B6. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
