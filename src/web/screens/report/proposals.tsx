import { useState } from 'preact/hooks'
import { request } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { useResource } from '../../components/use-resource.ts'
import { formatDay } from '../../words/format.ts'
import { hasText, t } from '../../words/words.ts'
import type { Box } from './result.ts'

/** What a prescription or a discharge summary would add to the record. */
export interface Proposal {
  readonly id: string
  readonly kind: 'medication' | 'condition' | 'procedure' | 'appointment' | 'vaccination'
  readonly content: Readonly<Record<string, unknown>>
  readonly missing: readonly string[]
  readonly printed: string
  readonly page: number
  readonly box: Box | null
  readonly needs_review: boolean
  readonly review_reason: string | null
  readonly status: 'open' | 'accepted' | 'declined'
}

/** Fields that name a proposal, and fields that say more of it. */
const NAMES = ['medication_name', 'name', 'appointment_title', 'vaccine', 'vaccine_name', 'procedure']
const DETAILS = [
  'dosage',
  'frequency',
  'instructions',
  'start_date',
  'end_date',
  'diagnosed_date',
  'appointment_date',
  'appointment_time',
  'date',
]

/** Everything that the document proposes, each taken over only by the person's tap. */
export function Proposals({ documentId, onShow }: { documentId: string; onShow: (proposal: Proposal) => void }) {
  const path = `/api/v1/documents/${documentId}/proposals`
  const list = useResource(documentId, (signal) => request<{ data: readonly Proposal[] }>('GET', path, { signal }))
  if (list.error !== undefined) return <ErrorNotice error={list.error} onRetry={list.reload} />
  const proposals = list.value?.data ?? []
  if (proposals.length === 0) return null
  return (
    <Card title={t('page-report:proposals')}>
      <p class="soft small">{t('page-report:proposalsHint')}</p>
      <ul class="proposals">
        {proposals.map((proposal) => (
          <ProposalItem key={proposal.id} path={path} proposal={proposal} onShow={onShow} onDecided={list.reload} />
        ))}
      </ul>
    </Card>
  )
}

function ProposalItem({
  path,
  proposal,
  onShow,
  onDecided,
}: {
  path: string
  proposal: Proposal
  onShow: (proposal: Proposal) => void
  onDecided: () => void
}) {
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [changes, setChanges] = useState<Readonly<Record<string, string>>>({})
  // A medicine that may not suit this person is refused once, with the reason; then it may be added knowingly.
  const warned = error instanceof ApiProblem && error.status === 409 && error.type !== 'proposal-decided'

  const decide = async (step: 'accept' | 'decline'): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      const body = step === 'accept' ? { changes, ...(warned && { acknowledge_warnings: true }) } : {}
      await request('POST', `${path}/${proposal.id}/${step}`, { body })
      onDecided()
    } catch (reason) {
      setError(reason)
    }
    setBusy(false)
  }
  const { kind, content, printed, status, missing } = proposal
  const name = NAMES.map((field) => content[field]).find((value) => typeof value === 'string') ?? printed
  const details = DETAILS.flatMap((field) => textOf(content[field]))
  return (
    <li class="proposal">
      <span class="small soft">{t(`page-report:kind.${kind}`)}</span>
      <strong>{String(name)}</strong>
      {details.length > 0 && <span class="small">{details.join(' · ')}</span>}
      <button class="proposal__printed small" type="button" onClick={() => onShow(proposal)}>
        “{printed}”
      </button>
      {proposal.needs_review && (
        <span class="value__review small">
          <Icon name="warning" size={16} />
          {hasText(`page-report:reason.${proposal.review_reason}`)
            ? t(`page-report:reason.${proposal.review_reason}`)
            : t('page-report:reason.uncertain_reading')}
        </span>
      )}
      {status === 'open' ? (
        <>
          {missing.map((field) => (
            <MissingField
              key={field}
              kind={kind}
              field={field}
              value={changes[field] ?? ''}
              onChange={(value) => setChanges((before) => ({ ...before, [field]: value }))}
            />
          ))}
          {error !== undefined && <ErrorNotice error={error} />}
          <div class="row">
            <Button
              size="small"
              kind="primary"
              icon="check"
              busy={busy}
              disabled={missing.some((field) => !changes[field])}
              onClick={() => void decide('accept')}
            >
              {t(warned ? 'page-report:acceptAnyway' : 'page-report:accept')}
            </Button>
            <Button size="small" kind="plain" disabled={busy} onClick={() => void decide('decline')}>
              {t('page-report:decline')}
            </Button>
          </div>
        </>
      ) : (
        <span class="value__decided small">
          <Icon name={status === 'accepted' ? 'check' : 'close'} size={16} />
          {t(`page-report:proposal.${status}`)}
        </span>
      )}
    </li>
  )
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  severity: ['mild', 'moderate', 'severe'],
  status: ['active', 'managed', 'controlled', 'resolved'],
}
const FILES = {
  medication: 'medications',
  condition: 'conditions',
  appointment: 'appointments',
  procedure: '',
  vaccination: '',
}

function MissingField({
  kind,
  field,
  value,
  onChange,
}: {
  kind: Proposal['kind']
  field: string
  value: string
  onChange: (value: string) => void
}) {
  const file = FILES[kind]
  const key = `${file}:fields.${field}`
  const label = hasText(key) ? t(key) : field
  const choices = CHOICES[field]
  const type = field.endsWith('_date') ? 'date' : field.endsWith('_time') ? 'time' : 'text'
  if (!choices) {
    return (
      <TextField label={label} type={type} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
    )
  }
  const options = choices.map((each) => ({ value: each, label: t(`${file}:values.${field}.${each}`) }))
  return (
    <SelectField
      label={label}
      value={value}
      options={[{ value: '', label: '…' }, ...options]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function textOf(value: unknown): string[] {
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'string' || value === '') return []
  return [/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value]
}
