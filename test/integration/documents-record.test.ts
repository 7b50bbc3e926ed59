import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { dischargeSummary, typedPrescription } from '../support/samples/other-documents.ts'
import { Pen } from '../support/samples/pen.ts'
import { startTestServer } from '../support/test-server.ts'

/** How what the reader reads gets into the record: only as the person decides. */

type Bytes = Uint8Array<ArrayBuffer>

interface Result {
  readonly id: string
  readonly test: string
  readonly code: string | null
  readonly value: string
  readonly value_number: number | null
  readonly unit: string | null
  readonly flag: string | null
  readonly box: { x: number; y: number; width: number; height: number }
  readonly needs_review: boolean
  readonly review_status: string
  readonly reviewed_by: string | null
  readonly original: { value: string } | null
  readonly metric_id: string | null
}
interface Metric {
  readonly id: string
  readonly metric_type: string
  readonly value: string
  readonly unit: string
  readonly source: string | null
  readonly document_id: string | null
  readonly measured_at: string
}
interface Document {
  readonly status: string
  readonly subject: string
  readonly person_match: string
  readonly processing_error: string | null
  readonly reading_notes: readonly { code: string; text: string }[]
}

const HBA1C = '4548-4'
const FERRITIN = '2276-4'
let server: Awaited<ReturnType<typeof startTestServer>>
let sample: Bytes

beforeAll(async () => {
  server = await startTestServer()
  sample = Uint8Array.from(await readFile(new URL('../../src/demo/sample-report.pdf', import.meta.url)))
})
afterAll(() => server.close())

/** A report of a few values, for a person and a day. */
async function report(
  name: string,
  date: string,
  rows: readonly (readonly [string, string, string, string])[],
): Promise<Bytes> {
  const pen = new Pen('helvetica')
  pen.text('City Laboratory', 40, 30, { size: 16, bold: true })
  pen.text(`Patient Name : ${name}`, 40, 80)
  pen.text(`Sample Collected On : ${date}`, 320, 80)
  const columns = [40, 240, 330, 420]
  const line = (cells: readonly string[], y: number, bold: boolean) =>
    cells.forEach((cell, at) => void pen.text(cell, columns[at] ?? 0, y, { bold }))
  line(['Test Name', 'Result', 'Unit', 'Reference Range'], 120, true)
  rows.forEach((row, at) => void line(row, 145 + at * 20, false))
  return Uint8Array.from(await pen.finish())
}

async function readNow(client: ApiClient, bytes: Uint8Array): Promise<string> {
  const id = await client.upload({ name: 'document.pdf', bytes: Uint8Array.from(bytes) })
  expect(await client.waitForReading(id)).toMatchObject({ status: 'reviewed' })
  return id
}

const resultsOf = async (client: ApiClient, id: string) =>
  (await client.json<{ data: Result[] }>('GET', `/api/v1/documents/${id}/results`)).data
const metricsOf = async (client: ApiClient) =>
  (await client.json<{ data: Metric[] }>('GET', '/api/v1/metrics?limit=100')).data
const find = (results: readonly Result[], code: string): Result => {
  const result = results.find((each) => each.code === code)
  if (result === undefined) throw new Error(`No result has the code ${code}`)
  return result
}

describe('values of a report', () => {
  it('enter the record when they are confirmed, once, with their document, and leave it when they are rejected', async () => {
    const client = await registerClient(server.address, { name: 'Meena Raman' })
    const id = await readNow(client, sample)
    const hba1c = find(await resultsOf(client, id), HBA1C)
    expect(hba1c).toMatchObject({ review_status: 'open', metric_id: null })
    expect(await metricsOf(client)).toEqual([])

    const address = `/api/v1/documents/${id}/results/${hba1c.id}`
    for (const _time of ['first', 'again']) {
      const confirmed = await client.json<Result>('PATCH', address, { review_status: 'confirmed' })
      expect(confirmed).toMatchObject({ review_status: 'confirmed', reviewed_by: 'person', original: null })
      const metrics = await metricsOf(client)
      expect(metrics).toMatchObject([
        { id: confirmed.metric_id, metric_type: 'hba1c', value: '8.2', unit: '%', source: 'document', document_id: id },
      ])
      expect(metrics[0]?.measured_at).toMatch(/^2026-10-12/)
    }

    // The same report once more is the same measurement.
    const copy = await readNow(client, sample)
    const same = find(await resultsOf(client, copy), HBA1C)
    await client.json('PATCH', `/api/v1/documents/${copy}/results/${same.id}`, { review_status: 'confirmed' })
    expect(await metricsOf(client)).toHaveLength(1)

    const corrected = await client.json<Result>('PATCH', address, { value: '7.9' })
    expect(corrected).toMatchObject({ value: '7.9', value_number: 7.9, flag: 'high', original: { value: '8.2' } })
    expect((await metricsOf(client)).map(({ value }) => value).sort()).toContain('7.9')
    expect((await client.request('PATCH', address, { value: '790' })).status).toBe(422)

    await client.json('PATCH', address, { review_status: 'rejected' })
    expect((await metricsOf(client)).map(({ value }) => value)).not.toContain('7.9')
    const open = await client.json<Result>('PATCH', address, { review_status: 'open' })
    expect(open).toMatchObject({ value: '8.2', review_status: 'open', original: null, metric_id: null })
  })

  it('are decided many at once, and what was confirmed outlives another reading', async () => {
    const client = await registerClient(server.address, { name: 'R. Meena' })
    const id = await readNow(client, sample)
    const before = await resultsOf(client, id)
    const hba1c = find(before, HBA1C)
    const { data } = await client.json<{ data: Result[] }>('POST', `/api/v1/documents/${id}/results/review`, {
      confirm_sure: true,
      results: [{ id: hba1c.id, value: '8.3' }],
    })
    const sure = before.filter((each) => !each.needs_review)
    expect(data.filter((each) => each.review_status === 'confirmed')).toHaveLength(sure.length)
    const metrics = await metricsOf(client)
    expect(metrics.map(({ metric_type }) => metric_type)).toContain('hba1c')

    expect((await client.request('POST', `/api/v1/documents/${id}/read-again`)).status).toBe(202)
    expect((await client.waitForReading(id)).status).toBe('reviewed')
    const after = await resultsOf(client, id)
    expect(find(after, HBA1C)).toMatchObject({
      id: hba1c.id,
      value: '8.3',
      review_status: 'confirmed',
      original: { value: '8.2' },
    })
    expect(after.map(({ review_status }) => review_status)).toEqual(data.map(({ review_status }) => review_status))
    expect((await metricsOf(client)).map(({ id: metric }) => metric).sort()).toEqual(
      metrics.map(({ id: metric }) => metric).sort(),
    )
  })

  it('enter the record unasked only with the person’s standing consent, and never a doubtful one', async () => {
    const client = await registerClient(server.address, { name: 'Meena Raman' })
    await client.json('PATCH', '/api/v1/me/privacy', { record_sure_values: true })
    const id = await readNow(
      client,
      await report('Meena Raman', '01/10/2026', [
        ['HbA1c', '7.4', '%', '4.0 - 5.6'],
        ['Total Cholesterol', '2100', 'mg/dL', '0 - 200'],
      ]),
    )
    const results = await resultsOf(client, id)
    expect(find(results, HBA1C)).toMatchObject({ review_status: 'confirmed', reviewed_by: 'standing_consent' })
    expect(results.find(({ test }) => test.includes('Cholesterol'))).toMatchObject({
      needs_review: true,
      review_status: 'open',
    })
    expect(await metricsOf(client)).toMatchObject([{ metric_type: 'hba1c', value: '7.4' }])
    // Another person's report stays out, whatever was agreed to.
    await readNow(client, await report('Suresh Iyer', '02/10/2026', [['HbA1c', '9.9', '%', '4.0 - 5.6']]))
    expect(await metricsOf(client)).toHaveLength(1)
  })

  it('come in units that measurements have', async () => {
    const client = await registerClient(server.address, { name: 'Meena Raman' })
    const id = await readNow(
      client,
      await report('Meena Raman', '01/10/2026', [['Fasting Blood Glucose', '1.26', 'g/L', '0.7 - 1.0']]),
    )
    const [glucose] = await resultsOf(client, id)
    await client.json('PATCH', `/api/v1/documents/${id}/results/${glucose?.id}`, { review_status: 'confirmed' })
    expect(await metricsOf(client)).toMatchObject([{ metric_type: 'blood_glucose', value: '126', unit: 'mg/dL' }])
  })
})

describe('a report that names somebody else', () => {
  it('asks whose it is, and a family member’s values never become the person’s', async () => {
    const client = await registerClient(server.address, { name: 'Asha Venkatesan', language: 'hi' })
    const id = await readNow(client, sample)
    const document = await client.json<Document>('GET', `/api/v1/documents/${id}`)
    expect(document).toMatchObject({ subject: 'unclear', person_match: 'different' })
    expect(document.reading_notes[0]).toMatchObject({
      code: 'person_unclear',
      text: expect.stringContaining('Meena Raman'),
    })
    const hba1c = find(await resultsOf(client, id), HBA1C)
    const address = `/api/v1/documents/${id}/results/${hba1c.id}`

    const refused = await client.request('PATCH', address, { review_status: 'confirmed' })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ type: 'urn:swasthwrap:problem:document-person-unclear' })

    await client.json('PUT', `/api/v1/documents/${id}/person`, { subject: 'family' })
    await client.json('PATCH', address, { review_status: 'confirmed' })
    expect(await metricsOf(client)).toEqual([])
    const { data } = await client.json<{ data: Result[] }>('GET', `/api/v1/results?code=${HBA1C}`)
    expect(data).toEqual([])
    expect((await client.ask('What is my HbA1c?')).text).not.toContain('8.2')

    await client.json('PUT', `/api/v1/documents/${id}/person`, { subject: 'self' })
    expect(await metricsOf(client)).toMatchObject([{ metric_type: 'hba1c', value: '8.2' }])
    await client.json('PUT', `/api/v1/documents/${id}/person`, { subject: 'family' })
    expect(await metricsOf(client)).toEqual([])
  })
})

describe('reports over time', () => {
  it('are compared over units, and one test is listed over all of them', async () => {
    const client = await registerClient(server.address, { name: 'Meena Raman' })
    const rows = (hba1c: string, glucose: readonly [string, string, string]) =>
      [
        ['HbA1c', hba1c, '%', '4.0 - 5.6'],
        ['Fasting Blood Glucose', ...glucose],
      ] as const
    await readNow(client, await report('Meena Raman', '05/01/2026', rows('7.0', ['7.0', 'mmol/L', '3.9 - 5.5'])))
    const id = await readNow(
      client,
      await report('Meena Raman', '05/04/2026', rows('8.0', ['99', 'mg/dL', '70 - 100'])),
    )
    const comparison = await client.json<{
      data: Record<string, unknown>[]
      only_here: unknown[]
      measured_on: string
    }>('GET', `/api/v1/documents/${id}/comparison`)
    expect(comparison).toMatchObject({ measured_on: '2026-04-05', only_here: [] })
    expect(comparison.data).toMatchObject([
      {
        days_between: 90,
        previous_in_unit: 7,
        change: 1,
        change_percent: 14.3,
        direction: 'up',
        towards: 'still_out_of_range',
      },
      { direction: 'down', towards: 'into_range' },
    ])
    expect(comparison.data[1]?.['previous_in_unit']).toBeCloseTo(126.1, 0)

    const series = await client.json<{ data: { measured_on: string; value_in_unit: number }[]; unit: string }>(
      'GET',
      `/api/v1/results?code=${HBA1C}`,
    )
    expect(series.unit).toBe('%')
    expect(series.data.map(({ measured_on, value_in_unit }) => [measured_on, value_in_unit])).toEqual([
      ['2026-04-05', 8],
      ['2026-01-05', 7],
    ])
  })
})

it('a value on a picture is held against what the person’s other reports say', async () => {
  const client = await registerClient(server.address, { name: 'Meena Raman' })
  const ferritin = (value: string) => [['Ferritin', value, 'ng/mL', '']] as const
  await readNow(client, await report('Meena Raman', '05/01/2026', ferritin('98')))
  // A text layer loses no points.
  const drawn = await readNow(client, await report('Meena Raman', '05/04/2026', ferritin('985')))
  expect(find(await resultsOf(client, drawn), FERRITIN)).toMatchObject({ value: '985', needs_review: false })
  const page = await client.request('GET', `/api/v1/documents/${drawn}/pages/1/image?width=1600`)
  // Deleted again: what is printed without a doubt would speak for the picture.
  const picture = sharp(Buffer.from(await page.arrayBuffer()))
  await client.request('DELETE', `/api/v1/documents/${drawn}`)
  const { width, height } = await picture.metadata()
  const top = await picture
    .extract({ left: 0, top: 0, width, height: Math.round(height * 0.25) })
    .png()
    .toBuffer()
  const id = await client.upload({ name: 'photo.png', bytes: Uint8Array.from(top) })
  expect(await client.waitForReading(id)).toMatchObject({ status: 'reviewed' })
  expect(find(await resultsOf(client, id), FERRITIN)).toMatchObject({
    value: '985',
    needs_review: true,
    review_reason: 'far_from_earlier_value',
    candidate: '98.5',
  })
})

describe('pages as pictures', () => {
  it('show the value inside of its box, to its owner alone', async () => {
    const client = await registerClient(server.address, { name: 'Meena Raman' })
    const id = await readNow(client, sample)
    const address = `/api/v1/documents/${id}/pages/1/image`
    const response = await client.request('GET', `${address}?width=800`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/webp')
    const picture = Buffer.from(await response.arrayBuffer())
    const { width, height } = await sharp(picture).metadata()
    expect(width).toBe(800)
    expect(response.headers.get('x-image-height')).toBe(String(height))
    const { box } = find(await resultsOf(client, id), HBA1C)
    const part = {
      left: Math.floor(box.x * width),
      top: Math.floor(box.y * height),
      width: Math.ceil(box.width * width),
      height: Math.ceil(box.height * height),
    }
    const { channels } = await sharp(picture).extract(part).greyscale().stats()
    expect(channels[0]?.min).toBeLessThan(100)

    const etag = response.headers.get('etag') ?? ''
    expect((await client.request('GET', `${address}?width=800`, undefined, { 'if-none-match': etag })).status).toBe(304)
    expect((await client.request('GET', `/api/v1/documents/${id}/pages/2/image`)).status).toBe(404)
    expect((await client.request('GET', `${address}?width=9000`)).status).toBe(422)
    const stranger = await registerClient(server.address)
    expect((await stranger.request('GET', address)).status).toBe(404)
  })
})

describe('what other documents would add', () => {
  interface Proposal {
    readonly id: string
    readonly kind: string
    readonly content: Record<string, unknown>
    readonly missing: string[]
    readonly status: string
    readonly record_id: string | null
  }
  const proposalsOf = async (client: ApiClient, id: string) =>
    (await client.json<{ data: Proposal[] }>('GET', `/api/v1/documents/${id}/proposals`)).data

  it('is proposed, and enters the record when the person accepts it', async () => {
    const client = await registerClient(server.address, { name: 'Asha Raman' })
    const id = await readNow(client, await typedPrescription())
    const proposals = await proposalsOf(client, id)
    expect(proposals.map(({ kind }) => kind)).toEqual(['condition', 'condition', ...Array(7).fill('medication')])
    const none = await client.json<{ data: unknown[] }>('GET', '/api/v1/medications')
    expect(none.data).toEqual([])

    const at = (index: number) => `/api/v1/documents/${id}/proposals/${proposals[index]?.id}`
    const accepted = await client.json<Proposal>('POST', `${at(5)}/accept`, {})
    expect(accepted).toMatchObject({ status: 'accepted' })
    const medication = await client.json('GET', `/api/v1/medications/${accepted.record_id}`)
    expect(medication).toMatchObject({
      medication_name: 'Glycomet GP 1',
      generic_name: 'Glimepiride + Metformin',
      dosage: '1 tablet',
      dosage_form: 'tablet',
      frequency: 'morning, night, before food',
      prescribed_by: 'Dr. Meenakshi Sundaram',
      start_date: '2026-10-12',
      end_date: '2026-11-10',
    })
    expect((await client.request('POST', `${at(5)}/accept`, {})).status).toBe(409)

    expect(proposals[0]?.missing).toEqual(['severity'])
    expect((await client.request('POST', `${at(0)}/accept`, {})).status).toBe(422)
    const condition = await client.json<Proposal>('POST', `${at(0)}/accept`, { changes: { severity: 'mild' } })
    expect(await client.json('GET', `/api/v1/conditions/${condition.record_id}`)).toMatchObject({
      name: 'Acute bronchitis',
    })
    await client.json('POST', `${at(1)}/decline`, {})

    await client.request('POST', `/api/v1/documents/${id}/read-again`)
    await client.waitForReading(id)
    const again = await proposalsOf(client, id)
    expect(again.filter(({ status }) => status === 'open')).toHaveLength(6)
    expect(again).toHaveLength(9)
  })

  it('comes with times to take it, which a course that goes on keeps', async () => {
    const client = await registerClient(server.address, { name: 'Asha Raman' })
    const id = await readNow(client, await dischargeSummary())
    const proposals = await proposalsOf(client, id)
    const ecosprin = proposals.find(({ content }) => String(content['medication_name']).startsWith('Ecosprin'))
    const { record_id } = await client.json<Proposal>(
      'POST',
      `/api/v1/documents/${id}/proposals/${ecosprin?.id}/accept`,
      {},
    )
    const { data } = await client.json<{ data: unknown[] }>('GET', `/api/v1/medications/${record_id}/schedules`)
    expect(data).toMatchObject([
      { time_of_day: '13:00', dosage_amount: '1 tablet', special_instructions: 'after food' },
    ])
    expect(await client.json('GET', `/api/v1/documents/${id}`)).toMatchObject({
      category: 'discharge_summary',
      document_date: '2026-10-08',
      summary: expect.stringContaining('Angioplasty'),
    })
  })
})

describe('a reading', () => {
  it('can be ended, and begun again', async () => {
    const client = await registerClient(server.address, { name: 'Meena Raman' })
    const id = await client.upload({ name: 'document.pdf', bytes: sample })
    const ended = await client.json<Document>('POST', `/api/v1/documents/${id}/cancel`)
    if (ended.status === 'uploaded') {
      expect(ended.processing_error).toMatch(/reading was ended/)
      expect(await resultsOf(client, id)).toEqual([])
      expect((await client.request('POST', `/api/v1/documents/${id}/retry`)).status).toBe(202)
    }
    expect((await client.waitForReading(id)).status).toBe('reviewed')
    expect((await resultsOf(client, id)).length).toBeGreaterThan(10)
  })
})
