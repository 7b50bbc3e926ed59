import type { Word } from '../read-document.ts'

/** Columns of Tesseract's tab-separated output. */
const LEVEL = 0
const LEFT = 6
const TOP = 7
const WIDTH = 8
const HEIGHT = 9
const CONFIDENCE = 10
const TEXT = 11
const WORD_LEVEL = '5'
/** Tesseract puts joiners behind every Tamil and Devanagari virama; they change nothing and no search expects them. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g

/** Words from Tesseract's tab-separated output. */
export function wordsOfTable(table: string): Word[] {
  return table.split('\n').flatMap((line) => {
    const fields = line.split('\t')
    const text = fields[TEXT]?.replace(INVISIBLE, '').trim() ?? ''
    if (fields[LEVEL] !== WORD_LEVEL || text === '') return []
    const number = (column: number) => Number(fields[column] ?? 0)
    return [
      {
        text,
        box: { x: number(LEFT), y: number(TOP), width: number(WIDTH), height: number(HEIGHT) },
        confidence: Math.min(1, Math.max(0, number(CONFIDENCE) / 100)),
        bold: false,
      },
    ]
  })
}
