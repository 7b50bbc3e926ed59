import type { Language } from '../../clinical/language-forms.ts'
import { Problem } from '../../platform/errors/problem.ts'
import { translator } from '../../platform/i18n/translator.ts'
import type { ReadError } from '../../reader/index.ts'
import { FileProblems } from './document.ts'

/** A file that cannot be read, as it is told to whoever sent it. */
export function fileProblem(error: ReadError): Problem {
  return new Problem(FileProblems[error.code], { cause: error })
}

/** What happened and what to do, in a person's language. */
export function fileProblemText(type: string, language: Language): string {
  const translate = translator(language)
  return `${translate(`errors:${type}.title`)}. ${translate(`errors:${type}.detail`)}`
}
