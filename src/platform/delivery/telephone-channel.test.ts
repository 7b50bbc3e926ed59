import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScriptedTwilio, startTwilio } from '../../../test/support/scripted-twilio.ts'
import { openTelephoneChannel, type TelephoneChannel } from './telephone-channel.ts'
import { telephoneNumber } from './telephone-number.ts'

describe('telephoneNumber', () => {
  it.each([
    ['+91 98400 12345', '+919840012345'],
    ['98400 12345', '+919840012345'],
    ['09840012345', '+919840012345'],
    ['+49 (30) 901820', '+4930901820'],
    ['12', undefined],
  ])('of %s is %s', (written, expected) => {
    expect(telephoneNumber(written)).toBe(expected)
  })
})

describe('a telephone channel', () => {
  let twilio: ScriptedTwilio
  let channel: TelephoneChannel

  beforeAll(async () => {
    twilio = await startTwilio()
    const { TWILIO_ACCOUNT_SID = '', TWILIO_AUTH_TOKEN = '', TWILIO_FROM = '' } = twilio.environment
    channel = await openTelephoneChannel({
      accountSid: TWILIO_ACCOUNT_SID,
      authToken: TWILIO_AUTH_TOKEN,
      from: TWILIO_FROM,
      baseUrl: twilio.baseUrl,
    })
  })
  afterAll(() => twilio.close())

  it('sends an SMS and learns that it arrived', async () => {
    const reference = await channel.send({ method: 'sms', to: '98400 12345', language: 'hi', text: 'दवा का समय' })
    expect(twilio.requests.at(-1)).toMatchObject({ kind: 'sms', to: '+919840012345', body: 'दवा का समय' })
    expect(await channel.statusOf('sms', reference)).toBe('delivered')
  })

  it('calls and reads the text out in its language, twice', async () => {
    twilio.script = () => 'no-answer'
    const reference = await channel.send({ method: 'call', to: '+91 98400 12345', language: 'ta', text: 'உதவி <தேவை>' })
    const { body } = twilio.requests.at(-1) ?? {}
    expect(body).toContain('<Say language="ta-IN" loop="2">உதவி &lt;தேவை&gt;</Say>')
    expect(await channel.statusOf('call', reference)).toBe('failed')
    twilio.script = () => 'ringing'
    expect(await channel.statusOf('call', reference)).toBe('under_way')
  })

  it.each([
    [400, true],
    [401, false],
    [429, false],
    [503, false],
  ])('tells by status %d whether trying again helps', async (status, permanent) => {
    twilio.script = () => status
    const sending = channel.send({ method: 'sms', to: '98400 12345', language: 'en', text: 'x' })
    await expect(sending).rejects.toMatchObject({ name: 'DeliveryFailed', permanent })
  })

  it('knows what is no number', async () => {
    const sending = channel.send({ method: 'sms', to: '108', language: 'en', text: 'x' })
    await expect(sending).rejects.toMatchObject({ permanent: true })
  })
})
