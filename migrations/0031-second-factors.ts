import type { Knex } from 'knex'
import { protect } from './support/protect.ts'

/** Addresses that are confirmed, second factors, passkeys, and counts of requests that all processes share. */
export async function up(knex: Knex): Promise<void> {
  // Only the digest of a token is kept; it is made when the mail goes out.
  await knex.raw(`
    create table email_verifications (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      email varchar(255) not null,
      token_digest varchar(64) not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      constraint email_verifications_owner_key unique (user_id, id),
      constraint email_verifications_token_key unique (token_digest)
    )`)
  await protect(knex, 'email_verifications', { user: ['select', 'insert'] })

  // The secret of RFC 6238 is wrapped by the user's key, as a document's key is. A step that was used is not taken again.
  await knex.raw(`
    create table totp_credentials (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      wrapped_secret varchar(255) not null,
      user_key_version integer not null,
      confirmed_at timestamptz,
      last_used_step bigint not null default 0,
      created_at timestamptz not null default current_timestamp,
      constraint totp_credentials_owner_key unique (user_id, id),
      constraint totp_credentials_user_key unique (user_id)
    )`)
  await protect(knex, 'totp_credentials', { user: ['select', 'insert'] })

  await knex.raw(`
    create table recovery_codes (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      code_digest varchar(64) not null,
      used_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      constraint recovery_codes_owner_key unique (user_id, id),
      constraint recovery_codes_digest_key unique (user_id, code_digest)
    )`)
  await protect(knex, 'recovery_codes', { user: ['select', 'insert'] })

  await knex.raw(`
    create table passkeys (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      name varchar(100) not null,
      credential_id varchar(1400) not null,
      public_key bytea not null,
      counter bigint not null,
      transports jsonb not null,
      device_type varchar(20) not null,
      backed_up boolean not null,
      last_used_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      constraint passkeys_owner_key unique (user_id, id),
      constraint passkeys_credential_key unique (credential_id)
    )`)
  await protect(knex, 'passkeys', { user: ['select', 'insert'] })

  // Between the steps of a sign-in, or of adding a passkey. Nobody is signed in yet, so there is no owner to check.
  await knex.raw(`
    create table sign_in_challenges (
      id uuid primary key default gen_random_uuid(),
      purpose varchar(30) not null,
      subject_id uuid references users on delete cascade,
      token_digest varchar(64) not null,
      challenge varchar(100),
      attempts integer not null default 0,
      expires_at timestamptz not null,
      created_at timestamptz not null default current_timestamp,
      constraint sign_in_challenges_token_key unique (token_digest)
    )`)
  await knex.raw('create index sign_in_challenges_expiry_index on sign_in_challenges (expires_at)')
  await knex.raw('create index sign_in_challenges_subject_index on sign_in_challenges (subject_id)')
  await protect(knex, 'sign_in_challenges', { owner: null })

  // Of no use after a few minutes, so a crash may take them. The key is a digest: addresses do not stand here.
  await knex.raw(`
    create unlogged table rate_limit_counts (
      key varchar(64) not null,
      window_start timestamptz not null,
      hits integer not null,
      primary key (key, window_start)
    )`)
  await knex.raw('create index rate_limit_counts_window_index on rate_limit_counts (window_start)')
  await protect(knex, 'rate_limit_counts', { owner: null })
}

export async function down(knex: Knex): Promise<void> {
  const tables = [
    'rate_limit_counts',
    'sign_in_challenges',
    'passkeys',
    'recovery_codes',
    'totp_credentials',
    'email_verifications',
  ]
  for (const table of tables) {
    await knex.raw(`drop table ${table}`)
  }
}
