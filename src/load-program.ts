import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../', import.meta.url)

/** Where `npm run build` puts the server: the program and its packages in some forty files, instead of 2,000. */
const BUILT = new URL('dist/server/', ROOT)

/** What a build was made of. It lies beside the build. */
export interface BuildDescription {
  /** The program's own files, and the list of packages, relative to the root. */
  readonly files: readonly string[]
  /** Of their contents. */
  readonly fingerprint: string
}
export const BUILD_DESCRIPTION = 'made-of.json'

/**
 * Loads a program: as `npm run build` made it where that was of exactly these sources, which takes half the time, else
 * the sources themselves.
 * @param name of the built file.
 * @param source loads the same from its source.
 * @param built the folder of the build.
 */
export async function loadProgram<Program>(
  name: string,
  source: () => Promise<Program>,
  built = BUILT,
): Promise<Program> {
  // Compiled code is kept beside the packages it comes from: every start after the first saves a second. Not in the
  // system's folder for temporary files, where others could leave code for us.
  enableCompileCache(fileURLToPath(new URL('node_modules/.cache/swasthwrap/compiled', ROOT)))
  return isOfTheseSources(built) ? ((await import(new URL(`${name}.js`, built).href)) as Program) : source()
}

/** One digest of the contents of files. @throws where one of them is missing. */
export function fingerprintOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(new URL(file, ROOT)))
  return hash.digest('hex')
}

function isOfTheseSources(built: URL): boolean {
  try {
    const { files, fingerprint } = JSON.parse(
      readFileSync(new URL(BUILD_DESCRIPTION, built), 'utf8'),
    ) as BuildDescription
    return fingerprintOf(files) === fingerprint
  } catch (error) {
    // No build, or one of a file that is no more.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
