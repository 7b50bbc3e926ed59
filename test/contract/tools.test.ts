import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LanguageForm } from '../../src/clinical/language-forms.ts'
import type { ToolOutcome } from '../../src/operations/adapters/call-as-tool.ts'
import { toolsFor } from '../../src/operations/adapters/langchain-tools.ts'
import { isForModels } from '../../src/operations/adapters/tool-schema.ts'
import { findTools, toolSearch } from '../../src/operations/adapters/tool-search.ts'
import type { Caller } from '../../src/operations/define-operation.ts'
import { type DescribeSettings, describeActionInLine } from '../../src/operations/describe-action.ts'
import { exampleOf } from '../../src/operations/schema-shape.ts'
import {
  catalogue,
  type OperationsApp,
  openOperationsApp,
  operationNamed,
  pendingActions,
} from './support/operations-app.ts'

let now = new Date('2026-03-12T06:00:00Z')
let context: OperationsApp
beforeAll(async () => {
  context = await openOperationsApp({ now: () => now })
})
afterAll(async () => context.close())
beforeEach(async () => {
  now = new Date('2026-03-12T06:00:00Z')
  for (const table of ['medications', 'allergies', 'pending_actions']) {
    await context.testDatabase.query(`delete from ${table}`)
  }
})

/** Calls a tool as LangChain's agent does. */
async function callTool(name: string, args: object, language: Caller['language'] = 'en') {
  const { asha, executor } = context
  const tools = toolsFor(catalogue, { caller: { ...asha, language, surface: 'assistant' }, executor, pendingActions })
  const tool = tools.find((each) => each.name === name)
  if (!tool) throw new Error(`There is no tool ${name}`)
  const message = await tool.invoke({ type: 'tool_call', id: 'call-1', name, args })
  return { content: String(message.content), outcome: message.artifact as ToolOutcome }
}

const medicine = {
  medication_name: 'Mox 500',
  generic_name: null,
  brand_name: null,
  dosage: '500 mg',
  dosage_form: null,
  strength: null,
  frequency: 'Three times a day',
  route: null,
  prescribed_by: 'Dr. Iyer',
  pharmacy: null,
  prescription_number: null,
  start_date: '2026-03-12',
  end_date: null,
  refills_remaining: null,
  instructions: null,
  side_effects: null,
  status: null,
  acknowledge_warnings: null,
}

describe('a tool that reads', () => {
  it('answers with the rows', async () => {
    await context.call(context.asha, 'POST', '/allergies', { body: { substance: 'Latex' } })
    const nothing = {
      substance: null,
      severity: null,
      status: null,
      from: null,
      to: null,
      sort: null,
      limit: null,
      cursor: null,
    }
    const { content, outcome } = await callTool('allergies_list', nothing, 'hi')
    expect(JSON.parse(content).data).toMatchObject([{ substance: 'Latex' }])
    expect(outcome).toMatchObject({ operation: 'allergies.list', status: 'completed', summary: 'एलर्जी देखना' })
  })

  it('says what is wrong in a way the model can use', async () => {
    const { content, outcome } = await callTool('allergies_get', { id: '0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21' })
    expect(outcome).toMatchObject({ status: 'failed', problem: { status: 404 } })
    expect(JSON.parse(content).failed.title).toBe('Not found')
  })
})

describe('a tool that writes', () => {
  const pending = async () => (await context.call(context.asha, 'GET', '/pending-actions')).body_.data

  it('does not act: the person confirms, and then it is done once', async () => {
    const { asha, bala, call } = context
    const { content, outcome } = await callTool('medications_add', medicine)
    expect(outcome.status).toBe('awaiting_confirmation')
    expect(outcome.summary).toContain('Add a medicine – medicine: Mox 500, dose: 500 mg')
    expect(JSON.parse(content)).toHaveProperty('awaiting_confirmation')
    expect((await call(asha, 'GET', '/medications')).body_.data).toEqual([])

    const [action] = await pending()
    expect(action).toMatchObject({
      id: outcome.pendingActionId,
      title: 'Add a medicine',
      status: 'pending',
      reasons: [],
    })
    expect(action.details).toContainEqual({ label: 'medicine', value: 'Mox 500' })
    const confirm = `/pending-actions/${action.id}/confirm`
    expect((await call(bala, 'POST', confirm)).statusCode).toBe(404)
    const done = await call(asha, 'POST', confirm)
    expect(done.statusCode, done.payload).toBe(200)
    expect(done.body_).toMatchObject({ status: 'confirmed', result: { medication_name: 'Mox 500' } })
    expect((await call(asha, 'GET', '/medications')).body_.data).toHaveLength(1)

    const again = await call(asha, 'POST', confirm)
    expect(again.statusCode).toBe(409)
    expect((await call(asha, 'GET', '/medications')).body_.data).toHaveLength(1)
    const audited = await context.testDatabase.query(
      "select action from audit_logs where user_id = $1 and success and action in ('medications.add', 'pending-actions.confirm')",
      [asha.userId],
    )
    expect(audited.map((row) => row['action']).sort()).toEqual(['medications.add', 'pending-actions.confirm'])
  })

  it('tells the person what speaks against it, and confirming answers that too', async () => {
    const { asha, call } = context
    await call(asha, 'POST', '/allergies', { body: { substance: 'पेनिसिलिन' } })
    const { outcome } = await callTool('medications_add', medicine, 'hi')
    expect(outcome.reasons).toEqual([expect.stringContaining('पेनिसिलिन')])
    const [action] = await pending()
    expect(action.reasons).toEqual(outcome.reasons)
    const done = await call(asha, 'POST', `/pending-actions/${action.id}/confirm`)
    expect(done.body_.result).toMatchObject({ medication_name: 'Mox 500' })
  })

  it('hears at once what is wrong, and nothing waits', async () => {
    const { outcome } = await callTool('medications_add', { ...medicine, end_date: '2026-01-01' })
    expect(outcome).toMatchObject({
      status: 'failed',
      problem: { errors: [{ pointer: '/end_date', code: 'ends_before_start' }] },
    })
    const missing = await callTool('medications_delete', { id: '0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21' })
    expect(missing.outcome).toMatchObject({ status: 'failed', problem: { status: 404 } })
    expect(await pending()).toEqual([])
  })

  it('empties a field only by name', async () => {
    const { asha, call } = context
    const { id } = (await call(asha, 'POST', '/allergies', { body: { substance: 'Latex', reaction: 'Rash' } })).body_
    const unchanged = {
      id,
      substance: null,
      reaction: null,
      severity: 'mild',
      noted_date: null,
      status: null,
      clear: null,
    }
    const confirm = async (args: object) => {
      const { outcome } = await callTool('allergies_update', args)
      return (await call(asha, 'POST', `/pending-actions/${outcome.pendingActionId}/confirm`)).body_.result
    }
    expect(await confirm(unchanged)).toMatchObject({ reaction: 'Rash', severity: 'mild' })
    expect(await confirm({ ...unchanged, severity: null, clear: ['reaction'] })).toMatchObject({
      reaction: null,
      severity: 'mild',
    })
  })

  it('can be dropped, and waits a day and not longer', async () => {
    const { asha, call } = context
    const first = (await callTool('medications_add', medicine)).outcome.pendingActionId
    expect((await call(asha, 'POST', `/pending-actions/${first}/cancel`)).body_.status).toBe('rejected')
    expect((await call(asha, 'POST', `/pending-actions/${first}/confirm`)).statusCode).toBe(409)
    const second = (await callTool('medications_add', medicine)).outcome.pendingActionId
    now = new Date('2026-03-13T06:00:01Z')
    const late = await call(asha, 'POST', `/pending-actions/${second}/confirm`)
    expect(late.body_.type).toBe('urn:swasthwrap:problem:pending-action-expired')
    expect(await pending()).toEqual([])
    expect((await call(asha, 'GET', `/pending-actions/${second}`)).body_.status).toBe('expired')
    expect((await call(asha, 'GET', '/medications')).body_.data).toEqual([])
  })

  it('leaves the confirmation to the person: no tool decides', () => {
    const tools = toolsFor(catalogue, { caller: context.asha, executor: context.executor, pendingActions })
    expect(tools.filter((tool) => /pending-actions_(?:confirm|cancel)/.test(tool.name))).toEqual([])
    expect(tools.length).toBeGreaterThan(20)
  })
})

describe('what a person is told of an action', () => {
  const told = (name: string, input: object, form: LanguageForm = 'en', settings: DescribeSettings = {}) =>
    describeActionInLine(operationNamed(name), input, form, settings)
  const pressure = {
    metric_type: 'blood_pressure',
    value: null,
    systolic: 128,
    diastolic: 82,
    unit: 'mmHg',
    measured_at: '2026-03-12T02:15:00Z',
  }
  const row = { ...pressure, value: '128/82' }

  it.each<[string, object, LanguageForm, DescribeSettings, string]>([
    [
      'metrics.add',
      pressure,
      'en',
      {},
      'Note a measurement – what: blood pressure, value: 128/82 mmHg, when: 12 March 2026, 7:45 am',
    ],
    ['metrics.add', pressure, 'hi', {}, 'नाप लिखना – क्या: बीपी, कितना: 128/82 mmHg, कब: 12 मार्च 2026, 7:45 am'],
    ['metrics.add', pressure, 'hi-Latn', {}, 'naap likhna – kya: BP, kitna: 128/82 mmHg, kab: 12 March 2026, 7:45 am'],
    [
      'metrics.add',
      { metric_type: 'temperature', value: '101.2', unit: 'fahrenheit' },
      'en',
      {},
      'Note a measurement – what: temperature, value: 101.2 °F',
    ],
    [
      'metrics.update',
      { systolic: 118 },
      'en',
      { subject: row, timeZone: 'Europe/Berlin' },
      'Correct a measurement – what: blood pressure, value: 118/82 mmHg, when: 12 March 2026, 3:15 am',
    ],
    [
      'metrics.update',
      { value: '118/76' },
      'en',
      { subject: { ...row, measured_at: undefined } },
      'Correct a measurement – what: blood pressure, value: 118/76 mmHg',
    ],
    [
      'medications.update',
      { dosage: '850 mg', end_date: null },
      'en',
      { subject: { medication_name: 'Metformin', dosage: '500 mg', start_date: '2026-01-01' } },
      'Change a medicine – medicine: Metformin, dose: 850 mg, from: 1 January 2026, until: (emptied)',
    ],
    [
      'medications.schedules.add',
      { time_of_day: '20:30', days_of_week: [0, 6], dosage_amount: null },
      'en',
      {},
      'Add a time to take a medicine – at: 8:30 pm, days: Sunday, Saturday',
    ],
    [
      'appointments.add',
      { location_coordinates: { latitude: 13, longitude: 80 } },
      'en',
      {},
      'Note an appointment – place: latitude 13, longitude 80',
    ],
  ])('%s of %j in %s', (name, input, form, settings, line) => {
    expect(told(name, input, form, settings)).toBe(line)
  })

  it('names the row that would go, in the chat and in the list of what waits', async () => {
    const { asha, call } = context
    const { id } = (await call(asha, 'POST', '/allergies', { body: { substance: 'Latex' } })).body_
    const { outcome } = await callTool('allergies_delete', { id })
    expect(outcome.summary).toBe('Delete an allergy – allergic to: Latex')
    const { data } = (await call(asha, 'GET', '/pending-actions')).body_
    expect(data[0]).toMatchObject({ title: 'Delete an allergy', details: [{ label: 'allergic to', value: 'Latex' }] })
  })

  it('is in the script of whoever reads, whatever is done', () => {
    const foreign = catalogue
      .filter((operation) => operation.tool)
      .flatMap((operation) =>
        (['hi-Latn', 'ta-Latn'] as const).map((form) =>
          told(operation.name, exampleOf(operation.input) as object, form),
        ),
      )
      .filter((line) => /[\p{Script=Devanagari}\p{Script=Tamil}]|\dT\d\d:/u.test(line))
    expect(foreign).toEqual([])
  })
})

describe('tools that a turn does not offer', () => {
  it.each([
    ['change quiet hours', 'me.notification-preferences.update'],
    ['who can see my report', 'documents.shares.list'],
    ['share a document with a doctor by link', 'documents.shares.add'],
    ['emergency contact add', 'emergency.contacts.add'],
    ['mark all notifications as read', 'notifications.read-all'],
    ['who looked at my data', 'audit-logs.list'],
    ['earlier conversation messages', 'chat.sessions.messages.list'],
    ['set reminder for appointment', 'appointments.reminders.add'],
    ['time zone preferences', 'me.preferences.update'],
    ['how regularly medicines were taken adherence', 'adherence.list'],
  ])('are found by "%s": %s', (query, name) => {
    const found = findTools(catalogue, query).map((operation) => operation.name)
    expect(found.slice(0, 3)).toContain(name)
    expect(found.length).toBeLessThanOrEqual(5)
  })

  it('can each be found by what it is for', () => {
    const lost = catalogue
      .filter(isForModels)
      .filter((operation) => !findTools(catalogue, operation.summary).includes(operation))
    expect(lost.map(({ name }) => name)).toEqual([])
  })

  it('are called by name, and what they change waits for the person', async () => {
    const { asha, executor } = context
    const [find, use] = toolSearch(catalogue, { caller: { ...asha, surface: 'assistant' }, executor, pendingActions })
    const call = async (tool: typeof use, args: object) =>
      await tool?.invoke({ type: 'tool_call', id: 'call-1', name: tool.name, args })
    const told = JSON.parse(String((await call(find, { query: 'add allergy' }))?.content))
    expect(told[0]).toMatchObject({ name: 'allergies_add', arguments: { properties: { substance: {} } } })
    const added = await call(use, { name: 'allergies_add', arguments: { substance: 'Dust' } })
    expect(added?.artifact).toMatchObject({ operation: 'allergies.add', status: 'awaiting_confirmation' })
    expect(String((await call(use, { name: 'pending_actions_confirm', arguments: {} }))?.content)).toContain('no tool')
  })
})
