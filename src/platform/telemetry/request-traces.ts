import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { routeOf } from './logger.ts'
import { beginSpan, type OpenSpan } from './tracing.ts'

/** A span for each request, from its first byte to the last of its answer, by method, route and status. */
export const requestTraces = fastifyPlugin(async (app: FastifyInstance) => {
  const spans = new WeakMap<FastifyRequest, OpenSpan>()
  app.addHook('onRequest', (request, _reply, done) => {
    const route = routeOf(request)
    const span = beginSpan(`${request.method} ${route}`, 'server', {
      'http.request.method': request.method,
      'http.route': route,
    })
    if (span === undefined) return done()
    spans.set(request, span)
    span.run(done)
  })
  app.addHook('onError', async (request, _reply, error) => {
    spans.get(request)?.add({ 'error.type': error.name })
  })
  app.addHook('onResponse', async (request, reply) => {
    const span = spans.get(request)
    span?.add({ 'http.response.status_code': reply.statusCode })
    span?.end()
  })
  app.addHook('onRequestAbort', async (request) => {
    spans.get(request)?.add({ 'swasthwrap.aborted': true })
  })
})
