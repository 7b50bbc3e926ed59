import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Pen } from '../../../test/support/samples/pen.ts'
import { isLibraryFile, readLibraryFile } from './read-library-file.ts'

const FIELDS = 'title: Dengue\nsource: Health department\nlanguage: en\nurl: https://example.org/dengue\n'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'library-'))
  const pen = new Pen('helvetica')
  pen.text('Drink enough, and take paracetamol for the fever.', 40, 40)
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'dengue.md': `---\n${FIELDS}---\nDrink enough.`,
    'dengue.html': `<!--\n${FIELDS}-->\n<html><head><title>x</title><style>p{}</style></head><body><nav>Menu</nav><h1>Dengue</h1>
      <p>Drink <b>enough</b> &amp; rest, see <a href="https://example.org">this</a>.</p><ul><li>No aspirin.</li></ul>
      <script>alert(1)</script></body></html>`,
    'dengue.pdf': await pen.finish(),
    'dengue.pdf.source': FIELDS,
    'alone.pdf': 'nothing beside it',
    'broken.pdf': 'no PDF at all',
    'broken.pdf.source': FIELDS,
    'nobody.html': '<p>Drink.</p>',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  ['dengue.md', 'Drink enough.'],
  ['dengue.html', 'Dengue\n\nDrink enough & rest, see this.\n\n• No aspirin.'],
  ['dengue.pdf', expect.stringContaining('take paracetamol for the fever.')],
])('%s is read with where it comes from', async (name, text) => {
  const { collection, ...read } = await readLibraryFile(folder, name)
  expect(collection).toBe(path.basename(folder))
  expect(read).toEqual({
    document: name,
    language: 'en',
    title: 'Dengue',
    source: 'Health department',
    url: 'https://example.org/dengue',
    text: text,
  })
})

test.each([
  ['alone.pdf', 'alone.pdf has no file alone.pdf.source beside it'],
  ['broken.pdf', 'broken.pdf cannot be read as a PDF'],
  ['nobody.html', 'nobody.html does not say its title'],
  ['dengue.pdf.source', 'dengue.pdf.source is neither Markdown, HTML nor PDF'],
])('%s is refused in words', async (name, message) => {
  await expect(readLibraryFile(folder, name)).rejects.toThrow(message)
})

test('other files of a folder are left alone', () => {
  expect(['a.md', 'b.HTML', 'c.pdf', 'c.pdf.source', 'd.txt'].map(isLibraryFile)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
