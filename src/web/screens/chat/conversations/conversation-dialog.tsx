import { useState } from 'preact/hooks'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { TextField } from '../../../components/field.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useResource } from '../../../components/use-resource.ts'
import { t } from '../../../words/words.ts'
import {
  addTag,
  type Conversation,
  changeConversation,
  deleteConversation,
  listTags,
  removeTag,
} from './conversation.ts'

/** Names, tags and deletes a conversation. */
export function ConversationDialog({
  conversation,
  onClose,
  onChanged,
  onDeleted,
}: {
  conversation: Conversation
  onClose: () => void
  onChanged: () => void
  onDeleted: () => void
}) {
  const { id } = conversation
  const [title, setTitle] = useState(conversation.session_title ?? '')
  const [tag, setTag] = useState('')
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>()
  const tags = useResource(id, (signal) => listTags(id, signal))

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setError(undefined)
    try {
      await work()
    } catch (reason) {
      setError(reason)
    }
  }

  const rename = (event: Event): void => {
    event.preventDefault()
    void attempt(async () => {
      await changeConversation(id, { session_title: title.trim() || null })
      onChanged()
      onClose()
    })
  }

  const tagIt = (event: Event): void => {
    event.preventDefault()
    const name = tag.trim()
    if (name === '') return
    void attempt(async () => {
      await addTag(id, name)
      setTag('')
      tags.reload()
    })
  }

  return (
    <Dialog title={t('page-chat:conversation.title')} onClose={onClose}>
      {error !== undefined && <ErrorNotice error={error} />}
      <form class="inline-form" onSubmit={rename}>
        <TextField
          label={t('page-chat:conversation.name')}
          value={title}
          maxLength={255}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit">{t('common.save')}</Button>
      </form>
      <form class="inline-form" onSubmit={tagIt}>
        <TextField
          label={t('page-chat:conversation.tag')}
          value={tag}
          maxLength={100}
          onInput={(event) => setTag(event.currentTarget.value)}
        />
        <Button type="submit" icon="tag">
          {t('page-chat:conversation.addTag')}
        </Button>
      </form>
      {tags.value && tags.value.data.length > 0 && (
        <ul class="row" aria-label={t('page-chat:conversation.tags')}>
          {tags.value.data.map((each) => (
            <li key={each.id}>
              <button
                class="chip"
                type="button"
                aria-label={t('page-chat:conversation.removeTag', { name: each.tag_name })}
                onClick={() => void attempt(() => removeTag(id, each.id).then(tags.reload))}
              >
                {each.tag_name}
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {asking ? (
        <div class="notice notice--danger" role="alert">
          <div class="notice__text">
            <p>{t('page-chat:conversation.deleteAsk')}</p>
            <div class="row">
              <Button kind="danger" onClick={() => void attempt(() => deleteConversation(id).then(onDeleted))}>
                {t('common.delete')}
              </Button>
              <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
            </div>
          </div>
        </div>
      ) : (
        <Button kind="plain" class="button--quiet-danger" icon="delete" onClick={() => setAsking(true)}>
          {t('page-chat:conversation.delete')}
        </Button>
      )}
    </Dialog>
  )
}
