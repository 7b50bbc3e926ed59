import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { createConnection } from '../../src/platform/database/index.ts'

const run = promisify(execFile)
const PROGRAMS = '/usr/lib/postgresql'

/** A PostgreSQL server of a test's own, on this machine. */
export interface PostgresCluster {
  readonly port: number
  /** PostgreSQL's own folder. */
  readonly dataFolder: string
  /** Of a database of the server, as the login that a server's operator would give it. */
  urlOf(database: string): string
  /** Runs a statement as the superuser. */
  administer(statement: string, database?: string): Promise<Record<string, unknown>[]>
  start(settings?: Readonly<Record<string, string>>): Promise<void>
  /** `immediate` is a crash. */
  stop(mode: 'fast' | 'immediate'): Promise<void>
  /** Ends it and removes its folder. */
  remove(): Promise<void>
}

export interface ClusterOptions {
  /** Where the cluster's folder will lie; given to the unprivileged user that runs PostgreSQL. */
  readonly folder: string
  readonly settings?: Readonly<Record<string, string>>
  /** For the server and what it starts. */
  readonly environment?: Readonly<Record<string, string>>
  /** Makes it a replica of another cluster, which must be running. */
  readonly replicaOf?: PostgresCluster
}

/** PostgreSQL refuses to run as root: the words that go before a command to run it as somebody else. */
export const asPostgres =
  process.getuid?.() === 0 ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] : []

/** Gives a folder to the user that PostgreSQL runs as. */
export async function giveToPostgres(folder: string): Promise<void> {
  if (asPostgres.length === 0) return
  const { stdout } = await run('id', ['-u', 'postgres'])
  await chown(folder, Number(stdout), -1)
}

/** What keeps this machine from running a cluster of a test's own; nothing where it can. */
export function missingForCluster(...programs: readonly string[]): string | undefined {
  if (process.env['TEST_DATABASE_URL'] === undefined)
    return 'PostgreSQL: run with TEST_DATABASE_URL (npm run test:server)'
  if (!existsSync(PROGRAMS)) return `PostgreSQL's programs in ${PROGRAMS}`
  return programs.find((program) => !existsSync(program))
}

/** Starts a new PostgreSQL with pgvector, or a replica. */
export async function startPostgresCluster(options: ClusterOptions): Promise<PostgresCluster> {
  const versions = (await readdir(PROGRAMS)).sort((a, b) => Number(a) - Number(b))
  const programs = path.join(PROGRAMS, versions.at(-1) ?? '', 'bin')
  const port = await freePort()
  const dataFolder = path.join(options.folder, `cluster-${port}`)
  const environment = { ...process.env, ...options.environment }
  const asOwner = async (program: string, ...words: string[]): Promise<void> => {
    const [first = '', ...rest] = [...asPostgres, path.join(programs, program), ...words]
    await run(first, rest, { env: environment, cwd: options.folder })
  }
  await mkdir(dataFolder, { mode: 0o700 })
  await giveToPostgres(options.folder)
  await giveToPostgres(dataFolder)

  const administer: PostgresCluster['administer'] = async (statement, database = 'postgres') => {
    const connection = createConnection(`postgresql://postgres@127.0.0.1:${port}/${database}`)
    await connection.connect()
    try {
      return (await connection.query<Record<string, unknown>>(statement)).rows
    } finally {
      await connection.end()
    }
  }
  const start: PostgresCluster['start'] = async (settings = {}) => {
    const all = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: options.folder,
      max_connections: '60',
      shared_buffers: '32MB',
      // Its process is made to crash, the machine never.
      fsync: 'off',
      ...options.settings,
      ...settings,
    }
    const words = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`)
    const log = `${dataFolder}.log`
    const parameters = [`-p ${port}`, ...words].join(' ')
    await asOwner('pg_ctl', '-D', dataFolder, '-l', log, '-w', 'start', '-o', parameters).catch(async (cause) => {
      throw new Error(`PostgreSQL did not start: ${(await readFile(log, 'utf8')).slice(-3_000)}`, { cause })
    })
  }
  const stop: PostgresCluster['stop'] = (mode) => asOwner('pg_ctl', '-D', dataFolder, '-w', '-m', mode, 'stop')

  if (options.replicaOf === undefined) {
    await asOwner('initdb', '-D', dataFolder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N')
    await start()
    await administer('create role swasthwrap_test login createdb createrole nosuperuser nobypassrls')
    await administer('create extension vector', 'template1')
  } else {
    const primary = ['-h', '127.0.0.1', '-p', String(options.replicaOf.port), '-U', 'postgres']
    await asOwner('pg_basebackup', ...primary, '-D', dataFolder, '-R', '-X', 'stream', '-c', 'fast', '-N')
    await start()
  }
  return {
    port,
    dataFolder,
    urlOf: (database) => `postgresql://swasthwrap_test@127.0.0.1:${port}/${database}`,
    administer,
    start,
    stop,
    remove: async () => {
      if (existsSync(path.join(dataFolder, 'postmaster.pid'))) await stop('immediate')
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const server = net.createServer()
  server.once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as net.AddressInfo
    server.close(() => resolve(port))
  })
  return promise
}
