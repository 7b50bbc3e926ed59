import { analyteByLoinc, explain } from '../../../clinical/analytes/index.ts'
import type { MetricType } from '../../../clinical/vitals/index.ts'
import { detailOf, mainValue } from '../../retrieval/fact-details.ts'
import type { Fact, FactValue } from '../../turn/stages.ts'
import type { AnswerContext } from '../answer-context.ts'
import { formatDate, formatRange, formatValue, sentences, valueName } from '../format.ts'

export function isAbnormal(value: FactValue): boolean {
  return value.flag !== undefined && value.flag !== 'normal'
}

export function isCritical(value: FactValue): boolean {
  return value.flag === 'critical_low' || value.flag === 'critical_high'
}

/** "Your HbA1c was 8.2 % in the report of 12 March 2026, page 1. That is high: the normal range is 4 to 5.6." */
export function valueSentences(context: AnswerContext, fact: Fact): string {
  const value = mainValue(fact)
  if (value === undefined) return fact.text
  const { t, form } = context
  const words = {
    name: valueName(value, form),
    value: formatValue(value),
    date: value.at === undefined ? '' : formatDate(value.at, form),
    page: fact.source.kind === 'document' ? fact.source.page : 0,
  }
  const key = fact.source.kind === 'document' ? 'value.isOnPage' : 'value.is'
  return sentences(
    t(value.at === undefined ? `${key}Undated` : key, words),
    judgement(context, fact, value),
    detailOf(fact, 'needs_review') === undefined ? undefined : t('value.hardToRead'),
  )
}

export const UNRANGED: ReadonlySet<string> = new Set<MetricType>(['weight', 'height'])

/** What the record calls a reading, where that says more than whether it is high or low. */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  stable: 'value.onTarget',
  fair: 'value.fair',
  elevated: 'value.elevated',
}

/** "That is high: the normal range is 4 to 5.6." */
export function judgement({ t, form }: AnswerContext, fact: Fact, value: FactValue): string {
  const status = STATUS_WORDS[detailOf(fact, 'status') ?? '']
  if (status !== undefined && isReading(fact)) return t(status)
  // Nobody needs to be told that there is no normal weight.
  if (value.flag === undefined) return UNRANGED.has(value.name) ? '' : t('value.unjudged')
  if (value.flag === 'abnormal') return t('value.abnormal')
  const range = formatRange(value, form)
  return range === undefined ? t(`value.${value.flag}_noRange`) : t(`value.${value.flag}`, { range })
}

function isReading({ source }: Fact): boolean {
  return source.kind === 'record' && source.table === 'health_metrics'
}

/** What the test measures and what the flag usually points to; nothing where we hold no text. */
export function meaning({ form }: AnswerContext, value: FactValue): string | undefined {
  const analyte = value.code === undefined ? undefined : analyteByLoinc(value.code)
  if (analyte === undefined || value.flag === undefined || value.flag === 'normal') return undefined
  return explain(analyte, value.flag, form)
}
