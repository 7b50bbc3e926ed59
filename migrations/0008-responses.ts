import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** The running of answers: runs, their numbered events, and actions that wait for the person's word. */
export async function up(knex: Knex): Promise<void> {
  // A run belongs to no socket. Whoever works on it renews heartbeat_at; a sweep takes over what has gone quiet.
  // client_message_id with the digest of the request: the same message sent twice makes one run.
  await knex.raw(`
    create table response_runs (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      session_id uuid not null,
      message_id uuid,
      answer_message_id uuid not null,
      previous_run_id uuid,
      client_message_id varchar(255),
      request_digest varchar(64) not null,
      status text not null default 'queued',
      attempts integer not null default 1,
      request jsonb not null,
      response json,
      error jsonb,
      heartbeat_at timestamptz,
      cancel_requested_at timestamptz,
      started_at timestamptz,
      ended_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      updated_at timestamptz not null default current_timestamp,
      ${oneOf('response_runs', 'status')},
      constraint response_runs_owner_key unique (user_id, id),
      constraint response_runs_client_key unique (user_id, client_message_id),
      constraint response_runs_session_fkey
        foreign key (user_id, session_id) references chat_sessions (user_id, id) on delete cascade,
      constraint response_runs_message_fkey foreign key (user_id, message_id)
        references chat_messages (user_id, id) on delete cascade,
      constraint response_runs_previous_fkey foreign key (user_id, previous_run_id)
        references response_runs (user_id, id) on delete set null (previous_run_id)
    )`)
  await knex.raw('create index response_runs_session_index on response_runs (session_id)')
  await knex.raw('create index response_runs_message_index on response_runs (message_id)')
  await knex.raw('create index response_runs_previous_index on response_runs (previous_run_id)')
  await knex.raw(`
    create index response_runs_unfinished_index on response_runs (created_at)
    where status in ('queued', 'in_progress')`)
  await protect(knex, 'response_runs')

  // Append-only: nobody may change what a client has seen. json keeps what it is given byte for byte.
  await knex.raw(`
    create table response_events (
      user_id uuid not null default current_tenant(),
      run_id uuid not null,
      sequence_number integer not null,
      event json not null,
      created_at timestamptz not null default current_timestamp,
      constraint response_events_pkey primary key (run_id, sequence_number),
      constraint response_events_run_fkey
        foreign key (user_id, run_id) references response_runs (user_id, id) on delete cascade
    )`)
  await protect(knex, 'response_events', { user: ['select', 'insert'], system: ['select', 'insert', 'delete'] })

  await knex.raw(`
    create table pending_actions (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null default current_tenant(),
      session_id uuid,
      operation varchar(100) not null,
      input jsonb not null,
      reason jsonb,
      status text not null default 'pending',
      result jsonb,
      expires_at timestamptz not null,
      decided_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      updated_at timestamptz not null default current_timestamp,
      ${oneOf('pending_actions', 'status')},
      constraint pending_actions_owner_key unique (user_id, id),
      constraint pending_actions_user_fkey foreign key (user_id) references users on delete cascade,
      constraint pending_actions_session_fkey
        foreign key (user_id, session_id) references chat_sessions (user_id, id) on delete cascade
    )`)
  await knex.raw('create index pending_actions_session_index on pending_actions (session_id)')
  await knex.raw("create index pending_actions_open_index on pending_actions (expires_at) where status = 'pending'")
  await protect(knex, 'pending_actions')

  // fingerprint: SHA-256 of operation and input; the same key with another request is refused.
  await knex.raw(`
    create table idempotency_keys (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      key varchar(255) not null,
      fingerprint varchar(64) not null,
      answer jsonb not null,
      created_at timestamptz not null default current_timestamp,
      expires_at timestamptz not null,
      constraint idempotency_keys_key unique (user_id, key)
    )`)
  await knex.raw('create index idempotency_keys_expiry_index on idempotency_keys (expires_at)')
  await protect(knex, 'idempotency_keys')
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['idempotency_keys', 'pending_actions', 'response_events', 'response_runs']) {
    await knex.raw(`drop table ${table}`)
  }
}
