import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AnyOperation } from '../define-operation.ts'

const promptsDirectory = fileURLToPath(new URL('../../../prompts', import.meta.url))
const files = new Map<string, string>()

/** A section of a prompt file below `prompts/`, by its heading. */
export function promptSection(name: string, heading: string): string {
  const section = promptFile(name)
    .split(/^## /m)
    .find((each) => each.split('\n', 1)[0]?.trim() === heading)
  if (section === undefined) throw new Error(`prompts/${name}.md has no section ${heading}`)
  return section.slice(section.indexOf('\n')).trim()
}

function promptFile(name: string): string {
  let text = files.get(name)
  if (text === undefined) {
    text = readFileSync(`${promptsDirectory}/${name}.md`, 'utf8')
    files.set(name, text)
  }
  return text
}

/** A whole prompt file below `prompts/`, with values where it says `{{name}}`. */
export function filledPrompt(name: string, values: Readonly<Record<string, string>>): string {
  return promptFile(name)
    .trim()
    .replaceAll(/\{\{(\w+)\}\}/g, (_, value: string) => values[value] ?? '')
}

/** What a model reads about an operation: what it does, and when and how to use it. */
export function toolDescription(operation: AnyOperation): string {
  if (!operation.tool) return operation.summary
  const text = promptFile(operation.tool.guidance)
  const sections = text.split(/^## /m)
  const section = sections.find((each) => each.split('\n', 1)[0]?.trim() === operation.name)
  const guidance = section === undefined ? sections.length === 1 && text : section.slice(section.indexOf('\n'))
  return guidance ? `${operation.summary}.\n${guidance.trim()}` : `${operation.summary}.`
}
