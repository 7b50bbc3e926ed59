import { ANALYTES, type Analyte, analyteByLoinc } from '../../clinical/analytes/index.ts'
import type { Language } from '../../clinical/language-forms.ts'
import type { Evidence, Fact, FactValue, Passage } from '../turn/stages.ts'
import type { Citation } from '../turn/turn-events.ts'
import { type FoundDate, findDates } from './dates.ts'
import { findNumbers, unitOf } from './numbers.ts'
import { conceptKeys, SubjectFinder, type SubjectKeys, valueKeys } from './subjects.ts'

/** A piece of evidence that a claim can be traced to. */
export interface Witness {
  readonly source: Citation['source']
  readonly title: string
  /** What the person or an earlier answer said supports saying it back, and is not cited. */
  readonly citable: boolean
  /** A text about health in general: it bears out no statement about the person. */
  readonly general?: boolean
  readonly flag?: FactValue['flag']
  /** The name that the row goes by. */
  readonly name?: string
  readonly keys: SubjectKeys
}

/** A number that evidence states. */
export interface KnownNumber {
  readonly value: number
  readonly second?: number
  readonly unit?: string
  readonly analyte?: Analyte
  /** `value`: measured or taken; `bound`: an end of a range; `text`: stands in a text. */
  readonly kind: 'value' | 'bound' | 'text'
  readonly keys: SubjectKeys
  readonly witness: Witness
  readonly dates: readonly FoundDate[]
}

export interface KnownDate {
  readonly date: FoundDate
  readonly keys: SubjectKeys
  readonly witness: Witness
}

const NO_KEYS: SubjectKeys = new Set()

/** Everything that the evidence of a turn states, in a form that claims can be held against. */
export class KnownValues {
  readonly numbers: KnownNumber[] = []
  readonly dates: KnownDate[] = []
  readonly witnesses: Witness[] = []
  readonly finder: SubjectFinder
  /** Keys of everything that is named anywhere in the evidence. */
  readonly named = new Set<string>()

  constructor(language: Language) {
    this.finder = new SubjectFinder(language)
  }

  add({ facts, passages }: Evidence): void {
    for (const fact of facts) this.#addFact(fact)
    for (const passage of passages) this.#addPassage(passage)
  }

  #addFact(fact: Fact): void {
    const [main] = fact.values
    const keys = main === undefined ? NO_KEYS : valueKeys(main)
    const witness: Witness = {
      source: pageOf(fact.source),
      title: fact.title,
      citable: fact.source.kind !== 'reference' || fact.source.url !== undefined,
      ...(main?.flag === undefined ? {} : { flag: main.flag }),
      ...(main === undefined ? {} : { name: main.name }),
      keys,
    }
    this.witnesses.push(witness)
    for (const key of keys) this.named.add(key)
    if (main !== undefined) {
      const analyte = main.code === undefined ? undefined : analyteByLoinc(main.code)
      for (const name of new Set([main.name, ...Object.values(analyte?.names ?? {})])) this.finder.learn(name, keys)
    }
    const dates = fact.values.flatMap(({ at }) => (at === undefined ? [] : momentsOf(at)))
    for (const date of dates) this.dates.push({ date, keys, witness })
    for (const value of fact.values) {
      const own = value === main ? keys : new Set([...keys])
      this.#addValue(value, own, witness, dates)
    }
    // What is only said in the line of text: instructions, notes, and all of what the person wrote.
    if (main === undefined) this.#addText(fact.text, undefined, witness)
    else this.#addText(fact.text, keys, witness)
  }

  #addValue(value: FactValue, keys: SubjectKeys, witness: Witness, dates: readonly FoundDate[]): void {
    const analyte = value.code === undefined ? undefined : analyteByLoinc(value.code)
    const unit = value.unit === undefined ? undefined : (unitOf(value.unit) ?? value.unit)
    const common = { keys, witness, dates, ...(analyte === undefined ? {} : { analyte }) }
    for (const number of findNumbers(value.value)) {
      const own = number.unit ?? unit
      const { value: amount, second } = number
      this.numbers.push({
        ...common,
        kind: 'value',
        value: amount,
        ...(second === undefined ? {} : { second }),
        ...(own === undefined ? {} : { unit: own }),
      })
    }
    for (const bound of [value.referenceLow, value.referenceHigh]) {
      if (bound !== undefined) {
        this.numbers.push({ ...common, kind: 'bound', value: bound, ...(unit === undefined ? {} : { unit }) })
      }
    }
    for (const date of findDates(value.value)) this.dates.push({ date, keys, witness })
  }

  #addPassage(passage: Passage): void {
    const general = passage.source.kind === 'reference'
    const witness: Witness = { source: passage.source, title: passage.title, citable: true, general, keys: NO_KEYS }
    this.witnesses.push(witness)
    // A line of a report is about what it names.
    for (const line of passage.text.split('\n')) this.#addText(line, undefined, witness)
  }

  /** Numbers and dates of a text. Without keys they are about whatever the text names, or about anything. */
  #addText(text: string, given: SubjectKeys | undefined, witness: Witness): void {
    const concepts = this.finder.concepts(text)
    for (const { concept } of concepts) for (const key of conceptKeys(concept)) this.named.add(key)
    const dates = findDates(text)
    const keys = given ?? new Set(concepts.flatMap(({ concept }) => [...conceptKeys(concept)]))
    for (const date of dates) this.dates.push({ date, keys, witness })
    for (const number of findNumbers(text)) {
      if (dates.some((date) => number.start < date.end && date.start < number.end)) continue
      const { value, second, unit } = number
      // The line repeats the fact's values, and they are known better already: with unit and name.
      if (this.numbers.some((known) => known.witness === witness && known.value === value)) continue
      this.numbers.push({
        kind: 'text',
        value,
        ...(second === undefined ? {} : { second }),
        ...(unit === undefined ? {} : { unit }),
        keys,
        witness,
        dates: [],
      })
    }
  }
}

/** A document is shown by its first page: people see paper, not rows. */
function pageOf(source: Citation['source']): Citation['source'] {
  return source.kind === 'record' && source.table === 'medical_documents'
    ? { kind: 'document', documentId: source.rowId, page: 1 }
    : source
}

/** The day and the time of a moment on the person's clock. */
function momentsOf(at: string): readonly FoundDate[] {
  const [date] = findDates(at.slice(0, 10))
  const time = /T(\d{2}):(\d{2})/.exec(at)
  return [
    ...(date === undefined ? [] : [date]),
    ...(time === null ? [] : [{ start: 0, end: 0, minutes: Number(time[1]) * 60 + Number(time[2]) }]),
  ]
}

/** Numbers that our own tables and texts state of an analyte: they may be quoted without standing in the record. */
export const CLINICAL_BOUNDS: ReadonlyMap<string, ReadonlySet<number>> = new Map(
  ANALYTES.map((analyte) => {
    const ends = analyte.ranges.flatMap(({ low, high }) => [low, high].filter((bound) => bound !== undefined))
    const { measures, low, high, abnormal } = analyte.meaning
    const texts = [measures, low, high, abnormal].flatMap((text) => (text === undefined ? [] : Object.values(text)))
    const said = texts.flatMap((text) => findNumbers(text).map(({ value }) => value))
    return [`analyte:${analyte.key}`, new Set([...ends, ...said])]
  }),
)
