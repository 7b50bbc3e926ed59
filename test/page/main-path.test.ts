import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer } from '../support/test-server.ts'
import { startBrowser } from './support/browser.ts'
import { LANGUAGES, SAMPLE_REPORT, visit } from './support/visitor.ts'

const QUESTIONS = {
  en: { text: 'What is my HbA1c, and is it high?', value: '8.2' },
  hi: { text: 'मेरा हीमोग्लोबिन कितना है? क्या यह कम है?', value: '10.2' },
  ta: { text: 'என் சர்க்கரை அளவு எவ்வளவு? அது அதிகமா?', value: '148' },
} as const

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

describe.each(LANGUAGES)('in %s', (language) => {
  it('a person registers, adds a report, watches it being read, asks, and opens the page that the answer cites', async () => {
    const visitor = await visit(browser, server.address, { language, width: 360 })
    const { page } = visitor
    await visitor.register()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)

    await page.getByRole('link', { name: visitor.word('nav.chat'), exact: true }).click()
    await visitor.attach(SAMPLE_REPORT)
    await visitor.ask(QUESTIONS[language].text)
    // The report is read before the answer begins, and that is said.
    await visitor.answer().locator('.reading').getByText('sample-report.pdf').waitFor()
    const text = await visitor.wholeAnswer()
    expect(text).toContain(QUESTIONS[language].value)
    await visitor.answer().getByText(visitor.word('page-chat:builtIn')).waitFor()
    // The conversation has an address of its own.
    expect(page.url()).toMatch(/#\/chat\/[0-9a-f-]{36}$/)

    const mark = visitor.answer().locator('a.source-mark').first()
    expect(await mark.getAttribute('aria-label')).toMatch(/1/)
    await mark.click()
    await page.waitForURL(/#\/documents\/[0-9a-f-]{36}\?page=1/)

    // What was said is still there after the page is opened anew.
    await page.goBack()
    await page.reload()
    await visitor.answer().waitFor()
    expect(await visitor.wholeAnswer()).toBe(text)
    expect(await page.locator('.question').count()).toBe(1)
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })
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
