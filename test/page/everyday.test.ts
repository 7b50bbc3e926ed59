import { PDFParse } from 'pdf-parse'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { useFrame } from './support/frame.ts'
import { writeSampleRecord } from './support/sample-record.ts'

/** Scripts and styles of a first visit, as they travel. */
const MAXIMUM_BYTES = 120_000
/** Slow 3G, as browsers imitate it. */
const SLOW_NETWORK = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
/** After so long somebody can begin to write. A good server would have answered a dozen times. */
const LONGEST_WAIT_MILLISECONDS = 10_000
/** A machine of tests has no voices and no microphone: their place in the browser, as its standard describes it. */
const VOICE_AND_EAR = `
  globalThis.said = []
  class Voice extends EventTarget {
    speak(words) { said.push({ text: words.text, lang: words.lang }); this.words = words }
    cancel() { this.words = undefined }
    end() { this.words.dispatchEvent(new Event('end')) }
  }
  Object.defineProperty(globalThis, 'speechSynthesis', { value: new Voice() })
  globalThis.webkitSpeechRecognition = globalThis.SpeechRecognition = class extends EventTarget {
    start() { globalThis.ear = this }
    stop() { this.dispatchEvent(new Event('end')) }
    hear(transcript) {
      this.dispatchEvent(Object.assign(new Event('result'), { results: [Object.assign([{ transcript }], { isFinal: false })] }))
    }
  }`

const frame = useFrame()

it('speaks another language at once, and remembers it', async () => {
  const visitor = await frame.visit({ language: 'en', width: 360 })
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
})

it('changes the record only after a yes', async () => {
  const visitor = await frame.visit({ language: 'en', width: 360 })
  const { page } = visitor
  await visitor.register()
  await visitor.open('#/chat')
  const metrics = () => page.evaluate(`fetch('/api/v1/metrics').then((answer) => answer.json())`)
  await visitor.ask('My blood pressure is 130/85. Please note it down.')
  await page.getByRole('button', { name: visitor.word('page-chat:proposal.confirm') }).waitFor()
  expect(await metrics()).toMatchObject({ data: [] })
  await page.getByRole('button', { name: visitor.word('page-chat:proposal.confirm') }).click()
  // What was done is said as a person would.
  await page.getByText(/^I have noted your blood pressure: 130\/85 mmHg/).waitFor()
  expect(await metrics()).toMatchObject({ data: [{ value: '130/85' }] })
})

it('shows whom to call before anything else', async () => {
  const visitor = await frame.visit({ language: 'en', width: 360 })
  const { page, word } = visitor
  await visitor.register()
  const contact = { contact_name: 'Ravi', relationship: 'Son', primary_phone: '+919840012345', priority_order: 1 }
  await page.evaluate(
    `fetch('/api/v1/emergency/contacts', {
       method: 'POST', headers: { 'content-type': 'application/json' }, body: '${JSON.stringify(contact)}'
     }).then((answer) => { if (!answer.ok) throw new Error(answer.status) })`,
  )
  await visitor.open('#/chat')
  await visitor.ask('I have crushing chest pain and my left arm hurts')
  await visitor.wholeAnswer()
  const calls = visitor.answer().locator('.emergency__call')
  expect(await calls.first().getAttribute('href')).toBe('tel:112')
  const order = await visitor.answer().evaluate((element) => element.firstElementChild?.className)
  expect(order).toBe('emergency')
  // And, by two taps, has the person's own people told.
  const alerts = () => page.evaluate(`fetch('/api/v1/emergency/alerts').then((answer) => answer.json())`)
  await page.getByRole('button', { name: word('page-home:alert.send') }).click()
  expect(await alerts()).toMatchObject({ data: [] })
  await page.getByRole('button', { name: word('page-home:alert.yes') }).click()
  await visitor.answer().getByText(word('page-home:alert.title')).waitFor()
  expect(await alerts()).toMatchObject({ data: [{ alert_type: 'medical', is_resolved: false }] })
})

it('finds, names, marks and deletes a conversation', async () => {
  const visitor = await frame.visit({ language: 'en', width: 1280 })
  const { page, word } = visitor
  await visitor.register()
  await visitor.open('#/chat')
  await visitor.ask('Which medicines do I take today?')
  await visitor.wholeAnswer()
  // Nobody takes it for a language model that there is none behind.
  await visitor.answer().getByText(word('page-chat:builtIn')).waitFor()
  await page.getByRole('button', { name: word('page-chat:conversation.bookmark'), exact: true }).click()
  await page.locator('.icon-button[aria-pressed=true]').waitFor()
  const listed = page.locator('.conversations__item')
  await page.getByRole('button', { name: word('page-chat:conversations.bookmarked') }).click()
  await listed.first().waitFor()
  await page.getByRole('button', { name: word('page-chat:conversation.bookmark'), exact: true }).click()
  await listed.first().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: word('page-chat:conversations.bookmarked') }).click()
  await listed.first().waitFor()
  await page.getByRole('button', { name: word('page-chat:conversation.title') }).click()
  await page.getByLabel(word('page-chat:conversation.tag'), { exact: true }).fill('tablets')
  await page.getByRole('button', { name: word('page-chat:conversation.addTag'), exact: true }).click()
  await page.getByRole('button', { name: 'tablets' }).click()
  await page.getByRole('button', { name: 'tablets' }).waitFor({ state: 'detached' })
  await page.getByLabel(word('page-chat:conversation.name'), { exact: true }).fill('About my tablets')
  await page.getByRole('button', { name: word('common.save') }).click()
  await page.getByRole('heading', { name: 'About my tablets' }).waitFor()
  await page.getByRole('searchbox').fill('medicines')
  await page.locator('.conversations__item', { hasText: 'medicines' }).first().waitFor()
  await page.getByRole('button', { name: word('page-chat:conversation.title') }).click()
  await page.getByRole('button', { name: word('page-chat:conversation.delete') }).click()
  await page.getByRole('button', { name: word('common.delete'), exact: true }).click()
  await page.getByRole('heading', { name: word('page-chat:welcome.title') }).waitFor()
})

it('hears a question, reads the answer aloud, copies it, and takes a photo of a report', async () => {
  const visitor = await frame.visit({ language: 'ta', width: 360, equipment: VOICE_AND_EAR })
  const { page, word } = visitor
  const button = (key: string) => page.getByRole('button', { name: word(key), exact: true })
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: frame.address })
  await visitor.register()
  await visitor.open('#/chat')

  // What is heard stands in the field, behind what was written, and is sent only when the person sends it.
  const field = page.locator('.composer__field')
  await field.fill('வணக்கம்.')
  await button('page-chat:dictate').click()
  await page.evaluate(`ear.hear('எனக்கு காய்ச்சல்')`)
  await page.evaluate(`ear.hear('எனக்கு காய்ச்சல் வந்தால் என்ன செய்வது?')`)
  expect(await field.inputValue()).toBe('வணக்கம். எனக்கு காய்ச்சல் வந்தால் என்ன செய்வது?')
  expect(await page.evaluate('ear.lang')).toBe('ta-IN')
  await button('page-chat:stopListening').click()
  await button('page-chat:dictate').waitFor()
  expect(await page.locator('.question').count()).toBe(0)
  await button('page-chat:send').click()
  await visitor.wholeAnswer()

  await button('page-chat:speak').click()
  const [said] = (await page.evaluate('said')) as readonly { readonly text: string; readonly lang: string }[]
  expect(said?.lang).toBe('ta-IN')
  // Ears want words, no signs.
  expect(said?.text).toMatch(/\p{Script=Tamil}/u)
  expect(said?.text).not.toMatch(/[*_#[\]]/)
  await button('page-chat:stopSpeaking').click()
  await button('page-chat:speak').click()
  await page.evaluate('speechSynthesis.end()')
  await button('page-chat:speak').waitFor()

  await button('page-chat:copy').click()
  await page.getByText(word('page-chat:copied')).waitFor()
  // The clipboard of the machine ends lines in its own way.
  expect(String(await page.evaluate('navigator.clipboard.readText()')).replaceAll('\r', '')).toBe(said?.text)

  await button('page-chat:upload.add').click()
  const asked = page.waitForEvent('filechooser')
  await button('page-chat:upload.camera').click()
  const camera = await asked
  expect(await camera.element().getAttribute('capture')).toBe('environment')
  expect(await camera.element().getAttribute('accept')).toBe('image/*')
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  await camera.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.locator('.attachment', { hasText: 'photo.jpg' }).waitFor()
  await page.locator('.composer__send:enabled').waitFor()
})

it('says at each field of each form, in the language of the person, what is wrong with it', async () => {
  const visitor = await frame.visit({ language: 'hi', width: 360, still: true })
  const { page } = visitor
  await visitor.register()
  const wrong = {
    medications: { refills_remaining: '-3' },
    metrics: { systolic: 'बहुत', diastolic: '9999' },
    appointments: { duration_minutes: '-1' },
    conditions: {},
    allergies: {},
    goals: { target_value: 'बहुत' },
    contacts: { primary_phone: '12' },
  }
  for (const [domain, values] of Object.entries(wrong)) {
    await visitor.open(`#/records/${domain}/new`)
    await page.locator('.record-form').waitFor()
    for (const [name, text] of Object.entries(values)) {
      const field = page.locator(`.record-form [name=${name}]`)
      if (await field.isVisible()) await field.fill(text)
    }
    await page.locator('.record-form [type=submit]').click()
    await page.locator('.field__error').first().waitFor()
    for (const told of await page.locator('.field__error').allInnerTexts()) {
      expect(told, domain).toMatch(/^[^A-Za-z]*\p{Script=Devanagari}/u)
    }
    // Whoever cannot see where it is red is taken there.
    expect(await page.evaluate(`document.activeElement?.getAttribute('aria-invalid')`), domain).toBe('true')
  }
})

it('sends a link for a forgotten password, and refuses a link that is none', async () => {
  const visitor = await frame.visit({ language: 'hi', width: 360 })
  const { page, word } = visitor
  await page.getByRole('link', { name: word('account.forgot') }).click()
  await page.locator('[name=email]').fill('nobody@example.org')
  await page.locator('[type=submit]').click()
  await page.getByText(word('account.forgotSent')).waitFor()
  await visitor.open('#/reset-password?token=invented')
  await page.locator('[name=password]').fill('a long pass phrase of mine')
  await page.locator('[type=submit]').click()
  expect(await page.getByRole('alert').innerText()).toMatch(/\p{Script=Devanagari}/u)
})

it('answers for a dose on an ordinary day; the record is one sheet for the doctor, in Tamil and English side by side', async () => {
  const visitor = await frame.visit({ language: 'ta', width: 360, colorScheme: 'dark', still: true })
  const { page, word } = visitor
  await visitor.register()
  await writeSampleRecord(visitor)
  await visitor.open('#/')
  await page.reload()
  const doses = page.locator('.home-dose')
  await doses.nth(1).waitFor()
  await doses.first().getByRole('button').first().click()
  await doses.nth(1).waitFor({ state: 'detached' })
  await doses.first().getByRole('button').nth(1).click()
  await page.getByText(word('page-home:doses.none')).waitFor()
  const { data } = (await visitor.api('GET', '/api/v1/medications?limit=10')) as { data: { id: string }[] }
  const answers = await Promise.all(
    data.map(async ({ id }) => {
      const taken = (await visitor.api('GET', `/api/v1/medications/${id}/intake`)) as { data: { status: string }[] }
      return taken.data.map(({ status }) => status)
    }),
  )
  expect(answers.flat().sort()).toEqual(['skipped', 'taken'])
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
})

it('the first visit, a new account and the first conversation fetch less than 120 KB of scripts and styles, and a slow network is no wall', async () => {
  const page = await frame.browser.newPage({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  const session = await page.context().newCDPSession(page)
  const kinds = new Map<string, string>()
  const bytes = { Script: 0, Stylesheet: 0 }
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind === 'Script' || kind === 'Stylesheet') bytes[kind] += encodedDataLength
  })
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_NETWORK)
  const began = Date.now()
  await page.goto(`${frame.address}/#/register`, { waitUntil: 'commit' })
  await page.locator('[name=name]').fill('Meena Raman')
  expect(Date.now() - began).toBeLessThan(LONGEST_WAIT_MILLISECONDS)
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
