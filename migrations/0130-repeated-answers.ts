import type { Knex } from 'knex'
import { protect } from './support/protect.ts'

/**
 * First answers of requests by which people sign in and manage their account, to be given once more to a repeat under the
 * same `Idempotency-Key`. Many have no caller yet. Key and request stand as keyed digests; the answer is sealed with what
 * only the request itself holds, and is absent while the request is under way.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table repeated_answers (
      id uuid primary key default gen_random_uuid(),
      key_digest varchar(64) not null,
      request_digest varchar(64) not null,
      subject_id uuid references users on delete cascade,
      answer bytea,
      created_at timestamptz not null default current_timestamp,
      expires_at timestamptz not null,
      constraint repeated_answers_key unique (key_digest),
      constraint repeated_answers_request_key unique (request_digest)
    )`)
  await knex.raw('create index repeated_answers_expiry_index on repeated_answers (expires_at)')
  await knex.raw('create index repeated_answers_subject_index on repeated_answers (subject_id)')
  await protect(knex, 'repeated_answers', { owner: null })
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table repeated_answers')
}
