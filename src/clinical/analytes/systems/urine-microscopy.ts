import type { Analyte } from '../analyte.ts'
import { NLM } from '../sources.ts'
import { accept } from './accept.ts'

const URINE = { organSystem: 'urine', specimen: 'urine' } as const satisfies Partial<Analyte>

/** Counted under the microscope, in a high power field; printed as a number, as "1-2" or in words. */
const COUNTED = {
  ...URINE,
  scale: 'quantitative',
  unit: '/[HPF]',
  units: accept('/[HPF]'),
  possible: { low: 0, high: 1000 },
  normalText: ['nil', 'negative', 'absent', 'not seen', 'none', 'occasional'],
} as const satisfies Partial<Analyte>

const SEEN = {
  ...URINE,
  scale: 'ordinal',
  unit: '1',
  ranges: [],
  normalText: ['nil', 'negative', 'absent', 'not seen', 'none', 'not detected'],
} as const satisfies Partial<Analyte>

const INFECTION = {
  en: 'It points to an infection of the urine, above all with burning, fever or frequent urge. Drink water and see a doctor.',
  hi: 'यह पेशाब के इन्फेक्शन का इशारा है, ख़ासकर जलन, बुखार या बार-बार पेशाब हो तो। पानी पिएँ और डॉक्टर को दिखाएँ।',
  ta: 'சிறுநீர்த் தொற்றைக் காட்டுகிறது, முக்கியமாக எரிச்சல், காய்ச்சல், அடிக்கடி சிறுநீர் இருந்தால். தண்ணீர் குடியுங்கள், மருத்துவரைப் பாருங்கள்.',
  'hi-Latn':
    'Yeh peshab ke infection ka ishara hai, khaaskar jalan, bukhar ya baar-baar peshab ho to. Paani piyein aur doctor ko dikhayein.',
  'ta-Latn':
    'Siruneer thotra kaattudhu, mukkiyama erichal, kaaichal, adikkadi siruneer irundha. Thanni kudinga, doctor-a paarunga.',
} as const

const HARMLESS = {
  en: 'A few are usual; many can mean that the sample was not taken cleanly or stood too long. A doctor can say whether to repeat it.',
  hi: 'थोड़े होना आम है; ज़्यादा हों तो सैंपल साफ़ न लिया गया हो या देर तक रखा हो। डॉक्टर बताएँगे कि दोबारा जाँच करनी है या नहीं।',
  ta: 'சில இருப்பது வழக்கம்; அதிகமானால் மாதிரி சுத்தமாக எடுக்கவில்லை அல்லது நீண்ட நேரம் வைத்திருக்கலாம். மீண்டும் சோதிக்கலாமா என்று மருத்துவர் சொல்வார்.',
  'hi-Latn':
    'Thode hona aam hai; zyada hon to sample saaf na liya gaya ho ya der tak rakha ho. Doctor batayenge ki dobara jaanch karni hai ya nahi.',
  'ta-Latn':
    'Konjam irukkaradhu vazhakkam; adhigamana sample suthama edukkala illa romba neram vechirukkalam. Marubadi test panalamanu doctor solluvaar.',
} as const

const SEEN_MEASURES = {
  en: 'It is what is seen in the urine under the microscope.',
  hi: 'यह वह है जो माइक्रोस्कोप से पेशाब में दिखता है।',
  ta: 'நுண்ணோக்கியில் சிறுநீரில் தெரிவது இது.',
  'hi-Latn': 'Yeh woh hai jo microscope se peshab mein dikhta hai.',
  'ta-Latn': 'Microscope-la siruneerla theriyaradhu idhu.',
} as const

/** Urine under the microscope. */
export const URINE_MICROSCOPY: readonly Analyte[] = [
  {
    ...COUNTED,
    key: 'urine_white_cells',
    loinc: '5821-4',
    loincAlternatives: ['20455-2', '46702-7'],
    names: {
      en: 'Pus cells in urine',
      hi: 'पेशाब में मवाद कोशिकाएँ',
      ta: 'சிறுநீரில் சீழ் அணுக்கள்',
      'hi-Latn': 'peshab mein pus cells',
      'ta-Latn': 'siruneerla pus cells',
    },
    synonyms: [
      'Pus Cells',
      'Pus Cell',
      'WBC',
      'WBCs',
      'Pus Cells (WBC)',
      'Pus Cells (WBCs)',
      'WBC (Pus Cells)',
      'Urine WBC',
      'Leukocytes (Pus Cells)',
      'White Blood Cells',
      'Pus Cells/hpf',
      'मवाद कोशिकाएं',
      'पस सेल',
      'पस सेल्स',
      'சீழ் அணுக்கள்',
      'சீழ் செல்கள்',
    ],
    ranges: [{ high: 5, unit: '/[HPF]', source: NLM }],
    meaning: { measures: SEEN_MEASURES, high: INFECTION },
  },
  {
    ...COUNTED,
    key: 'urine_red_cells',
    loinc: '13945-1',
    loincAlternatives: ['5808-1', '46419-8'],
    names: {
      en: 'Red cells in urine',
      hi: 'पेशाब में लाल कोशिकाएँ',
      ta: 'சிறுநீரில் சிவப்பணுக்கள்',
      'hi-Latn': 'peshab mein RBC',
      'ta-Latn': 'siruneerla RBC',
    },
    synonyms: [
      'RBC',
      'RBCs',
      "RBC's",
      'Urine RBC',
      'Urine RBCs',
      'Red Blood Cells',
      'Red Blood Cell',
      'Red Cells',
      'Erythrocytes',
      'RBC/hpf',
      'लाल रक्त कोशिकाएं',
      'சிவப்பணுக்கள்',
    ],
    ranges: [{ high: 3, unit: '/[HPF]', source: NLM }],
    meaning: {
      measures: SEEN_MEASURES,
      high: {
        en: 'It can come with an infection, stones, kidney trouble or hard exercise; have it repeated and see a doctor if it stays.',
        hi: 'यह इन्फेक्शन, पथरी, किडनी की परेशानी या बहुत मेहनत से हो सकता है; दोबारा जाँच कराएँ, बना रहे तो डॉक्टर को दिखाएँ।',
        ta: 'தொற்று, கல், சிறுநீரகப் பிரச்சினை அல்லது கடும் உழைப்பால் வரலாம்; மீண்டும் சோதியுங்கள், தொடர்ந்தால் மருத்துவரைப் பாருங்கள்.',
        'hi-Latn':
          'Yeh infection, pathri, kidney ki pareshani ya bahut mehnat se ho sakta hai; dobara jaanch karayein, bana rahe to doctor ko dikhayein.',
        'ta-Latn':
          'Thotru, kal, kidney prachanai illa kadumaiyana velaiyala varalam; marubadi test pannunga, thodarndha doctor-a paarunga.',
      },
    },
  },
  {
    ...COUNTED,
    key: 'urine_epithelial_cells',
    loinc: '5787-7',
    loincAlternatives: ['11277-1', '20453-7'],
    names: {
      en: 'Epithelial cells in urine',
      hi: 'पेशाब में एपिथीलियल कोशिकाएँ',
      ta: 'சிறுநீரில் எபிதீலியல் செல்கள்',
      'hi-Latn': 'peshab mein epithelial cells',
      'ta-Latn': 'siruneerla epithelial cells',
    },
    synonyms: [
      'Epithelial Cells',
      'Epithelial Cell',
      'Urine Epithelial Cells',
      'Squamous Epithelial Cells',
      'Epi Cells',
      'Epithelial Cells/hpf',
      'उपकला कोशिकाएं',
      'एपिथेलियल सेल्स',
      'எபிதீலியல் செல்கள்',
    ],
    ranges: [],
    meaning: { measures: SEEN_MEASURES, high: HARMLESS },
  },
  {
    ...SEEN,
    key: 'urine_bacteria',
    loinc: '87829-8',
    loincAlternatives: ['25145-4', '5769-5', '50221-1'],
    names: {
      en: 'Bacteria in urine',
      hi: 'पेशाब में बैक्टीरिया',
      ta: 'சிறுநீரில் பாக்டீரியா',
      'hi-Latn': 'peshab mein bacteria',
      'ta-Latn': 'siruneerla bacteria',
    },
    synonyms: ['Bacteria', 'Urine Bacteria', 'Bacteria Urine', 'Bacteria/hpf', 'बैक्टीरिया', 'जीवाणु', 'பாக்டீரியா'],
    units: accept('1', '/[HPF]'),
    meaning: { measures: SEEN_MEASURES, abnormal: INFECTION },
  },
  {
    ...SEEN,
    key: 'urine_crystals',
    loinc: '87828-0',
    loincAlternatives: ['5783-6', '49755-2'],
    names: {
      en: 'Crystals in urine',
      hi: 'पेशाब में कण (क्रिस्टल)',
      ta: 'சிறுநீரில் படிகங்கள்',
      'hi-Latn': 'peshab mein crystals',
      'ta-Latn': 'siruneerla crystals',
    },
    synonyms: [
      'Crystal Type/HPF',
      'Crystals',
      'Crystal',
      'Urine Crystals',
      'Crystals Urine',
      'Crystal Type',
      'Calcium Oxalate Crystals',
      'क्रिस्टल',
      'படிகங்கள்',
      'கிரிஸ்டல்',
    ],
    units: accept('1', '/[HPF]'),
    meaning: {
      measures: SEEN_MEASURES,
      abnormal: {
        en: 'They are often harmless; many of them, or pain in the side, can mean stones. Drink more water.',
        hi: 'ये अक्सर नुकसान नहीं करते; ज़्यादा हों या कमर में दर्द हो तो पथरी हो सकती है। पानी ज़्यादा पिएँ।',
        ta: 'பெரும்பாலும் தீங்கில்லை; அதிகமாகவோ இடுப்பில் வலியோ இருந்தால் கல் இருக்கலாம். அதிகத் தண்ணீர் குடியுங்கள்.',
        'hi-Latn':
          'Yeh aksar nuksan nahi karte; zyada hon ya kamar mein dard ho to pathri ho sakti hai. Paani zyada piyein.',
        'ta-Latn': 'Perumbalum theengu illa; adhigamavo idupula valiyo irundha kal irukkalam. Neraya thanni kudinga.',
      },
    },
  },
  {
    ...SEEN,
    key: 'urine_casts',
    loinc: '24124-0',
    loincAlternatives: ['9842-6', '5796-8'],
    names: {
      en: 'Casts in urine',
      hi: 'पेशाब में कास्ट',
      ta: 'சிறுநீரில் காஸ்ட்',
      'hi-Latn': 'peshab mein casts',
      'ta-Latn': 'siruneerla casts',
    },
    synonyms: ['Casts', 'Cast', 'Urine Casts', 'Hyaline Casts', 'Granular Casts', 'Casts Urine', 'कास्ट', 'காஸ்ட்'],
    units: accept('1', '/[LPF]', '/[HPF]'),
    meaning: {
      measures: SEEN_MEASURES,
      abnormal: {
        en: 'Some kinds point to kidney trouble; the doctor looks at which kind it is.',
        hi: 'कुछ तरह के कास्ट किडनी की परेशानी बताते हैं; डॉक्टर देखते हैं कि कौन सा है।',
        ta: 'சில வகைகள் சிறுநீரகப் பிரச்சினையைக் காட்டும்; எந்த வகை என்று மருத்துவர் பார்ப்பார்.',
        'hi-Latn': 'Kuchh tarah ke cast kidney ki pareshani batate hain; doctor dekhte hain ki kaun sa hai.',
        'ta-Latn': 'Sila vagai kidney prachanaiya kaattum; endha vagainu doctor paappaar.',
      },
    },
  },
  {
    ...SEEN,
    key: 'urine_yeast',
    loinc: '32356-8',
    names: {
      en: 'Yeast in urine',
      hi: 'पेशाब में फंगस (यीस्ट)',
      ta: 'சிறுநீரில் ஈஸ்ட்',
      'hi-Latn': 'peshab mein yeast',
      'ta-Latn': 'siruneerla yeast',
    },
    synonyms: ['Yeast', 'Yeast Cells', 'Budding Yeast Cells', 'Urine Yeast', 'Yeast (Fungus)', 'यीस्ट', 'ஈஸ்ட்'],
    units: accept('1', '/[HPF]'),
    meaning: {
      measures: SEEN_MEASURES,
      abnormal: {
        en: 'It can be a fungal infection, more common with diabetes and after antibiotics.',
        hi: 'यह फंगल इन्फेक्शन हो सकता है, जो शुगर में और एंटीबायोटिक के बाद ज़्यादा होता है।',
        ta: 'பூஞ்சைத் தொற்றாக இருக்கலாம்; சர்க்கரை நோயிலும் ஆன்டிபயாடிக்குப் பின்னும் அதிகம் வரும்.',
        'hi-Latn': 'Yeh fungal infection ho sakta hai, jo sugar mein aur antibiotic ke baad zyada hota hai.',
        'ta-Latn': 'Fungal thotra irukkalam; sugar noiyilayum antibiotic-ku piragum adhigam varum.',
      },
    },
  },
  {
    ...SEEN,
    key: 'urine_mucus',
    loinc: '8247-9',
    names: {
      en: 'Mucus in urine',
      hi: 'पेशाब में म्यूकस',
      ta: 'சிறுநீரில் சளி',
      'hi-Latn': 'peshab mein mucus',
      'ta-Latn': 'siruneerla mucus',
    },
    synonyms: ['Mucus', 'Mucus Threads', 'Mucus Thread', 'Urine Mucus', 'Mucous Threads'],
    units: accept('1', '/[LPF]', '/[HPF]'),
    meaning: { measures: SEEN_MEASURES, abnormal: HARMLESS },
  },
]
