import lighthouse from 'lighthouse'

/**
 * Looks at a page with Lighthouse, as a phone, and prints its scores: `node look.ts <address> <port of a browser>`. A program
 * of its own, since Lighthouse wants the whole process: the test runner's clock and hooks make it lose its traces.
 */
const [, , address = '', port = ''] = process.argv
/** Now and then the browser gives no trace of the beginning, and Lighthouse asks to be run again. */
const ATTEMPTS = 3

const look = () =>
  lighthouse(address, {
    port: Number(port),
    logLevel: 'error',
    onlyCategories: ['accessibility', 'best-practices', 'performance'],
    // Whoever has signed in stays so.
    disableStorageReset: true,
  })
let result = await look()
for (let attempt = 1; attempt < ATTEMPTS && result?.lhr.runtimeError?.code === 'NO_NAVSTART'; attempt += 1)
  result = await look()
if (!result || result.lhr.runtimeError) {
  throw new Error(`Lighthouse saw nothing: ${result?.lhr.runtimeError?.message}`)
}
const { categories, audits } = result.lhr
const scores = Object.fromEntries(
  Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)] as const),
)
const faults = Object.values(audits)
  .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative')
  .map(({ id, displayValue = '' }) => `${id} ${displayValue}`)
process.stdout.write(JSON.stringify({ scores, faults }))
process.exit()
