import type { Analyte } from '../analyte.ts'
import { accept } from './accept.ts'

/** Stool tests that reports of the same visit often carry. */
export const STOOL_TESTS: readonly Analyte[] = [
  {
    organSystem: 'infection',
    specimen: 'stool',
    scale: 'ordinal',
    key: 'stool_occult_blood',
    loinc: '2335-8',
    names: {
      en: 'Hidden blood in stool',
      hi: 'मल में छिपा खून',
      ta: 'மலத்தில் மறைந்த இரத்தம்',
      'hi-Latn': 'mal mein chhipa khoon',
      'ta-Latn': 'malathula maraindha ratham',
    },
    synonyms: [
      'Stool Occult Blood',
      'Occult Blood',
      'Occult Blood Stool',
      'Stool for Occult Blood',
      'FOBT',
      'Faecal Occult Blood',
      'Fecal Occult Blood Test',
      'मल में गुप्त रक्त',
      'மலத்தில் மறை இரத்தம்',
    ],
    unit: '1',
    units: accept('1'),
    ranges: [],
    normalText: ['negative', 'nil', 'absent', 'not detected'],
    meaning: {
      measures: {
        en: 'It looks for blood in the stool that the eye cannot see.',
        hi: 'यह मल में ऐसा खून ढूँढता है जो आँख से नहीं दिखता।',
        ta: 'கண்ணுக்குத் தெரியாத இரத்தம் மலத்தில் உள்ளதா என்று பார்க்கிறது.',
        'hi-Latn': 'Yeh mal mein aisa khoon dhoondhta hai jo aankh se nahi dikhta.',
        'ta-Latn': 'Kannukku theriyaadha ratham malathula irukkaanu paakkum.',
      },
      abnormal: {
        en: 'Positive can come from piles, ulcers or growths in the bowel; a doctor should look for the reason.',
        hi: 'पॉज़िटिव होना बवासीर, अल्सर या आँत की गाँठ से हो सकता है; डॉक्टर से कारण जँचवाएँ।',
        ta: 'மூலம், புண் அல்லது குடல் கட்டியால் பாசிட்டிவ் வரலாம்; மருத்துவர் காரணத்தைப் பார்க்க வேண்டும்.',
        'hi-Latn': 'Positive hona bawaseer, ulcer ya aant ki gaanth se ho sakta hai; doctor se karan jaanchwayein.',
        'ta-Latn': 'Moolam, pun illa kudal kattiyala positive varalam; doctor kaaranatha paakkanum.',
      },
    },
  },
]
