import { PDFParse } from 'pdf-parse'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer } from '../support/test-server.ts'
import { startBrowser } from './support/browser.ts'
import { writeSampleRecord } from './support/sample-record.ts'
import { visit } from './support/visitor.ts'

/** Scripts and styles of a first visit, as they travel. */
const MAXIMUM_BYTES = 120_000

let browser: Browser
let server: Awaited<ReturnType<typeof startTestServer>>

beforeAll(async () => {
  // A mail server that nobody needs to reach: what is sent here nobody reads.
  server = await startTestServer({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'care@example.org' })
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

it('speaks another language at once, and remembers it', async () => {
  const visitor = await visit(browser, server.address, { language: 'en', width: 360 })
  const { page } = visitor
  await page.getByText('தமிழ்').click()
  await page.getByRole('heading', { name: 'மீண்டும் வருக' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('ta')
  await page.reload()
  await page.getByRole('heading', { name: 'மீண்டும் வருக' }).waitFor()
  // Errors come from the server, in the same language.
  await page.locator('[name=email]').fill('nobody@example.org')
  await page.locator('[name=password]').fill('not the right one')
  await page.locator('[type=submit]').click()
  expect(await page.getByRole('alert').innerText()).toMatch(/\p{Script=Tamil}/u)
  await visitor.leave()
})

it('changes the record only after a yes', async () => {
  const visitor = await visit(browser, server.address, { language: 'en', width: 360 })
  const { page } = visitor
  await visitor.register()
  await visitor.open('#/chat')
  const metrics = () => page.evaluate(`fetch('/api/v1/metrics').then((answer) => answer.json())`)
  await visitor.ask('My blood pressure is 130/85. Please note it down.')
  await page.getByRole('button', { name: visitor.word('page-chat:proposal.confirm') }).waitFor()
  expect(await metrics()).toMatchObject({ data: [] })
  await page.getByRole('button', { name: visitor.word('page-chat:proposal.confirm') }).click()
  await page.getByText(visitor.word('page-chat:proposal.confirmed'), { exact: true }).waitFor()
  expect(await metrics()).toMatchObject({ data: [{ value: '130/85' }] })
  await visitor.leave()
})

it('shows whom to call before anything else', async () => {
  const visitor = await visit(browser, server.address, { language: 'en', width: 360 })
  await visitor.register()
  await visitor.open('#/chat')
  await visitor.ask('I have crushing chest pain and my left arm hurts')
  await visitor.wholeAnswer()
  const calls = visitor.answer().locator('.emergency__call')
  expect(await calls.first().getAttribute('href')).toBe('tel:112')
  const order = await visitor.answer().evaluate((element) => element.firstElementChild?.className)
  expect(order).toBe('emergency')
  await visitor.leave()
})

it('finds, names, marks and deletes a conversation', async () => {
  const visitor = await visit(browser, server.address, { language: 'en', width: 1280 })
  const { page, word } = visitor
  await visitor.register()
  await visitor.open('#/chat')
  await visitor.ask('Which medicines do I take today?')
  await visitor.wholeAnswer()
  // Nobody takes it for a language model that there is none behind.
  await visitor.answer().getByText(word('page-chat:builtIn')).waitFor()
  await page.getByRole('button', { name: word('page-chat:conversation.bookmark'), exact: true }).click()
  await page.locator('.icon-button[aria-pressed=true]').waitFor()
  await page.getByRole('button', { name: word('page-chat:conversation.title') }).click()
  await page.getByLabel(word('page-chat:conversation.tag'), { exact: true }).fill('tablets')
  await page.getByRole('button', { name: word('page-chat:conversation.addTag'), exact: true }).click()
  await page.getByRole('button', { name: 'tablets' }).waitFor()
  await page.getByLabel(word('page-chat:conversation.name'), { exact: true }).fill('About my tablets')
  await page.getByRole('button', { name: word('common.save') }).click()
  await page.getByRole('heading', { name: 'About my tablets' }).waitFor()
  await page.getByRole('searchbox').fill('medicines')
  await page.locator('.conversations__item', { hasText: 'medicines' }).first().waitFor()
  await page.getByRole('button', { name: word('page-chat:conversation.title') }).click()
  await page.getByRole('button', { name: word('page-chat:conversation.delete') }).click()
  await page.getByRole('button', { name: word('common.delete'), exact: true }).click()
  await page.getByRole('heading', { name: word('page-chat:welcome.title') }).waitFor()
  await visitor.leave()
})

it('sends a link for a forgotten password, and refuses a link that is none', async () => {
  const visitor = await visit(browser, server.address, { language: 'hi', width: 360 })
  const { page, word } = visitor
  await page.getByRole('link', { name: word('account.forgot') }).click()
  await page.locator('[name=email]').fill('nobody@example.org')
  await page.locator('[type=submit]').click()
  await page.getByText(word('account.forgotSent')).waitFor()
  await visitor.open('#/reset-password?token=invented')
  await page.locator('[name=password]').fill('a long pass phrase of mine')
  await page.locator('[type=submit]').click()
  expect(await page.getByRole('alert').innerText()).toMatch(/\p{Script=Devanagari}/u)
  await visitor.leave()
})

it('an ordinary record is one sheet of paper for the doctor, in Tamil and in English side by side', async () => {
  const visitor = await visit(browser, server.address, { language: 'ta', width: 360, colorScheme: 'dark', still: true })
  const { page, word } = visitor
  await visitor.register()
  await writeSampleRecord(visitor)
  await visitor.open('#/records')
  await page.getByRole('link', { name: word('page-summary:link') }).click()
  await page.locator('.summary__chart canvas').first().waitFor()
  const drawn = await page.locator('.summary__chart').count()
  expect(await page.locator('.summary__chart canvas').count()).toBe(drawn)

  // Paper is white in the dark as well.
  const ground = await page.evaluate("getComputedStyle(document.querySelector('.summary')).backgroundColor")
  expect(ground).toBe('rgb(255, 255, 255)')
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
