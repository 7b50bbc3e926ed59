import type { Page } from 'playwright-core'
import { writeSampleRecord } from './sample-record.ts'
import { SAMPLE_REPORT, type Visitor } from './visitor.ts'

const QUESTIONS = {
  report: { en: 'Explain my latest report', hi: 'मेरी रिपोर्ट समझाइए', ta: 'என் அறிக்கையை விளக்குங்கள்' },
  reading: {
    en: 'My blood pressure is 130/85. Please note it down.',
    hi: 'मेरा बीपी 130/85 है। इसे लिख लीजिए।',
    ta: 'என் இரத்த அழுத்தம் 130/85. இதைக் குறித்துக்கொள்ளுங்கள்.',
  },
  emergency: {
    en: 'I have crushing chest pain and my left arm hurts',
    hi: 'मेरे सीने में बहुत तेज़ दर्द है और साँस नहीं आ रही',
    ta: 'எனக்கு நெஞ்சு வலி கடுமையாக இருக்கிறது, மூச்சு விட முடியவில்லை',
  },
} as const

/** Each has a list and a form. */
const DOMAINS = ['medications', 'metrics', 'appointments', 'conditions', 'allergies', 'goals', 'contacts']

/**
 * Goes through every state of the page that is looked at, by axe in the tests and by people in the screenshots, in the
 * order in which a person could come by; gives the name of each when it is shown.
 */
export async function* walkScreens(visitor: Visitor): AsyncGenerator<string> {
  for await (const name of screens(visitor)) {
    await rest(visitor)
    yield name
  }
}

/** Waits until nothing more is on its way. */
async function rest({ page, word }: Visitor): Promise<void> {
  const waiting = page.locator('.spinner:visible').or(page.getByText(word('common.loading')))
  await waiting.first().waitFor({ state: 'hidden' })
}

async function* screens(visitor: Visitor): AsyncGenerator<string> {
  yield* signingIn(visitor)
  yield* chatting(visitor)
  const sample = await writeSampleRecord(visitor)
  yield* reading(visitor)
  yield* atHome(visitor)
  yield* keepingRecords(visitor, sample)
  yield* settling(visitor)
}

async function* signingIn({ open, page, word }: Visitor): AsyncGenerator<string> {
  await open('#/')
  await page.locator('[name=email]').waitFor()
  yield 'sign-in'
  await open('#/register')
  await page.locator('[name=name]').waitFor()
  yield 'register'
  await open('#/forgot-password')
  await page.getByRole('heading', { name: word('account.forgotTitle') }).waitFor()
  yield 'forgot-password'
  await open('#/reset-password?token=invented')
  await page.getByRole('heading', { name: word('account.resetTitle') }).waitFor()
  yield 'reset-password'
  await open('#/verify-email?token=invented')
  await page.getByRole('alert').waitFor()
  yield 'verify-email'
}

async function* chatting(visitor: Visitor): AsyncGenerator<string> {
  const { open, page, word, language, answer } = visitor
  await visitor.register()
  await page.locator('main .card').last().waitFor()
  yield 'home-empty'
  await open('#/chat')
  await page.locator('.welcome__example').first().waitFor()
  yield 'chat-welcome'
  await page.getByRole('button', { name: word('page-chat:upload.add') }).click()
  await page.locator('dialog[open]').waitFor()
  yield 'chat-add'
  await page.keyboard.press('Escape')
  await visitor.attach(SAMPLE_REPORT)
  yield 'chat-attached'
  await visitor.ask(QUESTIONS.report[language])
  await visitor.wholeAnswer()
  yield 'chat-answer'
  const more = answer().locator('.sources-more summary')
  await more.click()
  await more.scrollIntoViewIfNeeded()
  yield 'chat-sources'
  await visitor.ask(QUESTIONS.reading[language])
  await page.locator('.proposal button').first().waitFor()
  await visitor.wholeAnswer()
  yield 'chat-proposal'
  await visitor.ask(QUESTIONS.emergency[language])
  await page.locator('.emergency').waitFor()
  await visitor.wholeAnswer()
  yield 'chat-emergency'
  const list = page.locator('.chat__list-button')
  if (await list.isVisible()) await list.click()
  await page.locator('.conversations__item:visible').first().waitFor()
  yield 'conversations'
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: word('page-chat:conversation.title') }).click()
  await page.locator('dialog[open]').waitFor()
  yield 'conversation'
  await page.keyboard.press('Escape')
}

async function* reading({ open, page, word }: Visitor): AsyncGenerator<string> {
  await open('#/documents')
  await page.locator('.records__item').first().click()
  await page.locator('.value').first().waitFor()
  await page.locator('.page-picture img').waitFor()
  // The name on the made-up report is not everybody's.
  const mine = page.getByRole('button', { name: word('page-report:mine') })
  if (await mine.isVisible()) {
    yield 'report-whose'
    await mine.click()
    await mine.waitFor({ state: 'hidden' })
  }
  yield 'report'
  await page.locator('.value__main').first().click()
  await page.locator('.page-picture__box').waitFor()
  yield 'report-value'
  for (const [name, button] of [
    ['report-correct', 'page-report:correct'],
    ['report-edit', 'page-report:edit'],
    ['report-share', 'page-report:share'],
    ['report-delete', 'page-report:delete'],
  ] as const) {
    await page.getByRole('button', { name: word(button), exact: true }).click()
    await page.locator('dialog[open]').waitFor()
    yield name
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: word('page-report:confirmSure') }).click()
  await page.locator('.value__decided').first().waitFor()
  await open('#/documents')
  // What was said about it is gone.
  await page.reload()
  await page.locator('.records__item').first().waitFor()
  yield 'documents'
}

async function* atHome({ open, page, word }: Visitor): AsyncGenerator<string> {
  await open('#/')
  await page.locator('.home-dose').first().waitFor()
  await page.locator('.home-score').scrollIntoViewIfNeeded()
  await page.locator('.line-chart canvas').waitFor()
  await page.locator('.metric-trend__direction').waitFor()
  yield 'home'
  await page.getByRole('button', { name: word('page-home:emergency.button') }).click()
  await page.locator('dialog[open] .home-calls a').nth(2).waitFor()
  yield 'emergency'
  await page.keyboard.press('Escape')
}

async function* keepingRecords(
  { open, page, word }: Visitor,
  sample: Awaited<ReturnType<typeof writeSampleRecord>>,
): AsyncGenerator<string> {
  const shown = async (place: string, what: string): Promise<void> => {
    await open(place)
    await page.locator(what).first().waitFor()
  }
  await shown('#/records', '.records__text .small')
  yield 'records'
  for (const domain of DOMAINS) {
    await shown(`#/records/${domain}`, '.records__item')
    yield domain
    await shown(`#/records/${domain}/new`, '.record-form')
    yield `${domain}-new`
  }
  await page.locator('.record-form [type=submit]').click()
  await page.locator('.field__error').first().waitFor()
  yield 'contacts-wrong'
  await shown('#/records/metrics?part=blood_pressure', '.line-chart canvas')
  await page.locator('.metric-trend__table summary').click()
  await page.evaluate('scrollTo(0, 0)')
  yield 'trend'
  await shown(`#/records/goals/${sample.goal}`, '.line-chart canvas')
  yield 'goal'
  await shown(`#/records/medications/${sample.medication}`, '.child-rows__row')
  yield 'medication'
  await shown(`#/records/medications/${sample.medication}?edit=1`, '.record-form')
  yield 'medication-edit'
  await shown(`#/records/medications/${sample.medication}`, '.child-rows__row')
  await page.getByRole('button', { name: word('page-records:children.medications.schedules.add') }).click()
  await page.locator('dialog[open] .record-form').waitFor()
  yield 'medication-time'
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: word('common.delete'), exact: true }).click()
  await page.locator('dialog[open]').waitFor()
  yield 'medication-delete'
  await page.keyboard.press('Escape')
  await shown('#/summary', '.summary__chart canvas')
  await page.locator('.summary__value').first().waitFor()
  yield 'summary'
}

async function* settling({ open, page, api }: Visitor): AsyncGenerator<string> {
  await open('#/settings')
  const links = page.locator('main a[href^="#/settings/"]')
  await links.first().waitFor()
  await page.locator('main .notice').waitFor()
  yield 'settings'
  await openParts(page)
  yield 'settings-open'
  const places = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  for (const place of places) {
    await open(place)
    await page.locator('main h1').waitFor()
    yield place.replace('#/', '').replaceAll('/', '-')
    if (place.endsWith('privacy') || place.endsWith('security')) {
      await openParts(page)
      yield `${place.replace('#/', '').replaceAll('/', '-')}-open`
    }
  }
  const { id } = (await api('POST', '/api/v1/connected-services', { service_name: 'apple_health' })) as { id: string }
  await open(`#/settings/services/${id}`)
  await page.locator('main h1').waitFor()
  yield 'settings-service'
  for (const [name, place] of [
    ['service-return', '#/connected-services?state=invented&error=access_denied'],
    ['erased', '#/erased/invented'],
  ] as const) {
    await open(place)
    await page.getByRole('alert').waitFor()
    yield name
  }
}

/** Opens what is folded, and waits until it is there. */
async function openParts(page: Page): Promise<void> {
  await page.evaluate(`for (const part of document.querySelectorAll('main details')) part.open = true`)
  await page.waitForLoadState('networkidle')
}
