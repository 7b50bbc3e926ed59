export const TOKEN_MILLISECONDS = 20
export const TOKENS = 200

const SENTENCES = [
  'It helps to eat at the same times every day and to leave no meal out. ',
  'Choose whole grains such as ragi, bajra or brown rice more often than polished rice. ',
  'Fill half of the plate with vegetables and add dal, curd or an egg for protein. ',
  'A short walk after each meal keeps the sugar from rising quickly. ',
  'Drink water instead of sweet drinks, and keep sweets for special days. ',
  'Take your medicines as your doctor has told you, and do not stop them by yourself. ',
  'Sleep well, since tired people eat more than they need. ',
  'Write your values down, so that your doctor can see how they change. ',
]

/** What the model says: as many tokens as it has, each a word with the blank behind it. */
export const tokensOfAnswer: readonly string[] = Array.from({ length: Math.ceil(TOKENS / 12) }, (_, at) =>
  (SENTENCES[at % SENTENCES.length] ?? '').split(/(?<= )/),
)
  .flat()
  .slice(0, TOKENS)

/** Tokens in a text that was streamed: each ends with a blank. */
export function countTokens(text: string): number {
  let count = 0
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count += 1
  return count
}
