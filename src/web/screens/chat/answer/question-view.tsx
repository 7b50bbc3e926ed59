import type { SentFile } from '../../../chat/outbox.ts'
import { Icon } from '../../../components/icon.tsx'
import { placeHref } from '../../../place.ts'
import { t } from '../../../words/words.ts'

/** What the person said. */
export function QuestionView({ text, files }: { text: string; files: readonly SentFile[] }) {
  return (
    <article class="question" aria-label={t('page-chat:you')}>
      {files.map(({ documentId, name }) => (
        <a class="question__file" key={documentId} href={placeHref(['documents', documentId])}>
          <Icon name="report" size={20} />
          {name}
        </a>
      ))}
      {text !== '' && <p class="question__text">{text}</p>}
    </article>
  )
}
