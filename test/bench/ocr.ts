import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pLimit from 'p-limit'
import { createReader } from '../../src/reader/index.ts'
import { openNativeTesseract } from '../evals/reader/native-tesseract.ts'
import { ownSamples, type Sample } from '../support/samples/samples.ts'
import { figure, median, table, VERDICT_HEAD, verdict } from './support/figures.ts'
import { conditions } from './support/machine.ts'
import { processorSecondsOfFamily } from './support/process-meter.ts'
import { type SuiteOptions, say } from './support/suite.ts'

const SIZES = { full: { pages: 12, rounds: 3 }, quick: { pages: 2, rounds: 1 } } as const
const CORES = os.availableParallelism()
const LANGUAGES = { en: 'eng', hi: 'hin+eng', ta: 'tam+eng' } as const

interface Measured {
  readonly pagesPerMinute: number
  /** Processor seconds a page. */
  readonly processor: number
  /** Cores in use, on average. */
  readonly cores: number
}

/** Scanned pages read to the end, values and all, beside native Tesseract that only recognises their text. */
export async function ocr({ quick }: SuiteOptions): Promise<string> {
  const size = quick ? SIZES.quick : SIZES.full
  const native = await openNativeTesseract()
  if (native === undefined) return 'Not measured: no native Tesseract is installed on this machine.'
  const folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-bench-ocr-'))
  const reader = createReader({ concurrency: CORES })
  try {
    const pages = await drawPages(size.pages)
    const files = pages.map(({ name }) => path.join(folder, `${name.replaceAll(' ', '-')}.jpg`))
    for (const [index, file] of files.entries()) await writeFile(file, pages[index]?.bytes ?? new Uint8Array())
    const ways = {
      native: (page: Sample, index: number) => native.read(files[index] ?? '', LANGUAGES[page.language]),
      product: (page: Sample) => reader.read(page.bytes),
    }
    // The processes of the reader start with the first pages.
    await measure(pages.slice(0, CORES), ways.product)
    const results = { native: [] as Measured[], product: [] as Measured[] }
    for (let round = 0; round < size.rounds; round += 1) {
      results.native.push(await measure(pages, ways.native))
      results.product.push(await measure(pages, ways.product))
      say(
        `round ${round + 1}: ${figure(results.product.at(-1)?.pagesPerMinute ?? 0)} pages a minute of ${figure(results.native.at(-1)?.pagesPerMinute ?? 0)}`,
      )
    }
    return report(results, size, native.version)
  } finally {
    await reader.close()
    await native.close()
    await rm(folder, { recursive: true })
  }
}

async function drawPages(count: number): Promise<readonly Sample[]> {
  const pages: Sample[] = []
  for await (const sample of ownSamples(['scan'])) {
    pages.push(sample)
    if (pages.length === count) break
  }
  return pages
}

/** As many pages at once as there are cores. */
async function measure(
  pages: readonly Sample[],
  read: (page: Sample, index: number) => Promise<unknown>,
): Promise<Measured> {
  const limit = pLimit(CORES)
  const [started, before] = [performance.now(), processorSecondsOfFamily(process.pid)]
  await Promise.all(pages.map((page, index) => limit(() => read(page, index))))
  const seconds = (performance.now() - started) / 1_000
  const used = processorSecondsOfFamily(process.pid) - before
  return { pagesPerMinute: (60 * pages.length) / seconds, processor: used / pages.length, cores: used / seconds }
}

function report(
  results: Readonly<Record<'native' | 'product', readonly Measured[]>>,
  size: (typeof SIZES)[keyof typeof SIZES],
  version: string,
): string {
  const of = (side: 'native' | 'product', key: keyof Measured) => median(results[side].map((each) => each[key]))
  const ratio = (key: keyof Measured) =>
    median(results.product.map((each, round) => each[key] / (results.native[round]?.[key] ?? Number.NaN)))
  return [
    `${conditions()} ${version}.`,
    `${size.pages} scanned pages of made-up reports, ${CORES} at once, ${size.rounds} rounds, interleaved; medians. Native Tesseract gives the text of a page in a process of its own; Swasthwrap also straightens it, reads again what was unclear, and finds the values with their units and ranges.`,
    table(
      ['reader', 'pages a minute', 'CPU seconds a page', 'cores in use'],
      (['native', 'product'] as const).map((side) => [
        side === 'native' ? 'native Tesseract' : 'Swasthwrap',
        ...(['pagesPerMinute', 'processor', 'cores'] as const).map((key) => figure(of(side, key))),
      ]),
    ),
    table(VERDICT_HEAD, [
      verdict("pages a minute, of native Tesseract's", ratio('pagesPerMinute'), { atLeast: 0.6 }),
      verdict('CPU a page, times', ratio('processor'), { atMost: 1.7 }),
      verdict('cores in use, of those there are', of('product', 'cores') / CORES, { atLeast: 0.9 }),
    ]),
  ].join('\n\n')
}
