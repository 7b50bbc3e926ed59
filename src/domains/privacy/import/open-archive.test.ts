import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import yazl from 'yazl'
import { manifestOf, type Part } from '../archive-format.ts'
import { ArchiveRefused } from './archive-refused.ts'
import { openArchive } from './open-archive.ts'
import { rowsOfPart } from './read-rows.ts'

const ROWS = '[\n{"id":"1","text":"one\\ntwo"},\n{"id":"2"}\n]\n'

function partOf(path: string, content: string, rows?: number): Part {
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { path, bytes: Buffer.byteLength(content), sha256, ...(rows === undefined ? {} : { rows }) }
}

const about = { created_at: '2026-03-12T04:30:00.000Z', language: 'en', left_out: [] }
const whole = { 'record/allergies.json': ROWS }

async function zipOf(
  files: Record<string, string>,
  parts: readonly Part[] = [partOf('record/allergies.json', ROWS, 2)],
  more: object = {},
): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.addBuffer(
    Buffer.from(JSON.stringify({ ...manifestOf({ ...about, parts: [...parts] }), ...more })),
    'manifest.json',
  )
  zip.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as unknown as Uint8Array)
  return Buffer.concat(chunks)
}

/** Opens an archive and reads all of its rows, as an import does before it keeps anything. */
async function readAll(bytes: Buffer): Promise<unknown[]> {
  async function* read({ start, end }: { start: number; end: number }) {
    yield bytes.subarray(start, end + 1)
  }
  const archive = await openArchive(read, bytes.byteLength)
  const rows: unknown[] = []
  for (const part of archive.manifest.parts) {
    if (part.path.startsWith('record/')) for await (const { row } of rowsOfPart(archive, part)) rows.push(row)
    else for await (const _ of archive.read(part));
  }
  return rows
}

it('reads the rows of a whole archive', async () => {
  expect(await readAll(await zipOf(whole))).toEqual([{ id: '1', text: 'one\ntwo' }, { id: '2' }])
})

const renamed = async (name: string) => {
  const placeholder = 'x'.repeat(name.length)
  const bytes = await zipOf({ ...whole, [placeholder]: 'x' })
  return Buffer.from(bytes.toString('latin1').replaceAll(placeholder, name), 'latin1')
}
const bomb = `[${' '.repeat(20_000_000)}]`
const spoilt = (content: string, rows = 2) =>
  zipOf({ 'record/allergies.json': content }, [partOf('record/allergies.json', content, rows)])

describe('refuses', () => {
  it.each<[string, () => Promise<Buffer>, string, string | undefined, number | undefined]>([
    ['what is no archive', async () => Buffer.from('PK, but not a zip'), 'not_an_archive', undefined, undefined],
    ['an archive cut off', async () => (await zipOf(whole)).subarray(0, -40), 'not_an_archive', undefined, undefined],
    ['a name that leads out', () => renamed('record/../../evil.json'), 'not_an_archive', undefined, undefined],
    ['a name from the root', () => renamed('/etc/cron.d/evil.json'), 'not_an_archive', undefined, undefined],
    ['a file that has no place in it', () => zipOf({ ...whole, 'evil.sh': 'x' }), 'unknown_part', 'evil.sh', undefined],
    [
      'a file that it does not name',
      () => zipOf({ ...whole, 'record/medications.json': '[]' }),
      'unknown_part',
      'record/medications.json',
      undefined,
    ],
    ['a file that is missing', () => zipOf({}), 'missing_part', 'record/allergies.json', undefined],
    [
      'a newer version',
      () => zipOf(whole, undefined, { schema_version: 2 }),
      'newer_version',
      'manifest.json',
      undefined,
    ],
    ['another format', () => zipOf(whole, undefined, { format: 'x' }), 'bad_manifest', 'manifest.json', undefined],
    [
      'a changed file',
      () => zipOf({ 'record/allergies.json': ROWS.replace('one', 'two') }),
      'wrong_content',
      'record/allergies.json',
      undefined,
    ],
    [
      'a bomb',
      () => zipOf({ 'record/allergies.json': bomb }, [partOf('record/allergies.json', bomb)]),
      'too_packed',
      'record/allergies.json',
      undefined,
    ],
    ['a row that is none', () => spoilt(ROWS.replace('{"id":"2"}', '{"id"')), 'bad_row', 'record/allergies.json', 2],
    ['a row that is a list', () => spoilt(ROWS.replace('{"id":"2"}', '[2]')), 'bad_row', 'record/allergies.json', 2],
    ['fewer rows than it says', () => spoilt(ROWS, 3), 'wrong_content', 'record/allergies.json', undefined],
  ])('%s', async (_what, make, refusal, file, row) => {
    const error = await readAll(await make()).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ArchiveRefused)
    expect(error).toMatchObject({ refusal, file, row })
  })
})
