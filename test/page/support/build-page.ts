import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const BUILT = 'dist/web/index.html'
/** What the page is made of. */
const SOURCES = ['src/web', 'locales', 'vite.config.ts', 'package-lock.json']

/** Builds the page where it is older than what it is made of, so that no test looks at an older one. */
export default function buildPage(): void {
  if (changedAt(BUILT) > Math.max(...SOURCES.map(newestIn))) return
  const { status } = spawnSync('npm', ['run', '--silent', 'build:page'], {
    cwd: ROOT,
    stdio: 'inherit',
    // As installs build it: Vitest sets this to `test`.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error('The page could not be built.')
}

const changedAt = (name: string): number => statSync(path.join(ROOT, name), { throwIfNoEntry: false })?.mtimeMs ?? 0

/** A folder changes when one of its files comes or goes. */
function newestIn(name: string): number {
  const inside = statSync(path.join(ROOT, name)).isDirectory()
    ? readdirSync(path.join(ROOT, name), { recursive: true, encoding: 'utf8' })
    : []
  return Math.max(changedAt(name), ...inside.map((each) => changedAt(path.join(name, each))))
}
