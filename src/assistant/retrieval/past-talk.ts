import { type FoundPassage, findPassages } from '../../domains/search/index.ts'
import type { Transaction } from '../../platform/database/index.ts'
import type { Fact, RetrievalRequest } from '../turn/stages.ts'
import { localMoment } from './local-time.ts'
import type { Question } from './question.ts'
import type { FactWords } from './record-facts.ts'

const SEARCHED = 16
const RECALLED = 5
/** Of one answer; who wants all of it opens the conversation. */
const ANSWER_CHARACTERS = 600

interface TalkRow {
  readonly id: string
  readonly question: string
  readonly answer: string | null
  readonly created_at: Date
}

/** Days that "yesterday", "last week" or "last month" mean, as `YYYY-MM-DD`, first and last. */
export function periodOf({ concepts }: Question, today: string): { readonly from?: string; readonly to?: string } {
  const has = (...ids: readonly string[]) => ids.some((id) => concepts.some((concept) => concept.id === id))
  const before = has('last', 'previous')
  const day = (offset: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10)
  if (has('yesterday') || (has('tomorrow') && !has('next'))) return { from: day(-1), to: day(-1) }
  if (has('today')) return { from: today, to: today }
  if (has('week')) return before ? { from: day(-14), to: day(-1) } : { from: day(-7), to: today }
  if (has('month')) {
    const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`)
    if (!before) return { from: first.toISOString().slice(0, 10), to: today }
    const last = new Date(first.getTime() - 86_400_000).toISOString().slice(0, 10)
    return { from: `${last.slice(0, 7)}-01`, to: last }
  }
  if (has('year')) {
    const year = Number(today.slice(0, 4)) - (before ? 1 : 0)
    return { from: `${year}-01-01`, to: before ? `${year}-12-31` : today }
  }
  return {}
}

/** What was said before about what a message asks for: questions with their answers, the best fitting first. */
export async function pastTalk(
  transaction: Transaction,
  request: RetrievalRequest,
  options: {
    readonly question: Question
    readonly vector: readonly number[] | undefined
    readonly model: string
    readonly today: string
    readonly words: FactWords
    readonly timeZone: string
  },
): Promise<readonly Fact[]> {
  const { question, words, today, timeZone } = options
  const { from, to } = periodOf(question, today)
  const subject = question.concepts.some(({ kind }) => !['ask', 'act', 'flag', 'time', 'person'].includes(kind))
  const found: readonly FoundPassage[] = subject
    ? await findPassages(transaction, {
        userId: request.caller.userId,
        text: request.text,
        form: request.form,
        vector: options.vector,
        model: options.model,
        limit: SEARCHED,
        tables: ['chat_messages'],
      })
    : []
  if (subject && found.length === 0) return []
  const rows = await transaction.rows<TalkRow>(
    transaction.sql.raw(
      `with zone as (select :zone::text as name),
       found as (
         select f.*, place from unnest(cast(:ids as uuid[])) with ordinality as given (id, place)
         join chat_messages f on f.id = given.id
         union all
         select m.*, row_number() over (order by created_at desc) from chat_messages m
         where :all and message_type = 'user' and session_id <> :session
       ),
       asked as (
         select distinct on (u.id) u.id, u.session_id, u.content, u.created_at, found.place
         from found cross join lateral (
           select * from chat_messages u
           where u.session_id = found.session_id and u.message_type = 'user' and u.created_at <= found.created_at
           order by u.created_at desc limit 1
         ) as u
         order by u.id, found.place
       )
       select asked.id, asked.content as question, asked.created_at, (
         select a.content from chat_messages a
         where a.session_id = asked.session_id and a.message_type = 'ai' and a.created_at >= asked.created_at
         order by a.created_at limit 1
       ) as answer
       from asked cross join zone
       where asked.content <> ''
         and (cast(:from as date) is null or (asked.created_at at time zone zone.name)::date >= cast(:from as date))
         and (cast(:to as date) is null or (asked.created_at at time zone zone.name)::date <= cast(:to as date))
       order by place limit :limit`,
      {
        zone: timeZone,
        ids: found.map(({ rowId }) => rowId),
        all: !subject,
        session: request.sessionId,
        from: from ?? null,
        to: to ?? null,
        limit: RECALLED,
      },
    ),
  )
  return rows
    .toSorted((one, other) => one.created_at.getTime() - other.created_at.getTime())
    .map(({ id, question: asked, answer, created_at }) => {
      const day = words.date(localMoment(created_at, timeZone))
      return {
        source: { kind: 'record', table: 'chat_messages', rowId: id },
        title: day,
        text: `${day}\n${asked.replace(/\s+/g, ' ').trim()}\n${short(answer ?? '')}`,
        values: [],
      }
    })
}

function short(answer: string): string {
  if (answer.length <= ANSWER_CHARACTERS) return answer
  const cut = answer.slice(0, ANSWER_CHARACTERS)
  return `${cut.slice(0, Math.max(cut.lastIndexOf('\n'), cut.lastIndexOf('. ') + 1, ANSWER_CHARACTERS / 2))}…`
}
