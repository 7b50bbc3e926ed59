import type { Sex } from '../../../clinical/analytes/index.ts'
import { parseNumber } from '../../../clinical/units/index.ts'
import { NUMBER, plainText } from './number-text.ts'
import { leadingUnit } from './printed-unit.ts'

/** Bounds as numbers, in the unit that the row is printed in. A missing bound is open. */
export interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

/** One of the ranges that a report prints beside a value: for men, for adults, for "desirable". */
export interface RangeEntry extends Bounds {
  /** What it is printed for; empty where nothing is said. */
  readonly label: string
  /** As printed: "13.00 - 17.00", "< 200". */
  readonly text: string
  readonly unit: string | null
}

export interface RangeReader {
  readonly sex?: Sex | undefined
  readonly ageYears?: number | undefined
}

const UPPER = String.raw`(?:<=?|up\s?to|upto|less than|lesser than|below|under|not more than)`
const LOWER = `(?:>=?|more than|greater than|above|over|at least)`
/** Hindi and Tamil say it behind the number: "140 से कम", "200 வரை". */
const UPPER_AFTER = String.raw`(?:से\s?(?:कम|नीचे)|तक|வரை|க்கு?\s?(?:கீழ்|குறைவு)|(?:விட\s)?குறைவு)`
const LOWER_AFTER = String.raw`(?:से\s?(?:अधिक|ज़्यादा|ज्यादा|ऊपर)|க்கு?\s?(?:மேல்|அதிகம்)|மேல்)`
/** What may stand between the number and those words: its unit. */
const UNIT_BETWEEN = String.raw`\s?(?:%|[\p{L}\p{M}µ.]+\/[\p{L}\p{M}.]+)?\s?`
const BETWEEN = String.raw`\s*(?:-+|~|to|से)\s*`

const ENTRY = new RegExp(
  // "7-5 - 12.0" is 7.5 with the point printed as a dash.
  String.raw`(?<dashed>\b\d{1,2}-\d\s+-\s+\d+(?:\.\d+)?)` +
    `|(?<from>${NUMBER})(?:\\s?(?<fromUnit>%|[a-zA-Zµ/]+))?${BETWEEN}(?<to>${NUMBER})` +
    `|(?<upperSign>${UPPER})\\s*:?\\s*(?<upper>${NUMBER})` +
    `|(?<lowerSign>${LOWER})\\s*:?\\s*(?<lower>${NUMBER})` +
    `|(?<upperFirst>${NUMBER})${UNIT_BETWEEN}${UPPER_AFTER}` +
    `|(?<lowerFirst>${NUMBER})${UNIT_BETWEEN}${LOWER_AFTER}`,
  'giu',
)
/** What makes "1 - 5" an age and no range. */
const AGE = /^\s*(?:years?|yrs?|y\b|months?|mths?|days?|weeks?|wks?|वर्ष|साल|வயது)/iu

/** What makes "< 1" the beginning of a titre: "< 1:80". */
const TITRE = /^\s?:\s?\d/

/** Every range in a text, in order. Empty where there is none. */
export function parseRanges(printed: string): RangeEntry[] {
  const text = plainText(printed)
  const matches = [...text.matchAll(ENTRY)].filter((match) => {
    const following = text.slice(match.index + match[0].length)
    return !AGE.test(following) && !TITRE.test(following)
  })
  const entries: RangeEntry[] = []
  let labelFrom = 0
  matches.forEach((match, position) => {
    const end = match.index + match[0].length
    const next = matches[position + 1]?.index ?? text.length
    const following = text.slice(end, next)
    const unit = leadingUnit(following.trim().replace(/^[)\]]\s*/, ''))
    const bounds = boundsOf(match.groups ?? {})
    const label = labelText(text.slice(labelFrom, match.index))
    const suffix = label === '' && unit === undefined ? labelText(following) : ''
    entries.push({
      ...bounds,
      label: label === '' && CATEGORY.test(suffix) ? suffix : label,
      text: match[0].trim(),
      unit: unit?.unit ?? null,
    })
    labelFrom = label === '' && CATEGORY.test(suffix) ? next : end + following.indexOf(unit?.rest ?? following)
  })
  return entries
}

function labelText(text: string): string {
  return text.replace(/^[\s,;:.)\]-]+|[\s,;:([=-]+$/g, '').trim()
}

const CATEGORY =
  /desirable|optimal|optimum|normal|sufficien|acceptable|ideal|non[- ]?diabet|negative|borderline|high|low|risk|defici|toxic|pre[- ]?diabet|diabet|positive|equivocal|near/i

function boundsOf(groups: Readonly<Record<string, string | undefined>>): Bounds {
  const { dashed, from, to, upper, lower, upperFirst, lowerFirst } = groups
  if (dashed !== undefined) {
    const [first = '', second = ''] = dashed.split(/\s+-\s+/)
    return { low: number(first.replace('-', '.')), high: number(second) }
  }
  if (from !== undefined && to !== undefined) return straighten(from, to)
  const highest = upper ?? upperFirst
  if (highest !== undefined) return { low: null, high: number(highest) }
  return { low: number(lower ?? lowerFirst ?? ''), high: null }
}

function number(text: string): number | null {
  return parseNumber(text.startsWith('.') ? `0${text}` : text)?.value ?? null
}

/** "4000 - 10.000" means ten thousand: a point between thousands, told by the other bound. */
function straighten(from: string, to: string): Bounds {
  const low = number(from)
  const high = number(to)
  if (low !== null && high !== null && low > high) {
    const thousands = parseNumber(to)?.alternative
    if (thousands !== undefined && thousands > low) return { low, high: thousands }
  }
  return { low, high }
}

const MALE = /\b(?:males?|men|man|boys?|m)\b|पुरुष|ஆண்/iu
const FEMALE = /\b(?:females?|women|woman|girls?|f)\b|महिला|स्त्री|பெண்/iu
const CHILD =
  /\b(?:child(?:ren)?|infants?|new\s?-?borns?|neonates?|babies|paediatric|pediatric|adolescents?|cord)\b|बच्च|குழந்தை/iu
const ADULT = /\badults?\b|वयस्क|பெரியவர்/iu
const PREGNANT = /(?<!non[- ]?)pregnan|trimester|lactat|ovulat|follicular|luteal|menopaus|गर्भ|கர்ப்ப/iu
const GOOD =
  /\b(?:desirable|optimal|optimum|normal|sufficien\w*|sufficient|acceptable|ideal|non[- ]?diabetic\w*|negative|no risk|low risk|healthy|euthyroid|non[- ]?reactive)\b|सामान्य|இயல்பு/iu
const NOT_GOOD =
  /border|high|\blow\b(?! risk)|risk|defici|insuff|toxic|toxicity|pre[- ]?diabet|(?<!non[- ]?)diabet|positive|equivocal|above|very|moderate|severe|mild|abnormal|near/i

/**
 * The range that holds for this person. Sexes differ and theirs is unknown: the widest of both, so that nothing is
 * called abnormal that may be normal. `undefined` where only ranges for others, or only grades of abnormal, are printed.
 */
export function chooseRange(entries: readonly RangeEntry[], reader: RangeReader): RangeEntry | undefined {
  const child = reader.ageYears !== undefined && reader.ageYears < 12
  const fitting = entries.filter(({ label }) => !PREGNANT.test(label) && !(NOT_GOOD.test(label) && !GOOD.test(label)))
  const ofAge = fitting.filter(({ label }) => (child ? !ADULT.test(label) : !CHILD.test(label)))
  const sexes = ofAge.filter(({ label }) => sexOf(label) !== undefined)
  const own = sexes.filter(({ label }) => sexOf(label) === reader.sex)
  if (own[0]) return own[0]
  if (sexes.length > 1 && reader.sex === undefined) return widest(sexes)
  const open = ofAge.filter(({ label }) => sexOf(label) === undefined)
  return open.find(({ label }) => GOOD.test(label)) ?? open.find(({ label }) => label === '') ?? open[0]
}

function sexOf(label: string): Sex | undefined {
  if (FEMALE.test(label)) return 'female'
  return MALE.test(label) ? 'male' : undefined
}

function widest(entries: readonly RangeEntry[]): RangeEntry {
  const lows = entries.map(({ low }) => low)
  const highs = entries.map(({ high }) => high)
  return {
    label: '',
    text: entries.map(({ text }) => text).join('; '),
    unit: entries.find(({ unit }) => unit !== null)?.unit ?? null,
    low: lows.includes(null) ? null : Math.min(...lows.filter((low) => low !== null)),
    high: highs.includes(null) ? null : Math.max(...highs.filter((high) => high !== null)),
  }
}

/** Whether a text is nothing but ranges, their labels and units. */
export function isRangeText(printed: string): boolean {
  const entries = parseRanges(printed)
  if (entries.length === 0) return false
  const text = plainText(printed)
  const rest = text
    .replace(ENTRY, ' ')
    .replace(/[\s:;,.()[\]-]+/g, ' ')
    .trim()
  return rest === '' || rest.length <= 24 + 18 * entries.length
}
