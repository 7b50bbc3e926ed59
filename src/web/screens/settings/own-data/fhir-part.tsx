import { useState } from 'preact/hooks'
import { request, requestFile } from '../../../api/client.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { saveFile } from '../../../browser/save-file.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { useAction } from '../../../components/use-action.ts'
import { formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { FileButton } from '../file-button.tsx'
import { asFhir, FHIR_PATH, type FhirImport } from './fhir-import.ts'

const COUNTS = ['imported', 'updated', 'unchanged', 'removed'] as const

/** The record in the form that hospitals and other programs write and read (HL7 FHIR). */
export function FhirPart() {
  const [outcome, setOutcome] = useState<FhirImport>()
  const [file, setFile] = useState<File>()
  const saving = useAction()
  const sending = useAction()
  const save = (): void => {
    void saving.run(async () => saveFile(await requestFile(FHIR_PATH), 'swasthwrap-summary.fhir.json'))
  }
  const send = (chosen: File, acknowledged: boolean): void => {
    setFile(chosen)
    setOutcome(undefined)
    void sending.run(async () => {
      const query = acknowledged ? { acknowledge_person: true } : {}
      setOutcome(await request<FhirImport>('POST', FHIR_PATH, { body: asFhir(chosen), query }))
    })
  }
  const { error } = sending
  const isSomebodyElse = error instanceof ApiProblem && error.type === 'fhir-somebody-else'
  return (
    <>
      <p>{t('page-own-data:fhir.lead')}</p>
      <div class="row">
        <Button icon="download" busy={saving.busy} onClick={save}>
          {t('page-own-data:fhir.save')}
        </Button>
        <FileButton
          label={t('page-own-data:fhir.choose')}
          icon="share"
          accept=".json,.ndjson,application/json,application/fhir+json"
          busy={sending.busy}
          testId="fhir-file"
          onFile={(chosen) => send(chosen, false)}
        />
      </div>
      {saving.error !== undefined && <ErrorNotice error={saving.error} />}
      {error !== undefined && <ErrorNotice error={error} />}
      {isSomebodyElse && file && (
        <div class="row">
          <Button onClick={() => send(file, true)}>{t('page-own-data:fhir.mine')}</Button>
        </div>
      )}
      {outcome && <Outcome outcome={outcome} />}
    </>
  )
}

function Outcome({ outcome }: { outcome: FhirImport }) {
  const said = COUNTS.filter((name) => name === 'imported' || outcome[name] > 0).map((name) =>
    t(`page-own-data:fhir.counts.${name}`, { count: outcome[name], number: formatNumber(outcome[name]) }),
  )
  return (
    <div class="stack" role="status">
      <p>{said.join(' ')}</p>
      <Remarks title={t('page-own-data:fhir.refused')} remarks={outcome.refused} />
      <Remarks title={t('page-own-data:fhir.notes')} remarks={outcome.notes} />
    </div>
  )
}

function Remarks({ title, remarks }: { title: string; remarks: FhirImport['refused'] }) {
  if (remarks.length === 0) return null
  return (
    <details class="record-form__rare">
      <summary>
        {title} ({formatNumber(remarks.length)})
      </summary>
      <ul class="stack">
        {remarks.map(({ path, resource_type: type, errors }) => (
          <li key={path}>
            {errors.map(({ pointer, detail }) => (
              <p key={pointer + detail}>
                {detail} {pointer !== '' && <code class="small">{pointer}</code>}
              </p>
            ))}
            <code class="small soft">{[type, path].filter(Boolean).join(' · ')}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
