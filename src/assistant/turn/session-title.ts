const MAXIMUM = 60

/** The first line of a message, cut between words, as the title of the conversation it begins. Null without a word. */
export function sessionTitle(text: string): string | null {
  const line = text.split('\n', 1)[0]?.replace(/\s+/g, ' ').trim() ?? ''
  if (line === '') return null
  if (line.length <= MAXIMUM) return line
  const cut = line.slice(0, MAXIMUM)
  const space = cut.lastIndexOf(' ')
  const kept = space > MAXIMUM / 2 ? cut.slice(0, space) : wholeCharacters(cut)
  return `${kept}…`
}

/** Without half an emoji or a letter that has lost its vowel sign. */
function wholeCharacters(text: string): string {
  const segments = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
  return segments
    .slice(0, -1)
    .map(({ segment }) => segment)
    .join('')
}
