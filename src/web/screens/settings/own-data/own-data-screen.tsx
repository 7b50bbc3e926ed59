import { Card } from '../../../components/card.tsx'
import { t } from '../../../words/words.ts'
import { SettingsPage } from '../settings-page.tsx'
import { ErasePart } from './erase-part.tsx'
import { ExportPart } from './export-part.tsx'
import { FhirPart } from './fhir-part.tsx'
import { ImportPart } from './import-part.tsx'

/** What is the person's to take along, to bring back, and to end. */
export function OwnDataScreen() {
  return (
    <SettingsPage title={t('page-own-data:title')}>
      <Card title={t('page-own-data:export.title')}>
        <ExportPart />
      </Card>
      <Card title={t('page-own-data:import.title')}>
        <ImportPart />
      </Card>
      <Card title={t('page-own-data:fhir.title')}>
        <FhirPart />
      </Card>
      <Card title={t('page-own-data:erase.title')} tone="danger">
        <ErasePart />
      </Card>
    </SettingsPage>
  )
}
