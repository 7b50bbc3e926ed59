import { READ_LIMITS } from '../limits.ts'
import { Recogniser } from '../ocr/recogniser.ts'
import { ReadError } from '../read-error.ts'
import { readUpload } from '../read-upload.ts'
import type { ReadReply, ReadRequest } from './messages.ts'

/**
 * The process that opens what people upload. It holds no connection and no secret; whoever started it may kill it at any
 * moment, and does when a file makes it run too long or grow too large.
 */

const recogniser = new Recogniser()

function reply(message: ReadReply): void {
  process.send?.(message)
}

process.on('message', (request: ReadRequest) => {
  readUpload(request.bytes, {
    person: request.person,
    recogniser,
    limits: READ_LIMITS,
    onPage: ({ page, pages }) => reply({ type: 'page', page, pages }),
  }).then(
    (document) => reply({ type: 'read', document }),
    (error: unknown) =>
      reply({
        type: 'failed',
        code: error instanceof ReadError ? error.code : undefined,
        message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      }),
  )
})

// Without its parent nobody waits for an answer.
process.on('disconnect', () => process.exit(0))
