import { ensureTemplate } from './embedded-template.ts'

/*
 * Run by npm after an install, so that the first start copies a database instead of making one. The product works without
 * it, only slower at its first start, so nothing that goes wrong here may fail the install.
 */
try {
  await ensureTemplate(say)
} catch (error) {
  say(error)
}

function say(error: unknown): void {
  process.stderr.write(
    `No database template was made; the first start will take a few seconds longer. ${String(error)}\n`,
  )
}
