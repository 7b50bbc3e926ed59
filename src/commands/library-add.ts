import { readdir } from 'node:fs/promises'
import path from 'node:path'
import {
  isLibraryFile,
  type LibraryText,
  LibraryTextError,
  putCollection,
  readLibraryFile,
} from '../domains/library/index.ts'
import { openEmbedder } from '../platform/models/index.ts'
import { runCommand } from './run-command.ts'

/**
 * `npm run library:add -- <folder>`: puts the texts of a folder into the shared library, or renews them. Exits with 1 where a
 * file cannot be taken; the others are.
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
    if (!isLibraryFile(name)) continue
    try {
      texts.push(await readLibraryFile(root, name))
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
