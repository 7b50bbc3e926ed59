import type { SampleReport, SampleRow, SampleSection } from './report.ts'

export type SampleLanguage = 'en' | 'hi' | 'ta'

/** Numbers that are the same on every machine and in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Names in English (as laboratories vary them), Hindi and Tamil; unit; range; decimals; method. */
type Test = readonly [
  names: readonly string[],
  hi: string,
  ta: string,
  unit: string | null,
  low: number | null,
  high: number | null,
  decimals: number,
  method: string,
]

const LIVER: readonly Test[] = [
  [
    ['Bilirubin Total', 'Total Bilirubin', 'S. BILIRUBIN (TOTAL)'],
    'कुल बिलीरुबिन',
    'மொத்த பிலிரூபின்',
    'mg/dL',
    0.3,
    1.2,
    2,
    'Diazo',
  ],
  [
    ['SGOT (AST)', 'AST (SGOT)', 'Aspartate Aminotransferase (AST)'],
    'एसजीओटी (AST)',
    'எஸ்ஜிஓடி (AST)',
    'U/L',
    5,
    40,
    0,
    'IFCC',
  ],
  [
    ['SGPT (ALT)', 'ALT (SGPT)', 'Alanine Aminotransferase (ALT)'],
    'एसजीपीटी (ALT)',
    'எஸ்ஜிபிடி (ALT)',
    'U/L',
    7,
    56,
    0,
    'IFCC',
  ],
  [
    ['Alkaline Phosphatase', 'ALKALINE PHOSPHATASE (ALP)'],
    'एल्कलाइन फॉस्फेटेज',
    'அல்கலைன் பாஸ்பேடேஸ்',
    'U/L',
    40,
    129,
    0,
    'pNPP',
  ],
  [['GGT', 'Gamma GT (GGT)'], 'जीजीटी (GGT)', 'ஜிஜிடி (GGT)', 'U/L', 8, 61, 0, 'Enzymatic'],
]
const KIDNEY: readonly Test[] = [
  [['Blood Urea', 'UREA', 'Serum Urea'], 'यूरिया', 'யூரியா', 'mg/dL', 15, 40, 1, 'Urease UV'],
  [
    ['Serum Creatinine', 'Creatinine', 'CREATININE, SERUM'],
    'क्रिएटिनिन',
    'கிரியேட்டினின்',
    'mg/dL',
    0.6,
    1.2,
    2,
    'Jaffe Kinetic',
  ],
  [['Uric Acid', 'SERUM URIC ACID'], 'यूरिक एसिड', 'யூரிக் அமிலம்', 'mg/dL', 3.5, 7.2, 1, 'Uricase'],
  [['Sodium', 'SODIUM (Na+)', 'Serum Sodium'], 'सोडियम', 'சோடியம்', 'mmol/L', 135, 145, 0, 'ISE Indirect'],
  [['Potassium', 'POTASSIUM (K+)', 'Serum Potassium'], 'पोटैशियम', 'பொட்டாசியம்', 'mmol/L', 3.5, 5.1, 1, 'ISE Indirect'],
  [['Calcium', 'Serum Calcium'], 'कैल्शियम', 'கால்சியம்', 'mg/dL', 8.6, 10.2, 1, 'Arsenazo III'],
]
const THYROID: readonly Test[] = [
  [['T3, Total', 'Triiodothyronine (T3)', 'TOTAL T3'], 'टी3 (T3)', 'டி3 (T3)', 'ng/dL', 80, 200, 1, 'CLIA'],
  [['T4, Total', 'Thyroxine (T4)', 'TOTAL T4'], 'टी4 (T4)', 'டி4 (T4)', 'µg/dL', 5.1, 14.1, 2, 'CLIA'],
  [
    ['TSH', 'Thyroid Stimulating Hormone (TSH)', 'TSH (Ultrasensitive)'],
    'टीएसएच (TSH)',
    'டிஎஸ்எச் (TSH)',
    'µIU/mL',
    0.35,
    4.94,
    3,
    'CMIA',
  ],
]
const SUGAR: readonly Test[] = [
  [
    ['Glucose, Fasting', 'Fasting Blood Sugar', 'FBS'],
    'खाली पेट शुगर',
    'வெறும் வயிற்று சர்க்கரை',
    'mg/dL',
    70,
    100,
    0,
    'Hexokinase',
  ],
  [
    ['HbA1c', 'HbA1c (Glycosylated Hemoglobin)', 'GLYCATED HEMOGLOBIN (HbA1c)'],
    'एचबीए1सी (HbA1c)',
    'எச்பிஏ1சி (HbA1c)',
    '%',
    4,
    5.6,
    1,
    'HPLC',
  ],
]
const LIPIDS: readonly Test[] = [
  [
    ['Cholesterol, Total', 'Total Cholesterol', 'CHOLESTEROL'],
    'कुल कोलेस्ट्रॉल',
    'மொத்த கொலஸ்ட்ரால்',
    'mg/dL',
    null,
    200,
    0,
    'CHOD-PAP',
  ],
  [['Triglycerides', 'TRIGLYCERIDES (TGL)'], 'ट्राइग्लिसराइड', 'ட்ரைகிளிசரைடு', 'mg/dL', null, 150, 0, 'GPO-PAP'],
  [
    ['HDL Cholesterol', 'HDL - Cholesterol', 'CHOLESTEROL HDL'],
    'एचडीएल कोलेस्ट्रॉल (HDL)',
    'எச்டிஎல் கொலஸ்ட்ரால் (HDL)',
    'mg/dL',
    40,
    null,
    0,
    'Direct',
  ],
]
const OTHERS: readonly Test[] = [
  [
    ['Vitamin D, 25 Hydroxy', '25-OH Vitamin D (Total)', 'VITAMIN D (25-OH)'],
    'विटामिन डी',
    'வைட்டமின் டி',
    'ng/mL',
    30,
    100,
    1,
    'CLIA',
  ],
  [['Vitamin B12', 'VITAMIN B-12 (CYANOCOBALAMIN)'], 'विटामिन बी12', 'வைட்டமின் பி12', 'pg/mL', 211, 911, 0, 'CLIA'],
  [['Ferritin', 'FERRITIN, SERUM'], 'फेरिटिन', 'ஃபெரிட்டின்', 'ng/mL', 21.8, 274.6, 1, 'CMIA'],
  [['Serum Iron', 'IRON, SERUM'], 'आयरन', 'இரும்புச்சத்து', 'µg/dL', 65, 175, 0, 'Ferrozine'],
  [
    ['C-Reactive Protein (CRP)', 'CRP (Quantitative)'],
    'सीआरपी (CRP)',
    'சிஆர்பி (CRP)',
    'mg/L',
    null,
    5,
    1,
    'Turbidimetry',
  ],
]
const WORDS = {
  en: {
    cbc: 'COMPLETE BLOOD COUNT',
    liver: 'LIVER FUNCTION TEST',
    kidney: 'KIDNEY FUNCTION TEST',
    thyroid: 'THYROID PROFILE',
    sugar: 'DIABETES PROFILE',
    lipids: 'LIPID PROFILE',
    others: 'VITAMINS AND MINERALS',
  },
  hi: {
    cbc: 'संपूर्ण रक्त जाँच (CBC)',
    liver: 'लिवर जाँच (LFT)',
    kidney: 'किडनी जाँच (KFT)',
    thyroid: 'थायरॉइड जाँच',
    sugar: 'शुगर जाँच',
    lipids: 'कोलेस्ट्रॉल जाँच',
    others: 'विटामिन जाँच',
  },
  ta: {
    cbc: 'முழு இரத்த எண்ணிக்கை (CBC)',
    liver: 'கல்லீரல் பரிசோதனை (LFT)',
    kidney: 'சிறுநீரக பரிசோதனை (KFT)',
    thyroid: 'தைராய்டு பரிசோதனை',
    sugar: 'சர்க்கரை பரிசோதனை',
    lipids: 'கொழுப்பு பரிசோதனை',
    others: 'வைட்டமின் பரிசோதனை',
  },
} as const

const LABORATORIES = {
  en: ['Sample Pathology Laboratory', 'Demo Diagnostics, Pune', 'Example Path Lab & Imaging'],
  hi: ['नमूना पैथोलॉजी लैब'],
  ta: ['மாதிரி ஆய்வகம்'],
} as const
const PATIENTS = {
  en: ['Asha Verma', 'Ravi Kumar', 'Meena Iyer', 'Imran Shaikh', 'Latha Raman', 'Joseph Mathew'],
  hi: ['आशा वर्मा', 'रवि कुमार'],
  ta: ['லதா ராமன்', 'குமார் முருகன்'],
} as const

/** A report of one to three panels, the same for the same seed. */
export function makeReport(seed: number, language: SampleLanguage): SampleReport {
  const random = seeded(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const words = WORDS[language]
  const simple = (title: string, tests: readonly Test[]) => (): SampleSection => ({
    title,
    rows: tests.map((test) => makeRow(test, language, random)),
  })
  const panels: readonly (() => SampleSection)[] = [
    () => ({ title: words.cbc, rows: bloodCount(language, random) }),
    simple(words.liver, LIVER),
    simple(words.kidney, KIDNEY),
    simple(words.thyroid, THYROID),
    simple(words.sugar, SUGAR),
    simple(words.lipids, LIPIDS),
    simple(words.others, OTHERS),
  ]
  const first = seed % panels.length
  const count = 1 + Math.floor(random() * 3)
  const sections = Array.from({ length: count }, (_, index) =>
    (panels[(first + index * 2) % panels.length] as () => SampleSection)(),
  )
  const day = 1 + Math.floor(random() * 28)
  const month = 1 + Math.floor(random() * 12)
  return {
    laboratory: pick(LABORATORIES[language]),
    patient: {
      name: pick(PATIENTS[language]),
      age: 21 + Math.floor(random() * 50),
      sex: random() < 0.5 ? 'male' : 'female',
    },
    title: sections[0]?.title ?? '',
    sampleDate: `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/2026`,
    sections,
  }
}

function makeRow(
  [names, hi, ta, unit, low, high, decimals, method]: Test,
  language: SampleLanguage,
  random: () => number,
): SampleRow {
  const print = (value: number): string => value.toFixed(decimals)
  const bottom = low ?? (high ?? 1) * 0.4
  const top = high ?? (low ?? 1) * 1.8
  const roll = random()
  const factor = roll < 0.2 ? 0.55 + random() * 0.3 : 0
  const value =
    roll < 0.2
      ? bottom * factor
      : roll < 0.42
        ? top * (1.1 + random() * 0.9)
        : bottom + (top - bottom) * (0.1 + 0.8 * random())
  const printed = print(value)
  return {
    test: language === 'en' ? (names[Math.floor(random() * names.length)] as string) : language === 'hi' ? hi : ta,
    method,
    value: printed,
    unit,
    low: low === null ? null : print(low),
    high: high === null ? null : print(high),
    side: sideOf(Number(printed), low === null ? null : Number(print(low)), high === null ? null : Number(print(high))),
  }
}

function sideOf(value: number, low: number | null, high: number | null): SampleRow['side'] {
  if (low !== null && value < low) return 'low'
  if (high !== null && value > high) return 'high'
  return low === null && high === null ? null : 'in'
}

/** A blood count whose indices and shares follow from its counts, as a counter's do. */
function bloodCount(language: SampleLanguage, random: () => number): SampleRow[] {
  const haemoglobin = 9 + random() * 7.5
  const cells = 3.6 + random() * 1.9
  const haematocrit = haemoglobin * (2.9 + random() * 0.2)
  const shares = [
    45 + Math.floor(random() * 25),
    0,
    2 + Math.floor(random() * 6),
    1 + Math.floor(random() * 5),
    Math.floor(random() * 2),
  ]
  shares[1] = 100 - shares.reduce((sum, share) => sum + share, 0)
  const row = (
    names: readonly [string, string, string],
    unit: string,
    value: string,
    low: string | null,
    high: string | null,
  ): SampleRow => ({
    test: names[language === 'en' ? 0 : language === 'hi' ? 1 : 2],
    method: 'Electrical Impedance',
    value,
    unit,
    low,
    high,
    side: sideOf(
      Number(value.replaceAll(',', '')),
      low === null ? null : Number(low.replaceAll(',', '')),
      high === null ? null : Number(high.replaceAll(',', '')),
    ),
  })
  const indian = (value: number): string => value.toLocaleString('en-IN')
  const first = <Item>(...items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const white = Math.round(32 + random() * 100) * 100
  const platelets = Math.round(90 + random() * 330) * 1000
  const plateletRow = first(
    row(
      [first('Platelet Count', 'PLATELET COUNT', 'Platelets'), 'प्लेटलेट काउंट', 'தட்டணுக்கள் எண்ணிக்கை'],
      'lakh/cumm',
      (platelets / 100_000).toFixed(2),
      '1.50',
      '4.10',
    ),
    row(['Platelet Count', 'प्लेटलेट काउंट', 'தட்டணுக்கள் எண்ணிக்கை'], '/cumm', indian(platelets), '1,50,000', '4,10,000'),
    row(['Platelet Count (PLT)', 'प्लेटलेट काउंट', 'தட்டணுக்கள் எண்ணிக்கை'], 'thou/mm3', String(platelets / 1000), '150', '410'),
  )
  return [
    row(
      [first('Haemoglobin (Hb)', 'HEMOGLOBIN', 'Haemoglobin'), 'हीमोग्लोबिन (Hb)', 'ஹீமோகுளோபின் (Hb)'],
      'g/dL',
      haemoglobin.toFixed(1),
      '13.0',
      '17.0',
    ),
    row(
      [first('RBC Count', 'Total RBC Count', 'Red Blood Cell Count'), 'आरबीसी काउंट (RBC)', 'சிவப்பணுக்கள் (RBC)'],
      first('mill/cumm', 'million/µL', '10^6/µL'),
      cells.toFixed(2),
      '4.50',
      '5.50',
    ),
    row(
      [first('PCV', 'Haematocrit (PCV)', 'HEMATOCRIT'), 'पीसीवी (PCV)', 'பிசிவி (PCV)'],
      '%',
      haematocrit.toFixed(1),
      '40.0',
      '50.0',
    ),
    row(['MCV', 'एमसीवी (MCV)', 'எம்சிவி (MCV)'], 'fL', ((haematocrit / cells) * 10).toFixed(1), '83.0', '101.0'),
    row(['MCH', 'एमसीएच (MCH)', 'எம்சிஎச் (MCH)'], 'pg', ((haemoglobin / cells) * 10).toFixed(1), '27.0', '32.0'),
    row(
      ['MCHC', 'एमसीएचसी (MCHC)', 'எம்சிஎச்சி (MCHC)'],
      'g/dL',
      ((haemoglobin / haematocrit) * 100).toFixed(1),
      '31.5',
      '34.5',
    ),
    row(
      [
        first('Total Leucocyte Count (TLC)', 'Total WBC Count', 'TOTAL LEUKOCYTE COUNT'),
        'डब्ल्यूबीसी काउंट (WBC)',
        'வெள்ளையணுக்கள் (WBC)',
      ],
      first('cells/cumm', '/cumm'),
      indian(white),
      '4,000',
      '10,000',
    ),
    row(['Neutrophils', 'न्यूट्रोफिल', 'நியூட்ரோபில்'], '%', String(shares[0]), '40', '80'),
    row(['Lymphocytes', 'लिम्फोसाइट', 'லிம்போசைட்'], '%', String(shares[1]), '20', '40'),
    row(['Monocytes', 'मोनोसाइट', 'மோனோசைட்'], '%', String(shares[2]), '2', '10'),
    row(['Eosinophils', 'इओसिनोफिल', 'ஈசினோபில்'], '%', String(shares[3]), '1', '6'),
    row(['Basophils', 'बेसोफिल', 'பேசோபில்'], '%', String(shares[4]), '0', '2'),
    plateletRow,
  ]
}
