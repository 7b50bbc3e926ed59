import type { Analyte, Meaning } from '../analyte.ts'
import { INFECTION_FOUND } from './infection-found.ts'

const TITRE = {
  organSystem: 'infection',
  specimen: 'blood',
  scale: 'ordinal',
  unit: '{titer}',
  units: [{ ucum: '{titer}' }],
  ranges: [],
  normalText: ['negative', 'non reactive', 'nil', 'no agglutination', 'not significant'],
} as const satisfies Partial<Analyte>

const TYPHOID: Meaning = {
  measures: {
    en: 'It looks for signs of typhoid fever.',
    hi: 'यह टाइफाइड बुखार के निशान ढूँढता है।',
    ta: 'டைபாய்டு காய்ச்சலின் அறிகுறிகளைத் தேடும் பரிசோதனை இது.',
    'hi-Latn': 'Yeh typhoid bukhar ke nishaan dhoondhta hai.',
    'ta-Latn': 'Typhoid kaaichal arikuriya thedura test idhu.',
  },
  abnormal: {
    en: 'A positive result supports typhoid but also stays after old infections and vaccines; the doctor decides with the fever and other tests.',
    hi: 'पॉज़िटिव होना टाइफाइड की ओर इशारा है, पर पुराने इन्फेक्शन और टीके के बाद भी रहता है; डॉक्टर बुखार और दूसरी जाँचों के साथ तय करते हैं।',
    ta: 'பாசிட்டிவ் டைபாய்டைச் சுட்டும்; ஆனால் பழைய தொற்று, தடுப்பூசிக்குப் பின்னும் இருக்கும்; காய்ச்சலையும் மற்ற சோதனைகளையும் பார்த்து மருத்துவர் முடிவு செய்வார்.',
    'hi-Latn':
      'Positive hona typhoid ki taraf ishara hai, par purane infection aur teeke ke baad bhi rehta hai; doctor bukhar aur dusri jaanchon ke saath tay karte hain.',
    'ta-Latn':
      'Positive typhoid-a kaattum; aana pazhaya thotru, thadupoosikku piragum irukkum; kaaichal, matha test-a paathu doctor mudivu pannuvaar.',
  },
}

/** Typhoid fever. */
export const TYPHOID_TESTS: readonly Analyte[] = [
  {
    ...TITRE,
    key: 'widal_typhi_o',
    loinc: '46204-4',
    names: {
      en: 'Widal, S. typhi O',
      hi: 'विडाल, S. typhi O',
      ta: 'விடால், S. typhi O',
      'hi-Latn': 'Widal S. typhi O',
      'ta-Latn': 'Widal S. typhi O',
    },
    synonyms: [
      'S Typhi O',
      'Salmonella Typhi O',
      'S. Typhi "O"',
      'Widal S Typhi O',
      'Salmonella Typhi O Antigen',
      'Typhi O',
      'S Typhi O Titre',
      'TO',
      'Widal O',
      'Salmonella Typhi (O)',
    ],
    meaning: TYPHOID,
  },
  {
    ...TITRE,
    key: 'widal_typhi_h',
    loinc: '14227-3',
    names: {
      en: 'Widal, S. typhi H',
      hi: 'विडाल, S. typhi H',
      ta: 'விடால், S. typhi H',
      'hi-Latn': 'Widal S. typhi H',
      'ta-Latn': 'Widal S. typhi H',
    },
    synonyms: [
      'S Typhi H',
      'Salmonella Typhi H',
      'S. Typhi "H"',
      'Widal S Typhi H',
      'Salmonella Typhi H Antigen',
      'Typhi H',
      'S Typhi H Titre',
      'TH',
      'Widal H',
      'Salmonella Typhi (H)',
    ],
    meaning: TYPHOID,
  },
  {
    ...TITRE,
    key: 'widal_paratyphi_a',
    loinc: '32212-3',
    names: {
      en: 'Widal, S. paratyphi A',
      hi: 'विडाल, S. paratyphi A',
      ta: 'விடால், S. paratyphi A',
      'hi-Latn': 'Widal S. paratyphi A',
      'ta-Latn': 'Widal S. paratyphi A',
    },
    synonyms: [
      'S Paratyphi AH',
      'S Paratyphi A',
      'S Paratyphi A(H)',
      'Salmonella Paratyphi A',
      'Salmonella Paratyphi AH',
      'S. Paratyphi "AH"',
      'Paratyphi A',
      'Paratyphi AH',
      'AH',
    ],
    meaning: TYPHOID,
  },
  {
    ...TITRE,
    key: 'widal_paratyphi_b',
    loinc: '32213-1',
    names: {
      en: 'Widal, S. paratyphi B',
      hi: 'विडाल, S. paratyphi B',
      ta: 'விடால், S. paratyphi B',
      'hi-Latn': 'Widal S. paratyphi B',
      'ta-Latn': 'Widal S. paratyphi B',
    },
    synonyms: [
      'S Paratyphi BH',
      'S Paratyphi B',
      'S Paratyphi B(H)',
      'Salmonella Paratyphi B',
      'Salmonella Paratyphi BH',
      'S. Paratyphi "BH"',
      'Paratyphi B',
      'Paratyphi BH',
      'BH',
    ],
    meaning: TYPHOID,
  },
  {
    ...INFECTION_FOUND,
    key: 'typhoid_igm',
    names: {
      en: 'Typhoid IgM',
      hi: 'टाइफाइड IgM',
      ta: 'டைபாய்டு IgM',
      'hi-Latn': 'typhoid IgM',
      'ta-Latn': 'typhoid IgM',
    },
    synonyms: [
      'Typhi Dot IgM',
      'Typhidot IgM',
      'Typhoid IgM',
      'Salmonella Typhi IgM',
      'Typhidot',
      'Typhi Dot',
      'Typhoid IgM Antibody',
      'Enterocheck',
      'टाइफाइड',
      'டைபாய்டு',
    ],
    meaning: TYPHOID,
  },
]
