import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** Who people are, how they sign in, and what they prefer. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table users (
      id uuid primary key default gen_random_uuid(),
      name varchar(255) not null,
      email varchar(255) not null,
      password_hash varchar(255) not null,
      language text default 'en',
      interests jsonb,
      health_score integer default 0,
      streak integer default 0,
      upcoming_appointments integer default 0,
      medications_due integer default 0,
      avatar varchar(500),
      phone varchar(20),
      date_of_birth date,
      gender text,
      blood_group varchar(5),
      address text,
      email_verified boolean default false,
      is_active boolean default true,
      failed_sign_ins integer not null default 0,
      locked_until timestamptz,
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('users', 'language')},
      ${oneOf('users', 'gender')},
      constraint chk_email_format check (email ~ '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$'),
      constraint chk_phone_format check (phone ~ '^[+]\\?[1-9]\\?[0-9]{7,15}$')
    )`)
  await knex.raw('create unique index users_email_key on users (lower(email))')
  await knex.raw('create index idx_users_email on users (email)')
  await knex.raw('create index idx_users_phone on users (phone)')
  await protect(knex, 'users', { owner: 'id', user: ['select', 'update'] })

  await knex.raw(`
    create table user_profiles (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      emergency_contact_name varchar(255),
      emergency_contact_relationship varchar(100),
      emergency_contact_phone varchar(20),
      emergency_contact_email varchar(255),
      height numeric(5,2),
      weight numeric(5,2),
      activity_level text,
      occupation varchar(255),
      insurance_provider varchar(255),
      insurance_number varchar(100),
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('user_profiles', 'activity_level')},
      constraint user_profiles_user_key unique (user_id)
    )`)
  await protect(knex, 'user_profiles')

  // Nobody is signed in yet when a password is reset, so there is no owner to check. The token is a SHA-256 digest.
  await knex.raw(`
    create table password_resets (
      id uuid primary key default gen_random_uuid(),
      email varchar(255) not null,
      token varchar(255) not null,
      expires_at timestamptz not null,
      used boolean default false,
      created_at timestamptz default current_timestamp,
      constraint password_resets_token_key unique (token)
    )`)
  await knex.raw('create index password_resets_email_index on password_resets (lower(email))')
  await protect(knex, 'password_resets', { owner: null })

  // One row is one refresh token (as a SHA-256 digest). A rotated token stays, marked as used, until its family expires:
  // only so can its second use be noticed, which ends the whole family.
  await knex.raw(`
    create table user_sessions (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      session_token varchar(500) not null,
      device_info varchar(500),
      ip_address varchar(45),
      location varchar(255),
      last_active timestamptz default current_timestamp,
      expires_at timestamptz not null,
      is_current boolean default false,
      family_id uuid not null default gen_random_uuid(),
      rotated_from uuid,
      used_at timestamptz,
      ended_at timestamptz,
      end_reason text,
      created_at timestamptz default current_timestamp,
      ${oneOf('user_sessions', 'end_reason')},
      constraint user_sessions_owner_key unique (user_id, id)
    )`)
  await knex.raw('create index idx_user_sessions_token on user_sessions (session_token)')
  await knex.raw('create index user_sessions_family_index on user_sessions (family_id)')
  await knex.raw('create index user_sessions_expiry_index on user_sessions (expires_at)')
  await protect(knex, 'user_sessions')

  await knex.raw(`
    create table api_tokens (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      name varchar(100) not null,
      token_digest varchar(64) not null,
      scopes jsonb not null,
      last_used_at timestamptz,
      expires_at timestamptz,
      revoked_at timestamptz,
      created_at timestamptz not null default current_timestamp,
      constraint api_tokens_owner_key unique (user_id, id),
      constraint api_tokens_digest_key unique (token_digest)
    )`)
  await protect(knex, 'api_tokens')
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['api_tokens', 'user_sessions', 'password_resets', 'user_profiles', 'users']) {
    await knex.raw(`drop table ${table}`)
  }
}
