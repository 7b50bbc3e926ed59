import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'

/** The machine, the versions and the day: without them figures say nothing. */
export function conditions(services?: { readonly postgres: string; readonly redis: string }): string {
  const processor = os.cpus()[0]?.model ?? 'unknown processor'
  const versions = [
    `Node ${process.versions.node}`,
    ...(services ? [`PostgreSQL ${services.postgres}`, `Redis ${services.redis}`] : []),
    `revision ${revision()}`,
  ]
  const [, , load = '?'] = readFileSync('/proc/loadavg', 'utf8').split(' ')
  return [
    `${new Date().toISOString().slice(0, 10)}. ${os.availableParallelism()} cores (${processor}),`,
    `${Math.round(os.totalmem() / 2 ** 30)} GB; ${versions.join(', ')}.`,
    `Load of the machine in the quarter of an hour before the end: ${load}.`,
  ].join(' ')
}

function revision(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    // The source may have come without its history.
    return 'unknown'
  }
}
