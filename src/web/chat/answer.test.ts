import { describe, expect, it } from 'vitest'
import { type Answer, type AnswerEvent, isOver, leavesGap, NO_ANSWER, withEvent } from './answer.ts'

const MESSAGE = 'msg_0198f3a26f0e7c119d525a0c6b7e4d21'
const citation = {
  type: 'url_citation',
  url: '',
  title: 'HbA1c, page 1',
  start_index: 0,
  end_index: 5,
  source: { kind: 'document', document_id: 'd', page: 1, box: null },
} as const

/** A whole answer as the server tells it. */
const RUN: readonly AnswerEvent[] = [
  { type: 'response.created', response: { id: 'resp_1', conversation: { id: 'c-1' } } },
  { type: 'response.in_progress' },
  { type: 'response.output_item.added', item: { type: 'message', id: MESSAGE } },
  { type: 'response.content_part.added' },
  { type: 'response.output_text.delta', delta: 'HbA1c' },
  { type: 'response.output_text.delta', delta: ' is 8.2 %' },
  { type: 'response.output_text.annotation.added', annotation: citation },
  { type: 'response.output_text.done', text: 'HbA1c is 8.2 %' },
  {
    type: 'response.output_item.done',
    item: {
      type: 'swasthwrap:answer',
      id: 'ans_1',
      status: 'completed',
      language: 'ta-Latn',
      intent: 'explain_result',
      entities: {},
      sources: [],
      suggestions: ['And now?'],
      confidence: 0.9,
      confidence_parts: {},
      model: 'swasthwrap-builtin',
      processing_time_ms: 5,
    },
  },
  { type: 'response.completed', response: { id: 'resp_1' } },
].map((event, sequence) => ({ ...event, sequence_number: sequence }) as AnswerEvent)

const play = (events: readonly AnswerEvent[], from: Answer = NO_ANSWER): Answer => events.reduce(withEvent, from)

describe('an answer', () => {
  it('becomes what the server tells', () => {
    expect(play(RUN)).toEqual({
      ...NO_ANSWER,
      status: 'completed',
      responseId: 'resp_1',
      conversationId: 'c-1',
      messageId: '0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21',
      sequence: RUN.length - 1,
      text: 'HbA1c is 8.2 %',
      citations: [citation],
      suggestions: ['And now?'],
      model: 'swasthwrap-builtin',
      confidence: 0.9,
      language: 'ta-Latn',
    })
  })

  it.each(RUN.map((_, at) => at))('is the same when the connection drops after %i events and overlaps', (at) => {
    const dropped = play(RUN.slice(0, at))
    const resumed = play(RUN.slice(Math.max(0, at - 3)), dropped)
    expect(resumed).toEqual(play(RUN))
  })

  it('takes no event before its turn, and says that some are missing', () => {
    const begun = play(RUN.slice(0, 5))
    const early = RUN[6] as AnswerEvent
    expect(leavesGap(begun, early)).toBe(true)
    expect(withEvent(begun, early)).toBe(begun)
    expect(leavesGap(begun, RUN[5] as AnswerEvent)).toBe(false)
    expect(leavesGap(begun, RUN[1] as AnswerEvent)).toBe(false)
  })

  it.each([
    ['response.completed', 'completed'],
    ['response.incomplete', 'stopped'],
    ['response.failed', 'failed'],
  ] as const)('is over after %s: %s', (type, status) => {
    const answer = play([...RUN.slice(0, 5), { type, sequence_number: 5 }])
    expect(answer.status).toBe(status)
    expect(isOver(answer)).toBe(true)
    expect(isOver(play(RUN.slice(0, 5)))).toBe(false)
  })

  it('waits in line and then goes on', () => {
    const events = ['response.created', 'response.in_progress', 'response.queued', 'response.in_progress']
    const statuses = events.map(
      (_, at) => play(events.slice(0, at + 1).map((type, sequence) => ({ type, sequence_number: sequence }))).status,
    )
    expect(statuses).toEqual(['waiting', 'waiting', 'queued', 'waiting'])
  })

  it('holds each proposal, report and emergency once though each is told twice', () => {
    const items = [
      { type: 'swasthwrap:triage', id: 't', status: 'completed', level: 'emergency', red_flags: [], calls: [] },
      {
        type: 'swasthwrap:tool_call',
        id: 'x',
        status: 'awaiting_confirmation',
        call_id: '1',
        name: 'metrics.add',
        input: {},
        summary: 'Note a reading',
        pending_action_id: 'p-1',
      },
      {
        type: 'swasthwrap:document',
        id: 'd',
        status: 'in_progress',
        document_id: 'd-1',
        name: 'report.pdf',
        stage: 'reading',
        page: 0,
        pages: 0,
        message: null,
      },
    ] as const
    const told = items.flatMap((item) => [
      item,
      item.type === 'swasthwrap:document' ? { ...item, status: 'completed' as const } : item,
    ])
    const answer = play(
      told.map((item, sequence) => ({ type: 'response.output_item.added', sequence_number: sequence, item })),
    )
    expect(answer.triage?.level).toBe('emergency')
    expect(answer.receipts.map(({ pending_action_id }) => pending_action_id)).toEqual(['p-1'])
    expect(answer.readings.map(({ document_id, status }) => [document_id, status])).toEqual([['d-1', 'completed']])
  })
})
