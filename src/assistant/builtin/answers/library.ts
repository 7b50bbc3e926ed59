import type { Passage } from '../../turn/stages.ts'
import { inScriptOf } from '../../turn/words.ts'
import { type AnswerContext, answer, type WrittenAnswer } from '../answer-context.ts'

/** Of one text; the rest is at its source. */
const QUOTED_CHARACTERS = 1_200

/** What the shared library says to a question about health as such, with its source; never passed off as the person's own. */
export function fromLibrary(context: AnswerContext): WrittenAnswer | undefined {
  const { t, triage, form } = context
  const [best] = libraryPassages(context)
  if (best === undefined) return undefined
  const urgent = triage.level === 'urgent' || triage.level === 'emergency'
  return answer(
    [
      urgent ? t('symptom.urgent') : undefined,
      inScriptOf(form, shortened(best.text)),
      t('library.source', { title: inScriptOf(form, best.title) }),
      t('library.own'),
    ],
    [t('suggest.explainReport'), t('suggest.medications')],
  )
}

function libraryPassages({ evidence }: AnswerContext): readonly Passage[] {
  return evidence.passages.filter(({ source }) => source.kind === 'reference')
}

function shortened(text: string): string {
  if (text.length <= QUOTED_CHARACTERS) return text
  const cut = text.slice(0, QUOTED_CHARACTERS)
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('।'), cut.lastIndexOf('\n'))
  return end > QUOTED_CHARACTERS / 2 ? cut.slice(0, end + 1) : `${cut}…`
}
