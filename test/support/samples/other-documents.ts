import { Pen } from './pen.ts'
import { SAMPLE_NOTICE } from './report.ts'

/** Documents other than lab reports, in layouts that doctors and hospitals in India print, none a copy of one's. */

function head(
  pen: Pen,
  place: string,
  doctor: string | null,
  [name, age]: readonly [string, string],
  date: string,
): number {
  pen.text(place, 40, 26, { size: 16, bold: true, color: '#14406e' })
  pen.text(SAMPLE_NOTICE, 40, 48, { size: 7.5, color: '#555555' })
  if (doctor !== null) pen.text(doctor, 40, 62, { size: 10, bold: true })
  pen.rule(40, 82, 515)
  pen.text(name, 40, 92)
  pen.text(age, 230, 92)
  pen.text(date, 440, 92)
  pen.rule(40, 110, 515)
  return 126
}

const column = (pen: Pen, lines: readonly string[], x: number, from: number, step = 17): number => {
  lines.forEach((line, at) => void pen.text(line, x, from + at * step, { size: 10 }))
  return from + lines.length * step
}

/** A typed prescription, one order a line. */
export async function typedPrescription(): Promise<Buffer> {
  const pen = new Pen()
  const y = head(
    pen,
    'Lotus Family Clinic',
    'Dr. Meenakshi Sundaram, MBBS, MD (Medicine)',
    ['Patient Name : Asha Raman', 'Age / Sex : 67 Years / Female'],
    'Date : 12/10/2026',
  )
  column(
    pen,
    [
      'C/O : fever and cough for 3 days',
      'Diagnosis : Acute bronchitis, Type 2 diabetes mellitus (E11.9)',
      'Rx',
      '1. Tab. Augmentin 625 mg  1-0-1  after food  x 5 days',
      '2. Tab. Dolo 650  SOS  if fever',
      '3. Syp. Ascoril LS 5 ml TDS x 5 days',
      '4. Tab. Glycomet GP 1  1-0-1 before food x 30 days',
      '5. Cap. Uprise D3 60K once a week x 8 weeks',
      '6. Tab. Telma 40 OD x 1 month',
      '7. Inj. Mixtard 30/70 20-0-15 units before food',
      'Investigations : HbA1c, Chest X-ray',
      'Review after 5 days',
    ],
    50,
    y,
  )
  return await pen.finish()
}

/** A table of a practice's software: dosage and timing under one another, instructions on lines of their own. */
export async function tablePrescription(): Promise<Buffer> {
  const pen = new Pen('helvetica')
  let y = head(
    pen,
    'Care Clinic',
    'Dr. Anand Iyer',
    ['Name: Mr. Ravi Kumar', 'Age: 45 Yrs   Sex: Male'],
    'Date: 03-Nov-2026',
  )
  pen.text('Rx', 40, y, { bold: true, size: 12 })
  y += 20
  for (const [text, x] of [
    ['Medicine Name', 50],
    ['Dosage', 280],
    ['Duration', 440],
  ] as const)
    pen.text(text, x, y, { bold: true })
  y += 18
  for (const [name, dose, duration, note] of [
    ['1) TAB. PAN 40', '1 Morning', '10 Days', '(Before Food)'],
    ['2) CAP. BECOSULES', '1 Morning, 1 Night', '30 Days', '(After Food)'],
    ['3) TAB. ATORVA 10', '1 Night', '30 Days', '(After Food)'],
    ['4) TAB. QUIXOMIL 5', '1/2 Morning, 1/2 Night', '7 Days', '(After Food)'],
  ] as const) {
    pen.text(name, 50, y)
    pen.text(dose, 280, y)
    pen.text(duration, 440, y)
    pen.text(note, 280, y + 12, { size: 8 })
    y += 30
  }
  pen.text('Follow Up: 20-11-2026', 40, y + 6)
  return await pen.finish()
}

/** A prescription in Hindi. */
export async function hindiPrescription(): Promise<Buffer> {
  const pen = new Pen()
  const y = head(
    pen,
    'जन सेवा क्लिनिक',
    'डॉ. राकेश शर्मा',
    ['रोगी का नाम : सुनीता देवी', 'आयु / लिंग : 52 वर्ष / महिला'],
    'दिनांक : 05/11/2026',
  )
  column(
    pen,
    [
      'निदान : उच्च रक्तचाप',
      'दवाइयाँ :',
      '1. गोली Amlong 5 mg दिन में एक बार सुबह खाने के बाद 30 दिन',
      '2. गोली Dolo 650 ज़रूरत पड़ने पर',
      '3. सिरप Digene 10 ml दिन में तीन बार खाने के बाद 5 दिन',
      '4. कैप्सूल Omez 20 mg सुबह खाली पेट 14 दिन',
      'फिर दिखाएँ : 7 दिन बाद',
    ],
    50,
    y,
    20,
  )
  return await pen.finish()
}

/** A prescription in Tamil. */
export async function tamilPrescription(): Promise<Buffer> {
  const pen = new Pen()
  const y = head(
    pen,
    'அன்பு மருத்துவமனை',
    'டாக்டர் கவிதா',
    ['நோயாளி பெயர் : முருகன்', 'வயது / பாலினம் : 60 வயது / ஆண்'],
    'தேதி : 05/11/2026',
  )
  column(
    pen,
    [
      'மருந்துகள் :',
      '1. மாத்திரை Telma 40 mg காலை 1 சாப்பிட்ட பிறகு 30 நாட்கள்',
      '2. மாத்திரை Glycomet 500 mg தினம் இரண்டு முறை சாப்பாட்டுக்கு முன் 1 மாதம்',
      '3. மாத்திரை Dolo 650 தேவைப்பட்டால்',
    ],
    50,
    y,
    20,
  )
  return await pen.finish()
}

/** A discharge summary of two pages. */
export async function dischargeSummary(): Promise<Buffer> {
  const pen = new Pen()
  const y = head(
    pen,
    'Sunrise Multispeciality Hospital',
    null,
    ['Patient Name : Asha Raman', 'Age / Sex : 67 Years / Female'],
    'IP No : 88123',
  )
  pen.text('DISCHARGE SUMMARY', 297, y, { bold: true, size: 13, align: 'centre' })
  column(
    pen,
    [
      'Date of Admission : 02/10/2026',
      'Date of Discharge : 08/10/2026',
      'Consultant : Dr. Anand Iyer',
      'FINAL DIAGNOSIS :',
      '1. Acute coronary syndrome, inferior wall MI',
      '2. Type 2 diabetes mellitus',
      'PROCEDURE DONE : PTCA with stent to RCA on 03/10/2026',
      'TREATMENT GIVEN :',
      'Inj. Heparin 5000 units, Inj. Pan 40 mg BD',
      'COURSE IN HOSPITAL :',
      'The patient came with chest pain for two hours. Angioplasty was done.',
      'She was stable at discharge.',
    ],
    50,
    y + 24,
  )
  pen.newPage()
  column(
    pen,
    [
      'MEDICATIONS ON DISCHARGE :',
      'Tab. Ecosprin 75 mg 0-1-0 after food to continue',
      'Tab. Brilinta 90 mg 1-0-1 x 12 months',
      'Tab. Atorva 40 mg HS',
      'Tab. Sorbitrate 5 mg SOS under the tongue',
      'FOLLOW UP : Review after 2 weeks in Dr. Anand Iyer OPD',
    ],
    50,
    60,
  )
  return await pen.finish()
}

/** A radiologist's report. */
export async function radiologyReport(): Promise<Buffer> {
  const pen = new Pen()
  const y = head(
    pen,
    'Clear View Imaging Centre',
    null,
    ['Patient Name : Asha Raman', 'Age / Sex : 67 Years / Female'],
    'Date : 01/11/2026',
  )
  pen.text('X-RAY CHEST PA VIEW', 297, y, { bold: true, size: 13, align: 'centre' })
  column(
    pen,
    [
      'FINDINGS :',
      'Both lung fields are clear. Costophrenic angles are free.',
      'Cardiac size is within normal limits.',
      'IMPRESSION :',
      'No active lung lesion.',
      'Mild degenerative changes of the dorsal spine.',
    ],
    50,
    y + 26,
  )
  pen.text('Dr. Leela Menon, Consultant Radiologist', 360, y + 190)
  return await pen.finish()
}

/** A child's card, with what is due and what was given. */
export async function vaccinationCard(): Promise<Buffer> {
  const pen = new Pen()
  let y = head(
    pen,
    'Little Steps Children Clinic',
    null,
    ['Name : Kavin Raman', 'Age / Sex : 1 Year / Male'],
    'Card No : 221',
  )
  pen.text('VACCINATION CARD', 297, y, { bold: true, size: 13, align: 'centre' })
  y += 26
  const edges = [50, 200, 320, 440]
  const line = (cells: readonly string[], bold = false) => {
    cells.forEach((cell, at) => void pen.text(cell, edges[at] ?? 0, y, { bold }))
    y += 18
  }
  line(['Vaccine', 'Due on', 'Given on', 'Batch No'], true)
  line(['BCG', '01/11/2025', '02/11/2025', 'B1123'])
  line(['OPV 1', '13/12/2025', '15/12/2025', 'P889'])
  line(['Pentavalent 1', '13/12/2025', '15/12/2025', 'V442'])
  line(['Rotavirus 2', '10/01/2026', '12/01/2026', 'R771'])
  line(['MMR 1', '01/08/2026', '', ''])
  return await pen.finish()
}

/** Any document as its lines, from the top; what follows a name on its line stands three blanks from it. */
export async function documentOfLines(lines: readonly string[]): Promise<Buffer> {
  const pen = new Pen()
  column(pen, lines, 40, 30)
  return await pen.finish()
}
