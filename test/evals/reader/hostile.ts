import { readDamagedFiles } from '../../support/read-damaged-files.ts'

const FILES = 1_000
/** What survives its damage is a page of three lines, read within a second or two. */
const PAGE_MILLISECONDS = 5_000

/** A thousand damaged files; @throws where one of them did what none may. */
export async function run(): Promise<string> {
  const { endings, faults, longestMilliseconds, readsAfterwards } = await readDamagedFiles({
    count: FILES,
    seed: 20_261_123,
    pageMilliseconds: PAGE_MILLISECONDS,
    concurrency: 2,
  })
  return [
    `${FILES} damaged copies of PDFs (English and Hindi), PNG, JPEG, WebP and TIFF pictures: bits flipped, stretches lost, repeated and moved, sizes and keys exchanged, scripts planted, ends cut off. A page may take ${PAGE_MILLISECONDS / 1000} seconds. The reading process has no permission to write files or to start others.`,
    '',
    '| ending | files |',
    '|---|---|',
    ...Object.entries(endings)
      .toSorted(([, a], [, b]) => b - a)
      .map(([ending, count]) => `| ${ending} | ${count} |`),
    '',
    `The longest took ${(longestMilliseconds / 1000).toFixed(1)} seconds. An undamaged report was ${readsAfterwards ? '' : 'NOT '}read afterwards. Faults: ${faults.length}.`,
    ...faults.map((fault) => `- ${fault}`),
  ].join('\n')
}
