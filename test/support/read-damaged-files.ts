import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { createReader, ReadError } from '../../src/reader/index.ts'
import { damaged } from './damage-file.ts'
import { makeReport } from './samples/make-report.ts'
import { drawReport } from './samples/samples.ts'

/** What became of files that were damaged on purpose. */
export interface DamageReport {
  readonly files: number
  /** How often each ending occurred: `read`, or the code of the error. */
  readonly endings: Readonly<Record<string, number>>
  /** What must never happen: errors without a code, files that held a process beyond the limit. */
  readonly faults: readonly string[]
  readonly longestMilliseconds: number
  /** Whether an undamaged report was read as ever after all of it. */
  readonly readsAfterwards: boolean
}

const sample = readFileSync(new URL('../../src/demo/sample-report.pdf', import.meta.url))
/** A process is ended by a timer of its parent, which may itself be late on a busy machine. */
const SLACK = 3_000
const MOST_PAGES = 30

/**
 * Reads damaged copies of reports in every type that is read. Which damage, the seed tells: a file that makes trouble
 * can be made again.
 */
export async function readDamagedFiles(options: {
  readonly count: number
  readonly seed: number
  readonly pageMilliseconds: number
  readonly concurrency: number
}): Promise<DamageReport> {
  const { count, seed, pageMilliseconds, concurrency } = options
  const originals = await soundFiles()
  const reader = createReader({ concurrency, pageMilliseconds })
  const endings: Record<string, number> = {}
  const faults: string[] = []
  let longest = 0
  let next = 0
  const readNext = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) {
      const [type, original] = originals[number % originals.length] ?? ['', sample]
      const began = performance.now()
      let pages = 1
      const ending = await reader
        .read(damaged(original, seed + number), { onProgress: ({ pages: all }) => (pages = Math.max(pages, all)) })
        .then(
          () => 'read',
          (error: unknown) => (error instanceof ReadError ? error.code : `fault: ${String(error)}`),
        )
      const took = performance.now() - began
      longest = Math.max(longest, took)
      endings[ending] = (endings[ending] ?? 0) + 1
      if (ending.startsWith('fault')) faults.push(`${type} ${seed + number}: ${ending}`)
      if (took > Math.min(MOST_PAGES, pages + 1) * (pageMilliseconds + SLACK)) {
        faults.push(`${type} ${seed + number}: held a process for ${took.toFixed(0)} ms`)
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: concurrency }, readNext))
    const { results } = await reader.read(sample)
    return { files: count, endings, faults, longestMilliseconds: longest, readsAfterwards: results.length > 15 }
  } finally {
    await reader.close()
  }
}

/** One report of each type; pictures of a few lines, so that those that survive are read quickly. */
async function soundFiles(): Promise<readonly (readonly [type: string, bytes: Uint8Array])[]> {
  const hindi = await drawReport('withMethods', makeReport(7, 'hi'), 'hi', 7)
  const lines = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="260"><rect width="900" height="260" fill="white"/>${[
      'Test Name          Result     Unit      Reference Range',
      'Haemoglobin        11.2       g/dL      13.0 - 17.0',
      'Platelet Count     250000     /cumm     150000 - 410000',
    ]
      .map(
        (line, index) =>
          `<text x="30" y="${60 + index * 60}" font-size="26" font-family="monospace" xml:space="preserve">${line}</text>`,
      )
      .join('')}</svg>`,
  )
  const picture = await sharp(lines).png().toBuffer()
  return [
    ['pdf', sample],
    ['pdf in Hindi', hindi],
    ['png', picture],
    ['jpeg', await sharp(picture).jpeg().toBuffer()],
    ['webp', await sharp(picture).webp().toBuffer()],
    ['tiff', await sharp(picture).tiff({ compression: 'lzw' }).toBuffer()],
    ['pdf', await drawReport('grid', makeReport(9, 'en'), 'en', 9)],
  ]
}
