import type { Language } from '../language-forms.ts'

/**
 * Spellings by sound. People type Hindi and Tamil in Latin letters as they hear them ("bukhar", "bukhaar"), and Indian
 * scripts spell English words as they sound ("शुगर", "சுகர்"); folded to one rough spelling, they meet.
 */

const DEVANAGARI_CONSONANTS: Readonly<Record<string, string>> = {
  क: 'k',
  ख: 'kh',
  ग: 'g',
  घ: 'gh',
  ङ: 'n',
  च: 'ch',
  छ: 'ch',
  ज: 'j',
  झ: 'jh',
  ञ: 'n',
  ट: 't',
  ठ: 'th',
  ड: 'd',
  ढ: 'dh',
  ण: 'n',
  त: 't',
  थ: 'th',
  द: 'd',
  ध: 'dh',
  न: 'n',
  प: 'p',
  फ: 'ph',
  ब: 'b',
  भ: 'bh',
  म: 'm',
  य: 'y',
  र: 'r',
  ल: 'l',
  व: 'v',
  श: 'sh',
  ष: 'sh',
  स: 's',
  ह: 'h',
  ळ: 'l',
}
const DEVANAGARI_VOWELS: Readonly<Record<string, string>> = {
  अ: 'a',
  आ: 'aa',
  इ: 'i',
  ई: 'ee',
  उ: 'u',
  ऊ: 'oo',
  ए: 'e',
  ऐ: 'ai',
  ओ: 'o',
  औ: 'au',
  ऑ: 'o',
  ऍ: 'e',
  ऋ: 'ri',
}
const DEVANAGARI_SIGNS: Readonly<Record<string, string>> = {
  'ा': 'aa',
  'ि': 'i',
  'ी': 'ee',
  'ु': 'u',
  'ू': 'oo',
  'े': 'e',
  'ै': 'ai',
  'ो': 'o',
  'ौ': 'au',
  'ॉ': 'o',
  'ॅ': 'e',
  'ृ': 'ri',
  '्': '',
}
const TAMIL_CONSONANTS: Readonly<Record<string, string>> = {
  க: 'k',
  ங: 'ng',
  ச: 's',
  ஞ: 'nj',
  ட: 't',
  ண: 'n',
  த: 'th',
  ந: 'n',
  ப: 'p',
  ம: 'm',
  ய: 'y',
  ர: 'r',
  ல: 'l',
  வ: 'v',
  ழ: 'zh',
  ள: 'l',
  ற: 'r',
  ன: 'n',
  ஜ: 'j',
  ஷ: 'sh',
  ஸ: 's',
  ஹ: 'h',
  ஶ: 'sh',
  ஃ: 'f',
}
const TAMIL_VOWELS: Readonly<Record<string, string>> = {
  அ: 'a',
  ஆ: 'aa',
  இ: 'i',
  ஈ: 'ee',
  உ: 'u',
  ஊ: 'oo',
  எ: 'e',
  ஏ: 'e',
  ஐ: 'ai',
  ஒ: 'o',
  ஓ: 'o',
  ஔ: 'au',
}
const TAMIL_SIGNS: Readonly<Record<string, string>> = {
  'ா': 'aa',
  'ி': 'i',
  'ீ': 'ee',
  'ு': 'u',
  'ூ': 'oo',
  'ெ': 'e',
  'ே': 'e',
  'ை': 'ai',
  'ொ': 'o',
  'ோ': 'o',
  'ௌ': 'au',
  '்': '',
}

const CONSONANTS = { ...DEVANAGARI_CONSONANTS, ...TAMIL_CONSONANTS }
const VOWELS = { ...DEVANAGARI_VOWELS, ...TAMIL_VOWELS }
const SIGNS = { ...DEVANAGARI_SIGNS, ...TAMIL_SIGNS }

export type Script = 'latin' | 'devanagari' | 'tamil' | 'other'

export function scriptOf(word: string): Script {
  if (/[\u0900-\u097f]/u.test(word)) return 'devanagari'
  if (/[\u0b80-\u0bff]/u.test(word)) return 'tamil'
  return /[a-z0-9]/i.test(word) ? 'latin' : 'other'
}

/** A Devanagari or Tamil word in Latin letters, roughly as it sounds; Latin words stay, in lower case without accents. */
export function latinise(word: string): string {
  const script = scriptOf(word)
  const text = word.normalize('NFD').toLowerCase()
  if (script === 'latin' || script === 'other') return text.replace(/\p{M}/gu, '')
  const letters = [...text.replaceAll('\u093c', '').normalize('NFC')]
  let out = ''
  for (const [index, letter] of letters.entries()) {
    const consonant = CONSONANTS[letter]
    if (consonant !== undefined) {
      const next = letters[index + 1]
      const dependent = next !== undefined && SIGNS[next] !== undefined
      // Tamil writes f as ஃ before ப.
      if (letter === 'ஃ') out += next === 'ப' ? 'f' : ''
      else if (letter === 'ப' && letters[index - 1] === 'ஃ') out += dependent ? '' : 'a'
      else out += consonant + (dependent ? '' : 'a')
      continue
    }
    if (letter === '\u0902' || letter === '\u0901') out += 'n'
    else out += VOWELS[letter] ?? SIGNS[letter] ?? (/\p{M}/u.test(letter) ? '' : digit(letter))
  }
  return script === 'devanagari' ? dropSilentVowels(out) : out
}

function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x0966 && code <= 0x096f) return String(code - 0x0966)
  if (code >= 0x0be6 && code <= 0x0bef) return String(code - 0x0be6)
  return letter
}

/** Hindi does not speak every inherent vowel: दवा is dava, but कमज़ोरी kamzori and बुखार bukhar. */
function dropSilentVowels(word: string): string {
  const withoutLast = /[aeiou].*[^aeiou]a$/.test(word) && !word.endsWith('aa') ? word.slice(0, -1) : word
  return withoutLast.replace(/([aeiou][^aeiou]h?)a(?!a|i|u)(?=[^aeiou]h?[aeiou])/g, '$1')
}

const FINE: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/ck|q/g, 'k'],
  [/sh/g, 's'],
  [/chh|ch/g, 'C'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/C/g, 'c'],
  [/x/g, 'ks'],
  [/z/g, 'j'],
  [/w/g, 'v'],
  [/([kgtdbj])h/g, '$1'],
  [/aa+/g, 'a'],
  [/ee+|ii+|ea/g, 'i'],
  [/oo+|uu+/g, 'u'],
  [/ou|au|aw/g, 'o'],
  [/ai|ay|ei|ey|ae/g, 'e'],
  [/y$/g, 'i'],
  [/(.)\1+/g, '$1'],
]

const COARSE: readonly (readonly [RegExp, string])[] = [
  [/zh/g, 'l'],
  [/[sc]h|[cjsz]/g, 's'],
  [/([kgtdbp])h/g, '$1'],
  [/[gq]/g, 'k'],
  [/d/g, 't'],
  [/[bf]/g, 'p'],
  [/ph/g, 'p'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/^y(?=[ei])/g, ''],
  [/ns(?=[aeiou])/g, 'ns'],
  [/aa+/g, 'a'],
  [/ee+|ii+/g, 'i'],
  [/oo+|uu+|ou/g, 'u'],
  [/ai$/g, 'a'],
  [/ai|ay|ei|ey|ae/g, 'e'],
  [/([aeiou])h/g, '$1'],
  [/r(?=r)/g, ''],
  [/(.)\1+/g, '$1'],
]

function apply(rules: readonly (readonly [RegExp, string])[], word: string): string {
  // Numbers stay as they are: 11 is not 1.
  return word.replace(/[a-z]+/g, (letters) => rules.reduce((text, [pattern, by]) => text.replace(pattern, by), letters))
}

/**
 * The sound of a word, as speakers of the language spell it. Tamil does not write the difference between voiced and
 * unvoiced sounds, so there they fall together; give `ta` for an English word to compare it with a Tamil spelling.
 */
export function soundOf(word: string, language: Language): string {
  const sounds = remembered[language]
  let sound = sounds.get(word)
  if (sound === undefined) {
    sound = workOutSound(word, language)
    // Texts use few words again and again; what a longer-lived process has heard is forgotten in one go.
    if (sounds.size > MOST_REMEMBERED) sounds.clear()
    sounds.set(word, sound)
  }
  return sound
}

const MOST_REMEMBERED = 20_000
const remembered: Readonly<Record<Language, Map<string, string>>> = { en: new Map(), hi: new Map(), ta: new Map() }

function workOutSound(word: string, language: Language): string {
  const latin = latinise(word)
  // Before க ச த ப a Tamil word takes their consonant at its end: மருந்துகளைக் காட்டு.
  if (language === 'ta') return apply(COARSE, /[கசதப]்$/u.test(word) ? latin.slice(0, -1).replace(/t$/, '') : latin)
  const fine = apply(FINE, latin)
  // A nasal vowel at the end is written with or without its n: mein, me.
  return language === 'hi' && /[aeiou]n$/.test(fine) && fine.length >= 4 ? fine.slice(0, -1) : fine
}

/** Consonants alone, voiced and unvoiced as one: names of medicines and people keep these in every script. */
export function skeletonOf(word: string): string {
  const coarse = apply(COARSE, latinise(word))
  return coarse.charAt(0) + coarse.slice(1).replace(/[aeiouyh]/g, '')
}
