import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { trainingData } from '../../../src/reader/ocr/training-data.ts'

const run = promisify(execFile)

/** Tesseract as a machine has it installed, on the very training data that the reader uses. */
export interface NativeTesseract {
  /** "tesseract 5.3.0" */
  readonly version: string
  /** Text of a picture, read by a process of its own on one core. */
  read(file: string, languages: string): Promise<string>
  close(): Promise<void>
}

/** `undefined` where no Tesseract is installed. */
export async function openNativeTesseract(): Promise<NativeTesseract | undefined> {
  const version = await run('tesseract', ['--version']).then(
    ({ stdout, stderr }) => `${stdout}${stderr}`.split('\n')[0] ?? '',
    () => undefined,
  )
  if (version === undefined) return undefined
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tesseract-'))
  for (const language of ['eng', 'hin', 'tam'] as const) {
    await writeFile(path.join(folder, `${language}.traineddata`), await trainingData(language))
  }
  return {
    version,
    async read(file, languages) {
      const { stdout } = await run('tesseract', [file, '-', '--tessdata-dir', folder, '-l', languages], {
        // The reader's recognition runs on one core a process, and so does this.
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
        maxBuffer: 16 * 1024 * 1024,
      })
      return stdout
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
