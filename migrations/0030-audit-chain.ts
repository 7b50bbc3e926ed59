import type { Knex } from 'knex'
import { protect } from './support/protect.ts'

/**
 * The audit log becomes one that nobody can change unseen: rows are only ever added, and a job chains them by hashes and
 * signs the end of the chain. What erasure takes away is covered by a salted digest, so the chain holds without it.
 */
export async function up(knex: Knex): Promise<void> {
  // Keys of the installation that are no one's data: random, and wrapped by the master key named in wrapper_id.
  await knex.raw(`
    create table installation_secrets (
      name varchar(100) primary key,
      wrapped_secret bytea not null,
      wrapper_id varchar(255) not null,
      created_at timestamptz not null default current_timestamp
    )`)
  await protect(knex, 'installation_secrets', { owner: null })

  // Beside audit_logs and not in it, so that a row there is written once.
  await knex.raw(`
    create table audit_chain (
      position bigint primary key,
      log_id uuid not null,
      salt bytea,
      detail_digest bytea not null,
      hash bytea not null,
      constraint audit_chain_log_key unique (log_id)
    )`)
  await protect(knex, 'audit_chain', { owner: null, system: ['select', 'insert'] })

  await knex.raw(`
    create table audit_seals (
      position bigint primary key,
      hash bytea not null,
      mac bytea not null,
      sealed_at timestamptz not null default current_timestamp
    )`)
  await protect(knex, 'audit_seals', { owner: null, system: ['select', 'insert'] })

  // From here on no role that the program works as can change or remove a line. Two functions of the schema's owner can,
  // each for one purpose.
  await knex.raw('revoke update, delete, truncate on audit_logs from swasthwrap_system, swasthwrap_user')
  await knex.raw('revoke update (user_id, user_pseudonym) on audit_logs from swasthwrap_system')

  // Erasure of a person: their lines stay under a pseudonym, without a value, an address or a device.
  await knex.raw(`
    create or replace function pseudonymise_audit_logs() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    declare
      pseudonym uuid := gen_random_uuid();
    begin
      update audit_chain set salt = null
      where log_id in (select id from audit_logs where user_id = old.id);
      update audit_logs
      set user_id = null, user_pseudonym = pseudonym, old_values = null, new_values = null, ip_address = null,
        user_agent = null, resource_id = case when resource_type = 'users' then null else resource_id end
      where user_id = old.id;
      return old;
    end $$`)

  // Retention: whole stretches from the beginning, up to a seal, and never what is younger than a year.
  await knex.raw(`
    create function remove_audit_logs_before(moment timestamptz) returns bigint language plpgsql
    security definer set search_path = public, pg_temp as $$
    declare
      youngest constant timestamptz := least(moment, current_timestamp - interval '1 year');
      last_position bigint;
      removed bigint;
    begin
      select max(s.position) into last_position
      from audit_seals s
      where s.sealed_at < youngest and not exists (
        select from audit_chain c join audit_logs l on l.id = c.log_id
        where c.position <= s.position and l.created_at >= youngest
      );
      if last_position is null then
        return 0;
      end if;
      delete from audit_logs l using audit_chain c where c.log_id = l.id and c.position <= last_position;
      get diagnostics removed = row_count;
      delete from audit_chain where position <= last_position;
      delete from audit_seals where position < last_position;
      return removed;
    end $$`)
  await knex.raw('revoke all on function remove_audit_logs_before(timestamptz) from public')
  await knex.raw('grant execute on function remove_audit_logs_before(timestamptz) to swasthwrap_system')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop function remove_audit_logs_before(timestamptz)')
  await knex.raw(`
    create or replace function pseudonymise_audit_logs() returns trigger language plpgsql security invoker as $$
    declare
      pseudonym uuid := gen_random_uuid();
    begin
      update audit_logs set user_id = null, user_pseudonym = pseudonym where user_id = old.id;
      return old;
    end $$`)
  await knex.raw('alter function pseudonymise_audit_logs() reset all')
  await knex.raw('grant delete on audit_logs to swasthwrap_system')
  await knex.raw('grant update (user_id, user_pseudonym) on audit_logs to swasthwrap_system')
  for (const table of ['audit_seals', 'audit_chain', 'installation_secrets']) {
    await knex.raw(`drop table ${table}`)
  }
}
