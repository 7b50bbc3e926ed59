import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** Privacy choices, consents, keys, and services that a person has connected. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table privacy_settings (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      share_data_with_doctors boolean default true,
      allow_anonymous_analytics boolean default false,
      marketing_emails_enabled boolean default false,
      data_retention_period text default '2_years',
      location_tracking_enabled boolean default false,
      biometric_data_sharing boolean default false,
      research_participation boolean default false,
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('privacy_settings', 'data_retention_period')},
      constraint privacy_settings_user_key unique (user_id)
    )`)
  await protect(knex, 'privacy_settings')

  // A withdrawn consent stays as the receipt that it was given and taken back; a new one is a new row.
  await knex.raw(`
    create table consents (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      purpose text not null,
      text_version varchar(50) not null,
      language text not null,
      ip_address varchar(45),
      granted_at timestamptz not null default current_timestamp,
      withdrawn_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      ${oneOf('consents', 'purpose')},
      ${oneOf('consents', 'language')},
      constraint consents_owner_key unique (user_id, id)
    )`)
  await knex.raw('create unique index consents_standing_key on consents (user_id, purpose) where withdrawn_at is null')
  await protect(knex, 'consents', { user: ['select', 'insert', 'update'] })

  // Wrapped by the master key named in wrapper_id. Old versions stay until every document is wrapped anew.
  await knex.raw(`
    create table user_keys (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      version integer not null,
      wrapped_key bytea not null,
      wrapper_id varchar(255) not null,
      rotated_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      constraint user_keys_version_check check (version >= 1),
      constraint user_keys_version_key unique (user_id, version)
    )`)
  await knex.raw('create index user_keys_created_index on user_keys (created_at) where rotated_at is null')
  await protect(knex, 'user_keys', { user: ['select', 'insert'] })

  // RS256 keys. One signs from active_from to retires_at and is published until expires_at, when its last token has ended.
  await knex.raw(`
    create table signing_keys (
      id uuid primary key default gen_random_uuid(),
      algorithm varchar(20) not null,
      public_key jsonb not null,
      wrapped_private_key bytea not null,
      wrapper_id varchar(255) not null,
      active_from timestamptz not null,
      retires_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      created_at timestamptz not null default current_timestamp
    )`)
  await protect(knex, 'signing_keys', { owner: null })

  // Both tokens are sealed under the user's key.
  await knex.raw(`
    create table connected_services (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      service_name text not null,
      service_user_id varchar(255),
      access_token text,
      refresh_token text,
      token_expires_at timestamptz,
      is_connected boolean default true,
      last_sync_at timestamptz,
      sync_frequency text default 'daily',
      data_types_synced jsonb,
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('connected_services', 'service_name')},
      ${oneOf('connected_services', 'sync_frequency')},
      constraint connected_services_owner_key unique (user_id, id),
      constraint connected_services_name_key unique (user_id, service_name)
    )`)
  await protect(knex, 'connected_services')
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['connected_services', 'signing_keys', 'user_keys', 'consents', 'privacy_settings']) {
    await knex.raw(`drop table ${table}`)
  }
}
