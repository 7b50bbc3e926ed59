import type { Sex } from '../../clinical/analytes/index.ts'
import { plainText } from '../labs/printed/number-text.ts'
import { cellsOf } from '../layout/cells.ts'
import type { ReadPage } from '../read-document.ts'
import { type LabelledValue, labelledValues } from './labelled-values.ts'

export interface Patient {
  readonly patientName: string | null
  readonly patientAge: number | null
  readonly patientSex: Sex | null
}

const NAME_LABEL =
  /^(?:patient(?:'?s)?(?:\s*name)?|name(?: of (?:the )?patient)?|pt\.? name|(?:child|beneficiary)(?:'?s)?(?: name)?|मरीज़|मरीज|रोगी|बच्चे का नाम|குழந்தை(?:யின் பெயர்)?|रोगी का नाम|मरीज का नाम|मरीज़ का नाम|नाम|நோயாளி(?:யின்)? பெயர்|பெயர்)$/iu
const AGE_LABEL = /\bage\b|आयु|उम्र|வயது/iu
const SEX_LABEL = /\b(?:sex|gender)\b|लिंग|பாலினம்/iu
/** "27 / M" without a label. */
const AGE_BEFORE_SEX = /(?<![\d/.-])(\d{1,3})\s*\/\s*(?:m|f|male|female)(?!\p{L})/iu
/** What follows a name on its line with hardly a gap. */
const NEXT = /\s+(?:d\.?o\.?b|age|sex|gender|आयु|उम्र|लिंग|जन्म तिथि|வயது|பாலினம்|பிறந்த தேதி)(?![\p{L}\p{M}]).*$/iu
const TITLE = /^(?:mr|mrs|ms|miss|master|baby|smt|shri|sri|kum|kumari|dr)\.?\s+(?=\p{L})/iu

/** The person that a report names. Every part is `null` where the report does not say it. */
export function readPatient(page: ReadPage): Patient {
  const values = labelledValues(page)
  return {
    patientName: patientName(page, values),
    patientAge: patientAge(page, values),
    patientSex: patientSex(page, values),
  }
}

function patientName(page: ReadPage, values: readonly LabelledValue[]): string | null {
  const named = values.filter(({ label }) => NAME_LABEL.test(label)).map(({ value }) => value.replace(NEXT, '').trim())
  const labelled = named.find(isName)
  if (labelled !== undefined) return cleanName(labelled)
  const head = page.lines
    .filter((line) => line.box.y < 0.35 * page.height)
    .flatMap((line) => cellsOf(line, page.source))
  const titled = head.find((cell) => TITLE.test(cell.text) && !/^dr\b/i.test(cell.text) && isName(cell.text))
  if (titled) return cleanName(titled.text)
  return nameAboveAge(page)
}

/** Some templates print the name alone, above the age. */
function nameAboveAge(page: ReadPage): string | null {
  const index = page.lines.findIndex((line) => /^age\b/i.test(line.text))
  const age = page.lines[index]
  if (!age) return null
  for (const line of page.lines.slice(Math.max(0, index - 3), index).reverse()) {
    const cell = cellsOf(line, page.source)[0]
    const aligned = cell && Math.abs(cell.box.x - age.box.x) < 2 * age.box.height
    if (cell && aligned && isName(cell.text)) return cleanName(cell.text)
  }
  return null
}

function isName(text: string): boolean {
  const words = text.replace(TITLE, '').split(/\s+/)
  return (
    words.length <= 6 &&
    /^[\p{L}\p{M}.'\s()-]{3,50}$/u.test(text) &&
    !/\b(?:lab|laboratory|hospital|report|pathology|road|sample)\b/i.test(text)
  )
}

function cleanName(text: string): string {
  return text
    .replace(TITLE, '')
    .replace(/\s*\((?:m|f|male|female)\)$/i, '')
    .trim()
}

function patientAge(page: ReadPage, values: readonly LabelledValue[]): number | null {
  const labelled = values.filter(({ label }) => AGE_LABEL.test(label)).map(({ value }) => value)
  for (const text of labelled) {
    const age = ageIn(text) ?? bareAge(text)
    if (age !== null) return age
  }
  const head = page.lines.filter((line) => line.box.y < 0.4 * page.height).map((line) => line.text)
  return head.map(ageIn).find((age) => age !== null) ?? null
}

function ageIn(text: string): number | null {
  const match = /(?<!\d)(\d{1,3})\s*(?:years?|yrs?|y\b|वर्ष|साल|வயது|வருட)/iu.exec(plainText(text))
  if (match) return possibleAge(Number(match[1]))
  const beforeSex = AGE_BEFORE_SEX.exec(plainText(text))
  if (beforeSex) return possibleAge(Number(beforeSex[1]))
  return /(?<!\d)\d{1,2}\s*(?:months?|days?|weeks?|माह|दिन|மாத)/iu.test(text) && AGE_LABEL.test(text) ? 0 : null
}

function bareAge(text: string): number | null {
  const match = /^(\d{1,3})\b/.exec(plainText(text))
  return match ? possibleAge(Number(match[1])) : null
}

function possibleAge(age: number): number | null {
  return age <= 120 ? age : null
}

function patientSex(page: ReadPage, values: readonly LabelledValue[]): Sex | null {
  const labelled = values
    .filter(({ label }) => SEX_LABEL.test(label) || AGE_LABEL.test(label))
    .map(({ value }) => value)
  const head = page.lines.filter((line) => line.box.y < 0.4 * page.height).map((line) => line.text)
  const written = [
    ...labelled,
    ...head.filter((line) => AGE_LABEL.test(line) || SEX_LABEL.test(line) || AGE_BEFORE_SEX.test(plainText(line))),
  ]
  for (const text of written) {
    const sex = sexIn(text)
    if (sex) return sex
  }
  return sexOfTitle(page)
}

function sexIn(text: string): Sex | null {
  if (/\bfemale\b|\/\s*f\b|^f\b|महिला|स्त्री|பெண்/iu.test(text)) return 'female'
  return /\bmale\b|\/\s*m\b|^m\b|पुरुष|ஆண்/iu.test(text) ? 'male' : null
}

function sexOfTitle(page: ReadPage): Sex | null {
  const head = page.lines
    .filter((line) => line.box.y < 0.35 * page.height)
    .flatMap((line) => cellsOf(line, page.source))
  const title = head
    .map((cell) =>
      /^(?:[^:]{0,24}:)?\s*(mr|mrs|ms|miss|smt|shri|sri|kum|kumari)\b\.?\s/i.exec(cell.text)?.[1]?.toLowerCase(),
    )
    .find(Boolean)
  if (title === undefined) return null
  return ['mr', 'shri', 'sri'].includes(title) ? 'male' : 'female'
}
