/**
 * Identifiers as Open Responses shows them: a prefix that tells the kind, and the UUID of the row behind it without its
 * dashes. Conversations are the exception: they are shown as the plain id of the chat session.
 */

const UUID_DIGITS = /^[0-9a-f]{32}$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function responseId(runId: string): string {
  return `resp_${withoutDashes(runId)}`
}

/** The run behind a response id, or undefined where the text is not an id of ours. */
export function runIdOf(id: string): string | undefined {
  return uuidAfter('resp_', id)
}

export function messageItemId(messageId: string): string {
  return `msg_${withoutDashes(messageId)}`
}

/** Items other than messages have no row: they are numbered within their response. */
export function itemId(prefix: string, runId: string, outputIndex: number): string {
  return `${prefix}_${withoutDashes(runId)}_${outputIndex}`
}

export function isUuid(text: string): boolean {
  return UUID.test(text)
}

function withoutDashes(uuid: string): string {
  return uuid.replaceAll('-', '')
}

function uuidAfter(prefix: string, id: string): string | undefined {
  if (!id.startsWith(prefix)) return undefined
  const digits = id.slice(prefix.length)
  if (!UUID_DIGITS.test(digits)) return undefined
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  )
}
