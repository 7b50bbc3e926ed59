import { createRequire } from 'node:module'
import path from 'node:path'
import PdfDocument from 'pdfkit'

const require = createRequire(import.meta.url)

function font(family: string, subset: string, weight: 400 | 700): string {
  const folder = path.dirname(require.resolve(`@fontsource/${family}/package.json`))
  return path.join(folder, 'files', `${family}-${subset}-${weight}-normal.woff`)
}

const FONTS = {
  latin: (weight: 400 | 700) => font('noto-sans', 'latin', weight),
  devanagari: (weight: 400 | 700) => font('noto-sans-devanagari', 'devanagari', weight),
  tamil: (weight: 400 | 700) => font('noto-sans-tamil', 'tamil', weight),
}
type Script = keyof typeof FONTS

export interface TextStyle {
  readonly size?: number
  readonly bold?: boolean
  readonly color?: string
  /** `right` and `centre` take `x` as the right end and the middle. */
  readonly align?: 'left' | 'centre' | 'right'
}

/** Draws on the pages of a PDF, in points from the top left, in whatever scripts a text is written in. */
export class Pen {
  readonly #document = new PdfDocument({ size: 'A4', margin: 0, autoFirstPage: true, info: { Title: 'Sample report' } })
  readonly #chunks: Buffer[] = []
  readonly #family: 'noto' | 'helvetica'

  constructor(family: 'noto' | 'helvetica' = 'noto') {
    this.#family = family
    this.#document.on('data', (chunk: Buffer) => this.#chunks.push(chunk))
  }

  text(
    text: string,
    x: number,
    y: number,
    { size = 9, bold = false, color = '#000', align = 'left' }: TextStyle = {},
  ): number {
    const runs = scriptRuns(text)
    const width = runs.reduce((sum, run) => sum + this.#use(run.script, size, bold).widthOfString(run.text), 0)
    let left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
    for (const run of runs) {
      const document = this.#use(run.script, size, bold).fillColor(color)
      // Fonts reach up differently far; what stands on one line stands on one baseline.
      document.text(run.text, left, y + size, { lineBreak: false, baseline: 'alphabetic' })
      left += document.widthOfString(run.text)
    }
    return width
  }

  rule(x: number, y: number, width: number, color = '#666'): void {
    this.#document
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.6)
      .stroke(color)
  }

  box(x: number, y: number, width: number, height: number, fill: string | null, stroke: string | null = null): void {
    if (fill !== null) this.#document.rect(x, y, width, height).fill(fill)
    if (stroke !== null) this.#document.rect(x, y, width, height).lineWidth(0.6).stroke(stroke)
  }

  newPage(): void {
    this.#document.addPage()
  }

  async finish(): Promise<Buffer> {
    const ended = new Promise((resolve) => this.#document.once('end', resolve))
    this.#document.end()
    await ended
    return Buffer.concat(this.#chunks)
  }

  #use(script: Script, size: number, bold: boolean): PDFKit.PDFDocument {
    if (script === 'latin' && this.#family === 'helvetica')
      return this.#document.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size)
    return this.#document.font(FONTS[script](bold ? 700 : 400)).fontSize(size)
  }
}

/** Parts of a text that one font can set. Blanks and signs go with what stands before them. */
function scriptRuns(text: string): { readonly script: Script; text: string }[] {
  const runs: { readonly script: Script; text: string }[] = []
  for (const character of text) {
    const script = scriptOf(character) ?? runs.at(-1)?.script ?? 'latin'
    const last = runs.at(-1)
    if (last?.script === script) last.text += character
    else runs.push({ script, text: character })
  }
  return runs
}

/** Blanks go with what stands before them; the Indian fonts hold no other signs. */
function scriptOf(character: string): Script | undefined {
  if (/\p{Script=Devanagari}/u.test(character)) return 'devanagari'
  if (/\p{Script=Tamil}/u.test(character)) return 'tamil'
  return character === ' ' ? undefined : 'latin'
}
