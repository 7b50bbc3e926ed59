import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** Receipts of consents, exports and imports of whole records, and the erasure of accounts. */
export async function up(knex: Knex): Promise<void> {
  // The words that the person was shown, as they stood: a receipt says them for ever. Empty for earlier consents.
  await knex.raw(`
    alter table consents
      add column text_shown text,
      add column method text,
      add ${oneOf('consents', 'method')}`)

  // The archive is encrypted under a key of its own, wrapped by the person's key, and gone after expires_at.
  await knex.raw(`
    create table data_exports (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      status text not null default 'waiting',
      language text not null,
      progress integer not null default 0,
      file_size bigint,
      content_hash varchar(64),
      encryption_key varchar(255),
      encryption_key_version integer,
      contents jsonb,
      started_at timestamptz,
      completed_at timestamptz,
      expires_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      ${oneOf('data_exports', 'status')},
      ${oneOf('data_exports', 'language')},
      constraint data_exports_owner_key unique (user_id, id)
    )`)
  await knex.raw(
    `create index data_exports_open_index on data_exports (created_at) where status in ('waiting', 'running')`,
  )
  await knex.raw(`create index data_exports_expiry_index on data_exports (expires_at) where status = 'completed'`)
  await protect(knex, 'data_exports')

  // problem: {code, file, row} of what the archive was refused for.
  await knex.raw(`
    create table data_imports (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      status text not null default 'waiting',
      progress integer not null default 0,
      file_size bigint not null,
      encryption_key varchar(255) not null,
      encryption_key_version integer not null,
      result jsonb,
      problem jsonb,
      started_at timestamptz,
      completed_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      ${oneOf('data_imports', 'status')},
      constraint data_imports_owner_key unique (user_id, id)
    )`)
  await knex.raw(
    `create index data_imports_open_index on data_imports (created_at) where status in ('waiting', 'running')`,
  )
  await protect(knex, 'data_imports')

  // Outlives the person: once it is done, subject_id is empty and the certificate names nobody.
  await knex.raw(`
    create table erasures (
      id uuid primary key default gen_random_uuid(),
      subject_id uuid,
      token_digest varchar(64) not null,
      found jsonb,
      certificate text,
      requested_at timestamptz not null default current_timestamp,
      completed_at timestamptz,
      constraint erasures_token_key unique (token_digest),
      constraint erasures_subject_key unique (subject_id)
    )`)
  await protect(knex, 'erasures', { owner: null })
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['erasures', 'data_imports', 'data_exports']) await knex.raw(`drop table ${table}`)
  await knex.raw('alter table consents drop column text_shown, drop column method')
}
