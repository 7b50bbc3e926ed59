import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'

/**
 * A form of the way in: sends what is written, says what is wrong with it, and takes the focus there.
 * @param onSubmit told the fields by name.
 * @param children draw the fields; `errorOf` says what is wrong with one.
 */
export function AccountForm({
  title,
  submit,
  isNext = false,
  onSubmit,
  children,
  footer,
}: {
  title: string
  submit: string
  /** It takes the place of another form, and the focus. */
  isNext?: boolean
  onSubmit: (value: (name: string) => string) => Promise<void>
  children: (errorOf: (name: string) => string | undefined) => ComponentChildren
  footer?: ComponentChildren
}) {
  const form = useRef<HTMLFormElement>(null)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const fields = error instanceof ApiProblem ? error.errors : []
  const errorOf = (name: string): string | undefined => fields.find(({ pointer }) => pointer === `/${name}`)?.detail

  useEffect(() => {
    if (isNext) form.current?.querySelector('input')?.focus()
  }, [])

  const send = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (!form.current) return
    const values = new FormData(form.current)
    setBusy(true)
    setError(undefined)
    try {
      await onSubmit((name) => String(values.get(name) ?? ''))
    } catch (reason) {
      setError(reason)
      const wrong = reason instanceof ApiProblem ? reason.errors[0]?.pointer.slice(1) : undefined
      if (wrong) form.current?.querySelector<HTMLInputElement>(`[name="${CSS.escape(wrong)}"]`)?.focus()
    }
    setBusy(false)
  }

  return (
    <form class="stack" ref={form} onSubmit={(event) => void send(event)} aria-labelledby="sign-in-title" noValidate>
      <h2 class="sign-in__title" id="sign-in-title">
        {title}
      </h2>
      {error !== undefined && fields.length === 0 && <ErrorNotice error={error} />}
      {children(errorOf)}
      <Button kind="primary" type="submit" busy={busy}>
        {submit}
      </Button>
      {footer}
    </form>
  )
}
