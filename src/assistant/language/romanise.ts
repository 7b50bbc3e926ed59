import type { Language } from '../../clinical/language-forms.ts'

const DEVANAGARI_CONSONANTS: Readonly<Record<string, string>> = {
  क: 'k', ख: 'kh', ग: 'g', घ: 'gh', ङ: 'n', च: 'ch', छ: 'chh', ज: 'j', झ: 'jh', ञ: 'n', ट: 't', ठ: 'th', ड: 'd', ढ: 'dh',
  ण: 'n', त: 't', थ: 'th', द: 'd', ध: 'dh', न: 'n', प: 'p', फ: 'ph', ब: 'b', भ: 'bh', म: 'm', य: 'y', र: 'r', ल: 'l', ळ: 'l',
  व: 'v', श: 'sh', ष: 'sh', स: 's', ह: 'h',
} // biome-ignore format: one table
const DEVANAGARI_VOWELS: Readonly<Record<string, string>> = {
  अ: 'a', आ: 'aa', इ: 'i', ई: 'ee', उ: 'u', ऊ: 'oo', ऋ: 'ri', ए: 'e', ऐ: 'ai', ऑ: 'o', ओ: 'o', औ: 'au', ऍ: 'e',
} // biome-ignore format: one table
const DEVANAGARI_SIGNS: Readonly<Record<string, string>> = {
  'ा': 'aa', 'ि': 'i', 'ी': 'ee', 'ु': 'u', 'ू': 'oo', 'ृ': 'ri', 'े': 'e', 'ै': 'ai', 'ॉ': 'o', 'ो': 'o', 'ौ': 'au', 'ॅ': 'e',
} // biome-ignore format: one table
const TAMIL_VOWELS: Readonly<Record<string, string>> = {
  அ: 'a', ஆ: 'aa', இ: 'i', ஈ: 'ee', உ: 'u', ஊ: 'oo', எ: 'e', ஏ: 'e', ஐ: 'ai', ஒ: 'o', ஓ: 'o', ஔ: 'au',
} // biome-ignore format: one table
const TAMIL_SIGNS: Readonly<Record<string, string>> = {
  'ா': 'aa', 'ி': 'i', 'ீ': 'ee', 'ு': 'u', 'ூ': 'oo', 'ெ': 'e', 'ே': 'e', 'ை': 'ai', 'ொ': 'o', 'ோ': 'o', 'ௌ': 'au',
} // biome-ignore format: one table
/** Letters whose sound depends on their place: [at the start, doubled, after a nasal, between vowels]. */
const TAMIL_STOPS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  க: ['k', 'kk', 'g', 'g'],
  ச: ['s', 'ch', 'j', 's'],
  ட: ['t', 'tt', 'd', 'd'],
  த: ['th', 'th', 'dh', 'dh'],
  ப: ['p', 'pp', 'b', 'b'],
  ற: ['r', 'tr', 'r', 'r'],
}
const TAMIL_OTHERS: Readonly<Record<string, string>> = {
  ங: 'n', ஞ: 'n', ண: 'n', ந: 'n', ன: 'n', ம: 'm', ய: 'y', ர: 'r', ல: 'l', வ: 'v', ழ: 'zh', ள: 'l', ஜ: 'j', ஷ: 'sh', ஸ: 's', ஹ: 'h',
} // biome-ignore format: one table
const TAMIL_NASALS = 'ங்ஞ்ண்ந்ம்ன்'

/** One written syllable: a consonant with or without its inherent vowel, or a vowel. */
interface Sound {
  consonant: string
  vowel: string
  inherent: boolean
}

function romaniseHindi(word: string): string {
  const sounds: Sound[] = []
  for (const letter of word.normalize('NFD')) {
    const last = sounds.at(-1)
    const consonant = DEVANAGARI_CONSONANTS[letter]
    if (consonant !== undefined) sounds.push({ consonant, vowel: 'a', inherent: true })
    else if (DEVANAGARI_VOWELS[letter] !== undefined)
      sounds.push({ consonant: '', vowel: DEVANAGARI_VOWELS[letter] ?? '', inherent: false })
    else if (letter === 'ं' || letter === 'ँ') sounds.push({ consonant: 'n', vowel: '', inherent: false })
    else if (last === undefined) continue
    else if (letter === '्') Object.assign(last, { vowel: '', inherent: false })
    else if (DEVANAGARI_SIGNS[letter] !== undefined)
      Object.assign(last, { vowel: DEVANAGARI_SIGNS[letter], inherent: false })
    else if (letter === '़')
      last.consonant = { k: 'q', kh: 'kh', g: 'g', j: 'z', ph: 'f', d: 'd', dh: 'dh' }[last.consonant] ?? last.consonant
  }
  // The inherent vowel is silent at the end of a word, and inside it between two voiced syllables.
  sounds.forEach((sound, at) => {
    if (!sound.inherent) return
    const before = sounds[at - 1]
    const after = sounds[at + 1]
    if (after === undefined) {
      if (at > 0) sound.vowel = ''
    } else if (before !== undefined && before.vowel !== '' && after.vowel !== '' && after.consonant !== '') {
      if (at + 1 < sounds.length - 1 || !after.inherent) sound.vowel = ''
    }
  })
  return sounds.map((sound) => sound.consonant + sound.vowel).join('')
}

function romaniseTamil(word: string): string {
  const letters = [...word.normalize('NFC')]
  let out = ''
  letters.forEach((letter, at) => {
    const next = letters[at + 1]
    const bare = next === '்'
    const vowel = bare || (next !== undefined && TAMIL_SIGNS[next] !== undefined) ? '' : 'a'
    const stop = TAMIL_STOPS[letter]
    if (stop !== undefined) {
      if (bare && letters[at + 2] === letter) return
      const doubled = letters[at - 1] === '்' && letters[at - 2] === letter
      const nasal = letters[at - 1] === '்' && TAMIL_NASALS.includes(letters[at - 2] ?? ' ')
      out += stop[doubled ? 1 : nasal ? 2 : at === 0 ? 0 : 3] + vowel
    } else if (TAMIL_OTHERS[letter] !== undefined) {
      const beforeStop = letter === 'ங' && bare
      out += (beforeStop ? 'n' : TAMIL_OTHERS[letter]) + vowel
    } else if (TAMIL_VOWELS[letter] !== undefined) out += TAMIL_VOWELS[letter]
    else if (TAMIL_SIGNS[letter] !== undefined) out += TAMIL_SIGNS[letter]
  })
  return out
}

/**
 * Writes native Hindi or Tamil in Latin letters the way people casually do, so that a text can be searched for by
 * those who type it so. Latin words, digits and punctuation stay as they are.
 */
export function romanise(text: string, language: Exclude<Language, 'en'>): string {
  return language === 'hi' ? text.replace(/[ऀ-ॣॱ-ॿ]+/g, romaniseHindi) : text.replace(/[ஂ-௏]+/g, romaniseTamil)
}
