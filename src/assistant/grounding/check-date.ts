import { type Finding, FREE } from './claim.ts'
import { CHANGE, PERSONAL } from './claim-words.ts'
import { agrees, type FoundDate } from './dates.ts'
import type { KnownNumber, KnownValues } from './known-values.ts'
import { overlap, type SubjectMention } from './subjects.ts'

/** Holds a date or a time against the dates of what the sentence is about. */
export function checkDate(
  known: KnownValues,
  date: FoundDate,
  sentence: string,
  mentions: readonly SubjectMention[],
  valued: readonly (readonly KnownNumber[])[],
): Finding {
  if (date.minutes !== undefined && mentions.length === 0 && !PERSONAL.test(sentence)) return FREE
  const matching = known.dates.filter((each) => agrees(date, each.date))
  if (isToday(date) && valued.length === 0) return FREE
  if (matching.length === 0) {
    // A year or a month in a general remark is no claim about the record.
    return date.day === undefined && date.minutes === undefined && !PERSONAL.test(sentence) && valued.length === 0
      ? FREE
      : { held: false }
  }
  // Beside a single value, the date has to be that value's own.
  const [only] = valued
  if (valued.length === 1 && only !== undefined && date.minutes === undefined) {
    const dated = only.filter(({ dates }) => dates.some(({ month }) => month !== undefined))
    if (dated.length > 0 && dated.length === only.length) {
      const own = dated.find(({ dates }) => dates.some((each) => agrees(date, each)))
      const told = CHANGE.test(sentence)
      if (own === undefined && !told) return { held: false }
      if (own !== undefined) return { held: true, witness: own.witness, candidates: [] }
    }
  }
  const subject = mentions.findLast((mention) => mention.end <= date.start)?.keys ?? mentions[0]?.keys
  const own = matching.find(({ keys }) => subject !== undefined && overlap(keys, subject))
  const [first] = matching
  const subjectDated = subject !== undefined && known.dates.some(({ keys }) => overlap(keys, subject))
  if (subjectDated && own === undefined && !matching.some(({ keys }) => keys.size === 0)) return { held: false }
  return { held: true, witness: (own ?? first)?.witness, candidates: [] }
}

function isToday(date: FoundDate): boolean {
  if (date.day === undefined || date.month === undefined) return false
  // A day to each side, for time zones.
  return [-1, 0, 1].some((offset) => {
    const day = new Date(Date.now() + offset * 86_400_000)
    return (
      day.getUTCDate() === date.day &&
      day.getUTCMonth() + 1 === date.month &&
      (date.year === undefined || day.getUTCFullYear() === date.year)
    )
  })
}
