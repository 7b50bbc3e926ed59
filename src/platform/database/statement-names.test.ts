import { describe, expect, it } from 'vitest'
import { StatementNames } from './statement-names.ts'

const use = (names: StatementNames, text: string, times: number) =>
  Array.from({ length: times }, () => names.nameOf(text)).at(-1)

describe('names of statements', () => {
  it('are given to what is used again and again, each its own', () => {
    const names = new StatementNames()
    expect(use(names, 'select 1', 19)).toBeUndefined()
    const name = use(names, 'select 1', 1)
    expect(name).toMatch(/^swasthwrap_\w+$/)
    expect(use(names, 'select 1', 1)).toBe(name)
    expect(use(names, 'select 2', 20)).not.toBe(name)
  })

  it('are other ones once the tables have changed', () => {
    const names = new StatementNames()
    const before = use(names, 'select 1', 20)
    names.renew()
    expect(use(names, 'select 1', 20)).not.toBe(before)
  })

  it('are limited, since every connection keeps what has one', () => {
    const names = new StatementNames()
    const given = Array.from({ length: 300 }, (_, index) => use(names, `select ${index}`, 20))
    expect(given.filter((name) => name !== undefined)).toHaveLength(200)
  })
})
