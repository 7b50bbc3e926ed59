import { type Language, type LanguageForm, languageOf } from '../../clinical/language-forms.ts'
import { translator } from '../../platform/i18n/translator.ts'
import type { Intent } from '../retrieval/question.ts'
import type { AgentEvent, Evidence, GroundedEvent, TurnStages } from '../turn/stages.ts'
import type { Citation } from '../turn/turn-events.ts'
import { addressOf, type Edit, type Support } from './claim.ts'
import { ClaimChecker } from './claim-checker.ts'
import { Confidence } from './confidence.ts'
import { claimStart, releasable, sentenceEnd } from './sentence-gate.ts'

/**
 * The grounding stage. Text passes untouched until a claim begins (a number, a date, a medicine, "high"); from there to the
 * end of its sentence it waits, is checked against the evidence and the tools' answers, and goes out with what did not
 * hold replaced by plain words that say so. Each claim that held becomes a citation.
 */
export const ground: TurnStages['ground'] = async function* (events, evidence, { form, question }) {
  const said = events[Symbol.asyncIterator]()
  // The evidence is taken in while the model begins to think.
  const first = said.next()
  const gate = new GroundingGate(form, evidence, question)
  for await (const event of from(first, said)) {
    if (event.type === 'text.delta') {
      yield* gate.take(event.text)
      continue
    }
    yield* gate.flush()
    if (event.type === 'tool.called') {
      const { evidence: found, ...called } = event
      gate.learn(found)
      yield called
    } else if (event.type === 'finished') yield gate.result(event)
    else yield event
  }
  yield* gate.flush()
}

/** Events of an iterator whose first one has been asked for already. Leaving early closes it. */
async function* from(
  first: Promise<IteratorResult<AgentEvent>>,
  rest: AsyncIterator<AgentEvent>,
): AsyncGenerator<AgentEvent> {
  try {
    for (let next = await first; !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** Characters that are looked at for the next claim: more than a sentence has, and little of an answer that comes at once. */
const SEEN_AT_ONCE = 2_000

const SMALL_TALK: ReadonlySet<string> = new Set<Intent>([
  'greeting',
  'thanks',
  'goodbye',
  'capabilities',
  'agree',
  'decline',
])

class GroundingGate {
  readonly #form: LanguageForm
  readonly #language: Language
  readonly #checker: ClaimChecker
  readonly #confidence: Confidence
  readonly #sources: Citation[] = []
  /** Text that waits. */
  #held = ''
  /** What of the present sentence is out already. */
  #sent = ''
  /** Characters sent so far. */
  #position = 0

  constructor(form: LanguageForm, evidence: Evidence, question: string | undefined) {
    this.#form = form
    this.#language = languageOf(form)
    this.#checker = new ClaimChecker(this.#language, evidence, question)
    this.#confidence = new Confidence(evidence)
  }

  learn(evidence: Evidence): void {
    this.#checker.known.add(evidence)
    this.#confidence.learn(evidence)
  }

  *take(text: string): Generator<GroundedEvent> {
    this.#held += text
    for (;;) {
      const seen = this.#held.slice(0, SEEN_AT_ONCE)
      const start = claimStart(seen, this.#sent, this.#language)
      const end = sentenceEnd(seen, start ?? 0)
      if (start === undefined) {
        // Whole sentences are looked at too, for the rows that they name.
        const upTo = end ?? releasable(seen)
        if (upTo === 0) return
        yield* this.#pass(upTo)
        if (end !== undefined) yield* this.#close()
        if (end === undefined) return
        continue
      }
      const before = sentenceEnd(seen.slice(0, start), 0)
      if (before !== undefined) {
        yield* this.#pass(before)
        yield* this.#close()
        continue
      }
      if (start > 0) {
        yield* this.#pass(start)
        continue
      }
      if (end === undefined) return
      yield* this.#checkHeld(end)
    }
  }

  *flush(): Generator<GroundedEvent> {
    if (this.#held !== '') {
      const start = claimStart(this.#held, this.#sent, this.#language)
      if (start === undefined) yield* this.#pass(this.#held.length)
      else yield* this.#checkHeld(this.#held.length)
    }
    if (this.#sent !== '') yield* this.#close()
  }

  result(event: Extract<AgentEvent, { type: 'finished' }>): GroundedEvent {
    const { type: _type, ...finished } = event
    return {
      type: 'answer.grounded',
      sources: [...this.#sources],
      ...this.#confidence.result(!SMALL_TALK.has(event.intent)),
      ...finished,
    }
  }

  /** Sends the beginning of what is held as it is. */
  *#pass(length: number): Generator<GroundedEvent> {
    const text = this.#held.slice(0, length)
    this.#held = this.#held.slice(length)
    this.#sent += text
    this.#position += text.length
    if (text !== '') yield { type: 'text.delta', text }
  }

  /** A sentence without a claim has ended: it may still name rows of the record. */
  *#close(): Generator<GroundedEvent> {
    const sentence = this.#sent
    const begin = this.#position - sentence.length
    this.#sent = ''
    if (/\S/.test(sentence)) {
      const { supports } = this.#checker.check(sentence)
      this.#confidence.count({ checked: 0, supported: 0, cited: supports.length > 0 })
      yield* this.#cite(supports, (offset) => begin + offset)
    } else if (/\n\s*\n/.test(sentence)) this.#checker.forgetTopic()
  }

  /** Checks a sentence whose end is here, and sends what of it still waited. */
  *#checkHeld(length: number): Generator<GroundedEvent> {
    const waiting = this.#held.slice(0, length)
    this.#held = this.#held.slice(length)
    const sentence = this.#sent + waiting
    const sentLength = this.#sent.length
    const begin = this.#position - sentLength
    this.#sent = ''
    const verdict = this.#checker.check(sentence)
    // Of what has to go, the beginning may be out already: "kidney" of "kidney disease".
    const edits = verdict.edits
      .filter(({ end }) => end > sentLength)
      .map((edit) => ({ ...edit, start: Math.max(edit.start, sentLength) }))
    const { text, shift } = this.#rewrite(sentence, edits)
    const out = text.slice(sentLength)
    this.#position += out.length
    if (out !== '') yield { type: 'text.delta', text: out }
    const standing = verdict.supports.filter(
      (support) => !edits.some((edit) => edit.start < support.end && support.start < edit.end),
    )
    this.#confidence.count({ ...verdict, cited: standing.length > 0 })
    yield* this.#cite(standing, (offset) => begin + shift(offset))
  }

  /** The sentence with honest words in place of what did not hold, and where its offsets have moved. */
  #rewrite(
    sentence: string,
    edits: readonly Edit[],
  ): { readonly text: string; readonly shift: (offset: number) => number } {
    const t = translator(this.#form)
    let text = ''
    let at = 0
    const moves: { readonly from: number; readonly by: number }[] = []
    const used = new Set<string>()
    for (const edit of edits) {
      const words =
        edit.kind === 'direction'
          ? t(`builtin:flag.${edit.direction}`)
          : edit.kind === 'trend'
            ? edit.words
            : edit.kind === 'advice'
              ? `… ${t('builtin:grounding.askDoctor')}`
              : // Said once a sentence; a second gap needs no second explanation.
                used.has(edit.kind)
                ? '…'
                : t(`builtin:grounding.${edit.kind}`)
      used.add(edit.kind)
      text += sentence.slice(at, edit.start) + words
      moves.push({ from: edit.end, by: words.length - (edit.end - edit.start) })
      at = edit.end
    }
    text += sentence.slice(at)
    const shift = (offset: number) =>
      moves.reduce((moved, { from, by }) => (offset >= from ? moved + by : moved), offset)
    return { text, shift }
  }

  *#cite(supports: readonly Support[], place: (offset: number) => number): Generator<GroundedEvent> {
    const cited = new Set<string>()
    for (const { start, end, witness } of supports) {
      const address = addressOf(witness)
      if (cited.has(address)) continue
      cited.add(address)
      const citation: Citation = { source: witness.source, title: witness.title, start: place(start), end: place(end) }
      this.#sources.push(citation)
      this.#confidence.cite(address)
      yield { type: 'citation.added', citation }
    }
  }
}
