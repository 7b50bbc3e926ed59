import { detectLanguage } from '../../src/assistant/language/index.ts'
import { LANGUAGE_FORMS } from '../../src/clinical/language-forms.ts'
import { halfOf, ownRows, sharedRows } from './shared-data.ts'

interface Message {
  readonly set: string
  readonly form: string
  readonly text: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${(part / whole).toFixed(3)} (${part}/${whole})`

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
    ...ownRows('triage-messages.jsonl')
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
  return `${messages.length} messages. The own sets and the tuning half were looked at while the word lists were written. Some collected messages labelled ta-Latn are comments wholly in English; they count as wrong here when they are called English.\n\n| set | which | right |\n|---|---|---|\n${lines.join('\n')}`
}
