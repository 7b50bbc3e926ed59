import type { AddressInfo, Socket } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { gateway, Runs } from '../../../src/assistant/gateway/index.ts'
import type { AgentEvent, AgentRequest, GroundedEvent } from '../../../src/assistant/turn/stages.ts'
import type { TurnDependencies } from '../../../src/assistant/turn/turn-dependencies.ts'
import { TOKEN_SCOPES } from '../../../src/platform/auth/index.ts'
import type { Database } from '../../../src/platform/database/index.ts'
import { Problem, UnsupportedMediaType } from '../../../src/platform/errors/problem.ts'
import { type EventBus, inProcessEventBus } from '../../../src/platform/events/index.ts'
import { problemAnswers } from '../../../src/platform/http/index.ts'

/** What the scripted assistant says to a message. */
export type Script = (request: AgentRequest) => AsyncGenerator<AgentEvent>

export interface GatewayServer {
  readonly app: FastifyInstance
  readonly runs: Runs
  readonly bus: EventBus
  /** Base URL as OpenAI's clients take it, with `/v1`. */
  readonly url: string
  readonly webSocketUrl: string
  readonly reported: unknown[]
  readonly pending: { confirmed: string[]; rejected: string[] }
  /** Texts of the messages that search was told of. */
  readonly indexed: readonly string[]
  play(script: Script): void
  /** The connections that are open. */
  connections(): readonly Socket[]
  close(): Promise<void>
}

export const finished: AgentEvent = {
  type: 'finished',
  model: 'scripted',
  usage: { inputTokens: 7, outputTokens: 5 },
  intent: 'test',
  entities: {},
  suggestions: ['And then?'],
}

/** Says the words one by one. */
export function say(words: readonly string[], pause?: (index: number) => Promise<unknown>): Script {
  return async function* () {
    for (const [index, word] of words.entries()) {
      await pause?.(index)
      yield { type: 'text.delta', text: word }
    }
    yield finished
  }
}

/**
 * A server with the real gateway, turn and database, and with an assistant that says what the test tells it to. The
 * bearer token is the id of the person.
 */
export async function startGatewayServer(
  database: Database,
  options: {
    readonly script?: Script
    readonly bus?: EventBus
    readonly alone?: boolean
    readonly maximumAnswers?: number
    readonly quietSeconds?: number
  } = {},
): Promise<GatewayServer> {
  const reported: unknown[] = []
  const report = (error: unknown) => void reported.push(error)
  const bus = options.bus ?? inProcessEventBus(report)
  const indexed: string[] = []
  const pending = { confirmed: [] as string[], rejected: [] as string[] }
  let script = options.script ?? say(['Hello ', 'there.'])

  const dependencies: Omit<TurnDependencies, 'admission'> = {
    database,
    detectLanguage: (text) => ({ form: /[\u0900-\u097f]/.test(text) ? 'hi' : 'en', confidence: 0.9 }),
    triage: async ({ text }) =>
      /chest pain/i.test(text)
        ? {
            level: 'emergency',
            redFlags: [{ id: 'chest-pain', source: 'AHA' }],
            emergency: { text: 'Call 112 now.', calls: [{ label: 'Emergency', number: '112' }] },
          }
        : { level: 'routine', redFlags: [], emergency: undefined },
    retrieve: async () => ({ facts: [], passages: [] }),
    runAgent: (request) => script(request),
    ground: passThrough,
    documents: {
      add: async (_, file) => {
        if (!file.bytes.subarray(0, 4).equals(Buffer.from('%PDF'))) throw new Problem(UnsupportedMediaType)
        throw new Error('These tests read no documents')
      },
      find: async () => [],
      beingRead: async () => [],
      async *reading() {
        yield { status: 'completed', stage: 'done', page: 1, pages: 1 } as const
      },
      image: async () => undefined,
    },
    pendingActions: {
      confirm: async (_, id) => void pending.confirmed.push(id),
      reject: async (_, id) => void pending.rejected.push(id),
      describe: (operation) => ({ action: operation, done: operation }),
    },
    indexMessage: async (_, message) => void indexed.push(message.text),
    report,
  }

  const runs = new Runs({
    dependencies,
    bus,
    maximumAnswers: options.maximumAnswers ?? 100,
    alone: options.alone ?? true,
    heartbeatMilliseconds: 200,
    quietSeconds: options.quietSeconds ?? 20,
  })
  await runs.recover()
  const app = Fastify()
  await app.register(problemAnswers)
  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request) => {
    const userId = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    request.caller = userId
      ? {
          userId,
          surface: 'rest',
          scopes: new Set(TOKEN_SCOPES),
          language: request.headers['accept-language'] === 'hi' ? 'hi' : 'en',
          requestId: request.id,
        }
      : null
  })
  await app.register(gateway, {
    prefix: '/v1',
    runs,
    bus,
    allowedOrigins: ['https://allowed.example'],
    sealingKey: Buffer.alloc(32, 1),
    graceMilliseconds: 300,
    report,
  })
  const connections = new Set<Socket>()
  app.server.on('connection', (socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return {
    app,
    runs,
    bus,
    url: `http://127.0.0.1:${port}/v1`,
    webSocketUrl: `ws://127.0.0.1:${port}/v1/responses`,
    reported,
    pending,
    indexed,
    play: (next) => {
      script = next
    },
    connections: () => [...connections],
    close: () => app.close(),
  }
}

async function* passThrough(events: AsyncIterable<AgentEvent>): AsyncGenerator<GroundedEvent> {
  for await (const event of events) {
    if (event.type !== 'finished') {
      if (event.type === 'tool.called') {
        const { evidence: _, ...called } = event
        yield called
      } else {
        yield event
      }
      continue
    }
    const { type: _, ...basis } = event
    yield { type: 'answer.grounded', sources: [], confidence: 0.8, confidenceParts: { match: 0.8 }, ...basis }
  }
}
