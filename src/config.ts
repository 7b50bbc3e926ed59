import { isIP } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { MasterKeyError, parseMasterKey } from './platform/crypto/index.ts'
import type { ModelServer } from './platform/models/model-server.ts'

/** A setting that cannot be used. The message names the setting and says what it must be. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

const port = z.coerce.number().int().min(0).max(65_535)
const positiveInteger = z.coerce.number().int().positive()
const httpUrl = z.url({ protocol: /^https?$/ })

const settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  SWASTHWRAP_DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: httpUrl.optional(),
  CHAT_MODEL: z.string().optional(),
  EMBEDDING_BASE_URL: httpUrl.optional(),
  EMBEDDING_API_KEY: z.string().optional(),
  EMBEDDING_MODEL: z.string().optional(),
  RATE_LIMIT_PER_MINUTE: positiveInteger.default(600),
  AUTH_RATE_LIMIT_PER_MINUTE: positiveInteger.default(20),
  ALLOWED_ORIGINS: z.string().optional(),
  TRUSTED_PROXIES: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  READER_CONCURRENCY: positiveInteger.max(16).default(1),
  MASTER_KEY: z.string().optional(),
  STORAGE_URL: z.string().optional(),
})

export interface Config {
  readonly host: string
  readonly port: number
  /** Absolute path. */
  readonly dataDirectory: string
  /** Absent: the embedded profile. */
  readonly databaseUrl: string | undefined
  readonly redisUrl: string | undefined
  /** Absent: the built-in assistant. */
  readonly chatModel: ModelServer | undefined
  /** Absent: the built-in embedder. */
  readonly embeddingModel: ModelServer | undefined
  readonly rateLimitPerMinute: number
  readonly authRateLimitPerMinute: number
  /** Origins besides our own that may open a WebSocket from a browser. */
  readonly allowedOrigins: readonly string[]
  /** Addresses, or networks as CIDR, of the proxies whose word about the client's address counts. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: z.infer<typeof settings>['LOG_LEVEL']
  /** Documents read at once by this process. */
  readonly readerConcurrency: number
  /** 32 bytes. Absent in the embedded profile: the data folder holds one. */
  readonly masterKey: Buffer | undefined
  /** Absolute path of the folder that holds uploads. */
  readonly storageDirectory: string
}

/**
 * Reads every setting of the process, once.
 * @throws {ConfigurationError} naming the first setting that cannot be used.
 */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // An empty variable is one that somebody left blank in `.env`, not a value.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigurationError(
      `The setting ${issue?.path.join('.') ?? '?'} cannot be used: ${issue?.message ?? 'it is not valid'}.`,
    )
  }
  const value = parsed.data
  if ((value.OPENAI_API_KEY || value.OPENAI_BASE_URL) && !value.CHAT_MODEL) {
    throw new ConfigurationError('The setting CHAT_MODEL is missing: a chat server is configured, so name its model.')
  }
  if (value.EMBEDDING_BASE_URL && !value.EMBEDDING_MODEL) {
    throw new ConfigurationError(
      'The setting EMBEDDING_MODEL is missing: an embeddings server is configured, so name its model.',
    )
  }
  if (value.DATABASE_URL && !value.MASTER_KEY) {
    throw new ConfigurationError(
      'The setting MASTER_KEY is missing: it wraps the keys of every user, and a server with DATABASE_URL does not make one by itself. Make one with "openssl rand -base64 32" and keep it safe.',
    )
  }
  const dataDirectory = path.resolve(value.SWASTHWRAP_DATA_DIR)
  return {
    host: value.HOST,
    port: value.PORT,
    dataDirectory,
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    chatModel: value.CHAT_MODEL
      ? { baseUrl: value.OPENAI_BASE_URL, apiKey: value.OPENAI_API_KEY, model: value.CHAT_MODEL }
      : undefined,
    embeddingModel: value.EMBEDDING_MODEL
      ? { baseUrl: value.EMBEDDING_BASE_URL, apiKey: value.EMBEDDING_API_KEY, model: value.EMBEDDING_MODEL }
      : undefined,
    rateLimitPerMinute: value.RATE_LIMIT_PER_MINUTE,
    authRateLimitPerMinute: value.AUTH_RATE_LIMIT_PER_MINUTE,
    allowedOrigins: listFrom(value.ALLOWED_ORIGINS),
    trustedProxies: trustedProxiesFrom(value.TRUSTED_PROXIES),
    logLevel: value.LOG_LEVEL,
    readerConcurrency: value.READER_CONCURRENCY,
    masterKey: value.MASTER_KEY === undefined ? undefined : masterKeyFrom(value.MASTER_KEY),
    storageDirectory: value.STORAGE_URL === undefined ? dataDirectory : storageFolder(value.STORAGE_URL),
  }
}

function listFrom(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function trustedProxiesFrom(text: string | undefined): string[] {
  const proxies = listFrom(text)
  const wrong = proxies.find(
    (proxy) => isIP(proxy.split('/', 1)[0] ?? '') === 0 || !/^[^/]+(?:\/\d{1,3})?$/.test(proxy),
  )
  if (wrong !== undefined) {
    throw new ConfigurationError(
      `The setting TRUSTED_PROXIES cannot be used: ${wrong} is neither an address nor a network such as 10.0.0.0/8.`,
    )
  }
  return proxies
}

function masterKeyFrom(text: string): Buffer {
  try {
    return parseMasterKey(text)
  } catch (cause) {
    const reason = cause instanceof MasterKeyError ? cause.message : ''
    throw new ConfigurationError(`The setting MASTER_KEY cannot be used: ${reason}.`, { cause })
  }
}

function storageFolder(text: string): string {
  if (text.startsWith('file:')) {
    return fileURLToPath(text)
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) {
    throw new ConfigurationError('The setting STORAGE_URL cannot be used: it must be a folder, or a file: URL of one.')
  }
  return path.resolve(text)
}
