import { expect, it } from 'vitest'
import { useFrame } from './support/frame.ts'

/** Five megabytes of script, on a busy machine. */
const PATIENCE_MILLISECONDS = 60_000

const frame = useFrame()

it('the documentation shows the operations under the policy of the page, and asks no other server', async () => {
  const page = await frame.browser.newPage({ viewport: { width: 1200, height: 860 } })
  const complaints: string[] = []
  const elsewhere: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(frame.address)) elsewhere.push(request.url())
  })
  await page.goto(`${frame.address}/docs/`)
  for (const shown of ['Swasthwrap', '/api/v1/auth/login', 'medications']) {
    await page.getByText(shown).first().waitFor({ state: 'attached', timeout: PATIENCE_MILLISECONDS })
  }
  // On this machine the library would offer its own tools for sharing and deploying.
  expect(await page.locator('.references-shell-toolbar, .references-developer-tools').count()).toBe(0)
  expect(await page.getByText('Developer Tools').count()).toBe(0)
  expect(complaints).toEqual([])
  expect(elsewhere).toEqual([])
})
