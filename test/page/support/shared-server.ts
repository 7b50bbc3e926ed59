import type { TestProject } from 'vitest/node'
import { startTestServer } from '../../support/test-server.ts'
import buildPage from './build-page.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server for all files that need nothing special of one: each person of a test is another account there. */
    readonly pageAddress: string
  }
}

/** Builds the page, and starts the server that most files share. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  buildPage()
  // A mail server that nobody needs to reach: what is sent here nobody reads.
  const server = await startTestServer({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'care@example.org' })
  project.provide('pageAddress', server.address)
  return server.close
}
