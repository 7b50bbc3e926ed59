import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fieldsIn, type LibraryText, LibraryTextError, libraryText, readFrontMatter } from './library-text.ts'

const READERS: Readonly<Record<string, (file: string, name: string) => Promise<Read>>> = {
  '.md': readMarkdown,
  '.html': readHtml,
  '.htm': readHtml,
  '.pdf': readPdf,
}

interface Read {
  readonly fields: ReadonlyMap<string, string>
  readonly body: string
}

/** Whether files of such a name are texts for the library. */
export function isLibraryFile(name: string): boolean {
  return path.extname(name).toLowerCase() in READERS
}

/**
 * One file of a folder as a text. Markdown begins with its `title`, `source`, `language` and `url` between lines of `---`;
 * HTML with a comment that says so; beside a PDF stands a file of the same name with `.source` added.
 * @param name path within the folder
 * @throws {LibraryTextError} where it cannot be read, or does not say where it comes from
 */
export async function readLibraryFile(folder: string, name: string): Promise<LibraryText> {
  const read = READERS[path.extname(name).toLowerCase()]
  if (read === undefined) throw new LibraryTextError(`${name} is neither Markdown, HTML nor PDF`)
  const { fields, body } = await read(path.join(folder, name), name)
  return libraryText({ collection: path.basename(folder), document: name }, fields, body)
}

async function readMarkdown(file: string): Promise<Read> {
  return readFrontMatter(await readFile(file, 'utf8'))
}

async function readHtml(file: string): Promise<Read> {
  // Only the command that adds texts reads files: a server need not load what it reads them with.
  const { convert } = await import('html-to-text')
  const page = await readFile(file, 'utf8')
  const comment = /<!--\s*(?:---)?\s*([\s\S]*?)\s*(?:---)?\s*-->/.exec(page)?.[1] ?? ''
  const skipped = ['head', 'nav', 'header', 'footer', 'img'].map((selector) => ({ selector, format: 'skip' }))
  const plain = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } }))
  const body = convert(page, {
    wordwrap: false,
    selectors: [
      ...skipped,
      ...plain,
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'ul', options: { itemPrefix: '• ' } },
    ],
  })
  return { fields: fieldsIn(comment), body }
}

async function readPdf(file: string, name: string): Promise<Read> {
  const fields = fieldsIn(await sourceBeside(file, name))
  const { PDFParse } = await import('pdf-parse')
  const parser = new PDFParse({ data: await readFile(file) })
  try {
    const { pages } = await parser.getText()
    return { fields, body: pages.map(({ text }) => text).join('\n\n') }
  } catch (cause) {
    throw new LibraryTextError(`${name} cannot be read as a PDF`, { cause })
  } finally {
    await parser.destroy()
  }
}

async function sourceBeside(file: string, name: string): Promise<string> {
  try {
    return await readFile(`${file}.source`, 'utf8')
  } catch (cause) {
    throw new LibraryTextError(`${name} has no file ${path.basename(file)}.source beside it`, { cause })
  }
}
