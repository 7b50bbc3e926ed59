import { useEffect, useState } from 'preact/hooks'
import { ApiProblem } from '../../api/problem.ts'
import { user } from '../../api/session.ts'
import { isOver } from '../../chat/answer.ts'
import { ask, conversationOf, liveTurns, stopAnswer } from '../../chat/chat.ts'
import { type Entry, loadHistory, mergeEntries } from '../../chat/history.ts'
import type { SentFile } from '../../chat/outbox.ts'
import { IconButton } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Icon, type IconName } from '../../components/icon.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useResource } from '../../components/use-resource.ts'
import { placeHref } from '../../place.ts'
import { go } from '../../router.ts'
import type { ScreenProps } from '../../routes.ts'
import { t } from '../../words/words.ts'
import { Composer } from './composer/composer.tsx'
import { changeConversation, getConversation } from './conversations/conversation.ts'
import { ConversationDialog } from './conversations/conversation-dialog.tsx'
import { ConversationList } from './conversations/conversation-list.tsx'
import { MessageList } from './message-list.tsx'
import './chat.css'

const EXAMPLES: readonly { readonly key: string; readonly icon: IconName }[] = [
  { key: 'report', icon: 'report' },
  { key: 'symptom', icon: 'heart' },
  { key: 'medicine', icon: 'pill' },
  { key: 'reading', icon: 'chart' },
]

/**
 * Talking with the assistant. `?ask=` writes a message for the person to send, `?document=` and `?name=` put one of their
 * reports to it.
 */
export function ChatScreen({ params, query }: ScreenProps) {
  const thread = params['session']
  const conversationId = thread === undefined ? undefined : conversationOf(thread)
  const [listing, setListing] = useState(false)
  const [changes, setChanges] = useState(0)
  const turns = liveTurns().filter(
    ({ message }) => thread !== undefined && message.thread === (conversationId ?? thread),
  )
  const ongoing = turns.find(({ answer }) => !isOver(answer))
  const listVersion = `${conversationId} ${turns.filter(({ answer }) => isOver(answer)).length} ${changes}`

  useEffect(() => {
    // A new conversation has its own address as soon as the server knows it.
    if (conversationId !== undefined && conversationId !== thread) {
      go(placeHref(['chat', conversationId]), { replace: true })
    }
  }, [conversationId, thread])

  useEffect(() => setListing(false), [thread])

  const send = (text: string, files: readonly SentFile[]): void => {
    const key = ask({ thread, text, files })
    if (key !== thread) go(placeHref(['chat', key]))
  }

  const about = query['document']
  return (
    <div class="chat">
      <aside class="chat__aside" aria-label={t('page-chat:conversations.title')}>
        <ConversationList current={conversationId} version={listVersion} />
      </aside>
      <div class="chat__main">
        <ChatHeader
          key={conversationId}
          conversationId={conversationId}
          version={listVersion}
          onList={() => setListing(true)}
          onChanged={() => setChanges((before) => before + 1)}
        />
        {thread === undefined ? (
          <Welcome onAsk={(text) => send(text, [])} />
        ) : (
          <Messages
            key={conversationId ?? thread}
            conversationId={conversationId}
            turns={turns}
            onAsk={(text) => send(text, [])}
          />
        )}
        <Composer
          draft={query['ask'] ?? ''}
          document={about === undefined ? undefined : { id: about, name: query['name'] ?? t('nav.documents') }}
          onSend={send}
          onStop={ongoing && (() => stopAnswer(ongoing.message.id))}
        />
      </div>
      {listing && (
        <Dialog title={t('page-chat:conversations.title')} onClose={() => setListing(false)}>
          <ConversationList current={conversationId} version={listVersion} />
        </Dialog>
      )}
    </div>
  )
}

function ChatHeader({
  conversationId,
  version,
  onList,
  onChanged,
}: {
  conversationId: string | undefined
  /** Another one when the conversation may have changed. */
  version: string
  onList: () => void
  onChanged: () => void
}) {
  const [editing, setEditing] = useState(false)
  const { value } = useResource(`${conversationId} ${version}`, async (signal) =>
    conversationId === undefined ? undefined : getConversation(conversationId, signal),
  )
  const bookmark = async (): Promise<void> => {
    if (!value) return
    await changeConversation(value.id, { is_bookmarked: !value.is_bookmarked })
    onChanged()
  }
  return (
    <header class="chat__header">
      <IconButton class="chat__list-button" icon="list" label={t('page-chat:conversations.title')} onClick={onList} />
      <h1 class="chat__title">{value?.session_title ?? t('page-chat:conversations.new')}</h1>
      {value && (
        <>
          <IconButton
            icon="bookmark"
            filled={value.is_bookmarked}
            aria-pressed={value.is_bookmarked ? 'true' : 'false'}
            label={t('page-chat:conversation.bookmark')}
            onClick={() => void bookmark()}
          />
          <IconButton icon="edit" label={t('page-chat:conversation.title')} onClick={() => setEditing(true)} />
        </>
      )}
      {conversationId !== undefined && (
        <a
          class="icon-button"
          href={placeHref(['chat'])}
          aria-label={t('page-chat:conversations.new')}
          title={t('page-chat:conversations.new')}
        >
          <Icon name="add" />
        </a>
      )}
      {editing && value && (
        <ConversationDialog
          conversation={value}
          onClose={() => setEditing(false)}
          onChanged={onChanged}
          onDeleted={() => go(placeHref(['chat']), { replace: true })}
        />
      )}
    </header>
  )
}

function Messages({
  conversationId,
  turns,
  onAsk,
}: {
  conversationId: string | undefined
  turns: ReturnType<typeof liveTurns>
  onAsk: (text: string) => void
}) {
  const [older, setOlder] = useState<readonly Entry[]>([])
  const [cursor, setCursor] = useState<string | null>()
  // A conversation that began on this page has nothing stored that is not here.
  const began = turns[0] !== undefined && turns[0].message.conversationId === undefined
  const history = useResource(`${began ? '' : conversationId}`, async (signal) =>
    conversationId === undefined || began
      ? { entries: [], cursor: undefined }
      : loadHistory(conversationId, { signal }),
  )

  useEffect(() => {
    if (history.error instanceof ApiProblem && history.error.status === 404) go(placeHref(['chat']), { replace: true })
  }, [history.error])

  if (!history.value && turns.length === 0) {
    return (
      <div class="messages">
        {history.error === undefined ? <Spinner /> : <ErrorNotice error={history.error} onRetry={history.reload} />}
      </div>
    )
  }
  const next = cursor === undefined ? history.value?.cursor : (cursor ?? undefined)
  const loadOlder = async (): Promise<void> => {
    if (conversationId === undefined) return
    const page = await loadHistory(conversationId, { cursor: next })
    setOlder((before) => [...page.entries, ...before])
    setCursor(page.cursor ?? null)
  }
  const live = turns.map(({ message, answer }) => ({ messageId: message.id, answer }))
  return (
    <MessageList
      stored={mergeEntries([...older, ...(history.value?.entries ?? [])], live)}
      turns={turns}
      onOlder={next === undefined ? undefined : () => void loadOlder()}
      onSuggestion={onAsk}
    />
  )
}

/** Before the first word: who this is for, and what can be asked. */
function Welcome({ onAsk }: { onAsk: (text: string) => void }) {
  const [firstName = ''] = user().name.split(/\s+/)
  return (
    <div class="messages">
      <div class="welcome">
        <p class="welcome__hello">{t('page-chat:welcome.hello', { name: firstName })}</p>
        <h2 class="welcome__title">{t('page-chat:welcome.title')}</h2>
        <p class="soft">{t('page-chat:welcome.text')}</p>
        <ul class="welcome__examples" aria-label={t('page-chat:welcome.examples')}>
          {EXAMPLES.map(({ key, icon }) => (
            <li key={key}>
              <button class="welcome__example" type="button" onClick={() => onAsk(t(`page-chat:welcome.${key}`))}>
                <Icon name={icon} size={20} />
                {t(`page-chat:welcome.${key}`)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
