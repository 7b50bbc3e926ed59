import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { t } from '../../words/words.ts'
import { FieldControl } from './field-control.tsx'
import { consistent, newValues, requestBody, rowValues } from './form-values.ts'
import type { FieldDescription, FormDescription, Row } from './record-description.ts'

/**
 * A row's form. What the server says against a field stands at the field, and the focus goes there.
 * @param row the old row; a new one where it is left out.
 * @param begun what is known of a new row already, by field.
 * @param onSave told what is new. @throws what the server says against it.
 * @param onCancel draws a way out beside the save button.
 */
export function RecordForm({
  description,
  row,
  begun = {},
  onSave,
  onCancel,
}: {
  description: FormDescription
  row?: Row | undefined
  begun?: Readonly<Record<string, string>>
  onSave: (body: Readonly<Record<string, unknown>>) => Promise<void>
  onCancel: () => void
}) {
  const { fields } = description
  const [before] = useState(() => (row ? rowValues(fields, row) : undefined))
  const [values, setValues] = useState(() => before ?? newValues(fields, new Date(), begun))
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const asked = fields.filter((field) => field.when?.(values) !== false)
  const problems = error instanceof ApiProblem ? error.errors : []
  const named = (pointer: string) => asked.some(({ name }) => pointer === `/${name}`)
  const isElsewhere = error !== undefined && !(problems.length > 0 && problems.every(({ pointer }) => named(pointer)))
  const rare = asked.filter((field) => field.rare)
  const hasRare = rare.some(
    ({ name, initial }) =>
      (before?.[name] && before[name] !== initial) || problems.some(({ pointer }) => pointer === `/${name}`),
  )

  useEffect(() => {
    if (error !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [error])

  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await onSave(requestBody(fields, values, before))
    } catch (reason) {
      setError(reason)
      setBusy(false)
    }
  }
  const controls = (some: readonly FieldDescription[]): ComponentChildren =>
    some.map((field) => (
      <FieldControl
        key={field.name}
        description={description}
        field={field}
        values={values}
        error={problems.find(({ pointer }) => pointer === `/${field.name}`)?.detail}
        onChange={(value) => setValues((current) => consistent(fields, { ...current, [field.name]: value }))}
      />
    ))

  return (
    <form class="stack record-form" ref={form} onSubmit={(event) => void save(event)} noValidate>
      {controls(asked.filter((field) => !field.rare))}
      {rare.length > 0 && (
        <details class="record-form__rare" open={hasRare}>
          <summary>{t('page-records:moreFields')}</summary>
          <div class="stack">{controls(rare)}</div>
        </details>
      )}
      {isElsewhere && <ErrorNotice error={error} />}
      <div class="row">
        <Button kind="primary" type="submit" busy={busy}>
          {t('common.save')}
        </Button>
        <Button kind="plain" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
