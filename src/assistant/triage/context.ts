import {
  DENIAL_ENDS,
  DENY_AFTER,
  DENY_BEFORE,
  DENYING_VERB,
  LIGHT_WORDS,
  OR_NOT,
  OR_WORDS,
  PERSISTING_VERB,
  PERSISTS_AFTER_DENIAL,
} from './cues.ts'
import type { Span } from './matcher.ts'
import { romanisedKey } from './romanised-key.ts'
import type { Token } from './tokens.ts'
import { nativeKey } from './tokens.ts'

const folded = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].map((word) => nativeKey(word)))
/** "nahi" in all its spellings. */
const HINDI_NOT = romanisedKey('nahi', 'hi')
const nativeDenials = folded(DENY_AFTER.native)
const nativeLight = folded(LIGHT_WORDS.native)
const persists = folded(PERSISTS_AFTER_DENIAL)
const orNot = folded(OR_NOT)
const orWords = folded(OR_WORDS)
const denyBefore = folded(DENY_BEFORE)

/** How far a denial reaches back over words, and forward. */
const REACH_BEFORE = 7
const REACH_AFTER = 4

const isDenialAfter = (token: Token): boolean =>
  token.script === 'latin'
    ? DENY_AFTER.hindi.has(token.raw) || token.hindiKey === HINDI_NOT || DENY_AFTER.tamil.has(token.raw)
    : nativeDenials.has(token.key)
const isLight = (token: Token): boolean => nativeLight.has(token.key) || LIGHT_WORDS.latin.has(token.raw)

function deniedAfter(tokens: readonly Token[], span: Span): boolean {
  const last = tokens[span.end - 1]
  if (last === undefined) return false
  // "vaandhi nikkave illa": what is denied is the stopping.
  const stays = PERSISTING_VERB.test(last.script === 'latin' ? last.raw : last.key)
  let pardon = 0
  for (let at = span.end; at < Math.min(tokens.length, span.end + REACH_AFTER + 2); at += 1) {
    const token = tokens[at]
    if (token === undefined || token.clause !== last.clause) return false
    if (isDenialAfter(token)) {
      if (stays && at === span.end) return false
      const before = tokens[at - 1]
      const after = tokens[at + 1]
      if (before !== undefined && at > span.end && orNot.has(before.key) && !orWords.has(tokens[at - 2]?.key ?? '')) {
        // "ya dast nahi": an "or" with a word between is a list; "hai ya nahi" is a question.
        return false
      }
      return !(after !== undefined && after.clause === token.clause && persists.has(after.key))
    }
    if (orWords.has(token.key) && at > span.end - 1) {
      pardon = 2
      continue
    }
    if (pardon > 0) {
      pardon -= 1
      continue
    }
    if (at >= span.end + REACH_AFTER) return false
    const isFine =
      DENY_AFTER.english.has(token.raw) && tokens[at - 1]?.raw.match(/^(is|are|was|s)$/) !== null && at > span.end
    if (isFine) return true
    if (!isLight(token)) return false
  }
  return false
}

/** A denial inside a wording's own gaps: "seene mein koi dard nahi" is after, "chest mein nahi dard" is inside. */
function deniedInside(tokens: readonly Token[], span: Span): boolean {
  for (let at = span.start; at < span.end; at += 1) {
    const token = tokens[at]
    if (token === undefined || span.named.includes(at)) continue
    if (isDenialAfter(token) && !persists.has(tokens[at + 1]?.key ?? '')) return true
    if (denyBefore.has(token.key) && !DENIAL_ENDS.has(tokens[at + 1]?.raw ?? '')) return true
  }
  return false
}

/** "na seene mein dard hai na saans ki dikkat": Hindi's "neither … nor". */
const isNeither = (token: Token): boolean => /^(?:na|naa|न|ना)$/.test(token.raw)
const hasNor = (tokens: readonly Token[], at: number): boolean =>
  tokens.some((other, place) => place !== at && other.sentence === tokens[at]?.sentence && isNeither(other))

function deniedBefore(tokens: readonly Token[], span: Span): boolean {
  const first = tokens[span.start]
  if (first === undefined) return false
  let crossed = false
  for (let at = span.start - 1; at >= Math.max(0, span.start - REACH_BEFORE); at -= 1) {
    const token = tokens[at]
    if (token === undefined || token.sentence !== first.sentence) return false
    if (token.clause !== first.clause && !crossed) {
      // "No fever, cough or chest pain" is one list; "no fever, chest pain since morning" is not.
      const within = tokens.slice(Math.max(0, at - 3), span.start + 4)
      const listed = within.some((other) => other.sentence === first.sentence && /^(or|nor)$/.test(other.raw))
      if (!listed || first.clause - token.clause > 1) return false
      crossed = true
    }
    if (denyBefore.has(token.key) || (isNeither(token) && hasNor(tokens, at))) {
      if (span.named.includes(at)) return false
      const next = tokens[at + 1]
      return !(next !== undefined && DENIAL_ENDS.has(next.raw) && at + 1 < span.start)
    }
    if (DENIAL_ENDS.has(token.raw)) return false
  }
  return false
}

/** A named verb that ends in a denial of its own: "valikkala", "வலிக்கல". */
const deniedByEnding = (tokens: readonly Token[], span: Span): boolean =>
  span.named.some((at) => {
    const token = tokens[at]
    return token !== undefined && DENYING_VERB.test(token.script === 'latin' ? token.raw : token.key)
  })

/** Whether the person says that a finding is not there. */
export function isDenied(tokens: readonly Token[], span: Span): boolean {
  return (
    deniedBefore(tokens, span) ||
    deniedInside(tokens, span) ||
    deniedAfter(tokens, span) ||
    deniedByEnding(tokens, span)
  )
}
