import type { Bundle, Composition, Patient } from '@medplum/fhirtypes'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { EMPTY_RECORD, FULL_RECORD } from '../../../../test/support/fhir/sample-record.ts'
import { unmetDemands } from '../../../../test/support/fhir/summary-demands.ts'
import { validateBundle } from '../../../../test/support/fhir/validate-fhir.ts'
import { summaryBundle } from './summary-bundle.ts'

const bundleOf = (record = FULL_RECORD, language: 'en' | 'hi' | 'ta' = 'en') =>
  summaryBundle(record, {
    language,
    now: new Date('2026-03-12T06:00:00Z'),
    newId: uuidv7,
    fileUrl: (id) => `/api/v1/documents/${id}/content`,
    withDocuments: true,
  })

const { documents: _, results: __, ...withoutReports } = FULL_RECORD
const cases: readonly (readonly [string, Bundle])[] = [
  ['of a full record', bundleOf()],
  ['of an empty record', bundleOf(EMPTY_RECORD)],
  ['in Hindi', bundleOf(FULL_RECORD, 'hi')],
  ['in Tamil', bundleOf(FULL_RECORD, 'ta')],
  ['of measurements without their reports', bundleOf({ ...withoutReports, documents: [], results: [] })],
]

describe('a patient summary', () => {
  it.each(cases)('%s is valid FHIR R4, by the profiles of the summary and of vital signs', (_name, bundle) => {
    expect(validateBundle(bundle)).toEqual([])
  })

  it.each(cases)('%s has what the guide asks for', (_name, bundle) => {
    expect(unmetDemands(bundle)).toEqual([])
  })

  it('is looked at by checks that find faults', () => {
    const broken = bundleOf()
    const patient = broken.entry?.[1]?.resource as Patient
    delete patient.name
    const composition = broken.entry?.[0]?.resource as Composition
    composition.section = composition.section?.slice(1) ?? []
    Object.assign(broken.entry?.at(-1)?.resource ?? {}, { unknownMember: 1 })
    expect(validateBundle(broken).join('\n')).toMatch(/Patient\.name \(PatientUvIps\)[\s\S]*unknownMember/)
    expect(unmetDemands(broken).join('\n')).toMatch(/Composition.*11450-4[\s\S]*Patient.* has name/)
  })

  it.each([
    ['en', 'Patient summary of Asha Raman', 'Health problems'],
    ['hi', 'Asha Raman की सेहत का सार', 'बीमारियाँ'],
    ['ta', 'Asha Raman உடல்நலச் சுருக்கம்', 'நோய்கள்'],
  ] as const)('in %s is headed and told in that language', (language, title, problems) => {
    const composition = bundleOf(FULL_RECORD, language).entry?.[0]?.resource as Composition
    expect(composition).toMatchObject({ title, language, section: [{ title: problems }, {}, {}, {}, {}, {}, {}] })
    expect(composition.section?.[0]?.text?.div).toContain(`lang="${language}"`)
    expect(composition.section?.[0]?.text?.div).toContain('&lt;script&gt;')
  })

  it('says of nothing noted that nothing is known, not that there is nothing', () => {
    const codes = (bundleOf(EMPTY_RECORD).entry ?? []).flatMap(({ resource }) => {
      const { code, medicationCodeableConcept } = resource as { code?: object; medicationCodeableConcept?: object }
      return JSON.stringify(code ?? medicationCodeableConcept ?? '').match(/no-[a-z-]+/) ?? []
    })
    expect(codes).toEqual(['no-problem-info', 'no-allergy-info', 'no-medication-info'])
  })

  it('reads out fifty lines of a section and counts the rest', () => {
    const [metric] = FULL_RECORD.metrics
    const metrics = Array.from({ length: 60 }, () => ({ ...metric, id: uuidv7() })) as never
    const composition = bundleOf({ ...FULL_RECORD, metrics }).entry?.[0]?.resource as Composition
    const vitalSigns = composition.section?.find(({ title }) => title === 'Measurements')
    expect(vitalSigns?.entry).toHaveLength(60)
    expect(vitalSigns?.text?.div.match(/<li>/g)).toHaveLength(51)
    expect(vitalSigns?.text?.div).toContain('and 10 more')
  })
})
