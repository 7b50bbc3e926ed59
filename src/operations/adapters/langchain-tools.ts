import type { DynamicStructuredTool } from '@langchain/core/tools'
import { tool } from 'langchain/tools'
import type { AnyOperation } from '../define-operation.ts'
import { callAsTool, type ToolCallSettings, type ToolOutcome } from './call-as-tool.ts'
import { toolDescription } from './tool-description.ts'
import { fromToolInput, isForModels, toolName, toolSchema } from './tool-schema.ts'

/**
 * LangChain tools over the operations that have a tool binding, bound to one caller. A tool answers with what the model
 * reads, and with the `ToolOutcome` as its artifact.
 */
export function toolsFor(operations: readonly AnyOperation[], settings: ToolCallSettings): DynamicStructuredTool[] {
  return operations.filter(isForModels).map((operation) =>
    tool(
      async (given: unknown): Promise<[string, ToolOutcome]> => {
        const outcome = await callAsTool(operation, fromToolInput(operation, given), settings)
        return [toolAnswer(outcome), outcome]
      },
      {
        name: toolName(operation),
        description: toolDescription(operation),
        schema: toolSchema(operation),
        responseFormat: 'content_and_artifact',
      },
    ),
  ) as unknown as DynamicStructuredTool[]
}

/** What a model reads of an outcome. Everything in it is data. */
export function toolAnswer(outcome: ToolOutcome): string {
  switch (outcome.status) {
    case 'completed':
      return JSON.stringify(outcome.output)
    case 'failed':
      return JSON.stringify({ failed: outcome.problem })
    case 'awaiting_confirmation':
      return JSON.stringify({
        awaiting_confirmation: outcome.summary,
        ...(outcome.reasons?.length && { reasons: outcome.reasons }),
      })
  }
}
