import type { Database } from '../../platform/database/index.ts'
import type { NamedChatModel } from '../../platform/models/index.ts'
import { promptText } from '../../platform/prompts.ts'
import { mayUseExternalModel } from './model-terms.ts'
import { wholeAnswer } from './whole-answer.ts'

const MILLISECONDS = 60_000
/** A page has fewer; a model that goes on and on is stopped here. */
const MOST_ROWS = 400
const LONGEST_CELL = 200

/** What one person's pages may be shown to: the picture goes as it is, with what stands on it, so only with their consent. */
export type TranscriberOf = (
  userId: string,
) => Promise<((picture: Uint8Array) => Promise<readonly (readonly string[])[] | undefined>) | undefined>

/**
 * Has a configured model with eyes write down pages that text recognition is unsure of: rows of cells, as printed. Nobody
 * looks where no model sees, or where it is outside and the person has not agreed. A model that fails is reported, and the
 * page stays as it was read.
 */
export function createTranscriber(options: {
  readonly database: Database
  readonly models: readonly NamedChatModel[]
  readonly report: (error: unknown) => void
}): TranscriberOf {
  const { database, models, report } = options
  return async (userId) => {
    const seeing = models.filter(({ vision }) => vision === true)
    if (seeing.length === 0) return undefined
    const mayLeave = await database.asUser(userId, (transaction) => mayUseExternalModel({ transaction }))
    const chosen = seeing.find(({ external }) => external !== true || mayLeave)
    if (chosen === undefined) return undefined
    // Workers that never ask a model need not load its client.
    const { HumanMessage, SystemMessage } = await import('@langchain/core/messages')
    return async (picture) => {
      const address = `data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}`
      try {
        const answer = await wholeAnswer(
          chosen,
          [
            new SystemMessage(promptText('transcribe-page')),
            new HumanMessage({ content: [{ type: 'image_url', image_url: { url: address } }] }),
          ],
          { signal: AbortSignal.timeout(MILLISECONDS) },
        )
        return rowsOf(answer)
      } catch (error) {
        report(error)
        return undefined
      }
    }
  }
}

/** Lines of cells that bars part, with or without the bars and rules that Markdown puts around tables. */
export function rowsOf(text: string): readonly (readonly string[])[] | undefined {
  const rows = text
    .split('\n')
    .filter((line) => !/^\s*(?:```.*|[|\s:-]*)$/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim().slice(0, LONGEST_CELL)),
    )
    .slice(0, MOST_ROWS)
  return rows.length === 0 ? undefined : rows
}
