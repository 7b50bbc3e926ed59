import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const SHARED = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const OWN = fileURLToPath(new URL('./own/', import.meta.url))

const jsonLines = (path: string): Record<string, unknown>[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

/** Whether the collected sets, which are not part of the repository, lie beside it. */
export const hasSharedData = (): boolean => existsSync(SHARED)

/** Rows of a collected set; empty where the collection is not there. */
export const sharedRows = (file: string): Record<string, unknown>[] =>
  existsSync(`${SHARED}${file}`) ? jsonLines(`${SHARED}${file}`) : []

/** Text of a collected file. */
export const sharedText = (file: string): string =>
  existsSync(`${SHARED}${file}`) ? readFileSync(`${SHARED}${file}`, 'utf8') : ''

/** Rows of a set that this project wrote itself. */
export const ownRows = (file: string): Record<string, unknown>[] => jsonLines(`${OWN}${file}`)

/**
 * Which half of a collected set a row belongs to: rules were tuned looking at the tuning half alone. By a hash of the
 * row's key, so that it is the same for everybody.
 */
export function halfOf(key: string): 'tuning half' | 'unseen half' {
  const number = Number.parseInt(createHash('sha256').update(key).digest('hex').slice(0, 8), 16)
  return number % 2 === 0 ? 'tuning half' : 'unseen half'
}
