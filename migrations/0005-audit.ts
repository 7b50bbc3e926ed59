import type { Knex } from 'knex'
import { protect } from './support/protect.ts'

/** The audit log. It outlives the people in it, under a pseudonym. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table audit_logs (
      id uuid primary key default gen_random_uuid(),
      user_id uuid references users on delete set null,
      user_pseudonym uuid,
      action varchar(255) not null,
      resource_type varchar(100) not null,
      resource_id uuid,
      old_values jsonb,
      new_values jsonb,
      ip_address varchar(45),
      user_agent text,
      success boolean not null,
      error_message text,
      created_at timestamptz default current_timestamp,
      constraint audit_logs_owner_key unique (user_id, id)
    )`)
  await knex.raw('create index idx_audit_logs_user_action on audit_logs (user_id, action)')
  await knex.raw('create index audit_logs_created_index on audit_logs (created_at)')
  await protect(knex, 'audit_logs', { user: ['select', 'insert'], system: ['select', 'insert', 'delete'] })
  await knex.raw('grant update (user_id, user_pseudonym) on audit_logs to swasthwrap_system')

  // One pseudonym for all rows of a person, made at the moment of deletion and written down nowhere else.
  await knex.raw(`
    create function pseudonymise_audit_logs() returns trigger language plpgsql as $$
    declare
      pseudonym uuid := gen_random_uuid();
    begin
      update audit_logs set user_id = null, user_pseudonym = pseudonym where user_id = old.id;
      return old;
    end $$`)
  await knex.raw(`
    create trigger pseudonymise_audit_logs before delete on users
    for each row execute function pseudonymise_audit_logs()`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop trigger pseudonymise_audit_logs on users')
  await knex.raw('drop function pseudonymise_audit_logs()')
  await knex.raw('drop table audit_logs')
}
