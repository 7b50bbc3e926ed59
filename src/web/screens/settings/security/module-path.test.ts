import { describe, expect, it } from 'vitest'
import { modulePath } from './module-path.ts'

const matrix = (...rows: readonly string[]): boolean[][] => rows.map((row) => [...row].map((each) => each === '#'))

describe('modulePath', () => {
  it.each([
    { rows: ['...', '...'], path: '' },
    { rows: ['#'], path: 'M0 0h1v1h-1z' },
    { rows: ['.##.#'], path: 'M1 0h2v1h-2zM4 0h1v1h-1z' },
    { rows: ['##', '.#'], path: 'M0 0h2v1h-2zM1 1h1v1h-1z' },
  ])('draws $rows', ({ rows, path }) => {
    expect(modulePath(matrix(...rows))).toBe(path)
  })
})
