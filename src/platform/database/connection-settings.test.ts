import { describe, expect, it } from 'vitest'
import { connectionSettings, UnsafeDatabaseAddress } from './connection-settings.ts'

describe('the connection to', () => {
  it.each([
    ['postgresql://a@localhost/b', false],
    ['postgresql://a@127.0.0.1:5433/b', false],
    ['postgresql://a@[::1]/b', false],
    ['postgresql://a@%2Fvar%2Frun%2Fpostgresql/b', false],
    ['postgresql:///b?host=/var/run/postgresql', false],
    ['postgresql://a@localhost/b?sslmode=disable', false],
    ['postgresql://a@localhost/b?sslmode=verify-full', true],
    ['postgresql://a@db.example.org/b', true],
    ['postgresql://a@db.example.org/b?sslmode=prefer', true],
    ['postgresql://a@10.0.0.7/b', true],
    ['postgresql://a@127.example.org/b', true],
    ['postgresql://a@localhost.example.org/b', true],
    ['postgresql://a@localhost/b?host=db.example.org', true],
    ['postgresql://a@127.0.0.1:5432,127.0.0.1:5433/b', false],
    ['postgresql://a@127.0.0.1:5432,db.example.org:5432/b', true],
  ])('%s is encrypted: %s', (url, encrypted) => {
    const { ssl } = connectionSettings(url)
    expect(ssl).toEqual(encrypted ? { minVersion: 'TLSv1.3', rejectUnauthorized: true } : false)
  })

  it('another host is refused unencrypted, with a sentence', () => {
    const settings = () => connectionSettings('postgresql://a@db.example.org/b?sslmode=disable')
    expect(settings).toThrow(UnsafeDatabaseAddress)
    expect(settings).toThrow(/names the host db\.example\.org with sslmode=disable/)
  })

  it('keeps what else the address says', () => {
    const { connectionString } = connectionSettings('postgresql://a:p%40ss@db.example.org:6432/b?sslmode=require&x=1')
    expect(connectionString).toBe('postgresql://a:p%40ss@db.example.org:6432/b?x=1')
  })
})
