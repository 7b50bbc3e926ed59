import type { Knex } from 'knex'

/** Roles, the tenant of a transaction, and the trigger behind every `updated_at`. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('create extension if not exists vector')

  // Roles belong to the whole server and not to this database, so they may be there already.
  for (const role of ['swasthwrap_user', 'swasthwrap_system']) {
    await knex.raw(`
      do $$
      begin
        if not exists (select from pg_roles where rolname = '${role}') then
          create role ${role} nologin nobypassrls;
        end if;
        if not pg_has_role(current_user, '${role}', 'member') then
          grant ${role} to current_user;
        end if;
      exception
        -- Another database of this server was being set up at the same moment.
        when duplicate_object or unique_violation then null;
      end $$`)
    await knex.raw(`grant usage on schema public to ${role}`)
  }

  // Without a tenant there is no id, and so no row.
  await knex.raw(`
    create function current_tenant() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.user_id', true), '')::uuid`)

  await knex.raw(`
    create function set_updated_at() returns trigger language plpgsql as $$
    begin
      new.updated_at = current_timestamp;
      return new;
    end $$`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop function set_updated_at()')
  await knex.raw('drop function current_tenant()')
}
