import { READ_LIMITS } from '../limits.ts'
import { Recogniser } from '../ocr/recogniser.ts'
import type { PictureMemory } from '../picture-memory.ts'
import { ReadError } from '../read-error.ts'
import { readUpload } from '../read-upload.ts'
import type { TranscribePage } from '../transcribe-page.ts'
import type { ReadAnswer, ReadReply, ToReadingProcess } from './messages.ts'

/**
 * The process that opens what people upload. It holds no connection and no secret; whoever started it may kill it at any
 * moment, and does when a file makes it run too long or grow too large.
 */

const recogniser = new Recogniser()

function reply(message: ReadReply): void {
  process.send?.(message)
}

/** Whoever started this process remembers, and asks others; one question is open at a time. */
let onAnswer: ((answer: ReadAnswer) => void) | undefined
function ask(question: ReadReply): Promise<ReadAnswer> {
  return new Promise((resolve) => {
    onAnswer = resolve
    reply(question)
  })
}
const pictures: PictureMemory = {
  recall: async (digest) => {
    const answer = await ask({ type: 'recall', digest })
    return answer.type === 'recalled' ? answer.reading : undefined
  },
  keep: async (digest, reading) => reply({ type: 'keep', digest, reading }),
}
const transcribe: TranscribePage = async (picture) => {
  const answer = await ask({ type: 'transcribe', picture })
  return answer.type === 'transcribed' ? answer.transcript : undefined
}

process.on('message', (request: ToReadingProcess) => {
  if (request.type !== 'read') return onAnswer?.(request)
  readUpload(request.bytes, {
    person: request.person,
    recogniser,
    pictures,
    ...(request.mayAsk && { transcribe }),
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
