import type { Language } from '../../clinical/language-forms.ts'
import { Problem } from '../../platform/errors/problem.ts'
import { translator } from '../../platform/i18n/translator.ts'
import { READ_LIMITS } from '../../reader/limits.ts'
import type { ReadError } from '../../reader/read-error.ts'
import { FileProblems } from './document.ts'

/** The limits that texts of file problems name. */
const values = {
  megabytes: Math.floor(READ_LIMITS.bytes / 1024 / 1024),
  pages: READ_LIMITS.pages,
  megapixels: Math.floor(READ_LIMITS.pixels / 1_000_000),
}

/** A file that cannot be read, as it is told to whoever sent it. */
export function fileProblem(error: ReadError): Problem {
  return new Problem(FileProblems[error.code], { values, cause: error })
}

/** What happened and what to do, in a person's language. */
export function fileProblemText(type: string, language: Language): string {
  const translate = translator(language)
  return `${translate(`errors:${type}.title`, values)}. ${translate(`errors:${type}.detail`, values)}`
}
