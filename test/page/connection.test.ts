import { expect, it } from 'vitest'
import { type ScriptedModelServer, startScriptedModelServer } from '../support/scripted-model-server.ts'
import { startTestServer } from '../support/test-server.ts'
import { useFrame } from './support/frame.ts'
import { kept } from './support/visitor.ts'

/** An answer of some four seconds without anything that would have to be proven. */
const ANSWER = Array.from(
  { length: 12 },
  (_, line) =>
    `Drink enough water, rest well, and speak with your doctor if you feel worse ${'again '.repeat(line % 3)}today.`,
).join('\n\n')

let model: ScriptedModelServer

const frame = useFrame(async () => {
  model = await startScriptedModelServer([{ say: ANSWER, every: 20, chunk: 6 }])
  const server = await startTestServer({ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'none', CHAT_MODEL: 'scripted' })
  return {
    address: server.address,
    async close() {
      await server.close()
      await model.close()
    },
  }
})

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

async function askedAndBegun() {
  const visitor = await frame.visit({ language: 'en', width: 360 })
  await visitor.register()
  await visitor.open('#/chat')
  await visitor.ask('How do I stay well?')
  await visitor.answer().locator('.markdown').waitFor()
  return visitor
}

it('completes an answer after the device was without network', async () => {
  const visitor = await askedAndBegun()
  await visitor.context.setOffline(true)
  await visitor.page.getByText(visitor.word('errors.offline')).waitFor()
  await visitor.page.waitForTimeout(500)
  await visitor.context.setOffline(false)
  expect(plain(await visitor.wholeAnswer())).toBe(plain(ANSWER))
})

it('completes an answer after the page was closed and opened again', async () => {
  const visitor = await askedAndBegun()
  await visitor.page.waitForURL(/#\/chat\/[0-9a-f-]{36}$/)
  await visitor.page.reload()
  expect(plain(await visitor.wholeAnswer())).toBe(plain(ANSWER))
  expect(await visitor.page.locator('.question').count()).toBe(1)
  expect(await visitor.page.locator('.answer').count()).toBe(1)
})

it('keeps a message that is written without network, and sends it once', async () => {
  const visitor = await frame.visit({ language: 'en', width: 360 })
  await kept(visitor)
  await visitor.register()
  await visitor.open('#/chat')
  await visitor.page.locator('.welcome').waitFor()
  await visitor.context.setOffline(true)
  await visitor.ask('How do I stay well?')
  await visitor.page.getByText(visitor.word('page-chat:unsent')).waitFor()
  // Also over the end of the page: a phone throws away what it does not show.
  await visitor.page.reload()
  await visitor.page.getByText(visitor.word('page-chat:unsent')).waitFor()
  await visitor.context.setOffline(false)
  expect(plain(await visitor.wholeAnswer())).toBe(plain(ANSWER))
  const { total } = (await visitor.page.evaluate(
    `fetch('/api/v1/chat/sessions').then((answer) => answer.json()).then(({ data }) => ({ total: data.length }))`,
  )) as { total: number }
  expect(total).toBe(1)
})

it('stops an answer when asked to', async () => {
  const visitor = await askedAndBegun()
  await visitor.page.getByRole('button', { name: visitor.word('page-chat:stop') }).click()
  await visitor.page.getByText(visitor.word('page-chat:stopped')).first().waitFor()
  const text = await visitor.answer().locator('.markdown').innerText()
  expect(text.length).toBeLessThan(ANSWER.length)
})

it('draws the text of a model as text, whatever it holds', async () => {
  model.play([
    {
      say: [
        'Some **bold words** and <img src="x" onerror="document.title=1"> a picture.',
        '<script>document.title = 2</script>',
        '![a tracker](https://example.org/pixel.png)',
        '[a trap](javascript:document.title=3) and [a page](https://www.who.int/)',
      ].join('\n\n'),
    },
  ])
  const visitor = await frame.visit({ language: 'en', width: 360 })
  await visitor.register()
  await visitor.open('#/chat')
  await visitor.ask('How do I stay well?')
  await visitor.wholeAnswer()
  const drawn = visitor.answer().locator('.markdown')
  expect(await drawn.locator('strong').allInnerTexts()).toEqual(['bold words'])
  expect(await drawn.locator('img, script, iframe').count()).toBe(0)
  const links = await drawn.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(links.filter((href) => !href?.startsWith('https://'))).toEqual([])
})
