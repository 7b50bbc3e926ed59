import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

/** The server as any client sees it: REST for the record, a WebSocket for the conversation. */

interface Person {
  readonly name: string
  readonly accessToken: string
}

interface LabValue {
  readonly test: string
  readonly value: string
  readonly unit: string | null
  readonly flag: string | null
}

interface Answered<Question> {
  readonly question: Question
  readonly answer: string
  /** Titles of the rows and pages that the answer cites. */
  readonly sources: readonly string[]
}

async function json<Body>(response: Response): Promise<Body> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Body
}

export async function registerPerson(address: string): Promise<Person> {
  const name = 'Meena Raman'
  const response = await fetch(`${address}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, email: 'meena@example.org', password: randomUUID(), language: 'ta' }),
  })
  return { name, accessToken: (await json<{ access_token: string }>(response)).access_token }
}

/** Uploads a report, waits until it is read, and returns what was read. */
export async function uploadReport(address: string, person: Person, report: Buffer<ArrayBuffer>): Promise<LabValue[]> {
  const headers = { authorization: `Bearer ${person.accessToken}` }
  const form = new FormData()
  form.append('file', new Blob([report], { type: 'application/pdf' }), 'sample-report.pdf')
  const upload = await fetch(`${address}/api/v1/documents`, { method: 'POST', headers, body: form })
  const { id } = await json<{ id: string }>(upload)
  const deadline = Date.now() + 60_000
  for (;;) {
    const document = await json<{ status: string; processing_error: unknown }>(
      await fetch(`${address}/api/v1/documents/${id}`, { headers }),
    )
    if (document.status === 'reviewed') break
    if (document.processing_error) throw new Error(`Not read: ${JSON.stringify(document.processing_error)}`)
    if (Date.now() > deadline) throw new Error('The report was not read within a minute.')
    await delay(100)
  }
  const results = await fetch(`${address}/api/v1/documents/${id}/results`, { headers })
  return (await json<{ data: LabValue[] }>(results)).data
}

/** Asks one question after the other on one socket, in one conversation; prints each answer while it streams. */
export async function* askQuestions<Question extends { readonly form: string; readonly text: string }>(
  address: string,
  person: Person,
  questions: readonly Question[],
  print: (text: string) => void,
): AsyncGenerator<Answered<Question>> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/v1/responses`, {
    headers: { authorization: `Bearer ${person.accessToken}` },
  })
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error('The socket could not be opened.')))
  })
  let previous: string | undefined
  try {
    for (const question of questions) {
      print(`\n${question.form}: ${question.text}\n  `)
      const { responseId, answer, sources } = await askOne(socket, question.text, previous, print)
      previous = responseId
      yield { question, answer, sources }
    }
  } finally {
    socket.close()
  }
}

function askOne(
  socket: WebSocket,
  text: string,
  previous: string | undefined,
  print: (text: string) => void,
): Promise<{ responseId: string; answer: string; sources: string[] }> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const sources = new Set<string>()
    const onClose = (): void => reject(new Error('The socket closed before the answer was whole.'))
    const onMessage = ({ data }: MessageEvent): void => {
      const event = JSON.parse(String(data)) as {
        type: string
        delta?: string
        annotation?: { title: string }
        response?: { id: string }
      }
      if (event.type === 'response.output_text.delta' && event.delta) {
        answer += event.delta
        print(event.delta.replaceAll('\n', '\n  '))
      } else if (event.type === 'response.output_text.annotation.added' && event.annotation) {
        sources.add(event.annotation.title)
      } else if (/^(error|response\.(completed|failed|incomplete))$/.test(event.type)) {
        socket.removeEventListener('message', onMessage)
        socket.removeEventListener('close', onClose)
        if (event.type === 'response.completed' && event.response) {
          resolve({ responseId: event.response.id, answer, sources: [...sources] })
        } else reject(new Error(`The answer ended with ${String(data)}`))
      }
    }
    socket.addEventListener('message', onMessage)
    socket.addEventListener('close', onClose)
    const input = previous === undefined ? { input: text } : { input: text, previous_response_id: previous }
    socket.send(JSON.stringify({ type: 'response.create', model: 'swasthwrap', ...input }))
  })
}
