import { beforeEach, describe, expect, it } from 'vitest'
import { createFrame, Outbox, type OutgoingMessage, resumeFrame } from './outbox.ts'

let stored: string | undefined
const storage = {
  read: () => stored,
  write: (text: string | undefined) => {
    stored = text
  },
}
const message = (id: string, changes: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id,
  thread: 'c-1',
  conversationId: 'c-1',
  text: `question ${id}`,
  files: [],
  at: '2026-03-12T04:30:00.000Z',
  responseId: undefined,
  ...changes,
})
const ids = (messages: readonly OutgoingMessage[]): string[] => messages.map(({ id }) => id)

beforeEach(() => {
  stored = undefined
})

describe('the outbox', () => {
  it('is still there when the page is opened again, in the same order', () => {
    const before = new Outbox(storage)
    before.add(message('a'))
    before.add(message('b', { files: [{ documentId: 'd', name: 'report.pdf' }] }))
    before.change('a', { responseId: 'resp_1' })
    expect(new Outbox(storage).messages).toEqual(before.messages)
    expect(new Outbox(storage).messages[0]?.responseId).toBe('resp_1')
  })

  it('lets only the first message of each conversation go', () => {
    const outbox = new Outbox(storage)
    outbox.add(message('a'))
    outbox.add(message('b'))
    outbox.add(message('c', { thread: 'c-2', conversationId: 'c-2' }))
    expect(ids(outbox.heads())).toEqual(['a', 'c'])
    outbox.remove('a')
    expect(ids(outbox.heads())).toEqual(['b', 'c'])
  })

  it('holds a message once, and leaves nothing behind when it is empty', () => {
    const outbox = new Outbox(storage)
    outbox.add(message('a'))
    outbox.add(message('a'))
    expect(ids(outbox.messages)).toEqual(['a'])
    outbox.remove('a')
    expect(stored).toBeUndefined()
  })

  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['no list', '{"id":"a"}'],
    ['a list of something else', '[1, null, {"id": 3}]'],
  ])('begins empty with %s', (_, text) => {
    stored = text
    expect(new Outbox(storage).messages).toEqual([])
  })

  it('works without a place to keep anything', () => {
    const outbox = new Outbox({ read: () => undefined, write: () => false })
    outbox.add(message('a'))
    expect(ids(outbox.heads())).toEqual(['a'])
  })
})

describe('frames', () => {
  it('are the same each time a message is sent, with its id', () => {
    const frame = createFrame(message('a', { files: [{ documentId: 'd-1', name: 'x' }] }))
    expect(frame).toEqual(
      createFrame(message('a', { files: [{ documentId: 'd-1', name: 'x' }], responseId: 'resp_1' })),
    )
    expect(frame).toMatchObject({
      type: 'response.create',
      stream_id: 'a',
      conversation: 'c-1',
      input: [
        {
          id: 'a',
          content: [
            { type: 'input_text', text: 'question a' },
            { type: 'input_file', file_id: 'd-1' },
          ],
        },
      ],
    })
  })

  it('name no conversation where a new one begins, and no text where there is none', () => {
    const frame = createFrame(
      message('a', { conversationId: undefined, text: '', files: [{ documentId: 'd', name: 'x' }] }),
    )
    expect(frame).not.toHaveProperty('conversation')
    expect(frame.input[0]?.content).toEqual([{ type: 'input_file', file_id: 'd' }])
  })

  it('resume an answer behind what is there', () => {
    expect(resumeFrame(message('a'), 'resp_1', 7)).toEqual({
      type: 'swasthwrap:response.resume',
      stream_id: 'a',
      response_id: 'resp_1',
      starting_after: 7,
    })
  })
})
