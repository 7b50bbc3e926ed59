import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { PDFParse } from 'pdf-parse'
import {
  fieldsIn,
  type LibraryText,
  LibraryTextError,
  libraryText,
  putCollection,
  readFrontMatter,
} from '../domains/library/index.ts'
import { openEmbedder } from '../platform/models/index.ts'
import { runCommand } from './run-command.ts'

/**
 * `npm run library:add -- <folder>`: puts the texts of a folder into the shared library, or renews them. Markdown and HTML
 * files begin with their `title`, `source`, `language` and `url` between lines of `---` (HTML: in a comment); beside a PDF
 * stands a file of the same name with `.source` added that says the same. Exits with 1 where a file cannot be taken.
 */
await runCommand(async ({ config, database, arguments: [folder], say }) => {
  if (folder === undefined) {
    say('Name the folder: npm run library:add -- <folder>')
    return 2
  }
  const root = path.resolve(folder)
  const collection = path.basename(root)
  const texts: LibraryText[] = []
  let refused = 0
  for (const name of (await readdir(root, { recursive: true })).sort()) {
    if (!/\.(?:md|html?|pdf)$/i.test(name)) continue
    try {
      texts.push(await readText(root, name, collection))
    } catch (error) {
      if (!(error instanceof LibraryTextError)) throw error
      refused += 1
      say(`Not taken: ${error.message}`)
    }
  }
  const { added, removed } = await putCollection(
    { database, embedder: openEmbedder(config.embeddingModel) },
    collection,
    texts,
  )
  say(`${texts.length} texts in the collection ${collection}: ${added} added or renewed, ${removed} removed.`)
  return refused === 0 ? 0 : 1
})

async function readText(root: string, name: string, collection: string): Promise<LibraryText> {
  const file = path.join(root, name)
  const place = { collection, document: name }
  if (/\.pdf$/i.test(name)) {
    const parser = new PDFParse({ data: await readFile(file) })
    try {
      const { pages } = await parser.getText()
      const fields = fieldsIn(await sourceBeside(file, name))
      return libraryText(place, fields, pages.map(({ text }) => text).join('\n\n'))
    } finally {
      await parser.destroy()
    }
  }
  const content = await readFile(file, 'utf8')
  if (/\.md$/i.test(name)) {
    const { fields, body } = readFrontMatter(content)
    return libraryText(place, fields, body)
  }
  const comment = /<!--\s*(?:---)?\s*([\s\S]*?)\s*(?:---)?\s*-->/.exec(content)?.[1] ?? ''
  return libraryText(place, fieldsIn(comment), textOfHtml(content))
}

async function sourceBeside(file: string, name: string): Promise<string> {
  try {
    return await readFile(`${file}.source`, 'utf8')
  } catch (cause) {
    throw new LibraryTextError(`${name} has no file ${path.basename(file)}.source beside it`, { cause })
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** The words of a page: paragraphs, headings and list items as paragraphs, without scripts, styles and navigation. */
function textOfHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|nav|header|footer|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?(?:p|div|h[1-6]|li|ul|ol|section|article|table|tr|br)\b[^>]*>/gi, '\n\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:#(\d+)|([a-z]+));/gi, (whole, number: string | undefined, name: string | undefined) =>
      number ? String.fromCodePoint(Number(number)) : (ENTITIES[name?.toLowerCase() ?? ''] ?? whole),
    )
    .replace(/[ \t]+/g, ' ')
    .replace(/\n\s*\n\s*/g, '\n\n')
    .trim()
}
