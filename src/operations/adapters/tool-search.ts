import type { DynamicStructuredTool } from '@langchain/core/tools'
import { tool } from 'langchain/tools'
import { z } from 'zod'
import { translator } from '../../platform/i18n/translator.ts'
import { promptSection } from '../../platform/prompts.ts'
import type { AnyOperation } from '../define-operation.ts'
import { callAsTool, type ToolCallSettings, type ToolOutcome } from './call-as-tool.ts'
import { toolAnswer } from './langchain-tools.ts'
import { toolDescription } from './tool-description.ts'
import { fromToolInput, isForModels, toolName, toolSchema } from './tool-schema.ts'

/** More than a handful would only move the crowd from the turn's tools into an answer. */
const MOST_FOUND = 5
const GUIDANCE = 'tools/tool-search'

/**
 * The tools that fit a few English words, the best first. A word that few tools speak of weighs more than one that all of
 * them do (inverse document frequency), and one of the tool's name twice as much as one of its guidance.
 */
export function findTools(operations: readonly AnyOperation[], query: string): readonly AnyOperation[] {
  const entries = operations.filter(isForModels).map((operation) => ({
    operation,
    named: stems(`${operation.name} ${operation.summary}`),
    told: stems(`${toolDescription(operation)} ${Object.keys(operation.input.shape).join(' ')}`),
  }))
  const wanted = [...stems(query)]
  const weight = new Map(
    wanted.map((stem) => {
      const speaking = entries.filter(({ told }) => told.has(stem)).length
      return [stem, speaking === 0 ? 0 : Math.log(1 + entries.length / speaking)]
    }),
  )
  return entries
    .map(({ operation, named, told }) => ({
      operation,
      score: wanted.reduce((sum, stem) => {
        const times = (named.has(stem) ? 2 : 0) + (told.has(stem) ? 1 : 0)
        return sum + times * (weight.get(stem) ?? 0)
      }, 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .slice(0, MOST_FOUND)
    .map(({ operation }) => operation)
}

/** Words that every description holds. */
const SILENT = new Set([
  'the',
  'and',
  'for',
  'with',
  'person',
  'record',
  'use',
  'what',
  'when',
  'which',
  'that',
  'this',
])

/** Words without the endings of plurals and verbs. */
function stems(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]{2,}/g) ?? []
  return new Set(
    words
      .filter((word) => !SILENT.has(word))
      .map((word) => (word.length > 4 ? word.replace(/(?:ies|es|s|ing|ed|e|y)$/, '') : word.replace(/s$/, ''))),
  )
}

/** Made once: each turn offers the two anew, and what they are described as is kept with the schema. */
const FIND_INPUT = z.object({ query: z.string().meta({ description: 'What you need, in a few English words.' }) })
const USE_INPUT = z.object({
  name: z.string().meta({ description: 'Name of the tool, as `tools_find` told it.' }),
  arguments: z.record(z.string(), z.unknown()).meta({ description: 'Its arguments.' }),
})

/**
 * Two tools through which a model reaches all others: one that finds them by what they are for, one that calls them. So it
 * sees few tools at once and can still do everything. Calls are those of `callAsTool`: what changes the record waits for the
 * person.
 */
export function toolSearch(operations: readonly AnyOperation[], settings: ToolCallSettings): DynamicStructuredTool[] {
  const named = (name: string) => operations.find((each) => isForModels(each) && toolName(each) === name)
  const find = tool(
    async ({ query }: { query: string }): Promise<[string, ToolOutcome]> => {
      const found = findTools(operations, query).map((operation) => ({
        name: toolName(operation),
        description: toolDescription(operation),
        arguments: z.toJSONSchema(toolSchema(operation), { io: 'input' }),
      }))
      const summary = translator(settings.form ?? settings.caller.language)('operations:toolSearch')
      // No output: what tools are for says nothing about the record, so no answer may rest on it.
      return [JSON.stringify(found), { operation: 'tools.find', input: { query }, status: 'completed', summary }]
    },
    {
      name: 'tools_find',
      description: guidanceOf('tools.find'),
      schema: FIND_INPUT,
      responseFormat: 'content_and_artifact',
    },
  )
  const use = tool(
    async (given: { name: string; arguments: Record<string, unknown> }): Promise<[string, ToolOutcome | undefined]> => {
      const operation = named(given.name)
      if (!operation)
        return [JSON.stringify({ failed: `There is no tool ${given.name}. Find one by tools_find.` }), undefined]
      const outcome = await callAsTool(operation, fromToolInput(operation, given.arguments), settings)
      return [toolAnswer(outcome), outcome]
    },
    {
      name: 'tools_use',
      description: guidanceOf('tools.use'),
      schema: USE_INPUT,
      responseFormat: 'content_and_artifact',
    },
  )
  return [find, use] as unknown as DynamicStructuredTool[]
}

function guidanceOf(heading: string): string {
  const guidance = promptSection(GUIDANCE, heading)
  if (guidance === undefined) throw new Error(`prompts/${GUIDANCE}.md has no section ${heading}`)
  return guidance
}
