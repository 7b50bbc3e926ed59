import type { FastifyRequest } from 'fastify'

/** Our own server as this client reaches it, without a trailing slash; '' where the client does not say. */
export function originOf(request: FastifyRequest): string {
  return request.host ? `${request.protocol}://${request.host}` : ''
}

export function idempotencyKey(request: FastifyRequest): string | undefined {
  const header = request.headers['idempotency-key']
  const key = Array.isArray(header) ? header[0] : header
  return key === undefined || key === '' ? undefined : key.slice(0, 255)
}
