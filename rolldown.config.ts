import { writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'rolldown'
import { BUILD_DESCRIPTION, type BuildDescription, fingerprintOf } from './src/load-program.ts'

const ROOT = fileURLToPath(new URL('.', import.meta.url))
const BUILT = path.join(ROOT, 'dist/server')

/** What is started by its file: by `npm start` and workers, as a thread, or as a process. */
const PROGRAMS = [
  'src/start.ts',
  'src/start-worker.ts',
  'src/runtime/embedded-postgres-worker.ts',
  'src/runtime/durable-folder-worker.ts',
  'src/reader/process/reading-process.ts',
  'src/reader/page-images/drawing-process.ts',
]

/** Packages with native code, or that read files of their own. */
const WHOLE_PACKAGES =
  /^(?:@aws-sdk|@electric-sql|@napi-rs|bcrypt|heic-decode|pdf-parse|pdfjs-dist|pg-native|pino|sharp|tesseract\.js)(?:\/|$)/

const nameOf = (program: string) => path.basename(program, '.ts')
const slashes = (file: string) => file.split(path.sep).join('/')

/** Packages stay as they are where they must, and where they are loaded only on demand. */
function wholePackages(): Plugin {
  return {
    name: 'whole-packages',
    resolveId(source, _, { kind }) {
      if (isBuiltin(source) || /^[./\0]/.test(source)) return null
      return WHOLE_PACKAGES.test(source) || kind === 'dynamic-import' ? { id: source, external: true } : null
    },
  }
}

/**
 * Every module keeps the address that it has as a source, by which it finds texts, migrations and packages; only programs
 * are looked for beside the build.
 */
function ownAddresses(): Plugin {
  return {
    name: 'own-addresses',
    transform: {
      filter: { code: 'import.meta.url' },
      handler(code, id) {
        const own = `new URL(${JSON.stringify(slashes(path.relative(BUILT, id)))}, import.meta.url).href`
        return code.replaceAll(/new URL\('(\.[^']+\.ts)', import\.meta\.url\)|import\.meta\.url/g, (found, file) => {
          const program = PROGRAMS.find(
            (each) => file && path.join(ROOT, each) === path.resolve(path.dirname(id), file),
          )
          return program ? `new URL('./${nameOf(program)}.js', import.meta.url)` : found.replace('import.meta.url', own)
        })
      },
    },
  }
}

/** Writes down what the build is made of: the server runs its sources where they are others. */
function description(): Plugin {
  return {
    name: 'description',
    writeBundle() {
      const own = [...this.getModuleIds()].filter((id) => path.isAbsolute(id) && !id.includes('node_modules'))
      const files = [
        ...own.map((id) => slashes(path.relative(ROOT, id))),
        'package-lock.json',
        'rolldown.config.ts',
      ].sort()
      const made: BuildDescription = { files, fingerprint: fingerprintOf(files) }
      writeFileSync(path.join(BUILT, BUILD_DESCRIPTION), JSON.stringify(made))
    },
  }
}

/** The server in few files, of which `src/load-program.ts` tells more. */
export default defineConfig({
  input: Object.fromEntries(PROGRAMS.map((program) => [nameOf(program), path.join(ROOT, program)])),
  platform: 'node',
  plugins: [wholePackages(), ownAddresses(), description()],
  // Drivers of databases that are none of ours.
  onLog: (level, log, handle) => {
    if (log.code !== 'UNRESOLVED_IMPORT') handle(level, log)
  },
  output: {
    dir: BUILT,
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    // Stack traces name functions as the sources do.
    minify: false,
  },
})
