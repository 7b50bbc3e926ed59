/**
 * A message that a channel did not take. The message of the error says why in the words of the protocol (`SMTP 550`,
 * `HTTP 503`), and never what was sent or to whom.
 */
export class DeliveryFailed extends Error {
  override name = 'DeliveryFailed'
  /** Whether the same message would be refused again: the address does not exist, the number is not one. */
  readonly permanent: boolean

  constructor(reason: string, options: { readonly permanent: boolean; readonly cause?: unknown }) {
    super(reason, options.cause === undefined ? {} : { cause: options.cause })
    this.permanent = options.permanent
  }
}
