import type { ComponentChildren } from 'preact'
import { formatDay } from '../../words/format.ts'
import type { Speaker } from '../../words/words.ts'
import { localDay } from '../records/form-values.ts'
import { type Row, textOf, valueLabel } from '../records/record-description.ts'
import { type OddValue, SHOWN, type Summary } from './read-summary.ts'

interface PartProps {
  readonly summary: Summary
  readonly speaker: Speaker
}

const joined = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(' · ')

const dayIn = ({ language }: Speaker, row: Row, name: string): string | undefined => {
  const day = textOf(row, name)
  return day === undefined ? undefined : formatDay(day, 'medium', language)
}

/** Whose page this is, and of which day. */
export function Person({ summary: { person }, speaker }: PartProps) {
  const born = dayIn(speaker, person, 'date_of_birth')
  const gender = textOf(person, 'gender')
  return (
    <header class="summary__person">
      <h2>{textOf(person, 'name')}</h2>
      <p>
        {joined(
          born && speaker.t('page-summary:born', { day: born }),
          gender && valueLabel('me', 'gender', gender, speaker),
          textOf(person, 'blood_group') && speaker.t('page-summary:blood', { group: textOf(person, 'blood_group') }),
        )}
      </p>
      <p>
        {speaker.t('page-summary:asOf', {
          day: formatDay(localDay(new Date()), 'long', speaker.language),
        })}
      </p>
    </header>
  )
}

/** A part with its title, or that nothing is known. */
function Part({
  speaker,
  name,
  count,
  shown = count,
  children,
}: {
  speaker: Speaker
  name: string
  count: number
  /** How many of them fit. */
  shown?: number
  children: ComponentChildren
}) {
  return (
    <>
      <h3>{speaker.t(`page-summary:${name}`)}</h3>
      {count === 0 ? <p class="summary__none">{speaker.t('page-summary:none')}</p> : <ul>{children}</ul>}
      {count > shown && <p class="summary__none">{speaker.t('page-summary:more', { count: count - shown })}</p>}
    </>
  )
}

export function Conditions({ summary: { conditions }, speaker }: PartProps) {
  return (
    <Part speaker={speaker} name="conditions" count={conditions.length}>
      {conditions.map((row) => {
        const since = dayIn(speaker, row, 'diagnosed_date')
        return (
          <li key={row.id}>
            <strong>{textOf(row, 'name')}</strong>{' '}
            <span>
              {joined(
                since && speaker.t('page-summary:since', { day: since }),
                valueLabel('conditions', 'status', textOf(row, 'status') ?? '', speaker),
                valueLabel('conditions', 'severity', textOf(row, 'severity') ?? '', speaker),
              )}
            </span>
          </li>
        )
      })}
    </Part>
  )
}

export function Allergies({ summary: { allergies }, speaker }: PartProps) {
  return (
    <Part speaker={speaker} name="allergies" count={allergies.length}>
      {allergies.map((row) => {
        const severity = textOf(row, 'severity')
        return (
          <li key={row.id}>
            <strong>{textOf(row, 'substance')}</strong>{' '}
            <span>
              {joined(severity && valueLabel('allergies', 'severity', severity, speaker), textOf(row, 'reaction'))}
            </span>
          </li>
        )
      })}
    </Part>
  )
}

export function Medications({ summary: { medications }, speaker }: PartProps) {
  return (
    <Part speaker={speaker} name="medications" count={medications.length}>
      {medications.map((row) => {
        const from = dayIn(speaker, row, 'start_date')
        return (
          <li key={row.id}>
            <strong>{[textOf(row, 'medication_name'), textOf(row, 'dosage')].filter(Boolean).join(', ')}</strong>{' '}
            <span>
              {joined(
                textOf(row, 'frequency'),
                from && speaker.t('page-summary:since', { day: from }),
                textOf(row, 'prescribed_by'),
              )}
            </span>
          </li>
        )
      })}
    </Part>
  )
}

export function OddValues({ summary: { oddValues }, speaker }: PartProps) {
  return (
    <Part
      speaker={speaker}
      name="oddValues"
      count={oddValues.length}
      shown={Math.min(SHOWN.oddValues, oddValues.length)}
    >
      {oddValues.slice(0, SHOWN.oddValues).map((odd) => (
        <li class="summary__value" key={odd.id}>
          <span>{nameOf(odd, speaker)}</span>
          <strong>{odd.value}</strong>
          <span>{standingOf(odd, speaker)}</span>
          <span>{formatDay(odd.day, 'medium', speaker.language)}</span>
        </li>
      ))}
    </Part>
  )
}

const nameOf = ({ name }: OddValue, speaker: Speaker): string =>
  'metric' in name ? valueLabel('metrics', 'metric_type', name.metric, speaker) : name.printed

const standingOf = ({ standing }: OddValue, speaker: Speaker): string =>
  'flag' in standing
    ? speaker.t(`page-report:flag.${standing.flag}`)
    : speaker.t(`page-records:metricStatus.${standing.status}`)

export function Documents({ summary: { documents }, speaker }: PartProps) {
  return (
    <Part
      speaker={speaker}
      name="documents"
      count={documents.length}
      shown={Math.min(SHOWN.documents, documents.length)}
    >
      {documents.slice(0, SHOWN.documents).map(({ id, document_name, title, category, laboratory, document_date }) => (
        <li key={id}>
          <strong>{title ?? document_name}</strong>{' '}
          <span>
            {joined(
              valueLabel('documents', 'category', category, speaker),
              laboratory ?? undefined,
              document_date === null ? undefined : formatDay(document_date, 'medium', speaker.language),
            )}
          </span>
        </li>
      ))}
    </Part>
  )
}
