import { v7 as uuidv7 } from 'uuid'
import { conceptById } from '../../clinical/concepts/index.ts'
import type { LanguageForm } from '../../clinical/language-forms.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { nameIn } from '../builtin/index.ts'
import { sessionTitle } from './session-title.ts'
import type { PastEntry } from './stages.ts'
import type { Answer } from './turn-events.ts'

/** Characters of a conversation's running summary; its oldest lines go first. */
const SUMMARY = 1_500
const QUESTION = 90
const ANSWER = 160
const TAGS_OF_ANSWER = 4
const TAGS_OF_SESSION = 12

/** What is said out of politeness is not worth remembering. */
const SMALL_TALK = new Set(['greeting', 'thanks', 'goodbye', 'capabilities', 'agree', 'decline', 'reject_action'])

/** One line of what was asked and answered, or undefined where nothing was. */
export function memoryLine(question: string, answer: Pick<Answer, 'text' | 'intent' | 'entities'>): string | undefined {
  if (SMALL_TALK.has(answer.intent) || question.trim() === '') return undefined
  const { consultation, request } = answer.entities as { consultation?: { open: string | null }; request?: unknown }
  // A question of ours in between says nothing yet.
  if (consultation?.open != null || request !== undefined) return undefined
  return `${cut(question, QUESTION)} → ${cut(firstSentence(answer.text), ANSWER)}`
}

/** What an answer is about, as people call it: names of its measures, medicines, conditions and symptoms. */
export function tagsOf({ entities, form }: Pick<Answer, 'entities' | 'form'>): readonly string[] {
  const ids = ['measures', 'medicines', 'conditions', 'symptoms'].flatMap((key) => {
    const value = entities[key]
    return Array.isArray(value) ? value.map(String) : []
  })
  // A test of the catalogue is named where nothing names it in everyday words.
  const everyday = ids.filter((id) => !id.startsWith('analyte:'))
  const names = (everyday.length > 0 ? everyday : ids).flatMap((id) => {
    const concept = conceptById(id)
    return concept === undefined ? [] : [tag(nameIn(concept, form), form)]
  })
  return [...new Set(names)].slice(0, TAGS_OF_ANSWER)
}

/** Has a conversation remember an answer: its running summary and its tags. Part of the transaction that keeps the answer. */
export function queueMemory(
  transaction: Transaction,
  session: {
    readonly userId: string
    readonly sessionId: string
    readonly question: string
    readonly history: readonly PastEntry[]
  },
  answer: Answer,
): void {
  const { sql } = transaction
  const greeting = greetingAlone(session.history)
  if (greeting !== undefined && !SMALL_TALK.has(answer.intent)) {
    // "Hello" names no conversation; the first message that says more does.
    transaction.queue(
      sql('chat_sessions')
        .where({ id: session.sessionId, session_title: sessionTitle(greeting) })
        .update({ session_title: sessionTitle(session.question) }),
    )
  }
  const line = memoryLine(session.question, answer)
  if (line !== undefined) {
    transaction.queue(
      sql('chat_sessions')
        .where('id', session.sessionId)
        .update({
          session_summary: sql.raw(
            `(select string_agg(line, E'\\n' order by number) from (
                select line, number, sum(length(line) + 1) over (order by number desc) as total
                from unnest(string_to_array(concat_ws(E'\\n', session_summary, ?::text), E'\\n'))
                  with ordinality as lines (line, number)
              ) as counted where total <= ${SUMMARY})`,
            [line],
          ),
        }),
    )
  }
  const tags = tagsOf(answer)
  if (tags.length === 0) return
  transaction.queue(
    sql.raw(
      `insert into chat_session_tags (id, user_id, session_id, tag_name, auto_generated)
       select tag.id::uuid, ?, ?, tag.name, true from unnest(?::text[], ?::text[]) as tag (id, name)
       where (select count(*) from chat_session_tags where session_id = ?) < ${TAGS_OF_SESSION}
       on conflict do nothing`,
      [session.userId, session.sessionId, tags.map(() => uuidv7()), [...tags], session.sessionId],
    ),
  )
}

/** The greeting that a conversation began with, where nothing else was said so far. */
function greetingAlone(history: readonly PastEntry[]): string | undefined {
  const said = history.flatMap((entry) => (entry.kind === 'message' && entry.role === 'user' ? [entry.text] : []))
  const [only] = said
  return said.length === 1 && only !== undefined && GREETING.test(only) ? only : undefined
}

const GREETING =
  /^\W*(?:hi|hello|hey|good (?:morning|evening|afternoon)|namaste|namaskar|vanakkam|नमस्ते|नमस्कार|வணக்கம்)(?![\p{L}\p{M}])(?:\s+\S+){0,2}\W*$/iu

function firstSentence(text: string): string {
  const [line = ''] = text.trim().split('\n', 1)
  return /^[\s\S]{20,}?[.!?।](?=\s|$)/u.exec(line)?.[0] ?? line
}

function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const short = line.slice(0, length)
  const space = short.lastIndexOf(' ')
  return `${space > length / 2 ? short.slice(0, space) : short}…`
}

function tag(name: string, form: LanguageForm): string {
  // Abbreviations keep their capitals; words are written small, as tags are.
  return form === 'en' && !/\p{Lu}{2}/u.test(name) ? name.toLowerCase() : name
}
