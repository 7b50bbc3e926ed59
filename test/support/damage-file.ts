import { seeded } from './samples/make-report.ts'

/** Numbers that programs trip over where a file states a size, a count or a place. */
const AWKWARD = [
  '0',
  '-1',
  '1',
  '65535',
  '65536',
  '2147483647',
  '2147483648',
  '4294967295',
  '999999999999',
  '1e308',
  '../../../x',
]
/** Names in PDFs whose values decide how the rest is read. */
const KEYS = [
  '/Length',
  '/Width',
  '/Height',
  '/Count',
  '/Kids',
  '/Filter',
  '/Parent',
  '/MediaBox',
  '/Size',
  '/Root',
  '/W',
  '/Index',
  '/Predictor',
  '/Columns',
  '/F',
]
const SCRIPT = '/OpenAction << /S /JavaScript /JS (while(1){}) >>'

/**
 * A damaged copy of a file, the same for the same seed: flipped bits, stretches lost, repeated or moved, awkward numbers
 * in place of sizes, keys of a PDF in place of others, and ends cut off. The first bytes are kept, or nothing would be
 * opened at all.
 */
export function damaged(bytes: Uint8Array, seed: number): Uint8Array {
  const random = seeded(seed)
  const upTo = (limit: number): number => Math.floor(random() * limit)
  let copy = Buffer.from(bytes)
  const place = (): number => 8 + upTo(Math.max(1, copy.length - 8))
  const changes: readonly (() => void)[] = [
    () => {
      for (let count = 1 + upTo(40); count > 0; count--) {
        const at = place()
        copy[at] = (copy[at] ?? 0) ^ (1 << upTo(8))
      }
    },
    () => {
      for (let count = 1 + upTo(12); count > 0; count--) copy[place()] = [0, 255, 127, 128][upTo(4)] ?? 0
    },
    () => {
      const at = place()
      copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at + upTo(2_000))])
    },
    () => {
      const at = place()
      const stretch = copy.subarray(at, at + upTo(4_000))
      copy = Buffer.concat([
        copy.subarray(0, at),
        ...Array.from({ length: 1 + upTo(8) }, () => stretch),
        copy.subarray(at),
      ])
    },
    () => {
      const stretch = Buffer.from(copy.subarray(place()).subarray(0, 600))
      stretch.copy(copy, place())
    },
    () => {
      const text = copy.toString('latin1')
      const numbers = [...text.matchAll(/(?<=[ /[])\d{1,7}(?=[ \]/>\r\n])/g)]
      const number = numbers[upTo(numbers.length)]
      if (number) copy = spliced(copy, number.index, number[0].length, AWKWARD[upTo(AWKWARD.length)] ?? '0')
    },
    () => {
      const keys = [...copy.toString('latin1').matchAll(/\/[A-Z][A-Za-z]{2,12}/g)]
      const key = keys[upTo(keys.length)]
      if (key) copy = spliced(copy, key.index, key[0].length, KEYS[upTo(KEYS.length)] ?? '/Length')
    },
    () => {
      const catalogue = copy.indexOf('/Catalog')
      if (catalogue > 0) copy = spliced(copy, catalogue + 8, 0, ` ${SCRIPT} `)
    },
    () => {
      const end = Buffer.from('\n%%EOF\n')
      copy = Buffer.concat([copy.subarray(0, place()), end])
    },
  ]
  for (let count = 1 + upTo(4); count > 0; count--) changes[upTo(changes.length)]?.()
  return Uint8Array.from(copy)
}

function spliced(bytes: Buffer, at: number, length: number, text: string): Buffer<ArrayBuffer> {
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(text, 'latin1'), bytes.subarray(at + length)])
}
