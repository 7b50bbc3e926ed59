import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/server-process.ts'

it('of 100 MB is encrypted and read back in less than 50 MB', async () => {
  const folder = await temporaryFolder()
  try {
    const script = fileURLToPath(new URL('../support/encrypt-big-file.ts', import.meta.url))
    // What is needed, and not what a lazy collector lets lie: with its usual room the process grows by some 70 MB,
    // for a file of any size.
    const { stdout } = await promisify(execFile)(process.execPath, ['--max-semi-space-size=1', script, folder.path])
    const { megabytes, isSame } = JSON.parse(stdout) as { megabytes: number; isSame: boolean }
    expect(isSame).toBe(true)
    expect(megabytes).toBeLessThan(50)
  } finally {
    await folder.remove()
  }
})
