import { AIMessage, type BaseMessage, HumanMessage } from '@langchain/core/messages'
import type { StructuredToolInterface } from '@langchain/core/tools'
import { createMiddleware } from 'langchain'
import { filledPrompt } from '../../platform/prompts.ts'
import type { ClientToolChoice } from '../turn/stages.ts'

/** Model calls in one turn; the last of them goes without tools, so that it has to answer. */
const MODEL_CALLS = 6
/** How often unreadable arguments are sent back. */
const CORRECTIONS = 2

interface CallDiscipline {
  readonly tools: readonly StructuredToolInterface[]
  /** Names of the functions that the client runs. */
  readonly clientTools: ReadonlySet<string>
  readonly choice: ClientToolChoice
  /** Options that go with every call of the model. */
  readonly settings: Readonly<Record<string, unknown>> | undefined
  /** Called with the conversation before the model is asked. */
  readonly onMessages: (messages: readonly BaseMessage[]) => void
}

/**
 * Keeps the loop in order: sends unreadable tool calls back to the model, ends the turn where the client has to run a
 * function, and takes the tools away before the loop gets long.
 */
export function callDiscipline({ tools, clientTools, choice, settings = {}, onMessages }: CallDiscipline) {
  const fields = new Map(tools.map((tool) => [tool.name, fieldsOf(tool)]))
  let calls = 0
  return createMiddleware({
    name: 'call-discipline',
    wrapModelCall: async (request, handler) => {
      let messages = request.messages
      onMessages(messages)
      for (let corrections = 0; ; corrections += 1) {
        calls += 1
        const last = calls >= MODEL_CALLS
        const response = await handler({
          ...request,
          messages,
          modelSettings: { ...request.modelSettings, ...settings },
          ...(last ? { tools: [] } : {}),
          ...(calls === 1 && clientTools.size > 0 ? { toolChoice: toolChoice(choice) } : {}),
        })
        if (AIMessage.isInstance(response)) {
          for (const call of response.tool_calls ?? []) fillIn(call.args, fields.get(call.name) ?? [])
        }
        const broken = AIMessage.isInstance(response) ? (response.invalid_tool_calls ?? []) : []
        if (!AIMessage.isInstance(response) || broken.length === 0) return response
        if ((response.tool_calls?.length ?? 0) > 0 || corrections >= CORRECTIONS || last) {
          return new AIMessage({
            content: response.content,
            tool_calls: response.tool_calls ?? [],
            ...(response.usage_metadata ? { usage_metadata: response.usage_metadata } : {}),
          })
        }
        const name = broken.map((call) => call.name ?? '?').join(', ')
        messages = [
          ...messages,
          ...(response.text === '' ? [] : [new AIMessage(response.text)]),
          new HumanMessage(filledPrompt('correct-call', { name })),
        ]
      }
    },
    afterModel: {
      canJumpTo: ['end'],
      hook: (state) => {
        const last = state.messages.at(-1)
        const calledClient =
          AIMessage.isInstance(last) && (last.tool_calls ?? []).some((call) => clientTools.has(call.name))
        return calledClient ? { jumpTo: 'end' as const } : undefined
      },
    },
  })
}

function toolChoice(choice: ClientToolChoice) {
  return typeof choice === 'object' ? { type: 'function' as const, function: { name: choice.name } } : choice
}

/** Tool schemas name every field, with null for one that is not wanted; models leave such fields out all the same. */
function fillIn(args: Record<string, unknown>, names: readonly string[]): void {
  for (const name of names) if (args[name] === undefined) args[name] = null
}

function fieldsOf(tool: StructuredToolInterface): readonly string[] {
  const { shape } = tool.schema as { shape?: Record<string, unknown> }
  return Object.keys(shape ?? {})
}
