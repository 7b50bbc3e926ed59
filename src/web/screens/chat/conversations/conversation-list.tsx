import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { placeHref } from '../../../place.ts'
import { formatRelative } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { type Conversation, listConversations, type MessageHit, searchMessages } from './conversation.ts'

const TYPING_MILLISECONDS = 300

/** What was talked about before, to go on with or to find. */
export function ConversationList({ current, version }: { current: string | undefined; version: string }) {
  const [search, setSearch] = useState('')
  const [wanted, setWanted] = useState('')
  const [bookmarked, setBookmarked] = useState(false)

  useEffect(() => {
    const timer = setTimeout(() => setWanted(search.trim()), TYPING_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [search])

  return (
    <div class="conversations">
      <div class="conversations__head">
        <div class="conversations__search">
          <Icon name="search" size={20} />
          <input
            class="input"
            type="search"
            aria-label={t('page-chat:conversations.search')}
            placeholder={t('page-chat:conversations.search')}
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
        <button
          class="chip"
          type="button"
          aria-pressed={bookmarked ? 'true' : 'false'}
          onClick={() => setBookmarked(!bookmarked)}
        >
          <Icon name="bookmark" size={18} filled={bookmarked} />
          {t('page-chat:conversations.bookmarked')}
        </button>
      </div>
      {wanted === '' ? (
        <Recent key={String(bookmarked)} bookmarked={bookmarked} current={current} version={version} />
      ) : (
        <Found text={wanted} current={current} />
      )}
    </div>
  )
}

function Recent({
  bookmarked,
  current,
  version,
}: {
  bookmarked: boolean
  current: string | undefined
  version: string
}) {
  const [older, setOlder] = useState<readonly Conversation[]>([])
  const [cursor, setCursor] = useState<string | null>()
  const first = useResource(`${bookmarked} ${version}`, (signal) => listConversations({ bookmarked }, signal))
  if (!first.value) {
    return first.error === undefined ? <Spinner /> : <ErrorNotice error={first.error} onRetry={first.reload} />
  }
  const next = cursor === undefined ? first.value.next_cursor : cursor
  const known = new Set(first.value.data.map(({ id }) => id))
  const rows = [...first.value.data, ...older.filter(({ id }) => !known.has(id))]
  if (rows.length === 0) {
    return (
      <p class="conversations__none soft">
        {t(bookmarked ? 'page-chat:conversations.noneBookmarked' : 'page-chat:conversations.none')}
      </p>
    )
  }
  const more = async (): Promise<void> => {
    const page = await listConversations({ bookmarked, cursor: next ?? undefined })
    setOlder((before) => [...before, ...page.data])
    setCursor(page.next_cursor)
  }
  return (
    <>
      <ul class="conversations__list">
        {rows.map((row) => (
          <li key={row.id}>
            <a
              class="conversations__item"
              href={placeHref(['chat', row.id])}
              aria-current={row.id === current ? 'true' : undefined}
            >
              <span class="conversations__title">
                {row.is_bookmarked && <Icon name="bookmark" size={16} filled />}
                {row.session_title ?? t('page-chat:conversations.untitled')}
              </span>
              <span class="small soft">{formatRelative(row.updated_at)}</span>
            </a>
          </li>
        ))}
      </ul>
      {next !== null && (
        <Button kind="plain" onClick={() => void more()}>
          {t('common.more')}
        </Button>
      )}
    </>
  )
}

function Found({ text, current }: { text: string; current: string | undefined }) {
  const found = useResource(text, (signal) => searchMessages(text, signal))
  if (!found.value) {
    return found.error === undefined ? <Spinner /> : <ErrorNotice error={found.error} onRetry={found.reload} />
  }
  const hits = found.value.data.filter(({ session_id: session }) => session !== null)
  if (hits.length === 0) return <p class="conversations__none soft">{t('page-chat:conversations.notFound')}</p>
  return (
    <ul class="conversations__list">
      {hits.map((hit) => (
        <li key={hit.id}>
          <a
            class="conversations__item"
            href={placeHref(['chat', hit.session_id ?? ''])}
            aria-current={hit.session_id === current ? 'true' : undefined}
          >
            <span class="conversations__title">{hit.title}</span>
            <span class="small soft">
              <Excerpt hit={hit} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Excerpt({ hit }: { hit: MessageHit }) {
  const parts: ComponentChildren[] = []
  let at = 0
  for (const { start_index: start, end_index: end } of hit.highlights) {
    parts.push(hit.excerpt.slice(at, start), <mark key={start}>{hit.excerpt.slice(start, end)}</mark>)
    at = end
  }
  return (
    <>
      {parts}
      {hit.excerpt.slice(at)}
    </>
  )
}
