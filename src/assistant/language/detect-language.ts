import type { Language, LanguageForm } from '../../clinical/language-forms.ts'
import { languageOf } from '../../clinical/language-forms.ts'
import { scoreLatin } from './latin-score.ts'
import { DEVANAGARI_MARKERS } from './lexicon/neighbours.ts'
import { countScripts, type Script } from './scripts.ts'

export interface DetectedLanguage {
  /** The form to answer in. For a language that we do not speak: the nearest one that we do. */
  readonly form: LanguageForm
  readonly language: Language
  /** ISO 15924 code of the script that most of the message is written in; `Zyyy` where it has no letters. */
  readonly script: Script
  /** 0–1. Low where the message says too little, and the history or a default decided. */
  readonly confidence: number
  /** Whether words of a second language stand in it. */
  readonly mixed: boolean
  /** ISO 639-3 code of the language where it is one that we do not speak. */
  readonly neighbour?: string
}

/** Scripts of languages that we do not speak, each with its usual language. */
const SCRIPT_NEIGHBOURS: Readonly<Partial<Record<Script, string>>> = {
  Beng: 'ben', Gujr: 'guj', Guru: 'pan', Orya: 'ori', Telu: 'tel', Knda: 'kan', Mlym: 'mal', Sinh: 'sin', Arab: 'urd',
  Cyrl: 'rus', Grek: 'ell', Hebr: 'heb', Thai: 'tha', Hang: 'kor', Hani: 'zho', Jpan: 'jpn', Mymr: 'mya', Ethi: 'amh',
  Tibt: 'bod', Khmr: 'khm', Laoo: 'lao', Armn: 'hye', Geor: 'kat',
} // biome-ignore format: one table

/** Languages whose readers mostly understand Hindi. */
const NEAR_HINDI: ReadonlySet<string> = new Set(['mar', 'nep', 'bho', 'mai', 'mag', 'awa', 'pan', 'urd'])

const devanagariMarkers = Object.entries(DEVANAGARI_MARKERS).map(
  ([language, markers]) => [language, new Set(markers.split(' '))] as const,
)
/** In how many of these languages a marker is at home. */
const markerHomes = new Map<string, number>()
for (const [, markers] of devanagariMarkers)
  for (const marker of markers) markerHomes.set(marker, (markerHomes.get(marker) ?? 0) + 1)
const hindiMarkers = devanagariMarkers.find(([language]) => language === 'hin')?.[1] ?? new Set<string>()

/** Word endings that Hindi does not have, by language. */
const DEVANAGARI_ENDINGS: readonly (readonly [string, RegExp])[] = [
  ['mar', /.(?:च्या|ांच्या|ांना|साठी|मध्ये|तील|ळे|ळी|ळा)$/],
  ['nep', /.(?:लाई|हरू|हरु|बाट|सँग|ेको|एको)$/],
  ['mai', /.(?:केँ|सँ|बाक|ताह|लन्हि)$/],
  ['mag', /.ऽ$/],
]

/** Written by everybody; as Hindi words ("ही", "हे") they never stand alone. */
const GREETING = /^(?:h+i+|he+y+|hello+|hlo)$/

/** From this likeness on, a word in no list is taken for one of the language that it looks like. */
const SURELY_NATIVE = 0.9

const previousForm = (history: readonly LanguageForm[] | undefined): LanguageForm => history?.at(-1) ?? 'en'

const result = (
  form: LanguageForm,
  script: Script,
  confidence: number,
  mixed: boolean,
  neighbour?: string,
): DetectedLanguage => ({
  form,
  language: languageOf(form),
  script,
  confidence: Math.round(Math.max(0, Math.min(1, confidence)) * 1000) / 1000,
  mixed,
  ...(neighbour === undefined ? {} : { neighbour }),
})

/** Which language a Devanagari text is in, where it is not Hindi, by grammar words that Hindi does not have. */
function devanagariNeighbour(words: readonly string[]): { neighbour: string | undefined; margin: number } {
  let hindi = 0
  for (const word of words) if (hindiMarkers.has(word) && markerHomes.get(word) === 1) hindi += 1
  let best: string | undefined
  let bestScore = 0
  for (const [language, markers] of devanagariMarkers) {
    if (language === 'hin') continue
    const endings = DEVANAGARI_ENDINGS.find(([of]) => of === language)?.[1]
    let score = 0
    for (const word of words) {
      if (markers.has(word)) score += hindiMarkers.has(word) ? 0 : markerHomes.get(word) === 1 ? 1 : 0.7
      else if (endings?.test(word) === true) score += 0.8
    }
    if (score > bestScore) {
      best = language
      bestScore = score
    }
  }
  // A wrong "we do not speak this" is worse than an answer in Hindi, which these readers mostly understand.
  const sure = bestScore >= 1.4 && bestScore > hindi
  return {
    neighbour: sure ? best : undefined,
    margin: Math.abs(bestScore - hindi) / Math.max(1, Math.sqrt(words.length)),
  }
}

/**
 * Tells the language and script of a message: script first, then, for Latin letters, word lists and a character model.
 * A message in native letters keeps its form when English words stand in it; a sentence that is English but for a
 * borrowed native word stays English.
 * @param history forms of the person's earlier messages, oldest first: decides where the message itself says nothing
 */
export function detectLanguage(text: string, history?: readonly LanguageForm[]): DetectedLanguage {
  const { counts, words, latinWords } = countScripts(text)
  const ranked = [...counts].sort((one, other) => other[1] - one[1])
  const top = ranked.find(([script]) => script !== 'Latn') ?? ranked[0]
  if (ranked.length === 0 || top === undefined) return result(previousForm(history), 'Zyyy', 0.2, false)

  if (top[0] !== 'Latn') {
    const nativeWords = words.filter(({ script }) => script === top[0])
    const latin = latinWords.length === 0 ? undefined : scoreLatin(latinWords)
    const mixed = latinWords.length > 0
    const englishFrame = latin !== undefined && latin.form === 'en' && latin.grammarWords >= 2
    if (englishFrame && nativeWords.length * 2 < latinWords.length) return result('en', 'Latn', 0.7, true)
    if (top[0] === 'Taml') return result('ta', 'Taml', nativeWords.length > 1 ? 0.99 : 0.95, mixed)
    if (top[0] === 'Deva') {
      const { neighbour, margin } = devanagariNeighbour(nativeWords.map(({ word }) => word))
      return result('hi', 'Deva', 0.85 + Math.min(0.14, margin * 0.1), mixed, neighbour)
    }
    return result(previousForm(history), top[0], 0.9, mixed, SCRIPT_NEIGHBOURS[top[0]] ?? 'und')
  }

  const last = history?.at(-1)
  if (latinWords.length === 1 && GREETING.test(latinWords[0] ?? '')) {
    return result(last?.endsWith('-Latn') ? last : 'en', 'Latn', 0.5, false)
  }
  const latin = scoreLatin(latinWords)
  if (latin.neighbour !== undefined)
    return result(
      // Whoever writes Marathi reads Hindi; to a Telugu reader neither of the two is nearer than English.
      NEAR_HINDI.has(latin.neighbour) ? 'hi-Latn' : previousForm(history),
      'Latn',
      latin.confidence,
      false,
      latin.neighbour,
    )
  // A name belongs to whatever language it is spoken of in.
  const isName = latin.untold !== undefined && (last !== undefined || latin.untold < SURELY_NATIVE)
  if (isName) return result(last ?? 'en', 'Latn', 0.3, false)
  // "ok", "BP", a medicine's name: too little to leave the language of the conversation for.
  const fits = last === undefined || last === latin.form
  if (!fits && latin.confidence < 0.75) return result(last, 'Latn', 0.4, false)
  if (!fits && latin.form === 'en' && latin.grammarWords === 0 && latinWords.length <= 2)
    return result(last.endsWith('-Latn') ? last : latin.form, 'Latn', 0.5, false)
  return result(latin.form, 'Latn', latin.confidence, latin.mixed)
}
