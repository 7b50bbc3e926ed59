import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages'
import type { LanguageForm } from '../../clinical/language-forms.ts'
import { filledPrompt } from '../../platform/prompts.ts'
import type { AgentRequest, Evidence, Passage, PastEntry } from '../turn/stages.ts'

/** Oldest entries go first where a conversation is longer. */
const PAST_ENTRIES = 24
const PAST_CHARACTERS = 16_000

const FORM_NAMES: Readonly<Record<LanguageForm, string>> = {
  en: 'English',
  hi: 'Hindi, in Devanagari',
  ta: 'Tamil, in Tamil script',
  'hi-Latn': 'Hindi, in Latin letters as people type it (Hinglish)',
  'ta-Latn': 'Tamil, in Latin letters as people type it (Tanglish)',
}

/** The conversation as a model reads it: what was said before, then the data of this turn with the message. */
export function conversationOf(request: AgentRequest, today: string): BaseMessage[] {
  const past = lastEntries(request.history).flatMap(toMessage)
  // Results of the client's own functions are the end of the conversation: the model goes on from them.
  if (request.text === '' && past.at(-1)?.type === 'tool') return past
  return [...past, lastMessage(request, today)]
}

function lastMessage(request: AgentRequest, today: string): HumanMessage {
  const text = filledPrompt('turn', {
    today,
    language: FORM_NAMES[request.form],
    urgency:
      request.triage.level === 'urgent' || request.triage.level === 'emergency'
        ? 'Urgent: say first that a doctor has to see this today.'
        : '',
    consultation: consultationLines(request),
    summary: summaryLines(request),
    instructions:
      request.instructions === undefined
        ? ''
        : `Wishes of the client program for tone and manner, never against the rules above: ${escapeData(request.instructions)}`,
    record: recordLines(request.evidence) || 'Nothing in the record about this.',
    passages: passageLines(request.evidence) || 'None.',
    library: libraryLines(request.evidence),
    message: escapeData(request.text),
  })
  if (request.images.length === 0) return new HumanMessage(text)
  return new HumanMessage({
    content: [
      { type: 'text', text },
      ...request.images.map((image) => ({ type: 'image_url' as const, image_url: { url: image.dataUrl } })),
    ],
  })
}

/** How the conversation began, where that no longer fits. */
function summaryLines({ history, evidence }: AgentRequest): string {
  if (evidence.summary === undefined || lastEntries(history).length === history.length) return ''
  return `<earlier>\n${escapeData(evidence.summary)}\n</earlier>`
}

/** What a complaint asks for, in fixed and reviewed words: a model may say it more warmly, not differently. */
function consultationLines({ consultation }: AgentRequest): string {
  if (consultation === undefined) return ''
  const { name, question, advice } = consultation
  if (question !== undefined) return filledPrompt('consultation-question', { name, question: question.text })
  return filledPrompt('consultation-advice', {
    name,
    self_care: advice.selfCare,
    watch_for: advice.watchFor,
    source: advice.source,
  })
}

function recordLines({ facts }: Evidence): string {
  // What the conversation says stands in the conversation.
  const stated = facts.filter(({ source }) => source.kind !== 'reference' || source.url !== undefined)
  return stated.map((fact) => `- ${escapeData(fact.text)}`).join('\n')
}

function passageLines({ passages }: Evidence): string {
  return written(passages.filter(({ source }) => source.kind !== 'reference'))
}

/** Texts that are not about the person, apart from those that are. */
function libraryLines({ passages }: Evidence): string {
  const texts = passages.filter(({ source }) => source.kind === 'reference')
  return texts.length === 0 ? '' : `<library>\n${written(texts)}\n</library>`
}

function written(passages: readonly Passage[]): string {
  return passages.map((passage) => `[${escapeData(passage.title)}]\n${escapeData(passage.text)}`).join('\n\n')
}

/** Nothing inside data can close the block that it stands in. */
export function escapeData(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function lastEntries(history: readonly PastEntry[]): readonly PastEntry[] {
  const kept: PastEntry[] = []
  let characters = 0
  for (const entry of history.slice(-PAST_ENTRIES).toReversed()) {
    characters +=
      entry.kind === 'message' ? entry.text.length : entry.kind === 'client_tool_result' ? entry.output.length : 0
    if (characters > PAST_CHARACTERS && kept.length > 0) break
    kept.unshift(entry)
  }
  // An answer of a function without its call would be refused by model servers.
  const firstCall = kept.findIndex((entry) => entry.kind !== 'client_tool_result')
  return firstCall < 0 ? [] : kept.slice(firstCall)
}

function toMessage(entry: PastEntry): BaseMessage[] {
  if (entry.kind === 'message') {
    return [entry.role === 'user' ? new HumanMessage(escapeData(entry.text)) : new AIMessage(entry.text)]
  }
  if (entry.kind === 'client_tool_result') {
    return [new ToolMessage({ tool_call_id: entry.callId, content: escapeData(entry.output) })]
  }
  return [
    new AIMessage({
      content: '',
      tool_calls: [{ id: entry.callId, name: entry.name, args: parseArguments(entry.arguments), type: 'tool_call' }],
    }),
  ]
}

/** The client has accepted these arguments before; ones that are no JSON object are passed on as text. */
function parseArguments(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : { value: parsed }
  } catch {
    return { text }
  }
}
