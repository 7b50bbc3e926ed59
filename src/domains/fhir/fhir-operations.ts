import { z } from 'zod'
import { defineOperation } from '../../operations/define-operation.ts'
import { choice } from '../../operations/field-types.ts'
import { patientSummary } from './summary/patient-summary.ts'
import { MEASUREMENTS } from './summary/read-record.ts'

/** A resource as it goes out; which members it has is FHIR's to say. */
const FhirBundle = z
  .looseObject({
    resourceType: z.literal('Bundle').meta({ description: 'What it is.', examples: ['Bundle'] }),
    type: z.literal('document').meta({ description: 'What kind of bundle it is.', examples: ['document'] }),
  })
  .meta({
    id: 'PatientSummary',
    description: 'An International Patient Summary: a document bundle of HL7 FHIR R4.',
    examples: [{ resourceType: 'Bundle', type: 'document', timestamp: '2026-03-12T04:30:00.000Z', entry: [] }],
  })

export const exportFhir = defineOperation({
  name: 'fhir.export',
  summary: 'Take the record along as an International Patient Summary (HL7 FHIR R4)',
  effect: 'read',
  input: z.strictObject({
    measurements: choice(
      MEASUREMENTS,
      'The newest measurement and lab value of each kind, as a summary has them; or all of them and every document.',
    ).default('latest'),
  }),
  output: FhirBundle,
  rest: { method: 'GET', path: '/me/fhir', mediaType: 'application/fhir+json', computed: true },
  tool: { guidance: 'tools/fhir', confirm: 'never' },
  run: async (scope, { measurements }) => {
    const { resourceType, ...members } = await patientSummary(scope, { measurements })
    return { ...members, resourceType, type: 'document' as const }
  },
})
