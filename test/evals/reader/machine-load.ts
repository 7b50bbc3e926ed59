import { existsSync, readFileSync } from 'node:fs'

/** What else the machine was doing, without which times say little. */
export function machineLoad(): string {
  const file = '/proc/loadavg'
  if (!existsSync(file)) return ''
  const [, , load = '?'] = readFileSync(file, 'utf8').split(' ')
  return `Load of the machine in the quarter of an hour before the end: ${load}; times grow with it.`
}
