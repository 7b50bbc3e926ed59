import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const directory = fileURLToPath(new URL('../../prompts', import.meta.url))
const texts = new Map<string, string>()

/** The text of `prompts/<name>.md` without its front matter. */
export function promptText(name: string): string {
  let text = texts.get(name)
  if (text === undefined) {
    text = readFileSync(`${directory}/${name}.md`, 'utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .trim()
    texts.set(name, text)
  }
  return text
}

/** A section of `prompts/<name>.md`, by its heading; undefined where there is none of that name. */
export function promptSection(name: string, heading: string): string | undefined {
  const section = promptText(name)
    .split(/^## /m)
    .slice(1)
    .find((each) => each.split('\n', 1)[0]?.trim() === heading)
  return section?.slice(section.indexOf('\n')).trim()
}

/** A prompt with values where it says `{{name}}`. Lines whose only placeholder is empty go away. */
export function filledPrompt(name: string, values: Readonly<Record<string, string>>): string {
  const lines = promptText(name).split('\n')
  const kept = lines.filter((line) => {
    const only = /^\{\{(\w+)\}\}$/.exec(line)?.[1]
    return only === undefined || (values[only] ?? '') !== ''
  })
  return kept.join('\n').replace(/\{\{(\w+)\}\}/g, (_whole, key: string) => values[key] ?? '')
}
