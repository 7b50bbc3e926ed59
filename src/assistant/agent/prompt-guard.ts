/** So many words in a row are no coincidence. */
const LEAK_WORDS = 7
/** From so many words on a run is held back, until it breaks off or is known as a leak. */
const HELD_WORDS = 3

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const WORD_AT_END = /[\p{L}\p{M}\p{N}]+$/u

/** Takes the words of a prompt out of what a model says, as it says it. */
export interface PromptGuard {
  /** What of the text may go out now. */
  push(text: string): string
  /** What is left at the end. */
  end(): string
  /** Whether anything was taken out. */
  readonly hasLeaked: boolean
}

/** Every run of words of a text, up to the length that counts as a leak. */
export function runsOf(text: string): ReadonlySet<string> {
  const words = wordsIn(text)
  const runs = new Set<string>()
  for (let from = 0; from < words.length; from += 1) {
    for (let length = 1; length <= LEAK_WORDS; length += 1) runs.add(words.slice(from, from + length).join(' '))
  }
  return runs
}

/**
 * A model that obeys a hostile text may be told to repeat its instructions, so that does not depend on the model: seven of
 * their words in a row never go out, however they are written and set. What it says in other words, or in code, it may.
 * Nothing waits but a stretch that has begun like the instructions.
 */
export function createPromptGuard(runs: ReadonlySet<string>): PromptGuard {
  /** What does not end with a whole word yet. */
  let tail = ''
  /** Words, each with what stands before it, that are held back. */
  let held: string[] = []
  /** The last words, gone out or not, and how many of them stand in the prompt in a row. */
  let recent: string[] = []
  let run = 0
  let leaking = false
  let hasLeaked = false

  function count(word: string): void {
    recent = [...recent.slice(1 - LEAK_WORDS), word.toLowerCase()]
    run = Math.min(run + 1, LEAK_WORDS)
    while (run > 0 && !runs.has(recent.slice(-run).join(' '))) run -= 1
  }

  /** What may go out now that this word has come. */
  function pass(text: string, word: string): string {
    count(word)
    if (run >= LEAK_WORDS) {
      leaking = true
      hasLeaked = true
      held = []
      return ''
    }
    if (leaking) {
      leaking = run >= HELD_WORDS
      return leaking ? '' : text
    }
    held.push(text)
    const kept = run < HELD_WORDS ? 0 : run
    return held.splice(0, held.length - kept).join('')
  }

  return {
    push(text) {
      tail += text
      let out = ''
      let from = 0
      for (const match of tail.matchAll(WORD)) {
        const end = match.index + match[0].length
        if (end === tail.length) break
        out += pass(tail.slice(from, end), match[0])
        from = end
      }
      tail = tail.slice(from)
      if (held.length > 0 || leaking || WORD_AT_END.test(tail)) return out
      const rest = tail
      tail = ''
      return out + rest
    },
    end() {
      const last = WORD_AT_END.exec(tail)?.[0]
      const out = last === undefined ? '' : pass(tail, last)
      const rest = leaking ? '' : held.join('') + (last === undefined ? tail : '')
      tail = ''
      held = []
      return out + rest
    },
    get hasLeaked() {
      return hasLeaked
    },
  }
}

function wordsIn(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase())
}
