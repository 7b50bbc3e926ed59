import { ANALYTES, analyteByLoinc } from '../../../clinical/analytes/index.ts'
import { METRIC_TYPES } from '../../../clinical/vitals/index.ts'
import { mainValue, resultsNamedIn } from '../../retrieval/fact-details.ts'
import type { MeasureTarget } from '../../retrieval/measure-target.ts'
import type { Fact, FactValue } from '../../turn/stages.ts'
import { type AnswerContext, answer, type WrittenAnswer } from '../answer-context.ts'
import { formatDate, formatUnit, formatValue, sentences, valueName } from '../format.ts'
import { isAbnormal, isCritical, judgement, meaning, valueSentences } from './value-sentences.ts'

const LISTED = 8

/** "What is my HbA1c?", "is it high?", "how are my kidneys?" */
export function tellValue(context: AnswerContext): WrittenAnswer {
  const { t, question, form } = context
  const found = question.measures.map((measure) => newestPerName(factsAbout(context, measure)))
  const named = newestPerName(resultsNamedIn(context.text, context.evidence.facts))
  // A value named as the report prints it is meant, and not all of its kind: "LYMPHOCYTE" in per cent and as a count.
  const own = named.length > 0 ? named : [...new Set(found.flat())]
  const facts = own.length > 0 ? own : relatedFacts(context)
  if (facts.length === 0) return nothingFound(context)
  const values = facts.flatMap((fact) => mainValue(fact) ?? [])
  const [first] = facts
  const [value] = values
  const advice = sentences(
    question.advice ? t('doctor.advice') : undefined,
    values.some(isCritical) ? t('doctor.today') : values.some(isAbnormal) ? t('doctor.abnormal') : undefined,
  )
  const suggestions = values.slice(0, 1).map((each) => t('suggest.trend', { name: valueName(each, form) }))
  if (facts.length === 1 && first !== undefined && value !== undefined) {
    return answer(
      [sentences(agreement(context, value), valueSentences(context, first)), meaning(context, value), advice],
      [...suggestions, t('suggest.explainReport')],
    )
  }
  const ordered = [...facts].sort((a, b) => Number(abnormalFact(b)) - Number(abnormalFact(a)))
  const lines = ordered.slice(0, LISTED).map((fact) => {
    const each = mainValue(fact)
    return `• ${sentences(valueSentences(context, fact), each && isAbnormal(each) ? meaning(context, each) : undefined)}`
  })
  return answer([lines.join('\n'), advice], [...suggestions, t('suggest.explainReport')])
}

/** "How has my HbA1c changed?" */
export function tellTrend(context: AnswerContext): WrittenAnswer {
  const { t, question, form } = context
  const measures =
    question.measures.length > 0
      ? [aboutMeasures(context)]
      : [context.evidence.facts.filter((fact) => (mainValue(fact)?.at ?? '') !== '' && isMeasured(fact))]
  const series = measures.flatMap((facts) => seriesIn(facts)).slice(0, 3)
  if (series.length === 0) return nothingFound(context)
  const paragraphs = series.map((values) => {
    const [newest] = values
    const name = newest === undefined ? '' : valueName(newest.value, form)
    if (values.length < 2) {
      return sentences(newest && valueSentences(context, newest.fact), t('trend.onlyOne', { name }))
    }
    const lines = values
      .slice(0, LISTED)
      .map(({ value }) => t('trend.item', { date: formatDate(value.at ?? '', form), value: formatValue(value) }))
    return [t('trend.lead', { name }), ...lines, comparison(context, values)].join('\n')
  })
  return answer(paragraphs, [t('suggest.explainReport')])
}

/** Facts about what is asked; where it was never measured itself, about what says the most of it: HbA1c of sugar. */
function aboutMeasures(context: AnswerContext): readonly Fact[] {
  const own = [...new Set(context.question.measures.flatMap((measure) => factsAbout(context, measure)))]
  if (own.length > 0) return own
  return [...new Set(context.question.measures.map(relatedOf).flatMap((measure) => factsAbout(context, measure)))]
}

interface Point {
  readonly fact: Fact
  readonly value: FactValue
}

/** Values of one name and unit each, newest first. */
function seriesIn(facts: readonly Fact[]): readonly (readonly Point[])[] {
  const groups = new Map<string, Point[]>()
  for (const fact of facts) {
    const value = mainValue(fact)
    if (value?.at === undefined) continue
    const key = `${value.code ?? value.name} ${value.unit ?? ''}`
    const points = groups.get(key) ?? []
    // The same report uploaded twice is one point.
    if (!points.some((point) => point.value.at === value.at && point.value.value === value.value)) {
      groups.set(key, [...points, { fact, value }])
    }
  }
  const byDate = (left: Point, right: Point) => (right.value.at ?? '').localeCompare(left.value.at ?? '')
  return [...groups.values()].map((points) => points.sort(byDate)).sort((a, b) => b.length - a.length)
}

function comparison(context: AnswerContext, points: readonly Point[]): string {
  const { t, form } = context
  const { fact, value: newest } = points[0] ?? {}
  const oldest = points.at(-1)?.value
  if (fact === undefined || newest === undefined || oldest === undefined) return ''
  const now = firstNumber(newest.value)
  const then = firstNumber(oldest.value)
  const date = formatDate(oldest.at ?? '', form)
  if (now === undefined || then === undefined) return judgement(context, fact, newest)
  if (now === then) return sentences(t('trend.same', { date }), judgement(context, fact, newest))
  const unit = newest.unit === undefined ? '' : formatUnit(newest.unit)
  const decimals = Math.max(decimalsOf(newest.value), decimalsOf(oldest.value))
  const difference = `${Math.abs(now - then).toFixed(decimals)} ${unit}`.trim()
  return sentences(
    t(now > then ? 'trend.up' : 'trend.down', { difference, date }),
    towardsRange(context, newest, now, then),
    judgement(context, fact, newest),
  )
}

function towardsRange({ t }: AnswerContext, value: FactValue, now: number, then: number): string | undefined {
  const distance = (number: number) =>
    Math.max(0, (value.referenceLow ?? number) - number, number - (value.referenceHigh ?? number))
  if (distance(now) === distance(then)) return undefined
  return t(distance(now) < distance(then) ? 'trend.closer' : 'trend.further')
}

/** Of a blood pressure the upper number. */
function firstNumber(value: string): number | undefined {
  const match = /^\d+(\.\d+)?/.exec(value)
  return match ? Number(match[0]) : undefined
}

function decimalsOf(value: string): number {
  return /^\d+\.(\d+)/.exec(value)?.[1]?.length ?? 0
}

function isMeasured(fact: Fact): boolean {
  return fact.source.kind === 'document' || (fact.source.kind === 'record' && fact.source.table === 'health_metrics')
}

/** The facts that a measure means: values of its analytes, and readings of its metrics. */
export function factsAbout({ evidence }: AnswerContext, measure: MeasureTarget): readonly Fact[] {
  return evidence.facts.filter((fact) => {
    const value = mainValue(fact)
    if (value === undefined || !isMeasured(fact)) return false
    if ((METRIC_TYPES as readonly string[]).includes(value.name)) {
      return (measure.metricTypes as readonly string[]).includes(value.name)
    }
    const key = value.code === undefined ? undefined : analyteByLoinc(value.code)?.key
    return key !== undefined && measure.analyteKeys.includes(key)
  })
}

/** What says the most about something that was not measured itself: HbA1c about sugar. */
function relatedFacts(context: AnswerContext): readonly Fact[] {
  const related = context.question.measures.map(relatedOf)
  return newestPerName(related.flatMap((measure) => factsAbout(context, measure)))
}

function relatedOf(measure: MeasureTarget): MeasureTarget {
  return { ...measure, analyteKeys: measure.relatedKeys, metricTypes: measure.relatedTypes }
}

/** Of facts about the same test or metric the newest one. */
export function newestPerName(facts: readonly Fact[]): readonly Fact[] {
  const newest = new Map<string, Fact>()
  for (const fact of facts) {
    const value = mainValue(fact)
    if (value === undefined) continue
    const key = value.code ?? value.name
    const known = newest.get(key)
    if (known === undefined || (mainValue(known)?.at ?? '') < (value.at ?? '')) newest.set(key, fact)
  }
  return [...newest.values()]
}

function abnormalFact(fact: Fact): boolean {
  const value = mainValue(fact)
  return value !== undefined && isAbnormal(value)
}

/** "Yes." or "No." to "is it high?", where the flag answers that. */
function agreement({ t, question }: AnswerContext, value: FactValue): string | undefined {
  const explains = question.concepts.some(({ id }) => id === 'ask.explain')
  if (
    question.why ||
    explains ||
    question.suspected === undefined ||
    value.flag === undefined ||
    value.flag === 'abnormal'
  )
    return undefined
  const direction = value.flag.replace('critical_', '')
  return t(direction === question.suspected ? 'value.yes' : 'value.no')
}

function nothingFound({ t, question, form }: AnswerContext): WrittenAnswer {
  const [measure] = question.measures
  const suggestions = [t('suggest.explainReport'), t('suggest.log')]
  if (measure === undefined) return answer([t('report.none')], suggestions)
  if (measure.group) return answer([t('value.none_group')], suggestions)
  const analyte = ANALYTES.find(({ key }) => measure.analyteKeys.includes(key))
  const [metric] = measure.metricTypes
  const name = metric === undefined ? analyte?.names[form] : t(`metric.${metric}`)
  return answer([t('value.none', { name: name ?? measure.concept.id })], suggestions)
}
