import { createHash } from 'node:crypto'
import { LANGUAGE_FORMS, type LanguageForm } from '../../clinical/language-forms.ts'

/** A text for the library, with where it comes from. */
export interface LibraryText {
  /** Which texts it belongs with: those of one folder. Adding the folder again replaces them. */
  readonly collection: string
  /** Path within the collection. */
  readonly document: string
  readonly language: LanguageForm
  readonly title: string
  /** Who says so: "WHO, Diabetes". Shown with every answer that rests on it. */
  readonly source: string
  readonly url: string | undefined
  readonly text: string
}

/** A text that cannot be taken into the library; the message says why. */
export class LibraryTextError extends Error {
  override name = 'LibraryTextError'
}

/** Longest passage in characters, about 250 tokens of English. */
const PASSAGE = 1_200

/** What stands between the lines `---` at the beginning, and the text after it. */
export function readFrontMatter(file: string): { readonly fields: ReadonlyMap<string, string>; readonly body: string } {
  const match = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(file)
  return { fields: fieldsIn(match?.[1] ?? ''), body: (match?.[2] ?? file).trim() }
}

/** Lines of `name: value`. */
export function fieldsIn(lines: string): ReadonlyMap<string, string> {
  return new Map(
    lines.split(/\r?\n/).flatMap((line) => {
      const [, name, value] = /^([a-z_]+):\s*(.*?)\s*$/.exec(line) ?? []
      return name === undefined || !value ? [] : [[name, value.replace(/^(["'])(.*)\1$/, '$2')] as const]
    }),
  )
}

/**
 * A text with the fields that say what it is: `title`, `source`, `language`, and `url` where there is one.
 * @throws {LibraryTextError} where one is missing: a text that nobody vouches for is none for this library.
 */
export function libraryText(
  place: { readonly collection: string; readonly document: string },
  fields: ReadonlyMap<string, string>,
  body: string,
): LibraryText {
  const wanted = (name: string): string => {
    const value = fields.get(name)
    if (value === undefined) throw new LibraryTextError(`${place.document} does not say its ${name}`)
    return value
  }
  const title = wanted('title')
  const source = wanted('source')
  const language = LANGUAGE_FORMS.find((each) => each === wanted('language'))
  if (language === undefined) throw new LibraryTextError(`${place.document} must be in ${LANGUAGE_FORMS.join(', ')}`)
  if (body.trim() === '') throw new LibraryTextError(`${place.document} has no text`)
  return {
    ...place,
    language,
    title,
    source,
    url: fields.get('url'),
    text: body.trim(),
  }
}

/** The passages of a text: whole paragraphs, as many as fit together. */
export function passagesOf(text: string): readonly string[] {
  const passages: string[] = []
  let open = ''
  for (const paragraph of text.split(/\n\s*\n/).flatMap(pieces)) {
    if (open !== '' && open.length + paragraph.length + 2 > PASSAGE) {
      passages.push(open)
      open = ''
    }
    open = open === '' ? paragraph : `${open}\n\n${paragraph}`
  }
  return open === '' ? passages : [...passages, open]
}

function pieces(paragraph: string): readonly string[] {
  const whole = paragraph.trim()
  if (whole.length <= PASSAGE) return whole === '' ? [] : [whole]
  const sentences = whole.match(/[\s\S]+?(?:[.!?।](?=\s)|$)/gu) ?? [whole]
  const found: string[] = []
  for (const sentence of sentences) {
    const last = found.at(-1)
    if (last !== undefined && last.length + sentence.length <= PASSAGE) found[found.length - 1] = last + sentence
    else found.push(sentence.trimStart())
  }
  return found
}

export function contentHash({ title, source, url, text }: LibraryText): string {
  return createHash('sha256')
    .update(JSON.stringify([title, source, url, text]))
    .digest('hex')
}
