import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer } from '../support/test-server.ts'
import { startBrowser } from './support/browser.ts'
import { findBarriers } from './support/find-barriers.ts'
import { walkScreens } from './support/screens.ts'
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
  { language: 'ta', width: 360 },
  { language: 'en', width: 1280 },
] as const

describe.each(VISITS)('in $language, $width pixels wide', (options) => {
  it('every screen and sheet is open to everybody, in light and dark, and nothing sticks out of it', async () => {
    const visitor = await visit(browser, server.address, { ...options, still: true })
    const found: string[] = []
    for await (const name of walkScreens(visitor)) {
      const wide = Number(await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth'))
      if (wide > 0) found.push(`${name}: ${wide} pixels too wide`)
      found.push(...(await findBarriers(visitor.page)).map((line) => `${name}: ${line}`))
    }
    expect(found).toEqual([])
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })
})
