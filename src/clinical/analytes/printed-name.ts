/** Lower case, one spelling of `haem`, no punctuation, single blanks. */
export function foldName(printed: string): string {
  return printed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200d\u2060]/g, '')
    .replace(/\b(?:[a-z]\.\s?){2,}[a-z]?\b\.?/g, (dotted) => dotted.replace(/[.\s]/g, ''))
    .replace(/haem/g, 'hem')
    .replace(/leuco/g, 'leuko')
    .replace(/[^\p{L}\p{M}\p{N}%#]+/gu, ' ')
    .trim()
}
