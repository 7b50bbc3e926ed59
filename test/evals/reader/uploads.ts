import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { registerClient } from '../../support/api-client.ts'
import { type ServerProcess, startServerProcess, temporaryFolder } from '../../support/server-process.ts'
import { collectedReports, type KnownReport } from './reports.ts'

/** Uploads to a running server, as people do it: what counts is when the results are there. */

const LONGEST_WAIT = 600_000

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
    const client = await registerClient(server.address)
    // The first upload waits for the reading process to start, which happens once a minute at most.
    const [first] = reports
    if (first) await client.waitForReading(await client.upload(first), LONGEST_WAIT)
    for (const report of reports) {
      const began = performance.now()
      await client.waitForReading(await client.upload(report), LONGEST_WAIT)
      took.set(report.group, [...(took.get(report.group) ?? []), performance.now() - began])
    }
    const pictures = [...took].flatMap(([group, times]) => (group === 'text-pdf' ? [] : times))
    const line = (group: string, times: readonly number[]): string =>
      `| ${group} | ${times.length} | ${median(times).toFixed(0)} | ${Math.max(...times).toFixed(0)} |`
    return [
      `Whole documents of one page as a rule, uploaded one after the other to a running server; asked for every tenth of a second. ${machine()}`,
      '',
      '| reports | documents | median ms | longest ms |',
      '|---|---|---|---|',
      ...[...took].map(([group, times]) => line(group, times)),
      line('**pages that are pictures**', pictures),
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
      `Memory of the server with all its processes (proportional set size), sampled ten times a second, while ${photos.length} people upload a picture each at the same moment. ${machine()}`,
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

function machine(): string {
  const [load = '?'] = readFileSync('/proc/loadavg', 'utf8').split(' ')
  return `Other work on the machine when it began: load ${load}.`
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
}

/** In megabytes: a process and everything it started, shared pages counted in parts. */
async function memoryOf(pid: number): Promise<number> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(Number(name)))
  }
  const isOwn = (candidate: number): boolean =>
    candidate === pid || (candidate > 1 && isOwn(parents.get(candidate) ?? 0))
  let kilobytes = 0
  for (const candidate of parents.keys()) if (isOwn(candidate)) kilobytes += proportionalSize(candidate)
  return kilobytes / 1024
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

const proportionalSize = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readProcess(pid, 'smaps_rollup'))?.[1] ?? 0)
