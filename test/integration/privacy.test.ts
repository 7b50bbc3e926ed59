import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import yauzl from 'yauzl'
import yazl from 'yazl'
import { ownedTables } from '../../src/domains/privacy/owned-tables.ts'
import { type Connection, createConnection } from '../../src/platform/database/index.ts'
import { connectionStringOf } from '../../src/runtime/embedded-postgres.ts'
import { sampleRows } from '../db/sample-rows.ts'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { startTestServer } from '../support/test-server.ts'
import { waitFor } from '../support/wait-for.ts'

const REPORT = new URL('../../src/demo/sample-report.pdf', import.meta.url)
const PERSON = {
  name: 'Asha Raman',
  email: 'asha.raman@example.org',
  password: 'green mango tree 42',
  language: 'ta',
} as const

/** Milliseconds. Asking more often would only hold up what is waited for. */
const POLL = 80

interface Job {
  readonly id: string
  readonly status: string
  readonly content: string
  readonly sha256: string
  readonly tables: readonly { table: string; added: number; kept: number }[]
  readonly problem: { code: string; file: string | null; row: number | null } | null
}

let server: Awaited<ReturnType<typeof startTestServer>>
let owner: Connection
let asha: ApiClient
let ravi: ApiClient
let report: Uint8Array<ArrayBuffer>
let documentId: string

beforeAll(async () => {
  server = await startTestServer()
  owner = createConnection(
    server.environment['DATABASE_URL'] ?? connectionStringOf(path.join(server.dataDirectory, 'postgres')),
  )
  await owner.connect()
  report = new Uint8Array(await readFile(REPORT))
  ;[asha, ravi] = await Promise.all([registerClient(server.address, PERSON), registerClient(server.address)])
})
afterAll(async () => {
  await owner?.end()
  await server?.close()
})

/** A record with something in every domain: by the API where a person would, by the least row everywhere else. */
async function makeRecord(person: ApiClient): Promise<string> {
  const id = await person.upload({ name: 'என் அறிக்கை.pdf', bytes: report })
  expect(await person.waitForReading(id)).toMatchObject({ status: 'reviewed' })
  await person.json('POST', `/api/v1/documents/${id}/tags`, { tag_name: 'blood' })
  await person.json('PATCH', '/api/v1/me', { blood_group: 'B+', interests: ['yoga'], date_of_birth: '1958-07-21' })
  await person.json('PATCH', '/api/v1/me/profile', { height: 158.5, occupation: 'Teacher' })
  await person.json('PATCH', '/api/v1/me/preferences', { dark_mode: true, timezone: 'Asia/Colombo' })
  await person.ask([
    {
      type: 'message',
      role: 'user',
      content: [
        { type: 'input_text', text: 'What is my HbA1c?' },
        { type: 'input_file', file_id: id },
      ],
    },
  ])
  const rows = sampleRows(person.userId)
  const byApi = /^(?:document|medical_documents|chat_attachments|notification_preferences|user_)/
  for (const { table, part } of ownedTables()) {
    const row = rows.get(table)
    if (part !== 'record' || row === undefined || byApi.test(table)) continue
    const values = table === 'emergency_alerts' ? { ...row, settled_at: '2026-01-01' } : settled(table, row)
    const names = Object.keys(values)
    const places = names.map((_, at) => `$${at + 1}`)
    await owner.query(`insert into ${table} (${names}) values (${places})`, Object.values(values))
  }
  const { id: _, document_id: __, ...proposal } = rows.get('document_proposals') ?? {}
  const values = { ...proposal, document_id: id }
  const places = Object.keys(values).map((_each, at) => `$${at + 1}`)
  await owner.query(`insert into document_proposals (${Object.keys(values)}) values (${places})`, Object.values(values))
  return id
}

/** Nothing of the sample is about to be sent. */
function settled(table: string, row: object): object {
  if (table === 'alert_deliveries') return { ...row, delivery_status: 'delivered', due_at: null }
  return table === 'notification_deliveries' ? { ...row, status: 'sent' } : row
}

/** Every row of the record and the settings as the database holds it, without what belongs to the account that it is in. */
async function recordOf({ userId }: ApiClient): Promise<Record<string, object[]>> {
  const tables: Record<string, object[]> = {}
  for (const { table, part } of ownedTables()) {
    if (part === 'information') continue
    const column = table === 'users' ? 'id' : 'user_id'
    const found = await owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) - array['user_id', 'encryption_key', 'encryption_key_version'] as row from ${table} t where ${column} = $1`,
      [userId],
    )
    const rows = found.rows.map(({ row }) => plain(table, row, userId))
    tables[table] = rows.toSorted((one, other) => String(one['id']).localeCompare(String(other['id'])))
  }
  // By registering a sign-in was noted.
  tables['user_activity'] = (tables['user_activity'] ?? []).filter(
    (row) => 'activity_type' in row && row.activity_type !== 'login',
  )
  return tables
}

function plain(table: string, row: Record<string, unknown>, userId: string): Record<string, unknown> {
  const shown = Object.entries(row).map(([name, value]) => {
    if (typeof value !== 'string') return [name, value]
    // Another key seals it, and makes the digest, of the same text: that is looked at through the API.
    if (value.startsWith('\u0001swx1:')) return [name, 'sealed']
    return [name, value.replaceAll(userId, 'person')]
  })
  const values: Record<string, unknown> = Object.fromEntries(shown)
  if (table === 'document_pages') values['content_hash'] = null
  if (table === 'users') {
    for (const name of ['id', 'password_hash', 'updated_at', 'health_score', 'streak']) delete values[name]
  }
  if (table === 'user_profiles' || table === 'user_preferences' || table === 'privacy_settings')
    delete values['updated_at']
  return values
}

async function exported(person: ApiClient): Promise<{ job: Job; archive: Buffer }> {
  const asked = await person.request('POST', '/api/v1/me/export', {})
  expect(asked.status).toBe(202)
  const { id } = (await asked.json()) as Job
  const job = await waitFor('the export', async () => {
    await delay(POLL)
    const seen = await person.json<Job>('GET', `/api/v1/me/export/${id}`)
    expect(seen.status).not.toBe('failed')
    return seen.status === 'completed' && seen
  })
  const answer = await person.request('GET', job.content)
  expect(answer.status).toBe(200)
  return { job, archive: Buffer.from(await answer.arrayBuffer()) }
}

async function imported(person: ApiClient, archive: Uint8Array): Promise<Job> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(archive)]), 'swasthwrap.zip')
  const headers = { authorization: `Bearer ${person.accessToken}`, 'idempotency-key': randomUUID() }
  const send = () => fetch(`${server.address}/api/v1/me/import`, { method: 'POST', headers, body: form })
  const sent = await send()
  expect(sent.status).toBe(202)
  const { id } = (await sent.json()) as Job
  const again = await send()
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(await again.json()).toMatchObject({ id })
  return waitFor('the import', async () => {
    await delay(POLL)
    const seen = await person.json<Job>('GET', `/api/v1/me/import/${id}`)
    return ['completed', 'refused', 'failed'].includes(seen.status) && seen
  })
}

type Parts = Map<string, Buffer>

async function unpacked(archive: Buffer): Promise<Parts> {
  const zip = await yauzl.fromBufferPromise(archive)
  const parts: Parts = new Map()
  for await (const entry of zip.eachEntry()) {
    const chunks: Uint8Array[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array)
    parts.set(entry.fileName, Buffer.concat(chunks))
  }
  return parts
}

async function packed(parts: Parts): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of parts) zip.addBuffer(content, name)
  zip.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as unknown as Uint8Array)
  return Buffer.concat(chunks)
}

/** Changes a part, and the manifest with it: the archive of somebody who knows how they are made. */
function forged(parts: Parts, name: string, change: (content: string) => string): Parts {
  const content = Buffer.from(change(parts.get(name)?.toString() ?? '[]\n'))
  const manifest = JSON.parse(String(parts.get('manifest.json'))) as { parts: { path: string }[] }
  const rows = content
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('{')).length
  const sha256 = createHash('sha256').update(content).digest('hex')
  const others = manifest.parts.filter(({ path: known }) => known !== name)
  manifest.parts = [...others, { path: name, bytes: content.byteLength, sha256, rows } as { path: string }]
  return new Map([...parts, [name, content], ['manifest.json', Buffer.from(JSON.stringify(manifest))]])
}

describe('a whole record', () => {
  let before: Record<string, object[]>
  let ravisBefore: Record<string, object[]>
  let archive: Buffer
  let parts: Parts

  it('is exported as one archive, with every row and file, and without a secret', async () => {
    documentId = await makeRecord(asha)
    await ravi.json('PATCH', '/api/v1/me/profile', { occupation: 'Potter' })
    ravisBefore = await recordOf(ravi)
    before = await recordOf(asha)
    const { job, archive: whole } = await exported(asha)
    archive = whole
    expect(createHash('sha256').update(archive).digest('hex')).toBe(job.sha256)
    parts = await unpacked(archive)
    const manifest = JSON.parse(String(parts.get('manifest.json'))) as {
      schema_version: number
      parts: { path: string; bytes: number; sha256: string; rows?: number }[]
    }
    expect(manifest.schema_version).toBe(1)
    expect(manifest.parts.map((part) => part.path).sort()).toEqual(
      [...parts.keys()].filter((name) => name !== 'manifest.json').sort(),
    )
    for (const { path: name, sha256 } of manifest.parts) {
      expect([
        name,
        createHash('sha256')
          .update(parts.get(name) ?? '')
          .digest('hex'),
      ]).toEqual([name, sha256])
    }
    for (const [table, rows] of Object.entries(before)) {
      const part = manifest.parts.find((each) => each.path === `record/${table}.json`)
      if (table !== 'user_activity') expect([table, part?.rows]).toEqual([table, rows.length])
      if (sampleRows(asha.userId).has(table)) expect(rows.length, table).toBeGreaterThan(0)
    }
    expect(parts.get(`files/documents/${documentId}.pdf`)).toEqual(Buffer.from(report))
    expect(String(parts.get('README.txt'))).toMatch(/^Swasthwrap-இலிருந்து/)
    expect(JSON.parse(String(parts.get('fhir/patient-summary.json')))).toMatchObject({ resourceType: 'Bundle' })
    expect(String(parts.get('record/document_pages.json'))).toContain('HbA1c')
    const everything = [...parts.values()].join('\n')
    expect(everything).not.toMatch(/\$2b\$|swx1:|password_hash|session_token"|token_digest"|wrapped_/)
    expect(everything).not.toContain(ravi.userId)
  })

  it('is downloaded in parts, and by its person alone', async () => {
    const { data } = await asha.json<{ data: Job[] }>('GET', '/api/v1/me/export')
    const address = data[0]?.content ?? ''
    const first = await asha.request('GET', address, undefined, { range: 'bytes=0-999' })
    expect([first.status, first.headers.get('content-range')]).toEqual([206, `bytes 0-999/${archive.byteLength}`])
    const etag = first.headers.get('etag') ?? ''
    const rest = await asha.request('GET', address, undefined, { range: 'bytes=1000-', 'if-range': etag })
    const joined = Buffer.concat([Buffer.from(await first.arrayBuffer()), Buffer.from(await rest.arrayBuffer())])
    expect(joined.equals(archive)).toBe(true)
    const other = await asha.request('GET', address, undefined, { range: 'bytes=1000-', 'if-range': '"another"' })
    expect(other.status).toBe(200)
    await other.arrayBuffer()
    expect((await ravi.request('GET', address)).status).toBe(404)
    const lines = await asha.json<{ data: { action: string }[] }>(
      'GET',
      '/api/v1/audit-logs?action=me.export.content.get',
    )
    expect(lines.data.length).toBeGreaterThan(2)
    // On the disk nobody can read it.
    const folder = path.join(server.dataDirectory, 'backups/user_data', asha.userId)
    for (const name of await readdir(folder)) {
      const stored = await readFile(path.join(folder, name))
      expect(stored.subarray(0, 4).toString()).toBe('SWE1')
      expect(stored.includes('HbA1c')).toBe(false)
    }
  })

  it('is erased on the word of its person alone, everywhere, with a certificate that names nobody', async () => {
    const socket = new WebSocket(`${server.address.replace('http', 'ws')}/v1/responses`, {
      headers: { authorization: `Bearer ${asha.accessToken}` },
    })
    await once(socket, 'open')
    const ended = once(socket, 'close')
    expect((await asha.request('DELETE', '/api/v1/me')).status).toBe(403)
    expect((await asha.request('DELETE', '/api/v1/me', { password: 'something else' })).status).toBe(403)
    const begun = await asha.request('DELETE', '/api/v1/me', { password: PERSON.password })
    expect(begun.status).toBe(202)
    const { certificate_url } = (await begun.json()) as { certificate_url: string }
    expect((await asha.request('GET', '/api/v1/me')).status).toBe(401)
    await ended
    const read = async () =>
      (await (await fetch(`${server.address}${certificate_url}`)).json()) as Record<string, unknown>
    const certificate = await waitFor('the erasure', async () => {
      await delay(POLL)
      const seen = await read()
      return seen['status'] === 'completed' && seen
    })
    expect(certificate['claims']).toMatchObject({
      rows_by_table: { medical_documents: 1, medications: 1 },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect((certificate['claims'] as { files_erased: number }).files_erased).toBeGreaterThanOrEqual(2)
    const verify = async (jws: unknown) => {
      const answer = await fetch(`${server.address}/api/v1/erasures/verify`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ certificate: jws }),
      })
      return ((await answer.json()) as { valid: boolean }).valid
    }
    const jws = String(certificate['certificate'])
    expect(await verify(jws)).toBe(true)
    const [head, body, signature] = jws.split('.')
    const changed = Buffer.from(
      String(Buffer.from(body ?? '', 'base64url')).replace('"medications":1', '"medications":2'),
    )
    expect(await verify(`${head}.${changed.toString('base64url')}.${signature}`)).toBe(false)
    expect(await verify(asha.accessToken)).toBe(false)
    // Nothing in any table, queue or folder speaks of the person.
    const tables = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    for (const { name } of tables.rows) {
      const found = await owner.query(
        `select 1 from ${name} t where t::text like any (array[$1, $2, $3, $4]) limit 1`,
        [`%${asha.userId}%`, `%${PERSON.email}%`, '%Asha Raman%', `%${documentId}%`],
      )
      // Lines of the log stay; of a document they say that there was one.
      expect([name, name.endsWith('audit_logs') ? 0 : found.rows.length]).toEqual([name, 0])
    }
    const kept = await owner.query(
      `select 1 from audit_logs t where t::text like any (array[$1, $2, $3]) or (user_pseudonym is not null and coalesce(new_values, old_values) is not null)`,
      [`%${asha.userId}%`, `%${PERSON.email}%`, '%Asha Raman%'],
    )
    expect(kept.rows).toEqual([])
    for (const folder of ['uploads/documents', 'uploads/avatars', 'backups/user_data']) {
      expect(await readdir(path.join(server.dataDirectory, folder)).catch(() => [])).not.toContain(asha.userId)
    }
    expect(await recordOf(ravi)).toEqual(ravisBefore)
    const back = await fetch(`${server.address}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: PERSON.email, password: PERSON.password }),
    })
    expect(back.status).toBe(401)
  })

  it('comes back as it was', async () => {
    asha = await registerClient(server.address, PERSON)
    const job = await imported(asha, archive)
    expect(job).toMatchObject({ status: 'completed', problem: null })
    expect(await recordOf(asha)).toEqual(before)
    const file = await asha.request('GET', `/api/v1/documents/${documentId}/content`)
    expect(Buffer.from(await file.arrayBuffer())).toEqual(Buffer.from(report))
    const { text: said } = await asha.json<{ text: string }>('GET', `/api/v1/documents/${documentId}/text`)
    expect(said).toContain('HbA1c')
    const { data: found } = await asha.json<{ data: unknown[] }>('GET', '/api/v1/search?q=HbA1c&content_type=document')
    expect(found.length).toBeGreaterThan(0)
    // What was sealed says the same: a second export holds the same rows.
    const again = await unpacked((await exported(asha)).archive)
    for (const { table, part } of ownedTables()) {
      if (part !== 'record' || table === 'user_activity') continue
      const rows = (from: Parts) =>
        (JSON.parse(String(from.get(`record/${table}.json`))) as object[]).map((row) => ({
          ...row,
          content_hash: null,
        }))
      expect([table, rows(again)]).toEqual([table, rows(parts)])
    }
    const passages = (from: Parts) => JSON.parse(String(from.get('record/passages.json'))) as unknown
    expect(passages(again)).toEqual(passages(parts))
    expect(asha.userId).not.toBe('')
  })

  it('comes in once, however often it is sent, and beside what is there under ids of its own', async () => {
    const twice = await imported(asha, archive)
    expect(twice.tables.filter(({ added }) => added > 0)).toEqual([])
    expect(await recordOf(asha)).toEqual(before)
    const first = await imported(ravi, archive)
    expect(first).toMatchObject({ status: 'completed' })
    const after = await recordOf(ravi)
    expect(after['medications']).toHaveLength(before['medications']?.length ?? 0)
    // Nothing of a record was in the account: profile and settings came too.
    expect(await ravi.json('GET', '/api/v1/me/profile')).toMatchObject({ height: 158.5, occupation: 'Teacher' })
    expect(await ravi.json('GET', '/api/v1/me/preferences')).toMatchObject({ timezone: 'Asia/Colombo' })
    await ravi.json('PATCH', '/api/v1/me/profile', { occupation: 'Potter' })
    expect((await imported(ravi, archive)).tables.filter(({ added }) => added > 0)).toEqual([])
    const { user_profiles: _, ...rows } = after
    expect(await recordOf(ravi)).toMatchObject({ ...rows, user_profiles: [{ occupation: 'Potter' }] })
    expect(await recordOf(asha)).toEqual(before)
  })

  it('is refused whole where one row or file of it is wrong, which is named', async () => {
    const person = await registerClient(server.address)
    const empty = await recordOf(person)
    const pdf = `files/documents/${documentId}.pdf`
    const stranger = '"goal_id":"0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21"'
    const cases: [string, (content: string) => string, string, number | null][] = [
      ['record/allergies.json', (rows) => rows.replace('"active"', '"whatever"'), 'bad_value', 1],
      ['record/goal_progress.json', (rows) => rows.replace(/"goal_id":"[^"]+"/, stranger), 'broken_reference', 1],
      ['record/user_profiles.json', (rows) => rows.replace('158.5', '999999'), 'bad_value', 1],
      [pdf, () => '#!/bin/sh', 'wrong_file_type', null],
    ]
    for (const [file, change, code, row] of cases) {
      const job = await imported(person, await packed(forged(parts, file, change)))
      expect(job).toMatchObject({ status: 'refused', problem: { code, file, row } })
      expect(await recordOf(person)).toEqual(empty)
    }
    const folder = path.join(server.dataDirectory, 'uploads/documents', person.userId)
    const files = (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => name.length > 20)
    expect(files).toEqual([])
  })
})

describe('a consent', () => {
  interface Consent {
    readonly purpose: string
    readonly text: string
    readonly text_version: string
    readonly status: string
    readonly allowed: boolean
    readonly receipt_id: string
  }
  const decide = (person: ApiClient, purpose: string, body: object) =>
    person.json<Consent>('PUT', `/api/v1/me/consents/${purpose}`, body)

  it('has a receipt of what was shown, and what is taken back is taken back everywhere', async () => {
    const person = await registerClient(server.address, { language: 'hi' })
    const { data } = await person.json<{ data: Consent[] }>('GET', '/api/v1/me/consents')
    expect(data.map(({ purpose, status, allowed }) => [purpose, status, allowed])).toEqual([
      ['processing', 'given', true],
      ['sharing_with_doctors', 'not_asked', true],
      ['external_language_model', 'not_asked', false],
      ['analytics', 'not_asked', false],
      ['research', 'not_asked', false],
    ])
    const processing = data[0]
    const receipt = await person.json('GET', `/api/v1/me/consents/receipts/${processing?.receipt_id}`)
    expect(receipt).toMatchObject({
      pii_principal_id: person.userId,
      privacy_notice: processing?.text,
      language: 'hi',
      collection_method: 'registration',
      events: [{ event_state: 'consent_given' }],
    })
    const id = await person.upload({ name: 'report.pdf', bytes: report })
    await person.waitForReading(id)
    await decide(person, 'processing', { allowed: false })
    const unread = await person.upload({ name: 'again.pdf', bytes: report })
    const refused = await person.waitForReading(unread)
    expect(JSON.stringify(refused.processing_error)).toContain('सहमति')
    expect((await person.ask('मेरा HbA1c कितना है?')).text).toMatch(/^आपने अपनी सहमति वापस ले ली है/)
    expect((await person.ask('सीने में बहुत तेज़ दर्द है और साँस नहीं आ रही')).text).toMatch(/112|108/)
    await decide(person, 'sharing_with_doctors', { allowed: false })
    const share = { shared_with: 'doctor@example.org' }
    expect((await person.request('POST', `/api/v1/documents/${id}/shares`, share)).status).toBe(409)
    expect(await person.json('GET', '/api/v1/me/privacy')).toMatchObject({ share_data_with_doctors: false })
    await person.json('PATCH', '/api/v1/me/privacy', { allow_anonymous_analytics: true })
    const old = await person.request('PUT', '/api/v1/me/consents/research', { allowed: true, text_version: '0' })
    expect(old.status).toBe(409)
    await decide(person, 'processing', { allowed: true, text_version: '1' })
    expect((await person.ask('मेरा HbA1c कितना है?')).text).toContain('8.2')
    const receipts = await person.json<{ data: { purpose: string; events: { event_state: string }[] }[] }>(
      'GET',
      '/api/v1/me/consents/receipts',
    )
    const states = receipts.data.map(({ purpose, events }) => [
      purpose,
      events.map((event) => event.event_state).join(),
    ])
    expect(states.toSorted()).toEqual([
      ['analytics', 'consent_given'],
      ['processing', 'consent_given'],
      ['processing', 'consent_given,consent_withdrawn'],
      ['sharing_with_doctors', 'consent_refused'],
    ])
    const { data: lines } = await person.json<{ data: { action: string }[] }>('GET', '/api/v1/audit-logs?limit=100')
    const actions = lines.map(({ action }) => action)
    // Readings are lines as changes are.
    for (const action of ['consents.decide', 'consents.list', 'me.privacy.get', 'documents.get'])
      expect(actions).toContain(action)
  })
})
