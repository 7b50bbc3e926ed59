import { createRequire } from 'node:module'
import path from 'node:path'
import { InvalidPDFException, PasswordException, PDFParse } from 'pdf-parse'
import type { ReadLimits } from '../limits.ts'
import { ReadError } from '../read-error.ts'

/** One run of text as pdf.js reports it: `transform` is the text matrix in PDF points, origin bottom left. */
export interface PdfTextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly fontName: string
}

/** The part of pdf.js's page that the reader uses. */
export interface PdfPage {
  getViewport(options: { scale: number }): PdfViewport
  getTextContent(): Promise<{ readonly items: readonly (PdfTextItem | { readonly type: string })[] }>
  getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>
  readonly commonObjs: { has(name: string): boolean; get(name: string): unknown }
  cleanup(): void
}

export interface PdfViewport {
  readonly width: number
  readonly height: number
  readonly transform: readonly number[]
}

interface PdfDocument {
  readonly numPages: number
  getPage(number: number): Promise<PdfPage>
}

const PDF_POINTS_PER_INCH = 72
const RENDER_DOTS_PER_INCH = 200

/** Character maps and standard fonts lie beside pdf.js, which is a dependency of pdf-parse. */
function pdfjsFolder(): string {
  const require = createRequire(import.meta.url)
  return path.dirname(createRequire(require.resolve('pdf-parse')).resolve('pdfjs-dist/package.json'))
}

/** As a path with a slash at its end: outside of browsers pdf.js reads these as files. */
function folder(name: string): string {
  return path.join(pdfjsFolder(), name, path.sep)
}

/** An opened PDF. Pages are handed out one at a time and forgotten after use. */
export class PdfFile {
  readonly pageCount: number
  readonly #parser: PDFParse
  readonly #document: PdfDocument
  readonly #limits: ReadLimits

  private constructor(parser: PDFParse, document: PdfDocument, limits: ReadLimits) {
    this.#parser = parser
    this.#document = document
    this.#limits = limits
    this.pageCount = document.numPages
  }

  /** @throws {ReadError} `encrypted`, `truncated`, `too_many_pages`, `unreadable` */
  static async open(bytes: Uint8Array, limits: ReadLimits): Promise<PdfFile> {
    const parser = new PDFParse({
      // pdf.js takes the buffer for itself, so it gets its own.
      data: Uint8Array.from(bytes),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      maxImageSize: limits.pixels,
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folder('standard_fonts'),
    })
    try {
      // pdf-parse keeps its pdf.js document to itself, and only that one knows where on the page a text stands.
      const document = await (parser as unknown as { load(): Promise<PdfDocument> }).load()
      if (document.numPages > limits.pages) {
        throw new ReadError('too_many_pages', `The PDF has ${document.numPages} pages`)
      }
      return new PdfFile(parser, document, limits)
    } catch (cause) {
      await parser.destroy()
      throw openingError(cause)
    }
  }

  /**
   * Runs `use` on one page and frees what the page held.
   * @throws {ReadError} `unreadable` where the page is damaged.
   */
  async withPage<Result>(number: number, use: (page: PdfPage) => Promise<Result>): Promise<Result> {
    const page = await this.#document.getPage(number).catch(pageError(number))
    try {
      return await use(page).catch(pageError(number))
    } finally {
      page.cleanup()
    }
  }

  /**
   * One page as PNG at 200 dots per inch, fewer where the page is larger than the pixel limit allows.
   * @param width Pixels that are enough, where fewer will do.
   * @throws {ReadError} `unreadable` where the page is damaged.
   */
  async render(number: number, width?: number): Promise<{ readonly png: Uint8Array; readonly scale: number }> {
    const size = await this.withPage(number, async (page) => page.getViewport({ scale: 1 }))
    const enough = (width ?? Number.POSITIVE_INFINITY) / size.width
    const wanted = Math.min(RENDER_DOTS_PER_INCH / PDF_POINTS_PER_INCH, enough)
    // A poster-sized page holds no more text than a small one: sixteen million pixels are two A4 pages at 300 dpi.
    const allowed = Math.sqrt(Math.min(this.#limits.pixels, 16_000_000) / (size.width * size.height))
    const scale = Math.min(wanted, allowed)
    const screenshot = await this.#parser
      .getScreenshot({ partial: [number], scale, imageBuffer: true, imageDataUrl: false })
      .catch(pageError(number))
    const image = screenshot.pages[0]
    if (!image) throw new ReadError('unreadable', `Page ${number} could not be rendered`)
    return { png: image.data, scale }
  }

  async close(): Promise<void> {
    await this.#parser.destroy()
  }
}

/** pdf.js says in many ways that it cannot make sense of a page. */
function pageError(number: number): (cause: unknown) => never {
  return (cause) => {
    if (cause instanceof ReadError) throw cause
    throw new ReadError('unreadable', `Page ${number} is damaged`, { cause })
  }
}

function openingError(cause: unknown): ReadError {
  if (cause instanceof ReadError) return cause
  if (cause instanceof PasswordException) return new ReadError('encrypted', 'The PDF asks for a password', { cause })
  if (cause instanceof InvalidPDFException) return new ReadError('unreadable', 'The PDF is damaged', { cause })
  return new ReadError('unreadable', 'The PDF cannot be opened', { cause })
}
