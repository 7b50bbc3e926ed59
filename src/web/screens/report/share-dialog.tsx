import { useState } from 'preact/hooks'
import { type Page, request } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { say } from '../../components/toast.tsx'
import { useResource } from '../../components/use-resource.ts'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'

interface Share {
  readonly id: string
  readonly shared_with: string
  readonly share_type: 'view' | 'download'
  readonly expires_at: string | null
  readonly access_count: number
  readonly revoked_at: string | null
}

const DAYS = [1, 7, 30] as const

/** A link for one e-mail address, and the links that there are. */
export function ShareDialog({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const path = `/api/v1/documents/${documentId}/shares`
  const shares = useResource(documentId, (signal) => request<Page<Share>>('GET', path, { signal }))
  const [address, setAddress] = useState('')
  const [kind, setKind] = useState<Share['share_type']>('view')
  const [days, setDays] = useState('7')
  const [link, setLink] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const problem = error instanceof ApiProblem ? error : undefined

  const share = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      const body = { shared_with: address.trim(), share_type: kind, valid_days: Number(days) }
      const made = await request<{ link: string | null }>('POST', path, { body })
      setLink(made.link === null ? undefined : new URL(made.link, location.origin).href)
      setAddress('')
      shares.reload()
    } catch (reason) {
      setError(reason)
    }
    setBusy(false)
  }
  const revoke = async (id: string): Promise<void> => {
    try {
      await request('DELETE', `${path}/${id}`)
      shares.reload()
    } catch (reason) {
      setError(reason)
    }
  }
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text)
    say(t('page-report:linkCopied'))
  }
  const standing = shares.value?.data.filter(({ revoked_at: revoked }) => revoked === null) ?? []
  return (
    <Dialog title={t('page-report:share')} onClose={onClose}>
      <form class="stack" onSubmit={(event) => void share(event)}>
        <p class="soft small">{t('page-report:shareHint')}</p>
        <TextField
          label={t('page-report:shareWith')}
          type="email"
          required
          autocomplete="off"
          value={address}
          error={problem?.field('shared_with')?.detail}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <SelectField
          label={t('page-report:shareHow')}
          value={kind}
          options={(['view', 'download'] as const).map((value) => ({
            value,
            label: t(`documents:values.share_type.${value}`),
          }))}
          onChange={(event) => setKind(event.currentTarget.value as Share['share_type'])}
        />
        <SelectField
          label={t('page-report:shareDays')}
          value={days}
          options={DAYS.map((count) => ({ value: String(count), label: t('page-report:days', { count }) }))}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        {error !== undefined && (problem?.errors.length ?? 0) === 0 && <ErrorNotice error={error} />}
        <Button kind="primary" type="submit" icon="share" busy={busy}>
          {t('page-report:makeLink')}
        </Button>
      </form>
      {link !== undefined && (
        <div class="notice" role="status">
          <div class="notice__text">
            <strong>{t('page-report:linkMade')}</strong>
            <code class="share__link">{link}</code>
            <Button size="small" icon="copy" onClick={() => void copy(link)}>
              {t('page-report:copyLink')}
            </Button>
          </div>
        </div>
      )}
      {standing.length > 0 && (
        <ul class="share__list">
          {standing.map((each) => (
            <li key={each.id}>
              <span>
                <strong>{each.shared_with}</strong>
                <span class="small soft">
                  {[
                    t(`documents:values.share_type.${each.share_type}`),
                    each.expires_at && t('page-report:until', { date: formatDate(each.expires_at) }),
                    t('page-report:opened', { count: each.access_count }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <Button size="small" kind="plain" onClick={() => void revoke(each.id)}>
                {t('page-report:revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
