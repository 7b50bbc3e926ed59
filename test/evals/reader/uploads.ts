import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { registerClient } from '../../support/api-client.ts'
import { type ServerProcess, startServerProcess, temporaryFolder } from '../../support/server-process.ts'
import { machineLoad } from './machine-load.ts'
import { collectedReports, type KnownReport } from './reports.ts'

/** Uploads to a running server, as people do it: what counts is when the results are there. */

const LONGEST_WAIT = 600_000
/** Linux counts processor time in hundredths of a second. */
const MILLISECONDS_A_TICK = 10

async function withServer<Result>(use: (server: ServerProcess) => Promise<Result>): Promise<Result> {
  const folder = await temporaryFolder()
  const server = await startServerProcess(folder.path, {
    RATE_LIMIT_PER_MINUTE: '100000',
    AUTH_RATE_LIMIT_PER_MINUTE: '1000',
  })
  try {
    return await use(server)
  } finally {
    await server.stop()
    await folder.remove()
  }
}

/** Time from the beginning of an upload until its results can be asked for, one upload at a time. */
export async function time(): Promise<string> {
  const groups = ['text-pdf', 'image', 'scan', 'simulated scan', 'simulated photo']
  const reports = collectedReports(groups)
  return await withServer(async (server) => {
    const took = new Map<string, number[]>()
    const worked = new Map<string, number[]>()
    const pid = server.process.pid ?? 0
    const client = await registerClient(server.address)
    // The first upload waits for the reading process to start, which happens once a minute at most.
    const [first] = reports
    if (first) await client.waitForReading(await client.upload(first), LONGEST_WAIT)
    for (const report of reports) {
      const [began, busy] = [performance.now(), await processorTime(pid)]
      await client.waitForReading(await client.upload(report), LONGEST_WAIT)
      took.set(report.group, [...(took.get(report.group) ?? []), performance.now() - began])
      worked.set(report.group, [...(worked.get(report.group) ?? []), (await processorTime(pid)) - busy])
    }
    const ofPictures = (times: ReadonlyMap<string, readonly number[]>): number[] =>
      [...times].flatMap(([group, each]) => (group === 'text-pdf' ? [] : each))
    const line = (group: string, times: readonly number[], work: readonly number[]): string =>
      `| ${group} | ${times.length} | ${median(times).toFixed(0)} | ${Math.max(...times).toFixed(0)} | ${median(work).toFixed(0)} |`
    return [
      `Whole documents of one page as a rule, uploaded one after the other to a running server; asked for every tenth of a second. ${machineLoad()}`,
      '',
      '| reports | documents | median ms | longest ms | processor, median ms |',
      '|---|---|---|---|---|',
      ...[...took].map(([group, times]) => line(group, times, worked.get(group) ?? [])),
      line('**pages that are pictures**', ofPictures(took), ofPictures(worked)),
    ].join('\n')
  })
}

/** Memory of the server and all its processes while ten people upload a photo each at the same moment. */
export async function memory(): Promise<string> {
  const photos = collectedReports(['simulated photo', 'scan', 'image']).slice(0, 10)
  return await withServer(async (server) => {
    const pid = server.process.pid ?? 0
    const resting = await memoryOf(pid)
    const clients = await Promise.all(photos.map(() => registerClient(server.address)))
    let peak = resting
    let done = false
    const watching = (async () => {
      while (!done) {
        peak = Math.max(peak, await memoryOf(pid))
        await delay(100)
      }
    })()
    const began = performance.now()
    await Promise.all(
      clients.map(async (client, index) => {
        const photo = photos[index] as KnownReport
        await client.waitForReading(await client.upload(photo), LONGEST_WAIT)
      }),
    )
    done = true
    await watching
    const seconds = (performance.now() - began) / 1000
    return [
      `Memory of the server with all its processes (proportional set size), sampled ten times a second, while ${photos.length} people upload a picture each at the same moment. ${machineLoad()}`,
      '',
      '| | MB |',
      '|---|---|',
      `| at rest | ${resting.toFixed(0)} |`,
      `| peak | ${peak.toFixed(0)} |`,
      '',
      `All were read after ${seconds.toFixed(0)} seconds.`,
    ].join('\n')
  })
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
}

/** In megabytes: a process and everything it started, shared pages counted in parts. */
async function memoryOf(pid: number): Promise<number> {
  return (await family(pid)).reduce((sum, member) => sum + proportionalSize(member), 0) / 1024
}

/** In milliseconds, of a process and everything it started. */
async function processorTime(pid: number): Promise<number> {
  return (await family(pid)).reduce((sum, member) => sum + ticksOf(member), 0) * MILLISECONDS_A_TICK
}

async function family(pid: number): Promise<number[]> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(Number(name)))
  }
  const isOwn = (candidate: number): boolean =>
    candidate === pid || (candidate > 1 && isOwn(parents.get(candidate) ?? 0))
  return [...parents.keys()].filter(isOwn)
}

/** A process may end while it is looked at; it takes no memory then. */
function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

const parentOf = (pid: number): number => Number(/^PPid:\s+(\d+)/m.exec(readProcess(pid, 'status'))?.[1] ?? 0)

/** User and system time; the name before them is in brackets and may hold anything. */
function ticksOf(pid: number): number {
  const fields = readProcess(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ')
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
}

const proportionalSize = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readProcess(pid, 'smaps_rollup'))?.[1] ?? 0)
