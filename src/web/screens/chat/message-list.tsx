import { useEffect, useRef, useState } from 'preact/hooks'
import { live } from '../../api/live.ts'
import { plainText } from '../../browser/speech.ts'
import { isOver } from '../../chat/answer.ts'
import { askAgain, type Turn } from '../../chat/chat.ts'
import type { Entry } from '../../chat/history.ts'
import { Button } from '../../components/button.tsx'
import { t } from '../../words/words.ts'
import { AnswerView } from './answer/answer-view.tsx'
import { QuestionView } from './answer/question-view.tsx'

/** So close to its end the list follows what is written. */
const NEAR_PIXELS = 120
const TOP_PIXELS = 12

export interface MessageListProps {
  readonly stored: readonly Entry[]
  readonly turns: readonly Turn[]
  /** Fetches what was said before; absent at the beginning. */
  readonly onOlder: (() => void) | undefined
  readonly onSuggestion: (text: string) => void
}

/** A conversation, which follows its own end unless somebody reads further up. */
export function MessageList({ stored, turns, onOlder, onSuggestion }: MessageListProps) {
  const list = useRef<HTMLElement>(null)
  const column = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  const version = turns.filter(({ answer }) => isOver(answer)).length
  const last = turns.at(-1)
  const lastStored = stored.at(-1)
  const suggestions = last
    ? last.answer.status === 'completed'
      ? last.answer.suggestions
      : []
    : lastStored?.kind === 'answer'
      ? lastStored.answer.suggestions
      : []

  // Whatever makes the column grow, words or a card that comes later, is followed.
  useEffect(() => {
    const growth = new ResizeObserver(() => {
      if (list.current && follows.current) follow(list.current)
    })
    if (column.current) growth.observe(column.current)
    return () => growth.disconnect()
  }, [])

  // Whoever asks wants to see the answer.
  useEffect(() => {
    follows.current = true
    if (list.current) follow(list.current)
  }, [turns.length])

  return (
    <section
      class="messages"
      ref={list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={t('page-chat:conversation.messages')}
      onWheel={() => {
        follows.current = false
      }}
      onTouchMove={() => {
        follows.current = false
      }}
      onKeyDown={() => {
        follows.current = false
      }}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        // What the list does by itself ends where it began to follow, so only a person's scrolling ends the following.
        follows.current ||= scrollHeight - scrollTop - clientHeight < NEAR_PIXELS
      }}
    >
      <div class="messages__column" ref={column}>
        {onOlder && (
          <Button kind="plain" onClick={onOlder}>
            {t('page-chat:conversation.older')}
          </Button>
        )}
        {stored.map((entry) =>
          entry.kind === 'question' ? (
            <QuestionView key={entry.id} text={entry.text} files={entry.files} />
          ) : (
            <AnswerView
              key={entry.id}
              id={entry.id}
              answer={entry.answer}
              unsent={false}
              version={version}
              onRetry={undefined}
            />
          ),
        )}
        {turns.map(({ message, answer }) => (
          <div class="messages__turn" key={message.id}>
            <QuestionView text={message.text} files={message.files} />
            <AnswerView
              id={message.id}
              answer={answer}
              unsent={live.connection() !== 'open' && answer.responseId === undefined}
              version={version}
              onRetry={() => askAgain(message.id)}
            />
          </div>
        ))}
        {suggestions.length > 0 && (
          <ul class="suggestions" aria-label={t('page-chat:suggestions')}>
            {suggestions.map((text) => (
              <li key={text}>
                <button class="suggestions__tap" type="button" onClick={() => onSuggestion(text)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Announcer turn={last} />
    </section>
  )
}

/** Shows the end of the list, but of a long answer its beginning: its question does not leave the top. */
function follow(list: HTMLElement): void {
  const question = list.querySelector<HTMLElement>('.messages__turn:last-of-type')
  const end = list.scrollHeight - list.clientHeight
  list.scrollTop = question ? Math.min(end, question.offsetTop - TOP_PIXELS) : end
}

/** Tells readers of screens that an answer is being written, and then the whole of it, not every word as it comes. */
function Announcer({ turn }: { turn: Turn | undefined }) {
  const [told, setTold] = useState('')
  const { status, text = '', problem } = turn?.answer ?? {}
  useEffect(() => {
    if (status === 'waiting' || status === 'writing') setTold(t('page-chat:writing'))
    else if (status === 'completed') setTold(plainText(text))
    else if (status === 'stopped') setTold(t('page-chat:stopped'))
    else if (status === 'failed') setTold(problem ?? t('page-chat:failed'))
  }, [turn?.message.id, status])
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {told}
    </p>
  )
}
