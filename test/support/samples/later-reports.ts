import { Pen } from './pen.ts'
import { SAMPLE_NOTICE, type SampleRow } from './report.ts'

/**
 * Reports made after the reader could read all the others, each with something that those do not have. No person,
 * laboratory or value is real. Written as data and short drawings, so the file is long and says little.
 */

interface LaterReport {
  readonly name: string
  readonly language: 'en' | 'hi' | 'ta'
  readonly rows: readonly SampleRow[]
  readonly draw: (pen: Pen, rows: readonly LaterRow[]) => void
}

/** A row with how its cells are printed where that is not simply its parts. */
interface LaterRow extends SampleRow {
  /** The value's cell: "10.2 L", "H 145mmol/L". */
  readonly cell: string
  /** The range's cell, line by line. */
  readonly range: readonly string[]
}

interface Printed {
  readonly cell?: string
  readonly range?: readonly string[]
  readonly method?: string
  readonly side?: SampleRow['side']
}

function row(
  test: string,
  value: string,
  unit: string | null,
  low: string | null,
  high: string | null,
  { cell = value, range, method = '', side }: Printed = {},
): LaterRow {
  const usual = low !== null && high !== null ? `${low} - ${high}` : high !== null ? `< ${high}` : low ? `> ${low}` : ''
  const number = (text: string | null): number => Number((text ?? '').replaceAll(',', ''))
  const sides = (): SampleRow['side'] => {
    if (low === null && high === null) return null
    if (low !== null && number(value) < number(low)) return 'low'
    return high !== null && number(value) > number(high) ? 'high' : 'in'
  }
  return {
    test,
    method,
    value,
    unit,
    low,
    high,
    side: side === undefined ? sides() : side,
    cell,
    range: range ?? (usual === '' ? [] : [usual]),
  }
}

interface Head {
  readonly laboratory: string
  readonly lines: readonly (readonly [left: string, right: string])[]
}
const WOMAN: Head = {
  laboratory: 'SAMPLE DIAGNOSTICS LIMITED',
  lines: [
    ['Name : MRS. KAVITHA SUNDAR', 'Collected : 14/Aug/2026 07:42AM'],
    ['Age/Gender : 34 Y / F', 'Reported : 14/Aug/2026 03:15PM'],
    ['Ref. Doctor : Dr. A. Example', 'Sample No. : 20987123'],
  ],
}
const MAN: Head = {
  laboratory: 'Example Health Labs Pvt. Ltd.',
  lines: [
    ['PATIENT NAME : MR. SURESH NAIK', 'COLLECTED ON : 02-03-2026 08:10'],
    ['AGE / SEX : 58 Years / Male', 'REPORTED ON : 02-03-2026 17:32'],
    ['UHID : EX.0012345', 'BARCODE NO : 11023344'],
  ],
}

function head(pen: Pen, { laboratory, lines }: Head): number {
  pen.text(laboratory, 297, 20, { size: 15, bold: true, align: 'centre' })
  pen.text(SAMPLE_NOTICE, 297, 40, { size: 7, align: 'centre' })
  lines.forEach(([left, right], index) => {
    pen.text(left, 40, 60 + 13 * index)
    pen.text(right, 350, 60 + 13 * index)
  })
  pen.rule(40, 104, 515)
  return 114
}

type CellOf = (row: LaterRow) => string
const NAME: CellOf = ({ test }) => test
const VALUE: CellOf = ({ cell }) => cell
const UNIT: CellOf = ({ unit }) => unit ?? ''
const METHOD: CellOf = ({ method }) => method
const RANGE: CellOf = ({ range }) => range[0] ?? ''

interface Column {
  readonly title: string
  readonly x: number
  readonly of: CellOf
  readonly bold?: boolean
}

/** A table; further lines of a range stand under its first. */
function table(
  pen: Pen,
  y: number,
  columns: readonly Column[],
  rows: readonly LaterRow[],
  { size = 8.5, pitch = 17, heads = true } = {},
): number {
  let at = y
  if (heads) {
    for (const { title, x } of columns) pen.text(title, x, at, { size, bold: true })
    at += pitch
  }
  for (const each of rows) {
    for (const { x, of, bold = false } of columns) if (of(each) !== '') pen.text(of(each), x, at, { size, bold })
    const rangeAt = columns.find(({ of }) => of === RANGE)?.x ?? 0
    each.range.slice(1).forEach((line, index) => void pen.text(line, rangeAt, at + 11 * (index + 1), { size }))
    at += pitch + 11 * Math.max(0, each.range.length - 1)
  }
  return at
}

function paragraph(pen: Pen, y: number, lines: readonly string[], size = 7.5): number {
  lines.forEach((line, index) => void pen.text(line, 40, y + index * 10, { size }))
  return y + lines.length * 10 + 6
}

const wide: LaterReport = {
  name: 'wide table with technology',
  language: 'en',
  rows: [
    row('25-OH VITAMIN D (TOTAL)', '18.42', 'ng/ml', '30', '100', { method: 'C.L.I.A', range: ['30-100'] }),
    row('VITAMIN B-12', '189', 'pg/ml', '197', '771', { method: 'E.C.L.I.A', range: ['197-771'] }),
    row('TOTAL TRIIODOTHYRONINE (T3)', '97', 'ng/dl', '80', '200', { method: 'C.M.I.A', range: ['80-200'] }),
    row('TOTAL THYROXINE (T4)', '8.3', 'µg/dl', '4.8', '12.7', { method: 'C.M.I.A', range: ['4.8-12.7'] }),
    row('THYROID STIMULATING HORMONE (TSH)', '6.12', 'µIU/ml', '0.54', '5.3', {
      method: 'C.M.I.A',
      range: ['0.54-5.30'],
    }),
    row('SERUM ALB/GLOBULIN RATIO', '1.48', 'Ratio', '0.9', '2', { method: 'CALCULATED', range: ['0.9 - 2'] }),
    row('ALKALINE PHOSPHATASE', '91.3', 'U/l', '45', '129', { method: 'PHOTOMETRY', range: ['45-129'] }),
    row('BILIRUBIN - TOTAL', '0.64', 'mg/dl', '0.3', '1.2', { method: 'PHOTOMETRY', range: ['0.3-1.2'] }),
    row('HIGH SENSITIVITY C-REACTIVE PROTEIN (HS-CRP)', '4.75', 'mg/L', null, '3', {
      method: 'IMMUNOTURB.',
      range: ['< 3'],
    }),
    row('TC/ HDL CHOLESTEROL RATIO', '5.6', 'Ratio', '3', '5', { method: 'CALCULATED', range: ['3 - 5'] }),
    row('NON-HDL CHOLESTEROL', '171', 'mg/dl', null, '160', { method: 'CALCULATED', range: ['< 160'] }),
    row('% TRANSFERRIN SATURATION', '11.02', '%', '13', '45', { method: 'CALCULATED', range: ['13-45'] }),
  ],
  draw(pen, rows) {
    const y = table(
      pen,
      head(pen, WOMAN),
      [
        { title: 'TEST NAME', x: 40, of: NAME },
        { title: 'TECHNOLOGY', x: 275, of: METHOD },
        { title: 'VALUE', x: 360, of: VALUE, bold: true },
        { title: 'UNITS', x: 415, of: UNIT },
        { title: 'REFERENCE RANGE', x: 465, of: RANGE },
      ],
      rows,
    )
    paragraph(pen, y, [
      'Please correlate with clinical conditions.',
      'Method : Fully automated chemiluminescent immunoassay. Deficiency : < 20 ng/ml || Insufficiency : 20-29 ng/ml ||',
      'Sufficiency : 30-100 ng/ml || Toxicity : > 100 ng/ml. 40 % of adults studied in 2019 had values under 20 ng/ml.',
    ])
  },
}

const twoColumns: LaterReport = {
  name: 'two tables side by side',
  language: 'en',
  rows: [
    row('Haemoglobin', '11.2', 'g/dL', '12.0', '15.0'),
    row('RBC Count', '4.31', 'mill/cmm', '3.80', '4.80'),
    row('PCV', '35.1', '%', '36', '46'),
    row('WBC Count', '7200', '/cmm', '4000', '11000'),
    row('Platelet Count', '284', '10^3/µL', '150', '410'),
    row('ESR', '32', 'mm/hr', '0', '20'),
    row('Urea', '24', 'mg/dL', '13', '43'),
    row('Creatinine', '0.71', 'mg/dL', '0.55', '1.02'),
    row('Uric Acid', '4.6', 'mg/dL', '2.6', '6.0'),
    row('Sodium', '138', 'mmol/L', '136', '145'),
    row('Potassium', '4.4', 'mmol/L', '3.5', '5.1'),
    row('Chloride', '109', 'mmol/L', '98', '107'),
  ],
  draw(pen, rows) {
    const y = head(pen, WOMAN)
    pen.text('HAEMATOLOGY', 40, y, { bold: true })
    pen.text('BIOCHEMISTRY', 310, y, { bold: true })
    const half = (left: number): readonly Column[] => [
      { title: 'Test', x: left, of: NAME },
      { title: 'Result', x: left + 85, of: VALUE },
      { title: 'Unit', x: left + 125, of: UNIT },
      { title: 'Normal Range', x: left + 175, of: RANGE },
    ]
    table(pen, y + 18, half(40), rows.slice(0, 6), { size: 8 })
    table(pen, y + 18, half(310), rows.slice(6), { size: 8 })
  },
}

const byPerson: LaterReport = {
  name: 'ranges by sex, age and trimester',
  language: 'en',
  rows: [
    row('Hemoglobin (Hb)', '12.4', 'gm/dl', '12.0', '15.0', {
      range: ['Male : 13.0 - 17.0', 'Female : 12.0 - 15.0', 'Children (6 - 12 yrs) : 11.5 - 15.5'],
    }),
    row('Serum Ferritin', '8.9', 'ng/ml', '13', '150', { range: ['Men: 30 - 400', 'Women: 13 - 150'] }),
    row('Serum Creatinine', '0.94', 'mg/dl', '0.5', '0.9', { range: ['M: 0.7 - 1.2', 'F: 0.5 - 0.9'] }),
    row('TSH - Ultrasensitive', '3.12', 'µIU/mL', '0.27', '4.20', {
      range: [
        'Adults : 0.27 - 4.20',
        '1st Trimester : 0.10 - 2.50',
        '2nd Trimester : 0.20 - 3.00',
        '3rd Trimester : 0.30 - 3.00',
      ],
    }),
    row('Serum Prolactin', '14.2', 'ng/ml', '4.79', '23.3', {
      range: ['Non-pregnant female: 4.79 - 23.3', 'Pregnant: 34 - 386', 'Male: 4.04 - 15.2'],
    }),
    row('HbA1c', '6.1', '%', null, '5.7', {
      range: ['Non Diabetic : < 5.7', 'Prediabetes : 5.7 - 6.4', 'Diabetes : >= 6.5'],
    }),
    row('LDL Cholesterol', '142', 'mg/dl', null, '100', {
      range: ['Optimal : < 100', 'Near optimal : 100 - 129', 'Borderline high : 130 - 159', 'High : 160 - 189'],
    }),
    row('ESR (Westergren)', '14', 'mm/1st hr', '0', '20', { range: ['Male : 0 - 15', 'Female : 0 - 20'] }),
  ],
  draw(pen, rows) {
    table(
      pen,
      head(pen, WOMAN),
      [
        { title: 'Investigation', x: 40, of: NAME },
        { title: 'Observed Value', x: 210, of: VALUE },
        { title: 'Unit', x: 300, of: UNIT },
        { title: 'Biological Reference Interval', x: 380, of: RANGE },
      ],
      rows,
      { pitch: 20 },
    )
  },
}

const glued: LaterReport = {
  name: 'units glued to values',
  language: 'en',
  rows: [
    row('Hb%', '10.9', 'gm%', '13', '17', { cell: '10.9gm%', range: ['13 - 17 gm%'] }),
    row('T.L.C', '12,400', '/cumm', '4000', '11000', { cell: '12,400/cumm', range: ['4000 - 11000 /cumm'] }),
    row('Platelets', '1.32', 'lakhs/cumm', '1.5', '4.5', { cell: '1.32lakhs/cumm', range: ['1.5 - 4.5 lakhs/cumm'] }),
    row('F.B.S', '138', 'mg/dl', '70', '110', { cell: '138mg/dl', range: ['70 - 110 mg/dl'] }),
    row('P.P.B.S', '221', 'mg/dl', '80', '140', { cell: '221mg/dl', range: ['80 - 140 mg/dl'] }),
    row('B. Urea', '46', 'mg/dl', '15', '40', { cell: '46mg/dl', range: ['15 - 40 mg/dl'] }),
    row('S. Creatinine', '1.6', 'mg/dl', '0.7', '1.4', { cell: '1.6mg/dl', range: ['0.7 - 1.4 mg/dl'] }),
    row('S. Cholesterol', '232', 'mg/dl', null, '200', { cell: '232mg/dl', range: ['Up to 200 mg/dl'] }),
    row('S.G.P.T', '39', 'IU/L', null, '40', { cell: '39IU/L', range: ['Upto 40 IU/L'] }),
    row('E.S.R', '28', 'mm/hr', '0', '15', { cell: '28mm/hr', range: ['0 - 15 mm/hr'] }),
  ],
  draw(pen, rows) {
    table(
      pen,
      head(pen, MAN),
      [
        { title: 'TEST', x: 40, of: NAME },
        { title: 'RESULT', x: 220, of: VALUE },
        { title: 'NORMAL VALUES', x: 380, of: RANGE },
      ],
      rows,
      { size: 10, pitch: 20 },
    )
  },
}

const marks: LaterReport = {
  name: 'marks at values',
  language: 'en',
  rows: [
    row('Albumin', '3.1', 'g/dL', '3.5', '5.2', { cell: '3.1 L' }),
    row('Globulin', '3.9', 'g/dL', '2.3', '3.5', { cell: 'H 3.9' }),
    row('Total Protein', '7.0', 'g/dL', '6.4', '8.3'),
    row('AST (SGOT)', '88', 'U/L', '5', '40', { cell: '88*' }),
    row('ALT (SGPT)', '121', 'U/L', '7', '56', { cell: '121 ↑' }),
    row('GGTP', '201', 'U/L', '10', '71', { cell: '*201' }),
    row('Calcium, Total', '8.1', 'mg/dL', '8.6', '10.3', { cell: '8.1 (L)' }),
    row('Phosphorus', '5.2', 'mg/dL', '2.4', '4.4', { cell: '5.2 #' }),
    row('Magnesium', '1.9', 'mg/dL', '1.8', '2.6'),
    row('Amylase', '302', 'U/L', '28', '100', { cell: 'High 302' }),
    row('Lipase', '61', 'U/L', '13', '60', { cell: '61 H' }),
    row('Iron', '31', 'µg/dL', '65', '175', { cell: '31 ↓' }),
    row('Bicarbonate', '17.2', 'mmol/L', '22', '29', { cell: '17.2 LL' }),
  ],
  draw(pen, rows) {
    table(
      pen,
      head(pen, MAN),
      [
        { title: 'Test Description', x: 40, of: NAME },
        { title: 'Value(s)', x: 210, of: VALUE },
        { title: 'Unit(s)', x: 300, of: UNIT },
        { title: 'Reference Range', x: 400, of: RANGE },
      ],
      rows,
    )
  },
}

const words = (test: string, value: string, range = '', unit: string | null = null): LaterRow =>
  row(test, value, unit, null, null, { range: range === '' ? [] : [range] })

const urine: LaterReport = {
  name: 'urine',
  language: 'en',
  rows: [
    row('Volume', '30', 'ml', null, null),
    words('Colour', 'Pale Yellow', 'Pale Yellow'),
    words('Appearance', 'Slightly Turbid', 'Clear'),
    row('Specific Gravity', '1.020', null, '1.005', '1.030'),
    row('pH', '6.0', null, '5.0', '8.0'),
    words('Protein', 'Trace', 'Absent'),
    words('Glucose', '++', 'Absent'),
    words('Ketone Bodies', 'Nil', 'Nil'),
    words('Bilirubin', 'Absent', 'Absent'),
    words('Urobilinogen', 'Normal', 'Normal'),
    words('Nitrite', 'Positive', 'Negative'),
    words('Pus Cells', '8-10', '0-5', '/hpf'),
    words('Epithelial Cells', '2-4', '0-5', '/hpf'),
    words('R.B.C.', 'Not Seen', 'Nil', '/hpf'),
    words('Casts', 'Nil', 'Nil', '/lpf'),
    words('Crystals', 'Calcium Oxalate', 'Nil'),
    words('Bacteria', 'Few', 'Absent'),
  ].map((each) =>
    each.test === 'Pus Cells' || each.test === 'Epithelial Cells'
      ? { ...each, low: '0', high: '5', side: each.value === '8-10' ? 'high' : 'in' }
      : each,
  ),
  draw(pen, rows) {
    const columns: readonly Column[] = [
      { title: 'Test', x: 50, of: NAME },
      { title: 'Result', x: 230, of: VALUE },
      { title: 'Unit', x: 345, of: UNIT },
      { title: 'Biological Ref. Range', x: 420, of: RANGE },
    ]
    const parts: readonly (readonly [string, number, number])[] = [
      ['Physical Examination', 0, 3],
      ['Chemical Examination (Dipstick)', 3, 11],
      ['Microscopic Examination', 11, 17],
    ]
    const top = head(pen, WOMAN)
    pen.text('URINE ROUTINE EXAMINATION', 297, top, { bold: true, size: 11, align: 'centre' })
    let y = table(pen, top + 20, columns, [])
    for (const [title, from, to] of parts) {
      pen.text(title, 40, y, { bold: true })
      y = table(pen, y + 17, columns, rows.slice(from, to), { heads: false })
    }
  },
}

const units: LaterReport = {
  name: 'units of all sorts',
  language: 'en',
  rows: [
    row('TLC', '6.8', 'thou/mm3', '4.00', '10.00'),
    row('RBC', '5.02', 'mill/mm3', '4.50', '5.50'),
    row('Platelet Count', '2.15', 'lac/cmm', '1.50', '4.50'),
    row('Absolute Neutrophil Count', '3.9', 'x10^3/uL', '2.0', '7.0'),
    row('Absolute Lymphocyte Count', '2100', 'cells/µL', '1000', '3000'),
    row('Absolute Eosinophil Count', '0.31', '10^9/L', '0.02', '0.50'),
    row('Mean Corpuscular Volume', '84.1', 'femtolitre', '83', '101'),
    row('Blood Urea Nitrogen', '14.1', 'mgs/dl', '7', '20'),
    row('Serum Sodium', '141', 'mEq/L', '136', '146'),
    row('Total Testosterone', '412', 'ng/dL', '249', '836'),
    row('Insulin, Fasting', '18.2', 'uU/mL', '2.6', '24.9'),
    row('Fasting Glucose', '5.9', 'mmol/L', '3.9', '5.5'),
    row('Folic Acid', '4.1', 'ng/mL', '3.1', '20.5'),
    row('Homocysteine', '22.4', 'µmol/L', '5.46', '16.2'),
    row('Microalbumin, Urine', '38', 'mg/g creat', null, '30'),
    row('eGFR (CKD-EPI 2021)', '71', 'mL/min/1.73m2', '90', null),
    row('D-Dimer', '0.82', 'µg FEU/mL', null, '0.50'),
    row('Prothrombin Time', '13.4', 'Seconds', '11.0', '14.0'),
    row('INR', '1.12', null, '0.85', '1.15'),
    row('PSA - Total', '2.31', 'ng/mL', null, '4.0', { range: ['0 - 4.0'] }),
  ].map((each) => (each.test.startsWith('PSA') ? { ...each, low: '0' } : each)),
  draw(pen, rows) {
    table(
      pen,
      head(pen, MAN),
      [
        { title: 'Parameter', x: 40, of: NAME },
        { title: 'Result', x: 230, of: VALUE },
        { title: 'Unit', x: 300, of: UNIT },
        { title: 'Bio. Ref. Range', x: 400, of: RANGE },
        { title: 'Method', x: 500, of: METHOD },
      ],
      rows.map((each) => ({ ...each, method: 'Automated' })),
    )
  },
}

const pages: LaterReport = {
  name: 'many pages, heads repeated',
  language: 'en',
  rows: ['A', 'B', 'C'].flatMap((_, page): readonly LaterRow[] => {
    const tests = [
      [
        row('Haemoglobin', '15.1', 'g/dL', '13.0', '17.0', { method: 'Photometry' }),
        row('Packed Cell Volume (PCV)', '45.9', '%', '40.0', '50.0', { method: 'Calculated' }),
        row('Red Cell Distribution Width (RDW-CV)', '15.2', '%', '11.6', '14.0', { method: 'Calculated' }),
        row('Mean Platelet Volume', '11.9', 'fL', '6.5', '12.0', { method: 'Calculated' }),
      ],
      [
        row('Bilirubin, Direct', '0.31', 'mg/dL', null, '0.30', { method: 'Diazo', range: ['<0.30'] }),
        row('Bilirubin, Indirect', '0.62', 'mg/dL', null, '1.10', { method: 'Calculated', range: ['<1.10'] }),
        row('Bilirubin, Total', '0.93', 'mg/dL', '0.30', '1.20', { method: 'DPD' }),
        row('A : G Ratio', '1.40', null, '0.90', '2.00', { method: 'Calculated' }),
      ],
      [
        row('VLDL Cholesterol', '41.2', 'mg/dL', null, '30.00', { method: 'Calculated', range: ['<30.00'] }),
        row('Triglycerides', '206', 'mg/dL', null, '150.00', { method: 'GPO-POD', range: ['<150.00'] }),
        row('Apolipoprotein B', '112', 'mg/dL', '66', '133', { method: 'Immunoturbidimetry' }),
        row('Lipoprotein (a)', '12.4', 'mg/dL', null, '30', { method: 'Immunoturbidimetry' }),
      ],
    ]
    return tests[page] ?? []
  }),
  draw(pen, rows) {
    for (let page = 0; page < 3; page++) {
      if (page > 0) pen.newPage()
      const y = head(pen, MAN)
      const title = ['COMPLETE BLOOD COUNT (CBC)', 'LIVER PANEL 1; LFT, SERUM', 'LIPID SCREEN, SERUM'][page] ?? ''
      let at = table(
        pen,
        y,
        [
          { title: 'Test Name', x: 40, of: () => '' },
          { title: 'Results', x: 270, of: () => '' },
          { title: 'Units', x: 350, of: () => '' },
          { title: 'Bio. Ref. Interval', x: 440, of: () => '' },
        ],
        [],
      )
      pen.text(title, 40, at, { bold: true })
      at += 18
      for (const each of rows.slice(4 * page, 4 * page + 4)) {
        pen.text(each.test, 40, at)
        pen.text(`(${each.method})`, 40, at + 10, { size: 6 })
        pen.text(each.cell, 270, at)
        if (each.unit !== null) pen.text(each.unit, 350, at)
        pen.text(each.range[0] ?? '', 440, at)
        at += 25
      }
      if (page === 2) {
        at = paragraph(pen, at + 8, [
          'Note',
          '1. Measurements in the same patient can show physiological variations of 5 - 10 %.',
        ])
        pen.text('NLA 2014 recommendations', 60, at, { bold: true, size: 8 })
        const grades = [
          ['Optimal', '<200', '<150', '<100'],
          ['Above Optimal', '-', '-', '100 - 129'],
          ['Borderline High', '200 - 239', '150 - 199', '130 - 159'],
          ['High', '>=240', '200 - 499', '160 - 189'],
          ['Very High', '-', '>=500', '>=190'],
        ]
        pen.text('TOTAL CHOLESTEROL in mg/dL', 160, at + 14, { size: 6.5 })
        pen.text('TRIGLYCERIDE in mg/dL', 290, at + 14, { size: 6.5 })
        pen.text('LDL CHOLESTEROL in mg/dL', 400, at + 14, { size: 6.5 })
        grades.forEach((cells, index) => {
          cells.forEach(
            (cell, column) => void pen.text(cell, [60, 180, 310, 420][column] ?? 0, at + 28 + 12 * index, { size: 8 }),
          )
        })
      }
      pen.text(`Page ${page + 1} of 3`, 540, 815, { size: 7, align: 'right' })
      pen.text('Sample Tower, Sector 18, Rohini, New Delhi - 110085. Tel: 011-4988 5050, Fax: 011-2788 2134', 40, 815, {
        size: 6.5,
      })
    }
  },
}

const wrapped: LaterReport = {
  name: 'names over two lines, comments',
  language: 'en',
  rows: [
    row('Glycosylated Haemoglobin (HbA1c) by HPLC', '7.9', '%', '4.0', '5.6'),
    row('Estimated Average Glucose (eAG)', '180', 'mg/dL', '90', '120'),
    row('Thyroid Stimulating Hormone, Third Generation (TSH)', '2.41', 'µIU/mL', '0.35', '4.94'),
    row('Anti Thyroid Peroxidase Antibody (Anti-TPO)', '11.2', 'IU/mL', null, '34'),
    row('Total Iron Binding Capacity (TIBC)', '442', 'µg/dL', '250', '425'),
    row('C-Reactive Protein, Quantitative (CRP)', '<3.0', 'mg/L', null, '5.0', { side: 'in' }),
  ],
  draw(pen, rows) {
    let y = head(pen, MAN)
    const columns = [40, 225, 310, 410]
    ;['TEST PARAMETER', 'RESULT', 'UNIT', 'REFERENCE RANGE'].forEach(
      (title, index) => void pen.text(title, columns[index] ?? 0, y, { bold: true }),
    )
    y += 22
    for (const each of rows) {
      const words_ = each.test.split(' ')
      const half = Math.ceil(words_.length / 2)
      pen.text(words_.slice(0, half).join(' '), 40, y)
      pen.text(words_.slice(half).join(' '), 40, y + 11)
      pen.text(each.cell, 225, y, { bold: each.side !== 'in' })
      if (each.unit !== null) pen.text(each.unit, 310, y)
      pen.text(each.range[0] ?? '', 410, y)
      pen.text('Sample: Serum   Method: Immunoassay', 40, y + 22, { size: 6.5 })
      y += 40
    }
    paragraph(pen, y, [
      'Comments:',
      'HbA1c reflects average glycemia over the preceding 8 to 12 weeks. Good control: 6.0 - 7.0 %. Fair control: 7.0 - 8.0 %.',
      'Unsatisfactory control: 8.0 - 10.0 %. Poor control: > 10.0 %. 1 % of change equals 28.7 mg/dL.',
      'TSH levels are subject to circadian variation, reaching peak levels between 2 - 4 a.m. and a minimum between 6 - 10 p.m.',
      'The variation is of the order of 50 %, hence time of the day has influence on the measured serum TSH concentration.',
      'CRP: values of 10 to 40 mg/L are seen in mild inflammation; 40 to 200 mg/L in acute inflammation and bacterial infection.',
      'Tests marked with NABL symbol are accredited by NABL vide Certificate no MC-2113. Lab licence 4455/2023.',
    ])
  },
}

const unitsLast: LaterReport = {
  name: 'units behind ranges, words before values',
  language: 'en',
  rows: [
    row('GLUCOSE FASTING, FLUORIDE PLASMA', '126', 'mg/dL', '74', '99', { method: 'High' }),
    row('BLOOD UREA NITROGEN', '9', 'mg/dL', '6', '20'),
    row('CREATININE', '0.58', 'mg/dL', '0.60', '1.10', { method: 'Low' }),
    row('BUN/CREAT RATIO', '15.52', null, '5.00', '15.00', { method: 'High' }),
    row('URIC ACID', '5.1', 'mg/dL', '2.6', '6.0'),
    row('TOTAL PROTEIN', '7.4', 'g/dL', '6.4', '8.2'),
    row('ALBUMIN', '4.1', 'g/dL', '3.4', '5.0'),
    row('GLOBULIN', '3.3', 'g/dL', '2.0', '4.1'),
    row('ALBUMIN/GLOBULIN RATIO', '1.2', 'RATIO', '1.0', '2.0'),
    row('LACTATE DEHYDROGENASE', '254', 'U/L', '100', '190', { method: 'High' }),
    row('CHOLESTEROL, TOTAL', '188', 'mg/dL', null, '200', {
      range: ['< 200 Desirable', '200 - 239 Borderline High', '>/= 240 High'],
    }),
    row('HDL CHOLESTEROL', '38', 'mg/dL', '40', null, { method: 'Low', range: ['< 40 Low', '>/=60 High'], side: null }),
  ].map((each) => (each.test === 'HDL CHOLESTEROL' ? { ...each, low: null, high: null } : each)),
  draw(pen, rows) {
    const y = head(pen, WOMAN)
    pen.text('Test Report Status    Final', 40, y, { bold: true })
    table(
      pen,
      y + 16,
      [
        { title: '', x: 40, of: NAME },
        { title: '', x: 265, of: METHOD },
        { title: 'Results', x: 305, of: VALUE, bold: true },
        { title: 'Biological Reference Interval', x: 360, of: RANGE },
        { title: 'Units', x: 510, of: UNIT },
      ],
      rows,
    )
  },
}

const serology: LaterReport = {
  name: 'serology',
  language: 'en',
  rows: [
    words('HBsAg', 'Non Reactive', 'Non Reactive'),
    words('HIV I & II Antibodies', 'Non-Reactive', 'Non-Reactive'),
    words('Anti HCV', 'NON REACTIVE', 'NON REACTIVE'),
    words('VDRL (RPR)', 'Reactive', 'Non Reactive'),
    words('Dengue NS1 Antigen', 'Positive', 'Negative'),
    words('Malaria Parasite (MP)', 'Not Detected', 'Not Detected'),
    words('ABO Group', 'B'),
    words('Rh Type', 'Positive'),
    words('Salmonella Typhi "O"', '1:80', '< 1:80'),
    words('Salmonella Typhi "H"', '1:160', '< 1:160'),
    words('Urine Pregnancy Test', 'Negative'),
    row('RA Factor', '9.2', 'IU/mL', null, '14'),
    row('ASO Titre', '310', 'IU/mL', null, '200'),
  ],
  draw(pen, rows) {
    table(
      pen,
      head(pen, WOMAN),
      [
        { title: 'INVESTIGATION', x: 40, of: NAME },
        { title: 'RESULT', x: 240, of: VALUE, bold: true },
        { title: 'UNITS', x: 350, of: UNIT },
        { title: 'BIOLOGICAL REF. INTERVAL', x: 420, of: RANGE },
      ],
      rows,
    )
  },
}

const HINDI: Head = {
  laboratory: 'नमूना जाँच केंद्र',
  lines: [
    ['मरीज का नाम : सुनीता देवी', 'दिनांक : 05/07/2026'],
    ['उम्र : 42 वर्ष', 'लिंग : महिला'],
    ['डॉक्टर : डॉ. उदाहरण', ''],
  ],
}
const TAMIL: Head = {
  laboratory: 'மாதிரி மருத்துவ ஆய்வகம்',
  lines: [
    ['நோயாளியின் பெயர் : செல்வி முருகன்', 'தேதி : 05/07/2026'],
    ['வயது : 42', 'பாலினம் : பெண்'],
    ['மருத்துவர் : டாக்டர் மாதிரி', ''],
  ],
}
const asDigits = (text: string, nought: number): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(nought + Number(digit)))

const hindi: LaterReport = {
  name: 'wholly Hindi',
  language: 'hi',
  rows: [
    row('हीमोग्लोबिन', '10.4', 'ग्राम/डेसीलीटर', '12.0', '15.0'),
    row('श्वेत रक्त कोशिका', '8,300', 'प्रति घन मिमी', '4,000', '11,000'),
    row('प्लेटलेट्स', '2.45', 'लाख/घन मिमी', '1.5', '4.5'),
    row('खाली पेट शुगर', '104', 'मिग्रा/डेसीलीटर', '70', '100'),
    row('खाने के बाद शुगर', '162', 'मिग्रा/डेसीलीटर', null, '140', { range: ['140 से कम'] }),
    row('सीरम क्रिएटिनिन', '0.8', 'मिग्रा/डेसीलीटर', '0.6', '1.1'),
    row('यूरिया', '28', 'मिग्रा/डेसीलीटर', '15', '40'),
    row('यूरिक एसिड', '6.9', 'मिग्रा/डेसीलीटर', '2.6', '6.0'),
    row('कुल कोलेस्ट्रॉल', '214', 'मिग्रा/डेसीलीटर', null, '200', { range: ['200 तक'] }),
    words('मूत्र में शुगर', 'अनुपस्थित', 'अनुपस्थित'),
    words('मूत्र में प्रोटीन', 'नहीं', 'नहीं'),
  ],
  draw(pen, rows) {
    table(
      pen,
      head(pen, HINDI),
      [
        { title: 'जाँच', x: 40, of: NAME },
        { title: 'परिणाम', x: 220, of: VALUE },
        { title: 'मात्रक', x: 300, of: UNIT },
        { title: 'सामान्य मान', x: 430, of: RANGE },
      ],
      rows,
      { size: 10, pitch: 20 },
    )
  },
}

const hindiDigits: LaterReport = {
  name: 'Devanagari digits',
  language: 'hi',
  rows: [
    row('हीमोग्लोबिन (Hb)', '13.1', 'g/dL', '12.0', '15.0'),
    row('ईएसआर (ESR)', '26', 'mm/hr', '0', '20'),
    row('ब्लड शुगर फास्टिंग (FBS)', '97', 'mg/dL', '70', '110'),
    row('टीएसएच (TSH)', '5.84', 'µIU/mL', '0.40', '4.20'),
    row('विटामिन बी12 (Vitamin B12)', '176', 'pg/mL', '211', '911'),
    row('कैल्शियम', '9.2', 'mg/dL', '8.6', '10.2'),
    row('सोडियम', '139', 'mmol/L', '135', '145'),
  ].map((each) => ({
    ...each,
    cell: asDigits(each.cell, 0x0966),
    range: each.range.map((line) => asDigits(line, 0x0966)),
  })),
  draw(pen, rows) {
    table(
      pen,
      head(pen, HINDI),
      [
        { title: 'जाँच का नाम', x: 40, of: NAME },
        { title: 'परिणाम', x: 240, of: VALUE },
        { title: 'इकाई', x: 320, of: UNIT },
        { title: 'सामान्य सीमा', x: 420, of: RANGE },
      ],
      rows,
      { size: 10, pitch: 20 },
    )
  },
}

const tamil: LaterReport = {
  name: 'wholly Tamil',
  language: 'ta',
  rows: [
    row('ஹீமோகுளோபின்', '11.1', 'கிராம்/டெசிலி', '12.0', '15.0'),
    row('வெள்ளை அணுக்கள்', '9,100', '/cumm', '4,000', '11,000'),
    row('தட்டணுக்கள்', '1.98', 'லட்சம்/cumm', '1.5', '4.5'),
    row('வெறும் வயிற்று சர்க்கரை', '131', 'மி.கி/டெசிலி', '70', '100'),
    row('சாப்பிட்ட பின் சர்க்கரை', '188', 'மி.கி/டெசிலி', null, '140', { range: ['140 வரை'] }),
    row('கிரியேட்டினின்', '0.9', 'mg/dL', '0.6', '1.1'),
    row('யூரியா', '33', 'mg/dL', '15', '40'),
    row('மொத்த கொலஸ்ட்ரால்', '176', 'mg/dL', null, '200', { range: ['200 வரை'] }),
    row('ட்ரைகிளிசரைடுகள்', '201', 'mg/dL', null, '150', { range: ['150 வரை'] }),
    row('பொட்டாசியம்', '4.2', 'mmol/L', '3.5', '5.1'),
    words('சிறுநீர் சர்க்கரை', 'இல்லை', 'இல்லை'),
  ],
  draw(pen, rows) {
    table(
      pen,
      head(pen, TAMIL),
      [
        { title: 'பரிசோதனை', x: 40, of: NAME },
        { title: 'அளவு', x: 240, of: VALUE },
        { title: 'அலகு', x: 310, of: UNIT },
        { title: 'இயல்பான அளவு', x: 430, of: RANGE },
      ],
      rows,
      { size: 10, pitch: 20 },
    )
  },
}

const tamilDigits: LaterReport = {
  name: 'Tamil digits',
  language: 'ta',
  rows: [
    row('ஹீமோகுளோபின் (Hb)', '12.6', 'g/dL', '12.0', '15.0'),
    row('சர்க்கரை - வெறும் வயிறு (FBS)', '118', 'mg/dL', '70', '110'),
    row('யூரிக் அமிலம்', '5.3', 'mg/dL', '2.6', '6.0'),
    row('சோடியம்', '133', 'mmol/L', '135', '145'),
    row('கால்சியம்', '9.7', 'mg/dL', '8.6', '10.2'),
  ].map((each) => ({
    ...each,
    cell: asDigits(each.cell, 0x0be6),
    range: each.range.map((line) => asDigits(line, 0x0be6)),
  })),
  draw(pen, rows) {
    table(
      pen,
      head(pen, TAMIL),
      [
        { title: 'பரிசோதனை', x: 40, of: NAME },
        { title: 'முடிவு', x: 260, of: VALUE },
        { title: 'அலகு', x: 330, of: UNIT },
        { title: 'இயல்பு வரம்பு', x: 420, of: RANGE },
      ],
      rows,
      { size: 10, pitch: 20 },
    )
  },
}

export const LATER_REPORTS: readonly LaterReport[] = [
  wide,
  twoColumns,
  byPerson,
  glued,
  marks,
  urine,
  units,
  pages,
  wrapped,
  unitsLast,
  serology,
  hindi,
  hindiDigits,
  tamil,
  tamilDigits,
]

/** A later report as a PDF with a text layer. */
export async function drawLater({ draw, rows }: LaterReport): Promise<Buffer> {
  const pen = new Pen('noto')
  draw(pen, rows as readonly LaterRow[])
  return await pen.finish()
}
