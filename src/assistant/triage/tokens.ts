import { isEnglishWord } from '../language/english-words.ts'
import { englishKey, romanisedKey } from './romanised-key.ts'

/** One word or number of a message, in the spellings that it is compared by. */
export interface Token {
  readonly raw: string
  /** Characters of the original text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly script: 'latin' | 'devanagari' | 'tamil' | 'number' | 'other'
  /** Compared with English wordings, and with wordings in its own native script. */
  readonly key: string
  /** Compared with romanised Hindi and Tamil wordings. Latin script only. */
  readonly hindiKey: string
  readonly tamilKey: string
  readonly englishWord: boolean
  /** Words of one clause stand together: commas, full stops and "but" part them. */
  readonly clause: number
  readonly sentence: number
  readonly number: number | undefined
  /** How much room the word takes up between the words of a wording. */
  readonly room: number
}

const NATIVE_DIGITS = /[०-९௦-௯]/g
const nativeDigit = (digit: string): string => {
  const code = digit.charCodeAt(0)
  return String(code - (code >= 0x0be6 ? 0x0be6 : 0x0966))
}

/** Words after which something new is said: what was denied before them is not denied after them. */
const CONTRAST = new Set(
  'but however though although yet lekin magar aana aanal aanaal aanalum लेकिन मगर परंतु परन्तु किंतु ஆனா ஆனால் ஆனாலும்'.split(' '),
)

/** Devanagari spelling varieties folded: nukta, candrabindu, long and short i and u, sibilants, nasals before stops. */
function foldDevanagari(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u093c\u200c\u200d]/g, '')
    .normalize('NFC')
    .replace(/ँ/g, 'ं')
    .replace(/ी/g, 'ि')
    .replace(/ू/g, 'ु')
    .replace(/ई/g, 'इ')
    .replace(/ऊ/g, 'उ')
    .replace(/ण/g, 'न')
    .replace(/[शष]/g, 'स')
    .replace(/[नमङञ]्(?=[क-ह])/g, 'ं')
    .replace(/ये$/, 'ए')
    .replace(/यी$|यि$/, 'इ')
}

/** Tamil spelling varieties folded: the three n, the two r, ழ and ள, long and short e and o. */
function foldTamil(word: string): string {
  return (
    word
      .normalize('NFC')
      .replace(/[\u200c\u200d]/g, '')
      .replace(/[நண]/g, 'ன')
      // "இறுக்" (tighten) must not become "இருக்" (be).
      .replace(/(?<!^இ)ற/g, 'ர')
      .replace(/ழ/g, 'ள')
      .replace(/ே/g, 'ெ')
      .replace(/ோ/g, 'ொ')
      .replace(/ஏ/g, 'எ')
      .replace(/ஓ/g, 'ஒ')
      .replace(/இ(?=ரத்த)/, '')
  )
}

const LATIN = /^[a-z]/
const DEVANAGARI = /^[\u0900-\u097f]/
const TAMIL = /^[\u0b80-\u0bff]/

/** A long beginning loses its vowel-killer: "யூரின்" also begins "யூரினே" and "யூரினை". */
const tamilBeginning = (word: string): string => {
  const folded = foldTamil(word)
  return folded.length >= LONG_BEGINNING ? folded.replace(/்$/, '') : folded
}
const LONG_BEGINNING = 6

/** Tamil doubles the next word's first stop at the end of a word: "சாகப் போறேன்", "நெஞ்சைப் பிடிச்சு". */
const SANDHI = /(?<=.[^்])[கசதப]்$/

/**
 * The comparison key of a word in its own script.
 * @param beginning whether it is only the beginning of a word, whose last letter is no sandhi
 */
export function nativeKey(word: string, beginning = false): string {
  if (DEVANAGARI.test(word)) return foldDevanagari(word)
  if (TAMIL.test(word)) return beginning ? tamilBeginning(word) : foldTamil(word).replace(SANDHI, '')
  return word
}

/**
 * Words that say nothing by themselves and stand between those that do: "chhati *me aisa lag rha jaise koi* dabaa raha".
 * They take up half the room of another word.
 */
const FILLERS = new Set(
  `a an the is are was were be been being am its it of to in on at my his her our your their and so very really just also like as some
   that this has have had having got getting gets feels feel feeling with from for all too hai hain hoon hu ho h raha rahi rahe rha rhi
   gaya gayi gaye gya ka ki ke ko me mein par pe se ne bhi hi toh to ek kuch koi bahut bohot jaise jaisa jaisi aisa aisi lag lagta lagti
   ab abhi mere meri mera uske unke iske beech andar oru romba madhiri maari maadhiri mathiri iruku irukku pola ippo ippa enaku enakku en
   ennoda konjam mela ulla ku la oda edho yaaro nu dhan ah aa hota hoti hua hui
   है हैं हूँ हूं हो रहा रही रहे गया गई गए गयी का की के को में पर से ने भी ही तो एक कुछ कोई बहुत जैसे जैसा जैसी ऐसा ऐसी लग लगता लगती अब अभी मेरे मेरी
   मेरा उसके उनके इनके बीच अंदर होता होती हुआ हुई
   ஒரு ரொம்ப மாதிரி இருக்கு இருக்கார் இருக்காங்க இருக்கிறது போல இப்ப இப்போ எனக்கு என் என்னோட அவருக்கு கொஞ்சம் மேல உள்ள ஏதோ யாரோ தான்`
    .split(/\s+/)
    .map((word) => nativeKey(word)),
)

const PIECE =
  /[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}'’]|\u200c|\u200d)*|\p{N}+(?:[.:/]\p{N}+)*(?:st|nd|rd|th)?|[,;:()\n.!?।…—–-]+/gu

/** Splits a message into words with their clause and sentence, native digits written as ASCII ones. */
export function tokenise(text: string): Token[] {
  const plain = text.replace(NATIVE_DIGITS, nativeDigit).toLowerCase().replace(/[’‘`]/g, "'")
  const tokens: Token[] = []
  let clause = 0
  let sentence = 0
  for (const match of plain.matchAll(PIECE)) {
    const raw = match[0]
    const start = match.index
    if (/^[,;:()\n.!?।…—–-]/.test(raw)) {
      // A hyphen inside a compound joins: "x-ray", "बार-बार".
      const joins =
        /^[-–.]$/.test(raw) &&
        /[\p{L}\p{M}\p{N}]/u.test(plain[start - 1] ?? ' ') &&
        /[\p{L}\p{N}]/u.test(plain[start + 1] ?? ' ')
      if (joins) continue
      clause += 1
      if (/[.!?।\n…;]/.test(raw)) sentence += 1
      continue
    }
    const word = raw.replace(/'/g, '')
    const latin = LATIN.test(word)
    const key = latin ? englishKey(word) : nativeKey(word)
    if (CONTRAST.has(word) || CONTRAST.has(key)) {
      clause += 1
      continue
    }
    const number = /^\p{N}/u.test(word) ? Number.parseFloat(word) : NUMBER_WORDS.get(key)
    tokens.push({
      raw: word,
      start,
      end: start + raw.length,
      script: latin
        ? 'latin'
        : DEVANAGARI.test(word)
          ? 'devanagari'
          : TAMIL.test(word)
            ? 'tamil'
            : number === undefined
              ? 'other'
              : 'number',
      key,
      hindiKey: latin ? romanisedKey(word, 'hi') : '',
      tamilKey: latin ? romanisedKey(word, 'ta') : '',
      englishWord: latin && isEnglishWord(key),
      clause,
      sentence,
      number,
      room: FILLERS.has(key) ? 0.5 : 1,
    })
  }
  return tokens
}

/** Spelled-out numbers that a wording counts, by comparison key. */
const NUMBER_WORDS = new Map<string, number>(
  (
    [
      [1, 'one ek एक oru onnu ஒரு ஒன்று ஒண்ணு'],
      [1.5, 'dedh derh डेढ़ ondrai ஒன்றரை ஒண்ணரை'],
      [2.5, 'dhai dhaai ढाई rendarai ரெண்டரை இரண்டரை'],
      [2, 'two do दो rendu randu ரெண்டு இரண்டு'],
      [3, 'three teen तीन moonu மூணு மூன்று'],
      [4, 'four char chaar चार naalu நாலு நான்கு'],
      [5, 'five paanch panch पाँच पांच anju அஞ்சு ஐந்து'],
      [6, 'six chhe che छह छः छे aaru ஆறு'],
      [7, 'seven saat सात ezhu elu ஏழு'],
      [8, 'eight aath आठ ettu எட்டு'],
      [9, 'nine nau नौ onbadhu ombodhu ஒன்பது'],
      [10, 'ten das दस pathu paththu பத்து'],
      [12, 'twelve barah बारह pannendu பன்னிரண்டு'],
      [15, 'fifteen pandrah पंद्रह padhinanju பதினஞ்சு'],
      [20, 'twenty bees बीस iruvadhu irubadhu இருபது'],
      [30, 'thirty tees तीस muppadhu முப்பது'],
      [40, 'forty chalis चालीस naapadhu நாப்பது'],
      [50, 'fifty pachas पचास ambadhu ஐம்பது'],
      [100, 'hundred sau सौ nooru நூறு'],
    ] as const
  ).flatMap(([value, words]) => words.split(' ').map((word): [string, number] => [nativeKey(word), value])),
)
