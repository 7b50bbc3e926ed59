import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(path.join(root, 'SECURITY.md'), 'utf8')

/** `accounts/lock-out.ts`, `integration/gateway`, and, in parentheses behind a test, what its titles say: `x.test.ts` (a title; another). */
const REFERENCE = /`((?:[\w.-]+\/)*[\w.-]+\.(?:ts|tsx|sh|md|yml|json|conf)|(?:[\w-]+\/)+[\w-]*)`(?: \(([^)]*)\))?/g
/** Folders of a running installation and not of this repository. */
const NOT_OURS = new Set(['keys/users/', 'keys/', 'src/', 'test/'])

function placeOf(name: string): string | undefined {
  return ['', 'src', 'test', 'migrations']
    .map((folder) => path.join(root, folder, name))
    .find((place) => existsSync(place))
}

function faultsOf(text: string): string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, name = '', titles]) => {
    if (NOT_OURS.has(name)) return []
    const place = placeOf(name)
    if (place === undefined) return [`${name} is not there`]
    if (titles === undefined || !name.endsWith('.test.ts')) return []
    const content = readFileSync(place, 'utf8')
    return titles
      .split('; ')
      .filter((title) => !content.includes(title))
      .map((title) => `${name} has no test that says “${title}”`)
  })
}

const rows = page.split('\n').filter((line) => /^\| \d+\.\d+\.\d+/.test(line))

it('every file and test that SECURITY.md names is there', () => {
  expect(faultsOf(page)).toEqual([])
})

it('every requirement that is met names what meets it', () => {
  expect(rows.length).toBeGreaterThan(80)
  const unproven = rows.filter((row) => row.split('|')[2]?.trim() === '✓' && [...row.matchAll(REFERENCE)].length === 0)
  expect(unproven).toEqual([])
})

it('notices what is not there', () => {
  expect(faultsOf('`domains/accounts/door.ts`, `integration/accounts.test.ts` (the moon is full)')).toEqual([
    'domains/accounts/door.ts is not there',
    'integration/accounts.test.ts has no test that says “the moon is full”',
  ])
})
