import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { type AnyOperation, defineOperation } from '../../operations/define-operation.ts'
import { moment, text } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import type { RecordRow } from '../../operations/record-store.ts'
import { Problem, ValidationFailed } from '../../platform/errors/problem.ts'

const TABLE = 'push_subscriptions'
const MOST_BROWSERS = 20

const subscriptions = recordDomain({
  name: 'notifications.push-subscriptions',
  noun: 'push subscription',
  table: TABLE,
  path: '/notifications/push-subscriptions',
  fields: {},
  derived: {
    endpoint: text('Where its push service takes messages.', {
      example: 'https://updates.push.services.mozilla.com/wpush/v2/abc',
      maximum: 2_000,
    }),
    user_agent: text('The browser.', { example: 'Mozilla/5.0', maximum: 2_000 }).nullable(),
    last_used_at: moment('When a message was last taken for it.', { example: '2026-03-12T04:30:00.000Z' }).nullable(),
  },
  sortable: ['-created_at'],
  verbs: ['list', 'delete'],
})

const key = (description: string, example: string, bytes: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+={0,2}$/)
    .max(200)
    .refine((value) => Buffer.from(value, 'base64url').length === bytes)
    .meta({ description, examples: [example] })

const addSubscription = defineOperation({
  name: 'notifications.push-subscriptions.add',
  summary: 'Have notifications pushed to a browser',
  effect: 'write',
  input: z.strictObject({
    endpoint: z
      .url()
      .max(2_000)
      .meta({
        description: "As in the browser's `PushSubscription.toJSON()`.",
        examples: ['https://updates.push.services.mozilla.com/wpush/v2/abc'],
      }),
    keys: z
      .strictObject({
        p256dh: key(
          "The browser's public key, base64url.",
          'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
          65,
        ),
        auth: key('Its shared secret, base64url.', 'BTBZMqHH6r4Tts7J_aSIgg', 16),
      })
      .meta({ description: 'With what messages are encrypted for it.' }),
  }),
  output: subscriptions.record,
  rest: { method: 'POST', path: '/notifications/push-subscriptions' },
  run: async (scope, { endpoint, keys }) => {
    const { transaction, caller, services } = scope
    const { push } = services.delivery.channels
    if (push && !push.isKnownService(endpoint)) {
      throw new Problem(ValidationFailed, { errors: [{ pointer: '/endpoint', code: 'not_a_push_service' }] })
    }
    const row = await transaction.row<RecordRow>(
      transaction
        .sql(TABLE)
        .insert({
          id: uuidv7(),
          user_id: caller.userId,
          endpoint,
          ...keys,
          user_agent: caller.userAgent ?? null,
          created_at: scope.now,
        })
        .onConflict(['endpoint', 'user_id'])
        .merge(['p256dh', 'auth', 'user_agent'])
        .returning(Object.keys(subscriptions.store.columns)),
    )
    if (!row) throw new Error('An insert returned no row')
    transaction.queue(
      transaction.sql.raw(
        `delete from push_subscriptions where id in (
           select id from push_subscriptions order by coalesce(last_used_at, created_at) desc, id desc offset ?
         )`,
        [MOST_BROWSERS],
      ),
    )
    transaction.afterCommit(() => services.delivery.forgetElsewhere(endpoint, caller.userId))
    const id = String(row['id'])
    await scope.changed({ kind: 'created', table: TABLE, id, before: null, after: { endpoint } })
    scope.about({ table: TABLE, id })
    return subscriptions.store.fromRow(row)
  },
})

const readPushKey = defineOperation({
  name: 'notifications.push-key.get',
  summary: 'Read the key that a browser subscribes to push messages with',
  effect: 'read',
  input: z.strictObject({}),
  output: z.object({
    public_key: z
      .string()
      .nullable()
      .meta({
        description: '`applicationServerKey` of `PushManager.subscribe()`, base64url; null while push is switched off.',
        examples: ['BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'],
      }),
  }),
  rest: { method: 'GET', path: '/notifications/push-key' },
  run: async ({ services }) => ({ public_key: services.delivery.channels.push?.publicKey ?? null }),
})

export const pushOperations: readonly AnyOperation[] = [...subscriptions.operations, addSubscription, readPushKey]
