import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScriptedPushService, startPushService } from '../../../test/support/scripted-push-service.ts'
import { openPushChannel, type PushChannel } from './push-channel.ts'
import { vapidKeysOfFolder } from './vapid-keys.ts'

describe('a push channel', () => {
  let folder: string
  let service: ScriptedPushService
  let channel: PushChannel

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-push-'))
    service = await startPushService()
    channel = openPushChannel(await vapidKeysOfFolder(folder), {
      subject: 'mailto:care@example.org',
      moreServices: [service.origin],
    })
  })
  afterAll(async () => {
    await service.close()
    await rm(folder, { recursive: true })
  })

  const message = { payload: { title: 'மருந்து நேரம்' }, id: 'one', urgent: true, secondsToLive: 60 }
  const subscription = () => {
    const { endpoint, keys } = service.subscribe()
    return { endpoint, ...keys }
  }

  it('keeps its keys, for its owner alone', async () => {
    expect((await vapidKeysOfFolder(folder)).publicKey).toBe(channel.publicKey)
    expect((await stat(path.join(folder, 'vapid-keys.json'))).mode & 0o777).toBe(0o600)
  })

  it('sends what only the subscriber can read, signed', async () => {
    expect(await channel.send(subscription(), message)).toBe('sent')
    const [push] = service.received
    expect(push).toMatchObject({ payload: message.payload, urgency: 'high', subject: 'mailto:care@example.org' })
    expect(push?.topic).toMatch(/^[\w-]{32}$/)
  })

  it.each([
    [404, 'gone'],
    [410, 'gone'],
  ])('at status %d takes the subscription for %s', async (status, expected) => {
    service.refusals.push(status)
    expect(await channel.send(subscription(), message)).toBe(expected)
  })

  it.each([
    [413, true],
    [429, false],
    [500, false],
  ])('tells by status %d whether trying again helps', async (status, permanent) => {
    service.refusals.push(status)
    await expect(channel.send(subscription(), message)).rejects.toMatchObject({ permanent })
  })

  it('refuses keys that are none', async () => {
    const sending = channel.send({ ...subscription(), p256dh: 'AAAA' }, message)
    await expect(sending).rejects.toMatchObject({ permanent: true })
  })

  it.each([
    ['https://fcm.googleapis.com/fcm/send/x', true],
    ['https://updates.push.services.mozilla.com/wpush/v2/x', true],
    ['https://wns2-par02p.notify.windows.com/w/?token=x', true],
    ['https://web.push.apple.com/x', true],
    ['http://fcm.googleapis.com/x', false],
    ['https://fcm.googleapis.com:8443/x', false],
    ['https://fcm.googleapis.com.example.org/x', false],
    ['https://example.org/#.push.apple.com', false],
    ['https://user@10.0.0.1/fcm.googleapis.com', false],
    ['http://169.254.169.254/latest', false],
    ['nonsense', false],
  ])('of %s knows as a push service: %s', (endpoint, expected) => {
    expect(channel.isKnownService(endpoint)).toBe(expected)
  })
})
