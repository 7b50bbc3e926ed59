import { PdfFile } from '../../../src/reader/extract/pdf-file.ts'
import { READ_LIMITS } from '../../../src/reader/limits.ts'
import { asPhoto, asScan } from './degrade.ts'
import { LAYOUTS } from './layouts.ts'
import { makeReport, type SampleLanguage } from './make-report.ts'
import { Pen } from './pen.ts'
import type { SampleReport } from './report.ts'

export type SampleKind = 'text PDF' | 'scan' | 'photo'

export interface Sample {
  /** "grid-hi-12 scan" */
  readonly name: string
  readonly kind: SampleKind
  readonly language: SampleLanguage
  readonly layout: string
  readonly report: SampleReport
  readonly bytes: Uint8Array
}

/** The plan of all samples: each layout in English four times, and in Hindi and Tamil once each. */
function plan(): { readonly layout: string; readonly language: SampleLanguage; readonly seed: number }[] {
  return Object.keys(LAYOUTS).flatMap((layout, index) =>
    (['en', 'en', 'en', 'en', 'hi', 'ta'] as const).map((language, turn) => ({
      layout,
      language,
      seed: 101 + index * 10 + turn,
    })),
  )
}

/** Our own reports, one after the other: as text PDFs all of them, and of every third one a scan and a photo too. */
export async function* ownSamples(
  kinds: readonly SampleKind[] = ['text PDF', 'scan', 'photo'],
): AsyncGenerator<Sample> {
  for (const [index, { layout, language, seed }] of plan().entries()) {
    const report = makeReport(seed, language)
    const pdf = await drawReport(layout, report, language, seed)
    const sample = { language, layout, report }
    const name = `${layout}-${language}-${seed}`
    if (kinds.includes('text PDF')) yield { ...sample, name, kind: 'text PDF', bytes: pdf }
    if (index % 3 !== 0 && language === 'en') continue
    const pictures: readonly (readonly [SampleKind, (page: Uint8Array, seed: number) => Promise<Buffer>])[] = [
      ['scan', asScan],
      ['photo', asPhoto],
    ]
    for (const [kind, degrade] of pictures) {
      if (!kinds.includes(kind)) continue
      const pages = await renderPages(pdf)
      // A photo shows one page, so reports of several are left out.
      const [page, ...more] = pages
      if (page && more.length === 0)
        yield { ...sample, name: `${name} ${kind}`, kind, bytes: await degrade(page, seed) }
    }
  }
}

/** One report as a PDF with a text layer. */
export async function drawReport(
  layout: string,
  report: SampleReport,
  language: SampleLanguage,
  seed: number,
): Promise<Buffer> {
  const draw = LAYOUTS[layout]
  if (!draw) throw new Error(`There is no layout ${layout}`)
  const pen = new Pen(seed % 2 === 0 ? 'helvetica' : 'noto')
  draw(pen, report, language)
  return await pen.finish()
}

/** The pages of a PDF as PNG pictures. */
export async function renderPages(pdf: Buffer): Promise<Uint8Array[]> {
  const file = await PdfFile.open(pdf, READ_LIMITS)
  try {
    const pages: Uint8Array[] = []
    for (let number = 1; number <= file.pageCount; number++) pages.push((await file.render(number)).png)
    return pages
  } finally {
    await file.close()
  }
}
