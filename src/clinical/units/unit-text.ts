const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * Brings the many ways of writing one unit to one spelling: lower case, no blanks, one micro sign (`u`), powers without
 * their sign (`10^3`, `10*3` and `10³` all become `103`), no dots except between digits.
 */
export function foldUnitText(printed: string): string {
  return printed
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00b5\u03bc]/g, 'u')
    .replace(/[\u00d7\u2715]/g, 'x')
    .replace(/[\u2215\u2044\u29f8]/g, '/')
    .replace(/[\s_\u200b-\u200d\u2060]+/g, '')
    .replace(/[*^"'`°]/g, '')
    .replace(/(?<!\d)\.|\.(?!\d)/g, '')
    .replace(/^[([{](.*)[)\]}]$/, '$1')
    .replace(/^x(?=10)/, '')
}
