import { EmptyState } from '../../components/empty-state.tsx'
import { t } from '../../words/words.ts'

/** Talking with the assistant. */
export function ChatScreen() {
  return <EmptyState icon="chat" title={t('page-chat:empty.title')} text={t('page-chat:empty.text')} />
}
