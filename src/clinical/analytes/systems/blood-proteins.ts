import type { Analyte } from '../analyte.ts'
import { ABIM, MEDLINEPLUS, NLM } from '../sources.ts'
import { accept } from './accept.ts'

const LIVER = { organSystem: 'liver', specimen: 'blood', scale: 'quantitative' } as const satisfies Partial<Analyte>

const PROTEIN = {
  ...LIVER,
  unit: 'g/dL',
  units: accept('g/dL', 'g/L'),
} as const satisfies Partial<Analyte>

const PROTEIN_LOW = {
  en: 'Low can come from poor nutrition, or from liver, kidney or bowel trouble.',
  hi: 'कम होना कमज़ोर खान-पान, या लिवर, किडनी या आँतों की परेशानी से हो सकता है।',
  ta: 'குறைவாக இருந்தால் சத்துக் குறைவு, அல்லது கல்லீரல், சிறுநீரகம், குடல் பிரச்சினை காரணமாக இருக்கலாம்.',
  'hi-Latn': 'Kam hona kamzor khan-paan, ya liver, kidney ya aanton ki pareshani se ho sakta hai.',
  'ta-Latn': 'Kammiya irundha sathu kuraivu, illa kalleeral, siruneeragam, kudal prachanai kaaranama irukkalam.',
} as const

const PROTEIN_HIGH = {
  en: 'High mostly means too little water in the body; sometimes a long infection or inflammation.',
  hi: 'ज़्यादा होने का मतलब अक्सर शरीर में पानी की कमी है; कभी-कभी लंबा इन्फेक्शन या सूजन।',
  ta: 'அதிகமாக இருந்தால் பெரும்பாலும் உடலில் தண்ணீர் குறைவு; சில சமயம் நீண்ட தொற்று அல்லது வீக்கம்.',
  'hi-Latn': 'Zyada hone ka matlab aksar sharir mein paani ki kami hai; kabhi-kabhi lamba infection ya sujan.',
  'ta-Latn': 'Adhigama irundha perumbalum udambula thanni kuraivu; sila samayam neenda thotru illa veekkam.',
} as const

/** The proteins of the blood. */
export const BLOOD_PROTEINS: readonly Analyte[] = [
  {
    ...PROTEIN,
    key: 'protein_total',
    loinc: '2885-2',
    names: {
      en: 'Total protein',
      hi: 'कुल प्रोटीन',
      ta: 'மொத்த புரதம்',
      'hi-Latn': 'total protein',
      'ta-Latn': 'motha puradham (protein)',
    },
    synonyms: [
      'Total Protein',
      'Total Proteins',
      'Protein Total',
      'Protein',
      'Serum Protein',
      'Serum Proteins',
      'Total Protein Serum',
      'T Protein',
      'TP',
      'कुल प्रोटीन',
      'प्रोटीन',
      'टोटल प्रोटीन',
      'மொத்த புரதம்',
      'மொத்தப் புரதம்',
      'புரதம்',
    ],
    ranges: [{ low: 6, high: 8.3, unit: 'g/dL', source: MEDLINEPLUS }],
    possible: { low: 1.5, high: 16 },
    meaning: {
      measures: {
        en: 'It is all the protein in the clear part of the blood.',
        hi: 'यह खून में मौजूद सारा प्रोटीन है।',
        ta: 'இரத்தத்தில் உள்ள மொத்தப் புரதம் இது.',
        'hi-Latn': 'Yeh khoon mein maujood saara protein hai.',
        'ta-Latn': 'Rathathula irukkura motha puradham idhu.',
      },
      low: PROTEIN_LOW,
      high: PROTEIN_HIGH,
    },
  },
  {
    ...PROTEIN,
    key: 'albumin',
    loinc: '1751-7',
    names: { en: 'Albumin', hi: 'एल्ब्यूमिन', ta: 'அல்புமின்', 'hi-Latn': 'albumin', 'ta-Latn': 'albumin' },
    synonyms: [
      'Albumin',
      'Serum Albumin',
      'S Albumin',
      'ALB',
      'एल्ब्यूमिन',
      'एल्बुमिन',
      'अल्ब्यूमिन',
      'அல்புமின்',
      'ஆல்புமின்',
      'அல்புமீன்',
    ],
    ranges: [{ low: 3.5, high: 5.5, unit: 'g/dL', source: ABIM }],
    possible: { low: 0.5, high: 8 },
    meaning: {
      measures: {
        en: 'It is the main blood protein, made by the liver; it keeps water in the blood vessels.',
        hi: 'यह लिवर में बनने वाला खून का मुख्य प्रोटीन है; यह पानी को खून की नलियों में रोकता है।',
        ta: 'கல்லீரல் உருவாக்கும் முக்கிய இரத்தப் புரதம்; தண்ணீரை இரத்தக் குழாய்க்குள் வைத்திருக்கும்.',
        'hi-Latn':
          'Yeh liver mein banne wala khoon ka mukhya protein hai; yeh paani ko khoon ki naliyon mein rokta hai.',
        'ta-Latn': 'Kalleeral uruvaakkura mukkiya ratha puradham; thanniya ratha kuzhaaikulla vechirukkum.',
      },
      low: PROTEIN_LOW,
      high: PROTEIN_HIGH,
    },
  },
  {
    ...PROTEIN,
    key: 'globulin',
    loinc: '10834-0',
    loincAlternatives: ['2336-6'],
    names: { en: 'Globulin', hi: 'ग्लोब्युलिन', ta: 'குளோபுலின்', 'hi-Latn': 'globulin', 'ta-Latn': 'globulin' },
    synonyms: [
      'Globulin',
      'Serum Globulin',
      'Total Globulin',
      'Globulins',
      'GLOB',
      'ग्लोब्युलिन',
      'ग्लोबुलिन',
      'குளோபுலின்',
      'குளோபுலின்கள்',
    ],
    ranges: [{ low: 2, high: 3.5, unit: 'g/dL', source: MEDLINEPLUS }],
    possible: { low: 0.3, high: 12 },
    meaning: {
      measures: {
        en: 'These are the proteins that include your antibodies.',
        hi: 'ये वे प्रोटीन हैं जिनमें रोग से लड़ने वाली एंटीबॉडी होती हैं।',
        ta: 'நோய் எதிர்ப்புப் பொருட்கள் அடங்கிய புரதங்கள் இவை.',
        'hi-Latn': 'Yeh woh protein hain jinmein rog se ladne wali antibody hoti hain.',
        'ta-Latn': 'Noi edhirppu porul (antibody) irukkura puradhangal ivai.',
      },
      low: PROTEIN_LOW,
      high: {
        en: 'High can come with a long infection, inflammation or liver disease.',
        hi: 'ज़्यादा होना लंबे इन्फेक्शन, सूजन या लिवर की बीमारी में हो सकता है।',
        ta: 'அதிகமாக இருந்தால் நீண்ட தொற்று, வீக்கம் அல்லது கல்லீரல் நோய் காரணமாக இருக்கலாம்.',
        'hi-Latn': 'Zyada hona lambe infection, sujan ya liver ki bimari mein ho sakta hai.',
        'ta-Latn': 'Adhigama irundha neenda thotru, veekkam illa kalleeral noi kaaranama irukkalam.',
      },
    },
  },
  {
    ...LIVER,
    key: 'albumin_globulin_ratio',
    loinc: '1759-0',
    names: {
      en: 'Albumin / globulin ratio',
      hi: 'A/G अनुपात',
      ta: 'A/G விகிதம்',
      'hi-Latn': 'A/G ratio',
      'ta-Latn': 'A/G ratio',
    },
    synonyms: [
      'Alb/Glob Ratio',
      'ALB / GLOB (A/G) Ratio',
      'A / G',
      'A/G Ratio',
      'A:G Ratio',
      'AG Ratio',
      'Albumin / Globulin Ratio',
      'Albumin Globulin Ratio (A/G)',
      'Albumin / Globulin (A/G) Ratio',
      'Albumin Globulin',
      'एजी अनुपात',
      'ए जी रेशियो',
      'எஜி விகிதம்',
      'அல்புமின் குளோபுலின் விகிதம்',
    ],
    unit: '1',
    units: accept('1'),
    ranges: [{ low: 1, high: 2.5, unit: '1', source: NLM }],
    possible: { low: 0.05, high: 6 },
    meaning: {
      measures: {
        en: 'It compares the two main kinds of blood protein.',
        hi: 'यह खून के दो मुख्य प्रोटीनों की तुलना है।',
        ta: 'இரத்தத்தின் இரண்டு முக்கியப் புரதங்களின் ஒப்பீடு இது.',
        'hi-Latn': 'Yeh khoon ke do mukhya protein ki tulna hai.',
        'ta-Latn': 'Rathathoda rendu mukkiya puradhangaloda oppeedu idhu.',
      },
      low: {
        en: 'Low can come with liver or kidney disease or long inflammation.',
        hi: 'कम होना लिवर या किडनी की बीमारी या लंबी सूजन में हो सकता है।',
        ta: 'குறைவாக இருந்தால் கல்லீரல், சிறுநீரக நோய் அல்லது நீண்ட வீக்கம் காரணமாக இருக்கலாம்.',
        'hi-Latn': 'Kam hona liver ya kidney ki bimari ya lambi sujan mein ho sakta hai.',
        'ta-Latn': 'Kammiya irundha kalleeral, siruneeraga noi illa neenda veekkam kaaranama irukkalam.',
      },
      high: {
        en: 'High is seldom important by itself.',
        hi: 'ज़्यादा होना अपने आप में आमतौर पर चिंता की बात नहीं।',
        ta: 'அதிகமாக இருப்பது தனியாகப் பெரிய பிரச்சினை அல்ல.',
        'hi-Latn': 'Zyada hona apne aap mein aam taur par chinta ki baat nahi.',
        'ta-Latn': 'Adhigama irukkaradhu thaniya periya prachanai illa.',
      },
    },
  },
]
