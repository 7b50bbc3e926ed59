import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { matchPlace, parsePlace } from '../../src/web/place.ts'
import { findBarriers } from './support/find-barriers.ts'
import { useFrame } from './support/frame.ts'
import { walkScreens } from './support/screens.ts'
import { visit } from './support/visitor.ts'

/** Some fifty screens, each looked at twice, on a busy machine. */
const PATIENCE_MILLISECONDS = 360_000

const frame = useFrame()

const VISITS = [
  { language: 'ta', width: 360 },
  { language: 'en', width: 1280 },
] as const

/** Where the page can be, as its routes say it: `records/:domain`. */
async function routePatterns(): Promise<readonly string[]> {
  const source = await readFile(new URL('../../src/web/routes.ts', import.meta.url), 'utf8')
  const patterns = [...source.matchAll(/^ {4}pattern: '(.*)',$/gm)].map(([, pattern = '']) => pattern)
  expect(patterns).toContain('records/:domain/:id')
  return patterns
}

// Each in a tab of its own, which is a process of its own: side by side.
describe.concurrent.each(VISITS)('in $language, $width pixels wide', (options) => {
  it('every screen and sheet is open to everybody, in light and dark, and nothing sticks out of it', {
    timeout: PATIENCE_MILLISECONDS,
  }, async () => {
    const visitor = await visit(frame.browser, frame.address, { ...options, still: true })
    const found: string[] = []
    const unseen = new Set(await routePatterns())
    for await (const name of walkScreens(visitor)) {
      const wide = Number(await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth'))
      if (wide > 0) found.push(`${name}: ${wide} pixels too wide`)
      const place = parsePlace(new URL(visitor.page.url()).hash)
      for (const pattern of unseen) if (matchPlace(pattern, place)) unseen.delete(pattern)
      found.push(...(await findBarriers(visitor.page)).map((line) => `${name}: ${line}`))
    }
    expect(found).toEqual([])
    // A screen of which this knows nothing is not looked at.
    expect([...unseen]).toEqual([])
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })
})
