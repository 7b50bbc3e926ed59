import { type ConceptMatch, wordsOf } from '../../clinical/concepts/index.ts'
import { saysHowItStands, standingOf } from './check-trend.ts'
import type { Direction, Edit, Span, Support } from './claim.ts'
import { ALL_OF_IT, BOTH_KINDS, GOOD, NEGATION, NORMAL_AS_NAME, OF_A_VALUE, WITHIN_NORMAL } from './claim-words.ts'
import type { KnownValues, Witness } from './known-values.ts'
import type { SubjectKeys, SubjectMention } from './subjects.ts'

interface Statement {
  readonly sentence: string
  readonly concepts: readonly ConceptMatch[]
  readonly mentions: readonly SubjectMention[]
  readonly supports: readonly Support[]
  /** The value that the sentences before have spoken of. */
  readonly carried: Witness | undefined
  /** What the talk is about, where the sentence does not say it. */
  readonly topic: SubjectKeys
}

/**
 * "High" said of a value that is low, "in the normal range" of one that is not. Judged beside the value itself, in a short
 * "that is high", and of the newest value of whatever the sentence, the talk or the question is about.
 */
export function checkDirection(known: KnownValues, statement: Statement): Edit | 'right' | undefined {
  const { sentence } = statement
  if (NEGATION.test(sentence)) return undefined
  const said = directionsSaid(statement)
  const [first] = said
  if (first === undefined) return undefined
  const actual = actualDirection(known, statement)
  if (actual === undefined) return checkAll(known, sentence, first)
  if (said.some(({ direction }) => direction === actual)) return 'right'
  return { start: first.start, end: first.end, kind: 'direction', direction: actual }
}

function actualDirection(known: KnownValues, statement: Statement): Direction | undefined {
  const { sentence, mentions, supports, carried, topic } = statement
  const flags = [...new Set(supports.flatMap(({ witness }) => directionOf(witness) ?? []))]
  if (flags.length > 0) return flags.length === 1 ? flags[0] : undefined
  const [only] = mentions
  if (mentions.length > 1) return undefined
  if (only !== undefined) return saysHowItStands(sentence) ? standingOf(known, only.keys) : undefined
  if (wordsOf(sentence).length <= 9 && THIS_IS.test(sentence)) return carried && directionOf(carried)
  return saysHowItStands(sentence) && OF_A_VALUE.test(sentence) && !ALL_OF_IT.test(sentence)
    ? standingOf(known, topic)
    : undefined
}

/** "All your values are normal", where some are not. */
function checkAll(known: KnownValues, sentence: string, said: Span & { direction: Direction }): Edit | undefined {
  if (said.direction !== 'normal' || !ALL_OF_IT.test(sentence) || !saysHowItStands(sentence)) return undefined
  const isRight = known.witnesses.every(({ flag }) => flag === undefined || flag === 'normal')
  return isRight ? undefined : { start: said.start, end: said.end, kind: 'not_all' }
}

function directionsSaid({ sentence, concepts }: Statement): (Span & { readonly direction: Direction })[] {
  const phrases = [WITHIN_NORMAL, GOOD].flatMap((pattern) => {
    const span = pattern.exec(sentence)?.indices?.groups?.['said']
    return span === undefined ? [] : [{ start: span[0], end: span[1], direction: 'normal' as const }]
  })
  const normalIsName = NORMAL_AS_NAME.test(sentence) || BOTH_KINDS.test(sentence)
  const words = concepts.flatMap(({ concept, start, end }) => {
    const direction = DIRECTIONS[concept.id]
    const within = phrases.some((phrase) => phrase.start <= start && end <= phrase.end)
    return direction === undefined || within || (direction === 'normal' && normalIsName)
      ? []
      : [{ start, end, direction }]
  })
  return [...phrases, ...words].sort((left, right) => left.start - right.start)
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  'flag.high': 'high',
  'flag.low': 'low',
  'flag.normal': 'normal',
  'ask.normal': 'normal',
}

const THIS_IS = /^\s*(that|this|it|both|they|these|यह|ये|वह|इसका|இது|அது|இவை|yeh|ye|woh|idhu|adhu)(?![\p{L}\p{M}])/iu

function directionOf({ flag }: Witness): Direction | undefined {
  if (flag === 'high' || flag === 'critical_high') return 'high'
  if (flag === 'low' || flag === 'critical_low') return 'low'
  return flag === 'normal' ? 'normal' : undefined
}
