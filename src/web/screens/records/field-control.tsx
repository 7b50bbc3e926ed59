import { unitText } from '../../charts/metric-unit.ts'
import { SelectField, Switch, TextAreaField, TextField } from '../../components/field.tsx'
import { capitalised } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import {
  type FieldDescription,
  type FormDescription,
  type FormValues,
  fieldHint,
  fieldLabel,
  valueLabel,
} from './record-description.ts'

/** The keyboard and the picker that a phone shows. */
const INPUTS = {
  text: { type: 'text' },
  whole: { type: 'text', inputMode: 'numeric' },
  number: { type: 'text', inputMode: 'decimal' },
  reading: { type: 'text', inputMode: 'decimal' },
  day: { type: 'date' },
  clock: { type: 'time' },
  moment: { type: 'datetime-local' },
  phone: { type: 'tel', inputMode: 'tel' },
  digits: { type: 'tel', inputMode: 'tel' },
  email: { type: 'email', inputMode: 'email' },
  link: { type: 'url', inputMode: 'url' },
} as const

/** One field of a record's form. */
export function FieldControl({
  description,
  field,
  values,
  error,
  onChange,
}: {
  description: FormDescription
  field: FieldDescription
  values: FormValues
  error: string | undefined
  onChange: (value: FormValues[string]) => void
}) {
  const { name, kind, required = false } = field
  const value = values[name]
  const words = fieldLabel(description, name)
  const label = required || kind === 'flag' ? words : t('page-records:optional', { field: words })
  const frame = { name, label, required, error, hint: fieldHint(description, name) }
  const text = typeof value === 'string' ? value : ''

  switch (kind) {
    case 'flag':
      return (
        <Switch
          name={name}
          label={label}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'weekdays':
      return <Weekdays label={words} days={Array.isArray(value) ? value : []} onChange={onChange} />
    case 'long':
      return <TextAreaField {...frame} value={text} onInput={(event) => onChange(event.currentTarget.value)} />
    case 'choice':
      if (field.valuesFor) {
        return (
          <SelectField
            {...frame}
            label={words}
            value={text}
            onChange={(event) => onChange(event.currentTarget.value)}
            options={[
              { value: '', label: t('page-records:usual') },
              ...field.valuesFor(values).map((each) => ({ value: each, label: unitText(each) })),
            ]}
          />
        )
      }
      return (
        <SelectField
          {...frame}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
          options={[
            ...(required ? [] : [{ value: '', label: t('page-records:notKnown') }]),
            ...(field.values ?? []).map((each) => ({
              value: each,
              label: capitalised(valueLabel(description.words, name, each)),
            })),
          ]}
        />
      )
    default:
      return (
        <TextField
          {...frame}
          {...INPUTS[kind]}
          autoComplete="off"
          value={text}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )
  }
}

/** Days of the week; none chosen is every day. */
function Weekdays({
  label,
  days,
  onChange,
}: {
  label: string
  days: readonly number[]
  onChange: (days: readonly number[]) => void
}) {
  const toggle = (day: number): void =>
    onChange(days.includes(day) ? days.filter((each) => each !== day) : [...days, day].sort())
  return (
    <fieldset class="field">
      <legend class="field__label">{label}</legend>
      <div class="row">
        {[1, 2, 3, 4, 5, 6, 0].map((day) => (
          <button
            key={day}
            class="chip"
            type="button"
            aria-pressed={days.includes(day) ? 'true' : 'false'}
            onClick={() => toggle(day)}
          >
            {t(`medications:values.days_of_week.${day}`)}
          </button>
        ))}
      </div>
      <p class="field__hint">{t('page-records:everyDayHint')}</p>
    </fieldset>
  )
}
