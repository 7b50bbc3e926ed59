import getCore, { type TesseractApi, type TesseractCore } from 'tesseract.js/src/worker-script/node/getCore.js'
import type { Word } from '../read-document.ts'
import { type GrayImage, toPgm } from './gray-image.ts'
import { type TrainedLanguage, trainingData } from './training-data.ts'
import { wordsOfTable } from './words-of-table.ts'

/** What pages of a script are read with: its own language, and English for the numbers and names in it. */
const LANGUAGES = {
  latin: ['eng'],
  devanagari: ['hin', 'eng'],
  tamil: ['tam', 'eng'],
} as const satisfies Readonly<Record<string, readonly TrainedLanguage[]>>
export type Script = keyof typeof LANGUAGES
/** All of a script's languages, or its own alone, which takes half the time and makes nonsense of other scripts. */
export type Reading = 'mixed' | 'own'

/** How Tesseract parts a picture into blocks and lines, by its number for it, and which signs it may return. */
const LAYOUTS = {
  page: { mode: 3, signs: '' },
  column: { mode: 4, signs: '' },
  block: { mode: 6, signs: '' },
  line: { mode: 7, signs: '' },
  sparse: { mode: 11, signs: '' },
  /** One number: every other sign is forbidden. */
  figures: { mode: 8, signs: '0123456789.,<>-+' },
} as const
export type Layout = keyof typeof LAYOUTS

const NEURAL = 1
const silent = (): void => undefined

/**
 * Tesseract, compiled for this process, with an engine for each script, opened when first asked for and kept warm. It
 * reads one picture at a time and holds the process up meanwhile, so only processes that do nothing else have one.
 */
export class Recogniser {
  #core: Promise<TesseractCore> | undefined
  readonly #engines = new Map<string, TesseractApi>()
  readonly #present = new Set<TrainedLanguage>()

  /**
   * Words of a picture, with their places in it.
   * @throws where Tesseract fails; the next picture is read by engines opened anew.
   */
  async read(image: GrayImage, script: Script, layout: Layout, reading: Reading = 'mixed'): Promise<Word[]> {
    try {
      const core = await this.#open()
      const languages = reading === 'own' ? LANGUAGES[script].slice(0, 1) : LANGUAGES[script]
      const engine = this.#engines.get(languages.join('+')) ?? (await this.#engineFor(languages, core))
      engine.SetVariable('tessedit_pageseg_mode', String(LAYOUTS[layout].mode))
      engine.SetVariable('tessedit_char_whitelist', LAYOUTS[layout].signs)
      core.FS.writeFile('/input', toPgm(image))
      if (engine.SetImageFile(1, 0) !== 0) throw new Error('The picture was not taken')
      engine.Recognize(null)
      return wordsOfTable(engine.GetTSVText(0))
    } catch (cause) {
      // After a trap nothing in its memory can be relied on.
      this.close()
      throw new Error('Text recognition failed', { cause })
    }
  }

  close(): void {
    this.#core = undefined
    this.#engines.clear()
    this.#present.clear()
  }

  #open(): Promise<TesseractCore> {
    this.#core ??= openCore()
    return this.#core
  }

  async #engineFor(languages: readonly TrainedLanguage[], core: TesseractCore): Promise<TesseractApi> {
    for (const language of languages) {
      if (this.#present.has(language)) continue
      core.FS.writeFile(`${language}.traineddata`, await trainingData(language))
      this.#present.add(language)
    }
    const engine = new core.TessBaseAPI()
    const name = languages.join('+')
    if (engine.Init(null, name, NEURAL) !== 0) throw new Error(`No engine for ${name}`)
    engine.SetVariable('user_defined_dpi', '200')
    this.#engines.set(name, engine)
    return engine
  }
}

/** tesseract.js's own choice of the fastest build that this processor runs. */
async function openCore(): Promise<TesseractCore> {
  const open = await getCore(NEURAL, undefined, { progress: silent })
  return open({ print: silent, printErr: silent })
}
