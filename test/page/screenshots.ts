import { mkdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { startTestServer } from '../support/test-server.ts'
import { startBrowser } from './support/browser.ts'
import buildPage from './support/build-page.ts'
import { SCREENS } from './support/screens.ts'
import { LANGUAGES, visit } from './support/visitor.ts'

/** `npm run screenshots`: a picture of each screen in each language, on a phone and on a computer, in `screenshots/`. */

const folder = fileURLToPath(new URL('../../screenshots', import.meta.url))
const WIDTHS = [360, 1280] as const

buildPage()
await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const server = await startTestServer()
const browser = await startBrowser()
try {
  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      const visitor = await visit(browser, server.address, { language, width })
      for (const [at, { name, show }] of SCREENS.entries()) {
        await show(visitor)
        await visitor.page.waitForTimeout(300)
        const number = String(at + 1).padStart(2, '0')
        await visitor.page.screenshot({ path: `${folder}/${language}-${width}-${number}-${name}.png` })
      }
      await visitor.leave()
    }
  }
  process.stdout.write(`${SCREENS.length * LANGUAGES.length * WIDTHS.length} pictures in ${folder}\n`)
} finally {
  await browser.close()
  await server.close()
}
