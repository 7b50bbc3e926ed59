import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { LANGUAGE_FORMS } from '../../clinical/language-forms.ts'
import type { Database } from '../../platform/database/index.ts'
import type { Embedder } from '../../platform/models/index.ts'
import { putCollection } from './library-store.ts'
import { type LibraryText, libraryText, readFrontMatter } from './library-text.ts'

const COLLECTION = 'swasthwrap'
const directory = fileURLToPath(new URL('../../clinical/library', import.meta.url))

/** The texts that come with the product. */
export async function starterTexts(): Promise<readonly LibraryText[]> {
  const texts = await Promise.all(
    LANGUAGE_FORMS.map(async (language) => {
      const folder = path.join(directory, language)
      const files = (await readdir(folder)).filter((name) => name.endsWith('.md'))
      return Promise.all(
        files.map(async (name) => {
          const { fields, body } = readFrontMatter(await readFile(path.join(folder, name), 'utf8'))
          return libraryText(
            { collection: COLLECTION, document: name },
            new Map([...fields, ['language', language]]),
            body,
          )
        }),
      )
    }),
  )
  return texts.flat()
}

/** Has the library hold the texts that come with the product, as they are in this version. */
export async function putStarterLibrary(dependencies: {
  readonly database: Database
  readonly embedder: Embedder
}): Promise<void> {
  await putCollection(dependencies, COLLECTION, await starterTexts())
}
