import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer } from '../support/test-server.ts'
import { startBrowser } from './support/browser.ts'

const MAXIMUM_BYTES = 120_000

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

it('the first visit, a new account and the first conversation fetch less than 120 KB of scripts and styles', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  const session = await page.context().newCDPSession(page)
  const kinds = new Map<string, string>()
  const bytes = { Script: 0, Stylesheet: 0 }
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind === 'Script' || kind === 'Stylesheet') bytes[kind] += encodedDataLength
  })
  await session.send('Network.enable')
  await page.goto(`${server.address}/#/register`)
  await page.locator('[name=name]').fill('Meena Raman')
  await page.locator('[name=email]').fill('weight@example.org')
  await page.locator('[name=password]').fill('a long pass phrase of mine')
  await page.locator('[type=submit]').click()
  await page.locator('.navigation a[href="#/chat"]').click()
  await page.locator('.welcome').waitFor()
  await page.waitForLoadState('networkidle')
  expect(bytes.Script).toBeGreaterThan(10_000)
  expect(bytes.Stylesheet).toBeGreaterThan(1_000)
  expect(bytes.Script + bytes.Stylesheet).toBeLessThan(MAXIMUM_BYTES)
  await page.close()
})
