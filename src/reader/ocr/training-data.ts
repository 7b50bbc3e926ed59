import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

const require = createRequire(import.meta.url)

/** Languages whose training data is installed. */
export type TrainedLanguage = 'eng' | 'hin' | 'tam'

/** The folder in which an installed package keeps one language's data. Nothing is ever fetched. */
export function trainingFolder(language: TrainedLanguage): string {
  return path.join(path.dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)), '4.0.0_best_int')
}

/** One language's data, unpacked. */
export async function trainingData(language: TrainedLanguage): Promise<Uint8Array> {
  const packed = await readFile(path.join(trainingFolder(language), `${language}.traineddata.gz`))
  return await promisify(gunzip)(packed)
}
