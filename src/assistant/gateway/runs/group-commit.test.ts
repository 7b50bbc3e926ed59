import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type EventBatch, GroupCommit } from './group-commit.ts'
import { LiveRun } from './live-run.ts'
import type { LoggedEvent } from './logged-event.ts'

const newRun = (id: string) => new LiveRun({ id, user_id: 'u', attempts: 1 })
const never = new AbortController().signal

function event(sequence: number, type = 'response.output_text.delta'): LoggedEvent {
  return { sequence, type, json: JSON.stringify({ type, sequence_number: sequence }) }
}

function keeper(write: (batches: readonly EventBatch[]) => Promise<unknown>, retries: number[] = []) {
  const lost: LiveRun[] = []
  const errors: unknown[] = []
  const refused = new Set<string>()
  const commit = new GroupCommit({
    write: async (batches) => {
      await write(batches)
      return refused
    },
    retries,
    longestPause: 5,
    report: (error) => errors.push(error),
    onLost: (run) => lost.push(run),
  })
  const append = (run: LiveRun, ...events: LoggedEvent[]) => {
    run.append(events)
    commit.request(run)
  }
  return { commit, append, lost, errors, refused }
}

async function sequences(run: LiveRun, after: number): Promise<number[]> {
  const seen: number[] = []
  for await (const events of run.follow(after, never)) seen.push(...events.map((found) => found.sequence))
  return seen
}

describe('keeping events', () => {
  it('writes what comes up in one tick, of all runs, in one go', async () => {
    const written: number[][] = []
    const { commit, append } = keeper(async (batches) => {
      written.push(batches.map((batch) => batch.events.length))
    })
    const [first, second] = [newRun('a'), newRun('b')]
    append(first, event(0), event(1))
    append(second, event(0))
    await commit.settled()
    expect(written).toEqual([[2, 1]])
  })

  it('shares one commit among all that comes up while another is under way', async () => {
    let commits = 0
    const { commit, append } = keeper(async () => {
      commits++
      await delay(20)
    })
    const runs = Array.from({ length: 50 }, (_, index) => newRun(`run ${index}`))
    append(runs[0] as LiveRun, event(0))
    await delay(5)
    for (const run of runs.slice(1)) append(run, event(0))
    await commit.settled()
    expect(commits).toBe(2)
  })

  it('shows an event to followers only when it is kept', async () => {
    const gate = Promise.withResolvers<void>()
    const { append } = keeper(() => gate.promise)
    const run = newRun('a')
    let seen = 0
    const following = (async () => {
      for await (const events of run.follow(-1, never)) seen += events.length
    })()
    append(run, event(0), event(1, 'response.completed'))
    await delay(20)
    expect(seen).toBe(0)
    gate.resolve()
    await following
    expect(seen).toBe(2)
  })

  it('tries again after a failure and loses nothing', async () => {
    let attempts = 0
    const { append, errors } = keeper(async () => {
      attempts++
      if (attempts === 1) throw new Error('The database is away')
    }, [1])
    const run = newRun('a')
    append(run, event(0), event(1, 'response.completed'))
    expect(await sequences(run, -1)).toEqual([0, 1])
    expect(errors).toHaveLength(1)
  })

  it('names the runs whose events could not be kept at all', async () => {
    const { commit, append, lost } = keeper(async () => {
      throw new Error('The database is gone')
    }, [1, 1])
    const run = newRun('a')
    append(run, event(0))
    await commit.settled()
    expect(lost).toEqual([run])
  })

  it('lets go of a run that another process has taken over', async () => {
    const { commit, append, lost, refused } = keeper(async () => undefined)
    const [ours, theirs] = [newRun('a'), newRun('b')]
    refused.add('b')
    append(ours, event(0, 'response.completed'))
    append(theirs, event(0))
    await commit.settled()
    expect(lost).toEqual([theirs])
    expect(await sequences(ours, -1)).toEqual([0])
    expect(await sequences(theirs, -1)).toEqual([])
  })
})

describe('following a run', () => {
  const ended = () => {
    const run = newRun('a')
    run.append([event(0), event(1), event(2, 'response.completed')])
    run.keep(3)
    return run
  }

  it.each([
    [-1, [0, 1, 2]],
    [0, [1, 2]],
    [1, [2]],
    [2, []],
    [99, []],
  ])('after number %i gives %j', async (after, expected) => {
    expect(await sequences(ended(), after)).toEqual(expected)
  })

  it('serves several followers, each from where it stands', async () => {
    const { append } = keeper(async () => delay(1).then(() => undefined))
    const run = newRun('a')
    const all = sequences(run, -1)
    append(run, event(0), event(1))
    await delay(10)
    const late = sequences(run, 0)
    append(run, event(2, 'response.completed'))
    expect(await all).toEqual([0, 1, 2])
    expect(await late).toEqual([1, 2])
  })

  it('ends when its follower leaves', async () => {
    const leaving = new AbortController()
    const run = newRun('a')
    const following = run.follow(-1, leaving.signal).next()
    leaving.abort()
    expect(await following).toEqual({ done: true, value: undefined })
  })
})
