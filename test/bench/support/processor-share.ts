import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs'

const GROUPS = '/sys/fs/cgroup'
/** Short, so that a process that has used up its share waits for milliseconds and not for tenths of a second. */
const PERIOD_MICROSECONDS = 10_000

/** A share of processor time that a process cannot exceed, however idle the machine is. */
export interface ProcessorShare {
  /** To be called once the process has ended. */
  readonly remove: () => void
}

/**
 * Holds a process, with all its threads, to a share of one processor, by Linux's control groups (`cpu.cfs_quota_us` of
 * version 1 and `cpu.max` of version 2).
 * @throws where there are no control groups, or this user may not make one.
 */
export function holdToShare(pid: number, share: number): ProcessorShare {
  const quota = Math.round(share * PERIOD_MICROSECONDS)
  const isFirstVersion = existsSync(`${GROUPS}/cpu/cpu.cfs_quota_us`)
  const group = `${GROUPS}${isFirstVersion ? '/cpu' : ''}/swasthwrap-bench-${pid}`
  mkdirSync(group)
  if (isFirstVersion) {
    writeFileSync(`${group}/cpu.cfs_period_us`, String(PERIOD_MICROSECONDS))
    writeFileSync(`${group}/cpu.cfs_quota_us`, String(quota))
  } else {
    writeFileSync(`${GROUPS}/cgroup.subtree_control`, '+cpu')
    writeFileSync(`${group}/cpu.max`, `${quota} ${PERIOD_MICROSECONDS}`)
  }
  writeFileSync(`${group}/cgroup.procs`, String(pid))
  return { remove: () => rmdirSync(group) }
}
