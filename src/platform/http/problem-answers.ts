import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { MethodNotAllowed, NotFound, Problem } from '../errors/problem.ts'
import { problemDocument } from '../errors/problem-document.ts'
import { openResponsesError } from './open-responses-error.ts'
import { languageOfRequest } from './requester.ts'
import { collectRoutes } from './route-table.ts'
import { toProblem } from './to-problem.ts'

/**
 * Every failure leaves as a problem in the caller's language: RFC 9457 documents, and Open Responses' error object below
 * `/v1`. Must be registered before any route.
 */
export const problemAnswers = fastifyPlugin(async (app: FastifyInstance) => {
  const routes = collectRoutes(app)

  app.setErrorHandler((thrown, request, reply) => {
    const bodyLimit = request.routeOptions.bodyLimit ?? app.initialConfig.bodyLimit ?? 0
    return sendProblem(toProblem(thrown, bodyLimit), request, reply)
  })

  app.setNotFoundHandler(async (request, reply) => {
    const methods = routes.methodsAt(request.url)
    const problem =
      methods.length === 0
        ? new Problem(NotFound)
        : new Problem(MethodNotAllowed, {
            values: { allowed: methods.join(', ') },
            headers: { allow: methods.join(', ') },
          })
    return sendProblem(problem, request, reply)
  })
})

/** Answers with a problem, and logs it where the fault is ours. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status } = problem.definition
  if (status >= 500) {
    request.log.error({ err: problem.cause ?? problem, problem: problem.definition.type }, 'request failed')
  }
  if (reply.sent) {
    // The answer had begun: all that is left is to break it off, so that nobody takes the part for the whole.
    reply.raw.destroy()
    return reply
  }
  const language = languageOfRequest(request, request.caller?.language)
  reply.code(status).headers({ ...problem.headers, 'content-language': language, vary: 'Accept-Language' })
  // Serialised here, since a route's own schemas describe its successes.
  reply.serializer((payload) => JSON.stringify(payload))
  return request.url.startsWith('/v1/')
    ? reply.type('application/json; charset=utf-8').send(openResponsesError(problem, language, request.id))
    : reply.type('application/problem+json; charset=utf-8').send(problemDocument(problem, language, request.id))
}
