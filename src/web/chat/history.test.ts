import { expect, it } from 'vitest'
import { NO_ANSWER } from './answer.ts'
import { type Entry, entryOf, mergeEntries } from './history.ts'

const question = (id: string, clientMessageId?: string): Entry => ({
  kind: 'question',
  id,
  clientMessageId,
  text: id,
  files: [],
  at: '',
})
const answer = (id: string): Entry => ({ kind: 'answer', id, answer: { ...NO_ANSWER, messageId: id }, at: '' })

it('shows a message that is stored and going on once', () => {
  const stored = [question('q1'), answer('a1'), question('q2', 'c2'), answer('a2')]
  const live = [{ messageId: 'c2', answer: { ...NO_ANSWER, messageId: 'a2' } }]
  expect(mergeEntries(stored, live).map(({ id }) => id)).toEqual(['q1', 'a1'])
  expect(mergeEntries(stored, [])).toEqual(stored)
})

it('keeps stored answers while an answer has no row yet', () => {
  const stored = [question('q1'), answer('a1')]
  expect(mergeEntries(stored, [{ messageId: 'c2', answer: NO_ANSWER }])).toEqual(stored)
})

it('reads a stored answer with its sources', () => {
  const entry = entryOf({
    id: 'a1',
    message_type: 'ai',
    content: 'HbA1c is 8.2 %',
    language_form: 'hi-Latn',
    ai_confidence: 0.8,
    client_message_id: null,
    created_at: '2026-03-12T04:30:00.000Z',
    attachments: [],
    ai_response: {
      sources: [
        { title: 'Page', start: 0, end: 5, source: { kind: 'document', documentId: 'd', page: 2 } },
        { title: 'Row', start: 0, end: 5, source: { kind: 'record', table: 'health_metrics', rowId: 'r' } },
        { title: 'WHO', start: 0, end: 5, source: { kind: 'reference', title: 'WHO' } },
      ],
      suggestions: ['More'],
      triage: { level: 'emergency' },
      tool_calls: [{ name: 'metrics.add', status: 'awaiting_confirmation', summary: 's', pendingActionId: 'p' }],
      model: 'm',
    },
  })
  expect(entry).toMatchObject({
    kind: 'answer',
    answer: {
      status: 'completed',
      language: 'hi-Latn',
      triage: { level: 'emergency' },
      receipts: [{ pending_action_id: 'p' }],
      citations: [
        { end_index: 5, source: { kind: 'document', document_id: 'd', page: 2, box: null } },
        { source: { kind: 'record', table: 'health_metrics', id: 'r' } },
        { source: { kind: 'reference', title: 'WHO', url: null } },
      ],
    },
  })
})
