import type { Analyte, Meaning } from '../analyte.ts'
import { NLM, ROCHE } from '../sources.ts'
import { accept } from './accept.ts'

const MARKER = {
  organSystem: 'tumour_markers',
  specimen: 'blood',
  scale: 'quantitative',
} as const satisfies Partial<Analyte>

const NANOGRAMS = { unit: 'ng/mL', units: accept('ng/mL', 'ug/L') } as const
const UNITS_PER_ML = {
  unit: 'U/mL',
  units: [
    { ucum: 'U/mL' },
    { ucum: '[IU]/mL', factor: 1 },
    { ucum: 'k[IU]/L', factor: 1 },
    { ucum: 'kU/L', factor: 1 },
  ],
} as const

const PROSTATE: Meaning = {
  measures: {
    en: 'It is made by the prostate gland of men.',
    hi: 'यह पुरुषों की प्रोस्टेट ग्रंथि से बनता है।',
    ta: 'ஆண்களின் புரோஸ்டேட் சுரப்பி உருவாக்குவது இது.',
    'hi-Latn': 'Yeh purushon ki prostate granthi se banta hai.',
    'ta-Latn': 'Aangaloda prostate surappi uruvaakkaradhu idhu.',
  },
  high: {
    en: 'High is mostly an enlarged or inflamed prostate; it can also be cancer, so a doctor should look further.',
    hi: 'ज़्यादा होना ज़्यादातर प्रोस्टेट बढ़ने या सूजने से होता है; कैंसर भी हो सकता है, इसलिए डॉक्टर से आगे जाँच कराएँ।',
    ta: 'பெரும்பாலும் புரோஸ்டேட் வீக்கத்தால் கூடும்; புற்றுநோயாகவும் இருக்கலாம், எனவே மருத்துவர் மேலும் பார்க்க வேண்டும்.',
    'hi-Latn':
      'Zyada hona zyadatar prostate badhne ya sujne se hota hai; cancer bhi ho sakta hai, isliye doctor se aage jaanch karayein.',
    'ta-Latn': 'Perumbalum prostate veekkathala koodum; cancer-avum irukkalam, adhanala doctor innum paakkanum.',
  },
}

const TUMOUR: Meaning = {
  measures: {
    en: 'It is a blood marker that doctors use mainly to follow a known illness.',
    hi: 'यह खून का एक निशान है जिसे डॉक्टर ज़्यादातर पहले से पता बीमारी की निगरानी के लिए देखते हैं।',
    ta: 'ஏற்கெனவே தெரிந்த நோயைக் கண்காணிக்க மருத்துவர்கள் பயன்படுத்தும் இரத்தக் குறியீடு இது.',
    'hi-Latn': 'Yeh khoon ka ek nishaan hai jise doctor zyadatar pehle se pata bimari ki nigrani ke liye dekhte hain.',
    'ta-Latn': 'Erkanave therinja noiya kankaanikka doctor payanpadutthura ratha kuriyeedu idhu.',
  },
  high: {
    en: 'High alone does not mean cancer: smoking, inflammation and harmless illnesses raise it too. A doctor should look for the reason.',
    hi: 'सिर्फ़ ज़्यादा होने का मतलब कैंसर नहीं है: सिगरेट, सूजन और मामूली बीमारियों में भी बढ़ता है। डॉक्टर से कारण जँचवाएँ।',
    ta: 'அதிகம் என்பதால் மட்டும் புற்றுநோய் அல்ல: புகை, வீக்கம், சாதாரண நோய்களிலும் கூடும். மருத்துவர் காரணத்தைப் பார்க்க வேண்டும்.',
    'hi-Latn':
      'Sirf zyada hone ka matlab cancer nahi hai: cigarette, sujan aur mamuli bimariyon mein bhi badhta hai. Doctor se karan jaanchwayein.',
    'ta-Latn':
      'Adhigamna mattum cancer illa: pugai, veekkam, saadharana noiyilayum koodum. Doctor kaaranatha paakkanum.',
  },
}

/** Tumour markers. */
export const TUMOUR_MARKERS: readonly Analyte[] = [
  {
    ...MARKER,
    ...NANOGRAMS,
    key: 'psa_total',
    loinc: '2857-1',
    names: { en: 'PSA (total)', hi: 'पीएसए (PSA)', ta: 'பிஎஸ்ஏ (PSA)', 'hi-Latn': 'PSA', 'ta-Latn': 'PSA' },
    synonyms: [
      'PSA',
      'PSA Total',
      'Total PSA',
      'Prostate Specific Antigen',
      'Prostate Specific Antigen (PSA)',
      'Prostate Specific Antigen Total',
      'PSA (Prostate Specific Antigen)',
      'PSA (Prostate Specific Antigen) Total',
      'tPSA',
      'पीएसए',
      'பிஎஸ்ஏ',
    ],
    ranges: [{ high: 4, unit: 'ng/mL', source: NLM }],
    possible: { low: 0, high: 20000 },
    meaning: PROSTATE,
  },
  {
    ...MARKER,
    ...NANOGRAMS,
    key: 'psa_free',
    loinc: '10886-0',
    names: { en: 'PSA (free)', hi: 'फ्री PSA', ta: 'ஃப்ரீ PSA', 'hi-Latn': 'free PSA', 'ta-Latn': 'free PSA' },
    synonyms: [
      'Free PSA',
      'PSA Free',
      'fPSA',
      'Free Prostate Specific Antigen',
      'Prostate Specific Antigen Free',
      'Free PSA (Prostate Specific Antigen Free)',
    ],
    ranges: [],
    possible: { low: 0, high: 5000 },
    meaning: PROSTATE,
  },
  {
    ...MARKER,
    key: 'psa_free_percent',
    loinc: '12841-3',
    names: {
      en: 'PSA, free share',
      hi: 'फ्री PSA (प्रतिशत)',
      ta: 'ஃப்ரீ PSA (சதவீதம்)',
      'hi-Latn': 'free PSA (percent)',
      'ta-Latn': 'free PSA (percent)',
    },
    synonyms: [
      '% Free PSA',
      'Percent Free PSA',
      'Free PSA Percentage',
      'Free/Total PSA Ratio',
      'Free PSA / Total PSA',
      'Free PSA/Total PSA Ratio',
      '% Free Prostate Specific Antigen',
      'PSA Ratio',
      'Free PSA %',
    ],
    unit: '%',
    units: [{ ucum: '%' }, { ucum: '1', factor: 100 }],
    ranges: [{ low: 25, unit: '%', source: NLM }],
    possible: { low: 0, high: 100 },
    meaning: {
      measures: PROSTATE.measures,
      low: {
        en: 'A low share needs a closer look at the prostate by a doctor.',
        hi: 'कम हिस्सा होने पर डॉक्टर से प्रोस्टेट की और जाँच कराएँ।',
        ta: 'குறைவாக இருந்தால் மருத்துவர் புரோஸ்டேட்டை மேலும் பார்க்க வேண்டும்.',
        'hi-Latn': 'Kam hissa hone par doctor se prostate ki aur jaanch karayein.',
        'ta-Latn': 'Kammiya irundha doctor prostate-a innum paakkanum.',
      },
    },
  },
  {
    ...MARKER,
    ...NANOGRAMS,
    key: 'carcinoembryonic_antigen',
    loinc: '2039-6',
    names: { en: 'CEA', hi: 'सीईए (CEA)', ta: 'சிஇஏ (CEA)', 'hi-Latn': 'CEA', 'ta-Latn': 'CEA' },
    synonyms: [
      'CEA',
      'Carcinoembryonic Antigen',
      'Carcino Embryonic Antigen',
      'Carcinoembryonic Antigen (CEA)',
      'Carcino Embryonic Antigen (CEA)',
    ],
    ranges: [{ high: 5.2, unit: 'ng/mL', source: ROCHE }],
    possible: { low: 0, high: 100000 },
    meaning: TUMOUR,
  },
  {
    ...MARKER,
    key: 'alpha_fetoprotein',
    loinc: '1834-1',
    names: { en: 'Alpha-fetoprotein (AFP)', hi: 'एएफपी (AFP)', ta: 'ஏஎஃப்பி (AFP)', 'hi-Latn': 'AFP', 'ta-Latn': 'AFP' },
    synonyms: [
      'AFP',
      'Alpha Fetoprotein',
      'Alpha Feto Protein',
      'Alpha Fetoprotein (AFP)',
      'Alpha Feto Protein (AFP)',
      'Alpha-1-Fetoprotein',
    ],
    unit: 'ng/mL',
    // 1 IU is 1.21 ng: WHO 1st International Standard 72/225.
    units: [...accept('ng/mL', 'ug/L'), { ucum: '[IU]/mL', factor: 1.21 }, { ucum: 'U/mL', factor: 1.21 }],
    ranges: [{ high: 7.9, unit: 'ng/mL', source: NLM }],
    possible: { low: 0, high: 5000000 },
    meaning: TUMOUR,
  },
  {
    ...MARKER,
    ...UNITS_PER_ML,
    key: 'ca_125',
    loinc: '10334-1',
    names: { en: 'CA-125', hi: 'सीए-125', ta: 'சிஏ-125', 'hi-Latn': 'CA-125', 'ta-Latn': 'CA-125' },
    synonyms: [
      'CA-125',
      'CA 125',
      'CA125',
      'Cancer Antigen 125',
      'CA 125 (Cancer Antigen)',
      'Ovarian Cancer Marker CA 125',
    ],
    ranges: [{ high: 35, unit: 'U/mL', source: ROCHE }],
    possible: { low: 0, high: 200000 },
    meaning: TUMOUR,
  },
  {
    ...MARKER,
    ...UNITS_PER_ML,
    key: 'ca_19_9',
    loinc: '24108-3',
    names: { en: 'CA 19-9', hi: 'सीए 19-9', ta: 'சிஏ 19-9', 'hi-Latn': 'CA 19-9', 'ta-Latn': 'CA 19-9' },
    synonyms: ['CA 19-9', 'CA 19.9', 'CA19-9', 'CA 199', 'Cancer Antigen 19-9', 'Carbohydrate Antigen 19-9'],
    ranges: [{ high: 37, unit: 'U/mL', source: NLM }],
    possible: { low: 0, high: 1000000 },
    meaning: TUMOUR,
  },
  {
    ...MARKER,
    ...UNITS_PER_ML,
    key: 'ca_15_3',
    loinc: '6875-9',
    names: { en: 'CA 15-3', hi: 'सीए 15-3', ta: 'சிஏ 15-3', 'hi-Latn': 'CA 15-3', 'ta-Latn': 'CA 15-3' },
    synonyms: ['CA 15-3', 'CA 15.3', 'CA15-3', 'Cancer Antigen 15-3', 'Carbohydrate Antigen 15-3'],
    ranges: [],
    possible: { low: 0, high: 100000 },
    meaning: TUMOUR,
  },
]
