import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** Archives and syncs of connected services, what they bring in besides measurements, and signing in there. */
export async function up(knex: Knex): Promise<void> {
  // One archive, or one sync. The file lies encrypted in the storage until the import is
  // settled; `file_key`, sealed, opens it. `position` is how far it
  // came, so that a restart goes on from there; `touched` holds the first and the last time of each kind of measurement
  // that is new, of which the trends are computed once, at the end.
  await knex.raw(`
    create table service_imports (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      service_id uuid not null,
      kind text not null,
      status text not null default 'waiting',
      file_name varchar(255),
      file_size bigint,
      file_path varchar(500),
      file_key text,
      bytes_done bigint not null default 0,
      bytes_total bigint,
      imported integer not null default 0,
      duplicates integer not null default 0,
      refused integer not null default 0,
      problems jsonb not null default '[]',
      problem varchar(100),
      position jsonb,
      touched jsonb not null default '{}',
      attempts integer not null default 0,
      started_at timestamptz,
      finished_at timestamptz,
      settled_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      ${oneOf('service_imports', 'kind')},
      ${oneOf('service_imports', 'status')},
      constraint service_imports_owner_key unique (user_id, id),
      constraint service_imports_service_fkey
        foreign key (user_id, service_id) references connected_services (user_id, id) on delete cascade
    )`)
  await knex.raw('create index service_imports_service_index on service_imports (service_id, created_at desc)')
  // One after the other: two at once would only wait for each other's rows.
  await knex.raw(
    'create unique index service_imports_running_key on service_imports (user_id, service_id) where settled_at is null',
  )
  await protect(knex, 'service_imports')

  // What phones and watches count that is no measurement of the record: steps, sleep, breaths. Overlapping devices are kept
  // apart here and brought together when a day is summed up.
  await knex.raw(`
    create table activity_samples (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      kind text not null,
      value numeric not null,
      started_at timestamptz not null,
      ended_at timestamptz not null,
      device_used varchar(255),
      source varchar(50) not null,
      source_id varchar(255) not null,
      created_at timestamptz not null default current_timestamp,
      ${oneOf('activity_samples', 'kind')},
      constraint activity_samples_value_check check (value >= 0),
      constraint activity_samples_order_check check (ended_at >= started_at),
      constraint activity_samples_owner_key unique (user_id, id),
      constraint activity_samples_source_key unique (user_id, source, source_id)
    )`)
  await knex.raw('create index activity_samples_time_index on activity_samples (user_id, kind, started_at)')
  await protect(knex, 'activity_samples')

  // A sign-in at a service that is under way. The state is kept as a digest; verifier and code are sealed.
  await knex.raw(`
    create table service_authorizations (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      service_id uuid not null,
      state_digest varchar(64) not null,
      code_verifier text not null,
      code text,
      expires_at timestamptz not null,
      created_at timestamptz not null default current_timestamp,
      constraint service_authorizations_owner_key unique (user_id, id),
      constraint service_authorizations_service_key unique (user_id, service_id),
      constraint service_authorizations_state_key unique (state_digest),
      constraint service_authorizations_service_fkey
        foreign key (user_id, service_id) references connected_services (user_id, id) on delete cascade
    )`)
  await protect(knex, 'service_authorizations')

  // Access that is still to be given back at a service that is disconnected here.
  await knex.raw(`
    create table service_revocations (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      service_name text not null,
      token text not null,
      created_at timestamptz not null default current_timestamp,
      ${oneOf('service_revocations', 'service_name')},
      constraint service_revocations_owner_key unique (user_id, id)
    )`)
  await protect(knex, 'service_revocations')

  await knex.raw(
    'alter table connected_services add column access_problem varchar(100), add column synced_until timestamptz',
  )
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table connected_services drop column access_problem, drop column synced_until')
  for (const table of ['service_revocations', 'service_authorizations', 'activity_samples', 'service_imports']) {
    await knex.raw(`drop table ${table}`)
  }
}
