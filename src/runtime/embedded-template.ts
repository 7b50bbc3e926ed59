import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from '../platform/database/index.ts'
import { migrateJobs } from '../platform/jobs/index.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { syncTree } from './sync-tree.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Whatever shapes the content of a new data folder; other packages may change without a new template. */
const SHAPING_PACKAGES = ['@electric-sql/pglite', '@electric-sql/pglite-pgvector', 'bullmq']

/**
 * A data folder with the newest schema and no row, for copying: initialising PostgreSQL and migrating takes seconds,
 * copying a fraction of one. Made at install, kept under `node_modules/.cache`, named after everything that shapes it.
 */
export function templateFolder(): string {
  const hash = createHash('sha256')
  for (const name of SHAPING_PACKAGES) {
    const description = readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8')
    hash.update(`${name} ${(JSON.parse(description) as { version: string }).version}\n`)
  }
  const migrations = path.join(ROOT, 'migrations')
  for (const name of readdirSync(migrations, { recursive: true, encoding: 'utf8' })
    .filter((each) => each.endsWith('.ts'))
    .sort()) {
    hash.update(`${name}\n`).update(readFileSync(path.join(migrations, name)))
  }
  hash.update(readFileSync(path.join(ROOT, 'src/platform/database/enumerations.ts')))
  return path.join(ROOT, 'node_modules', '.cache', 'swasthwrap', `template-${hash.digest('hex').slice(0, 16)}`)
}

/** Makes the template where it is missing and gives its folder. Several processes may do so at once. */
export async function ensureTemplate(report: (error: unknown) => void): Promise<string> {
  const template = templateFolder()
  if (existsSync(template)) return template
  await makeDataFolder(template, report)
  const folder = path.dirname(template)
  for (const name of await readdir(folder)) {
    // Those of earlier schemas, which nobody will copy any more.
    if (/^template-[0-9a-f]+$/.test(name) && name !== path.basename(template)) {
      await rm(path.join(folder, name), { recursive: true, force: true })
    }
  }
  return template
}

/** Makes a database with the newest schema, where there is no template to copy. */
export async function createDataFolder(folder: string, report: (error: unknown) => void): Promise<void> {
  const unfinished = `${folder}.${process.pid}.unfinished`
  await makeDataFolder(unfinished, report)
  await syncTree(unfinished)
  await rename(unfinished, folder)
}

/** The folder appears under its name whole or not at all, whatever happens on the way. */
async function makeDataFolder(folder: string, report: (error: unknown) => void): Promise<void> {
  const unfinished = `${folder}.${process.pid}.making`
  await mkdir(path.dirname(folder), { recursive: true })
  await rm(unfinished, { recursive: true, force: true })
  const postgres = await startEmbeddedPostgres(unfinished, { report, durable: false })
  try {
    await migrate(postgres.connectionString)
    await migrateJobs(postgres.connectionString)
  } finally {
    await postgres.close()
  }
  await rename(unfinished, folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another process was first; its folder is as good.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(unfinished, { recursive: true })
  })
  await rm(`${unfinished}-socket`, { recursive: true, force: true })
}
