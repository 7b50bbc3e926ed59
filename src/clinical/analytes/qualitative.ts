/**
 * How much of something a result in words or signs reports: 0 none, 0.5 a trace, 1 to 4 the number of pluses, 1 for
 * "present". `undefined` for texts that are no grade.
 */
export function gradeOf(text: string): number | undefined {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .replace(/[().:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (folded === '') return undefined
  const pluses = /^(?:positive|present|pos)?\s*(\+{1,4})$/.exec(folded)?.[1]
  if (pluses) return pluses.length
  const count = /^(?:positive|present|pos)?\s*(?:\+\s*([1-4])|([1-4])\s*\+)$/.exec(folded)
  if (count) return Number(count[1] ?? count[2])
  return GRADES.find(([pattern]) => pattern.test(folded))?.[1]
}

const GRADES: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:nil|none|negative|neg|absent|not ?detected|not ?seen|not ?found|non[ -]?reactive|nonreactive|nr|no|-|normal|within normal limits|not present|no growth|no .{2,30} (?:seen|found|detected))$/,
    0,
  ],
  [/^(?:नकारात्मक|नेगेटिव|निगेटिव|अनुपस्थित|नहीं|शून्य|सामान्य|नहीं मिला|नहीं पाया गया)$/u, 0],
  [/^(?:எதிர்மறை|நெகடிவ்|நெகட்டிவ்|இல்லை|இயல்பு|சாதாரணம்|காணப்படவில்லை)$/u, 0],
  [
    /^(?:trace|traces|tr|\+\/-|±|equivocal|borderline|weakly positive|weak positive|लेश|अल्प|ट्रेस|சிறிதளவு|மிகச் சிறிதளவு)$/u,
    0.5,
  ],
  [
    /^(?:positive|pos|present|reactive|detected|seen|found|few|occasional|rare|scanty|yes|सकारात्मक|पॉजिटिव|पॉज़िटिव|उपस्थित|நேர்மறை|பாசிடிவ்|பாசிட்டிவ்|உள்ளது)$/u,
    1,
  ],
  [/^(?:moderate|several)$/, 2],
  [/^(?:many|plenty|large|numerous|abundant|strongly positive|strong positive)$/, 3],
  [/^(?:packed|full field|loaded|tntc|too numerous to count)$/, 4],
]
