import { z } from 'zod'
import type { Database } from '../../platform/database/index.ts'
import { defineJob } from '../../platform/jobs/index.ts'
import type { Embedder } from '../../platform/models/index.ts'
import { NO_MODEL, vectorText } from './search-store.ts'

export interface EmbeddingContext {
  readonly database: Database
  readonly embedder: Embedder
}

const BATCH = 64
const WAITS = 'embedding_model is distinct from ? and embedding_model is distinct from ?'

interface WaitingChunk {
  readonly id: string
  readonly text: string
  /** What tells whether the text is still the same. */
  readonly content_hash: string
}

/**
 * Computes the missing vectors of one person: of texts that were added, and of all texts after the embedding model has
 * changed. No transaction is open while the embeddings server works.
 */
export const embedRecordJob = defineJob({
  name: 'search.embed',
  payload: z.object({ user_id: z.uuid() }),
  run: async ({ database, embedder }: EmbeddingContext, { user_id }, { signal }) => {
    while (!signal.aborted) {
      const waiting = await database.asUser(user_id, (transaction) =>
        transaction.rows<WaitingChunk>(
          transaction
            .sql('record_chunks')
            .select('id', 'source_id', 'text', 'content_hash')
            .whereRaw(WAITS, [embedder.model, NO_MODEL])
            .orderBy('id')
            .limit(BATCH),
        ),
      )
      if (waiting.length === 0) return
      const vectors = await embedder.embedPassages(waiting.map(({ text }) => text))
      await database.asUser(user_id, async (transaction) => {
        const { sql } = transaction
        const values = waiting.map(({ id, content_hash }, at) => [id, content_hash, vectorText(vectors[at] ?? [])])
        // A chunk that was rewritten meanwhile keeps waiting.
        await transaction.affected(
          sql.raw(
            `update record_chunks c set embedding = v.vector::halfvec, embedding_model = ?
             from (values ${values.map(() => '(?::uuid, ?::text, ?::text)').join(', ')}) as v (id, content_hash, vector)
             where c.id = v.id and c.content_hash = v.content_hash`,
            [embedder.model, ...values.flat()],
          ),
        )
      })
    }
  },
  sweep: async ({ database, embedder }) => {
    const people = await database.asSystem((transaction) =>
      transaction.rows<{ user_id: string }>(
        transaction.sql('record_chunks').distinct('user_id').whereRaw(WAITS, [embedder.model, NO_MODEL]).limit(500),
      ),
    )
    return people.map(({ user_id }) => ({ jobId: embedJobId(user_id), payload: { user_id } }))
  },
})

export function embedJobId(userId: string): string {
  return `embed-${userId}`
}
