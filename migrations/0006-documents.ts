import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** Uploaded documents, what was read from them, and who may see them. */
export async function up(knex: Knex): Promise<void> {
  // processing_error is a code; its words are in locales/.
  await knex.raw(`
    create table medical_documents (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      document_name varchar(255) not null,
      original_filename varchar(255) not null,
      file_path varchar(500) not null,
      file_size bigint not null,
      file_type varchar(100) not null,
      mime_type varchar(100) not null,
      category text not null,
      document_date date,
      description text,
      status text default 'uploaded',
      is_sensitive boolean default false,
      encryption_key varchar(255),
      encryption_key_version integer,
      content_hash varchar(64),
      page_count integer,
      language varchar(7),
      processing_error text,
      processing_attempts integer not null default 0,
      processing_started_at timestamptz,
      processed_at timestamptz,
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('medical_documents', 'category')},
      ${oneOf('medical_documents', 'status')},
      constraint medical_documents_owner_key unique (user_id, id)
    )`)
  // What a sweep looks for: work that was begun or promised and not finished.
  await knex.raw(`
    create index medical_documents_unfinished_index on medical_documents (created_at)
    where status in ('uploaded', 'processing') and processing_error is null`)
  await protect(knex, 'medical_documents')

  await knex.raw(`
    create table document_tags (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      document_id uuid not null,
      tag_name varchar(100) not null,
      created_at timestamptz default current_timestamp,
      constraint document_tags_owner_key unique (user_id, id),
      constraint document_tags_name_key unique (document_id, tag_name),
      constraint document_tags_document_fkey
        foreign key (user_id, document_id) references medical_documents (user_id, id) on delete cascade
    )`)
  await protect(knex, 'document_tags')

  await knex.raw(`
    create table document_shares (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      document_id uuid not null,
      shared_with varchar(255) not null,
      share_type text default 'view',
      expires_at timestamptz,
      access_count integer default 0,
      last_accessed timestamptz,
      token_digest varchar(64) not null,
      revoked_at timestamptz,
      created_at timestamptz default current_timestamp,
      ${oneOf('document_shares', 'share_type')},
      constraint document_shares_owner_key unique (user_id, id),
      constraint document_shares_token_key unique (token_digest),
      constraint document_shares_document_fkey
        foreign key (user_id, document_id) references medical_documents (user_id, id) on delete cascade
    )`)
  await knex.raw('create index document_shares_document_index on document_shares (document_id)')
  await protect(knex, 'document_shares')

  // words: [{text, box, confidence}] in the page's own coordinates, width by height.
  await knex.raw(`
    create table document_pages (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      document_id uuid not null,
      page_number integer not null,
      source text not null,
      text text not null,
      words jsonb,
      width numeric(10,2),
      height numeric(10,2),
      language varchar(7),
      content_hash varchar(64) not null,
      created_at timestamptz not null default current_timestamp,
      ${oneOf('document_pages', 'source')},
      constraint document_pages_owner_key unique (user_id, id),
      constraint document_pages_number_key unique (document_id, page_number),
      constraint document_pages_number_check check (page_number >= 1),
      constraint document_pages_document_fkey
        foreign key (user_id, document_id) references medical_documents (user_id, id) on delete cascade
    )`)
  await protect(knex, 'document_pages')

  // One row is one lab value: as printed, as understood, and where on the page it stands.
  await knex.raw(`
    create table document_results (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      document_id uuid not null,
      position integer not null,
      test varchar(255) not null,
      code varchar(20),
      value varchar(255) not null,
      value_number numeric,
      unit varchar(50),
      unit_printed varchar(50),
      reference_low numeric,
      reference_high numeric,
      reference_text varchar(500),
      flag text,
      flag_printed varchar(50),
      page integer not null,
      box jsonb,
      confidence numeric(3,2),
      needs_review boolean not null default false,
      review_reason varchar(100),
      candidate jsonb,
      confirmed boolean not null default false,
      observed_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      updated_at timestamptz not null default current_timestamp,
      ${oneOf('document_results', 'flag')},
      constraint document_results_owner_key unique (user_id, id),
      constraint document_results_position_key unique (document_id, position),
      constraint document_results_document_fkey
        foreign key (user_id, document_id) references medical_documents (user_id, id) on delete cascade
    )`)
  await knex.raw('create index document_results_code_index on document_results (user_id, code, observed_at desc)')
  await protect(knex, 'document_results')
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['document_results', 'document_pages', 'document_shares', 'document_tags', 'medical_documents']) {
    await knex.raw(`drop table ${table}`)
  }
}
