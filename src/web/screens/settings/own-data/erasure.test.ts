import { describe, expect, it } from 'vitest'
import { certificateToken, erasurePath, isSameAddress } from './erasure.ts'

describe('isSameAddress', () => {
  it.each([
    { typed: 'asha@example.org', same: true },
    { typed: ' Asha@Example.org ', same: true },
    { typed: 'asha@example.or', same: false },
    { typed: '', same: false },
  ])('$typed', ({ typed, same }) => {
    expect(isSameAddress(typed, 'asha@example.org')).toBe(same)
  })
})

it('finds the way back from the address of a certificate', () => {
  const url = '/api/v1/erasures/swe_Zk3-q_0'
  expect(certificateToken(url)).toBe('swe_Zk3-q_0')
  expect(erasurePath(certificateToken(url))).toBe(url)
})
