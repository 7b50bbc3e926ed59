import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { addressesOf } from './connection-addresses.ts'
import { connectionSettings } from './connection-settings.ts'
import { DatabaseUnavailable } from './database-errors.ts'

const PROBE_MILLISECONDS = 10_000
/** How long, once a primary has answered, the other servers have to say that they are a newer one. */
const PATIENCE_MILLISECONDS = 500

/** The addresses that were last seen to be the primary's, by the address that names them all. */
const knownPrimaries = new Map<string, string>()
const searches = new Map<string, Promise<string>>()

/**
 * Of several servers, the one that takes writes: the others are its replicas, and one of them is promoted when it fails.
 * Asked once for all connections that wait at the same time.
 * @throws {DatabaseUnavailable} while none does.
 */
export async function primaryAddress(databaseUrl: string): Promise<string> {
  const [first, ...others] = addressesOf(databaseUrl)
  if (others.length === 0) return first
  const known = knownPrimaries.get(databaseUrl)
  if (known !== undefined) return known
  let search = searches.get(databaseUrl)
  if (search === undefined) {
    search = findPrimary([first, ...others]).finally(() => searches.delete(databaseUrl))
    searches.set(databaseUrl, search)
  }
  const found = await search
  knownPrimaries.set(databaseUrl, found)
  return found
}

/** The primary is looked for again: a connection to it failed, or it turned out to take no writes. */
export function forgetPrimary(databaseUrl: string): void {
  knownPrimaries.delete(databaseUrl)
}

async function findPrimary(addresses: readonly string[]): Promise<string> {
  const writers: { readonly address: string; readonly timeline: string }[] = []
  let replicas = 0
  const asked = addresses.map(async (address) => {
    const timeline = await timelineOf(address)
    if (timeline === undefined) {
      replicas += 1
      throw new DatabaseUnavailable('The server is a replica')
    }
    writers.push({ address, timeline })
  })
  const all = Promise.allSettled(asked)
  // Servers that are gone may say so only after a long time, or never; nobody waits for them where one is there.
  const firstFound = Promise.any(asked).then(
    () => delay(PATIENCE_MILLISECONDS),
    () => all,
  )
  await Promise.race([all, firstFound])
  const newest = writers.sort((a, b) => b.timeline.localeCompare(a.timeline))[0]
  if (newest !== undefined) return newest.address
  throw new DatabaseUnavailable(
    `None of the ${addresses.length} database servers takes writes; ${replicas} of them are replicas, the others do not answer`,
  )
}

/**
 * The history that a server writes on, as 8 hexadecimal digits, which grow with every promotion: a primary of old that comes
 * back is told by it. Nothing for a replica.
 */
async function timelineOf(address: string): Promise<string | undefined> {
  const client = new pg.Client({
    ...connectionSettings(address),
    connectionTimeoutMillis: PROBE_MILLISECONDS,
    query_timeout: PROBE_MILLISECONDS,
    application_name: 'swasthwrap probe',
  })
  // What ends the connection ends the question too.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ timeline: string | null }>(
      `select case when not pg_is_in_recovery() then left(pg_walfile_name(pg_current_wal_lsn()), 8) end as timeline`,
    )
    return rows[0]?.timeline ?? undefined
  } finally {
    await client.end()
  }
}

/** A kind of client that connects to whichever server of an address takes writes at the moment. */
export function primaryClient(databaseUrl: string): typeof pg.Client {
  return class PrimaryClient extends pg.Client {
    override connect(): Promise<pg.Client>
    override connect(callback: ((error: Error) => void) | ((error: null, client: pg.Client) => void)): void
    override connect(callback?: (error: never, client: pg.Client) => void): Promise<pg.Client> | undefined {
      const connecting = this.#connect()
      if (callback === undefined) return connecting
      const tell = callback as (error: Error | null, client: pg.Client) => void
      connecting.then(
        () => tell(null, this),
        (error: Error) => tell(error, this),
      )
      return undefined
    }

    async #connect(): Promise<pg.Client> {
      const { hostname, port } = new URL(await primaryAddress(databaseUrl))
      this.host = decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1')
      this.port = Number(port || 5432)
      try {
        await super.connect()
      } catch (error) {
        forgetPrimary(databaseUrl)
        throw error
      }
      this.once('error', () => forgetPrimary(databaseUrl))
      return this
    }
  }
}
