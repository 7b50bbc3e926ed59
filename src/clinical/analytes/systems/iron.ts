import type { Analyte } from '../analyte.ts'
import { ABIM, MEDLINEPLUS, NLM } from '../sources.ts'
import { accept } from './accept.ts'

const IRON = { organSystem: 'iron', specimen: 'blood', scale: 'quantitative' } as const satisfies Partial<Analyte>

const IRON_MASS = {
  ...IRON,
  unit: 'ug/dL',
  units: accept('ug/dL', 'umol/L', 'mg/L', 'ug/L', 'mg/dL'),
  molarMass: 55.845,
} as const satisfies Partial<Analyte>

const LACK_OF_IRON = {
  en: 'Low points to a lack of iron: from food, heavy periods, or slow bleeding in the bowel.',
  hi: 'कम होना आयरन की कमी का इशारा है: खाने से, ज़्यादा माहवारी से, या आँतों में धीरे-धीरे खून बहने से।',
  ta: 'குறைவாக இருந்தால் இரும்புச்சத்து குறைவு: உணவால், அதிக மாதவிடாயால், அல்லது குடலில் மெதுவான இரத்தக் கசிவால் வரலாம்.',
  'hi-Latn':
    'Kam hona iron ki kami ka ishara hai: khane se, zyada mahwari se, ya aanton mein dheere-dheere khoon behne se.',
  'ta-Latn':
    'Kammiya irundha iron kuraivu: saapaatala, adhiga maadhavidaaila, illa kudalla medhuva ratham kasiyaradhala varalam.',
} as const

const MUCH_IRON = {
  en: 'High can come from iron tablets, transfusions or liver disease; rarely the body stores too much iron.',
  hi: 'ज़्यादा होना आयरन की गोली, खून चढ़ने या लिवर की बीमारी से हो सकता है; कभी-कभार शरीर में आयरन जमा होने लगता है।',
  ta: 'இரும்பு மாத்திரை, இரத்தம் ஏற்றுதல் அல்லது கல்லீரல் நோயால் கூடலாம்; அரிதாக உடலில் இரும்பு அதிகமாகச் சேரும்.',
  'hi-Latn':
    'Zyada hona iron ki goli, khoon chadhne ya liver ki bimari se ho sakta hai; kabhi-kabhar sharir mein iron jama hone lagta hai.',
  'ta-Latn':
    'Iron maathirai, ratham yethuradhu illa kalleeral noiyala koodalam; epovavadhu udambula iron adhigama serum.',
} as const

const CARRIER_MEASURES = {
  en: 'It shows how much room the blood has for carrying iron.',
  hi: 'यह बताता है कि खून में आयरन ले जाने की कितनी जगह है।',
  ta: 'இரும்பைச் சுமக்க இரத்தத்தில் எவ்வளவு இடம் உள்ளது என்று காட்டும்.',
  'hi-Latn': 'Yeh batata hai ki khoon mein iron le jaane ki kitni jagah hai.',
  'ta-Latn': 'Iron sumakka rathathula evlo idam irukkunu kaattum.',
} as const

const CARRIER_LOW = {
  en: 'Low can come with long inflammation, liver or kidney disease, or too much iron.',
  hi: 'कम होना लंबी सूजन, लिवर या किडनी की बीमारी, या ज़्यादा आयरन में हो सकता है।',
  ta: 'நீண்ட வீக்கம், கல்லீரல், சிறுநீரக நோய் அல்லது அதிக இரும்பால் குறையலாம்.',
  'hi-Latn': 'Kam hona lambi sujan, liver ya kidney ki bimari, ya zyada iron mein ho sakta hai.',
  'ta-Latn': 'Neenda veekkam, kalleeral, kidney noi illa adhiga iron-ala kuraiyalam.',
} as const

const CARRIER_HIGH = {
  en: 'High mostly means that the body is short of iron and looks for more.',
  hi: 'ज़्यादा होने का मतलब अक्सर यह है कि शरीर में आयरन कम है और वह और आयरन ढूँढ रहा है।',
  ta: 'அதிகமாக இருந்தால் பெரும்பாலும் உடலில் இரும்பு குறைந்து, மேலும் தேடுகிறது.',
  'hi-Latn': 'Zyada hone ka matlab aksar yeh hai ki sharir mein iron kam hai aur woh aur iron dhoondh raha hai.',
  'ta-Latn': 'Adhigama irundha perumbalum udambula iron kuranju, innum thedudhu.',
} as const

/** Iron in the blood and in store. */
export const IRON_STUDIES: readonly Analyte[] = [
  {
    ...IRON_MASS,
    key: 'iron',
    loinc: '2498-4',
    loincAlternatives: ['14798-3'],
    names: { en: 'Iron', hi: 'आयरन (लोहा)', ta: 'இரும்புச்சத்து', 'hi-Latn': 'iron', 'ta-Latn': 'iron (irumbu sathu)' },
    synonyms: [
      'Iron',
      'Serum Iron',
      'S Iron',
      'Iron (Fe)',
      'Fe',
      'Total Iron',
      'Blood Iron',
      'आयरन',
      'सीरम आयरन',
      'लौह',
      'இரும்பு',
      'இரும்புச்சத்து',
      'இரும்புச் சத்து',
      'சீரம் இரும்பு',
    ],
    ranges: [{ low: 50, high: 150, unit: 'ug/dL', source: ABIM }],
    possible: { low: 1, high: 1500 },
    meaning: {
      measures: {
        en: 'It is the iron that is travelling in your blood.',
        hi: 'यह खून में चल रहा आयरन है।',
        ta: 'இரத்தத்தில் ஓடும் இரும்புச்சத்து இது.',
        'hi-Latn': 'Yeh khoon mein chal raha iron hai.',
        'ta-Latn': 'Rathathula odura iron idhu.',
      },
      low: LACK_OF_IRON,
      high: MUCH_IRON,
    },
  },
  {
    ...IRON_MASS,
    key: 'iron_binding_capacity',
    loinc: '2500-7',
    names: {
      en: 'Total iron binding capacity (TIBC)',
      hi: 'टीआईबीसी (TIBC)',
      ta: 'டிஐபிசி (TIBC)',
      'hi-Latn': 'TIBC',
      'ta-Latn': 'TIBC',
    },
    synonyms: [
      'Total Iron Binding',
      'TIBC',
      'Total Iron Binding Capacity',
      'Total Iron Binding Capacity (TIBC)',
      'Iron Binding Capacity Total',
      'Iron Binding Capacity',
      'टीआईबीसी',
      'டிஐபிசி',
    ],
    ranges: [{ low: 240, high: 450, unit: 'ug/dL', source: MEDLINEPLUS }],
    possible: { low: 50, high: 1000 },
    meaning: { measures: CARRIER_MEASURES, low: CARRIER_LOW, high: CARRIER_HIGH },
  },
  {
    ...IRON_MASS,
    key: 'iron_binding_capacity_unsaturated',
    loinc: '2501-5',
    names: {
      en: 'Unsaturated iron binding capacity (UIBC)',
      hi: 'यूआईबीसी (UIBC)',
      ta: 'யுஐபிசி (UIBC)',
      'hi-Latn': 'UIBC',
      'ta-Latn': 'UIBC',
    },
    synonyms: [
      'UIBC',
      'Unsaturated Iron Binding Capacity',
      'Unsaturated Iron Binding Capacity (UIBC)',
      'Unbound Iron Binding Capacity',
    ],
    ranges: [],
    possible: { low: 5, high: 900 },
    meaning: { measures: CARRIER_MEASURES, low: CARRIER_LOW, high: CARRIER_HIGH },
  },
  {
    ...IRON,
    key: 'transferrin_saturation',
    loinc: '2502-3',
    names: {
      en: 'Transferrin saturation',
      hi: 'ट्रांसफेरिन सैचुरेशन',
      ta: 'டிரான்ஸ்ஃபெரின் செறிவு',
      'hi-Latn': 'transferrin saturation',
      'ta-Latn': 'transferrin saturation',
    },
    synonyms: [
      'Transferrin Saturation',
      'Transferrin Saturation percent',
      'percent Transferrin Saturation',
      'Transferrin percent',
      'Transferrin Saturation Percentage',
      'Iron Saturation',
      'Percent Iron Saturation',
      'TSAT',
      'percent Saturation',
      'ट्रांसफेरिन संतृप्ति',
    ],
    unit: '%',
    units: accept('%'),
    ranges: [{ low: 20, high: 50, unit: '%', source: ABIM }],
    possible: { low: 0, high: 130 },
    meaning: {
      measures: {
        en: 'It is the share of the iron carriers in the blood that are loaded.',
        hi: 'यह बताता है कि आयरन ढोने वाले प्रोटीन का कितना हिस्सा भरा है।',
        ta: 'இரும்பைச் சுமக்கும் புரதத்தில் எவ்வளவு நிரம்பியுள்ளது என்று காட்டும்.',
        'hi-Latn': 'Yeh batata hai ki iron dhone wale protein ka kitna hissa bhara hai.',
        'ta-Latn': 'Iron sumakkura puradham evlo nerainjirukkunu kaattum.',
      },
      low: LACK_OF_IRON,
      high: MUCH_IRON,
    },
  },
  {
    ...IRON,
    key: 'ferritin',
    loinc: '2276-4',
    names: {
      en: 'Ferritin (iron store)',
      hi: 'फेरिटिन (आयरन का भंडार)',
      ta: 'ஃபெரிட்டின் (இரும்புச் சேமிப்பு)',
      'hi-Latn': 'ferritin (iron ka bhandar)',
      'ta-Latn': 'ferritin (iron semippu)',
    },
    synonyms: [
      'Ferritin',
      'Serum Ferritin',
      'S Ferritin',
      'फेरिटिन',
      'सीरम फेरिटिन',
      'ஃபெரிட்டின்',
      'பெரிட்டின்',
      'ஃபெரிடின்',
    ],
    unit: 'ng/mL',
    units: accept('ng/mL', 'ug/L', 'ug/dL'),
    ranges: [
      { sex: 'male', low: 24, high: 336, unit: 'ng/mL', source: ABIM },
      { sex: 'female', low: 24, high: 307, unit: 'ng/mL', source: ABIM },
    ],
    possible: { low: 0.5, high: 200000 },
    meaning: {
      measures: {
        en: 'It shows how much iron your body has in store.',
        hi: 'यह बताता है कि शरीर में आयरन का कितना भंडार है।',
        ta: 'உடலில் இரும்புச்சத்து எவ்வளவு சேமிப்பில் உள்ளது என்று காட்டும்.',
        'hi-Latn': 'Yeh batata hai ki sharir mein iron ka kitna bhandar hai.',
        'ta-Latn': 'Udambula iron evlo semippula irukkunu kaattum.',
      },
      low: LACK_OF_IRON,
      high: {
        en: 'High often comes with infection, inflammation, fatty liver or dengue, and sometimes with too much iron.',
        hi: 'ज़्यादा होना अक्सर इन्फेक्शन, सूजन, फैटी लिवर या डेंगू में होता है, और कभी ज़्यादा आयरन से।',
        ta: 'தொற்று, வீக்கம், கொழுப்புக் கல்லீரல் அல்லது டெங்குவில் கூடும்; சில சமயம் அதிக இரும்பால் கூடும்.',
        'hi-Latn': 'Zyada hona aksar infection, sujan, fatty liver ya dengue mein hota hai, aur kabhi zyada iron se.',
        'ta-Latn': 'Thotru, veekkam, fatty liver illa dengue-la koodum; sila samayam adhiga iron-ala koodum.',
      },
    },
  },
  {
    ...IRON,
    key: 'transferrin',
    loinc: '3034-6',
    names: { en: 'Transferrin', hi: 'ट्रांसफेरिन', ta: 'டிரான்ஸ்ஃபெரின்', 'hi-Latn': 'transferrin', 'ta-Latn': 'transferrin' },
    synonyms: ['Transferrin', 'Serum Transferrin', 'ट्रांसफेरिन', 'டிரான்ஸ்ஃபெரின்'],
    unit: 'mg/dL',
    units: accept('mg/dL', 'g/L'),
    ranges: [{ low: 168, high: 336, unit: 'mg/dL', source: NLM }],
    possible: { low: 20, high: 900 },
    meaning: { measures: CARRIER_MEASURES, low: CARRIER_LOW, high: CARRIER_HIGH },
  },
]
