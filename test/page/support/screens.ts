import { SAMPLE_REPORT, type Visitor } from './visitor.ts'

/** A state of the page that is looked at: by axe in the tests, by people in the screenshots. */
export interface Screen {
  readonly name: string
  /** Goes there from the screen before. */
  readonly show: (visitor: Visitor) => Promise<void>
}

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

/** Every screen, in the order in which a person could come by. */
export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', show: ({ open, page }) => open('#/').then(() => page.locator('[name=email]').waitFor()) },
  { name: 'register', show: ({ open, page }) => open('#/register').then(() => page.locator('[name=name]').waitFor()) },
  {
    name: 'forgot-password',
    show: ({ open, page, word }) =>
      open('#/forgot-password').then(() => page.getByRole('heading', { name: word('account.forgotTitle') }).waitFor()),
  },
  { name: 'home', show: (visitor) => visitor.register().then(() => visitor.page.locator('main h1').waitFor()) },
  {
    name: 'chat-welcome',
    show: ({ open, page }) => open('#/chat').then(() => page.locator('.welcome__example').first().waitFor()),
  },
  {
    name: 'chat-add',
    show: async ({ page, word }) => {
      await page.getByRole('button', { name: word('page-chat:upload.add') }).click()
      await page.locator('dialog[open]').waitFor()
    },
  },
  {
    name: 'chat-attached',
    show: async ({ page, attach }) => {
      await page.keyboard.press('Escape')
      await attach(SAMPLE_REPORT)
    },
  },
  {
    name: 'chat-answer',
    show: async (visitor) => {
      await visitor.ask(QUESTIONS.report[visitor.language])
      await visitor.wholeAnswer()
    },
  },
  {
    name: 'chat-sources',
    show: async ({ answer }) => {
      const more = answer().locator('.sources-more summary')
      await more.click()
      await more.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'chat-proposal',
    show: async (visitor) => {
      await visitor.ask(QUESTIONS.reading[visitor.language])
      await visitor.page.locator('.proposal button').first().waitFor()
      await visitor.wholeAnswer()
    },
  },
  {
    name: 'chat-emergency',
    show: async (visitor) => {
      await visitor.ask(QUESTIONS.emergency[visitor.language])
      await visitor.page.locator('.emergency').waitFor()
      await visitor.wholeAnswer()
    },
  },
  {
    name: 'conversations',
    show: async ({ page }) => {
      const list = page.locator('.chat__list-button')
      if (await list.isVisible()) await list.click()
      await page.locator('.conversations__item:visible').first().waitFor()
    },
  },
  {
    name: 'conversation',
    show: async ({ page, word }) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: word('page-chat:conversation.title') }).click()
      await page.locator('dialog[open]').waitFor()
    },
  },
]
