import { promptSection } from '../../platform/prompts.ts'
import type { AnyOperation } from '../define-operation.ts'

/** What a model reads about an operation: what it does, and when and how to use it. */
export function toolDescription(operation: AnyOperation): string {
  if (!operation.tool) return operation.summary
  return `${operation.summary}.\n${promptSection(operation.tool.guidance, operation.name)}`
}
