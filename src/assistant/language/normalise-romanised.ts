import type { Language } from '../../clinical/language-forms.ts'

type Folding = readonly (readonly [RegExp, string])[]

/** Varieties that both languages share: doubled letters, long vowels, v/w. */
const SHARED: Folding = [
  [/[^a-z]/g, ''],
  [/(.)\1{2,}/g, '$1$1'],
  [/ee/g, 'i'],
  [/oo/g, 'u'],
  [/(.)\1+/g, '$1'],
  [/w/g, 'v'],
  [/q|ck/g, 'k'],
  [/x/g, 'ks'],
]

/** Hindi: aspirates but kh (khata eats, kata bites) fall together with plain letters, nasals at the end and silent h are dropped. */
const HINDI: Folding = [
  [/chh|ch/g, 'c'],
  [/sh/g, 's'],
  [/ph/g, 'f'],
  [/([bgdtj])h/g, '$1'],
  [/zh|z/g, 'j'],
  [/a[iy]e?|ae|e[iy]/g, 'e'],
  [/au|ou|aw/g, 'o'],
  [/iy/g, 'i'],
  [/([aeiou])n$/, '$1'],
  [/([aeiou])h$/, '$1'],
  [/(.)\1+/g, '$1'],
]

/** Tamil: voiced and voiceless letters fall together, as they do in its script; zh is written l, ai is written a. */
const TAMIL: Folding = [
  [/zh/g, 'l'],
  [/[td]h?/g, 't'],
  [/[bp]h?|f/g, 'p'],
  [/[gk]h?/g, 'k'],
  [/ch|sh|s/g, 's'],
  [/nj/g, 'nj'],
  // "maathiraiyum" is "maathirai" with an ending, not "maathir" with one.
  [/aiyu/g, 'ayu'],
  [/aiy|ai|(?<=..)ay(?!u)/g, 'a'],
  [/e[iy]/g, 'e'],
  [/ou|au|aw|o/g, 'u'],
  [/iy/g, 'i'],
  [/([aeiou])h$/, '$1'],
  [/(.)\1+/g, '$1'],
]

/**
 * Folds the spelling varieties of a romanised word together, for comparing words and never for showing them:
 * `seene`, `sine` and `siine` are one word, and so are `kaichal`, `kaaichal` and `kachal`.
 * @param word one word in Latin letters, any case
 * @param language whose spelling habits apply
 */
export function normaliseRomanised(word: string, language: Exclude<Language, 'en'>): string {
  let folded = word.toLowerCase()
  // "naai" (dog), "vaai" (mouth), "kai" (hand): in words this short the glide is all that tells them from "na" and "ka".
  if (language === 'ta') folded = folded.replace(/^([b-df-hj-np-tv-z]h?)a+[iy](?=$|[lkynt])/, '$1ay')
  for (const [pattern, replacement] of SHARED) folded = folded.replace(pattern, replacement)
  for (const [pattern, replacement] of language === 'hi' ? HINDI : TAMIL) folded = folded.replace(pattern, replacement)
  return folded
}
