import { promptSection } from '../../platform/prompts.ts'
import type { AnyOperation } from '../define-operation.ts'

/** What a model reads about an operation: what it does, and when and how to use it. */
export function toolDescription({ name, summary, tool }: AnyOperation): string {
  if (!tool) return summary
  const guidance = promptSection(tool.guidance, name)
  return guidance === undefined ? `${summary}.` : `${summary}.\n${guidance}`
}
