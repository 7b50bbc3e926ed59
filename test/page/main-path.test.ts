import { describe, expect, it } from 'vitest'
import { type ScriptedModelServer, startScriptedModelServer } from '../support/scripted-model-server.ts'
import { startTestServer } from '../support/test-server.ts'
import { useFrame } from './support/frame.ts'
import { type Line, lineTo } from './support/line.ts'
import { LANGUAGES, SAMPLE_REPORT } from './support/visitor.ts'

const TALK = {
  en: {
    question: 'What is my HbA1c, and is it high?',
    answer: 'Your HbA1c is 8.2 %. That is above the usual range, so please show this report to your doctor.',
    next: 'How do I stay well?',
    advice: 'Drink enough water, rest well, walk a little every day, and speak with your doctor if you feel worse. ',
  },
  hi: {
    question: 'मेरा HbA1c कितना है? क्या यह ज़्यादा है?',
    answer: 'आपका HbA1c 8.2 % है। यह सही दायरे से ज़्यादा है, इसलिए यह रिपोर्ट अपने डॉक्टर को दिखाएँ।',
    next: 'मैं सेहतमंद कैसे रहूँ?',
    advice: 'पानी ठीक से पिएँ, अच्छी नींद लें, रोज़ थोड़ा टहलें, और तबीयत बिगड़े तो डॉक्टर से बात करें। ',
  },
  ta: {
    question: 'என் HbA1c எவ்வளவு? அது அதிகமா?',
    answer: 'உங்கள் HbA1c 8.2 %. இது சரியான அளவை விட அதிகம், அதனால் இந்த அறிக்கையை டாக்டரிடம் காட்டுங்கள்.',
    next: 'நான் எப்படி நலமாக இருப்பது?',
    advice: 'தண்ணீர் நன்றாகக் குடியுங்கள், நன்றாகத் தூங்குங்கள், தினமும் கொஞ்சம் நடங்கள், உடல்நிலை மோசமானால் டாக்டரிடம் பேசுங்கள். ',
  },
} as const
/** Of an answer, a piece comes every so many milliseconds: some three seconds for the long one. */
const PACE = { every: 20, chunk: 4 } as const
const PARAGRAPHS = 5

let model: ScriptedModelServer
let line: Line

const frame = useFrame(async () => {
  model = await startScriptedModelServer()
  const server = await startTestServer({ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'none', CHAT_MODEL: 'scripted' })
  line = await lineTo(server.address)
  return {
    address: line.address,
    async close() {
      line.close()
      await server.close()
      await model.close()
    },
  }
})

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe.each(LANGUAGES)('in %s', (language) => {
  it('a person registers, has a report read, asks, sees the page and the chart, and loses the network in between', async () => {
    const { question, answer, next, advice } = TALK[language]
    const visitor = await frame.visit({ language, width: 360 })
    const { page, word } = visitor
    await visitor.register()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)

    // The report is read before the answer begins, and that is said.
    await page.getByRole('link', { name: word('nav.chat'), exact: true }).click()
    await visitor.attach(SAMPLE_REPORT)
    // Slowly enough that the first sentence is seen before the second is there.
    model.play([{ say: answer, ...PACE, every: 120 }])
    await visitor.ask(question)
    await visitor.answer().locator('.reading').getByText('sample-report.pdf').waitFor()

    // The answer is there word by word.
    await visitor.answer().locator('.markdown').waitFor()
    const begun = await visitor.answer().locator('.markdown').innerText()
    const whole = await visitor.wholeAnswer()
    expect(begun.length).toBeLessThan(whole.length)
    expect(whole).toContain('8.2')
    expect(page.url()).toMatch(/#\/chat\/[0-9a-f-]{36}$/)
    const conversation = page.url()

    // Its source opens the page of the report, with the value in a box and ready to be confirmed.
    await visitor.answer().locator('a.source-mark').first().click()
    await page.waitForURL(/#\/documents\/[0-9a-f-]{36}\?page=1&box=/)
    await page.locator('.page-picture__box').waitFor()
    // The name on the made-up report is not everybody's.
    await page.locator('.value--chosen').waitFor()
    const mine = page.getByRole('button', { name: word('page-report:mine') })
    if (await mine.isVisible()) {
      await mine.click()
      await mine.waitFor({ state: 'hidden' })
    }
    expect(await page.locator('.value--chosen .value__figure').innerText()).toContain('8.2')
    await page.getByRole('button', { name: word('page-report:confirm'), exact: true }).click()
    await page.locator('.value--chosen .value__decided').waitFor()

    // Another one was read wrongly, and a third asks for an explanation.
    await page.locator('.value:not(.value--chosen) .value__main').first().click()
    await page.getByRole('button', { name: word('page-report:correct'), exact: true }).click()
    const field = page.getByLabel(word('page-report:value'), { exact: true })
    const corrected = String(Number(await field.inputValue()) + 1)
    await field.fill(corrected)
    await page.locator('dialog[open] [type=submit]').click()
    await page.locator('.value--chosen .value__decided').waitFor()
    expect(await page.locator('.value--chosen .value__figure').innerText()).toContain(corrected)
    await page.getByRole('link', { name: word('page-report:ask') }).click()
    await page.waitForURL(/#\/chat/)
    expect((await page.locator('.composer__field').inputValue()).length).toBeGreaterThan(5)

    // What was confirmed is a measurement with a chart.
    await visitor.open('#/records/metrics?part=hba1c')
    await page.locator('.line-chart canvas').waitFor()
    await page.locator('.records__item', { hasText: '8.2 %' }).waitFor()

    // The network drops in the middle of an answer, which is whole when it is back.
    const long = Array.from({ length: PARAGRAPHS }, () => advice.trim()).join('\n\n')
    model.play([{ say: long, ...PACE }])
    await page.goto(conversation)
    await visitor.answer().waitFor()
    await visitor.ask(next)
    await page.locator('.question').nth(1).waitFor()
    await visitor.answer().locator('.markdown').waitFor()
    line.cut()
    const before = plain(await visitor.answer().locator('.markdown').innerText())
    await page.waitForTimeout(1_000)
    line.mend()
    const after = plain(await visitor.wholeAnswer())
    expect(before.length).toBeLessThan(after.length)
    expect(after).toBe(plain(long))
    expect(await page.locator('.question').count()).toBe(2)

    // All of it is still there after the page is opened anew.
    await page.reload()
    await page.locator('.answer').nth(1).waitFor()
    expect(plain(await visitor.wholeAnswer())).toBe(after)
    expect(await page.locator('.question').count()).toBe(2)
  })
})
