import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { askQuestions, registerPerson, uploadReport } from './conversation.ts'

/**
 * `npm run demo`: starts a throw-away server, registers a person, uploads the bundled sample report and asks about it in
 * three languages. Exits with 1 when an answer lacks the value that it should name.
 */

const QUESTIONS = [
  { form: 'English', text: 'What is my HbA1c, and is it high?', expects: /8\.2/ },
  { form: 'हिन्दी', text: 'मेरा हीमोग्लोबिन कितना है? क्या यह कम है?', expects: /10\.2/ },
  { form: 'Tamil in Latin letters', text: 'en LDL cholesterol evvalavu? adhigama irukka?', expects: /162/ },
] as const

const print = (text: string): void => void process.stdout.write(text)

async function startServer(dataDirectory: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('../main.ts', import.meta.url))], {
    // Nothing of the caller's own configuration: the demonstration needs no database, no queue and no model.
    env: { SWASTHWRAP_DATA_DIR: dataDirectory, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async (): Promise<void> => {
    if (server.exitCode !== null) return
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address) return { address, stop }
  }
  throw new Error('The server ended before it was ready.')
}

const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-demo-'))
const began = performance.now()
const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`
const server = await startServer(dataDirectory)
try {
  print(`Server ready at ${server.address} (${seconds()})\n`)
  const person = await registerPerson(server.address)
  print(`Registered ${person.name}\n`)
  const report = await readFile(new URL('./sample-report.pdf', import.meta.url))
  const results = await uploadReport(server.address, person, report)
  print(`Read ${results.length} values from the sample report, which is made up (${seconds()})\n`)
  for (const { test, value, unit, flag } of results.filter(({ flag }) => flag !== null && flag !== 'normal')) {
    print(`  ${test}: ${value} ${unit ?? ''} (${flag})\n`)
  }
  let wrong = 0
  for await (const { question, answer, sources } of askQuestions(server.address, person, QUESTIONS, print)) {
    print(`\n  Sources: ${sources.join('; ') || 'none'}\n`)
    if (!question.expects.test(answer) || sources.length === 0) {
      wrong += 1
      print(`  This answer should name ${question.expects.source} with its source, and does not.\n`)
    }
  }
  print(`\n${QUESTIONS.length - wrong} of ${QUESTIONS.length} answers named the right value (${seconds()})\n`)
  process.exitCode = wrong === 0 ? 0 : 1
} finally {
  await server.stop()
  await rm(dataDirectory, { recursive: true, force: true })
}
