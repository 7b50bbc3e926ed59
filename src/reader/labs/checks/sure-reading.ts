import { parseNumber } from '../../../clinical/units/index.ts'
import { parseValue } from '../printed/printed-value.ts'
import type { Reviewable } from '../review.ts'
import type { Doubt } from './doubt.ts'

/** Below this a recognised number is a guess. */
const SURE = 0.6

/** Recognised values that a second look read differently, or that recognition itself was unsure of. */
export function readingDoubt({ judged, result }: Reviewable): Doubt | undefined {
  const { valueCell, page } = judged.row
  if (page.source !== 'ocr') return undefined
  const others = valueCell.words.flatMap((word) => word.otherReadings ?? [])
  const differing = others
    .map((text) => parseValue(text))
    .find((other) => other?.number !== null && other !== undefined && other.number !== result.valueNumber)
  if (differing) return { reason: 'readings_differ', candidate: differing.text }
  // "391U/L" may be 39 IU/L.
  const glued = /^([<>]?\d[\d.,]*)1U\/?[lL]/.exec(valueCell.text)?.[1]
  if (glued !== undefined) return { reason: 'readings_differ', candidate: glued }
  const numeric = parseNumber(result.value) !== undefined
  const confidence = Math.min(...valueCell.words.map((word) => word.confidence))
  return confidence < (numeric ? SURE : SURE - 0.1) ? { reason: 'uncertain_reading' } : undefined
}
