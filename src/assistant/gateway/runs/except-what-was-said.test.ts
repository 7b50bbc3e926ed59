import { describe, expect, it } from 'vitest'
import type { Answer, Citation, TurnEvent } from '../../turn/turn-events.ts'
import { type AlreadySaid, AnswerDiverged, exceptWhatWasSaid } from './except-what-was-said.ts'

const nothing: AlreadySaid = { text: '', citations: 0, items: {}, finishedDocuments: new Set() }
const text = (...parts: string[]): TurnEvent[] => parts.map((part) => ({ type: 'text.delta', text: part }))
const citation: Citation = { source: { kind: 'reference', title: 'WHO' }, title: 'WHO', start: 0, end: 3 }
const cited: TurnEvent = { type: 'citation.added', citation }
const triage: TurnEvent = { type: 'triage.assessed', level: 'routine', redFlags: [], calls: [] }
const completed: TurnEvent = { type: 'turn.completed', answer: {} as Answer }

async function rest(events: readonly TurnEvent[], said: Partial<AlreadySaid>): Promise<TurnEvent[]> {
  async function* source(): AsyncGenerator<TurnEvent> {
    yield* events
  }
  const heard: TurnEvent[] = []
  for await (const event of exceptWhatWasSaid(source(), { ...nothing, ...said })) heard.push(event)
  return heard
}

describe('text goes on where it was left', () => {
  it.each([
    ['', ['Hel', 'lo'], ['Hel', 'lo']],
    ['Hel', ['Hel', 'lo'], ['lo']],
    ['He', ['Hel', 'lo'], ['l', 'lo']],
    ['Hell', ['Hel', 'lo'], ['o']],
    ['Hello', ['Hel', 'lo'], []],
  ])('after %j', async (said, parts, expected) => {
    expect(await rest(text(...parts), { text: said })).toEqual(text(...expected))
  })
})

it('says triage, tools and citations once', async () => {
  const events = [triage, ...text('Hello'), cited, cited, completed]
  const said = { text: 'Hello', citations: 1, items: { 'triage.assessed': 1 } }
  expect(await rest(events, said)).toEqual([cited, completed])
})

describe('another answer is not mixed with the first', () => {
  it.each([
    ['that differs', text('Help'), 'Hello'],
    ['that is shorter', [...text('Hel'), completed], 'Hello'],
  ])('%s', async (_, events, said) => {
    await expect(rest(events, { text: said })).rejects.toThrow(AnswerDiverged)
  })
})
