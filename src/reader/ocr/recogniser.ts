import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import type { Word } from '../read-document.ts'
import { type GrayImage, toPgm } from './gray-image.ts'
import { type TrainedLanguage, trainingData, trainingFolder } from './training-data.ts'
import { wordsOfTable } from './words-of-table.ts'

/** What pages of a script are read with: its own language, and English for the numbers and names in it. */
const LANGUAGES = {
  latin: ['eng'],
  devanagari: ['hin', 'eng'],
  tamil: ['tam', 'eng'],
} as const satisfies Readonly<Record<string, readonly TrainedLanguage[]>>
export type Script = keyof typeof LANGUAGES

/** How Tesseract parts a picture into blocks and lines. */
const LAYOUTS = {
  block: { tessedit_pageseg_mode: PSM.SINGLE_BLOCK, tessedit_char_whitelist: '' },
  column: { tessedit_pageseg_mode: PSM.SINGLE_COLUMN, tessedit_char_whitelist: '' },
  page: { tessedit_pageseg_mode: PSM.AUTO, tessedit_char_whitelist: '' },
  sparse: { tessedit_pageseg_mode: PSM.SPARSE_TEXT, tessedit_char_whitelist: '' },
  line: { tessedit_pageseg_mode: PSM.SINGLE_LINE, tessedit_char_whitelist: '' },
  /** One number: every other sign is forbidden. */
  figures: { tessedit_pageseg_mode: PSM.SINGLE_WORD, tessedit_char_whitelist: '0123456789.,<>-+' },
} as const
export type Layout = keyof typeof LAYOUTS

/** One warm Tesseract worker. It reads one picture at a time and changes its languages when the script changes. */
export class Recogniser {
  /** tesseract.js keeps this very array as its list of what need not be fetched. */
  readonly #present: TrainedLanguage[] = ['eng']
  #worker: Worker | undefined
  #script: Script = 'latin'
  #layout: Layout | undefined

  /** Words of a picture, with their places in it. */
  async read(image: GrayImage, script: Script, layout: Layout): Promise<Word[]> {
    const worker = await this.#workerFor(script)
    if (this.#layout !== layout) {
      await worker.setParameters({ ...LAYOUTS[layout], user_defined_dpi: '200' })
      this.#layout = layout
    }
    const { data } = await worker.recognize(toPgm(image), {}, { tsv: true, text: false })
    return wordsOfTable(data.tsv ?? '')
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }

  async #workerFor(script: Script): Promise<Worker> {
    this.#worker ??= await createWorker(this.#present, OEM.LSTM_ONLY, {
      langPath: trainingFolder('eng'),
      cacheMethod: 'none',
      gzip: true,
      // Without a handler of ours tesseract.js throws outside of any promise; the promise itself rejects as well.
      errorHandler: () => undefined,
    })
    if (this.#script !== script) {
      for (const language of LANGUAGES[script]) await this.#provide(language, this.#worker)
      await this.#worker.reinitialize(LANGUAGES[script].join('+'))
      this.#script = script
      this.#layout = undefined
    }
    return this.#worker
  }

  /** Puts a language's data into the worker's own file system; it only knows one folder to load from. */
  async #provide(language: TrainedLanguage, worker: Worker): Promise<void> {
    if (this.#present.includes(language)) return
    await worker.FS('writeFile', [`${language}.traineddata`, await trainingData(language)])
    this.#present.push(language)
  }
}
