import type { LanguageForm } from '../../clinical/language-forms.ts'
import { FINDINGS, type ReadingFinding, WORD_CLASSES } from '../../clinical/red-flags/index.ts'
import { isDenied } from './context.ts'
import { CUES } from './cues.ts'
import { Matcher, type MessageMatch, type Span } from './matcher.ts'
import { type Token, tokenise } from './tokens.ts'

/** Longer messages are read up to here: nobody types this much before help is due. */
const LONGEST_TEXT = 6000

const matcher = new Matcher(WORD_CLASSES, { ...FINDINGS, ...CUES })
const figurative = Object.keys(FINDINGS).filter((name) => FINDINGS[name]?.figurative === true)
/** How one finding stands in a message. */
interface Stated {
  /** Said to be so, now, of somebody. */
  readonly present: readonly Span[]
  readonly strong: readonly Span[]
}
const NOTHING: Stated = { present: [], strong: [] }

/** Reads what a message states, finding by finding, each looked for once and only where a rule asks. */
export class Statement {
  readonly tokens: readonly Token[]
  readonly match: MessageMatch
  readonly #known = new Map<string, Stated>()
  readonly #figurative: readonly Span[]
  readonly #mild: readonly Span[]
  readonly #pastClauses: ReadonlySet<number>
  readonly #askedSentences: ReadonlySet<number>

  constructor(text: string, form: LanguageForm) {
    this.tokens = tokenise(text.slice(0, LONGEST_TEXT))
    this.match = matcher.read(this.tokens, form)
    this.#figurative = figurative.flatMap((name) => this.match.finding(name))
    this.#mild = this.match.wordClass('mild')
    const clauses = (name: string): Set<number> =>
      new Set(this.match.finding(name).map((span) => this.tokens[span.start]?.clause ?? -1))
    const sentences = (name: string): Set<number> =>
      new Set(this.match.finding(name).map((span) => this.tokens[span.start]?.sentence ?? -1))
    const wellNow = clauses('cue_well_now')
    const now = new Set([...clauses('cue_now')].filter((clause) => !wellNow.has(clause)))
    const years = this.tokens.filter(
      ({ raw }) => /^(?:19[4-9]|20[0-4])\d$/.test(raw) && Number(raw) < new Date().getFullYear(),
    )
    const past = [...clauses('cue_long_past'), ...years.map(({ clause }) => clause)]
    this.#pastClauses = new Set(past.filter((clause) => !now.has(clause)))
    const personal = sentences('cue_personal')
    const request = sentences('cue_request')
    this.#askedSentences = new Set(
      [...sentences('cue_asked')].filter((sentence) => !personal.has(sentence) || request.has(sentence)),
    )
  }

  /** Counts a finding that a measurement makes. */
  addMeasured(name: ReadingFinding): void {
    this.#known.set(name, { present: [{ start: 0, end: 0, named: [] }], strong: [{ start: 0, end: 0, named: [] }] })
  }

  finding(name: string): Stated {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const evenIfAsked = FINDINGS[name]?.evenIfAsked === true
    const isFigurative = FINDINGS[name]?.figurative === true
    const present = this.match
      .finding(name)
      .filter(
        (span) =>
          (isFigurative || !this.#meantOtherwise(span)) && !this.#past(span) && (evenIfAsked || !this.#asked(span)),
      )
      .filter((span) => isFigurative || !isDenied(this.tokens, span))
    const stated = present.length === 0 ? NOTHING : { present, strong: present.filter((span) => !this.#isMild(span)) }
    this.#known.set(name, stated)
    return stated
  }

  /** Whether a finding is said to be so. */
  states(name: string): boolean {
    return this.finding(name).present.length > 0
  }

  /** Whether the words of a finding are there, whatever is said of them. */
  mentions(name: string): boolean {
    return this.match.finding(name).length > 0
  }

  /** Whether some of the message is neither past nor a mere question for information. */
  isAboutNow(): boolean {
    return this.tokens.some(
      ({ clause, sentence }) => !this.#pastClauses.has(clause) && !this.#askedSentences.has(sentence),
    )
  }

  /** Whether what stands at these words is past or only asked about, for readings. */
  isCurrent(span: Span): boolean {
    return !this.#past(span) && !this.#asked(span)
  }

  textOf(span: Span, text: string): string {
    return text.slice(this.tokens[span.start]?.start ?? 0, this.tokens[span.end - 1]?.end ?? 0)
  }

  #past(span: Span): boolean {
    return this.#pastClauses.has(this.tokens[span.start]?.clause ?? -1)
  }

  #asked(span: Span): boolean {
    return this.#askedSentences.has(this.tokens[span.start]?.sentence ?? -1)
  }

  #meantOtherwise(span: Span): boolean {
    return this.#figurative.some((other) => span.named.some((at) => at >= other.start && at < other.end))
  }

  #isMild(span: Span): boolean {
    const clause = this.tokens[span.start]?.clause
    return this.#mild.some(
      (mild) =>
        this.tokens[mild.start]?.clause === clause &&
        mild.start >= span.start - 2 &&
        mild.end <= span.end + 2 &&
        !this.#much(mild),
    )
  }

  /** "a bit too much", "not mild", "slight … getting worse": not mild after all. */
  #much(mild: Span): boolean {
    return (
      /^(?:not|no|too)$/.test(this.tokens[mild.start - 1]?.raw ?? '') ||
      /^(?:too|nahi|nhi|illa|नहीं|இல்ல|இல்லை)$/.test(this.tokens[mild.end]?.raw ?? '')
    )
  }
}
