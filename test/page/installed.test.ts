import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer } from '../support/test-server.ts'
import { startBrowser } from './support/browser.ts'
import { type Visitor, visit } from './support/visitor.ts'

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

/** The worker has the page when it has taken charge of it. */
const kept = ({ page }: Visitor) =>
  page.evaluate(`new Promise((resolve, reject) => {
    if (navigator.serviceWorker.controller) resolve()
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve())
    setTimeout(() => reject(new Error('The worker did not take charge.')), 20_000)
  })`)

it('opens without a network once it has been open, and shows who is signed in', async () => {
  const visitor = await visit(browser, server.address, { language: 'ta', width: 360 })
  await kept(visitor)
  await visitor.register()
  await visitor.open('#/chat')
  await visitor.page.locator('.welcome').waitFor()
  await visitor.page.reload()
  await visitor.page.locator('.welcome').waitFor()
  await visitor.context.setOffline(true)
  await visitor.page.reload()
  await visitor.page.getByText(visitor.word('errors.offline')).waitFor()
  await visitor.page.locator('.welcome').waitFor()
  expect(await visitor.page.locator('html').getAttribute('lang')).toBe('ta')
  await visitor.leave()
})

it('keeps nothing of the record beside the page', async () => {
  const visitor = await visit(browser, server.address, { language: 'en', width: 360 })
  await kept(visitor)
  await visitor.register()
  await visitor.open('#/chat')
  await visitor.page.locator('.welcome').waitFor()
  const paths = (await visitor.page.evaluate(`caches.open('swasthwrap-page')
    .then((cache) => cache.keys())
    .then((requests) => requests.map(({ url }) => new URL(url).pathname))`)) as readonly string[]
  expect(paths).toContain('/')
  expect(paths.filter((path) => /^\/(?:api|v1)\//.test(path))).toEqual([])
  await visitor.leave()
})

it('shows what the server pushes, with what can be answered at once', async () => {
  const visitor = await visit(browser, server.address, { language: 'en', width: 360 })
  const { page, context } = visitor
  await context.grantPermissions(['notifications'], { origin: server.address })
  await kept(visitor)
  const session = await context.newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations
      if (first) resolve(first.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const pushed = {
    id: '01a208d8-3207-706a-aece-256332d58bd8',
    tag: 'dose',
    title: 'Metformin 500 mg',
    body: 'It is time for your tablet.',
    url: '/medications/due',
    lang: 'en',
    actions: [
      { action: 'taken', title: 'Taken' },
      { action: 'later', title: 'Later' },
    ],
  }
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: server.address,
    registrationId: await registered,
    data: JSON.stringify(pushed),
  })
  const shown = `navigator.serviceWorker.ready
    .then((registration) => registration.getNotifications())
    .then((list) => list.map(({ title, body, tag, actions }) => ({ title, body, tag, actions: actions.map(({ action }) => action) })))`
  await expect
    .poll(() => page.evaluate(shown))
    .toEqual([{ title: pushed.title, body: pushed.body, tag: 'dose', actions: ['taken', 'later'] }])
  await visitor.leave()
})

it('leads from links in mails and messages to the page', async () => {
  const visitor = await visit(browser, server.address, { language: 'en', width: 360 })
  await visitor.register()
  await visitor.page.goto(`${server.address}/medications/due`)
  await visitor.page.locator('main h1').waitFor()
  expect(new URL(visitor.page.url()).hash).toBe('#/')
  await visitor.leave()
})
