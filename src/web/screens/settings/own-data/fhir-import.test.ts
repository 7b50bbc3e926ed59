import { expect, it } from 'vitest'
import { asFhir } from './fhir-import.ts'

it.each([
  { name: 'bundle.json', type: 'application/fhir+json' },
  { name: 'Observation.NDJSON', type: 'application/fhir+ndjson' },
  { name: 'record', type: 'application/fhir+json' },
])('$name is sent as $type', async ({ name, type }) => {
  const sent = asFhir(new File(['{}'], name, { type: 'text/plain' }))
  expect(sent.type).toBe(type)
  expect(await sent.text()).toBe('{}')
})
