import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type HeardRequest, mergingFetch, mergingTime } from './merging-fetch.ts'
import { ModelStalled, ModelStreamBroken } from './model-errors.ts'
import type { SendRequest } from './send-request.ts'

const OPTIONS = { mergeMilliseconds: 40, answerWithinMilliseconds: 100, stallAfterMilliseconds: 150 }

const frame = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`

/** A server that sends parts of a body, with pauses in milliseconds between them. */
function serving(parts: readonly (string | number | Buffer)[], type = 'text/event-stream'): SendRequest {
  async function* body() {
    for (const part of parts) {
      if (typeof part === 'number') await pause(part)
      else yield Buffer.from(part)
    }
  }
  const headers = new Headers({ 'content-type': type })
  return async () => ({ status: 200, statusText: 'OK', headers, body: Readable.from(body(), { objectMode: false }) })
}

async function frames(
  inner: SendRequest,
  request?: HeardRequest,
): Promise<{ readonly frames: readonly string[]; readonly text: string }> {
  const response = await mergingFetch(OPTIONS, inner)('http://model.test', request)
  const all = (await response.text()).split('\n\n').filter((each) => each !== '')
  const text = all
    .map((each) => (each.includes('[DONE]') ? '' : (JSON.parse(each.slice(5)).choices?.[0]?.delta?.content ?? '')))
    .join('')
  return { frames: all, text }
}

test('many deltas become few, the first passes alone, and no letter is lost', async () => {
  const words = Array.from({ length: 50 }, (_, at) => `word${at} `)
  const parts = words.flatMap((word) => [frame({ content: word }), 2])
  const merged = await frames(serving([...parts, frame({}, 'stop'), 'data: [DONE]\n\n']))
  expect(merged.text).toBe(words.join(''))
  expect(merged.frames[0]).toContain('"content":"word0 "')
  expect(merged.frames.length).toBeLessThan(25)
})

test('a listener hears the text as it comes, and the client reads it in one piece', async () => {
  const words = ['My ', '"own" ', 'நலம் ', 'தான்\n', ...Array.from({ length: 40 }, (_, at) => `word${at} `)]
  const call = frame({ tool_calls: [{ index: 0, function: { name: 'x', arguments: '{}' } }] })
  const end = [frame({ content: 'Last.' }, 'stop'), 'data: [DONE]\n\n']
  const heard: [string, object][] = []
  const listener = (text: string, request: object) => void heard.push([text, request])
  const parts = [...words.flatMap((word) => [frame({ content: word }), 4]), call, ...end]
  const merged = await frames(serving(parts), { listener })
  expect(heard.map(([text]) => text).join('')).toBe(`${words.join('')}Last.`)
  expect(heard[0]?.[0]).toBe('My ')
  expect(heard.length).toBeGreaterThan(3)
  expect(heard.length).toBeLessThan(25)
  expect(new Set(heard.map(([, request]) => request)).size).toBe(1)
  expect(merged.text).toBe(`${words.join('')}Last.`)
  expect(merged.frames.length).toBe(4)
})

test('more text than any answer has breaks off', async () => {
  const flood = Array.from({ length: 50 }, () => frame({ content: 'and so on '.repeat(1_000) }))
  await expect(frames(serving(flood))).rejects.toBeInstanceOf(ModelStreamBroken)
})

test('frames cut anywhere by the network are put together', async () => {
  const said = `${frame({ content: 'நலம் ' })}${frame({ content: 'सेहत' })}${frame({}, 'stop')}data: [DONE]\n\n`
  const whole = Buffer.from(said)
  // Also inside of a letter.
  const cut = [0, 31, 33, 40, 41, 90].map((start, at, starts) => whole.subarray(start, starts[at + 1]))
  expect((await frames(serving(cut))).text).toBe('நலம் सेहत')
})

test('calls, usage and reasoning pass as they are, in their order', async () => {
  const call = frame({ tool_calls: [{ index: 0, function: { name: 'x', arguments: '{}' } }] })
  const merged = await frames(
    serving([frame({ content: 'a' }), frame({ content: 'b' }), call, frame({}, 'tool_calls')]),
  )
  expect(merged.text).toBe('ab')
  expect(merged.frames.findIndex((each) => each.includes('tool_calls'))).toBe(merged.frames.length - 2)
})

test.each<[string, readonly (string | number)[], typeof ModelStalled]>([
  ['goes silent', [frame({ content: 'a' }), 400], ModelStalled],
  ['ends before the answer', [frame({ content: 'a' })], ModelStreamBroken],
  ['sends no JSON', [frame({ content: 'a' }), 'data: {"choices": \n\n'], ModelStreamBroken],
])('a stream that %s fails with its own error', async (_name, parts, kind) => {
  await expect(frames(serving(parts))).rejects.toBeInstanceOf(kind)
})

test('a server that does not answer fails in time', async () => {
  const never: SendRequest = (_input, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
  await expect(mergingFetch(OPTIONS, never)('http://model.test')).rejects.toBeInstanceOf(ModelStalled)
})

test('an answer that is no stream passes untouched', async () => {
  const response = await mergingFetch(OPTIONS, serving(['{"a":1}'], 'application/json'))('http://model.test')
  expect(await response.json()).toEqual({ a: 1 })
})

test.each([
  [1, 40],
  [50, 40],
  [100, 80],
  [1_000, 160],
])('%i streams at once merge for %i ms', (streams, milliseconds) => {
  expect(mergingTime(40, streams)).toBe(milliseconds)
})
