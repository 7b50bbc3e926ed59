import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify'
import { catalogue, pendingActions, prompts, resources } from '../../../src/domains/index.ts'
import { openServiceAdapters } from '../../../src/domains/services/access/service-access.ts'
import { mcpRoutes } from '../../../src/operations/adapters/mcp-routes.ts'
import type { McpSettings } from '../../../src/operations/adapters/mcp-server.ts'
import { openApiTransform, openApiTransformObject } from '../../../src/operations/adapters/open-api.ts'
import { restRoutes } from '../../../src/operations/adapters/rest-routes.ts'
import type { AnyOperation, Caller, OperationServices } from '../../../src/operations/define-operation.ts'
import {
  createOperationExecutor,
  type ExecutorSettings,
  type OperationExecutor,
} from '../../../src/operations/execute-operation.ts'
import { enumerations, type TextVault } from '../../../src/platform/database/index.ts'
import { problemAnswers } from '../../../src/platform/http/index.ts'
import { openEmbedder } from '../../../src/platform/models/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../../support/database.ts'

export { catalogue, pendingActions }

/** The operations' REST routes on a fresh database, with the caller named by a header instead of a token. */
export interface OperationsApp {
  readonly app: FastifyInstance
  readonly testDatabase: TestDatabase
  readonly executor: OperationExecutor
  /** Two people who are strangers to each other. */
  readonly asha: Caller
  readonly bala: Caller
  call(caller: Caller, method: InjectOptions['method'], url: string, options?: CallOptions): Promise<Answer>
  close(): Promise<void>
}

export interface CallOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field.
export type Answer = LightMyRequestResponse & { readonly body_: any }

/** Documents here have rows and no files, and nobody reads them; nothing leaves the house. */
const withoutFiles = {
  search: {
    embedder: openEmbedder(undefined),
    report: (error: unknown) => {
      throw error
    },
  },
  delivery: { channels: {}, wake: async () => undefined, forgetElsewhere: async () => undefined },
  imports: { events: { publish: () => undefined }, wake: async () => undefined },
  serviceAccess: {
    adapters: openServiceAdapters({
      googleHealth: { clientId: 'client', clientSecret: 'secret', baseUrl: undefined },
      garmin: undefined,
    }),
    redirectUri: 'https://swasthwrap.example/connected-services',
    wakeRevocation: async () => undefined,
  },
  emergency: { escalationMilliseconds: 60_000, wake: async () => undefined },
  avatars: { put: async () => undefined, read: async () => Buffer.from('picture'), remove: async () => undefined },
  privacy: { makeExport: async () => undefined },
  documents: {
    files: { remove: async () => undefined },
    queue: { ask: async () => undefined },
    events: { publish: () => undefined },
  },
} as unknown as OperationServices

/** People here have no keys: what would be sealed stands as it is. */
const PLAIN_TEXTS: TextVault = {
  seal: async (_transaction, _place, text) => text,
  sealJson: async (_transaction, _place, value) => JSON.stringify(value),
  fingerprint: async (_transaction, _userId, text) => text,
  openRows: async () => undefined,
}

export async function openOperationsApp(
  settings: Partial<ExecutorSettings> = {},
  /** Tools, resources and prompts for MCP clients besides the product's. */
  tools: Partial<Pick<McpSettings, 'operations' | 'resources' | 'prompts'>> = {},
): Promise<OperationsApp> {
  const testDatabase = await openTestDatabase()
  const { database } = testDatabase
  database.useTexts(PLAIN_TEXTS)
  const executor = createOperationExecutor({ database, services: withoutFiles, ...settings })
  const callers = new Map<string, Caller>()
  const newCaller = async (): Promise<Caller> => {
    const userId = await addUser(database)
    await database.asSystem(async (transaction) => {
      for (const table of ['user_profiles', 'user_preferences', 'privacy_settings']) {
        transaction.queue(transaction.sql(table).insert({ user_id: userId }))
      }
      const types = enumerations.notification_preferences.notification_type
      const rows = types.map((notification_type) => ({ user_id: userId, notification_type }))
      transaction.queue(transaction.sql('notification_preferences').insert(rows))
    })
    const caller = {
      userId,
      surface: 'rest',
      scopes: new Set(['read', 'write'] as const),
      language: 'en',
      requestId: 'test',
      ipAddress: '127.0.0.1',
    } as const
    callers.set(userId, caller)
    return caller
  }
  const asha = await newCaller()
  const bala = await newCaller()

  const app = Fastify()
  await app.register(problemAnswers)
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Test', version: '1.0.0' } },
    transform: openApiTransform,
    transformObject: openApiTransformObject,
  })
  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request) => {
    const caller = callers.get(String(request.headers['x-test-caller']))
    if (caller) request.caller = caller
  })
  await app.register(restRoutes, { prefix: '/api/v1', operations: catalogue, executor })
  await app.register(mcpRoutes, {
    operations: [...catalogue, ...(tools.operations ?? [])],
    executor,
    pendingActions,
    resources: [...resources, ...(tools.resources ?? [])],
    prompts: [...prompts, ...(tools.prompts ?? [])],
    version: '1.0.0',
    allowedOrigins: ['https://inspector.example'],
  })
  // Not every route of the product has schemas; the document must bear that.
  app.get('/plain', async () => 'plain')
  await app.ready()

  return {
    app,
    testDatabase,
    executor,
    asha,
    bala,
    call: async (caller, method, url, { body, headers } = {}) => {
      const response = await app.inject({
        ...(method && { method }),
        url: `/api/v1${url}`,
        headers: {
          'x-test-caller': caller.userId,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const json = response.payload.startsWith('{') || response.payload.startsWith('[')
      return Object.assign(response, { body_: json ? response.json() : undefined })
    },
    close: async () => {
      await app.close()
      await testDatabase.close()
    },
  }
}

export function operationNamed(name: string): AnyOperation {
  const operation = catalogue.find((each) => each.name === name)
  if (!operation) throw new Error(`There is no operation ${name}`)
  return operation
}
