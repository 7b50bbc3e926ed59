import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a browser's request comes from our own pages or from an origin that the operator allowed. Programs send no
 * `Origin` and are let through: they hold a token, which no website can make a browser send.
 */
export function isOriginAllowed(headers: IncomingHttpHeaders, allowedOrigins: readonly string[]): boolean {
  const { origin, host } = headers
  if (origin === undefined) {
    return true
  }
  if (allowedOrigins.includes(origin)) {
    return true
  }
  try {
    return host !== undefined && new URL(origin).host === host.toLowerCase()
  } catch {
    // `null`, which sandboxed pages send, or no URL at all.
    return false
  }
}
