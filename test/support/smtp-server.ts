import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server that keeps what it is sent. */
export interface TestMailServer {
  readonly url: string
  readonly mails: ParsedMail[]
  /** What it answers to the next messages instead of taking them: one reply code a message. */
  readonly refusals: number[]
  /** Called with each mail before and after it is taken. */
  onContact: (moment: 'received' | 'accepted', mail: ParsedMail) => void | Promise<void>
  /** Waits for a number of mails. @throws after `milliseconds`. */
  received(count: number, milliseconds?: number): Promise<readonly ParsedMail[]>
  close(): Promise<void>
}

export async function startMailServer(): Promise<TestMailServer> {
  const mails: ParsedMail[] = []
  const refusals: number[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, callback) {
      void simpleParser(stream).then(async (mail) => {
        await testServer.onContact('received', mail)
        const refusal = refusals.shift()
        if (refusal !== undefined) return callback(Object.assign(new Error('Refused'), { responseCode: refusal }))
        mails.push(mail)
        callback()
        await testServer.onContact('accepted', mail)
      }, callback)
    },
  })
  // Tests kill the process that sends: a connection that breaks off is what they want to see, and is no fault of this server.
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error
  })
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  const testServer: TestMailServer = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refusals,
    onContact: () => undefined,
    received: async (count, milliseconds = 10_000) => {
      const until = Date.now() + milliseconds
      while (mails.length < count) {
        if (Date.now() > until) throw new Error(`${mails.length} of ${count} mails have come`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return mails
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return testServer
}
