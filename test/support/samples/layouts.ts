import type { SampleLanguage } from './make-report.ts'
import type { Pen } from './pen.ts'
import { rangeText, SAMPLE_NOTICE, type SampleReport, type SampleRow } from './report.ts'

/** Draws a whole report. Every layout is one that laboratories in India print, none a copy of one laboratory's. */
export type Layout = (pen: Pen, report: SampleReport, language: SampleLanguage) => void

const HEADS = {
  en: {
    test: 'Test Name',
    value: 'Result',
    unit: 'Unit',
    range: 'Bio. Ref. Interval',
    flag: 'Status',
    high: 'High',
    low: 'Low',
  },
  hi: {
    test: 'जाँच का नाम',
    value: 'परिणाम',
    unit: 'इकाई',
    range: 'सामान्य सीमा',
    flag: 'स्थिति',
    high: 'अधिक',
    low: 'कम',
  },
  ta: {
    test: 'பரிசோதனை',
    value: 'முடிவு',
    unit: 'அலகு',
    range: 'இயல்பு வரம்பு',
    flag: 'நிலை',
    high: 'அதிகம்',
    low: 'குறைவு',
  },
} as const
const LABELS = {
  en: {
    name: 'Patient Name',
    age: 'Age / Sex',
    date: 'Sample Collected On',
    years: 'Years',
    male: 'Male',
    female: 'Female',
    end: '*** End of Report ***',
  },
  hi: {
    name: 'रोगी का नाम',
    age: 'आयु / लिंग',
    date: 'नमूना दिनांक',
    years: 'वर्ष',
    male: 'पुरुष',
    female: 'महिला',
    end: '*** रिपोर्ट समाप्त ***',
  },
  ta: {
    name: 'நோயாளி பெயர்',
    age: 'வயது / பாலினம்',
    date: 'மாதிரி தேதி',
    years: 'வயது',
    male: 'ஆண்',
    female: 'பெண்',
    end: '*** அறிக்கை முடிவு ***',
  },
} as const

const LOWEST = 790

function letterhead(pen: Pen, report: SampleReport, language: SampleLanguage, dark = false): number {
  if (dark) pen.box(0, 0, 595, 62, '#14406e')
  pen.text(report.laboratory, 40, 16, { size: 17, bold: true, color: dark ? '#ffffff' : '#14406e' })
  pen.text(SAMPLE_NOTICE, 40, 42, { size: 7.5, color: dark ? '#ffffff' : '#555555' })
  const words = LABELS[language]
  const { name, age, sex } = report.patient
  pen.text(`${words.name} : ${name}`, 40, 76)
  pen.text(`${words.age} : ${age} ${words.years} / ${words[sex]}`, 40, 91)
  pen.text(`${words.date} : ${report.sampleDate}`, 330, 76)
  pen.rule(40, 110, 515)
  return 122
}

function ending(pen: Pen, language: SampleLanguage, y: number): void {
  pen.text(LABELS[language].end, 297, y + 14, { size: 8, align: 'centre' })
}

function flagOf(row: SampleRow, language: SampleLanguage): string {
  return row.side === 'high' || row.side === 'low' ? HEADS[language][row.side] : ''
}

/** Name over method in small print, bold values where abnormal, ranges last. */
const withMethods: Layout = (pen, report, language) => {
  const head = HEADS[language]
  let y = letterhead(pen, report, language)
  const header = () => {
    pen.text(head.test, 40, y, { bold: true })
    pen.text(head.value, 290, y, { bold: true })
    pen.text(head.unit, 370, y, { bold: true })
    pen.text(head.range, 450, y, { bold: true })
    y += 20
  }
  header()
  for (const section of report.sections) {
    pen.text(section.title, 297, y, { size: 10.5, bold: true, align: 'centre' })
    y += 20
    for (const row of section.rows) {
      const abnormal = row.side === 'high' || row.side === 'low'
      pen.text(row.test, 40, y)
      pen.text(`(${row.method})`, 40, y + 11, { size: 6.5, color: '#444444' })
      pen.text(row.value, 290, y, { bold: abnormal })
      if (row.unit !== null) pen.text(row.unit, 370, y)
      pen.text(rangeText(row), 450, y)
      y += 26
      if (y > LOWEST) {
        pen.newPage()
        y = 60
        header()
      }
    }
  }
  ending(pen, language, y)
}

/** A ruled grid with serial numbers and a mark behind the value. */
const grid: Layout = (pen, report, language) => {
  const head = HEADS[language]
  let y = letterhead(pen, report, language, true)
  const edges = [40, 70, 290, 365, 440, 555]
  const line = (cells: readonly string[], bold = false) => {
    pen.box(40, y - 4, 515, 18, bold ? '#e5ecf4' : null, '#777777')
    cells.forEach((cell, index) => void pen.text(cell, (edges[index] ?? 0) + 5, y, { bold, size: 8.5 }))
    for (const edge of edges.slice(1, -1)) pen.box(edge, y - 4, 0, 18, null, '#777777')
    y += 18
  }
  for (const section of report.sections) {
    pen.text(section.title, 40, y, { bold: true, size: 10 })
    y += 20
    line(['No.', head.test, head.value, head.unit, head.range], true)
    section.rows.forEach((row, index) => {
      const mark = row.side === 'high' ? ' H' : row.side === 'low' ? ' L' : ''
      line([String(index + 1), row.test, `${row.value}${mark}`, row.unit ?? '', rangeText(row)])
    })
    y += 14
  }
  ending(pen, language, y)
}

/** Range before unit and value: test, range, unit, result. */
const reversed: Layout = (pen, report, language) => {
  const head = HEADS[language]
  let y = letterhead(pen, report, language)
  for (const section of report.sections) {
    pen.text(section.title, 40, y, { bold: true, size: 11 })
    y += 22
    pen.rule(40, y - 4, 515)
    pen.text(head.test, 40, y, { bold: true })
    pen.text(head.range, 265, y, { bold: true })
    pen.text(head.unit, 385, y, { bold: true })
    pen.text(head.value, 490, y, { bold: true })
    y += 18
    pen.rule(40, y - 4, 515)
    for (const row of section.rows) {
      pen.text(row.test, 40, y)
      pen.text(rangeText(row), 265, y)
      if (row.unit !== null) pen.text(row.unit, 385, y)
      pen.text(row.value, 490, y)
      y += 17
    }
    y += 12
  }
  ending(pen, language, y)
}

/** Value and unit in one cell, a coloured status at the end. */
const status: Layout = (pen, report, language) => {
  const head = HEADS[language]
  let y = letterhead(pen, report, language, true)
  for (const section of report.sections) {
    pen.text(section.title, 297, y, { bold: true, size: 12, align: 'centre' })
    y += 24
    pen.box(40, y - 5, 515, 21, '#2f6fb3')
    pen.text(head.test, 48, y, { bold: true, color: '#ffffff' })
    pen.text(head.value, 255, y, { bold: true, color: '#ffffff' })
    pen.text(head.range, 370, y, { bold: true, color: '#ffffff' })
    pen.text(head.flag, 495, y, { bold: true, color: '#ffffff' })
    y += 24
    section.rows.forEach((row, index) => {
      if (index % 2 === 0) pen.box(40, y - 5, 515, 20, '#f3f6fa')
      pen.text(row.test, 48, y)
      pen.text(`${row.value} ${row.unit ?? ''}`, 255, y, { bold: true })
      pen.text(rangeText(row), 370, y)
      const mark = flagOf(row, language)
      pen.text(mark === '' ? 'Normal' : mark, 495, y, { bold: true, color: mark === '' ? '#2a9d4b' : '#c62828' })
      y += 20
    })
    y += 14
  }
  ending(pen, language, y)
}

/** A mark in a narrow column before the value, capitals, wide rows. */
const markBefore: Layout = (pen, report, language) => {
  const head = HEADS[language]
  let y = letterhead(pen, report, language)
  pen.text(head.test, 40, y, { bold: true })
  pen.text(head.value, 320, y, { bold: true })
  pen.text(head.unit, 395, y, { bold: true })
  pen.text(head.range, 465, y, { bold: true })
  y += 8
  pen.rule(40, y + 5, 515)
  y += 14
  for (const section of report.sections) {
    pen.text(section.title.toUpperCase(), 40, y, { bold: true })
    y += 17
    for (const row of section.rows) {
      const abnormal = row.side === 'high' || row.side === 'low'
      pen.text(row.test, 52, y, { bold: abnormal })
      if (abnormal) pen.text(row.side === 'high' ? 'H' : 'L', 300, y, { bold: true })
      pen.text(row.value, 320, y, { bold: abnormal })
      if (row.unit !== null) pen.text(row.unit, 395, y, { bold: abnormal })
      pen.text(rangeText(row), 465, y, { bold: abnormal })
      y += 16
    }
    y += 6
  }
  pen.text('Comments: Values outside of the range are printed in bold. Kindly correlate clinically.', 40, y + 6, {
    size: 8,
  })
  ending(pen, language, y + 16)
}

/** Centred values between names of two lines, numbers set to the right. */
const centred: Layout = (pen, report, language) => {
  const head = HEADS[language]
  let y = letterhead(pen, report, language)
  pen.text(head.test, 40, y, { bold: true, size: 10 })
  pen.text(head.value, 335, y, { bold: true, size: 10, align: 'right' })
  pen.text(head.unit, 385, y, { bold: true, size: 10, align: 'centre' })
  pen.text(head.range, 490, y, { bold: true, size: 10, align: 'centre' })
  y += 22
  for (const section of report.sections) {
    pen.text(section.title, 40, y, { bold: true, size: 10 })
    y += 20
    for (const row of section.rows) {
      pen.text(row.test, 40, y)
      pen.text(`Method: ${row.method}`, 40, y + 10, { size: 6 })
      pen.text(row.value, 335, y + 4, { align: 'right' })
      if (row.unit !== null) pen.text(row.unit, 385, y + 4, { align: 'centre' })
      pen.text(rangeText(row), 490, y + 4, { align: 'centre' })
      y += 27
      if (y > LOWEST) {
        pen.newPage()
        y = 60
      }
    }
  }
  ending(pen, language, y)
}

/** Ranges for both sexes on lines of their own, and a table of grades after the values. */
const bothSexes: Layout = (pen, report, language) => {
  const head = HEADS[language]
  const words = LABELS[language]
  let y = letterhead(pen, report, language)
  pen.text(head.test, 40, y, { bold: true })
  pen.text(head.value, 240, y, { bold: true })
  pen.text(head.unit, 320, y, { bold: true })
  pen.text(head.range, 410, y, { bold: true })
  y += 20
  for (const section of report.sections) {
    pen.text(section.title, 297, y, { bold: true, align: 'centre' })
    y += 18
    for (const [index, row] of section.rows.entries()) {
      pen.text(row.test, 40, y)
      pen.text(row.value, 240, y)
      if (row.unit !== null) pen.text(row.unit, 320, y)
      if (index % 4 === 0 && row.low !== null && row.high !== null) {
        const other = (bound: string): string =>
          (Number(bound.replaceAll(',', '')) * 0.9).toFixed(bound.split('.')[1]?.length ?? 0)
        const [own, others] = [rangeText(row), `${other(row.low)} - ${other(row.high)}`]
        const isMale = report.patient.sex === 'male'
        pen.text(`${words.male} : ${isMale ? own : others}`, 410, y)
        pen.text(`${words.female} : ${isMale ? others : own}`, 410, y + 12)
        y += 12
      } else pen.text(rangeText(row), 410, y)
      y += 17
    }
  }
  y += 10
  pen.text('Interpretation', 40, y, { bold: true })
  for (const [grade, range] of [
    ['Desirable', '< 200'],
    ['Borderline', '200 - 239'],
    ['High', '> 240'],
  ] as const) {
    y += 14
    pen.text(grade, 60, y, { size: 8 })
    pen.text(range, 180, y, { size: 8 })
  }
  ending(pen, language, y + 10)
}

/** No table: "Test : value unit (range)". */
const statements: Layout = (pen, report, language) => {
  let y = letterhead(pen, report, language)
  for (const section of report.sections) {
    pen.text(section.title, 40, y, { bold: true, size: 11 })
    y += 20
    for (const row of section.rows) {
      const range = rangeText(row)
      pen.text(`${row.test} : ${row.value} ${row.unit ?? ''} ${range === '' ? '' : `(${range})`}`, 50, y, { size: 10 })
      y += 17
    }
    y += 8
  }
  ending(pen, language, y)
}

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  withMethods,
  grid,
  reversed,
  status,
  markBefore,
  centred,
  bothSexes,
  statements,
}
