// One list of all settings, so that an operator and a test find each with its default, its check and its use in one
// place; it is long because they are many.
import { isIP } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { ServiceAccessSettings } from './domains/services/index.ts'
import { MasterKeyError, parseMasterKey } from './platform/crypto/index.ts'
import { addressesOf } from './platform/database/connection-addresses.ts'
import type { DeliverySettings } from './platform/delivery/index.ts'
import type { ChatModelServer, ModelServer } from './platform/models/model-server.ts'
import type { StorageSettings } from './platform/storage/index.ts'
import type { TracingSettings } from './platform/telemetry/open-tracing.ts'

/** A setting that cannot be used. The message names the setting and says what it must be. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

const port = z.coerce.number().int().min(0).max(65_535)
const positiveInteger = z.coerce.number().int().positive()
const httpUrl = z.url({ protocol: /^https?$/ })
const yesOrNo = z.stringbool()

/** One address, or one with several hosts. */
function isPostgresAddress(text: string): boolean {
  return addressesOf(text).every((address) => z.url({ protocol: /^postgres(ql)?$/ }).safeParse(address).success)
}

const settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  SWASTHWRAP_DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().refine(isPostgresAddress, 'it must begin with postgresql://').optional(),
  DATABASE_READ_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: httpUrl.optional(),
  CHAT_MODEL: z.string().optional(),
  CHAT_MODEL_IS_LOCAL: yesOrNo.optional(),
  CHAT_MODEL_VISION: yesOrNo.default(false),
  CHAT_MODEL_TOOLS: yesOrNo.default(true),
  FALLBACK_OPENAI_API_KEY: z.string().optional(),
  FALLBACK_OPENAI_BASE_URL: httpUrl.optional(),
  FALLBACK_CHAT_MODEL: z.string().optional(),
  FALLBACK_CHAT_MODEL_IS_LOCAL: yesOrNo.optional(),
  FALLBACK_CHAT_MODEL_VISION: yesOrNo.default(false),
  FALLBACK_CHAT_MODEL_TOOLS: yesOrNo.default(true),
  EMBEDDING_BASE_URL: httpUrl.optional(),
  EMBEDDING_API_KEY: z.string().optional(),
  EMBEDDING_MODEL: z.string().optional(),
  RATE_LIMIT_PER_MINUTE: positiveInteger.default(600),
  AUTH_RATE_LIMIT_PER_MINUTE: positiveInteger.default(20),
  REQUEST_TIMEOUT_SECONDS: positiveInteger.max(3_600).default(300),
  MAX_CONNECTIONS: positiveInteger.default(10_000),
  ALLOWED_ORIGINS: z.string().optional(),
  TRUSTED_PROXIES: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  READER_CONCURRENCY: positiveInteger.max(16).default(1),
  WORKERS: z.enum(['here', 'apart']).default('here'),
  MASTER_KEY: z.string().optional(),
  PREVIOUS_MASTER_KEYS: z.string().optional(),
  PUBLIC_URL: httpUrl.optional(),
  STORAGE_URL: z.string().optional(),
  S3_ENDPOINT: httpUrl.optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  OTEL_SERVICE_NAME: z.string().default('swasthwrap'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  BACKUP_DIR: z.string().default('./backups'),
  BACKUP_KEEP_DAYS: positiveInteger.max(3_650).default(35),
  PGBACKREST: z.string().default('pgbackrest'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().optional(),
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  VAPID_SUBJECT: z.string().optional(),
  PUSH_SERVICES: z.string().optional(),
  TWILIO_ACCOUNT_SID: z.string().optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_FROM: z.string().optional(),
  TWILIO_BASE_URL: httpUrl.optional(),
  AUDIT_RETENTION_DAYS: positiveInteger.min(365).default(1_095),
  EXPORT_RETENTION_DAYS: positiveInteger.max(90).default(7),
  GOOGLE_HEALTH_CLIENT_ID: z.string().optional(),
  GOOGLE_HEALTH_CLIENT_SECRET: z.string().optional(),
  GOOGLE_HEALTH_BASE_URL: httpUrl.optional(),
  GARMIN_CLIENT_ID: z.string().optional(),
  GARMIN_CLIENT_SECRET: z.string().optional(),
  GARMIN_BASE_URL: httpUrl.optional(),
  EMERGENCY_ESCALATION_SECONDS: positiveInteger.max(3_600).default(60),
})

export interface Config {
  readonly host: string
  readonly port: number
  /** Absolute path. */
  readonly dataDirectory: string
  /** Absent: the embedded profile. Several hosts in it are a primary and the replicas that may take over from it. */
  readonly databaseUrl: string | undefined
  /** A replica that is read where much is read. */
  readonly replicaDatabaseUrl: string | undefined
  readonly redisUrl: string | undefined
  /** Absent: the built-in assistant. */
  readonly chatModel: ChatModelServer | undefined
  /** Asked where the first one fails. */
  readonly fallbackChatModel: ChatModelServer | undefined
  /** Absent: the built-in embedder. */
  readonly embeddingModel: ModelServer | undefined
  readonly rateLimitPerMinute: number
  readonly authRateLimitPerMinute: number
  /** How long a request may take to arrive, with its body. */
  readonly requestMilliseconds: number
  /** Connections that this process holds at once, sockets among them; beyond, they are closed as they come. */
  readonly maximumConnections: number
  /** Where people reach this server: links in e-mails begin with it. Without a slash at the end. */
  readonly publicUrl: string
  /** Whether somebody said so; otherwise it is only the best guess. */
  readonly publicUrlIsSet: boolean
  /** Origins besides our own that may open a WebSocket from a browser. */
  readonly allowedOrigins: readonly string[]
  /** Addresses, or networks as CIDR, of the proxies whose word about the client's address counts. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: z.infer<typeof settings>['LOG_LEVEL']
  /** Documents read at once by this process. */
  readonly readerConcurrency: number
  /** Whether the server does background work itself or leaves it to worker processes. */
  readonly workers: 'here' | 'apart'
  /** 32 bytes. Absent in the embedded profile: the data folder holds one. */
  readonly masterKey: Buffer | undefined
  /** Master keys that were in use before; they still open what they wrapped. */
  readonly previousMasterKeys: readonly Buffer[]
  /** Where uploads are kept. */
  readonly storage: StorageSettings
  /** Where traces go; absent: nowhere. */
  readonly tracing: TracingSettings | undefined
  readonly backup: {
    /** Absolute path of the folder that backups go to. */
    readonly directory: string
    /** For how long a backup is kept, and a file after it was removed. */
    readonly keepDays: number
    /** The words that start pgBackRest; none where somebody else starts it. */
    readonly pgBackRest: readonly string[]
  }
  /** The channels that messages leave by. */
  readonly delivery: DeliverySettings
  /** The services that people can sign in at, so that their measurements are fetched there. */
  readonly serviceAccess: ServiceAccessSettings
  /** How long a contact has to be reached in an emergency before the next one is alerted too. */
  readonly emergencyEscalationMilliseconds: number
  /** How long lines of the audit log are kept. */
  readonly auditRetentionDays: number
  /** How long the archive of an export waits to be downloaded. */
  readonly exportRetentionDays: number
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
  if (value.WORKERS === 'apart' && !value.DATABASE_URL) {
    throw new ConfigurationError(
      'The setting WORKERS cannot be used: without DATABASE_URL everything runs in one process, so it must be "here".',
    )
  }
  const dataDirectory = path.resolve(value.SWASTHWRAP_DATA_DIR)
  return {
    host: value.HOST,
    port: value.PORT,
    dataDirectory,
    databaseUrl: value.DATABASE_URL,
    replicaDatabaseUrl: value.DATABASE_URL && value.DATABASE_READ_URL,
    redisUrl: value.REDIS_URL,
    chatModel: value.CHAT_MODEL
      ? {
          baseUrl: value.OPENAI_BASE_URL,
          apiKey: value.OPENAI_API_KEY,
          model: value.CHAT_MODEL,
          local: value.CHAT_MODEL_IS_LOCAL ?? isOnThisMachine(value.OPENAI_BASE_URL),
          vision: value.CHAT_MODEL_VISION,
          tools: value.CHAT_MODEL_TOOLS,
        }
      : undefined,
    fallbackChatModel: fallbackChatModelFrom(value),
    embeddingModel: value.EMBEDDING_MODEL
      ? { baseUrl: value.EMBEDDING_BASE_URL, apiKey: value.EMBEDDING_API_KEY, model: value.EMBEDDING_MODEL }
      : undefined,
    rateLimitPerMinute: value.RATE_LIMIT_PER_MINUTE,
    authRateLimitPerMinute: value.AUTH_RATE_LIMIT_PER_MINUTE,
    requestMilliseconds: value.REQUEST_TIMEOUT_SECONDS * 1_000,
    maximumConnections: value.MAX_CONNECTIONS,
    publicUrl: (value.PUBLIC_URL ?? `http://${value.HOST}:${value.PORT}`).replace(/\/+$/, ''),
    publicUrlIsSet: value.PUBLIC_URL !== undefined,
    allowedOrigins: listFrom(value.ALLOWED_ORIGINS),
    trustedProxies: trustedProxiesFrom(value.TRUSTED_PROXIES),
    logLevel: value.LOG_LEVEL,
    readerConcurrency: value.READER_CONCURRENCY,
    workers: value.WORKERS,
    masterKey: value.MASTER_KEY === undefined ? undefined : masterKeyFrom('MASTER_KEY', value.MASTER_KEY),
    previousMasterKeys: listFrom(value.PREVIOUS_MASTER_KEYS).map((text) => masterKeyFrom('PREVIOUS_MASTER_KEYS', text)),
    storage: storageFrom(value, dataDirectory),
    tracing:
      value.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
        ? undefined
        : {
            endpoint: value.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/+$/, ''),
            serviceName: value.OTEL_SERVICE_NAME,
            ratio: value.OTEL_TRACES_SAMPLER_ARG,
          },
    backup: {
      directory: path.resolve(value.BACKUP_DIR),
      keepDays: value.BACKUP_KEEP_DAYS,
      pgBackRest: value.PGBACKREST === 'none' ? [] : value.PGBACKREST.split(/\s+/).filter((word) => word !== ''),
    },
    delivery: deliveryFrom(value),
    serviceAccess: serviceAccessFrom(value),
    emergencyEscalationMilliseconds: value.EMERGENCY_ESCALATION_SECONDS * 1_000,
    auditRetentionDays: value.AUDIT_RETENTION_DAYS,
    exportRetentionDays: value.EXPORT_RETENTION_DAYS,
  }
}

/** A channel is there when all that it needs is set, and off when nothing of it is; half of it is a mistake. */
function deliveryFrom(value: z.infer<typeof settings>): DeliverySettings {
  const { SMTP_URL, MAIL_FROM, VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY } = value
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM, TWILIO_BASE_URL } = value
  requireTogether({ SMTP_URL, MAIL_FROM })
  requireTogether({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY })
  requireTogether({ TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM })
  if (MAIL_FROM !== undefined && !MAIL_FROM.includes('@')) {
    throw new ConfigurationError(
      'The setting MAIL_FROM cannot be used: it must be an address such as "Swasthwrap <care@example.org>".',
    )
  }
  const vapidSubject = value.VAPID_SUBJECT ?? (MAIL_FROM && `mailto:${/[^\s<]+@[^\s>]+/.exec(MAIL_FROM)?.[0]}`)
  return {
    email: SMTP_URL && MAIL_FROM ? { url: SMTP_URL, from: MAIL_FROM } : undefined,
    telephone:
      TWILIO_ACCOUNT_SID && TWILIO_AUTH_TOKEN && TWILIO_FROM
        ? {
            accountSid: TWILIO_ACCOUNT_SID,
            authToken: TWILIO_AUTH_TOKEN,
            from: TWILIO_FROM,
            baseUrl: TWILIO_BASE_URL ?? 'https://api.twilio.com',
          }
        : undefined,
    push: {
      keys:
        VAPID_PUBLIC_KEY && VAPID_PRIVATE_KEY
          ? { publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY }
          : undefined,
      // Push services want an address to turn to; of one who gave none they get one that is certainly nobody's.
      subject: vapidSubject ?? 'mailto:operator@swasthwrap.invalid',
      moreServices: listFrom(value.PUSH_SERVICES),
    },
  }
}

/** Whoever is registered at a service lets people sign in there. */
function serviceAccessFrom(value: z.infer<typeof settings>): ServiceAccessSettings {
  const { GOOGLE_HEALTH_CLIENT_ID, GOOGLE_HEALTH_CLIENT_SECRET, GARMIN_CLIENT_ID, GARMIN_CLIENT_SECRET } = value
  requireTogether({ GOOGLE_HEALTH_CLIENT_ID, GOOGLE_HEALTH_CLIENT_SECRET })
  requireTogether({ GARMIN_CLIENT_ID, GARMIN_CLIENT_SECRET })
  const client = (clientId: string | undefined, clientSecret: string | undefined, baseUrl: string | undefined) =>
    clientId && clientSecret ? { clientId, clientSecret, baseUrl: baseUrl?.replace(/\/+$/, '') } : undefined
  return {
    googleHealth: client(GOOGLE_HEALTH_CLIENT_ID, GOOGLE_HEALTH_CLIENT_SECRET, value.GOOGLE_HEALTH_BASE_URL),
    garmin: client(GARMIN_CLIENT_ID, GARMIN_CLIENT_SECRET, value.GARMIN_BASE_URL),
  }
}

function requireTogether(group: Readonly<Record<string, string | undefined>>): void {
  const missing = Object.keys(group).filter((name) => group[name] === undefined)
  if (missing.length > 0 && missing.length < Object.keys(group).length) {
    throw new ConfigurationError(
      `The setting ${missing[0]} is missing: ${Object.keys(group).join(', ')} belong together.`,
    )
  }
}

/** @throws {ConfigurationError} in the embedded profile, where one process does everything on a folder of its own. */
export function requireServerProfile({ databaseUrl }: Config): void {
  if (databaseUrl === undefined) {
    throw new ConfigurationError(
      'The setting DATABASE_URL is missing: workers share a database with the server. Without one, the server does the work itself.',
    )
  }
}

type Settings = z.infer<typeof settings>

/** The second model; on the server of the first one where no other is named. */
function fallbackChatModelFrom(value: Settings): ChatModelServer | undefined {
  const model = value.FALLBACK_CHAT_MODEL
  if (!model) {
    if (value.FALLBACK_OPENAI_BASE_URL || value.FALLBACK_OPENAI_API_KEY) {
      throw new ConfigurationError(
        'The setting FALLBACK_CHAT_MODEL is missing: a second chat server is configured, so name its model.',
      )
    }
    return undefined
  }
  if (!value.CHAT_MODEL) {
    throw new ConfigurationError('The setting CHAT_MODEL is missing: a second model needs a first one.')
  }
  const ownServer = value.FALLBACK_OPENAI_BASE_URL !== undefined
  const baseUrl = value.FALLBACK_OPENAI_BASE_URL ?? value.OPENAI_BASE_URL
  return {
    baseUrl,
    // A key is never sent to a server that it was not given for.
    apiKey: value.FALLBACK_OPENAI_API_KEY ?? (ownServer ? undefined : value.OPENAI_API_KEY),
    model,
    local:
      value.FALLBACK_CHAT_MODEL_IS_LOCAL ??
      (ownServer ? undefined : value.CHAT_MODEL_IS_LOCAL) ??
      isOnThisMachine(baseUrl),
    vision: value.FALLBACK_CHAT_MODEL_VISION,
    tools: value.FALLBACK_CHAT_MODEL_TOOLS,
  }
}

/** What a server on this machine reads has not left it. One that passes on to others has to be called not local. */
function isOnThisMachine(baseUrl: string | undefined): boolean {
  if (baseUrl === undefined) return false
  const { hostname } = new URL(baseUrl)
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
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

function masterKeyFrom(setting: string, text: string): Buffer {
  try {
    return parseMasterKey(text)
  } catch (cause) {
    const reason = cause instanceof MasterKeyError ? cause.message : ''
    throw new ConfigurationError(`The setting ${setting} cannot be used: ${reason}.`, { cause })
  }
}

/** A folder, a `file:` URL of one, or `s3://bucket/prefix`. */
function storageFrom(value: Settings, dataDirectory: string): StorageSettings {
  const { STORAGE_URL: place, S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = value
  if (place === undefined) return { folder: dataDirectory }
  if (place.startsWith('file:')) return { folder: fileURLToPath(place) }
  const [, bucket, prefix = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(place) ?? []
  if (bucket === undefined) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(place)) {
      throw new ConfigurationError(
        'The setting STORAGE_URL cannot be used: it must be a folder, a file: URL of one, or s3://bucket/prefix.',
      )
    }
    return { folder: path.resolve(place) }
  }
  requireTogether({ S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY })
  if (endpoint?.startsWith('http:') && !isOnThisMachine(endpoint)) {
    throw new ConfigurationError(
      'The setting S3_ENDPOINT cannot be used: uploads do not travel unencrypted to another machine, so it must begin with https.',
    )
  }
  return {
    bucket,
    prefix: prefix === '' ? '' : `${prefix.replace(/\/+$/, '')}/`,
    endpoint,
    region: value.S3_REGION,
    credentials:
      S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
        ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
        : undefined,
  }
}
