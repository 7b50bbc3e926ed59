import path from 'node:path'
import { LANGUAGE_FORMS, type LanguageForm } from '../../src/clinical/language-forms.ts'
import { convertUnit, normaliseUnit, parseNumber } from '../../src/clinical/units/index.ts'
import { type ApiClient, type ResponseAnswer, registerClient } from '../support/api-client.ts'
import { startServerProcess, temporaryFolder } from '../support/server-process.ts'
import { collectedReports, type KnownReport } from './reader/reports.ts'

/**
 * Uploads every report that has a truth file to a running server, asks about each value that lies outside its range in
 * all five forms, and checks that the answer names value, unit and direction and cites the page the value stands on.
 */

const QUESTIONS: Readonly<Record<LanguageForm, (test: string) => string>> = {
  en: (test) => `What is my ${test}? Is it normal?`,
  hi: (test) => `मेरा ${test} कितना है? क्या यह ठीक है?`,
  ta: (test) => `என் ${test} எவ்வளவு? அது சரியாக இருக்கிறதா?`,
  'hi-Latn': (test) => `mera ${test} kitna hai? theek hai kya?`,
  'ta-Latn': (test) => `en ${test} evlo irukku? sariya irukka?`,
}

const DIRECTIONS: Readonly<Record<'low' | 'high', Readonly<Record<LanguageForm, RegExp>>>> = {
  low: {
    en: /\b(low|lower|below)\b/i,
    hi: /कम|नीचे/,
    ta: /குறை|கம்மி/,
    'hi-Latn': /\b(kam|neeche|niche)\b/i,
    'ta-Latn': /\b(kammi|kuraiv|kurai|keezh|kamm?i)/i,
  },
  high: {
    en: /\b(high|higher|above|raised)\b/i,
    hi: /ज़्यादा|ज्यादा|अधिक|ऊँचा|ऊपर|बढ़/,
    ta: /அதிக|கூடுத|மேல|உயர்/,
    'hi-Latn': /\b(zy?ada|jyada|zyaada|upar|badh)/i,
    'ta-Latn': /\b(adhiga|athiga|jaasthi|jasthi|koodu|mel)/i,
  },
}

interface AnswerVerdict {
  readonly group: string
  readonly report: string
  readonly test: string
  readonly form: LanguageForm
  /** What is wrong with the answer; empty when nothing is. */
  readonly faults: readonly string[]
  readonly text: string
}

/** Another spelling of the same unit names it too. */
function namesUnit(text: string, unit: string): boolean {
  const wanted = normaliseUnit(unit)
  const isWanted = (found: string): boolean => {
    const other = normaliseUnit(found)
    return wanted !== undefined && other !== undefined && (other === wanted || convertUnit(1, other, wanted) === 1)
  }
  const said = [...text.matchAll(/\d(?:[\d.,]*\d)?\s*([^\s\d,;()।][^\s,;()।]*(?:\s[\d.]+\s?m²)?)/gu)].map(
    ([, found = '']) => found.replace(/[.।]$/u, ''),
  )
  return letters(text).includes(letters(unit)) || said.some(isWanted)
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{Letter}\p{Number}%]/gu, '')

function faultsOf(
  answer: ResponseAnswer,
  row: KnownReport['rows'][number],
  form: LanguageForm,
  documentId: string,
): string[] {
  const faults: string[] = []
  const value = parseNumber(row.value)?.value
  const numbers = (answer.text.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((text) => Number(text.replaceAll(',', '')))
  if (value === undefined || !numbers.includes(value)) faults.push(`value ${row.value} missing`)
  if (row.unit && !namesUnit(answer.text, row.unit)) faults.push('unit missing')
  if (row.computed === 'low' || row.computed === 'high') {
    if (!DIRECTIONS[row.computed][form].test(answer.text)) faults.push(`direction ${row.computed} missing`)
  }
  const cited = answer.annotations.some(
    ({ source }) => source.kind === 'document' && source.document_id === documentId && source.page === row.page,
  )
  if (!cited) faults.push('page not cited')
  return faults
}

async function judgeReport(client: ApiClient, { group, name, bytes, rows }: KnownReport): Promise<AnswerVerdict[]> {
  const documentId = await client.upload({ name: path.basename(name), bytes })
  const document = await client.waitForReading(documentId, 120_000)
  if (document.status !== 'reviewed') {
    const faults = [`not read: ${document.processing_error}`]
    return [{ group, report: name, test: '', form: 'en', faults, text: '' }]
  }
  const verdicts: AnswerVerdict[] = []
  for (const row of rows.filter(({ computed }) => computed === 'low' || computed === 'high')) {
    for (const form of LANGUAGE_FORMS) {
      const answer = await client.ask(QUESTIONS[form](row.test))
      const faults = faultsOf(answer, row, form, documentId)
      verdicts.push({ group, report: name, test: row.test, form, faults, text: answer.text })
    }
  }
  return verdicts
}

/** @throws when the reports are not beside the checkout. */
async function judgeAnswers(groups: readonly string[]): Promise<AnswerVerdict[]> {
  const folder = await temporaryFolder()
  const server = await startServerProcess(folder.path, {
    RATE_LIMIT_PER_MINUTE: '100000',
    AUTH_RATE_LIMIT_PER_MINUTE: '1000',
  })
  const verdicts: AnswerVerdict[] = []
  try {
    for (const report of collectedReports(groups)) {
      // A person of their own for each report: the answer must come from this one.
      verdicts.push(...(await judgeReport(await registerClient(server.address), report)))
    }
  } finally {
    await server.stop()
    await folder.remove()
  }
  return verdicts
}

/** A table of the groups of reports and the forms, and every answer that falls short. */
export async function run(groups: readonly string[]): Promise<string> {
  const verdicts = await judgeAnswers(groups)
  const share = (some: readonly AnswerVerdict[]): string =>
    some.length === 0 ? '–' : `${some.filter(({ faults }) => faults.length === 0).length}/${some.length}`
  const rows = groups.map((group) => {
    const ofGroup = verdicts.filter((verdict) => verdict.group === group)
    return `| ${group} | ${LANGUAGE_FORMS.map((form) => share(ofGroup.filter((verdict) => verdict.form === form))).join(' | ')} |`
  })
  const faulty = verdicts.filter(({ faults }) => faults.length > 0)
  if (process.argv.includes('--notes')) {
    for (const { report, test, form, text } of faulty) process.stdout.write(`${report}, ${test}, ${form}: ${text}\n\n`)
  }
  return [
    `${verdicts.length} questions about the values outside their range, asked of a running server with the built-in assistant.`,
    'An answer is right when it names value, unit and direction and cites the page.',
    '',
    `| reports | ${LANGUAGE_FORMS.join(' | ')} |`,
    `|---|${LANGUAGE_FORMS.map(() => '---|').join('')}`,
    ...rows,
    ...(faulty.length > 0 ? [''] : []),
    ...faulty.map(({ report, test, form, faults }) => `- ${report}, ${test}, ${form}: ${faults.join('; ')}`),
  ].join('\n')
}
