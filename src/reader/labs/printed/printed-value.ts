import { type Comparator, parseNumber } from '../../../clinical/units/index.ts'
import { NUMBER, plainText } from './number-text.ts'
import { splitFlag } from './printed-flag.ts'
import { looksLikeUnit } from './printed-unit.ts'

/** A result as printed, taken apart. */
export interface PrintedValue {
  readonly kind: 'number' | 'span' | 'words'
  /** Without unit and mark: "5,100", "<0.01", "1-2", "Trace". */
  readonly text: string
  readonly number: number | null
  /** The other reading of a number such as 10.000. */
  readonly alternative: number | null
  readonly comparator: Comparator | null
  /** Where the cell holds the unit too. */
  readonly unit: string | null
  readonly flag: string | null
}

const NUMERIC = new RegExp(`^(?<value>(?:[<>]=?\\s*)?[+-]?${NUMBER})\\s*(?<rest>.*)$`, 'u')
const SPAN = new RegExp(`^(?<value>${NUMBER}\\s*(?:-|to)\\s*${NUMBER})\\s*(?<rest>.*)$`, 'iu')

/** Results in words that laboratories report, as whole cells. */
const WORDS =
  /^(?:non[- ]?reactive|reactive|not? detected|detected|negative|positive|\(?[+-]{1,4}\)?(?:ve)?|[1-4]\s?\+|\+\s?[1-4]|nil|absent|present|trace|traces|few|many|occasional|plenty|scanty|moderate|none|none seen|not seen|seen|clear|slightly (?:cloudy|turbid|hazy)|cloudy|turbid|hazy|(?:pale |light |dark |straw |deep )?(?:yellow|straw|amber|brown|red|colou?rless|green)|acidic|alkaline|neutral|[abo]{1,2}\s?(?:rh\s?)?(?:\(d\)\s?)?(?:positive|negative|[+-](?:ve)?)|g[1-5][ab]?|a[1-3]|adequate|inadequate|sensitive|resistant|growth|no growth|sterile|within normal limits|नकारात्मक|सकारात्मक|निगेटिव|पॉजिटिव|नहीं|मौजूद|अनुपस्थित|எதிர்மறை|நேர்மறை|இல்லை|உள்ளது)\.?$/iu

/** Reads a result cell. `undefined` where it is no result that anybody reports. */
export function parseValue(printed: string): PrintedValue | undefined {
  const { rest: cell, flag } = splitFlag(plainText(printed).replace(/^[:=]\s*/, ''))
  const span = SPAN.exec(cell)
  if (span?.groups && unitOrNothing(span.groups['rest'])) {
    return value('span', span.groups['value'] ?? '', span.groups['rest'], flag)
  }
  const numeric = NUMERIC.exec(cell)
  if (numeric?.groups && unitOrNothing(numeric.groups['rest'])) {
    return value('number', numeric.groups['value'] ?? '', numeric.groups['rest'], flag)
  }
  if (WORDS.test(cell) || /^1\s?:\s?\d{1,5}$/.test(cell)) return value('words', cell, '', flag)
  return undefined
}

function unitOrNothing(rest: string | undefined): boolean {
  return rest === undefined || rest === '' || looksLikeUnit(bracketless(rest))
}

function bracketless(text: string): string {
  return text.replace(/^[([]\s*|\s*[)\]]$/g, '')
}

function value(kind: PrintedValue['kind'], text: string, rest: string | undefined, flag: string | null): PrintedValue {
  const parsed = kind === 'number' ? parseNumber(text.replace(/^([<>]=?)?\s*\./, '$10.')) : undefined
  return {
    kind,
    text: text.trim(),
    number: parsed?.value ?? null,
    alternative: parsed?.alternative ?? null,
    comparator: parsed?.comparator ?? null,
    unit: rest ? bracketless(rest) : null,
    flag,
  }
}
