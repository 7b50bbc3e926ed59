const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '⁰': '0',
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
}

/**
 * Brings the many ways of writing one unit to one spelling: lower case, no blanks, one micro sign (`u`), `^` and `*`
 * and superscripts alike, `×` as `x`, no dots except between digits.
 */
export function foldUnitText(printed: string): string {
  return printed
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => SUPERSCRIPTS[digit] ?? digit)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00b5\u03bc]/g, 'u')
    .replace(/[\u00d7\u2715]/g, 'x')
    .replace(/[\u2215\u2044\u29f8]/g, '/')
    .replace(/[\s_\u200b-\u200d\u2060]+/g, '')
    .replace(/\*\*|\*|\^/g, '')
    .replace(/(?<!\d)\.|\.(?!\d)/g, '')
    .replace(/^[([{]+(?=[^)\]}]*[)\]}]$)(.*)[)\]}]$/, '$1')
    .replace(/^x(?=10)/, '')
}
