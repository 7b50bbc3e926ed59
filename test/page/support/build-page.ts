import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds the page as it is now, so that no test looks at an older one. */
export default function buildPage(): void {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    // As installs build it: Vitest sets this to `test`.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error('The page could not be built.')
}
