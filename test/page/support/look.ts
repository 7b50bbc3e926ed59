import lighthouse from 'lighthouse'

/**
 * Looks at a page with Lighthouse, as a phone, and prints its scores: `node look.ts <address> <port of a browser>`. A program
 * of its own, since Lighthouse wants the whole process: the test runner's clock and hooks make it lose its traces.
 */
const [, , address = '', port = ''] = process.argv
const result = await lighthouse(address, {
  port: Number(port),
  logLevel: 'error',
  onlyCategories: ['accessibility', 'best-practices', 'performance'],
  // Whoever has signed in stays so.
  disableStorageReset: true,
})
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
