import { useEffect, useState } from 'preact/hooks'
import { request, requestWithTag } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { say } from '../../components/toast.tsx'
import { useResource } from '../../components/use-resource.ts'
import { placeHref } from '../../place.ts'
import { go } from '../../router.ts'
import type { ScreenProps } from '../../routes.ts'
import { t } from '../../words/words.ts'
import { ChildRows } from './child-rows.tsx'
import { DeleteButton } from './delete-button.tsx'
import { StatusMark } from './domain-screen.tsx'
import { domainNamed } from './domains.ts'
import { GoalChart } from './goal-chart.tsx'
import { type DomainDescription, fieldLabel, type Row, shownValue } from './record-description.ts'
import { RecordForm } from './record-form.tsx'
import { UnknownRecord } from './unknown-record.tsx'
import './records.css'

/** One row: to read, to change, to delete; or a new one. */
export function RecordScreen({ params, query }: ScreenProps) {
  const domain = domainNamed(params['domain'])
  const id = params['id']
  // The form and what it becomes are one screen of the page: eyes and focus begin again at its top.
  useEffect(() => {
    scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [id, query['edit']])
  if (!domain || id === undefined) return <UnknownRecord />
  return (
    <div class="stack">
      <a class="records__back" href={placeHref(['records', domain.name])}>
        <Icon name="back" size={20} />
        {t(`page-records:domains.${domain.name}.title`)}
      </a>
      {id === 'new' ? (
        <NewRecord key={domain.name} domain={domain} begun={query} />
      ) : (
        <OldRecord key={id} domain={domain} id={id} isEdited={query['edit'] !== undefined} />
      )}
    </div>
  )
}

function NewRecord({ domain, begun }: { domain: DomainDescription; begun: Readonly<Record<string, string>> }) {
  const [warned, setWarned] = useState<{ readonly problem: ApiProblem; readonly body: object }>()
  const add = async (body: object): Promise<void> => {
    const row = await request<Row & { readonly warnings?: readonly string[] }>('POST', domain.path, { body })
    say(row.warnings?.join(' ') || t('page-records:saved'))
    go(placeHref(['records', domain.name, row.id]), { replace: true })
  }
  const save = async (body: object): Promise<void> => {
    try {
      await add(body)
    } catch (reason) {
      if (!(reason instanceof ApiProblem && reason.type === 'medication-warning')) throw reason
      setWarned({ problem: reason, body })
      throw reason
    }
  }
  return (
    <>
      <h1>{t(`page-records:domains.${domain.name}.add`)}</h1>
      <RecordForm
        description={domain}
        begun={begun}
        onSave={save}
        onCancel={() => go(placeHref(['records', domain.name]))}
      />
      {warned && (
        <WarningDialog
          problem={warned.problem}
          onAdd={() => add({ ...warned.body, acknowledge_warnings: true })}
          onClose={() => setWarned(undefined)}
        />
      )}
    </>
  )
}

/** What speaks against a medicine, before it is added all the same. */
function WarningDialog({
  problem,
  onAdd,
  onClose,
}: {
  problem: ApiProblem
  onAdd: () => Promise<void>
  onClose: () => void
}) {
  const [error, setError] = useState<unknown>()
  return (
    <Dialog
      title={problem.title}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={onClose}>
            {t('page-records:dontAdd')}
          </Button>
          <Button kind="secondary" onClick={() => void onAdd().catch(setError)}>
            {t('page-records:addAnyway')}
          </Button>
        </>
      }
    >
      <ul class="stack">
        {problem.reasons.map((reason) => (
          <li key={reason} class="notice notice--warm">
            {reason}
          </li>
        ))}
      </ul>
      <p>{problem.detail}</p>
      {error !== undefined && <ErrorNotice error={error} />}
    </Dialog>
  )
}

function OldRecord({ domain, id, isEdited }: { domain: DomainDescription; id: string; isEdited: boolean }) {
  const path = `${domain.path}/${encodeURIComponent(id)}`
  const { value, error, reload } = useResource(path, (signal) => requestWithTag<Row>('GET', path, { signal }))
  const here = ['records', domain.name, id]
  if (value === undefined) {
    if (error === undefined) return <Spinner />
    const isGone = error instanceof ApiProblem && (error.status === 404 || error.status === 400 || error.status === 422)
    return isGone ? <UnknownRecord /> : <ErrorNotice error={error} onRetry={reload} />
  }
  const { body: row, etag } = value
  const change = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    try {
      if (Object.keys(body).length > 0) {
        await request('PATCH', path, { body, ...(etag && { headers: { 'if-match': etag } }) })
        say(t('page-records:saved'))
      }
    } catch (reason) {
      // Somebody changed it meanwhile: what they wrote is fetched, so that the next try is against it.
      if (reason instanceof ApiProblem && reason.status === 412) reload()
      throw reason
    }
    reload()
    go(placeHref(here), { replace: true })
  }
  if (isEdited) {
    return (
      <>
        <h1>{domain.title(row)}</h1>
        <RecordForm
          description={domain}
          row={row}
          onSave={change}
          onCancel={() => go(placeHref(here), { replace: true })}
        />
      </>
    )
  }
  return (
    <>
      <header class="row row--between">
        <h1>{domain.title(row)}</h1>
        <StatusMark domain={domain} row={row} />
      </header>
      <RowFields domain={domain} row={row} />
      {domain.name === 'goals' && <GoalChart goal={row} path={path} />}
      {domain.children?.map((child) => (
        <ChildRows key={child.name} description={child} path={`${path}/${child.name}`} onChanged={reload} />
      ))}
      <div class="row">
        {domain.editable?.(row) !== false && (
          <ButtonLink icon="edit" href={placeHref(here, { edit: 1 })}>
            {t('page-records:edit')}
          </ButtonLink>
        )}
        <DeleteButton
          name={domain.title(row)}
          onDelete={async () => {
            await request('DELETE', path)
            say(t('page-records:deleted'))
            go(placeHref(['records', domain.name]), { replace: true })
          }}
        />
      </div>
    </>
  )
}

/** All that is known of a row. */
function RowFields({ domain, row }: { domain: DomainDescription; row: Row }) {
  const progress = row['progress_percentage']
  const shown = domain.fields.flatMap((field) => {
    const text = shownValue(domain, field, row)
    return text === undefined ? [] : [{ field, text }]
  })
  return (
    <div class="card">
      {typeof progress === 'number' && <progress aria-label={domain.title(row)} value={progress} max={100} />}
      <dl class="record-fields">
        {shown.map(({ field, text }) => (
          <div key={field.name}>
            <dt>{fieldLabel(domain, field.name)}</dt>
            <dd>
              {field.kind === 'phone' ? (
                <a href={`tel:${text.replace(/[^+\d]/g, '')}`}>{text}</a>
              ) : field.kind === 'link' && /^https?:/.test(text) ? (
                <a href={text} target="_blank" rel="noreferrer">
                  {text}
                </a>
              ) : (
                text
              )}
            </dd>
          </div>
        ))}
      </dl>
      {typeof row['document_id'] === 'string' && (
        <a href={placeHref(['documents', row['document_id']])}>{t('page-records:fromReport')}</a>
      )}
    </div>
  )
}
