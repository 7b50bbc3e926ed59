import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { DatabaseUnavailable } from '../../src/platform/database/index.ts'
import { defineJob, type JobBackend, JobCannotSucceed, type JobDefinition } from '../../src/platform/jobs/index.ts'
import { openTestRuntime, type TestRuntime } from '../support/database.ts'

const Payload = z.object({ row_id: z.string() })

interface Run {
  readonly job: string
  readonly row: string
  readonly attempt: number
  readonly last: boolean
}

type Context = { readonly runs: Run[] }

/** A job that remembers that it ran, and then does as it is told. */
function jobNamed(
  name: string,
  options: Partial<JobDefinition<typeof Payload, Context>> = {},
  act: (attempt: number, signal: AbortSignal) => Promise<void> | void = () => undefined,
): JobDefinition<typeof Payload, Context> {
  return defineJob({
    name,
    payload: Payload,
    backoffMilliseconds: 20,
    ...options,
    run: async (context: Context, payload, attempt) => {
      context.runs.push({ job: name, row: payload.row_id, attempt: attempt.number, last: attempt.last })
      await act(attempt.number, attempt.signal)
    },
  })
}

let runtime: TestRuntime
let opened: JobBackend[] = []

beforeAll(async () => {
  runtime = await openTestRuntime()
})

afterEach(async () => {
  await Promise.all(opened.map((jobs) => jobs.close()))
  opened = []
  runtime.reported.length = 0
})

afterAll(async () => {
  await runtime?.close()
})

/** A backend of the test's own on the queues that all tests share; so every test names its jobs otherwise. */
async function openJobs(options?: { graceMilliseconds: number }): Promise<JobBackend> {
  const jobs = await runtime.openJobs(options)
  opened.push(jobs)
  return jobs
}

async function deadLettersOf(jobs: JobBackend, name: string) {
  return (await jobs.deadLetters()).filter((letter) => letter.job === name)
}

describe('a job', () => {
  it('is run within a quarter of a second, although the worker was idle', async () => {
    const jobs = await openJobs()
    const runs: Run[] = []
    const job = jobNamed('test.prompt')
    await jobs.startWorkers([job], { runs })
    await delay(300)
    const waits: number[] = []
    for (const row of ['a', 'b', 'c']) {
      const started = performance.now()
      await jobs.enqueue(job, { row_id: row }, { jobId: row })
      await vi.waitUntil(() => runs.some((run) => run.row === row), { timeout: 5_000, interval: 2 })
      waits.push(performance.now() - started)
      await delay(50)
    }
    // Other work on the machine makes one of them late now and then.
    expect(waits.toSorted((one, other) => one - other)[1]).toBeLessThan(250)
    expect(runs[0]).toEqual({ job: 'test.prompt', row: 'a', attempt: 1, last: false })
  })

  it('waits in the queue until somebody runs it', async () => {
    const jobs = await openJobs()
    const runs: Run[] = []
    const job = jobNamed('test.waiting')
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await jobs.startWorkers([job], { runs })
    await vi.waitUntil(() => runs.length === 1, { timeout: 5_000 })
    expect(runs).toHaveLength(1)
  })

  it('that finds no database is begun again, and no attempt is counted', async () => {
    const jobs = await openJobs()
    const runs: Run[] = []
    const job = jobNamed('test.away', { attempts: 1 }, () => {
      if (runs.length === 1) throw new DatabaseUnavailable('away')
    })
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await jobs.startWorkers([job], { runs })
    await vi.waitUntil(() => runs.length === 2, { timeout: 10_000 })
    expect(runs[1]).toMatchObject({ attempt: 1, last: true })
    expect(await deadLettersOf(jobs, job.name)).toEqual([])
  })

  it('is enqueued once under its id, and again when it is done', async () => {
    const jobs = await openJobs()
    const runs: Run[] = []
    const job = jobNamed('test.once')
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await jobs.startWorkers([job], { runs })
    await vi.waitUntil(() => runs.length === 1, { timeout: 5_000 })
    await delay(200)
    const once = runs.length
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await vi.waitUntil(() => runs.length === 2, { timeout: 5_000 })
    expect({ once, afterwards: runs.length }).toEqual({ once: 1, afterwards: 2 })
  })

  it('is forgotten with the row that it names, failed or waiting, and leaves no trace in the queue', async () => {
    const jobs = await openJobs()
    const failing = jobNamed('test.forgotten', { attempts: 1 }, () => {
      throw new Error('No')
    })
    const runs: Run[] = []
    await jobs.startWorkers([failing], { runs })
    await jobs.enqueue(failing, { row_id: 'forgotten-1' }, { jobId: 'first' })
    await vi.waitUntil(async () => (await deadLettersOf(jobs, 'test.forgotten')).length === 1, { timeout: 5_000 })
    await jobs.enqueue(failing, { row_id: 'forgotten-1' }, { jobId: 'later', delayMilliseconds: 60_000 })
    await jobs.enqueue(failing, { row_id: 'kept' }, { jobId: 'kept', delayMilliseconds: 60_000 })
    expect(await jobs.forget(new Set(['forgotten-1']))).toBe(2)
    expect(await deadLettersOf(jobs, 'test.forgotten')).toEqual([])
    expect(await jobs.forget(new Set(['kept']))).toBe(1)
    expect(await jobs.forget(new Set(['kept', 'forgotten-1']))).toBe(0)
  })

  it('shares its id with no job of another kind', async () => {
    const jobs = await openJobs()
    const runs: Run[] = []
    const both = [jobNamed('test.both'), jobNamed('test.both_too')]
    for (const job of both) await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await jobs.startWorkers(both, { runs })
    await vi.waitUntil(() => runs.length === 2, { timeout: 5_000 })
    expect(runs.map((run) => run.job).sort()).toEqual(['test.both', 'test.both_too'])
  })

  it('comes after those before it in importance, so that everybody’s first comes before anybody’s second', async () => {
    const jobs = await openJobs()
    const runs: Run[] = []
    const job = jobNamed('test.fair')
    for (const [row, priority] of [
      ['a1', 1],
      ['a2', 2],
      ['a3', 3],
      ['b1', 1],
      ['b2', 2],
    ] as const) {
      await jobs.enqueue(job, { row_id: row }, { jobId: row, priority })
    }
    await jobs.startWorkers([job], { runs }, { concurrency: { default: 1 } })
    await vi.waitUntil(() => runs.length === 5, { timeout: 5_000 })
    expect(runs.map(({ row }) => row)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3'])
  })

  it('lets one other job in where it takes long and stands aside', async () => {
    const jobs = await openJobs()
    const begun: string[] = []
    const release = Promise.withResolvers<void>()
    const job = defineJob({
      name: 'test.aside',
      payload: Payload,
      run: async (_context: Context, { row_id }, attempt) => {
        begun.push(row_id)
        if (row_id === 'short') return
        if (row_id === 'long') {
          attempt.standAside()
          attempt.standAside()
        }
        await release.promise
      },
    })
    await jobs.startWorkers([job], { runs: [] }, { concurrency: { default: 1 } })
    await jobs.enqueue(job, { row_id: 'long' }, { jobId: 'long', priority: 1 })
    await vi.waitUntil(() => begun.length === 1, { timeout: 5_000 })
    for (const [row, priority] of [
      ['mine', 2],
      ['theirs', 1],
    ] as const) {
      await jobs.enqueue(job, { row_id: row }, { jobId: row, priority })
    }
    await vi.waitUntil(() => begun.length === 2, { timeout: 5_000 })
    await delay(300)
    const beside = [...begun]
    release.resolve()
    await vi.waitUntil(() => begun.length === 3, { timeout: 5_000 })
    await jobs.enqueue(job, { row_id: 'short' }, { jobId: 'short' })
    await vi.waitUntil(() => begun.length === 4, { timeout: 5_000 })
    expect({ beside: beside.length, all: begun.length }).toEqual({ beside: 2, all: 4 })
  })

  it('is left alone by processes that work on other lanes', async () => {
    const jobs = await openJobs()
    const runs: Run[] = []
    const reading = jobNamed('test.other_lane', { lane: 'reading' })
    const plain = jobNamed('test.own_lane')
    await jobs.startWorkers([reading, plain], { runs }, { lanes: ['default', 'delivery'] })
    for (const job of [reading, plain]) await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await vi.waitUntil(() => runs.length === 1, { timeout: 5_000 })
    await delay(300)
    expect(runs.map((run) => run.job)).toEqual(['test.own_lane'])
    const others = await openJobs()
    await others.startWorkers([reading], { runs }, { lanes: ['reading'] })
    await vi.waitUntil(() => runs.length === 2, { timeout: 5_000 })
    expect(runs.map((run) => run.job)).toEqual(['test.own_lane', 'test.other_lane'])
  })

  it('is not held up by a slow one in another lane', async () => {
    const jobs = await openJobs()
    const runs: Run[] = []
    const slow = jobNamed('test.lanes', { lane: 'reading' }, () => delay(1_500))
    const prompt = jobNamed('test.deliver', { lane: 'delivery' })
    await jobs.startWorkers([slow, prompt], { runs }, { concurrency: { reading: 1 } })
    for (const row of ['a', 'b']) await jobs.enqueue(slow, { row_id: row }, { jobId: row })
    await vi.waitUntil(() => runs.length === 1, { timeout: 5_000 })
    await jobs.enqueue(prompt, { row_id: 'c' }, { jobId: 'c' })
    await vi.waitUntil(() => runs.length === 2, { timeout: 1_000 })
    expect(runs.map((run) => run.row)).toEqual(['a', 'c'])
  })

  it('is delayed when asked to', async () => {
    const jobs = await openJobs()
    const runs: Run[] = []
    const job = jobNamed('test.delayed')
    await jobs.startWorkers([job], { runs })
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a', delayMilliseconds: 400 })
    await delay(200)
    const early = runs.length
    await vi.waitUntil(() => runs.length === 1, { timeout: 5_000 })
    expect(early).toBe(0)
  })

  it('comes round by itself, on one schedule however often it is said', async () => {
    // Its schedule goes on, so it has queues of its own.
    const own = await openTestRuntime()
    const { jobs } = own
    const runs: Run[] = []
    const job = jobNamed('test.round')
    await jobs.startWorkers([job], { runs })
    for (const _ of [1, 2, 3]) await jobs.schedule(job, { row_id: 'all' }, { everyMilliseconds: 300 })
    await delay(1_300)
    expect(runs.length).toBeGreaterThanOrEqual(3)
    expect(runs.length).toBeLessThanOrEqual(6)
    await own.close()
  })

  it('whose time came while nothing ran is run at the next start, once', async () => {
    const own = await openTestRuntime()
    const runs: Run[] = []
    const job = jobNamed('test.nightly')
    // Once a day, in a second or two.
    const at = new Date(Date.now() + 1_500)
    const schedule = {
      pattern: `${at.getUTCSeconds()} ${at.getUTCMinutes()} ${at.getUTCHours()} * * *`,
      timezone: 'UTC',
    }
    await own.jobs.schedule(job, { row_id: 'all' }, schedule)
    await delay(1_600)
    const jobs = await own.openJobs()
    for (const _ of [1, 2]) await jobs.schedule(job, { row_id: 'all' }, schedule)
    await jobs.startWorkers([job], { runs })
    await vi.waitUntil(() => runs.length > 0, { timeout: 5_000 })
    await delay(100)
    expect(runs).toHaveLength(1)
    await jobs.close()
    await own.close()
  })

  it('is refused with a payload that is none', async () => {
    const jobs = await openJobs()
    const job = jobNamed('test.payload')
    await expect(jobs.enqueue(job, { row_id: 5 } as never, { jobId: 'a' })).rejects.toThrow(z.ZodError)
  })

  it('is refused under an id with a colon', async () => {
    const jobs = await openJobs()
    await expect(jobs.enqueue(jobNamed('test.colon'), { row_id: 'a' }, { jobId: 'a:b' })).rejects.toThrow(TypeError)
  })
})

describe('a job that fails', () => {
  it('is tried again until it succeeds', async () => {
    const jobs = await openJobs()
    const { reported } = runtime
    const runs: Run[] = []
    const job = jobNamed('test.again', { attempts: 3 }, (attempt) => {
      if (attempt < 3) throw new Error(`attempt ${attempt}`)
    })
    await jobs.startWorkers([job], { runs })
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await vi.waitUntil(() => runs.length === 3, { timeout: 5_000 })
    expect(runs.map((run) => [run.attempt, run.last])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ])
    expect(reported.map(String)).toEqual(['Error: attempt 1', 'Error: attempt 2'])
    expect(await deadLettersOf(jobs, 'test.again')).toEqual([])
  })

  it('becomes a dead letter that says what kind of error it was and nothing more', async () => {
    const jobs = await openJobs()
    const { reported } = runtime
    const runs: Run[] = []
    const job = jobNamed('test.dead', { attempts: 2 }, () => {
      throw new RangeError('HIV positive')
    })
    await jobs.startWorkers([job], { runs })
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'row-a' })
    await vi.waitUntil(async () => (await deadLettersOf(jobs, 'test.dead')).length === 1, { timeout: 5_000 })
    const [letter] = await deadLettersOf(jobs, 'test.dead')
    expect(letter).toMatchObject({ job: 'test.dead', jobId: 'row-a', attempts: 2, reason: 'RangeError' })
    expect(JSON.stringify(letter)).not.toContain('HIV')
    expect(reported.map(String)).toEqual(['RangeError: HIV positive', 'RangeError: HIV positive'])
  })

  it('is not tried again when it says that this is useless', async () => {
    const jobs = await openJobs()
    const runs: Run[] = []
    const job = jobNamed('test.useless', { attempts: 5 }, () => {
      throw new JobCannotSucceed('the file is gone')
    })
    await jobs.startWorkers([job], { runs })
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await vi.waitUntil(async () => (await deadLettersOf(jobs, 'test.useless')).length === 1, { timeout: 5_000 })
    await delay(150)
    expect(runs).toHaveLength(1)
  })

  it('can be put back once its cause is mended, and is not revived by an enqueue', async () => {
    const jobs = await openJobs()
    const runs: Run[] = []
    let broken = true
    const job = jobNamed('test.revived', { attempts: 1 }, () => {
      if (broken) throw new Error('broken')
    })
    await jobs.startWorkers([job], { runs })
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await vi.waitUntil(async () => (await deadLettersOf(jobs, 'test.revived')).length === 1, { timeout: 5_000 })
    broken = false
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await delay(200)
    const before = runs.length
    expect(await jobs.retry(job, 'a')).toBe(true)
    await vi.waitUntil(() => runs.length === 2, { timeout: 5_000 })
    await vi.waitUntil(async () => (await deadLettersOf(jobs, 'test.revived')).length === 0, { timeout: 5_000 })
    expect({ before, again: await jobs.retry(job, 'a') }).toEqual({ before: 1, again: false })
  })
})

describe('a sweep', () => {
  it('enqueues what was left behind, and reports when it cannot', async () => {
    const jobs = await openJobs()
    const { reported } = runtime
    const runs: Run[] = []
    const swept = jobNamed('test.sweep', {
      sweep: async () => [
        { jobId: 'a', payload: { row_id: 'a' } },
        { jobId: 'b', payload: { row_id: 'b' } },
      ],
    })
    const broken = jobNamed('test.sweep_too', {
      sweep: async () => {
        throw new Error('no such table')
      },
    })
    await jobs.startWorkers([broken, swept], { runs })
    await vi.waitUntil(() => runs.length === 2, { timeout: 5_000 })
    expect(runs.map((run) => run.row).sort()).toEqual(['a', 'b'])
    expect(reported.map(String)).toEqual(['Error: no such table'])
  })
})

describe('closing', () => {
  it('lets a running job end', async () => {
    const jobs = await openJobs()
    const runs: Run[] = []
    let ended = false
    const job = jobNamed('test.ending', {}, async () => {
      await delay(500)
      ended = true
    })
    await jobs.startWorkers([job], { runs })
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await vi.waitUntil(() => runs.length === 1, { timeout: 5_000 })
    await jobs.close()
    expect(ended).toBe(true)
  })

  it('tells a job that takes too long to stop, and leaves it to be run again', async () => {
    const jobs = await openJobs({ graceMilliseconds: 100 })
    const runs: Run[] = []
    const job = jobNamed('test.stopping', { attempts: 1 }, async (_attempt, signal) => {
      await delay(60_000, undefined, { signal })
    })
    await jobs.startWorkers([job], { runs })
    await jobs.enqueue(job, { row_id: 'a' }, { jobId: 'a' })
    await vi.waitUntil(() => runs.length === 1, { timeout: 5_000 })
    await jobs.close()
    const again = await openJobs()
    await again.startWorkers([jobNamed('test.stopping')], { runs })
    await vi.waitUntil(() => runs.length === 2, { timeout: 10_000 })
    expect({ dead: await deadLettersOf(again, 'test.stopping'), reported: runtime.reported }).toEqual({
      dead: [],
      reported: [],
    })
  })
})

it('a queue that is there answers a ping', async () => {
  const jobs = await openJobs()
  await expect(jobs.ping()).resolves.toBeUndefined()
})
