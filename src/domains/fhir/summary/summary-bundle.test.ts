import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { EMPTY_RECORD, FULL_RECORD } from '../../../../test/support/fhir/sample-record.ts'
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

describe('a patient summary', () => {
  it.each([
    ['of a full record', bundleOf()],
    ['of an empty record', bundleOf(EMPTY_RECORD)],
    ['in Hindi', bundleOf(FULL_RECORD, 'hi')],
    ['in Tamil', bundleOf(FULL_RECORD, 'ta')],
  ])('%s is valid FHIR R4, vital signs by their profiles', (_, bundle) => {
    expect(validateBundle(bundle)).toEqual([])
  })
})
