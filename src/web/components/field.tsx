import type { ComponentChildren, InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'preact'
import { useId } from 'preact/hooks'

interface FieldFrame {
  readonly label: string
  /** Said below the field, before anything is wrong. */
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean
}

interface FieldProps extends FieldFrame {
  /** Draws the control with what ties it to its label, hint and error. */
  readonly children: (control: {
    readonly id: string
    readonly required: boolean
    readonly 'aria-invalid': 'true' | undefined
    readonly 'aria-describedby': string | undefined
  }) => ComponentChildren
}

/** A label, a control, a hint and what is wrong with it. */
export function Field({ label, hint, error, required = false, children }: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class={`field ${error ? 'field--wrong' : ''}`}>
      <label class="field__label" for={id}>
        {label}
      </label>
      {children({
        id,
        required,
        'aria-invalid': error ? 'true' : undefined,
        'aria-describedby': described || undefined,
      })}
      {hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

type TextInput = Omit<InputHTMLAttributes<HTMLInputElement>, 'label' | 'required' | 'id'> & FieldFrame

/** A line of text, a number, a date: whatever `type` says. */
export function TextField({ label, hint, error, required = false, ...rest }: TextInput) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(control) => <input class="input" {...(rest as InputHTMLAttributes<HTMLInputElement>)} {...control} />}
    </Field>
  )
}

type TextArea = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'label' | 'required' | 'id'> & FieldFrame

export function TextAreaField({ label, hint, error, required = false, ...rest }: TextArea) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(control) => (
        <textarea class="input" rows={3} {...(rest as TextareaHTMLAttributes<HTMLTextAreaElement>)} {...control} />
      )}
    </Field>
  )
}

type Select = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'label' | 'required' | 'id'> &
  FieldFrame & { readonly options: readonly { readonly value: string; readonly label: string }[] }

export function SelectField({ label, hint, error, required = false, options, ...rest }: Select) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(control) => (
        <select class="input" {...(rest as SelectHTMLAttributes<HTMLSelectElement>)} {...control}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type Checkbox = Omit<InputHTMLAttributes<HTMLInputElement>, 'label' | 'type' | 'id'> & {
  readonly label: string
  readonly hint?: string
}

/** On or off. */
export function Switch({ label, hint, ...rest }: Checkbox) {
  const id = useId()
  return (
    <div class="switch">
      <input
        class="switch__input"
        type="checkbox"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...(rest as object)}
      />
      <label class="switch__label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
