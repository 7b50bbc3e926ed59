import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

export const LANGUAGES = ['en', 'hi', 'ta'] as const
export type Language = (typeof LANGUAGES)[number]

const LOCALES = { en: 'en-IN', hi: 'hi-IN', ta: 'ta-IN' } as const
const NAMES = { en: 'Meena Raman', hi: 'मीना शर्मा', ta: 'மீனா ராமன்' } as const
export const SAMPLE_REPORT = fileURLToPath(new URL('../../../src/demo/sample-report.pdf', import.meta.url))
/** Reading a report and answering about it, on a busy machine. */
const PATIENCE_MILLISECONDS = 60_000
let visitors = 0

export interface VisitOptions {
  readonly language: Language
  readonly width: number
  readonly colorScheme?: 'light' | 'dark'
  /** Nothing moves, so that what is seen has come to rest. */
  readonly still?: boolean
  /** Another name of the server's. */
  readonly address?: string
  /** A script that gives the browser what this machine lacks, before any script of the page. */
  readonly equipment?: string
}

/** A person with a phone or a computer, and a browser that has never been here. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  readonly language: Language
  /** What went wrong in the browser's own eyes: uncaught errors, and what the page's policy forbade. */
  readonly complaints: readonly string[]
  /** A text of the page, from `locales/`: `page-chat:send`. */
  word(key: string): string
  /** Shows a place of the page: `#/chat`. */
  open(place: string): Promise<void>
  register(): Promise<void>
  /** Asks the server as the page does, with the session of the person. @throws where it refuses. */
  api(method: string, path: string, body?: object): Promise<unknown>
  /** Puts a report to the next message, and waits until it is uploaded. */
  attach(file: string): Promise<void>
  ask(text: string): Promise<void>
  /** The newest answer. */
  answer(): Locator
  /** Waits until the newest answer is whole, and reads its text. */
  wholeAnswer(): Promise<string>
  leave(): Promise<void>
}

export async function visit(browser: Browser, address: string, options: VisitOptions): Promise<Visitor> {
  const { language, width, colorScheme = 'light', still = false } = options
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 860 },
    deviceScaleFactor: width < 600 ? 2 : 1,
    hasTouch: width < 600,
    locale: LOCALES[language],
    timezoneId: 'Asia/Kolkata',
    colorScheme,
    reducedMotion: still ? 'reduce' : 'no-preference',
  })
  if (options.equipment !== undefined) await context.addInitScript(options.equipment)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content.Security.Policy|Refused to/i.test(message.text())) {
      complaints.push(message.text())
    }
  })
  const words = await readWords(language)
  const word = (key: string): string => {
    const [namespace = '', name = ''] = key.includes(':') ? key.split(':') : ['page', key]
    const found = name
      .split('.')
      .reduce<unknown>((inner, part) => (inner as Record<string, unknown>)[part], words[namespace])
    if (typeof found !== 'string') throw new Error(`There is no text ${key}`)
    return found
  }
  const answer = (): Locator => page.locator('.answer').last()
  await page.goto(address)
  await page.locator('form').waitFor()
  return {
    page,
    context,
    language,
    complaints,
    word,
    answer,
    async open(place) {
      await page.goto(`${address}/${place}`)
    },
    async register() {
      visitors += 1
      // Others may come meanwhile.
      const number = visitors
      await page.goto(`${address}/#/register`)
      await page.locator('[name=name]').fill(NAMES[language])
      await page.locator('[name=email]').fill(`visitor-${process.pid}-${number}@example.org`)
      await page.locator('[name=password]').fill('a long pass phrase of mine')
      await page.locator('[type=submit]').click()
      await page.locator('.navigation').waitFor()
    },
    api(method, path, body) {
      return page.evaluate(
        async ([verb, address, sent]) => {
          const answer = await fetch(address, {
            method: verb,
            ...(sent === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: sent }),
          })
          const text = await answer.text()
          if (!answer.ok) throw new Error(`${verb} ${address}: ${answer.status} ${text}`)
          return text === '' ? undefined : JSON.parse(text)
        },
        [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
      )
    },
    async attach(file) {
      await page.locator('[data-testid=file]').setInputFiles(file)
      await page.locator('.attachment').waitFor()
      await page.locator('.composer__send:enabled').waitFor({ timeout: PATIENCE_MILLISECONDS })
    },
    async ask(text) {
      await page.locator('.composer__field').fill(text)
      await page.getByRole('button', { name: word('page-chat:send') }).click()
    },
    async wholeAnswer() {
      await answer().locator('.answer__tools').waitFor({ timeout: PATIENCE_MILLISECONDS })
      return answer().locator('.markdown').innerText()
    },
    leave: () => context.close(),
  }
}

/** Waits until the worker has taken charge of the page: from then on it opens without a network. */
export const kept = ({ page }: Visitor): Promise<unknown> =>
  page.evaluate(`new Promise((resolve, reject) => {
    if (navigator.serviceWorker.controller) resolve()
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve())
    setTimeout(() => reject(new Error('The worker did not take charge.')), 20_000)
  })`)

async function readWords(language: Language): Promise<Record<string, unknown>> {
  const read = async (namespace: string): Promise<unknown> =>
    JSON.parse(
      await readFile(fileURLToPath(new URL(`../../../locales/${language}/${namespace}.json`, import.meta.url)), 'utf8'),
    )
  const names = ['page', 'page-chat', 'page-home', 'page-records', 'page-report', 'page-summary', 'page-trends']
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read(name)] as const)))
}
