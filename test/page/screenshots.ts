import { mkdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { startTestServer } from '../support/test-server.ts'
import { startBrowser } from './support/browser.ts'
import buildPage from './support/build-page.ts'
import { walkScreens } from './support/screens.ts'
import { LANGUAGES, visit } from './support/visitor.ts'

/**
 * `npm run screenshots`: a picture of each screen in each language, on a phone and on a computer, in `screenshots/`. What is
 * longer than the screen is shown to its end. Three of them are those of README.md.
 */

const folder = fileURLToPath(new URL('../../screenshots', import.meta.url))
const WIDTHS = [360, 1280] as const
/** Of a phone, for README.md: language and screen. */
const PICTURES = ['ta chat-answer', 'hi report-value', 'en trend']
const pictureFolder = fileURLToPath(new URL('pictures', import.meta.url))
const PICTURE_PIXELS = 540

/** As high as what it shows, so that what stays at the edge of the screen stays there. */
async function photograph(page: Page, path: string): Promise<void> {
  const size = page.viewportSize()
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
  if (size && height > size.height) await page.setViewportSize({ ...size, height })
  await page.screenshot({ path })
  if (size) await page.setViewportSize(size)
}

buildPage()
await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const server = await startTestServer()
const browser = await startBrowser()
let pictures = 0
try {
  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      const visitor = await visit(browser, server.address, { language, width, still: true })
      let number = 0
      for await (const name of walkScreens(visitor)) {
        number += 1
        const file = `${language}-${width}-${String(number).padStart(2, '0')}-${name}.png`
        if (width === 360 && PICTURES.includes(`${language} ${name}`)) {
          const picture = sharp(await visitor.page.screenshot()).resize({ width: PICTURE_PIXELS })
          await picture.webp({ quality: 82 }).toFile(`${pictureFolder}/${name}-${language}.webp`)
        }
        await photograph(visitor.page, `${folder}/${file}`)
      }
      pictures += number
      await visitor.leave()
    }
  }
  process.stdout.write(`${pictures} pictures in ${folder}\n`)
} finally {
  await browser.close()
  await server.close()
}
