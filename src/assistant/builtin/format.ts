import { analyteByLoinc } from '../../clinical/analytes/index.ts'
import type { LanguageForm } from '../../clinical/language-forms.ts'
import { displayUnit } from '../../clinical/units/index.ts'
import { METRIC_TYPES } from '../../clinical/vitals/index.ts'
import { translator } from '../../platform/i18n/translator.ts'
import { writtenDate } from '../retrieval/written-date.ts'
import type { FactValue } from '../turn/stages.ts'

export { writtenDate as formatDate }

const grouped = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 10 })

/** A number with the Indian grouping: 1,50,000. Anything else stays as it is. */
export function formatNumber(value: string | number): string {
  const text = String(value)
  if (!/^\d+(\.\d+)?$/.test(text)) return text
  const number = Number(text)
  // Below 10,000 the printed form stays, with its zeros: 7.0 is not 7.
  return number < 10_000 ? text : grouped.format(number)
}

const METRIC_UNITS: Readonly<Record<string, string>> = {
  celsius: '°C',
  fahrenheit: '°F',
  lbs: 'lb',
  'kg/m2': 'kg/m²',
}

export function formatUnit(unit: string): string {
  return METRIC_UNITS[unit] ?? displayUnit(unit)
}

/** A value with its unit, as printed where it was: "8.2 %", "1,50,000 /µL", "6.50 mill/cumm". */
export function formatValue({ value, unit, unitPrinted }: Pick<FactValue, 'value' | 'unit' | 'unitPrinted'>): string {
  const shown = unitPrinted ?? (unit === undefined ? '' : formatUnit(unit))
  return shown === '' ? formatNumber(value) : `${formatNumber(value)} ${shown}`
}

/** A range in words, or `undefined` where there is none. */
export function formatRange(
  range: { readonly referenceLow?: number | undefined; readonly referenceHigh?: number | undefined },
  form: LanguageForm,
): string | undefined {
  const t = translator(form)
  const low = range.referenceLow === undefined ? undefined : formatNumber(range.referenceLow)
  const high = range.referenceHigh === undefined ? undefined : formatNumber(range.referenceHigh)
  if (low !== undefined && high !== undefined) return t('builtin:range.between', { low, high })
  if (high !== undefined) return t('builtin:range.upTo', { high })
  return low === undefined ? undefined : t('builtin:range.from', { low })
}

/** What a value is called in this language: the analyte's or metric's own name, else as it is printed. */
export function valueName(value: FactValue, form: LanguageForm): string {
  if ((METRIC_TYPES as readonly string[]).includes(value.name)) return translator(form)(`builtin:metric.${value.name}`)
  const analyte = value.code === undefined ? undefined : analyteByLoinc(value.code)
  return analyte?.names[form] ?? value.name
}

/** Sentences of one paragraph. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}
