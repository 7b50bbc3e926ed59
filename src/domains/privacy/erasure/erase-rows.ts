import type { Database } from '../../../platform/database/index.ts'

/** So many rows go in one transaction: nobody else waits long, and no limit of time is met. */
const BATCH = 2_000

/** Every table that names its owner; what refers to others comes before those. */
export async function ownedTables(database: Database): Promise<readonly string[]> {
  const [tables, references] = await Promise.all([
    database.asSystem((transaction) =>
      transaction.rows<{ name: string }>(
        transaction.sql.raw(
          `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
           where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'user_id'
             and not a.attisdropped order by 1`,
        ),
      ),
    ),
    database.asSystem((transaction) =>
      transaction.rows<{ child: string; parent: string }>(
        transaction.sql.raw(
          `select distinct child.relname as child, parent.relname as parent from pg_constraint k
           join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
           where k.contype = 'f' and k.connamespace = 'public'::regnamespace and child.oid <> parent.oid`,
        ),
      ),
    ),
  ])
  const ordered: string[] = []
  const visit = (table: string): void => {
    if (ordered.includes(table) || !tables.some(({ name }) => name === table)) return
    for (const { child, parent } of references) if (parent === table) visit(child)
    ordered.push(table)
  }
  for (const { name } of tables) visit(name)
  return ordered
}

/** Deletes every row of a person in these tables, in their order. */
export async function eraseRows(
  database: Database,
  userId: string,
  tables: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const table of tables) {
    for (let erased = BATCH; erased === BATCH; ) {
      signal.throwIfAborted()
      erased = await database.asSystem((transaction) =>
        transaction.affected(
          transaction.sql.raw(
            `delete from ?? where ctid = any(array(select ctid from ?? where user_id = ? limit ${BATCH}))`,
            [table, table, userId],
          ),
        ),
      )
    }
  }
}
