import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { routeOf } from './logger.ts'

export type Metrics = Registry

/** The process's metrics. Labels are routes, methods and states; never an id or anything that a person wrote. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ service: 'swasthwrap' })
  collectDefaultMetrics({ register: registry })
  return registry
}

/** Times every request by method, route and status. */
export const requestMetrics = fastifyPlugin(async (app: FastifyInstance, { metrics }: { metrics: Metrics }) => {
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [metrics],
  })
  app.addHook('onResponse', async (request, reply) => {
    duration.observe(
      { method: request.method, route: routeOf(request), status: reply.statusCode },
      reply.elapsedTime / 1_000,
    )
  })
})
