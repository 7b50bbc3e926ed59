import { readdirSync } from 'node:fs'
import type { Knex } from 'knex'
import { describe, expect, it } from 'vitest'
import { faultsOfMigration, type Migration } from './migration-rules.ts'

const folder = new URL('../../migrations/', import.meta.url)

/** Up to here nothing was released: whoever installs begins with all of it at once, and no older version runs beside. */
const LAST_BEFORE_THE_FIRST_RELEASE = '0104'

const names = readdirSync(folder).filter((name) => /^\d{4}-.*\.ts$/.test(name))

const migrating = (sql: string, more: Partial<Migration> = {}): Migration => ({
  up: (knex: Knex) => knex.raw(sql),
  ...more,
})
const contract = { unusedSince: '0.2.0', because: 'Search reads search_index since then.' }
const outsideTransaction = { config: { transaction: false } }

describe('a migration can go out while the version before still runs', () => {
  it('has a name that says its place, used once', () => {
    const numbers = names.map((name) => name.slice(0, 4))
    expect(numbers.length).toBeGreaterThan(20)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('in every released case', async () => {
    const faults: Record<string, string[]> = {}
    for (const name of names) {
      if (name.slice(0, 4) <= LAST_BEFORE_THE_FIRST_RELEASE) continue
      const found = await faultsOfMigration((await import(new URL(name, folder).href)) as Migration)
      if (found.length > 0) faults[name] = found
    }
    expect(faults).toEqual({})
  })

  it.each([
    ['create table visits (id uuid primary key, note text not null); create index visits_note on visits (note)'],
    ['alter table visits add column ward text'],
    ["alter table visits add column ward text not null default ''"],
    ['alter table visits add column seen_at timestamptz not null default current_timestamp'],
    ["alter table visits add constraint visits_ward_check check (ward <> '') not valid"],
    ['alter table visits validate constraint visits_ward_check'],
    ['alter table visits add constraint visits_key unique using index visits_key'],
    ['create table visits (id uuid primary key); alter table visits alter column id set not null'],
    ['create or replace function f() returns int language sql as $$ select 1 $$'],
  ])('%s', async (sql) => {
    expect(await faultsOfMigration(migrating(sql))).toEqual([])
  })

  it('with an index made beside the work', async () => {
    const sql = 'create index concurrently visits_ward on visits (ward)'
    expect(await faultsOfMigration(migrating(sql, outsideTransaction))).toEqual([])
    expect(await faultsOfMigration(migrating(sql))).toEqual([expect.stringContaining('without a transaction')])
  })

  it.each([
    ['alter table visits drop column ward', 'column visits.ward dropped'],
    ['alter table visits rename column ward to station', 'a name of visits is changed'],
    ['alter table visits rename to calls', 'a name of visits is changed'],
    ['drop table visits', 'table dropped'],
    ['truncate visits', 'a table is emptied'],
  ])('what takes something away is a contract that names its release: %s', async (sql, fault) => {
    expect(await faultsOfMigration(migrating(sql))).toEqual([expect.stringContaining(fault)])
    expect(await faultsOfMigration(migrating(sql, { contract }))).toEqual([])
    const unnamed = { contract: { unusedSince: 'soon', because: 'Nobody needs it.' } }
    expect(await faultsOfMigration(migrating(sql, unnamed))).toEqual([expect.stringContaining('names the release')])
  })

  it.each([
    ['alter table visits add column ward text not null', 'without a default'],
    ['alter table visits add column token uuid default gen_random_uuid()', 'computed value'],
    ['alter table visits add column total int generated always as (1 + 1) stored', 'computed value'],
    ['alter table visits alter column ward type varchar(20)', 'written anew'],
    ['alter table visits alter column ward set not null', 'becomes NOT NULL'],
    ["alter table visits add constraint visits_ward_check check (ward <> '')", 'without NOT VALID'],
    ['alter table visits add constraint f foreign key (user_id) references users', 'without NOT VALID'],
    ['alter table visits add constraint visits_key unique (ward)', 'USING INDEX'],
    ['create index visits_ward on visits (ward)', 'without CONCURRENTLY'],
    ['drop index visits_ward', 'without CONCURRENTLY'],
  ])('what would stop everybody is refused, whatever it calls itself: %s', async (sql, fault) => {
    expect(await faultsOfMigration(migrating(sql))).toContainEqual(expect.stringContaining(fault))
    expect(await faultsOfMigration(migrating(sql, { contract }))).toContainEqual(expect.stringContaining(fault))
  })
})
