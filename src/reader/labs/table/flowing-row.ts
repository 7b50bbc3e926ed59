import { findAnalyte } from '../../../clinical/analytes/index.ts'
import { type Cell, cellFromWords } from '../../layout/cells.ts'
import type { Word } from '../../read-document.ts'
import { NUMBER, plainText } from '../printed/number-text.ts'
import { flagMeaning } from '../printed/printed-flag.ts'
import { parseRanges } from '../printed/printed-range.ts'
import { leadingUnit } from '../printed/printed-unit.ts'
import { type PrintedValue, parseValue } from '../printed/printed-value.ts'

interface FlowingRow {
  readonly name: Cell
  readonly value: { readonly cell: Cell; readonly parsed: PrintedValue }
  readonly unit: string | null
  readonly range: Cell | undefined
  readonly flag: string | null
}

interface Tail {
  value: { first: number; last: number; parsed: PrintedValue } | undefined
  unit: string | null
  range: { first: number; last: number } | undefined
  flag: string | null
}

const LONGEST_NAME = 10
const UNKNOWN = 0.5
/** A unit, not a value. */
const POWER_OF_TEN = /^x?10\s?[\^*]/
const NUMBER_START = new RegExp(`^[<>(]?=?\\s?${NUMBER}`)

/**
 * A row whose columns have run together, or a statement in prose: "T4 6.62 6.09-12.23 mcg/dL", "WBC 4-10 x10^3/ul 7.7",
 * "Hemoglobin: 13.5 g/dL (Normal)". The name ends where what follows is a value with a unit or a range; of several such
 * places the one whose name is known. `undefined` where the words are no row.
 */
export function readFlowing(words: readonly Word[]): FlowingRow | undefined {
  if (words.length < 2 || words.length > 24) return undefined
  let best: { row: FlowingRow; score: number } | undefined
  for (let split = 1; split < words.length && split <= LONGEST_NAME; split++) {
    const start = plainText(words[split]?.text ?? '')
    if (!NUMBER_START.test(start) || POWER_OF_TEN.test(start)) continue
    const tail = readTail(words.slice(split))
    if (!tail?.value) continue
    const row = rowFrom(words, split, tail)
    const match = row && findAnalyte(row.name.text, { unit: row.unit ?? undefined, valueText: tail.value.parsed.text })
    // A name that nobody knows counts where it is set off from what is a value with both its unit and its range.
    const isStatement = /[:=]$/.test(words[split - 1]?.text ?? '') && row?.unit !== null && row?.range !== undefined
    if (!row || !(match || isStatement)) continue
    const score = (match?.confidence ?? UNKNOWN) + (row.unit === null ? 0 : 0.1) + (row.range === undefined ? 0 : 0.1)
    if (!best || score > best.score) best = { row, score }
  }
  return best?.row
}

function rowFrom(words: readonly Word[], split: number, tail: Tail): FlowingRow | undefined {
  if (!tail.value) return undefined
  const name = words.slice(0, split).filter((word) => !/^[-•*·:=|]+$/.test(word.text))
  const last = name.at(-1)
  if (!last) return undefined
  name[name.length - 1] = { ...last, text: last.text.replace(/\s*[:=]+$/, '') }
  const cell = (part: { first: number; last: number }) =>
    cellFromWords(words.slice(split + part.first, split + part.last + 1))
  return {
    name: cellFromWords(name),
    value: { cell: cell(tail.value), parsed: tail.value.parsed },
    unit: tail.unit,
    range: tail.range && cell(tail.range),
    flag: tail.flag,
  }
}

/** Value, unit, range and mark in any order. `undefined` where something else stands among them. */
function readTail(words: readonly Word[]): Tail | undefined {
  const texts = words.map((word) => plainText(word.text))
  const tail: Tail = { value: undefined, unit: null, range: undefined, flag: null }
  let position = 0
  while (position < texts.length) {
    const taken =
      takeNoise(texts, position) ??
      (tail.value ? takeUnit(texts, position, tail) : undefined) ??
      takeRange(texts, position, tail) ??
      takeValue(texts, position, tail) ??
      takeUnit(texts, position, tail) ??
      takeFlag(texts, position, tail)
    // A comment in brackets may end a statement: "(High - Indicates Infection)".
    if (taken === undefined)
      return tail.value && tail.unit !== null && texts[position]?.startsWith('(') ? tail : undefined
    position += taken
  }
  if (tail.value) return tail.unit !== null || tail.range ? tail : undefined
  return valueFromRange(texts, tail)
}

function takeNoise(texts: readonly string[], position: number): number | undefined {
  return /^[-~|:=.,;()[\]]+$/.test(texts[position] ?? '') ? 1 : undefined
}

function takeFlag(texts: readonly string[], position: number, tail: Tail): number | undefined {
  const text = (texts[position] ?? '').replace(/^[([]|[)\]]$/g, '')
  if (flagMeaning(text) === undefined) return undefined
  tail.flag ??= text
  return 1
}

/** The longest stretch from here that is ranges and their labels only. */
function takeRange(texts: readonly string[], position: number, tail: Tail): number | undefined {
  if (tail.range) return undefined
  for (let end = texts.length; end > position; end--) {
    const text = texts
      .slice(position, end)
      .join(' ')
      .replace(/^[([]|[)\]]$/g, '')
    const ranges = parseRanges(text)
    const first = ranges[0]
    if (!first) return undefined
    const startsHere = text.startsWith(first.text) || (/^\p{L}/u.test(first.label) && text.startsWith(first.label))
    const rest = ranges.reduce(
      (left, range) =>
        left
          .replace(range.text, '')
          .replace(range.label, '')
          .replace(range.unit ?? '', ''),
      text,
    )
    if (startsHere && !/[\p{L}\d]/u.test(rest)) {
      const units = ranges.map((range) => range.unit).find((unit) => unit !== null)
      if (tail.unit === null && units) tail.unit = units
      tail.range = { first: position, last: end - 1 }
      return end - position
    }
  }
  return undefined
}

function takeValue(texts: readonly string[], position: number, tail: Tail): number | undefined {
  if (tail.value) return undefined
  for (const count of [2, 1]) {
    const text = texts.slice(position, position + count).join(' ')
    // Two words are one value only where the first is a comparison sign.
    if (count === 2 && !/^[<>]=? /.test(text)) continue
    const parsed = parseValue(text)
    if (!parsed || parsed.kind === 'words') continue
    tail.value = { first: position, last: position + count - 1, parsed }
    tail.unit ??= parsed.unit
    tail.flag ??= parsed.flag
    return count
  }
  return undefined
}

/** "1.73" before the unit of a filtration rate is the body surface that it is scaled to. */
function takeUnit(texts: readonly string[], position: number, tail: Tail): number | undefined {
  if (tail.unit !== null) return undefined
  const surface = /^1[.,]73$/.test(texts[position] ?? '') && /min/i.test(texts[position + 1] ?? '') ? 1 : 0
  const text = texts.slice(position + surface).join(' ')
  const unit = leadingUnit(text)
  if (!unit) return undefined
  const words = unit.unit.split(' ').length
  tail.unit = surface ? `${texts[position + 1] ?? ''} ${texts[position]}` : unit.unit
  return words + surface
}

/** "Pus cells 1-2 /hpf": what looks like a range is the value where there is no other. */
function valueFromRange(texts: readonly string[], tail: Tail): Tail | undefined {
  if (!tail.range || tail.unit === null) return undefined
  const { first } = tail.range
  const parsed = parseValue(texts[first] ?? '')
  if (parsed?.kind !== 'span') return undefined
  return { ...tail, value: { first, last: first, parsed }, range: undefined }
}
