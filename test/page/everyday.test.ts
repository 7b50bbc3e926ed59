import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer } from '../support/test-server.ts'
import { startBrowser } from './support/browser.ts'
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
