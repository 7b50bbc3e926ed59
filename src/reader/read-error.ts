/** What can be wrong with an upload or with the reading of it. Other layers turn these into words. */
export const READ_ERROR_CODES = [
  'encrypted',
  'empty',
  'truncated',
  'wrong_type',
  'too_large',
  'too_many_pages',
  'too_many_pixels',
  'unreadable',
  'timeout',
  'cancelled',
] as const
export type ReadErrorCode = (typeof READ_ERROR_CODES)[number]

/** A file that cannot be read. The message is for logs and holds nothing of what the file says. */
export class ReadError extends Error {
  override name = 'ReadError'
  readonly code: ReadErrorCode

  constructor(code: ReadErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
  }
}
