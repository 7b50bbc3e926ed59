import { expect, it } from 'vitest'
import { ArchiveRefused } from './archive-refused.ts'
import { checkRow } from './check-archive.ts'

const ID = '0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'
const TABLE = { name: 'document_pages', columns: new Set(['id', 'note', 'words', 'action_url']) }
const at = { file: 'record/notes.json', row: 3 }

it('takes a row of known columns, with what is sealed in it', () => {
  const row = { id: ID, note: 'data: as usual', words: [{ text: 'a' }], action_url: '/medications', _sealed: ['note'] }
  expect(checkRow(row, TABLE, at)).toBe(ID)
})

it.each([
  ['without an id', { note: 'a' }, 'bad_row', undefined],
  ['with an id that leads elsewhere', { id: '../../etc' }, 'bad_row', undefined],
  ['with an unknown column', { id: ID, is_admin: true }, 'unknown_column', 'is_admin'],
  ['with a text that looks sealed', { id: ID, note: '\u0001swx1:t:x' }, 'bad_value', 'note'],
  ['with such a text deep inside', { id: ID, words: [{ text: 'a \u0001swx1:j:x' }] }, 'bad_value', 'words'],
  ['with a sign that the database cannot keep', { id: ID, note: 'a\0b' }, 'bad_value', 'note'],
  ['with another thing where a list belongs', { id: ID, words: 'a' }, 'bad_value', 'words'],
  ['with a link that runs', { id: ID, action_url: ' JavaScript:alert(1)' }, 'bad_value', 'action_url'],
] as const)('refuses a row %s', (_what, row, refusal, column) => {
  const check = () => checkRow(row, TABLE, at)
  expect(check).toThrow(ArchiveRefused)
  expect(check).toThrow(expect.objectContaining({ refusal, column, ...at }))
})
