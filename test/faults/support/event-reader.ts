import type { WireEvent } from '../../integration/gateway/socket-client.ts'

/** The events of a server-sent stream until it ends or breaks off. */
export async function* readEvents(response: Response): AsyncGenerator<WireEvent> {
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`)
  let text = ''
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const data = /^data: (.+)$/m.exec(text.slice(0, end))?.[1]
        text = text.slice(end + 2)
        if (data && data !== '[DONE]') yield JSON.parse(data) as WireEvent
      }
    }
  } catch (error) {
    // undici's word for a connection that was cut.
    if (!(error instanceof TypeError)) throw error
  }
}
