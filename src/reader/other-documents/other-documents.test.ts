import { afterAll, describe, expect, it } from 'vitest'
import {
  dischargeSummary,
  documentOfLines,
  hindiPrescription,
  radiologyReport,
  tablePrescription,
  tamilPrescription,
  typedPrescription,
  vaccinationCard,
} from '../../../test/support/samples/other-documents.ts'
import { READ_LIMITS } from '../limits.ts'
import { Recogniser } from '../ocr/recogniser.ts'
import type { Proposal, ReadDocument, ReadMedicine, ReadPage } from '../read-document.ts'
import { readUpload } from '../read-upload.ts'
import { isHandwritten } from './handwriting.ts'

const recogniser = new Recogniser()
afterAll(() => recogniser.close())

const read = async (bytes: Promise<Uint8Array>): Promise<ReadDocument> =>
  await readUpload(await bytes, {
    person: { sex: undefined, ageYears: undefined },
    recogniser,
    limits: READ_LIMITS,
    onPage: () => undefined,
  })

/** What an order says, in one line. */
function told({
  name,
  strength,
  doses,
  timesPerDay,
  everyDays,
  asNeeded,
  food,
  durationDays,
  form,
}: ReadMedicine): string {
  const when =
    doses.map(({ time, amount }) => `${time} ${amount}`).join(' ') || (timesPerDay ? `${timesPerDay}/day` : '')
  const every = everyDays === null ? '' : `every ${everyDays} days`
  return [form, name, strength, when, every, asNeeded ? 'as needed' : '', food, durationDays && `${durationDays} days`]
    .filter((part) => part !== '' && part !== null)
    .join(', ')
}
const medicines = (proposals: readonly Proposal[]): string[] =>
  proposals.flatMap((proposal) => (proposal.kind === 'medication' ? [told(proposal.medicine)] : []))
const others = (proposals: readonly Proposal[], kind: Proposal['kind']): Proposal[] =>
  proposals.filter((proposal) => proposal.kind === kind)

describe('a prescription', () => {
  it('typed line by line', async () => {
    const document = await read(typedPrescription())
    expect(document.metadata).toMatchObject({
      category: 'prescription',
      documentDate: '2026-10-12',
      patientName: 'Asha Raman',
      doctor: 'Dr. Meenakshi Sundaram',
    })
    expect(medicines(document.proposals)).toEqual([
      'tablet, Augmentin, 625 mg, morning 1 night 1, after, 5 days',
      'tablet, Dolo 650, as needed',
      'liquid, Ascoril LS, morning 5 ml noon 5 ml night 5 ml, 5 days',
      'tablet, Glycomet GP 1, morning 1 night 1, before, 30 days',
      'capsule, Uprise D3, 60K, every 7 days, 56 days',
      'tablet, Telma 40, 1/day, 30 days',
      'injection, Mixtard 30/70, morning 20 night 15, before',
    ])
    expect(others(document.proposals, 'condition')).toMatchObject([
      { name: 'Acute bronchitis', icdCode: null },
      { name: 'Type 2 diabetes mellitus', icdCode: 'E11.9' },
    ])
    expect(others(document.proposals, 'appointment')).toMatchObject([{ date: '2026-10-17' }])
    const generics = document.proposals.flatMap((each) =>
      each.kind === 'medication' ? [each.medicine.genericName] : [],
    )
    expect(generics.slice(0, 4)).toEqual([
      'Amoxicillin + Clavulanic acid',
      'Paracetamol',
      'Ambroxol + Levosalbutamol + Guaifenesin',
      'Glimepiride + Metformin',
    ])
    for (const { box, needsReview } of document.proposals) {
      expect(needsReview).toBe(false)
      expect(box.width).toBeGreaterThan(0.05)
      expect(box.x + box.width).toBeLessThan(1)
    }
  })

  it('in a table, with a medicine that nobody knows', async () => {
    const document = await read(tablePrescription())
    expect(document.metadata).toMatchObject({
      category: 'prescription',
      documentDate: '2026-11-03',
      doctor: 'Dr. Anand Iyer',
    })
    expect(medicines(document.proposals)).toEqual([
      'tablet, PAN 40, morning 1, before, 10 days',
      'capsule, BECOSULES, morning 1 night 1, after, 30 days',
      'tablet, ATORVA 10, night 1, after, 30 days',
      'tablet, QUIXOMIL 5, morning ½ night ½, after, 7 days',
    ])
    expect(document.proposals.map(({ reviewReason }) => reviewReason)).toEqual([
      null,
      null,
      null,
      'unknown_medicine',
      null,
    ])
    expect(others(document.proposals, 'appointment')).toMatchObject([{ date: '2026-11-20' }])
  })

  it('in Hindi', async () => {
    const document = await read(hindiPrescription())
    expect(document.metadata).toMatchObject({
      category: 'prescription',
      documentDate: '2026-11-05',
      patientName: 'सुनीता देवी',
    })
    expect(medicines(document.proposals)).toEqual([
      'tablet, Amlong, 5 mg, morning 1, after, 30 days',
      'tablet, Dolo 650, as needed',
      'liquid, Digene, morning 10 ml noon 10 ml night 10 ml, after, 5 days',
      'capsule, Omez, 20 mg, morning 1, empty_stomach, 14 days',
    ])
    expect(others(document.proposals, 'condition')).toMatchObject([{ name: 'उच्च रक्तचाप' }])
    expect(others(document.proposals, 'appointment')).toMatchObject([{ date: '2026-11-12' }])
  })

  it('in Tamil', async () => {
    const document = await read(tamilPrescription())
    expect(document.metadata).toMatchObject({
      category: 'prescription',
      documentDate: '2026-11-05',
      patientName: 'முருகன்',
    })
    expect(medicines(document.proposals)).toEqual([
      'tablet, Telma, 40 mg, morning 1, after, 30 days',
      'tablet, Glycomet, 500 mg, 2/day, before, 30 days',
      'tablet, Dolo 650, as needed',
    ])
  })
})

it('a discharge summary says what was found and done, what to take from now on, and when to come back', async () => {
  const document = await read(dischargeSummary())
  expect(document.metadata).toMatchObject({
    category: 'discharge_summary',
    documentDate: '2026-10-08',
    doctor: 'Dr. Anand Iyer',
    laboratory: 'Sunrise Multispeciality Hospital',
  })
  expect(document.metadata.summary).toMatch(/^The patient came with chest pain.*stable at discharge\.$/s)
  expect(others(document.proposals, 'condition')).toMatchObject([
    { name: 'Acute coronary syndrome, inferior wall MI' },
    { name: 'Type 2 diabetes mellitus' },
  ])
  expect(others(document.proposals, 'procedure')).toMatchObject([
    { name: 'PTCA with stent to RCA', date: '2026-10-03' },
  ])
  expect(medicines(document.proposals)).toEqual([
    'tablet, Ecosprin, 75 mg, noon 1, after',
    'tablet, Brilinta, 90 mg, morning 1 night 1, 360 days',
    'tablet, Atorva, 40 mg, night 1',
    'tablet, Sorbitrate, 5 mg, as needed',
  ])
  expect(others(document.proposals, 'appointment')).toMatchObject([
    { date: '2026-10-22', doctor: 'Dr. Anand Iyer', page: 2 },
  ])
})

it('a scan says what it concludes', async () => {
  const document = await read(radiologyReport())
  expect(document.metadata).toMatchObject({
    category: 'radiology',
    documentDate: '2026-11-01',
    doctor: 'Dr. Leela Menon',
  })
  expect(document.metadata.summary).toMatch(/^No active lung lesion\.\nMild degenerative changes of the dorsal spine\./)
  expect(document.results).toEqual([])
  expect(document.proposals).toEqual([])
})

it('a vaccination card says what was given, not what is due', async () => {
  const document = await read(vaccinationCard())
  expect(document.metadata).toMatchObject({ category: 'vaccination', patientName: 'Kavin Raman' })
  expect(document.results).toEqual([])
  expect(document.proposals).toMatchObject([
    { kind: 'vaccination', vaccine: 'BCG', date: '2025-11-02' },
    { kind: 'vaccination', vaccine: 'Oral polio (OPV)', dose: '1', date: '2025-12-15' },
    { kind: 'vaccination', vaccine: 'Pentavalent', dose: '1', date: '2025-12-15' },
    { kind: 'vaccination', vaccine: 'Rotavirus', dose: '2', date: '2026-01-12' },
  ])
})

describe('handwriting', () => {
  const page = (confidence: number, source: ReadPage['source'] = 'ocr'): ReadPage => {
    const words = Array.from({ length: 12 }, (_, at) => ({
      text: 'scrawl',
      box: { x: 10, y: at < 2 ? 50 : 400, width: 50, height: 12 },
      confidence: at < 2 ? 0.96 : confidence,
      bold: false,
    }))
    const lines = words.map((word) => ({ text: word.text, box: word.box, words: [word] }))
    return { number: 1, width: 800, height: 1_000, unit: 'pixel', source, text: 'scrawl', lines, confidence }
  }

  it.each([
    [0.35, 'ocr', true],
    [0.93, 'ocr', false],
    [0.35, 'text_layer', false],
  ] as const)('words read with %s in a page of %s: %s', (confidence, source, expected) => {
    expect(isHandwritten(page(confidence, source))).toBe(expected)
  })
})

describe('documents printed close', () => {
  it('a prescription whose orders stand right below the diagnosis', async () => {
    const document = await read(
      documentOfLines([
        'SAI POLYCLINIC',
        'Dr. Harish Rao  MBBS, DNB (Gen Med)  Reg. No. 45678',
        'Pt Name: Mrs. Lakshmi Devi     Age: 54y/F     Date: 18.10.2026',
        'Dx: HTN, T2DM',
        'T. Telma-AM 40/5   1-0-0  (BF)  1 month',
        'Syp. Azithral 200mg/5ml - 3.5 ml once daily x 3 days',
        '3 Luliconazole cream 1%  twice a day  4 weeks',
        'Inj. Neurobion Forte IM weekly once',
        'R/V after 4 weeks with FBS, PPBS, HbA1c',
      ]),
    )
    expect(document.metadata).toMatchObject({ patientName: 'Lakshmi Devi', patientAge: 54, doctor: 'Dr. Harish Rao' })
    expect(others(document.proposals, 'condition')).toMatchObject([{ name: 'HTN' }, { name: 'T2DM' }])
    expect(medicines(document.proposals)).toEqual([
      'tablet, Telma-AM 40/5, morning 1, before, 30 days',
      'liquid, Azithral, 200mg/5ml, morning 3.5 ml, 3 days',
      'other, Luliconazole cream, 1%, 2/day, 28 days',
      'injection, Neurobion Forte IM, every 7 days',
    ])
  })

  it('a discharge card: its day is that of the discharge, and the review is no part of an order', async () => {
    const document = await read(
      documentOfLines([
        'GOVT. GENERAL HOSPITAL',
        'DISCHARGE CARD',
        'Name : SARASWATHI   Age : 29   Sex : F    D.O.A : 11-07-2026   D.O.D : 15-07-2026',
        'Diagnosis : Acute appendicitis',
        'Operation done : Appendicectomy on 12-07-2026',
        'Treatment given : Inj. Ceftriaxone 1 g IV BD x 3 days',
        'Advice on discharge :',
        'T. Calcium 500 mg BD x 3 months',
        'Review after 7 days for suture removal',
      ]),
    )
    expect(document.metadata).toMatchObject({
      category: 'discharge_summary',
      documentDate: '2026-07-15',
      patientName: 'SARASWATHI',
      patientAge: 29,
    })
    expect(medicines(document.proposals)).toEqual(['tablet, Calcium, 500 mg, 2/day, 90 days'])
    expect(others(document.proposals, 'procedure')).toMatchObject([{ name: 'Appendicectomy', date: '2026-07-12' }])
    expect(others(document.proposals, 'appointment')).toMatchObject([{ date: '2026-07-22' }])
  })

  it('a certificate of two doses, and a card where one is due', async () => {
    const certificate = await read(
      documentOfLines([
        'Certificate for COVID-19 Vaccination',
        'Beneficiary Name : Rahul Dev   Age : 40   Gender : Male',
        'Vaccine Name : COVISHIELD',
        'Date of 1st Dose : 05 Apr 2021 (Batch no. 4120Z001)',
        'Date of 2nd Dose : 10 Jul 2021 (Batch no. 4121Z022)',
        'Next due date : -',
      ]),
    )
    expect(others(certificate.proposals, 'vaccination')).toMatchObject([
      { date: '2021-04-05', dose: '1st' },
      { date: '2021-07-10', dose: '2nd' },
    ])
    const card = await read(
      documentOfLines([
        'VACCINATION RECORD',
        'Hepatitis A vaccine dose 1 given on 10-02-2026',
        'Hepatitis A vaccine dose 2 due on 10-08-2026',
      ]),
    )
    expect(others(card.proposals, 'vaccination')).toMatchObject([{ vaccine: 'Hepatitis A', date: '2026-02-10' }])
  })
})
