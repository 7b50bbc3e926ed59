import { useEffect, useRef, useState } from 'preact/hooks'
import { canListen, listen } from '../../../browser/speech.ts'
import type { SentFile } from '../../../chat/outbox.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { language, t } from '../../../words/words.ts'
import { AttachmentChip } from './attachment-chip.tsx'
import { useAttachments } from './use-attachments.ts'

const MAXIMUM_CHARACTERS = 32_000
const READABLE = 'image/*,application/pdf,.heic,.heif,.tif,.tiff'

export interface ComposerProps {
  /** What stands in the field at first. */
  readonly draft: string
  /** A document of the person's that the message is about. */
  readonly document: { readonly id: string; readonly name: string } | undefined
  readonly onSend: (text: string, files: readonly SentFile[]) => void
  /** Set while an answer is being written. */
  readonly onStop: (() => void) | undefined
}

/** Where the person writes, speaks, and adds reports. */
export function Composer({ draft, document: about, onSend, onStop }: ComposerProps) {
  const [text, setText] = useState(draft)
  const [choosing, setChoosing] = useState(false)
  const [stopListening, setStopListening] = useState<() => void>()
  const field = useRef<HTMLTextAreaElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const attachments = useAttachments()

  useEffect(() => {
    if (about) attachments.addDocument(about.id, about.name)
  }, [about?.id])

  useEffect(() => {
    setText(draft)
    if (draft !== '') field.current?.focus()
  }, [draft])

  // The field is as tall as what is in it, up to what its style allows.
  useEffect(() => {
    const element = field.current
    if (!element) return
    element.style.blockSize = 'auto'
    if (text !== '') element.style.blockSize = `${element.scrollHeight + 2}px`
  }, [text])

  useEffect(() => () => stopListening?.(), [stopListening])

  const sent = attachments.list.flatMap(({ documentId, name }) => (documentId ? [{ documentId, name }] : []))
  const isEmpty = text.trim() === '' && sent.length === 0
  const canSend = !isEmpty && !attachments.busy

  const send = (): void => {
    if (!canSend) return
    stopListening?.()
    onSend(text.trim().slice(0, MAXIMUM_CHARACTERS), sent)
    setText('')
    attachments.clear()
    field.current?.focus()
  }

  const toggleListening = (): void => {
    if (stopListening) {
      stopListening()
      return
    }
    const before = text === '' ? '' : `${text.trimEnd()} `
    const stop = listen(
      language(),
      (heard) => setText(before + heard),
      () => setStopListening(undefined),
    )
    setStopListening(() => stop)
  }

  const choose = (input: HTMLInputElement | null): void => {
    attachments.add(input?.files ?? [])
    if (input) input.value = ''
    setChoosing(false)
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {attachments.list.length > 0 && (
        <ul class="composer__files" aria-label={t('page-chat:upload.files')}>
          {attachments.list.map((attachment) => (
            <AttachmentChip
              key={attachment.key}
              attachment={attachment}
              onRetry={() => attachments.retry(attachment.key)}
              onRemove={() => attachments.remove(attachment.key)}
            />
          ))}
        </ul>
      )}
      <div class="composer__row">
        <IconButton icon="clip" label={t('page-chat:upload.add')} onClick={() => setChoosing(true)} />
        <textarea
          class="composer__field"
          ref={field}
          rows={1}
          aria-label={t('page-chat:message')}
          placeholder={t(stopListening ? 'page-chat:listening' : 'page-chat:placeholder')}
          value={text}
          enterkeyhint="send"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter sends; on a phone's keyboard and with Shift it makes a new line. Enter that ends a composed letter does neither.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || matchMedia('(pointer: coarse)').matches)
              return
            event.preventDefault()
            send()
          }}
        />
        {canListen && (
          <IconButton
            class={stopListening ? 'composer__listening' : ''}
            icon={stopListening ? 'stop' : 'microphone'}
            label={t(stopListening ? 'page-chat:stopListening' : 'page-chat:dictate')}
            aria-pressed={stopListening ? 'true' : 'false'}
            onClick={toggleListening}
          />
        )}
        {onStop && isEmpty ? (
          <IconButton class="composer__send" icon="stop" filled label={t('page-chat:stop')} onClick={onStop} />
        ) : (
          <IconButton
            class="composer__send"
            type="submit"
            icon="send"
            label={t('page-chat:send')}
            disabled={!canSend}
          />
        )}
      </div>
      <input
        class="visually-hidden"
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => choose(event.currentTarget)}
      />
      <input
        class="visually-hidden"
        ref={picker}
        type="file"
        accept={READABLE}
        multiple
        tabIndex={-1}
        aria-hidden="true"
        data-testid="file"
        onChange={(event) => choose(event.currentTarget)}
      />
      {choosing && (
        <Dialog title={t('page-chat:upload.add')} onClose={() => setChoosing(false)}>
          <p class="soft">{t('page-chat:upload.hint')}</p>
          <Button kind="primary" icon="camera" onClick={() => camera.current?.click()}>
            {t('page-chat:upload.camera')}
          </Button>
          <Button icon="report" onClick={() => picker.current?.click()}>
            {t('page-chat:upload.file')}
          </Button>
        </Dialog>
      )}
    </form>
  )
}
