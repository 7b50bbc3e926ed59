import { LIKENESS_BIAS, LIKENESS_SCALE, LIKENESS_WEIGHTS } from './generated/likeness-model.ts'
import { messageFeatures } from './message-features.ts'

const weights = new Int8Array(Buffer.from(LIKENESS_WEIGHTS, 'base64'))

/**
 * How much a message is worded like the emergencies that the model was trained on: log odds, above 0 where it is more
 * likely one than not.
 */
export function emergencyLikeness(text: string): number {
  let score = 0
  for (const [bucket, value] of messageFeatures(text)) score += (weights[bucket] ?? 0) * value
  return score * LIKENESS_SCALE + LIKENESS_BIAS
}
