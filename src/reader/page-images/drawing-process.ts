import { READ_LIMITS } from '../limits.ts'
import { ReadError } from '../read-error.ts'
import { drawPage, NoSuchPage } from './draw-page.ts'
import type { DrawReply, DrawRequest } from './messages.ts'

/** The process that opens what people upload to draw its pages: without a connection, without a secret, killed at will. */

function codeOf(error: unknown): Extract<DrawReply, { type: 'failed' }>['code'] {
  if (error instanceof NoSuchPage) return 'no_such_page'
  return error instanceof ReadError ? error.code : undefined
}

process.on('message', (request: DrawRequest) => {
  const reply = (message: DrawReply): void => void process.send?.(message)
  drawPage(request, READ_LIMITS).then(
    (image) => reply({ type: 'drawn', image }),
    (error: unknown) =>
      reply({
        type: 'failed',
        code: codeOf(error),
        message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      }),
  )
})

// Without its parent nobody waits for an answer.
process.on('disconnect', () => process.exit(0))
