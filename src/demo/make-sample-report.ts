import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import PdfDocument from 'pdfkit'

/**
 * Draws `sample-report.pdf`, the report that the demonstration and the tests upload: `node src/demo/make-sample-report.ts`.
 * Person, laboratory and values are made up; the layout is that of an Indian laboratory.
 */

type Row = readonly [test: string, value: string, unit: string, range: string, flag?: 'Low' | 'High']

const SECTIONS: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
  {
    title: 'COMPLETE BLOOD COUNT',
    rows: [
      ['Hemoglobin (Hb)', '10.2', 'g/dL', '12.0 - 15.0', 'Low'],
      ['Total RBC Count', '4.31', 'mill/cumm', '3.80 - 4.80'],
      ['Packed Cell Volume (PCV)', '33.1', '%', '36.0 - 46.0', 'Low'],
      ['Mean Corpuscular Volume (MCV)', '76.8', 'fL', '83.0 - 101.0', 'Low'],
      ['Total Leucocyte Count', '7,400', 'cells/cumm', '4,000 - 10,000'],
      ['Neutrophils', '61', '%', '40 - 80'],
      ['Lymphocytes', '29', '%', '20 - 40'],
      ['Eosinophils', '4', '%', '1 - 6'],
      ['Monocytes', '6', '%', '2 - 10'],
      ['Basophils', '0', '%', '0 - 2'],
      ['Platelet Count', '2.68', 'lakh/cumm', '1.50 - 4.10'],
    ],
  },
  {
    title: 'DIABETES PROFILE',
    rows: [
      ['HbA1c (Glycosylated Hemoglobin)', '8.2', '%', '4.0 - 5.6', 'High'],
      ['Fasting Blood Sugar', '148', 'mg/dL', '70 - 100', 'High'],
    ],
  },
  {
    title: 'LIPID PROFILE',
    rows: [
      ['Total Cholesterol', '238', 'mg/dL', '0 - 200', 'High'],
      ['Triglycerides', '140', 'mg/dL', '0 - 150'],
      ['HDL Cholesterol', '48', 'mg/dL', '40 - 60'],
      ['LDL Cholesterol', '162', 'mg/dL', '0 - 100', 'High'],
    ],
  },
]

const COLUMNS = { test: 50, value: 265, flag: 325, unit: 375, range: 455 } as const

export async function makeSampleReport(file: string): Promise<void> {
  const page = new PdfDocument({ size: 'A4', margin: 50, info: { Title: 'Sample report made by Swasthwrap' } })
  const done = finished(page.pipe(createWriteStream(file)))
  page.font('Helvetica-Bold').fontSize(16).text('SAMPLE DIAGNOSTICS, CHENNAI', { align: 'center' })
  page
    .font('Helvetica')
    .fontSize(9)
    .text('Made by Swasthwrap for demonstration. No real person, no real laboratory.', { align: 'center' })
  page.moveDown()
  let y = page.y
  const detail = (x: number, label: string, text: string): void => void page.text(`${label} : ${text}`, x, y)
  detail(COLUMNS.test, 'Patient Name', 'Meena Raman')
  detail(330, 'Sample Collected On', '12/10/2026')
  y += 14
  detail(COLUMNS.test, 'Age / Sex', '46 Years / Female')
  detail(330, 'Reported On', '13/10/2026')
  y += 26
  const line = (): void =>
    void page
      .moveTo(50, y - 4)
      .lineTo(545, y - 4)
      .stroke()
  line()
  page.font('Helvetica-Bold')
  page.text('Test', COLUMNS.test, y).text('Result', COLUMNS.value, y).text('Flag', COLUMNS.flag, y)
  page.text('Unit', COLUMNS.unit, y).text('Reference Range', COLUMNS.range, y)
  y += 18
  line()
  for (const { title, rows } of SECTIONS) {
    page.font('Helvetica-Bold').text(title, COLUMNS.test, y + 4)
    y += 24
    for (const [test, value, unit, range, flag] of rows) {
      page.font('Helvetica').text(test, COLUMNS.test, y)
      page.font(flag ? 'Helvetica-Bold' : 'Helvetica').text(value, COLUMNS.value, y)
      if (flag) page.text(flag, COLUMNS.flag, y)
      page.font('Helvetica').text(unit, COLUMNS.unit, y).text(range, COLUMNS.range, y)
      y += 17
    }
  }
  page.text('*** End of report ***', 50, y + 20, { align: 'center' })
  page.end()
  await done
}

if (import.meta.main) await makeSampleReport(fileURLToPath(new URL('./sample-report.pdf', import.meta.url)))
