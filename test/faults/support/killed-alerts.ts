import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, apiClient, registerClient } from '../../support/api-client.ts'
import { type ScriptedTwilio, startTwilio } from '../../support/scripted-twilio.ts'
import { createServerDatabase } from '../../support/server-database.ts'
import { type ServerProcess, startServerProcess, temporaryFolder } from '../../support/server-process.ts'
import { startMailServer, type TestMailServer } from '../../support/smtp-server.ts'
import { waitFor } from '../../support/wait-for.ts'

/** Where the process dies. */
export type Moment =
  | { readonly after: 'acceptance'; readonly milliseconds: number }
  | { readonly of: 'call' | 'sms'; readonly moment: 'received' | 'answered' | 'asked' }
  | { readonly of: 'email'; readonly moment: 'received' | 'accepted' }

/** What left so shortly before its process died may not have been written down: it may come once more. */
const IN_HAND_MILLISECONDS = 4_000

/**
 * Kills the server at each of the moments while it alerts three contacts, starts it again, and holds that everybody is
 * reached, nobody twice but by what was in hand when it died, and by e-mail once whatever was.
 */
export function alertsGoOnAfter(moments: readonly (readonly [string, Moment])[]): void {
  let twilio: ScriptedTwilio
  let mail: TestMailServer
  let start: () => Promise<ServerProcess>
  let server: ServerProcess
  const cleanUps: (() => Promise<void>)[] = []

  beforeAll(async () => {
    ;[twilio, mail] = await Promise.all([startTwilio(), startMailServer()])
    // Nobody answers, and no handset confirms an SMS: the alert has to go all the way to the last contact.
    twilio.script = ({ kind }) => (kind === 'call' ? 'no-answer' : 'sent')
    const folder = await temporaryFolder()
    const databaseUrl = process.env['TEST_DATABASE_URL']
    const database = databaseUrl ? await createServerDatabase(databaseUrl) : undefined
    cleanUps.push(folder.remove, async () => database?.remove())
    start = () =>
      startServerProcess(folder.path, {
        ...(database && {
          DATABASE_URL: database.connectionString,
          MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
        }),
        ...twilio.environment,
        SMTP_URL: mail.url,
        MAIL_FROM: 'care@example.org',
        EMERGENCY_ESCALATION_SECONDS: '2',
        AUTH_RATE_LIMIT_PER_MINUTE: '1000',
        RATE_LIMIT_PER_MINUTE: '100000',
      })
    server = await start()
  })

  afterAll(async () => {
    await server?.kill()
    await Promise.all([twilio.close(), mail.close()])
    for (const cleanUp of cleanUps) await cleanUp()
  })

  /** Somebody with three contacts: one to call, one to write to, one with e-mail. Nobody else has their numbers. */
  async function personWithContacts(name: string, phone: string, mobile: string): Promise<ApiClient> {
    const person = await registerClient(server.address, { name, language: 'hi' })
    const contact = { relationship: 'Family', primary_phone: phone }
    for (const [index, more] of [
      { preferred_contact_method: 'phone' },
      { preferred_contact_method: 'sms', primary_phone: mobile },
      { preferred_contact_method: 'email', email: 'family@example.org' },
    ].entries()) {
      const body = { ...contact, ...more, contact_name: `Contact ${index}`, priority_order: index + 1 }
      await person.json('POST', '/api/v1/emergency/contacts', body)
    }
    return person
  }

  interface DeliveryAnswer {
    readonly delivery_method: string
    readonly delivery_status: string
    readonly delivery_attempts: number
  }

  describe('an accepted alert goes on after the process was killed', () => {
    it.each(moments)('%s', async (name, moment) => {
      const place = 10 + moments.findIndex(([each]) => each === name)
      const [phone, mobile] = [`+9198400123${place}`, `+9198400543${place}`]
      const person = await personWithContacts(name, phone, mobile)
      const [mailsBefore, requestsBefore] = [mail.mails.length, twilio.requests.length]
      const killed = Promise.withResolvers<void>()
      // The first contact is called at once, the others later: until the alert is accepted, what else comes is of one before.
      let armed = 'of' in moment && moment.of === 'call'
      let diedAt = 0
      const arrived: { readonly way: string; readonly at: number }[] = []
      const kill = async (): Promise<void> => {
        if (diedAt > 0) return
        diedAt = Date.now()
        await server.kill()
        killed.resolve()
      }
      twilio.onContact = async (at, { kind, to }) => {
        // What still comes of an alert before goes to other numbers.
        if (to !== phone && to !== mobile) return
        if (at === 'received') arrived.push({ way: `${kind} ${to}`, at: Date.now() })
        if (armed && 'of' in moment && moment.of === kind && moment.moment === at) await kill()
      }
      mail.onContact = async (at) => {
        if (armed && 'of' in moment && moment.of === 'email' && moment.moment === at) await kill()
      }

      const alert = await person.json<{ id: string }>('POST', '/api/v1/emergency/alerts', { alert_type: 'fall' })
      armed = true
      if ('after' in moment) {
        await delay(moment.milliseconds)
        await kill()
      }
      await killed.promise
      server = await start()
      const again = apiClient(server.address, person.userId, person.accessToken)
      const rows = await waitFor(
        'the last contact',
        async () => {
          const url = `/api/v1/emergency/alerts/${alert.id}/deliveries`
          const { data } = await again.json<{ data: DeliveryAnswer[] }>('GET', url)
          const reached = data.find((row) => row.delivery_method === 'email')?.delivery_status === 'delivered'
          return reached && data
        },
        80_000,
      )

      const mails = mail.mails.slice(mailsBefore).filter((each) => each.subject?.includes(name))
      expect(mails.length).toBeGreaterThan(0)
      // One that was handed over twice is recognised as the same.
      expect(new Set(mails.map((each) => each.messageId)).size).toBe(1)
      // What a dead process had taken on is taken over when its claim has run out.
      for (const expected of [`call ${phone}`, `sms ${mobile}`]) {
        const came = () => twilio.requests.slice(requestsBefore).some(({ kind, to }) => `${kind} ${to}` === expected)
        expect(await waitFor(expected, came, 40_000)).toBe(true)
      }
      expect(rows.every((row) => row.delivery_attempts <= 2)).toBe(true)
      for (const way of new Set(arrived.map((each) => each.way))) {
        const times = arrived.flatMap((each) => (each.way === way ? [each.at] : []))
        const inHand = diedAt - (times[0] ?? 0) < IN_HAND_MILLISECONDS && (times[0] ?? 0) <= diedAt + 1_000
        expect([way, times.length <= (inHand ? 2 : 1)]).toEqual([way, true])
      }
      expect(mails.length).toBeLessThanOrEqual('of' in moment && moment.of === 'email' ? 2 : 1)
    })
  })
}
