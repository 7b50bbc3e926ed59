import { expect, it } from 'vitest'
import { formatBytes } from './format-bytes.ts'

it.each([
  { bytes: 0, text: '0 byte' },
  { bytes: 999, text: '999 byte' },
  { bytes: 1_000, text: '1 kB' },
  { bytes: 1_843_221, text: '1.8 MB' },
  { bytes: 5_400_000_000_000, text: '5,400 GB' },
])('$bytes bytes are $text', ({ bytes, text }) => {
  expect(formatBytes(bytes)).toBe(text)
})
