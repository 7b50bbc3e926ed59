import { expect, it } from 'vitest'
import type { Citation } from './answer.ts'
import { sourceHref } from './source-place.ts'

it.each<[Citation['source'], string | undefined]>([
  [{ kind: 'document', document_id: 'd', page: 2, box: null }, '#/documents/d?page=2'],
  [
    { kind: 'document', document_id: 'd', page: 1, box: { x: 0.1, y: 0.25, width: 0.5, height: 0.02 } },
    '#/documents/d?page=1&box=0.1000%2C0.2500%2C0.5000%2C0.0200',
  ],
  [{ kind: 'record', table: 'health_metrics', id: 'r' }, '#/records/metrics/r'],
  [{ kind: 'record', table: 'medical_documents', id: 'r' }, '#/documents/r'],
  [{ kind: 'record', table: 'chat_messages', id: 'r' }, undefined],
  [{ kind: 'reference', title: 'WHO', url: 'https://www.who.int/' }, 'https://www.who.int/'],
  [{ kind: 'reference', title: 'x', url: 'javascript:alert(1)' }, undefined],
  [{ kind: 'reference', title: 'x', url: null }, undefined],
])('%j opens at %s', (source, href) => {
  expect(sourceHref({ title: 't', start_index: 0, end_index: 1, source })).toBe(href)
})
