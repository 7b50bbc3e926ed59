import { distance } from 'fastest-levenshtein'
import { right, unionBox } from '../../geometry.ts'
import type { Box, TextLine, Word } from '../../read-document.ts'

export type ColumnRole = 'name' | 'value' | 'unit' | 'range' | 'flag' | 'method' | 'serial' | 'other'

export interface Column {
  readonly role: ColumnRole
  readonly box: Box
}

/** Phrases of table headers, in lower case without punctuation, as laboratories in India print them. */
const PHRASES: Readonly<Record<Exclude<ColumnRole, 'other'>, readonly string[]>> = {
  name: [
    'test',
    'tests',
    'test name',
    'test names',
    'test parameter',
    'test parameters',
    'test description',
    'name of test',
    'name of the test',
    'name of investigation',
    'test requested',
    'investigation',
    'investigations',
    'parameter',
    'parameters',
    'examination',
    'analyte',
    'analytes',
    'description',
    'particulars',
    'component',
    'test done',
    'test performed',
    'investigation name',
    'parameter name',
    'determination',
    'assay',
    'tests performed',
    'test particulars',
    'test report',
    'जाँच',
    'जांच',
    'परीक्षण',
    'जाँच का नाम',
    'जांच का नाम',
    'परीक्षण का नाम',
    'பரிசோதனை',
    'சோதனை',
    'பரிசோதனையின் பெயர்',
    'பரிசோதனை பெயர்',
    'சோதனை பெயர்',
  ],
  value: [
    'result',
    'results',
    'value',
    'values',
    'observed value',
    'observed values',
    'observation',
    'observations',
    'patient value',
    'patient values',
    'your value',
    'your result',
    'result value',
    'test value',
    'test result',
    'test results',
    'finding',
    'findings',
    'reading',
    'patient result',
    'actual value',
    'current result',
    'level',
    'परिणाम',
    'नतीजा',
    'मान',
    'आपका मान',
    'முடிவு',
    'அளவு',
    'முடிவுகள்',
    'மதிப்பு',
  ],
  unit: [
    'unit',
    'units',
    'uom',
    'unit of measure',
    'units of measure',
    'measuring unit',
    'इकाई',
    'यूनिट',
    'அலகு',
    'அலகுகள்',
  ],
  range: [
    'reference',
    'references',
    'reference range',
    'reference ranges',
    'reference value',
    'reference values',
    'reference interval',
    'reference intervals',
    'ref range',
    'ref value',
    'ref values',
    'ref interval',
    'ref',
    'range',
    'ranges',
    'normal range',
    'normal ranges',
    'normal value',
    'normal values',
    'normal',
    'normals',
    'biological reference interval',
    'biological reference intervals',
    'biological reference range',
    'biological ref interval',
    'biological ref range',
    'bio ref interval',
    'bio ref intervals',
    'bio ref range',
    'bio ref value',
    'bio reference interval',
    'biological interval',
    'expected value',
    'expected values',
    'standard range',
    'limits',
    'normal limits',
    'reference limits',
    'bri',
    'desirable range',
    'bio ref',
    'biological reference',
    'biological reference value',
    'biological reference values',
    'interval',
    'intervals',
    'सामान्य सीमा',
    'संदर्भ सीमा',
    'सामान्य मान',
    'संदर्भ मान',
    'सामान्य',
    'जैविक संदर्भ सीमा',
    'இயல்பு வரம்பு',
    'சாதாரண அளவு',
    'இயல்பான அளவு',
    'குறிப்பு வரம்பு',
    'வரம்பு',
    'இயல்பு அளவு',
    'சரியான அளவு',
  ],
  flag: [
    'flag',
    'flags',
    'status',
    'h/l',
    'hl',
    'indicator',
    'abnormal flag',
    'remark',
    'remarks',
    'interpretation',
    'स्थिति',
    'நிலை',
  ],
  method: [
    'method',
    'methods',
    'methodology',
    'technology',
    'technique',
    'specimen',
    'sample',
    'sample type',
    'department',
    'previous result',
    'previous',
    'last result',
    'विधि',
    'முறை',
  ],
  serial: ['s no', 'sno', 'sr no', 'sl no', 'no', 'sr', 'code', 'test code', 'क्रम', 'क्र', 'வ எண்', 'எண்'],
}

const ROLE_BY_PHRASE: ReadonlyMap<string, ColumnRole> = new Map(
  Object.entries(PHRASES).flatMap(([role, phrases]) =>
    phrases.map((phrase): [string, ColumnRole] => [phrase, role as ColumnRole]),
  ),
)
const LONGEST_PHRASE = 4

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\(s\)/g, 's')
    .replace(/[^\p{L}\p{M}\p{N}/]+/gu, ' ')
    .trim()
}

/**
 * The columns that a line names, left to right, where the line is the header of a result table: it names at least two
 * of test, value, unit and range, one of them test or value, and hardly anything else.
 */
export function headerColumns(line: TextLine): Column[] | undefined {
  if (line.words.length > 16) return undefined
  const columns: Column[] = []
  const unknownWords: Word[] = []
  let position = 0
  while (position < line.words.length) {
    const phrase = longestPhrase(line.words, position)
    if (phrase) {
      addColumn(columns, phrase.role, unionBox(phrase.words.map((word) => word.box)))
      position += phrase.words.length
    } else {
      const word = line.words[position]
      if (word && plain(word.text) !== '') unknownWords.push(word)
      position += 1
    }
  }
  const roles = new Set(columns.map((column) => column.role))
  const named = ['name', 'value', 'unit', 'range'].filter((role) => roles.has(role as ColumnRole)).length
  const isHeader = named >= 2 && (roles.has('value') || (roles.has('name') && named >= 3))
  if (!isHeader || unknownWords.length > line.words.length / 3 || /\d{2}/.test(line.text)) return undefined
  return roles.has('name') ? columns : withUnreadName(columns, unknownWords)
}

/** The head of the first column may be misread, but what stands left of all others but the numbers is the name. */
function withUnreadName(columns: readonly Column[], unknown: readonly Word[]): Column[] {
  const numbered = columns.find(({ role }) => role === 'serial')
  const left = Math.min(...columns.filter((column) => column !== numbered).map((column) => column.box.x))
  const from = numbered && numbered.box.x < left ? right(numbered.box) : Number.NEGATIVE_INFINITY
  const words = unknown.filter((word) => right(word.box) < left && word.box.x > from)
  const box = words.length === 0 ? undefined : unionBox(words.map((word) => word.box))
  return box ? [{ role: 'name', box }, ...columns] : [...columns]
}

/** "Normal" followed by "Range", or two words of one header that stand apart, are one column. */
function addColumn(columns: Column[], role: ColumnRole, box: Box): void {
  const previous = columns.at(-1)
  if (previous?.role === role) columns[columns.length - 1] = { role, box: unionBox([previous.box, box]) }
  else columns.push({ role, box })
}

function longestPhrase(words: readonly Word[], from: number): { role: ColumnRole; words: Word[] } | undefined {
  for (let count = LONGEST_PHRASE; count > 0; count--) {
    const taken = words.slice(from, from + count)
    if (taken.length < count || !standTogether(taken)) continue
    const role = roleOf(plain(taken.map((word) => word.text).join(' ')))
    if (role) return { role, words: taken }
  }
  return undefined
}

/** "TEST" and "VALUE" far apart are two headers, not one. */
function standTogether(words: readonly Word[]): boolean {
  return words.every((word, position) => {
    const previous = words[position - 1]
    return (
      previous === undefined || word.box.x - right(previous.box) < 1.2 * Math.max(word.box.height, previous.box.height)
    )
  })
}

/** Exact, or one letter off in a long phrase, as text recognition has it. */
function roleOf(phrase: string): ColumnRole | undefined {
  const exact = ROLE_BY_PHRASE.get(phrase)
  // Indian syllables are several signs long, so a short word of them has as many chances to be misread.
  const isIndic = /[\u0900-\u0DFF]/.test(phrase)
  if (exact || phrase.length < (isIndic ? 4 : 6)) return exact
  for (const [known, role] of ROLE_BY_PHRASE) {
    if (Math.abs(known.length - phrase.length) <= 1 && distance(known, phrase) === 1) return role
  }
  return undefined
}
