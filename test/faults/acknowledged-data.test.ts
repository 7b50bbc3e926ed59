import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { registerClient } from '../support/api-client.ts'
import { failedStart, startServerProcess, temporaryFolder } from '../support/server-process.ts'

const EMAIL = 'meena@example.org'
const PASSWORD = 'a long pass phrase'

test('what was acknowledged is there after a kill -9 and after a stop: account, sign-in, keys, file, and its reading', async () => {
  const bytes = new Uint8Array(
    await readFile(fileURLToPath(new URL('../../src/demo/sample-report.pdf', import.meta.url))),
  )
  const folder = await temporaryFolder()
  try {
    const first = await startServerProcess(folder.path)
    const client = await registerClient(first.address, { email: EMAIL, password: PASSWORD })
    const id = await client.upload({ name: 'kept.pdf', bytes })
    await first.kill()

    const second = await startServerProcess(folder.path)
    expect(await logIn(second.address)).toBe(200)
    const authorised = { headers: { authorization: `Bearer ${client.accessToken}` } }
    expect((await fetch(`${second.address}/api/v1/auth/sessions`, authorised)).status).toBe(200)
    const content = await fetch(`${second.address}/api/v1/documents/${id}/content`, authorised)
    expect(Buffer.from(await content.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
    let status = ''
    for (let look = 0; look < 600 && status !== 'reviewed'; look += 1) {
      await delay(100)
      const response = await fetch(`${second.address}/api/v1/documents/${id}`, authorised)
      status = ((await response.json()) as { status: string }).status
    }
    expect(status).toBe('reviewed')
    await second.stop()
    expect(second.process.exitCode).toBe(0)

    const third = await startServerProcess(folder.path)
    expect(await logIn(third.address)).toBe(200)
    await third.stop()

    // Another master key opens none of it, and that is said at once.
    const { code, complaint } = await failedStart({
      SWASTHWRAP_DATA_DIR: folder.path,
      MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    })
    expect(code).toBe(1)
    expect(complaint.trim().split('\n')).toHaveLength(1)
    expect(complaint).toContain('master key')
  } finally {
    await folder.remove()
  }
})

async function logIn(address: string): Promise<number> {
  const { status } = await fetch(`${address}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  })
  return status
}
