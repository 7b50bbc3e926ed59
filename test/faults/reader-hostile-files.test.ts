import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DamageReport, readDamagedFiles } from '../support/read-damaged-files.ts'

/** A thousand such files are read by `npm run evals:reader -- hostile`; here there is time for some of each type. */
const FILES = 42
const PAGE_MILLISECONDS = 15_000

describe('a reader of damaged files', () => {
  const home = process.cwd()
  let folder: string
  let report: DamageReport
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'damaged-'))
    // A path that leads out of a file would start here.
    process.chdir(folder)
    report = await readDamagedFiles({ count: FILES, seed: 4_711, pageMilliseconds: PAGE_MILLISECONDS, concurrency: 2 })
  }, 110_000)
  afterAll(async () => {
    process.chdir(home)
    await rm(folder, { recursive: true })
  })

  it('ends each of them with a reading or an error that has a code, within its time', () => {
    expect(report.faults).toEqual([])
    expect(Object.values(report.endings).reduce((sum, count) => sum + count, 0)).toBe(FILES)
  })

  it('both reads what can still be read and refuses what cannot', () => {
    expect(report.endings['read']).toBeGreaterThan(0)
    expect(report.endings['unreadable']).toBeGreaterThan(0)
  })

  it('reads an undamaged report afterwards', () => {
    expect(report.readsAfterwards).toBe(true)
  })

  it('writes nothing', async () => {
    expect(await readdir(folder)).toEqual([])
  })
})
