import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { distance } from 'fastest-levenshtein'
import { createReader } from '../../../src/reader/index.ts'
import { machineLoad } from './machine-load.ts'
import { openNativeTesseract } from './native-tesseract.ts'

/** Reads pages of Hindi and Tamil prose and counts wrong characters, with native Tesseract page by page beside it. */

const PAGES = fileURLToPath(new URL('../../../../shared/data/ocr/', import.meta.url))
const LANGUAGES: Readonly<Record<string, string>> = { hi: 'hin+eng', ta: 'tam+eng' }

interface Page {
  /** "hi, clean" */
  readonly group: string
  readonly file: string
  readonly languages: string
  readonly truth: string
}

interface Tally {
  characters: number
  wrong: number
  milliseconds: number
  pages: number
}

function knownPages(): Page[] {
  const plain = readdirSync(PAGES).flatMap((name): Page[] => {
    const [, stem = '', language = '', state = ''] = /^((hi|ta)_\d+)_(clean|degraded)\./.exec(name) ?? []
    if (stem === '') return []
    const languages = LANGUAGES[language] ?? 'eng'
    return [
      {
        group: `${language}, ${state}`,
        file: path.join(PAGES, name),
        languages,
        truth: text(path.join(PAGES, `${stem}.gt.txt`)),
      },
    ]
  })
  const folder = path.join(PAGES, 'fonts')
  const fonts = readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .map((name) => ({
      group: 'hi, samples of fonts',
      file: path.join(folder, name),
      languages: 'hin+eng',
      truth: text(path.join(folder, name.replace(/\.png$/, '.gt.txt'))),
    }))
  return [...plain, ...fonts]
}

const text = (file: string): string => readFileSync(file, 'utf8')

/** Spaces and line ends are one blank; joiners that nobody sees count for nothing. */
function plain(read: string): string {
  return read
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function add(tallies: Map<string, Tally>, group: string, truth: string, read: string, milliseconds: number): void {
  const tally = tallies.get(group) ?? { characters: 0, wrong: 0, milliseconds: 0, pages: 0 }
  tallies.set(group, {
    characters: tally.characters + plain(truth).length,
    wrong: tally.wrong + distance(plain(truth), plain(read)),
    milliseconds: tally.milliseconds + milliseconds,
    pages: tally.pages + 1,
  })
}

/**
 * A table by language and state of the pages.
 * @throws when the collected pages are not beside the checkout.
 */
export async function run(): Promise<string> {
  if (!existsSync(PAGES)) throw new Error('The pages of Hindi and Tamil are not here, so nothing was read.')
  const native = await openNativeTesseract()
  const reader = createReader({ concurrency: 1 })
  const [ours, theirs] = [new Map<string, Tally>(), new Map<string, Tally>()]
  try {
    for (const { group, file, languages, truth } of knownPages()) {
      const began = performance.now()
      const { pages } = await reader.read(readFileSync(file))
      const read = pages.map((page) => page.text).join('\n')
      add(ours, group, truth, read, performance.now() - began)
      const nativeBegan = performance.now()
      const readByNative = await native?.read(file, languages)
      if (readByNative !== undefined) add(theirs, group, truth, readByNative, performance.now() - nativeBegan)
      if (process.argv.includes('--notes')) {
        const rate = (other: string) => ((100 * distance(plain(truth), plain(other))) / plain(truth).length).toFixed(2)
        process.stdout.write(
          `${path.basename(file)} ours ${rate(read)} ${(nativeBegan - began).toFixed(0)} ms, native ${rate(readByNative ?? '')} ${(performance.now() - nativeBegan).toFixed(0)} ms\n`,
        )
      }
    }
  } finally {
    await reader.close()
    await native?.close()
  }
  return [
    `Wrong characters of a hundred (edits over characters, joiners and line ends left out). Beside it ${native?.version ?? 'no native Tesseract, which is not installed here'}, told the language, on the same training data, each on one core, page by page in turns. ${machineLoad()}`,
    '',
    '| pages | number | wrong, reader | wrong, native | pages a minute, reader | pages a minute, native | speed of native’s |',
    '|---|---|---|---|---|---|---|',
    ...[...ours].map(([group, tally]) => tableRow(group, tally, theirs.get(group))),
    tableRow('**all**', sum(ours), theirs.size > 0 ? sum(theirs) : undefined),
  ].join('\n')
}

function sum(tallies: ReadonlyMap<string, Tally>): Tally {
  const total = { characters: 0, wrong: 0, milliseconds: 0, pages: 0 }
  for (const { characters, wrong, milliseconds, pages } of tallies.values()) {
    total.characters += characters
    total.wrong += wrong
    total.milliseconds += milliseconds
    total.pages += pages
  }
  return total
}

function tableRow(group: string, own: Tally, native: Tally | undefined): string {
  const rate = (tally: Tally): string => ((100 * tally.wrong) / tally.characters).toFixed(2)
  const speed = (tally: Tally): number => (60_000 * tally.pages) / tally.milliseconds
  const beside = native
    ? [rate(native), speed(own).toFixed(0), speed(native).toFixed(0), (speed(own) / speed(native)).toFixed(2)]
    : ['–', speed(own).toFixed(0), '–', '–']
  return `| ${[group, own.pages, rate(own), ...beside].join(' | ')} |`
}
