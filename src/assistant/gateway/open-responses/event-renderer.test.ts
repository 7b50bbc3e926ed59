import { describe, expect, it } from 'vitest'
import type { Answer, TurnEvent } from '../../turn/turn-events.ts'
import type { LoggedEvent } from '../runs/logged-event.ts'
import { EventRenderer, type RendererOptions } from './event-renderer.ts'
import { responseId } from './identifiers.ts'
import type { EchoedRequest } from './response-resource.ts'

const runId = '0199f000-0000-7000-8000-000000000001'
const answerMessageId = '0199f000-0000-7000-8000-000000000002'
const documentId = '0199f000-0000-7000-8000-000000000003'

const echo: EchoedRequest = {
  model: 'swasthwrap',
  previousResponseId: null,
  instructions: null,
  tools: [],
  toolChoice: 'auto',
  parallelToolCalls: true,
  temperature: 1,
  topP: 1,
  presencePenalty: 0,
  frequencyPenalty: 0,
  topLogprobs: 0,
  truncation: 'disabled',
  maxOutputTokens: null,
  maxToolCalls: null,
  store: true,
  background: false,
  metadata: {},
  safetyIdentifier: null,
  promptCacheKey: null,
}

function options(overrides: Partial<RendererOptions> = {}): RendererOptions {
  return {
    runId,
    answerMessageId,
    frame: { id: responseId(runId), conversationId: 'session', createdAt: new Date(0), request: echo },
    origin: 'https://health.example',
    extensions: true,
    ...overrides,
  }
}

const answer: Answer = {
  messageId: answerMessageId,
  text: 'Your HbA1c is 8.2 %.',
  form: 'en',
  intent: 'explain_result',
  entities: {},
  sources: [],
  suggestions: ['What can I do?'],
  confidence: 0.9,
  confidenceParts: { match: 1 },
  model: 'swasthwrap-builtin',
  usage: { inputTokens: 10, outputTokens: 5 },
  milliseconds: 12,
}

const triage: TurnEvent = { type: 'triage.assessed', level: 'routine', redFlags: [], calls: [] }
const citation: TurnEvent = {
  type: 'citation.added',
  citation: { source: { kind: 'document', documentId, page: 2 }, title: 'HbA1c, page 2', start: 14, end: 17 },
}
const wholeTurn: TurnEvent[] = [
  { type: 'turn.started', sessionId: 's', userMessageId: 'm' },
  { type: 'language.detected', form: 'en', confidence: 1 },
  triage,
  { type: 'text.delta', text: 'Your HbA1c is ' },
  { type: 'text.delta', text: '8.2 %.' },
  citation,
  { type: 'turn.completed', answer },
]

function renderAll(renderer: EventRenderer, events: readonly TurnEvent[]): LoggedEvent[] {
  return [...renderer.start(), ...events.flatMap((event) => renderer.render(event))]
}

// biome-ignore lint/suspicious/noExplicitAny: wire events are inspected field by field here.
const parse = (event: LoggedEvent | undefined): any => JSON.parse(event?.json ?? 'null')

describe('a whole answer', () => {
  const events = renderAll(new EventRenderer(options()), wholeTurn)

  it('is numbered from 0 without gaps, in the number and in the JSON alike', () => {
    expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index))
    expect(events.map((event) => parse(event).sequence_number)).toEqual(events.map((_, index) => index))
    expect(events.map((event) => parse(event).type)).toEqual(events.map((event) => event.type))
  })

  it('follows the life cycle that the specification lays down', () => {
    expect(events.map((event) => event.type)).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.output_item.done',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.delta',
      'response.output_text.annotation.added',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.output_item.added',
      'response.output_item.done',
      'response.completed',
    ])
  })

  it('ends with the response that the events amount to', () => {
    const { response } = parse(events.at(-1))
    expect(response.status).toBe('completed')
    expect(response.output.map((item: { type: string }) => item.type)).toEqual([
      'swasthwrap:triage',
      'message',
      'swasthwrap:answer',
    ])
    expect(response.output[1].content[0].text).toBe('Your HbA1c is 8.2 %.')
    expect(response.usage.total_tokens).toBe(15)
    expect(response.conversation).toEqual({ id: 'session' })
  })

  it('points its annotation at the page of the document', () => {
    const { annotation } = parse(events[8])
    expect(annotation).toMatchObject({
      type: 'url_citation',
      url: `https://health.example/api/v1/documents/${documentId}/content#page=2`,
      start_index: 14,
      end_index: 17,
      source: { kind: 'document', document_id: documentId, page: 2 },
    })
  })

  it('repeats every item added with the same id and index when it is done', () => {
    const at = (type: string) => events.filter((event) => event.type === type).map((event) => parse(event))
    const key = (event: { output_index: number; item: { id: string } }) => `${event.output_index}:${event.item.id}`
    expect(at('response.output_item.done').map(key)).toEqual(at('response.output_item.added').map(key))
  })
})

describe('clients that know only the specification', () => {
  it('are sent no item of ours, and indexes without gaps', () => {
    const events = renderAll(new EventRenderer(options({ extensions: false })), wholeTurn)
    expect(events.every((event) => !event.json.includes('"swasthwrap:'))).toBe(true)
    expect(parse(events[2]).output_index).toBe(0)
    expect(parse(events.at(-1)).response.output).toHaveLength(1)
  })
})

describe('other endings', () => {
  it.each([
    [{ type: 'turn.failed', problem: 'internal-error', message: 'Sorry.' }, 'response.failed', 'failed'],
    [{ type: 'turn.cancelled' }, 'response.incomplete', 'cancelled'],
  ] as const)('%o closes the open message as incomplete', (ending, type, status) => {
    const events = renderAll(new EventRenderer(options()), [{ type: 'text.delta', text: 'Half an' }, ending])
    const last = events.at(-1)
    expect(last?.type).toBe(type)
    expect(parse(last).response).toMatchObject({ status, output: [{ type: 'message', status: 'incomplete' }] })
    expect(parse(last).response.output[0].content[0].text).toBe('Half an')
  })

  it('say what failed, in the words of the person', () => {
    const events = new EventRenderer(options()).render({
      type: 'turn.failed',
      problem: 'service-unavailable',
      message: 'Not available just now',
    })
    expect(parse(events.at(-1)).response.error).toEqual({
      code: 'service_unavailable',
      message: 'Not available just now',
    })
  })
})

describe('calls of the client’s own functions', () => {
  it('stream their arguments and stay outstanding', () => {
    const events = new EventRenderer(options()).render({
      type: 'client_tool.called',
      callId: 'call_1',
      name: 'get_weather',
      arguments: '{"city":"Chennai"}',
    })
    expect(events.map((event) => event.type)).toEqual([
      'response.output_item.added',
      'response.function_call_arguments.delta',
      'response.function_call_arguments.done',
      'response.output_item.done',
    ])
    expect(parse(events[0]).item).toMatchObject({ type: 'function_call', arguments: '', status: 'in_progress' })
    expect(parse(events[3]).item).toMatchObject({ call_id: 'call_1', arguments: '{"city":"Chennai"}' })
  })
})

describe('documents that the answer waits for', () => {
  const progress = (status: 'in_progress' | 'completed' | 'failed', page: number): TurnEvent => ({
    type: 'document.progress',
    documentId,
    name: 'report.pdf',
    status,
    stage: 'recognising',
    page,
    pages: 3,
  })

  it('are one item from the first word to the last', () => {
    const renderer = new EventRenderer(options())
    const events = [progress('in_progress', 0), progress('in_progress', 1), progress('completed', 3)].flatMap((event) =>
      renderer.render(event),
    )
    expect(events.map((event) => event.type)).toEqual(['response.output_item.added', 'response.output_item.done'])
    expect(parse(events[1]).item).toMatchObject({ status: 'completed', page: 3 })
  })

  it('that were read at once are added and done', () => {
    const events = new EventRenderer(options()).render(progress('completed', 3))
    expect(events.map((event) => event.type)).toEqual(['response.output_item.added', 'response.output_item.done'])
    expect(events.map((event) => event.sequence)).toEqual([0, 1])
  })
})

describe('a renderer rebuilt from a log', () => {
  const whole = renderAll(new EventRenderer(options()), wholeTurn)
  const withoutTimes = (events: readonly LoggedEvent[]) =>
    events.map((event) => event.json.replace(/"completed_at":\d+/, '"completed_at":0'))

  it.each(wholeTurn.slice(2).map((_, index) => index + 2))(
    'goes on after turn event %i exactly as the first one would have',
    (cut) => {
      const logged = renderAll(new EventRenderer(options()), wholeTurn.slice(0, cut))
      const restored = EventRenderer.restore(options(), logged)
      const rest = wholeTurn.slice(cut).flatMap((event) => restored.render(event))
      expect(withoutTimes([...logged, ...rest])).toEqual(withoutTimes(whole))
    },
  )
})
