import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer } from '../support/test-server.ts'
import { startBrowser } from './support/browser.ts'
import { findBarriers } from './support/find-barriers.ts'
import { SCREENS } from './support/screens.ts'
import { visit } from './support/visitor.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof startTestServer>>

beforeAll(async () => {
  server = await startTestServer()
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const VISITS = [
  { language: 'en', width: 360, colorScheme: 'light' },
  { language: 'en', width: 360, colorScheme: 'dark' },
  { language: 'hi', width: 1280, colorScheme: 'light' },
  { language: 'ta', width: 360, colorScheme: 'light' },
] as const

describe.each(VISITS)('in $language, $width pixels wide, $colorScheme', (options) => {
  it('every screen is open to everybody, and nothing sticks out of it', async () => {
    const visitor = await visit(browser, server.address, options)
    for (const { name, show } of SCREENS) {
      await show(visitor)
      expect(await findBarriers(visitor.page), name).toEqual([])
      const wide = await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(wide, `${name} is too wide`).toBeLessThanOrEqual(0)
    }
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })
})
