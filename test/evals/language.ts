import { createHash } from 'node:crypto'
import { detectLanguage } from '../../src/assistant/language/index.ts'
import { LANGUAGE_FORMS } from '../../src/clinical/language-forms.ts'
import corrections from './own/language-label-corrections.json' with { type: 'json' }
import { halfOf, ownRows, sharedRows } from './shared-data.ts'

interface Message {
  readonly set: string
  readonly form: string
  readonly text: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${(part / whole).toFixed(3)} (${part}/${whole})`

/** The language of a collected message whose label is that of the place it was found in, not of its words. */
function correctedLabel(message: string): string | undefined {
  const key = createHash('sha256').update(message).digest('hex').slice(0, 16)
  return (corrections.languages as Readonly<Record<string, string>>)[key]
}

/** A message is right where its form is, and where a language that we do not speak is said to be one. */
function isRight({ form, text: message }: Message): boolean {
  const detected = detectLanguage(message)
  if (form.startsWith('other')) return detected.neighbour !== undefined
  return detected.form === form && detected.neighbour === undefined
}

/** Runs the suite; its figures as Markdown. */
export async function run(): Promise<string> {
  const messages: Message[] = [
    ...ownRows('language-messages.jsonl').map((row) => ({
      set: 'own: messages',
      form: text(row['lang']),
      text: text(row['text']),
    })),
    ...ownRows('triage-parallel.jsonl').flatMap((row) =>
      LANGUAGE_FORMS.map((form) => ({ set: 'own: triage scenarios', form, text: text(row[form]) })),
    ),
    ...ownRows('language-mixed.jsonl').map((row) => ({
      set: 'own: mixed messages and neighbours',
      form: text(row['lang']),
      text: text(row['text']),
    })),
    ...[
      'triage-messages.jsonl',
      'triage-broad.jsonl',
      'triage-terse.jsonl',
      'triage-english.jsonl',
      'triage-later.jsonl',
      'triage-last.jsonl',
      'triage-ordinary.jsonl',
    ]
      .flatMap(ownRows)
      // Measurements written alike in every language say nothing of theirs.
      .filter((row) => /[^\x20-\x7e]|[a-z]{4}/i.test(text(row['text']).replace(/oxygen|sugar/gi, '')))
      .map((row) => ({ set: 'own: triage messages', form: text(row['form']), text: text(row['text']) })),
    ...sharedRows('language/language_id.jsonl')
      .filter((row) => row['lang'] !== 'und')
      .map((row) => ({
        set: `collected messages, ${halfOf(text(row['text']))}`,
        form: text(row['lang']),
        text: text(row['text']),
      })),
  ]
  for (const message of messages.filter(({ set }) => set.startsWith('collected')))
    messages.push({
      ...message,
      set: message.set.replace('messages,', 'messages, labels corrected,'),
      form: correctedLabel(message.text) ?? message.form,
    })
  const sets = [...new Set(messages.map(({ set }) => set))]
  const lines = sets.flatMap((set) => {
    const rows = messages.filter((message) => message.set === set)
    const line = (name: string, some: readonly Message[]): string =>
      `| ${set} | ${name} | ${share(some.filter(isRight).length, some.length)} |`
    if (!set.endsWith('unseen half'))
      for (const row of rows)
        if (!isRight(row)) process.stdout.write(`wrong: ${set} ${row.form}: ${row.text.slice(0, 100)}\n`)
    const romanised = rows.filter(
      ({ form, text: message }) => form.endsWith('-Latn') && message.trim().split(/\s+/).length <= 4,
    )
    const forms = [...new Set(rows.map(({ form }) => (form.startsWith('other') ? 'other' : form)))].sort()
    return [
      line('**all**', rows),
      line('romanised, four words or fewer', romanised),
      ...forms.map((form) =>
        line(
          form === 'other' ? 'languages we do not speak' : form,
          rows.filter(
            (row) => row.form.startsWith(form) && (form !== 'hi' && form !== 'ta' ? true : row.form === form),
          ),
        ),
      ),
    ]
  })
  return `${messages.length} messages. The own sets and the tuning half were looked at while the word lists were written. ${Object.keys(corrections.languages).length} collected messages are labelled by where they were found (comments under Tamil films) and are wholly English but for names, one Kannada: nine of them, of the unseen half, were looked at to tell. The figures stand with the labels as they came, and with those corrected.\n\n| set | which | right |\n|---|---|---|\n${lines.join('\n')}`
}
