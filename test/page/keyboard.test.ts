import { expect, it } from 'vitest'
import { useFrame } from './support/frame.ts'
import type { Visitor } from './support/visitor.ts'

/** More stops than any screen has. */
const MAXIMUM_STOPS = 60

const frame = useFrame()

const focusedLabel = ({ page }: Visitor) => page.evaluate(`document.activeElement?.getAttribute('aria-label')`)

const isFocused = ({ page }: Visitor, what: string) =>
  page.evaluate(`document.activeElement?.matches(${JSON.stringify(what)}) === true`)

/** Goes on with the tabulator until the focus is there, as somebody without a mouse does. */
async function reach(visitor: Visitor, what: string): Promise<void> {
  for (let stops = 0; stops < MAXIMUM_STOPS; stops += 1) {
    if (await isFocused(visitor, what)) return
    await visitor.page.keyboard.press('Tab')
  }
  throw new Error(`No tabulator leads to ${what}`)
}

it('a keyboard is enough to register, ask, rename a conversation and come back', async () => {
  const visitor = await frame.visit({ language: 'en', width: 1280, still: true })
  const { page, word } = visitor
  await visitor.open('#/register')
  for (const [name, text] of [
    ['name', 'Meena Raman'],
    ['email', 'keyboard@example.org'],
    ['password', 'a long pass phrase of mine'],
  ] as const) {
    await reach(visitor, `[name=${name}]`)
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Enter')
  await page.locator('main .card').first().waitFor()

  // The first stop leaps over the navigation.
  await page.reload()
  await page.locator('main .card').first().waitFor()
  await page.keyboard.press('Tab')
  expect(await isFocused(visitor, '.skip')).toBe(true)
  await page.keyboard.press('Enter')
  expect(await isFocused(visitor, 'main')).toBe(true)
  await reach(visitor, 'main a[href="#/chat"]')
  await page.keyboard.press('Enter')
  await page.locator('.welcome').waitFor()
  // Readers of screens begin where the eye does.
  expect(await isFocused(visitor, 'main')).toBe(true)

  await reach(visitor, '.composer__field')
  await page.keyboard.type('What should I do when I have a fever?')
  await page.keyboard.press('Enter')
  await visitor.wholeAnswer()
  await reach(visitor, '.answer__tools button')

  const edit = word('page-chat:conversation.title')
  await reach(visitor, `[aria-label="${edit}"]`)
  await page.keyboard.press('Enter')
  await page.locator('dialog[open]').waitFor()
  await reach(visitor, 'dialog .input')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('About fever')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'About fever' }).waitFor()
  // What the sheet was opened from has the focus again.
  await expect.poll(() => focusedLabel(visitor)).toBe(edit)
  await page.keyboard.press('Enter')
  await page.locator('dialog[open]').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await expect.poll(() => focusedLabel(visitor)).toBe(edit)

  // Nothing moves for those who have asked for that.
  const longest = await page.evaluate(`Math.max(
    ...[...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element)
      return [transitionDuration, animationDuration].join().split(',').map(Number.parseFloat)
    }),
  )`)
  expect(longest).toBeLessThan(0.001)
})
