import { describe, expect, it } from 'vitest'
import { GatewayError } from '../gateway-error.ts'
import { MAXIMUM_TEXT } from './create-request.ts'
import { readCreateRequest } from './read-request.ts'

const read = (body: unknown) =>
  readCreateRequest(body, {
    idempotencyKey: undefined,
    openCompaction: (sealed) => [{ kind: 'message', role: 'user', text: `opened ${sealed}`, at: new Date(0) }],
  })

function errorOf(body: unknown): GatewayError {
  try {
    read(body)
  } catch (error) {
    if (error instanceof GatewayError) return error
    throw error
  }
  throw new Error('The request was accepted')
}

const user = (content: unknown, extra: object = {}) => ({ type: 'message', role: 'user', content, ...extra })
const assistant = (content: string) => ({ role: 'assistant', content })
const png = 'data:image/png;base64,iVBORw0KGgo='

describe('what is new in a request', () => {
  it.each([
    ['a string', 'Namaste', 'Namaste', 0],
    ['one message', [user('Namaste')], 'Namaste', 0],
    ['a message without its type', [{ role: 'user', content: 'Namaste' }], 'Namaste', 0],
    [
      'parts',
      [
        user([
          { type: 'input_text', text: 'Na' },
          { type: 'input_text', text: 'maste' },
        ]),
      ],
      'Na\nmaste',
      0,
    ],
    ['two messages at the end', [user('One.'), user('Two.')], 'One.\n\nTwo.', 0],
    [
      'the last of a conversation',
      [user('My name is Asha.'), assistant('Hello Asha.'), user('Who am I?')],
      'Who am I?',
      2,
    ],
  ])('%s', (_, input, text, supplied) => {
    const { turn } = read({ model: 'swasthwrap', input })
    expect(turn.text).toBe(text)
    expect(turn.supplied).toHaveLength(supplied)
  })

  it('is the result of the client’s function where that comes last', () => {
    const { turn } = read({
      input: [
        user('Weather?'),
        { type: 'function_call', call_id: 'c1', name: 'weather', arguments: '{}' },
        { type: 'function_call_output', call_id: 'c1', output: 'Sunny' },
      ],
    })
    expect(turn.text).toBe('')
    expect(turn.toolResults).toEqual([{ callId: 'c1', output: 'Sunny' }])
    expect(turn.supplied.map((entry) => entry.kind)).toEqual(['message', 'client_tool_call'])
  })

  it('takes files of the newest message only', () => {
    const { turn } = read({
      input: [
        user([{ type: 'input_image', image_url: png }]),
        assistant('I see.'),
        user([
          { type: 'input_text', text: 'And this?' },
          { type: 'input_file', filename: 'report.pdf', file_data: Buffer.from('%PDF-1.4').toString('base64') },
          { type: 'input_file', file_id: '0199f000-0000-7000-8000-000000000001' },
        ]),
      ],
    })
    expect(turn.attachments).toEqual([
      { kind: 'upload', name: 'report.pdf', mediaType: undefined, bytes: Buffer.from('%PDF-1.4') },
      { kind: 'document', documentId: '0199f000-0000-7000-8000-000000000001' },
    ])
  })

  it('names an image after its kind', () => {
    const { turn } = read({ input: [user([{ type: 'input_image', image_url: png }])] })
    expect(turn.attachments[0]).toMatchObject({ kind: 'upload', name: 'attachment.png', mediaType: 'image/png' })
  })
})

describe('around the message', () => {
  it('system and developer messages become instructions after the request’s own', () => {
    const { turn } = read({
      instructions: 'Be brief.',
      input: [{ role: 'system', content: 'Be kind.' }, { role: 'developer', content: 'Be clear.' }, user('Hi')],
    })
    expect(turn.instructions).toBe('Be brief.\n\nBe kind.\n\nBe clear.')
  })

  it('receipts and reasoning sent back are let pass', () => {
    const { turn } = read({
      input: [{ type: 'swasthwrap:answer', id: 'x' }, { type: 'reasoning', summary: [] }, user('Hi')],
    })
    expect(turn).toMatchObject({ text: 'Hi', supplied: [] })
  })

  it('a compacted conversation is opened', () => {
    const { turn } = read({ input: [{ type: 'compaction', encrypted_content: 'abc' }, user('Go on')] })
    expect(turn.supplied).toMatchObject([{ text: 'opened abc' }])
  })

  it('a language may be forced', () => {
    expect(read({ input: 'x', metadata: { language: 'ta' } }).turn.forcedForm).toBe('ta')
  })

  it('the message’s own id comes before the idempotency key', () => {
    const options = { idempotencyKey: 'key', openCompaction: () => [] }
    expect(readCreateRequest({ input: 'x' }, options).turn.clientMessageId).toBe('key')
    expect(readCreateRequest({ input: [user('x', { id: 'm1' })] }, options).turn.clientMessageId).toBe('m1')
  })

  it('allowed tools are the only ones offered', () => {
    const tools = ['a', 'b'].map((name) => ({ type: 'function', name }))
    const { turn } = read({
      input: 'x',
      tools,
      tool_choice: { type: 'allowed_tools', mode: 'required', tools: [{ type: 'function', name: 'b' }] },
    })
    expect(turn.clientTools.map((tool) => tool.name)).toEqual(['b'])
    expect(turn.clientToolChoice).toBe('required')
  })

  it('the second model name leaves our own items out', () => {
    expect(read({ model: 'swasthwrap', input: 'x' }).extensions).toBe(true)
    expect(read({ model: 'swasthwrap-standard', input: 'x' }).extensions).toBe(false)
  })
})

describe('what cannot be served is refused by name', () => {
  it.each([
    ['not an object', 'x', 'invalid_parameter', ''],
    ['no input', {}, 'missing_required_parameter', 'input'],
    ['only an answer', { input: [assistant('Hello')] }, 'missing_required_parameter', 'input'],
    ['blank text', { input: ' \n ' }, 'missing_required_parameter', 'input'],
    ['another model', { model: 'gpt-4o', input: 'x' }, 'model_not_found', 'model'],
    ['a number as input', { input: 5 }, 'invalid_parameter', 'input'],
    ['an unknown role', { input: [{ role: 'tool', content: 'x' }] }, 'invalid_parameter', 'input.0.role'],
    ['a conversation that is no id', { input: 'x', conversation: 'mine' }, 'conversation_not_found', 'conversation'],
    [
      'an invented response',
      { input: 'x', previous_response_id: 'resp_1' },
      'previous_response_not_found',
      'previous_response_id',
    ],
    ['a language we lack', { input: 'x', metadata: { language: 'fr' } }, 'invalid_parameter', 'metadata.language'],
    ['JSON output', { input: 'x', text: { format: { type: 'json_schema' } } }, 'unsupported_parameter', 'text.format'],
    ['a hosted tool', { input: 'x', tools: [{ type: 'web_search' }] }, 'invalid_parameter', 'tools.0.type'],
    [
      'a choice of no tool',
      { input: 'x', tool_choice: { type: 'function', name: 'a' } },
      'invalid_parameter',
      'tool_choice',
    ],
    [
      'an address elsewhere',
      { input: [user([{ type: 'input_image', image_url: 'https://x.example/a.png' }])] },
      'unsupported_parameter',
      'image_url',
    ],
    [
      'broken base64',
      { input: [user([{ type: 'input_file', file_data: 'data:application/pdf;base64,@@' }])] },
      'invalid_file_data',
      'file_data',
    ],
    [
      'an id that is no document',
      { input: [user([{ type: 'input_file', file_id: 'file-1' }])] },
      'file_not_found',
      'file_id',
    ],
    ['a text beyond the limit', { input: 'x'.repeat(MAXIMUM_TEXT + 1) }, 'string_above_max_length', 'input'],
    [
      'too much metadata',
      { input: 'x', metadata: Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`k${i}`, 'v'])) },
      'invalid_parameter',
      'metadata',
    ],
  ])('%s', (_, body, code, param) => {
    expect(errorOf(body)).toMatchObject({ code, param })
  })

  it('megabytes of blanks before a broken character are refused at once', () => {
    const start = performance.now()
    const content = `${' '.repeat(5_000_000)}@`
    expect(errorOf({ input: [user([{ type: 'input_file', file_data: content }])] }).code).toBe('invalid_file_data')
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
