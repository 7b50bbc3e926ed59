import { expect, it } from 'vitest'
import { percentDone, type ServiceImport } from './service.ts'

const IMPORT: ServiceImport = {
  id: 'i',
  service_id: 's',
  kind: 'archive',
  status: 'running',
  file_name: 'export.zip',
  bytes_done: 0,
  bytes_total: null,
  imported: 0,
  duplicates: 0,
  refused: 0,
  problems: [],
  problem: null,
  created_at: '2026-03-12T04:30:00.000Z',
}

it.each([
  { bytes_done: 10, bytes_total: null, percent: undefined },
  { bytes_done: 0, bytes_total: 0, percent: undefined },
  { bytes_done: 1, bytes_total: 3, percent: 33 },
  // Archives say how large they are unpacked, and may be wrong.
  { bytes_done: 4, bytes_total: 3, percent: 100 },
])('$bytes_done of $bytes_total bytes are $percent per cent', ({ percent, ...bytes }) => {
  expect(percentDone({ ...IMPORT, ...bytes })).toBe(percent)
})
