import { z } from 'zod'
import { defineOperation, type OperationServices } from '../../operations/define-operation.ts'
import { choice, identifier, moment, text, wholeNumber } from '../../operations/field-types.ts'
import { cursorInput, malformedCursor, readCursor, writeCursor } from '../../operations/list-cursor.ts'
import { timeRangeInput } from '../../operations/time-range.ts'
import { enumerations } from '../../platform/database/index.ts'
import type { Embedder } from '../../platform/models/index.ts'
import { readHighlights } from './highlight.ts'
import { searchRecord } from './search-record.ts'
import { type ContentType, contentTypeOf } from './search-store.ts'

declare module '../../operations/define-operation.ts' {
  interface OperationServices {
    readonly search: {
      readonly embedder: Embedder
      /** Told when the embeddings server failed; the search by words goes on without it. */
      readonly report: (error: unknown) => void
    }
  }
}

const { content_type } = enumerations.search_index
/** A search does not wait longer than this for an embeddings server. */
const EMBEDDING_MILLISECONDS = 3_000

const position = (which: string, example: number) =>
  wholeNumber(`${which} of the word in the excerpt, in UTF-16 units.`, { example })

const SearchHit = z
  .object({
    content_type: choice(content_type, 'What kind of text it is.', { example: 'document' }),
    table: text('The table of the row.', { example: 'medical_documents', maximum: 63 }),
    id: identifier('The row.'),
    title: text('Name of the row.', { example: 'Blood test, March' }),
    excerpt: z
      .string()
      .meta({ description: 'The part of its text that fits best, as plain text.', examples: ['HbA1c 8.2 %'] }),
    highlights: z
      .array(z.object({ start_index: position('Start', 0), end_index: position('End, exclusive,', 5) }))
      .meta({ description: 'Where the words that were looked for stand in the excerpt.' }),
    page: wholeNumber('Page of the document, from 1; null where there are no pages.', { example: 1 }).nullable(),
    session_id: identifier('The conversation of a message; null for everything else.').nullable(),
    date: moment('The time that it speaks about, or when it was recorded.', { example: '2026-03-12T00:00:00.000Z' }),
    score: z
      .number()
      .meta({ description: 'How well it fits; only the order of scores means anything.', examples: [0.032] }),
  })
  .meta({ id: 'SearchHit' })

const input = z.strictObject({
  q: text('What to look for, in English, Hindi or Tamil, in their own letters or in Latin ones.', {
    example: 'sugar test',
    maximum: 500,
  }),
  content_type: choice(content_type, 'Only texts of this kind.', { example: 'document' }).optional(),
  ...timeRangeInput('date', moment('The date.', { example: '2026-03-12T00:00:00.000Z' })),
  limit: z
    .int()
    .min(1)
    .max(50)
    .meta({ description: 'Hits on a page.', examples: [10] })
    .default(10),
  cursor: cursorInput.optional(),
})

const run = defineOperation({
  name: 'search.run',
  summary: 'Search the record by words and by meaning',
  effect: 'read',
  input,
  output: z.object({
    data: z.array(SearchHit).meta({ description: 'The rows that fit, the best first.' }),
    next_cursor: z
      .string()
      .nullable()
      .meta({ description: 'What to send as `cursor` for the next page; null on the last one.', examples: [null] }),
  }),
  rest: { method: 'GET', path: '/search' },
  tool: { guidance: 'tools/search', confirm: 'never' },
  run: async (scope, { q, content_type: kind, from, to, limit, cursor }) => {
    const list = { q, kind, from, to }
    // Later pages look at the record as the first one did, so that rows that are added meanwhile move nothing.
    const { began, offset } = cursor === undefined ? { began: undefined, offset: 0 } : pageOf(list, cursor)
    const found = await searchRecord(
      scope.transaction,
      {
        userId: scope.caller.userId,
        text: q,
        // No client of the database is taken before the first statement, so nothing is held while a server embeds.
        vector: await queryVector(scope.services.search, q),
        model: scope.services.search.embedder.model,
        from,
        to,
        now: began ?? scope.now,
        knownBy: began,
        ...tablesOf(kind),
      },
      { offset, limit: limit + 1 },
    )
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    const next = { key: `${(began ?? scope.now).toISOString()} ${offset + limit}`, id: last?.source_id ?? '' }
    return {
      data: shown.map((row) => ({
        content_type: contentTypeOf(row.source_table),
        table: row.source_table,
        id: row.source_id,
        title: row.title,
        ...readHighlights(row.marked),
        page: row.page,
        session_id: row.session_id,
        date: row.at.toISOString(),
        score: row.score,
      })),
      next_cursor: found.length > limit ? writeCursor(list, next) : null,
    }
  },
})

export const searchOperations = [run] as const

/** @throws {Problem} ValidationFailed naming `/cursor`. */
function pageOf(list: unknown, cursor: string): { readonly began: Date; readonly offset: number } {
  const [moment = '', place = ''] = (readCursor(list, cursor).key ?? '').split(' ')
  const began = new Date(moment)
  if (Number.isNaN(began.getTime()) || !/^\d{1,4}$/.test(place)) throw malformedCursor()
  return { began, offset: Number(place) }
}

function tablesOf(kind: ContentType | undefined) {
  if (kind === 'document') return { tables: ['medical_documents'] }
  if (kind === 'chat_message') return { tables: ['chat_messages'] }
  return kind === 'health_note' ? { exceptTables: ['medical_documents', 'chat_messages'] } : {}
}

async function queryVector(
  { embedder, report }: OperationServices['search'],
  query: string,
): Promise<readonly number[] | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The embeddings server did not answer in time')), EMBEDDING_MILLISECONDS)
  })
  try {
    return await Promise.race([embedder.embedQuery(query), late])
  } catch (error) {
    report(error)
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
