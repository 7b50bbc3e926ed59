import { readFile } from 'node:fs/promises'
import { TOTP } from 'otpauth'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { type ScriptedHealthService, startHealthService } from '../support/scripted-health-service.ts'
import { startTestServer } from '../support/test-server.ts'
import { waitFor } from '../support/wait-for.ts'
import { useFrame } from './support/frame.ts'
import type { Visitor } from './support/visitor.ts'

const PASSWORD = 'a long pass phrase of mine'
/** A code counts once, and the next one already counts. */
const NEXT_CODE_MILLISECONDS = 30_000

let health: ScriptedHealthService

const frame = useFrame(async () => {
  health = await startHealthService()
  const server = await startTestServer({ ...health.environment })
  return {
    address: server.address,
    async close() {
      await server.close()
      await health.close()
    },
  }
})

/** Somebody who has just made an account. Passkeys belong to a name, which an address of numbers is not. */
async function newcomer(): Promise<Visitor & { readonly email: string }> {
  const address = frame.address.replace('127.0.0.1', 'localhost')
  const visitor = await frame.visit({ language: 'en', width: 360, address })
  await visitor.register()
  const email = await visitor.page.evaluate(`JSON.parse(localStorage.getItem('swasthwrap.user')).email`)
  return { ...visitor, email: String(email) }
}

const press = ({ page }: Visitor, name: string) => page.getByRole('button', { name, exact: true }).click()

async function signOut(visitor: Visitor): Promise<void> {
  await visitor.open('#/settings')
  await press(visitor, 'Sign out')
  await visitor.page.locator('[name=email]').waitFor()
}

async function signIn({ page }: Visitor, email: string): Promise<void> {
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(PASSWORD)
  await page.locator('[type=submit]').click()
}

async function prove({ page }: Visitor): Promise<void> {
  const dialog = page.locator('dialog[open]')
  await dialog.locator('[type=password]').fill(PASSWORD)
  await dialog.locator('[type=submit]').click()
}

it('asks for a code besides the password, takes a recovery code once, and a passkey in the place of both', async () => {
  const visitor = await newcomer()
  const { page, context, email } = visitor
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })

  await visitor.open('#/settings/security')
  await press(visitor, 'Set up the code')
  await prove(visitor)
  await page.getByRole('img', { name: /camera of your app/ }).waitFor()
  const secret = (await page.locator('.secret__text').innerText()).replace(/\s/g, '')
  const totp = new TOTP({ secret })
  await page.getByLabel('Code').fill('000 000')
  await press(visitor, 'Turn the code on')
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Code').fill(totp.generate())
  await press(visitor, 'Turn the code on')
  await page.locator('.codes li').last().waitFor()
  const codes = await page.locator('.codes li').allInnerTexts()
  expect(codes).toHaveLength(10)
  await press(visitor, 'I have kept them')
  await page.getByText('10 recovery codes are left.').waitFor()

  await signOut(visitor)
  await signIn(visitor, email)
  await page.getByLabel('Code').fill(totp.generate({ timestamp: Date.now() + NEXT_CODE_MILLISECONDS }))
  await page.locator('[type=submit]').click()
  await page.locator('.navigation').waitFor()

  await signOut(visitor)
  await signIn(visitor, email)
  await press(visitor, 'I do not have the app: use a recovery code')
  await page.getByLabel('Recovery code').fill(codes[0] ?? '')
  await page.locator('[type=submit]').click()
  await page.locator('.navigation').waitFor()
  await visitor.open('#/settings/security')
  await page.getByText('9 recovery codes are left.').waitFor()

  await press(visitor, 'Add this device')
  await page.getByLabel('What you call this device').fill('Red phone')
  await prove(visitor)
  await page.getByText('Red phone', { exact: true }).waitFor()
  await signOut(visitor)
  await press(visitor, 'Sign in with fingerprint, face or PIN')
  await page.locator('.navigation').waitFor()

  await visitor.open('#/settings/security')
  await press(visitor, 'Remove “Red phone”')
  await prove(visitor)
  await page.getByText('Red phone', { exact: true }).waitFor({ state: 'detached' })
  await press(visitor, 'Turn the code off')
  await prove(visitor)
  await page.getByRole('button', { name: 'Set up the code' }).waitFor()
})

it('gives a program a key, shows it once, and takes it back', async () => {
  const visitor = await newcomer()
  const { page } = visitor
  await visitor.open('#/settings/programs')
  await page.getByLabel('What it is for').fill('Diary of walks')
  await press(visitor, 'Make the key')
  const token = await page.locator('.secret__text').innerText()
  const statusWith = async () =>
    (await fetch(`${frame.address}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status
  expect(await statusWith()).toBe(200)
  await press(visitor, 'I have put it in')
  expect(await page.getByText(token).count()).toBe(0)
  await page.getByText(/^Read · /).waitFor()
  await press(visitor, 'Take back the key “Diary of walks”')
  await page.locator('dialog[open]').getByRole('button', { name: 'Take back', exact: true }).click()
  await page.getByText('Diary of walks', { exact: true }).waitFor({ state: 'detached' })
  expect(await statusWith()).toBe(401)
})

it('speaks another language at once, shows weights in pounds, and keeps both', async () => {
  const visitor = await newcomer()
  const { page } = visitor
  await visitor.api('POST', '/api/v1/metrics', { metric_type: 'weight', value: '70', unit: 'kg' })
  await visitor.open('#/settings')
  await page.getByText('हिन्दी', { exact: true }).click()
  await page.getByRole('heading', { name: 'भाषा' }).waitFor()
  await page.locator('.settings-part__title').nth(1).click()
  await page.locator('[name=weight_unit]').selectOption('lbs')
  await page.locator('.settings-part [type=submit]').click()
  await page.locator('.toast').waitFor()
  await page.reload()
  await visitor.open('#/')
  await page
    .getByText(/154\.3/)
    .first()
    .waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('hi')
})

it('takes a picture, cuts it square, and removes it', async () => {
  const visitor = await newcomer()
  const { page } = visitor
  await visitor.open('#/settings')
  await press(visitor, 'My picture')
  const picture = await sharp({ create: { width: 640, height: 320, channels: 3, background: '#0a7' } })
    .jpeg()
    .toBuffer()
  await page
    .locator('[data-testid=avatar-file]')
    .setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.getByRole('slider', { name: 'Larger or smaller' }).press('ArrowRight')
  await press(visitor, 'Save')
  await page.locator('img.avatar').waitFor()
  await press(visitor, 'My picture')
  await press(visitor, 'Remove the picture')
  await page.locator('img.avatar').waitFor({ state: 'detached' })
})

it('signs in at a service, comes back, and gives the access back', async () => {
  const visitor = await newcomer()
  const { page } = visitor
  let allowed = false
  // The person at the service, who is sent back to the name under which they know the page.
  await page.route(`${health.baseUrl}/**`, (route) => {
    const back = health.allow(route.request().url())
    if (!allowed) {
      back.searchParams.delete('code')
      back.searchParams.set('error', 'access_denied')
    }
    const { origin } = new URL(page.url())
    return route.fulfill({ status: 302, headers: { location: `${origin}${back.pathname}${back.search}` } })
  })
  await visitor.open('#/settings/services')
  await press(visitor, 'Fitbit')
  await press(visitor, 'Sign in at Fitbit')
  await page.getByRole('alert').waitFor()
  allowed = true
  await page.getByRole('link', { name: 'Watches and apps' }).click()
  await page.getByRole('link', { name: /Fitbit/ }).click()
  await press(visitor, 'Sign in at Fitbit')
  await page.getByText('Done', { exact: true }).waitFor()
  expect(new URL(page.url()).hash).toMatch(/^#\/settings\/services\/[0-9a-f-]{36}$/)
  await page.getByRole('button', { name: 'Bring in the newest' }).waitFor()
  await page.getByLabel('May bring in measurements').click()
  await waitFor('the access to be given back', () => health.revoked.length > 0)
})

it('makes a copy of everything, takes it back in, and erases the account with a certificate', async () => {
  const visitor = await newcomer()
  const { page, email } = visitor
  await visitor.open('#/settings/data')
  await press(visitor, 'Make a copy')
  await page.getByText('Your copy is ready').waitFor()
  const saved = page.waitForEvent('download')
  await press(visitor, 'Save')
  const copy = await saved
  expect(copy.suggestedFilename()).toMatch(/^swasthwrap-.*\.zip$/)

  await page.locator('[data-testid=import-file]').setInputFiles({
    name: 'notes.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('this is no archive'),
  })
  await page.getByText('This copy was not taken in. Nothing was changed.').waitFor()
  await page.locator('[data-testid=import-file]').setInputFiles(await copy.path())
  await page.getByText('Your copy is in').waitFor()

  await press(visitor, 'Erase my account')
  const erase = page.getByRole('button', { name: 'Erase for good' })
  await page.locator('dialog[open] [type=password]').fill(PASSWORD)
  expect(await erase.isDisabled()).toBe(true)
  await page.getByLabel('To be sure, type your e-mail address').fill(email.toUpperCase())
  await erase.click()
  await page.getByRole('heading', { name: 'Your account is erased' }).waitFor()
  expect(await page.evaluate(`localStorage.getItem('swasthwrap.user')`)).toBeNull()
  const certified = page.waitForEvent('download')
  await press(visitor, 'Save the certificate')
  const certificate = await readFile(await (await certified).path(), 'utf8')
  const checked = await fetch(`${frame.address}/api/v1/erasures/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ certificate }),
  })
  expect(await checked.json()).toMatchObject({ valid: true })
  // Its address stays good, and the account does not.
  await page.reload()
  await page.getByRole('heading', { name: 'Your account is erased' }).waitFor()
  await page.getByRole('link', { name: 'To the first page' }).click()
  await signIn(visitor, email)
  await page.getByRole('alert').waitFor()
})
