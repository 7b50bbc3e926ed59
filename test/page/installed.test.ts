import sharp from 'sharp'
import { expect, it } from 'vitest'
import { useFrame } from './support/frame.ts'
import { kept } from './support/visitor.ts'

const frame = useFrame()

it('opens without a network once it has been open, and shows who is signed in', async () => {
  const visitor = await frame.visit({ language: 'ta', width: 360 })
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
})

it('keeps nothing of the record beside the page', async () => {
  const visitor = await frame.visit({ language: 'en', width: 360 })
  await kept(visitor)
  await visitor.register()
  await visitor.open('#/chat')
  await visitor.page.locator('.welcome').waitFor()
  const paths = (await visitor.page.evaluate(`caches.open('swasthwrap-page')
    .then((cache) => cache.keys())
    .then((requests) => requests.map(({ url }) => new URL(url).pathname))`)) as readonly string[]
  expect(paths).toContain('/')
  expect(paths.filter((path) => /^\/(?:api|v1)\//.test(path))).toEqual([])
})

it('shows what the server pushes, with what can be answered at once', async () => {
  const visitor = await frame.visit({ language: 'en', width: 360 })
  const { page, context } = visitor
  await context.grantPermissions(['notifications'], { origin: frame.address })
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
    origin: frame.address,
    registrationId: await registered,
    data: JSON.stringify(pushed),
  })
  const shown = `navigator.serviceWorker.ready
    .then((registration) => registration.getNotifications())
    .then((list) => list.map(({ title, body, tag, actions }) => ({ title, body, tag, actions: actions.map(({ action }) => action) })))`
  await expect
    .poll(() => page.evaluate(shown))
    .toEqual([{ title: pushed.title, body: pushed.body, tag: 'dose', actions: ['taken', 'later'] }])
})

it('leads from links in mails and messages to the page', async () => {
  const visitor = await frame.visit({ language: 'en', width: 360 })
  await visitor.register()
  await visitor.page.goto(`${frame.address}/medications/due`)
  await visitor.page.locator('main h1').waitFor()
  expect(new URL(visitor.page.url()).hash).toBe('#/')
})

it('can be installed, and runs no script and no style but its own', async () => {
  const visitor = await frame.visit({ language: 'en', width: 360 })
  await kept(visitor)
  const session = await visitor.context.newCDPSession(visitor.page)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // A browser of tests keeps no profile, and nothing else is in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  const { errors, data = '' } = await session.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const { icons } = JSON.parse(data) as { icons: readonly { src: string; sizes: string; type: string }[] }
  for (const { src, sizes, type } of icons) {
    const answer = await fetch(`${frame.address}${src}`)
    expect(answer.headers.get('content-type')).toContain(type)
    if (sizes === 'any') continue
    const { width, height } = await sharp(await answer.arrayBuffer()).metadata()
    expect(`${width}x${height}`).toBe(sizes)
  }
  const policy = (await fetch(`${frame.address}/`)).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'self'; style-src 'self';/)
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})
