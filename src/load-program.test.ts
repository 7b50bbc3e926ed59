import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUILD_DESCRIPTION, fingerprintOf, loadProgram } from './load-program.ts'

const FILES = ['package.json', 'src/load-program.ts']
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'build-'))
  await writeFile(path.join(folder, 'program.js'), `export const from = 'the build'`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function load(description: string | undefined) {
  const file = path.join(folder, BUILD_DESCRIPTION)
  await (description === undefined ? rm(file, { force: true }) : writeFile(file, description))
  return loadProgram('program', async () => ({ from: 'the sources' }), pathToFileURL(`${folder}/`))
}

test.each([
  ['of exactly these sources', { files: FILES, fingerprint: fingerprintOf(FILES) }, 'the build'],
  ['of other sources', { files: FILES, fingerprint: fingerprintOf(['package.json']) }, 'the sources'],
  ['of a source that is no more', { files: ['src/gone.ts'], fingerprint: '' }, 'the sources'],
  ['that is not there', undefined, 'the sources'],
])('from a build %s', async (_, description, from) => {
  expect((await load(description && JSON.stringify(description))).from).toBe(from)
})

test('a description that nobody can read is no reason to start anything', async () => {
  await expect(load('{')).rejects.toThrow(SyntaxError)
})
