import { canSpeak, plainText, spokenKey, toggleSpeech } from '../../../browser/speech.ts'
import { type Answer, isOver } from '../../../chat/answer.ts'
import { numberSources, withMarkers } from '../../../chat/citation-markers.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { say } from '../../../components/toast.tsx'
import { t } from '../../../words/words.ts'
import { EmergencyCard } from './emergency-card.tsx'
import { Markdown } from './markdown.tsx'
import { PendingActionCard } from './pending-action-card.tsx'
import { ReadingProgress } from './reading-progress.tsx'
import { SourceList, SourceMark } from './sources.tsx'

const BUILT_IN = 'swasthwrap-builtin'

export interface AnswerViewProps {
  /** Tells this answer from others. */
  readonly id: string
  readonly answer: Answer
  /** Whether the message waits for a connection. */
  readonly unsent: boolean
  /** Counts up with every answer: proposals may have been decided by it. */
  readonly version: number
  readonly onRetry: (() => void) | undefined
}

/** What the assistant says, as far as it has come. */
export function AnswerView({ id, answer, unsent, version, onRetry }: AnswerViewProps) {
  const sources = numberSources(answer.citations)
  const proposals = answer.receipts.flatMap(({ pending_action_id: action }) => action ?? [])
  const over = isOver(answer)
  return (
    <article class="answer" aria-label={t('page-chat:assistant')} aria-busy={over ? undefined : 'true'}>
      {answer.triage?.level === 'emergency' && <EmergencyCard triage={answer.triage} />}
      {answer.triage?.level === 'urgent' && (
        <p class="notice notice--warm">
          <Icon name="warning" size={20} />
          {t('page-chat:urgent')}
        </p>
      )}
      {answer.readings.map((reading) => (
        <ReadingProgress key={reading.document_id} reading={reading} />
      ))}
      {answer.text !== '' && (
        <div class="answer__text" lang={answer.language}>
          <Markdown
            text={withMarkers(answer.text, answer.citations, sources)}
            drawSource={(number) => <SourceMark source={sources[number - 1]} />}
          />
        </div>
      )}
      {!over && <Waiting unsent={unsent} queued={answer.status === 'queued'} writing={answer.text !== ''} />}
      {answer.status === 'stopped' && <p class="answer__note">{t('page-chat:stopped')}</p>}
      {answer.status === 'failed' && (
        <div class="notice notice--danger" role="alert">
          <Icon name="warning" size={20} />
          <div class="notice__text">
            <p>{answer.problem ?? t('page-chat:failed')}</p>
            {onRetry && (
              <Button size="small" onClick={onRetry}>
                {t('common.retry')}
              </Button>
            )}
          </div>
        </div>
      )}
      {proposals.map((action) => (
        <PendingActionCard key={action} id={action} version={version} />
      ))}
      <SourceList sources={sources} />
      {over && answer.text !== '' && <AnswerTools id={id} answer={answer} />}
    </article>
  )
}

function Waiting({ unsent, queued, writing }: { unsent: boolean; queued: boolean; writing: boolean }) {
  const words = unsent ? 'page-chat:unsent' : queued ? 'page-chat:queued' : undefined
  return (
    <p class="answer__waiting">
      {!unsent && (
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
      )}
      <span class={words ? '' : 'visually-hidden'}>
        {t(words ?? (writing ? 'page-chat:writing' : 'page-chat:thinking'))}
      </span>
    </p>
  )
}

function AnswerTools({ id, answer }: { id: string; answer: Answer }) {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(plainText(answer.text))
      say(t('page-chat:copied'))
    } catch {
      say(t('page-chat:notCopied'))
    }
  }
  const isSpoken = spokenKey() === id
  return (
    <footer class="answer__tools">
      <IconButton icon="copy" label={t('page-chat:copy')} onClick={() => void copy()} />
      {canSpeak && (
        <IconButton
          icon={isSpoken ? 'stop' : 'speak'}
          label={t(isSpoken ? 'page-chat:stopSpeaking' : 'page-chat:speak')}
          onClick={() => toggleSpeech(id, answer.text, answer.language ?? 'en')}
        />
      )}
      <p class="answer__by">
        {answer.fellBack
          ? t('page-chat:fellBack')
          : answer.model === BUILT_IN
            ? t('page-chat:builtIn')
            : t('page-chat:byModel')}
      </p>
    </footer>
  )
}
