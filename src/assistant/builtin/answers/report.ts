import { analyteByLoinc } from '../../../clinical/analytes/index.ts'
import { detailOf, factsOf, mainValue, resultFacts } from '../../retrieval/fact-details.ts'
import type { Fact, FactValue } from '../../turn/stages.ts'
import { type AnswerContext, answer, type WrittenAnswer } from '../answer-context.ts'
import { formatDate, formatRange, formatValue, sentences, valueName } from '../format.ts'
import { isAbnormal, isCritical, judgement, meaning } from './value-sentences.ts'

/** As many abnormal results as people read through; the others are named. */
const EXPLAINED = 8
const NAMED = 10
const QUOTED_CHARACTERS = 400

interface Result {
  readonly fact: Fact
  readonly value: FactValue
}

/** Explains the newest report, or the ones attached to the message: what is out of range first, with what it means. */
export function explainReport(context: AnswerContext): WrittenAnswer {
  const { t, evidence } = context
  const results = withoutRepeats(resultsOfNewest(evidence.facts, wantedKeys(context)))
  const [first] = results
  if (first === undefined) return withoutResults(context)
  const abnormal = results.filter(({ value }) => isAbnormal(value)).sort(bySeverity)
  const explained = abnormal.slice(0, EXPLAINED)
  const suggestions = explained
    .slice(0, 2)
    .map(({ value }) => t('suggest.trend', { name: valueName(value, context.form) }))
  return answer(
    [
      lead(context, results, abnormal.length),
      ...bySystem(context, explained),
      moreAbnormal(context, abnormal.slice(EXPLAINED)),
      context.question.abnormalOnly && abnormal.length > 0 ? undefined : rest(context, results),
      toCheck(context, results),
      abnormal.length === 0
        ? undefined
        : t(abnormal.some(({ value }) => isCritical(value)) ? 'doctor.today' : 'doctor.abnormal'),
    ],
    [...suggestions, t('suggest.medications')],
  )
}

/** The newest report in a few lines: what is outside its range. */
export function reportInBrief(context: AnswerContext): string | undefined {
  const results = withoutRepeats(resultsOfNewest(context.evidence.facts, new Set()))
  if (results.length === 0) return undefined
  const abnormal = results.filter(({ value }) => isAbnormal(value)).sort(bySeverity)
  const lines = abnormal.slice(0, EXPLAINED).map((result) => resultLine(context, result))
  return [lead(context, results, abnormal.length), ...lines].join('\n')
}

/** Where the question names an organ ("explain my thyroid report"), its tests. */
function wantedKeys({ question }: AnswerContext): ReadonlySet<string> {
  return new Set(question.measures.flatMap(({ analyteKeys }) => analyteKeys))
}

function resultsOfNewest(facts: readonly Fact[], wanted: ReadonlySet<string>): readonly Result[] {
  const all = resultFacts(facts).flatMap((fact) => {
    const value = mainValue(fact)
    return value === undefined ? [] : [{ fact, value }]
  })
  const fits = ({ value }: Result) => {
    const key = value.code === undefined ? undefined : analyteByLoinc(value.code)?.key
    return key !== undefined && wanted.has(key)
  }
  const named = wanted.size === 0 ? [] : all.filter(fits)
  // Facts come with the most relevant document first.
  const documentOf = ({ fact }: Result) => (fact.source.kind === 'document' ? fact.source.documentId : '')
  const [newest] = named.length > 0 ? named : all
  return newest === undefined ? [] : all.filter((result) => documentOf(result) === documentOf(newest))
}

/** The same test printed twice in one report, on a summary page and in its panel, counts once. */
function withoutRepeats(results: readonly Result[]): readonly Result[] {
  const seen = new Set<string>()
  return results.filter(({ value }) => {
    const key = `${value.code ?? value.name} ${value.value}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function lead({ t, form }: AnswerContext, results: readonly Result[], count: number): string {
  const at = results.find(({ value }) => value.at !== undefined)?.value.at
  const key = count > 0 ? 'report.leadAbnormal' : 'report.leadNormal'
  const words = { count, total: results.length }
  return at === undefined ? t(`${key}Undated`, words) : t(key, { ...words, date: formatDate(at, form) })
}

/** Its name, value, flag, range and page. */
function resultLine(context: AnswerContext, { fact, value }: Result): string {
  const { t, form } = context
  const range = formatRange(value, form)
  const words = {
    name: valueName(value, form),
    value: formatValue(value),
    flag: t(`flag.${value.flag ?? 'abnormal'}`),
    page: fact.source.kind === 'document' ? fact.source.page : 1,
  }
  return range === undefined ? t('report.itemNoRange', words) : t('report.item', { ...words, range })
}

function item(context: AnswerContext, result: Result): string {
  return sentences(resultLine(context, result), meaning(context, result.value))
}

/**
 * Abnormal results by organ, the worst organ first. Fewer than three need no headings.
 * @param results worst first.
 */
function bySystem(context: AnswerContext, results: readonly Result[]): readonly (string | undefined)[] {
  const lines = (group: readonly Result[]) => group.map((result) => item(context, result)).join('\n')
  const groups = Map.groupBy(results, ({ value }) => systemOf(value))
  if (results.length < 3 || groups.size < 2) return [lines(results) || undefined]
  return [...groups].map(([system, group]) => `${context.t(`system.${system}`)}\n${lines(group)}`)
}

function systemOf({ code }: FactValue): string {
  const analyte = code === undefined ? undefined : analyteByLoinc(code)
  return analyte?.organSystem ?? 'other'
}

function names(form: AnswerContext['form'], results: readonly Result[]): string {
  return results.map(({ value }) => valueName(value, form)).join(', ')
}

function moreAbnormal({ t, form }: AnswerContext, results: readonly Result[]): string | undefined {
  if (results.length === 0) return undefined
  const list = results.map(({ value }) => `${valueName(value, form)} ${formatValue(value)}`).join(', ')
  return t('report.moreAbnormal', { count: results.length, names: list })
}

function rest({ t, form }: AnswerContext, results: readonly Result[]): string | undefined {
  const normal = results.filter(({ value }) => value.flag === 'normal')
  const unjudged = results.filter(({ value }) => value.flag === undefined)
  const shown = normal.slice(0, NAMED)
  const more = normal.length - shown.length
  const listed =
    shown.length === 0
      ? undefined
      : more > 0
        ? t('report.restMore', { names: names(form, shown), count: more })
        : t('report.rest', { names: names(form, shown) })
  return sentences(
    listed,
    unjudged.length === 0 ? undefined : t('report.unjudged', { names: names(form, unjudged.slice(0, NAMED)) }),
  )
}

function toCheck({ t, form }: AnswerContext, results: readonly Result[]): string | undefined {
  const unclear = results.filter(({ fact }) => detailOf(fact, 'needs_review') !== undefined)
  return unclear.length === 0 ? undefined : t('report.needsReview', { names: names(form, unclear.slice(0, NAMED)) })
}

function bySeverity(left: Result, right: Result): number {
  return severity(right.value) - severity(left.value)
}

/** Critical values first, then by how far outside the range they are, measured in widths of the range. */
function severity(value: FactValue): number {
  const number = Number(value.value)
  const { referenceLow: low, referenceHigh: high } = value
  const width = low !== undefined && high !== undefined && high > low ? high - low : Math.abs(high ?? low ?? 1) || 1
  const beyond =
    high !== undefined && number > high ? number - high : low !== undefined && number < low ? low - number : 0
  return (isCritical(value) ? 1000 : 0) + (Number.isFinite(beyond) ? beyond / width : 0)
}

function withoutResults(context: AnswerContext): WrittenAnswer {
  const { t, evidence, form } = context
  const passage = evidence.passages.find(({ source }) => source.kind === 'document')
  if (passage !== undefined) {
    const text = passage.text.length > QUOTED_CHARACTERS ? `${passage.text.slice(0, QUOTED_CHARACTERS)}…` : passage.text
    return answer([t('report.noValues'), t('quote', { text, title: passage.title })])
  }
  // Readings that were logged are results too.
  const readings = factsOf(evidence.facts, 'health_metrics').slice(0, 5)
  if (readings.length > 0 && context.question.measures.length > 0) {
    const lines = readings.flatMap((fact) => {
      const value = mainValue(fact)
      return value === undefined
        ? []
        : [sentences(`• ${valueName(value, form)}: ${formatValue(value)}.`, judgement(context, fact, value))]
    })
    return answer([lines.join('\n')])
  }
  return answer([t('report.none')], [t('suggest.log'), t('suggest.medications')])
}
