import sanscriptModule from '@indic-transliteration/sanscript'
import type { Language, LanguageForm } from '../../clinical/language-forms.ts'
import { languageOf } from '../../clinical/language-forms.ts'
import { isEnglishWord } from './english-words.ts'
import { NATIVE_HINDI, NATIVE_TAMIL } from './lexicon/native-words.ts'
import { normaliseRomanised } from './normalise-romanised.ts'
import { romanise } from './romanise.ts'

export { normaliseRomanised } from './normalise-romanised.ts'
export { romanise } from './romanise.ts'

/** The package is CommonJS and its types describe an ES module: what it exports is what the types call `default`. */
const sanscript = sanscriptModule as unknown as typeof sanscriptModule.default

type NativeLanguage = Exclude<Language, 'en'>

function nativeSpellings(list: string, language: NativeLanguage): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const entry of list.split(/\s+/).filter((word) => word !== '')) {
    const [native = '', spellings = ''] = entry.split('=')
    for (const spelling of [romanise(native, language), ...spellings.split(',')]) {
      // Looked up as typed first: folding makes one of "bad" (after) and "badh" (increase).
      for (const key of [`=${spelling}`, normaliseRomanised(spelling, language)])
        if (key !== '' && !found.has(key)) found.set(key, native)
    }
  }
  return found
}

const spellings: Readonly<Record<NativeLanguage, ReadonlyMap<string, string>>> = {
  hi: nativeSpellings(NATIVE_HINDI, 'hi'),
  ta: nativeSpellings(NATIVE_TAMIL, 'ta'),
}

/** Marks that only a formal scheme uses: IAST's dots and macrons, ITRANS' capital letters inside a word. */
const FORMAL_SCHEME = /[āīūṛṝḷēōṃḥṅñṭḍṇśṣḻṟṉ]/i
const ITRANS_WORD = /^[a-z~^]*[AIURNTDS][a-zA-Z~^.]*$/

/** Casual spelling brought near to ITRANS: long vowels by their doubled letters, the silent final vowel written out. */
function casualToItrans(word: string, language: NativeLanguage): string {
  const long = word.toLowerCase().replace(/aa/g, 'A').replace(/ee/g, 'I').replace(/oo/g, 'U')
  const letters = long
    .replace(/w/g, 'v')
    .replace(/zh/g, language === 'ta' ? 'zh' : 'z')
    .replace(/f/g, 'ph')
    .replace(/q/g, 'k')
    .replace(/z(?!h)/g, 'j')
    .replace(/x/g, 'ks')
  return language === 'hi' && /[^aeiouAIU]$/.test(letters) ? `${letters}a` : letters
}

/** Superscript digits and dotted circles that the library's Tamil scheme writes for voiced letters. */
const plainTamil = (text: string): string =>
  text.replace(/[\u00b2\u00b3\u2070-\u2079\u0bcd\u0bd7]?[²³⁴]/g, '').replace(/[²³⁴]/g, '')

function transliterateWord(word: string, language: NativeLanguage): string {
  const script = language === 'hi' ? 'devanagari' : 'tamil'
  if (FORMAL_SCHEME.test(word)) return plainTamil(sanscript.t(word.toLowerCase(), 'iast', script))
  const list = spellings[language]
  const known = list.get(`=${word.toLowerCase()}`) ?? list.get(normaliseRomanised(word, language))
  if (known !== undefined) return known
  if (ITRANS_WORD.test(word)) return plainTamil(sanscript.t(word, 'itrans', script))
  if (isEnglishWord(word.toLowerCase())) return word
  return plainTamil(sanscript.t(casualToItrans(word, language), 'itrans', script))
}

/**
 * The native spelling of a romanised text, for searching in both forms: known words by the lexicon, formal schemes
 * (IAST, ITRANS) by the library, other words by sound. English words and everything not in Latin letters stay.
 * A text whose form is not romanised is given back as it is.
 */
export function transliterate(text: string, form: LanguageForm): string {
  const language = languageOf(form)
  if (language === 'en' || !form.endsWith('-Latn')) return text
  return text.replace(/(?<!\d)[a-zA-ZāīūṛṝḷēōṃḥṅñṭḍṇśṣḻṟṉĀĪŪṚĒŌṂḤṄÑṬḌṆŚṢḺṞṈ~^]+(?![\p{L}\d])/gu, (word) =>
    transliterateWord(word, language),
  )
}
