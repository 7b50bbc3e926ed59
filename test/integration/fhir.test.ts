import { readFile } from 'node:fs/promises'
import type { Bundle } from '@medplum/fhirtypes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { bundle, entry, HOSPITAL, observation, patientNamed } from '../support/fhir/hospital-bundle.ts'
import { unmetDemands } from '../support/fhir/summary-demands.ts'
import { validateBundle } from '../support/fhir/validate-fhir.ts'
import { startTestServer } from '../support/test-server.ts'

interface Outcome {
  readonly person: string
  readonly imported: number
  readonly updated: number
  readonly unchanged: number
  readonly removed: number
  readonly refused: readonly { path: string; errors: readonly { code: string; detail: string }[] }[]
  readonly notes: readonly { path: string; errors: readonly { code: string }[] }[]
}

let server: Awaited<ReturnType<typeof startTestServer>>
let asha: ApiClient
beforeAll(async () => {
  server = await startTestServer()
  asha = await registerClient(server.address, { name: 'Asha Raman' })
})
afterAll(() => server.close())

async function send(client: ApiClient, content: unknown, { query = '', type = 'application/fhir+json' } = {}) {
  return await fetch(`${server.address}/api/v1/me/fhir${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.accessToken}`, 'content-type': type },
    body: typeof content === 'string' ? content : JSON.stringify(content),
  })
}
async function bringIn(client: ApiClient, content: unknown, options = {}): Promise<Outcome> {
  const answer = await send(client, content, options)
  const text = await answer.text()
  expect(answer.status, text).toBe(200)
  return JSON.parse(text) as Outcome
}
const rows = async (client: ApiClient, path: string) =>
  (
    await client.json<{ data: Record<string, unknown>[] }>(
      'GET',
      `/api/v1/${path}${path.endsWith('/results') ? '' : '?limit=100'}`,
    )
  ).data
const codes = (entries: Outcome['refused'] | Outcome['notes']) =>
  entries.map(({ path, errors }) => `${path} ${errors.map(({ code }) => code).join()}`)

/** Everything that an import writes, without what every import makes anew. */
async function recordOf(client: ApiClient): Promise<object> {
  const documents = await rows(client, 'documents')
  const results = await Promise.all(documents.map(({ id }) => rows(client, `documents/${id}/results`)))
  const lists = await Promise.all(
    ['conditions', 'allergies', 'medications', 'metrics'].map((each) => rows(client, each)),
  )
  const plain = ({
    id: _,
    created_at: __,
    updated_at: ___,
    last_updated: ____,
    document_id: _____,
    ...row
  }: Record<string, unknown>) => row
  return { lists: lists.map((list) => list.map(plain)), results: results.map((list) => list.length) }
}

describe('a record of another system', () => {
  it('comes in entry by entry, by the rules of the record, with every mistake named', async () => {
    const outcome = await bringIn(asha, bundle('collection', ...HOSPITAL.good, ...HOSPITAL.bad))
    expect(codes(outcome.refused)).toEqual([
      'Bundle.entry[12].resource not_a_choice',
      'Bundle.entry[13].resource in_the_future',
      'Bundle.entry[14].resource fhir_code_unknown',
      'Bundle.entry[15].resource fhir_modifier',
      'Bundle.entry[16].resource fhir_half_a_pressure',
      'Bundle.entry[17].resource not_possible',
      'Bundle.entry[18].resource fhir_kind_unknown',
      'Bundle.entry[19].resource fhir_somebody_else',
      'Bundle.entry[20].resource fhir_somebody_else',
      'Bundle.entry[22] fhir_not_a_resource',
      'Bundle.entry[23].resource fhir_file_missing',
    ])
    expect(codes(outcome.notes)).toEqual([
      'Bundle.entry[2].resource fhir_day_assumed,fhir_severity_assumed',
      'Bundle.entry[21].resource fhir_entered_in_error',
    ])
    // Condition, allergy, medicine, five measurements, the report with its two values, and a value without a report.
    expect(outcome).toMatchObject({ person: 'same', imported: 11, updated: 1, unchanged: 0, removed: 0 })

    expect(await rows(asha, 'conditions')).toMatchObject([
      {
        name: 'Type 2 diabetes mellitus',
        icd_code: 'E11.9',
        diagnosed_date: '2019-04-01',
        diagnosed_by: 'Dr. Anand Iyer',
      },
    ])
    expect(await rows(asha, 'allergies')).toMatchObject([
      { substance: 'Sulfa drugs', reaction: 'Hives', severity: 'life_threatening' },
    ])
    expect(await rows(asha, 'medications')).toMatchObject([
      {
        medication_name: 'Metformin 500 MG Oral Tablet',
        dosage: '500 mg',
        dosage_form: 'tablet',
        start_date: '2026-01-05',
      },
    ])
    const metrics = (await rows(asha, 'metrics')).map((row) => [
      row['metric_type'],
      row['value'],
      row['unit'],
      row['status'],
    ])
    expect(metrics.sort()).toEqual([
      ['blood_glucose', '7.1', 'mmol/L', 'stable'],
      ['blood_pressure', '151/96', 'mmHg', 'high'],
      ['bmi', '25.7', 'kg/m2', 'high'],
      ['hba1c', '7.4', '%', 'fair'],
      ['height', '1.58', 'm', null],
      ['weight', '64.2', 'kg', 'high'],
    ])
    expect((await rows(asha, 'metrics')).filter(({ source }) => source === 'fhir')).toHaveLength(5)
    const [report] = (await rows(asha, 'documents')).filter(({ document_name }) => document_name === 'Kidney function')
    expect(report).toMatchObject({ status: 'reviewed', laboratory: 'City Diagnostics', is_sensitive: true })
    expect(await rows(asha, `documents/${report?.['id']}/results`)).toMatchObject([
      { code: '2160-0', value: '1.1', confirmed: true },
      { code: '4548-4', value: '7.4', metric_id: expect.any(String) },
    ])
    const file = await asha.request('GET', `/api/v1/documents/${report?.['id']}/content`)
    expect(await file.json()).toMatchObject({ resourceType: 'Bundle', entry: [{}, {}, {}] })
    expect(await asha.json('GET', '/api/v1/me')).toMatchObject({
      gender: 'female',
      date_of_birth: '1958-07-21',
      phone: '+919840012345',
    })
    const audit = await rows(asha, 'audit-logs')
    expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(['conditions.add', 'fhir.import']))
  })

  it('comes in once, however it is sent', async () => {
    const before = await recordOf(asha)
    const again = await bringIn(asha, bundle('searchset', ...HOSPITAL.good))
    expect(again).toMatchObject({ imported: 0, updated: 0, removed: 0, refused: [] })
    expect(again.unchanged).toBe(11)
    const lines = HOSPITAL.good.map(({ resource }) => JSON.stringify(resource)).join('\n')
    const asLines = await bringIn(asha, `${lines}\nno json\n`, { type: 'application/fhir+ndjson' })
    expect(codes(asLines.refused)).toEqual(['line 13 fhir_not_json'])
    expect(await recordOf(asha)).toEqual(before)
  })

  it('is changed when its source changes it, and goes when its source takes it back', async () => {
    const changed = { ...HOSPITAL.good[3].resource, reaction: [{ manifestation: [{ text: 'Anaphylaxis' }] }] }
    const corrected = observation('w1', '29463-7', 65, 'kg')
    const mistake = { ...HOSPITAL.good[6].resource, status: 'entered-in-error' }
    const outcome = await bringIn(
      asha,
      bundle('transaction', ...[changed, corrected, mistake].map((each) => entry(each))),
    )
    expect(outcome).toMatchObject({ imported: 0, updated: 2, removed: 1, refused: [], notes: [] })
    expect(await rows(asha, 'allergies')).toMatchObject([{ reaction: 'Anaphylaxis' }])
    const kinds = (await rows(asha, 'metrics')).map(({ metric_type, value }) => `${metric_type} ${value}`)
    expect(kinds).toContain('weight 65')
    expect(kinds).not.toContain('weight 64.2')
    expect(kinds.join()).not.toContain('blood_pressure')
  })

  it('of somebody else waits for a word, and nothing of it is kept before', async () => {
    const stranger = await registerClient(server.address, { name: 'Kavitha Selvam', language: 'ta' })
    const pdf = await readFile(new URL('../../src/demo/sample-report.pdf', import.meta.url))
    const scan = {
      resourceType: 'DocumentReference',
      status: 'current',
      content: [{ attachment: { contentType: 'application/pdf', title: 'Scan', url: 'Binary/b1' } }],
    }
    const content = bundle(
      'collection',
      entry(patientNamed('Kumar', 'Bala')),
      entry({ resourceType: 'Binary', id: 'b1', contentType: 'application/pdf', data: pdf.toString('base64') }),
      entry(scan),
      entry(observation('hr', '8867-4', 72, '/min')),
    )
    const refused = await send(stranger, content)
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ type: 'urn:swasthwrap:problem:fhir-somebody-else' })
    expect([await rows(stranger, 'documents'), await rows(stranger, 'metrics')]).toEqual([[], []])
    const query = '?acknowledge_person=true'
    expect(await bringIn(stranger, content, { query })).toMatchObject({ person: 'different', imported: 2, refused: [] })
    expect(await bringIn(stranger, content, { query })).toMatchObject({ imported: 0, unchanged: 2 })
    expect(await rows(stranger, 'documents')).toMatchObject([{ document_name: 'Scan', mime_type: 'application/pdf' }])
    expect(await stranger.json('GET', '/api/v1/me')).toMatchObject({ name: 'Kavitha Selvam', gender: null })
  })

  it.each([
    ['no JSON', '{"resourceType": "Bundle",\n "entry": [}', 422, 'fhir-not-readable'],
    ['no resource', '[1, 2]', 422, 'fhir-not-readable'],
    ['a message', { resourceType: 'Bundle', type: 'message' }, 422, 'fhir-bundle-not-taken'],
    ['too many', bundle('collection', ...Array.from({ length: 5_001 }, () => ({}))), 413, 'fhir-too-many-entries'],
  ])('that is %s is refused with a reason', async (_name, content, status, problem) => {
    const answer = await send(asha, content)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ type: `urn:swasthwrap:problem:${problem}` })
  })

  it('in XML is refused', async () => {
    expect((await send(asha, '<Bundle/>', { type: 'application/fhir+xml' })).status).toBe(415)
  })
})

describe('the record as a patient summary', () => {
  const exported = async (client: ApiClient): Promise<Bundle> => {
    const answer = await client.request('GET', '/api/v1/me/fhir?measurements=all')
    expect(answer.headers.get('content-type')).toMatch(/^application\/fhir\+json/)
    return (await answer.json()) as Bundle
  }

  it('is valid, and gives the same record back to an empty account', async () => {
    const summary = await exported(asha)
    expect(validateBundle(summary)).toEqual([])
    expect(unmetDemands(summary)).toEqual([])
    const own = await recordOf(asha)
    expect(await bringIn(asha, summary)).toMatchObject({ imported: 0, updated: 0, refused: [] })
    expect(await recordOf(asha)).toEqual(own)

    const heir = await registerClient(server.address, { name: 'Asha Raman' })
    const outcome = await bringIn(heir, summary)
    expect(outcome).toMatchObject({ person: 'same', refused: [], notes: [] })
    const [original, copy] = await Promise.all([contentOf(asha), contentOf(heir)])
    expect(copy).toEqual(original)
    const before = await recordOf(heir)
    expect(await bringIn(heir, summary)).toMatchObject({ imported: 0, updated: 0, refused: [] })
    expect(await recordOf(heir)).toEqual(before)
  })

  /** What a record says, apart from where its rows came from. */
  async function contentOf(client: ApiClient) {
    const lists = await Promise.all(
      ['conditions', 'allergies', 'medications', 'metrics'].map((each) => rows(client, each)),
    )
    const said = ({
      id: _,
      created_at,
      updated_at,
      last_updated,
      document_id,
      source,
      ...row
    }: Record<string, unknown>) => row
    const documents = await rows(client, 'documents')
    const results = (await Promise.all(documents.map(({ id }) => rows(client, `documents/${id}/results`)))).flat()
    return {
      lists: lists.map((list) => list.map((row) => JSON.stringify(said(row))).sort()),
      results: results
        .map(({ test, code, value, unit, flag }) => JSON.stringify({ test, code, value, unit, flag }))
        .sort(),
    }
  }
})
