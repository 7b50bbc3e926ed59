import { readFileSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { detectLanguage, romanise } from '../../src/assistant/language/index.ts'
import { LANGUAGE_FORMS, LANGUAGES, type Language, type LanguageForm } from '../../src/clinical/language-forms.ts'
import { createSearchIndexer, findPassages } from '../../src/domains/search/index.ts'
import type { OperationScope } from '../../src/operations/define-operation.ts'
import { type Embedder, openEmbedder } from '../../src/platform/models/index.ts'
import { addUser, openTestDatabase } from '../support/database.ts'
import { sharedRows } from './shared-data.ts'

/**
 * One person's record in English, Hindi and Tamil, and questions about it in five forms (`own/record-*.jsonl`, written by
 * us): how often a text that answers is among the first five, and how high it stands. The embedder alone, and fused with
 * full text as the assistant searches. Any embeddings server can be measured: set EMBEDDING_BASE_URL and EMBEDDING_MODEL.
 */
export interface RetrievalFigures {
  readonly model: string
  readonly questions: number
  readonly texts: number
  readonly fused: Readonly<Record<LanguageForm, Ranking>>
  readonly vectorsAlone: Readonly<Record<LanguageForm, Ranking>>
  /** Fused, by the language of the texts that answer: what answers in another language is left out of the ranks. */
  readonly pairs: readonly PairRanking[]
  /** Median of one search. */
  readonly milliseconds: number
  readonly misses: readonly string[]
}

export interface Ranking {
  readonly recallAt5: number
  readonly ndcgAt10: number
}

export interface PairRanking extends Ranking {
  readonly question: LanguageForm
  readonly text: Language
  readonly questions: number
}

interface RecordText {
  readonly id: string
  readonly table: string
  readonly text: string
}

type Question = { readonly gold: readonly string[] } & Readonly<Record<LanguageForm, string>>

export async function run(): Promise<string> {
  const figures = await measureRetrieval()
  const row = (form: LanguageForm) => {
    const fused = figures.fused[form]
    const alone = figures.vectorsAlone[form]
    return `| ${form} | ${fused.recallAt5.toFixed(3)} | ${fused.ndcgAt10.toFixed(3)} | ${alone.recallAt5.toFixed(3)} | ${alone.ndcgAt10.toFixed(3)} |`
  }
  return [
    `Own: ${figures.questions} questions about one record of ${figures.texts} texts, most of them English. Embedder: ${figures.model}. Median of a search: ${figures.milliseconds} ms.`,
    '',
    '| form of the question | recall@5 | nDCG@10 | recall@5, vectors alone | nDCG@10, vectors alone |',
    '|---|---|---|---|---|',
    ...LANGUAGE_FORMS.map(row),
    '',
    '**By the language of the question and of the text that answers**',
    '',
    '| question | text | questions | recall@5 | nDCG@10 |',
    '|---|---|---|---|---|',
    ...figures.pairs.map(
      ({ question, text, questions, recallAt5, ndcgAt10 }) =>
        `| ${question} | ${text} | ${questions} | ${recallAt5.toFixed(3)} | ${ndcgAt10.toFixed(3)} |`,
    ),
    '',
    ...(await translations(configuredEmbedder())),
    ...figures.misses.map((miss) => `- missed: ${miss}`),
  ].join('\n')
}

/** @param most how many of the questions are asked; all of them where it is left out */
export async function measureRetrieval(
  embedder: Embedder = configuredEmbedder(),
  most = Number.POSITIVE_INFINITY,
): Promise<RetrievalFigures> {
  const texts = read<RecordText>('record-texts')
  const questions = read<Question>('record-questions').slice(0, most)
  const languageOfText = new Map(texts.map(({ id, text }) => [id, detectLanguage(text).language]))
  const { database, close } = await openTestDatabase()
  try {
    const userId = await addUser(database)
    const indexer = createSearchIndexer({ ...withVectorsAtOnce(embedder) }, () => undefined)
    const rowIds = new Map(texts.map(({ id }) => [id, uuidv7()]))
    const idOfRow = new Map([...rowIds].map(([id, row]) => [row, id]))
    await database.asUser(userId, async (transaction) => {
      for (const { id, table, text } of texts) {
        const scope = { transaction, caller: { userId } } as unknown as OperationScope
        const rowId = rowIds.get(id) ?? ''
        await indexer.onChange(scope, { kind: 'created', table, id: rowId, before: null, after: null, text })
      }
    })
    const passages = await embedder.embedPassages(texts.map(({ text }) => text))
    const spent: number[] = []
    const misses: string[] = []
    const fused = {} as Record<LanguageForm, Ranking>
    const vectorsAlone = {} as Record<LanguageForm, Ranking>
    const pairs: PairRanking[] = []
    for (const form of LANGUAGE_FORMS) {
      const ranks: (readonly string[])[] = []
      const vectorRanks: (readonly string[])[] = []
      for (const question of questions) {
        const text = question[form]
        const before = performance.now()
        const vector = await embedder.embedQuery(text)
        const found = await database.asUser(userId, (transaction) =>
          findPassages(transaction, { userId, text, form, vector, model: embedder.model, limit: 10 }),
        )
        spent.push(performance.now() - before)
        const ids = found.map(({ rowId }) => idOfRow.get(rowId) ?? '')
        ranks.push(ids)
        vectorRanks.push(nearest(vector, passages, texts))
        if (!ids.slice(0, 5).some((id) => question.gold.includes(id)))
          misses.push(`${form}: ${text} → ${ids.slice(0, 5).join(', ')}`)
      }
      fused[form] = ranking(ranks, questions)
      vectorsAlone[form] = ranking(vectorRanks, questions)
      for (const language of LANGUAGES) pairs.push(...pairRanking(form, language, ranks, questions, languageOfText))
    }
    spent.sort((left, right) => left - right)
    return {
      model: embedder.model,
      questions: questions.length,
      texts: texts.length,
      fused,
      vectorsAlone,
      pairs,
      milliseconds: Number((spent[Math.floor(spent.length / 2)] ?? 0).toFixed(1)),
      misses,
    }
  } finally {
    await close()
  }
}

/** Whatever the embedder costs, an evaluation waits for it. */
function withVectorsAtOnce(embedder: Embedder): Embedder {
  return {
    model: embedder.model,
    immediate: true,
    embedPassages: (texts) => embedder.embedPassages(texts),
    embedQuery: (text) => embedder.embedQuery(text),
  }
}

function configuredEmbedder(): Embedder {
  const { EMBEDDING_BASE_URL: baseUrl, EMBEDDING_MODEL: model, EMBEDDING_API_KEY: apiKey } = process.env
  return openEmbedder(model === undefined ? undefined : { baseUrl, apiKey, model })
}

function nearest(vector: readonly number[], passages: readonly (readonly number[])[], texts: readonly RecordText[]) {
  return passages
    .map((passage, at) => ({
      at,
      closeness: passage.reduce((sum, value, place) => sum + value * (vector[place] ?? 0), 0),
    }))
    .sort((left, right) => right.closeness - left.closeness)
    .slice(0, 10)
    .map(({ at }) => texts[at]?.id ?? '')
}

function ranking(
  ranks: readonly (readonly string[])[],
  questions: readonly { readonly gold: readonly string[] }[],
): Ranking {
  let hits = 0
  let gain = 0
  for (const [at, ids] of ranks.entries()) {
    const gold = questions[at]?.gold ?? []
    if (ids.slice(0, 5).some((id) => gold.includes(id))) hits += 1
    const dcg = ids.slice(0, 10).reduce((sum, id, place) => sum + (gold.includes(id) ? 1 / Math.log2(place + 2) : 0), 0)
    const best = gold.reduce((sum, _id, place) => sum + 1 / Math.log2(place + 2), 0)
    gain += dcg / best
  }
  const round = (value: number) => Math.round((value / ranks.length) * 1000) / 1000
  return { recallAt5: round(hits), ndcgAt10: round(gain) }
}

/** The figures of one pair; none where no question is answered by a text in that language. */
function pairRanking(
  question: LanguageForm,
  text: Language,
  ranks: readonly (readonly string[])[],
  questions: readonly Question[],
  languageOfText: ReadonlyMap<string, Language>,
): PairRanking[] {
  const asked = questions.flatMap(({ gold }, at) => {
    const wanted = gold.filter((id) => languageOfText.get(id) === text)
    const others = new Set(gold.filter((id) => languageOfText.get(id) !== text))
    return wanted.length === 0 ? [] : [{ gold: wanted, ids: (ranks[at] ?? []).filter((id) => !others.has(id)) }]
  })
  if (asked.length === 0) return []
  const figures = ranking(
    asked.map(({ ids }) => ids),
    asked,
  )
  return [{ question, text, questions: asked.length, ...figures }]
}

/** How many of the translated sentences are searched. */
const SENTENCES = 300

/** Sentences of health texts and their translations (collected): the vectors alone must find each one's translation. */
async function translations(embedder: Embedder): Promise<string[]> {
  const rows = sharedRows('language/tico19_en_hi_ta.jsonl').slice(0, SENTENCES)
  if (rows.length === 0) return ['The translated sentences are not there, so they were not searched.', '']
  const sentence = (row: Record<string, unknown>, form: LanguageForm): string => {
    const language = form === 'hi-Latn' ? 'hi' : form === 'ta-Latn' ? 'ta' : form
    const text = String(row[language])
    return form === 'hi-Latn' || form === 'ta-Latn' ? romanise(text, form === 'hi-Latn' ? 'hi' : 'ta') : text
  }
  const lines: string[] = []
  for (const text of LANGUAGES) {
    const passages = await embedder.embedPassages(rows.map((row) => sentence(row, text)))
    const ids = rows.map((_, at) => ({ id: String(at), table: '', text: '' }))
    for (const question of LANGUAGE_FORMS.filter((form) => !form.startsWith(text))) {
      const ranks: string[][] = []
      for (const row of rows) ranks.push(nearest(await embedder.embedQuery(sentence(row, question)), passages, ids))
      const { recallAt5, ndcgAt10 } = ranking(
        ranks,
        rows.map((_, at) => ({ gold: [String(at)] })),
      )
      lines.push(`| ${question} | ${text} | ${recallAt5.toFixed(3)} | ${ndcgAt10.toFixed(3)} |`)
    }
  }
  return [
    `**Collected: ${rows.length} sentences about health and their translations, vectors alone.** Long sentences of general health text, for comparing embedders; the romanised ones are transliterated by rule.`,
    '',
    '| sentence | translation searched | recall@5 | nDCG@10 |',
    '|---|---|---|---|',
    ...lines,
    '',
  ]
}

function read<Row>(name: string): readonly Row[] {
  const lines = readFileSync(new URL(`own/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line) as Row)
}
