import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** Conversations and what they consist of. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table chat_sessions (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      session_title varchar(255),
      session_summary text,
      language text not null,
      total_messages integer default 0,
      duration_minutes integer default 0,
      is_bookmarked boolean default false,
      status text default 'active',
      started_at timestamptz default current_timestamp,
      ended_at timestamptz,
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('chat_sessions', 'language')},
      ${oneOf('chat_sessions', 'status')},
      constraint chat_sessions_owner_key unique (user_id, id)
    )`)
  await knex.raw('create index idx_chat_sessions_user on chat_sessions (user_id)')
  await protect(knex, 'chat_sessions')

  // A client that sends a message again, after a dropped connection, names it by its own id.
  await knex.raw(`
    create table chat_messages (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      session_id uuid not null,
      message_type text not null,
      content text not null,
      language text not null,
      language_form text,
      has_attachment boolean default false,
      ai_confidence numeric(3,2),
      processing_time_ms integer,
      token_count integer,
      client_message_id varchar(255),
      created_at timestamptz default current_timestamp,
      ${oneOf('chat_messages', 'message_type')},
      ${oneOf('chat_messages', 'language')},
      ${oneOf('chat_messages', 'language_form')},
      constraint chat_messages_confidence_check check (ai_confidence between 0 and 1),
      constraint chat_messages_owner_key unique (user_id, id),
      constraint chat_messages_client_key unique (session_id, client_message_id),
      constraint chat_messages_session_fkey
        foreign key (user_id, session_id) references chat_sessions (user_id, id) on delete cascade
    )`)
  await knex.raw('create index idx_chat_messages_session on chat_messages (session_id)')
  await protect(knex, 'chat_messages')

  await knex.raw(`
    create table chat_attachments (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      message_id uuid not null,
      document_id uuid,
      file_name varchar(255) not null,
      file_path varchar(500) not null,
      file_size bigint not null,
      file_type varchar(100) not null,
      processed boolean default false,
      created_at timestamptz default current_timestamp,
      constraint chat_attachments_owner_key unique (user_id, id),
      constraint chat_attachments_message_fkey
        foreign key (user_id, message_id) references chat_messages (user_id, id) on delete cascade,
      constraint chat_attachments_document_fkey foreign key (user_id, document_id)
        references medical_documents (user_id, id) on delete set null (document_id)
    )`)
  await knex.raw('create index chat_attachments_message_index on chat_attachments (message_id)')
  await knex.raw('create index chat_attachments_document_index on chat_attachments (document_id)')
  await protect(knex, 'chat_attachments')

  await knex.raw(`
    create table ai_responses (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      message_id uuid not null,
      sources jsonb,
      suggestions jsonb,
      intent_detected varchar(255),
      entities_extracted jsonb,
      triage jsonb,
      tool_calls jsonb,
      confidence_basis jsonb,
      usage jsonb,
      model varchar(255),
      created_at timestamptz default current_timestamp,
      constraint ai_responses_owner_key unique (user_id, id),
      constraint ai_responses_message_key unique (user_id, message_id),
      constraint ai_responses_message_fkey
        foreign key (user_id, message_id) references chat_messages (user_id, id) on delete cascade
    )`)
  await protect(knex, 'ai_responses')

  await knex.raw(`
    create table chat_session_tags (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      session_id uuid not null,
      tag_name varchar(100) not null,
      auto_generated boolean default false,
      created_at timestamptz default current_timestamp,
      constraint chat_session_tags_owner_key unique (user_id, id),
      constraint chat_session_tags_name_key unique (session_id, tag_name),
      constraint chat_session_tags_session_fkey
        foreign key (user_id, session_id) references chat_sessions (user_id, id) on delete cascade
    )`)
  await protect(knex, 'chat_session_tags')
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['chat_session_tags', 'ai_responses', 'chat_attachments', 'chat_messages', 'chat_sessions']) {
    await knex.raw(`drop table ${table}`)
  }
}
