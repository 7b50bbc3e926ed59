export interface ByteRange {
  readonly start: number
  /** Included. */
  readonly end: number
}

/**
 * The one part of a file that a `Range` header asks for (RFC 9110, 14.2).
 * @returns nothing where the whole file is to be sent, which is right too for units and lists of parts that we do not
 * serve; `unsatisfiable` where no byte of the part exists.
 */
export function parseByteRange(header: string | undefined, bytes: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  const [, first = '', last = ''] = match ?? []
  if (match === null || (first === '' && last === '')) {
    return undefined
  }
  if (first === '') {
    const length = Math.min(Number(last), bytes)
    return length === 0 ? 'unsatisfiable' : { start: bytes - length, end: bytes - 1 }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) {
    return undefined
  }
  return start >= bytes ? 'unsatisfiable' : { start, end: last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1) }
}
