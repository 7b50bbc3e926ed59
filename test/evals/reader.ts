/**
 * Measures the reader: `npm run evals:reader` measures everything, `npm run evals:reader -- ocr photos` parts of it.
 * `--notes` prints every row that was read wrong.
 */
import { runSuites, type Suite } from './run-suites.ts'

const SECTIONS: Readonly<Record<string, Suite>> = {
  text: {
    title: 'Reports with a text layer',
    run: async () => (await import('./reader/accuracy.ts')).collected(['text-pdf']),
  },
  images: {
    title: 'Pictures and scans of reports',
    run: async () => (await import('./reader/accuracy.ts')).collected(['image', 'scan']),
  },
  scans: {
    title: 'Simulated scans of reports',
    run: async () => (await import('./reader/accuracy.ts')).collected(['simulated scan']),
  },
  photos: {
    title: 'Simulated photos of reports',
    run: async () => (await import('./reader/accuracy.ts')).collected(['simulated photo']),
  },
  own: {
    title: 'Own reports, made up and drawn',
    run: async () => (await import('./reader/accuracy.ts')).own(['text PDF']),
  },
  'own-scans': {
    title: 'Own reports as an office scans them',
    run: async () => (await import('./reader/accuracy.ts')).own(['scan']),
  },
  'own-photos': {
    title: 'Own reports as a phone takes them',
    run: async () => (await import('./reader/accuracy.ts')).own(['photo']),
  },
  later: {
    title: 'Own reports of a later day',
    run: async () => (await import('./reader/accuracy.ts')).later(['text PDF', 'scan', 'photo']),
  },
  ocr: { title: 'Hindi and Tamil text', run: async () => (await import('./reader/recognition.ts')).run() },
  time: { title: 'From upload to results', run: async () => (await import('./reader/uploads.ts')).time() },
  memory: { title: 'Ten uploads at once', run: async () => (await import('./reader/uploads.ts')).memory() },
  hostile: { title: 'Damaged files', run: async () => (await import('./reader/hostile.ts')).run() },
}

/** Every part of the reader's measures, under the name of its section. */
export const READER_SUITES: Readonly<Record<string, Suite>> = Object.fromEntries(
  Object.entries(SECTIONS).map(([name, suite]) => [`reader-${name}`, suite]),
)

if (import.meta.main) {
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  await runSuites(
    READER_SUITES,
    wanted.map((name) => `reader-${name}`),
  )
}
