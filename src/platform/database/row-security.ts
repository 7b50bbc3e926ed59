import type { ClientBase } from 'pg'

/** A table that one person could read another's rows from. The start stops here. */
export class UnprotectedTable extends Error {
  override name = 'UnprotectedTable'
}

/** Kept by the migrator; without any row of a person. */
const BOOKKEEPING = ['schema_migrations', 'schema_migrations_lock']

/**
 * @throws {UnprotectedTable} naming the tables of the schema `public` without forced row-level security, without a policy,
 * or with an owner's column and no policy for people.
 */
export async function refuseUnprotectedTables(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name
     from pg_class c
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> all ($1)
       and not (
         c.relrowsecurity and c.relforcerowsecurity
         and exists (select from pg_policy p where p.polrelid = c.oid)
         and (
           not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'user_id' and not a.attisdropped)
           or exists (
             select from pg_policy p
             where p.polrelid = c.oid and 'swasthwrap_user'::regrole = any (p.polroles)
               and pg_get_expr(p.polqual, p.polrelid) like '%current_tenant()%'
           )
         )
       )
     order by 1`,
    [BOOKKEEPING],
  )
  if (rows.length > 0) {
    const names = rows.map((row) => row.name).join(', ')
    throw new UnprotectedTable(`These tables lack row-level security, so the server does not start: ${names}`)
  }
}
