import { toLatinDigits } from '../units/index.ts'

export type DayTime = 'morning' | 'noon' | 'evening' | 'night'
export type Food = 'before' | 'after' | 'with' | 'empty_stomach'

/** How a medicine is to be taken, as far as a text says so. */
export interface DoseOrder {
  /** Amounts at times of the day: of "1-0-1" one in the morning and one at night. */
  readonly doses: readonly { readonly time: DayTime; readonly amount: string }[]
  readonly timesPerDay: number | undefined
  /** Days from one dose to the next: 2 for alternate days, 7 for weekly. */
  readonly everyDays: number | undefined
  readonly asNeeded: boolean
  readonly food: Food | undefined
  readonly durationDays: number | undefined
  /** The words that say how often, as printed. */
  readonly frequencyText: string | undefined
  /** What the text says besides. */
  readonly rest: string
}

const AMOUNT = String.raw`(?:[0-9]{1,2}(?:\.[05]|\/[24])?|0?\.5|[½¼¾]|1½|[OolI])(?:\s?m[lL])?`
const GAP = String.raw`\s?[-–—+|_]{1,3}\s?`
const SLOTS = new RegExp(
  String.raw`(?<![\d\p{L}/.-])(${AMOUNT})${GAP}(${AMOUNT})${GAP}(${AMOUNT})(?:${GAP}(${AMOUNT}))?(?![\d\p{L}/-]|\.\d)(?:\s?(?:units?|iu)(?!\p{L}))?`,
  'iu',
)
const TIMES_OF_SLOTS: Readonly<Record<number, readonly DayTime[]>> = {
  3: ['morning', 'noon', 'night'],
  4: ['morning', 'noon', 'evening', 'night'],
}
/** What no order has more of at one time. */
const MOST_PIECES = 4
const MOST_UNITS = 80

const B = String.raw`(?<![\p{L}\p{M}\p{N}])`
const E = String.raw`(?![\p{L}\p{M}\p{N}])`
const word = (pattern: string): RegExp => new RegExp(`${B}(?:${pattern})${E}`, 'iu')

const AS_NEEDED = word(
  'sos|s\\.o\\.s\\.?|prn|p\\.r\\.n\\.?|as (?:and when )?(?:needed|required)|when(?:ever)? (?:needed|required)|if (?:needed|required|pain|fever)|ज़रूरत (?:पड़ने|होने) पर|जरूरत (?:पड़ने|होने) पर|zaroorat padne par|தேவைப்பட்டால்|தேவைப்படும்போது|thevaipattaal?',
)

/** Frequencies by their words: times a day, or days between doses, or the times themselves. Longer ones first. */
interface FrequencyWords {
  readonly pattern: RegExp
  readonly timesPerDay?: number
  readonly everyDays?: number
  readonly times?: readonly DayTime[]
}
const FREQUENCIES: readonly FrequencyWords[] = [
  { pattern: word('alternate days?|every other day|e\\.?o\\.?d\\.?|once in (?:2|two) days|q48h|एक दिन छोड़कर|हर दूसरे दिन|ek din chhod ?kar|ஒரு நாள் விட்டு ஒரு நாள்'), everyDays: 2 },
  { pattern: word('once (?:a|in a|per|every) ?week|weekly(?: once)?|once weekly|o\\.?w|every week|हफ़्ते में एक बार|हफ्ते में एक बार|सप्ताह में एक बार|hafte mein ek baar|வாரம் ஒரு ?முறை|வாரத்தில் ஒரு ?முறை|வாரத்திற்கு ஒரு ?முறை'), everyDays: 7 },
  { pattern: word('once (?:a|in a|per|every) ?month|monthly(?: once)?|once monthly|महीने में एक बार|மாதம் ஒரு ?முறை'), everyDays: 30 },
  { pattern: word('qid|q\\.i\\.d\\.?|qds|(?:four|4) times (?:a|per|in a)? ?(?:day|daily)|every 6 ?h(?:ou)?rs?|6 ?(?:hourly|hrly)|q6h|(?:दिन में )?(?:चार|4) (?:बार|टाइम)|din mein (?:char|4) baar|(?:தினம்|தினமும்|ஒரு நாளைக்கு) (?:நான்கு|நாலு|4) (?:முறை|வேளை)'), timesPerDay: 4 },
  { pattern: word('tds|t\\.d\\.s\\.?|tid|t\\.i\\.d\\.?|thrice(?: (?:a|in a)? ?(?:day|daily))?|(?:three|3) times (?:a|per|in a)? ?(?:day|daily)|every 8 ?h(?:ou)?rs?|8 ?(?:hourly|hrly)|q8h|(?:दिन में )?(?:तीन|3) (?:बार|टाइम)|din mein (?:teen|3) baar|(?:தினம்|தினமும்|ஒரு நாளைக்கு) (?:மூன்று|மூணு|3) (?:முறை|வேளை)|(?:மூன்று|3) வேளை'), timesPerDay: 3 },
  { pattern: word('bd|b\\.d\\.?|bid|b\\.i\\.d\\.?|bds|twice(?: (?:a|in a)? ?(?:day|daily))?|(?:two|2) times (?:a|per|in a)? ?(?:day|daily)|every 12 ?h(?:ou)?rs?|12 ?(?:hourly|hrly)|q12h|(?:दिन में )?(?:दो|2) (?:बार|टाइम)|din mein (?:do|2) baar|(?:தினம்|தினமும்|ஒரு நாளைக்கு) (?:இரண்டு|ரெண்டு|2) (?:முறை|வேளை)|(?:இரண்டு|2) வேளை'), timesPerDay: 2 },
  { pattern: word('hs|h\\.s\\.?|at bed ?time|bed ?time|before sleep(?:ing)?|सोते समय|सोने से पहले|sone se pehle|தூங்கும் முன்|படுக்கும் முன்'), times: ['night'] },
  { pattern: word('od|o\\.d\\.?|qd|once(?: (?:a|in a)? ?(?:day|daily))|once daily|(?:one|1) time (?:a|per) day|every 24 ?h(?:ou)?rs?|24 ?(?:hourly|hrly)|q24h|(?:दिन में )?(?:एक|1) (?:बार|टाइम)|din mein (?:ek|1) baar|(?:தினம்|தினமும்|ஒரு நாளைக்கு) (?:ஒரு|1) ?(?:முறை|வேளை)'), timesPerDay: 1 },
  { pattern: word('stat'), timesPerDay: 1 },
  { pattern: word('daily|every day|रोज़|रोज|प्रतिदिन|roz|தினமும்|தினம்'), timesPerDay: 1 },
] // biome-ignore format: one table

const TIME_WORDS: readonly (readonly [DayTime, RegExp])[] = [
  ['morning', word('om|morning|mor[nm]|breakfast|b\\/?f|सुबह|सवेरे|नाश्ते?|subah|காலை(?:யில்)?|kaalai(?:yil)?')],
  ['noon', word('noon|after ?noon|aft|lunch|दोपहर|dopahar|மதியம்|மதியத்தில்|madhiyam')],
  ['evening', word('evening|eve|शाम|shaam|sham|மாலை(?:யில்)?|maalai|saayandhiram')],
  ['night', word('on|night|dinner|रात(?: को)?|raat|இரவு|இரவில்|iravu|raathiri')],
]

const FOOD: readonly (readonly [Food, RegExp])[] = [
  ['empty_stomach', word('empty stomach|on empty|ख़ाली पेट|खाली पेट|khaa?li pet|வெறும் வயிற்றில்|வெறும் வயிறு|verum vayi(?:ru|thula)')],
  ['before', word('before (?:food|meals?|eating|breakfast|lunch|dinner)|a\\.?c\\.?|bbf|b\\/f|bf|pre ?-?meal|(?:खाने|भोजन|नाश्ते) से पहले|khane se pehle|(?:சாப்பாட்டுக்கு|சாப்பிடும்|உணவுக்கு|உணவிற்கு) முன்(?:பு)?|saapidum mun')],
  ['after', word('after (?:food|meals?|eating|breakfast|lunch|dinner)|p\\.?c\\.?|a\\/f|af|post ?-?meal|(?:खाने|भोजन|नाश्ते) के बाद|khane ke baad|(?:சாப்பாட்டுக்கு|சாப்பாட்டிற்கு|உணவுக்கு|உணவிற்கு)(?:ப்)? ?(?:பின்(?:பு)?|பிறகு)|சாப்பிட்ட(?: ?பிறகு|பின்| பின்)|saapta piragu')],
  ['with', word('with (?:food|meals?|milk|water)|(?:खाने|दूध) के साथ|khane ke saath|(?:சாப்பாட்டுடன்|உணவுடன்|பாலுடன்)')],
] // biome-ignore format: one table

const UNIT_DAYS: readonly (readonly [string, number])[] = [
  ['days?|(?<=\\d)d|दिन|दिनों|din|நாட்கள்|நாள்(?:கள்)?|naal', 1],
  ['weeks?|wks?|(?<=\\d)w|हफ़्ते|हफ्ते|हफ़्ता|सप्ताह|hafte|வாரம்|வாரங்கள்|vaaram', 7],
  ['years?|yrs?|वर्ष|साल|வருடம்|வருடங்கள்', 365],
  ['months?|mths?|(?<=\\d)mo?|महीने|महीना|माह|mahine|மாதம்|மாதங்கள்|maadham', 30],
] // biome-ignore format: one table
const NUMBERS: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, ten: 10,
  एक: 1, दो: 2, तीन: 3, चार: 4, पाँच: 5, पांच: 5, सात: 7, दस: 10,
  ஒரு: 1, இரண்டு: 2, மூன்று: 3, நான்கு: 4, ஐந்து: 5, ஏழு: 7, பத்து: 10,
} // biome-ignore format: one table
const NUMBER_WORDS = Object.keys(NUMBERS).join('|')
const DURATIONS = UNIT_DAYS.map(
  ([unit, days]) =>
    [new RegExp(String.raw`(?:[x×*]\s*|${B}for\s+(?:the next\s+)?|${B})(\d{1,3}|${NUMBER_WORDS})\s?[-/]?\s?(?:${unit})${E}(?:\s*\((?:tot|qty|total|no)[^)]*\))?(?:\s+(?:तक|के लिए|வரை|க்கு))?`, 'iu'), days] as const,
) // biome-ignore format: one expression
/** "5/7": five days; "2/52": two weeks; "1/12": one month. */
const FRACTIONS: readonly (readonly [RegExp, number])[] = [
  [/(?<![\d/.])(\d{1,2})\/7(?![\d/])/u, 1],
  [/(?<![\d/.])(\d{1,2})\/52(?![\d/])/u, 7],
  [/(?<![\d/.])(\d{1,2})\/12(?![\d/])/u, 30],
]
const LONGEST_DAYS = 365

/** Cuts what was understood out of a text, so that nothing is understood twice. */
class Remainder {
  text: string
  constructor(text: string) {
    this.text = text
  }
  take(pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.text)
    if (!match) return undefined
    this.text = `${this.text.slice(0, match.index)} ${this.text.slice(match.index + match[0].length)}`
    return match
  }
}

/**
 * Reads how a medicine is to be taken: "1-0-1 x 5 days after food", "TDS", "सुबह शाम खाने के बाद", "காலை 1 இரவு 1". Latin
 * abbreviations as taught to Indian medical students (OD, BD, TDS, QID, HS, SOS, stat, AC, PC).
 * @param options.inUnits The medicine is counted in units, as insulin is: "20-0-15".
 */
export function readOrder(printed: string, { inUnits = false }: { readonly inUnits?: boolean } = {}): DoseOrder {
  const rest = new Remainder(toLatinDigits(printed).replace(/\s+/g, ' '))
  const asNeeded = rest.take(AS_NEEDED)
  const slots = takeSlots(rest, inUnits ? MOST_UNITS : MOST_PIECES)
  // "Every second day" speaks of days too.
  const spaced = takeFrequency(rest, (words) => words.everyDays !== undefined)
  const durationDays = takeDuration(rest)
  const food = FOOD.find(([, pattern]) => rest.take(pattern) !== undefined)?.[0]
  const named = slots === undefined ? takeTimes(rest) : undefined
  // Beside "1-0-1" other words say nothing new, and "OD" may belong to the name.
  const isSaid = slots !== undefined || named !== undefined || spaced !== undefined
  const frequency = spaced ?? (isSaid ? undefined : takeFrequency(rest, () => true))
  const doses = slots?.doses ?? named?.doses ?? timesOf(frequency?.words.times)
  const frequencyText = [slots?.text, named?.text, frequency?.text, asNeeded?.[0]]
    .filter((text) => text !== undefined)
    .join(' ')
    .trim()
  return {
    doses,
    timesPerDay: doses.length > 0 ? doses.length : frequency?.words.timesPerDay,
    everyDays: frequency?.words.everyDays,
    asNeeded: asNeeded !== undefined,
    food,
    durationDays,
    frequencyText: frequencyText === '' ? undefined : frequencyText,
    rest: rest.text.replace(/\s+/g, ' ').trim(),
  }
}

function timesOf(times: readonly DayTime[] | undefined): DoseOrder['doses'] {
  return (times ?? []).map((time) => ({ time, amount: '1' }))
}

function takeSlots(rest: Remainder, most: number): { doses: DoseOrder['doses']; text: string } | undefined {
  const match = SLOTS.exec(rest.text)
  if (!match) return undefined
  const amounts = match
    .slice(1)
    .filter((amount) => amount !== undefined)
    .map(plainAmount)
  const times = TIMES_OF_SLOTS[amounts.length] ?? []
  const count = (amount: string): number => (amount.includes('ml') ? 1 : Number.parseFloat(amount))
  if (amounts.some((amount) => count(amount) > most) || amounts.every(isNothing)) return undefined
  rest.take(SLOTS)
  const doses = amounts.flatMap((amount, at) => {
    const time = times[at]
    return isNothing(amount) || time === undefined ? [] : [{ time, amount }]
  })
  return { doses, text: match[0].trim() }
}

function isNothing(amount: string): boolean {
  return /^0+(?:\s?ml)?$/i.test(amount)
}

/** Recognition reads O for 0 and l for 1. */
function plainAmount(amount: string): string {
  return amount
    .replace(/^[Oo]$/, '0')
    .replace(/^[lI]$/, '1')
    .replace(/^(?:0?\.5|1\/2)$/, '½')
    .replace(/^1\/4$/, '¼')
    .replace(/\s?m[lL]$/, ' ml')
}

/** "1 " or "1 tablet " before a time; the 20 of "20 mg" counts nothing. */
const COUNT_BEFORE = /(?<![\d.,/])(\d(?:\.5|\/2)?|½)\s*(?:(?!(?:mg|mcg|gm?|iu|ml|%)(?!\p{L}))[\p{L}\p{M}]{2,12}\s+)?$/iu
const COUNT_BEHIND = /^\s*[-:]?\s*(\d(?:\.5|\/2)?|½)(?![\d/.]|\s*(?:days?|weeks?|months?|mg|ml|दिन|நாள்|நாட்கள்))/iu

/** "1 Morning, 1 Night", "सुबह 1 शाम 1", "morning and night". */
function takeTimes(rest: Remainder): { doses: DoseOrder['doses']; text: string } | undefined {
  const found = TIME_WORDS.flatMap(([time, pattern]) => {
    const match = pattern.exec(rest.text)
    return match ? [{ time, index: match.index, end: match.index + match[0].length, text: match[0] }] : []
  }).sort((a, b) => a.index - b.index)
  // A single "on" or "af" is more often a word than a time.
  const sure = found.filter(({ text }) => !/^(?:on|om|eve|aft)$/i.test(text) || found.length > 1)
  const [first] = sure
  const last = sure.at(-1)
  if (first === undefined || last === undefined) return undefined
  const before = COUNT_BEFORE.exec(rest.text.slice(0, first.index))
  const start = before === null ? first.index : before.index
  const after = COUNT_BEHIND.exec(rest.text.slice(last.end))
  const end = before === null && after !== null ? last.end + after[0].length : last.end
  const text = rest.text.slice(start, end)
  const doses = sure.map(({ time, index, end: wordEnd }) => {
    const ahead = before === null ? null : COUNT_BEFORE.exec(rest.text.slice(0, index))
    const behind = COUNT_BEHIND.exec(rest.text.slice(wordEnd))
    return { time, amount: plainAmount(ahead?.[1] ?? behind?.[1] ?? before?.[1] ?? '1') }
  })
  rest.text = `${rest.text.slice(0, start)} ${rest.text.slice(end)}`
  return { doses: inOrder(doses), text: text.trim() }
}

const ORDER: readonly DayTime[] = ['morning', 'noon', 'evening', 'night']
function inOrder(doses: DoseOrder['doses']): DoseOrder['doses'] {
  return doses.toSorted((a, b) => ORDER.indexOf(a.time) - ORDER.indexOf(b.time))
}

function takeFrequency(
  rest: Remainder,
  isWanted: (words: FrequencyWords) => boolean,
): { words: FrequencyWords; text: string } | undefined {
  for (const words of FREQUENCIES) {
    if (!isWanted(words)) continue
    const match = rest.take(words.pattern)
    if (match) return { words, text: match[0].trim() }
  }
  return undefined
}

function takeDuration(rest: Remainder): number | undefined {
  for (const [pattern, days] of DURATIONS) {
    const match = rest.take(pattern)
    const count = match?.[1]?.toLowerCase()
    if (count === undefined) continue
    const total = (NUMBERS[count] ?? Number(count)) * days
    if (total > 0 && total <= LONGEST_DAYS) return total
  }
  for (const [pattern, days] of FRACTIONS) {
    const match = rest.take(pattern)
    if (match?.[1] !== undefined) return Number(match[1]) * days
  }
  return undefined
}
