import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100

interface ProcessTimes {
  readonly parent: number
  readonly own: number
  /** Of children that have ended and were waited for. */
  readonly ofEndedChildren: number
}

/** @throws where there is no such process, or no `/proc`. */
function timesOf(pid: number | string): ProcessTimes {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name of the program stands in brackets and may hold anything.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const at = (index: number) => fields[index] ?? 0
  return {
    parent: at(1),
    own: (at(11) + at(12)) / TICKS_PER_SECOND,
    ofEndedChildren: (at(13) + at(14)) / TICKS_PER_SECOND,
  }
}

/** Processor seconds that a process has used so far, all threads together. */
export const processorSeconds = (pid: number): number => timesOf(pid).own

/** Processor seconds of a process and its children, also of those that have ended. */
export function processorSecondsOfFamily(pid: number): number {
  const parent = timesOf(pid)
  let total = parent.own + parent.ofEndedChildren
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const times = timesOf(entry)
      if (times.parent === pid) total += times.own + times.ofEndedChildren
    } catch (error) {
      // It has ended since the folder was read, and is counted with its parent.
      if (!['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
  return total
}

/** Bytes of memory that a process holds at this moment. */
export function residentBytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? Number.NaN) * 1024
}
