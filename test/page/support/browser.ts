import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage'] as const
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Starts Debian's Chromium, which is installed where it is missing and this is allowed.
 * @throws with how to install it.
 */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...ARGUMENTS] })
}

/** The same with one profile in a folder, which other programs reach through a port of this machine as well. */
export async function startSharedBrowser(folder: string, port: number): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    args: [...ARGUMENTS, `--remote-debugging-port=${port}`],
  })
}

const chromiumPath = (): string => process.env['CHROMIUM'] ?? findChromium() ?? installChromium()

const findChromium = (): string | undefined => PLACES.find((place) => existsSync(place))

function installChromium(): string {
  const run = (command: string, parameters: readonly string[]) =>
    spawnSync(command, parameters, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  if (process.getuid?.() === 0) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  }
  const found = findChromium()
  if (!found) {
    throw new Error('Chromium is missing: install it with "apt-get install chromium", or name one in CHROMIUM.')
  }
  return found
}
