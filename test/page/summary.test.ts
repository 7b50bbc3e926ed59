import { PDFParse } from 'pdf-parse'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer } from '../support/test-server.ts'
import { startBrowser } from './support/browser.ts'
import { writeSampleRecord } from './support/sample-record.ts'
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

it('an ordinary record is one sheet of paper for the doctor, in Tamil and in English side by side', async () => {
  const visitor = await visit(browser, server.address, { language: 'ta', width: 360, still: true })
  const { page, word } = visitor
  await visitor.register()
  await writeSampleRecord(visitor)
  await visitor.open('#/records')
  await page.getByRole('link', { name: word('page-summary:link') }).click()
  await page.locator('.summary__chart canvas').first().waitFor()
  const drawn = await page.locator('.summary__chart').count()
  expect(await page.locator('.summary__chart canvas').count()).toBe(drawn)

  const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const parser = new PDFParse({ data: new Uint8Array(paper) })
  const { text, total } = await parser.getText()
  await parser.destroy()
  expect(total).toBe(1)
  for (const shown of [
    'Illnesses',
    'Allergies',
    'Medicines',
    'Latest values outside their range',
    '131/84',
    '500 mg',
  ]) {
    expect(text).toContain(shown)
  }
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 720, height: 1_000 })
  const columns = await page
    .locator('.summary__part')
    .evaluateAll((parts) => parts.slice(2, 4).map((part) => [part.lang, Math.round(part.getBoundingClientRect().top)]))
  expect(columns.map(([language]) => language)).toEqual(['ta', 'en'])
  expect(columns[0]?.[1]).toBe(columns[1]?.[1])
  expect(visitor.complaints).toEqual([])
  await visitor.leave()
})
