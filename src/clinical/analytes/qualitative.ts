import type { Analyte } from './analyte.ts'

/**
 * How much of something a result in words or signs reports: 0 none, 0.5 a trace, 1 to 4 the number of pluses, 1 for
 * "present". `undefined` for texts that are no grade.
 */
export function gradeOf(text: string): number | undefined {
  const folded = foldResult(text)
  const pluses = /^(?:positive|present|pos)?\s*(\+{1,4})$/.exec(folded)?.[1]
  if (pluses) return pluses.length
  const count = /^(?:positive|present|pos)?\s*(?:\+\s*([1-4])|([1-4])\s*\+)$/.exec(folded)
  if (count) return Number(count[1] ?? count[2])
  return GRADES.find(([, pattern]) => pattern.test(folded))?.[0]
}

/**
 * The verdict on a result in words: what the test counts as normal is normal, another grade than none is abnormal.
 * Colours and looks are abnormal only where the test names them so; what we do not understand is unknown.
 */
export function qualitativeFlag(analyte: Analyte, text: string): 'normal' | 'abnormal' | 'unknown' {
  const folded = foldResult(text)
  if (analyte.normalText?.some((normal) => normal === folded)) return 'normal'
  if (analyte.scale === 'nominal') {
    if (analyte.abnormalText?.some((word) => folded.includes(word))) return 'abnormal'
    return analyte.normalText?.some((normal) => folded.split(' ').includes(normal)) === true ? 'normal' : 'unknown'
  }
  const grade = gradeOf(text)
  if (grade === undefined) return 'unknown'
  return grade === 0 ? 'normal' : 'abnormal'
}

function foldResult(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .replace(/[().:;,*[\]]/g, ' ')
    .replace(/\u093c/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const GRADES: readonly (readonly [number, RegExp])[] = [
  [
    0,
    /^(?:nil|none|negative|negetive|neg|-ve|absent|not ?detected|not ?seen|not ?found|not present|non ?-?reactive|nr|no|-|normal|within normal limits|no growth|no .{2,30} (?:seen|found|detected))$/,
  ],
  [0, /^(?:नकारात्मक|नेगेटिव|निगेटिव|ऋणात्मक|अनुपस्थित|नहीं|शून्य|सामान्य|नहीं मिला|नहीं पाया गया|निल)$/u],
  [0, /^(?:எதிர்மறை|நெகடிவ்|நெகட்டிவ்|இல்லை|இயல்பு|சாதாரணம்|காணப்படவில்லை|கண்டறியப்படவில்லை)$/u],
  [
    0.5,
    /^(?:trace|traces|tr|\+\/-|±|equivocal|borderline|weakly positive|weak positive|लेश|अल्प|ट्रेस|சிறிதளவு|மிகச் சிறிதளவு)$/u,
  ],
  [1, /^(?:positive|positve|pos|\+ve|present|reactive|detected|seen|found|few|a few|occasional|rare|scanty|yes|mild)$/],
  [1, /^(?:सकारात्मक|धनात्मक|पॉजिटिव|उपस्थित|मिला|पाया गया|நேர்மறை|பாசிடிவ்|பாசிட்டிவ்|உள்ளது|கண்டறியப்பட்டது)$/u],
  [2, /^(?:moderate|several|fair)$/],
  [3, /^(?:many|plenty|large|numerous|abundant|severe|strongly positive|strong positive)$/],
  [4, /^(?:packed|full field|loaded|tntc|too numerous to count|field full)$/],
]
