import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { canonicalJson, checkIdempotencyKey } from '../../operations/idempotency.ts'
import { IdempotencyKeyInUse } from '../../operations/problems.ts'
import { Problem } from '../../platform/errors/problem.ts'
import type { KeptAnswer, RepeatableRequest, RepeatedAnswers } from './repeated-answers.ts'
import { deviceOf, refreshCookie } from './sign-in-answer.ts'

/** How long a repeat waits for the answer of the request that came first. */
const WAIT_MILLISECONDS = 10_000
const LOOK_MILLISECONDS = 50

/** Headers that belong to an answer as much as its body does. */
const KEPT_HEADERS = ['location', 'set-cookie', 'cache-control']

interface ClaimedRequest extends RepeatableRequest {
  readonly id: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What is being carried out under an `Idempotency-Key`. */
    claimed: ClaimedRequest | null
  }
}

/**
 * Gives every POST of this room an `Idempotency-Key`: its repeat gets the first answer, cookies and all. Only successes
 * are kept, as for operations.
 */
export const repeatablePosts = fastifyPlugin(async (app, { answers }: { readonly answers: RepeatedAnswers }) => {
  app.decorateRequest('claimed', null)

  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key']
    if (request.method !== 'POST' || key === undefined) return
    const repeatable = repeatableRequest(request, String(key))
    const deadline = Date.now() + WAIT_MILLISECONDS
    for (;;) {
      const claim = await answers.claim(repeatable, deviceOf(request))
      if (claim.state === 'answered') return answerAgain(reply, claim.answer)
      if (claim.state === 'mine') {
        request.claimed = { ...repeatable, id: claim.id }
        return
      }
      if (Date.now() >= deadline) throw new Problem(IdempotencyKeyInUse, { headers: { 'retry-after': '5' } })
      await sleep(LOOK_MILLISECONDS)
    }
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const { claimed } = request
    if (claimed === null) return payload
    request.claimed = null
    const isKept = reply.statusCode < 300 && (payload === null || payload === undefined || typeof payload === 'string')
    try {
      if (isKept) await answers.keep(claimed.id, claimed, answerOf(reply, payload), subjectOf(request, payload))
      else await answers.giveUp(claimed.id)
    } catch (error) {
      // What was asked for is done, and its answer matters more than that it can be repeated.
      request.log.error({ err: error }, 'an answer could not be kept for its repeat')
    }
    return payload
  })
})

/** @throws {Problem} `validation-failed` where the key is none. */
function repeatableRequest(request: FastifyRequest, key: string): RepeatableRequest {
  checkIdempotencyKey(key)
  const { body, params, caller } = request
  const { url, config } = request.routeOptions
  const bound = config.withoutCaller || caller === null ? credentialOf(request) : caller.userId
  return {
    key,
    scope: config.withoutCaller || caller === null ? request.ip : caller.userId,
    content: canonicalJson([url, params, body ?? null, bound]),
  }
}

/** What makes a request without a body somebody's own. */
function credentialOf(request: FastifyRequest): string | null {
  if (Object.keys(request.body ?? {}).length > 0) return null
  return request.headers.authorization ?? request.cookies[refreshCookie(request)] ?? request.ip
}

function answerOf(reply: FastifyReply, payload: string | null | undefined): KeptAnswer {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = reply.getHeader(name)
    return value === undefined ? [] : [[name, typeof value === 'number' ? String(value) : value] as const]
  })
  return { status: reply.statusCode, headers: Object.fromEntries(headers), body: payload ?? null }
}

/** Whom an answer is about: the caller, or who has just signed in. */
function subjectOf(request: FastifyRequest, payload: string | null | undefined): string | null {
  if (request.caller !== null) return request.caller.userId
  const answer = payload ? (JSON.parse(payload) as { readonly user?: { readonly id?: string } }) : undefined
  return answer?.user?.id ?? null
}

function answerAgain(reply: FastifyReply, { status, headers, body }: KeptAnswer): FastifyReply {
  void reply.code(status).headers(headers).header('idempotency-replayed', 'true')
  return body === null ? reply.send() : reply.type('application/json; charset=utf-8').send(body)
}
