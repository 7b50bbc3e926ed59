import type { Socket } from 'node:net'
import { v7 as uuidv7 } from 'uuid'
import { LANGUAGES } from '../../clinical/language-forms.ts'
import { HeadersTooLarge, MalformedRequest, Problem, RequestTimeout } from '../errors/problem.ts'
import { problemDocument } from '../errors/problem-document.ts'

/**
 * Answers what is no HTTP request, before any route is known: a problem in English, and the end of the connection.
 * @param error as Node's HTTP parser reports it: https://nodejs.org/api/http.html#event-clienterror
 */
export function answerConnectionError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const problem = problemOf(error.code)
  const body = JSON.stringify(problemDocument(problem, LANGUAGES[0], uuidv7()))
  const { status } = problem.definition
  socket.end(
    [
      `HTTP/1.1 ${status} Refused`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
    () => socket.destroy(),
  )
}

function problemOf(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Problem(RequestTimeout)
  }
  return new Problem(code === 'HPE_HEADER_OVERFLOW' ? HeadersTooLarge : MalformedRequest)
}
