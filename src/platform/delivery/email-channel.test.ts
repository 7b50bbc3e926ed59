import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMailServer, type TestMailServer } from '../../../test/support/smtp-server.ts'
import type { DeliveryFailed } from './delivery-failed.ts'
import { type EmailChannel, openEmailChannel } from './email-channel.ts'
import { EMAIL_TEMPLATES, renderEmail } from './email-template.ts'

describe('renderEmail', () => {
  const values = { name: 'Asha', url: 'https://example.org/x', title: 'Title', message: 'One.\n\nTwo.', person: 'Ravi' }

  it.each(
    EMAIL_TEMPLATES.flatMap((template) => (['en', 'hi', 'ta'] as const).map((form) => [template, form] as const)),
  )('%s in %s has a subject, a text and the same as HTML, and nothing unfilled', (template, language) => {
    const { subject, text, html } = renderEmail(template, language, { ...values, minutes: 30, device: 'D', time: 'T' })
    expect(subject).not.toBe('')
    expect(text).toContain('Asha')
    expect(html).toContain(`<html lang="${language}">`)
    expect(`${subject}${text}${html}`).not.toMatch(/\{\{|undefined|emails:/)
  })

  it('lets no value become markup or a header', () => {
    const { subject, html } = renderEmail('notification', 'en', { title: 'a\r\nBcc: b@c.d', message: '<b>"x"&</b>' })
    expect(subject).toBe('a Bcc: b@c.d')
    expect(html).toContain('&lt;b&gt;&quot;x&quot;&amp;&lt;/b&gt;')
  })
})

describe('an e-mail channel', () => {
  let server: TestMailServer
  let channel: EmailChannel

  beforeAll(async () => {
    server = await startMailServer()
    channel = openEmailChannel({ url: server.url, from: 'Swasthwrap <care@example.org>' })
  })
  afterAll(async () => {
    channel.close()
    await server.close()
  })

  const message = {
    to: 'asha@example.org',
    language: 'ta',
    template: 'notification',
    values: { name: 'ஆஷா', title: 'மருந்து நேரம்', message: 'Glycomet 500 SR, 08:30' },
    id: 'one',
  } as const

  it('sends text and HTML over SMTP', async () => {
    await channel.sendEmail(message)
    const [mail] = await server.received(1)
    expect(mail).toMatchObject({ subject: 'மருந்து நேரம்', messageId: '<one@example.org>' })
    expect(mail?.from?.text).toContain('care@example.org')
    expect([mail?.to].flat()[0]?.text).toBe('asha@example.org')
    expect(mail?.text).toContain('Glycomet 500 SR, 08:30')
    expect(mail?.html).toContain('வணக்கம் ஆஷா')
  })

  it.each([
    [550, true],
    [451, false],
  ])('tells by reply %d whether trying again helps', async (code, permanent) => {
    server.refusals.push(code)
    const failure = await channel.sendEmail(message).catch((error: DeliveryFailed) => error)
    expect(failure).toMatchObject({ name: 'DeliveryFailed', message: `SMTP ${code}`, permanent })
  })

  it('says when nobody is there', async () => {
    const nowhere = openEmailChannel({ url: 'smtp://127.0.0.1:1', from: 'care@example.org' })
    await expect(nowhere.sendEmail(message)).rejects.toMatchObject({ permanent: false })
    nowhere.close()
  })
})
