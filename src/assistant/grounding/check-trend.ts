import { addressOf, type Edit } from './claim.ts'
import { NEGATION, PERSONAL } from './claim-words.ts'
import type { FoundDate } from './dates.ts'
import type { KnownNumber, KnownValues } from './known-values.ts'
import { overlap, type SubjectKeys } from './subjects.ts'

/** The sentence says what may be, or what is so in general. */
const GENERAL =
  /\b(?:if|when|whenever|unless|may|might|can|could|should|would|means?|often|usually|sometimes|target|goal|agar|jab|matlab)\b|अगर|जब|मतलब|सकत|चाहिए|என்றால்|இருந்தால்|வேண்டும்|லாம்|\w+(?:-?na|irundha|lam)\b/iu

/** Words for going up, each with its counterpart, in the same place of a sentence. */
const PAIRS: readonly (readonly [up: RegExp, down: RegExp, up: string, down: string])[] = [
  [/\brising\b/iu, /\bfalling\b/iu, 'rising', 'falling'],
  [/\brisen\b/iu, /\bfallen\b/iu, 'risen', 'fallen'],
  [/\brose\b/iu, /\bfell\b/iu, 'rose', 'fell'],
  [/\bincreasing\b/iu, /\bdecreasing\b/iu, 'increasing', 'decreasing'],
  [/\bincreased\b/iu, /\bdecreased\b/iu, 'increased', 'decreased'],
  [
    /\b(?:going|gone|went|come|coming|trending) (up)\b/iu,
    /\b(?:going|gone|went|come|coming|trending) (down)\b/iu,
    'up',
    'down',
  ],
  [/\bhigher than (?:before|last)/iu, /\blower than (?:before|last)/iu, 'higher than before', 'lower than before'],
  [/(?<!\p{L})(बढ़)(?=\s?(?:र|ग|ा|ी|े))/iu, /(?<!\p{L})(घट)(?=\s?(?:र|ग|ा|ी|े))/iu, 'बढ़', 'घट'],
  [/\b(badh)(?=\s?(?:r|g|a|i|e))/iu, /\b(ghat)(?=\s?(?:r|g|a|i|e))/iu, 'badh', 'ghat'],
  [/(அதிகரித்து)/iu, /(குறைந்து)/iu, 'அதிகரித்து', 'குறைந்து'],
  [/(கூடி)(?=\s?(?:இரு|உள்|வரு|விட்))/iu, /(குறைந்து)(?=\s?(?:இரு|உள்|வரு|விட்))/iu, 'கூடி', 'குறைந்து'],
  [/\b(koodi)\b/iu, /\b(koranju|kuraindhu|korainju)\b/iu, 'koodi', 'koranju'],
]

/**
 * "Your HbA1c has been rising": held against the dated values of what the sentence is about. A direction that is wrong is
 * put right; one that no two values tell is left to the reader.
 */
export function checkTrend(
  known: KnownValues,
  sentence: string,
  subjects: readonly SubjectKeys[],
): (Edit & { readonly kind: 'trend' }) | 'right' | undefined {
  if (subjects.length === 0 || !PERSONAL.test(sentence) || GENERAL.test(sentence) || NEGATION.test(sentence))
    return undefined
  for (const [up, down, upWord, downWord] of PAIRS) {
    const saidUp = up.exec(sentence)
    const said = saidUp ?? down.exec(sentence)
    if (said === null) continue
    const actual = directionOf(known, subjects)
    if (actual === undefined) return undefined
    if (actual > 0 === (saidUp !== null)) return 'right'
    const text = said[1] ?? said[0]
    const start = said.index + said[0].lastIndexOf(text)
    return { start, end: start + text.length, kind: 'trend', words: actual > 0 ? upWord : downWord }
  }
  return undefined
}

/** Above 0 where the newest value of the subject is higher than the one before; undefined where that is not clear. */
function directionOf(known: KnownValues, subjects: readonly SubjectKeys[]): number | undefined {
  const series = known.numbers.filter(
    ({ kind, keys, dates }) =>
      kind === 'value' &&
      dates.some(({ year }) => year !== undefined) &&
      subjects.every((subject) => overlap(keys, subject)),
  )
  const units = new Set(series.map(({ unit }) => unit))
  if (series.length < 2 || units.size > 1) return undefined
  const ordered = unrepeated(series).toSorted((one, other) => dayOf(one) - dayOf(other))
  const [newest, before] = [ordered.at(-1), ordered.at(-2)]
  if (newest === undefined || before === undefined || newest.value === before.value) return undefined
  const last = Math.sign(newest.value - before.value)
  // Over all values the way may go the other way than over the last two: then either may be said.
  const first = ordered[0]
  return first !== undefined && Math.sign(newest.value - first.value) === -last ? undefined : last
}

function unrepeated(series: readonly KnownNumber[]): readonly KnownNumber[] {
  const seen = new Map(series.map((each) => [`${addressOf(each.witness)} ${dayOf(each)} ${each.value}`, each]))
  return [...seen.values()]
}

function dayOf({ dates }: KnownNumber): number {
  const date: FoundDate | undefined = dates.find(({ year }) => year !== undefined)
  return Date.UTC(date?.year ?? 0, (date?.month ?? 1) - 1, date?.day ?? 1)
}

/** How the newest value of what a sentence names stands, where its values agree on that. */
export function standingOf(known: KnownValues, subject: SubjectKeys): 'high' | 'low' | 'normal' | undefined {
  const valued = known.numbers.filter(
    ({ kind, keys, witness }) => kind === 'value' && witness.flag !== undefined && overlap(keys, subject),
  )
  const newest = Math.max(...valued.map(dayOf))
  const flags = new Set(
    valued.filter((each) => dayOf(each) === newest).map(({ witness }) => witness.flag?.replace('critical_', '')),
  )
  const [flag] = flags
  return flags.size === 1 && (flag === 'high' || flag === 'low' || flag === 'normal') ? flag : undefined
}

/** Whether a sentence without a number speaks of the person's own value as it is. */
export function saysHowItStands(sentence: string): boolean {
  return PERSONAL.test(sentence) && !GENERAL.test(sentence) && !NEGATION.test(sentence)
}
