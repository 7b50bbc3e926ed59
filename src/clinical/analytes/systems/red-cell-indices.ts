import type { Analyte } from '../analyte.ts'
import { DACIE_LEWIS } from '../sources.ts'
import { accept } from './accept.ts'

const RED_CELL = { organSystem: 'blood', specimen: 'blood', scale: 'quantitative' } as const satisfies Partial<Analyte>

const SMALL_CELLS = {
  en: 'Low means small or pale red cells, mostly from a lack of iron or from thalassaemia trait.',
  hi: 'कम होने का मतलब है छोटी या फीकी लाल कोशिकाएँ, जो ज़्यादातर आयरन की कमी या थैलेसीमिया के लक्षण से होती हैं।',
  ta: 'குறைவாக இருந்தால் சிவப்பணுக்கள் சிறியதாக அல்லது வெளிறியதாக உள்ளன; பெரும்பாலும் இரும்புச்சத்து குறைவு அல்லது தலசீமியா தன்மை காரணம்.',
  'hi-Latn':
    'Kam hone ka matlab hai chhoti ya pheeki laal koshikayein, jo zyadatar iron ki kami ya thalassemia trait se hoti hain.',
  'ta-Latn':
    'Kammiya irundha sivappu anukkal sirusa illa velirina irukku; perumbalum iron kuraivu illa thalassemia thanmai kaaranam.',
} as const

const LARGE_CELLS = {
  en: 'High means large red cells, as with a lack of vitamin B12 or folate, alcohol, or liver or thyroid trouble.',
  hi: 'ज़्यादा होने का मतलब है बड़ी लाल कोशिकाएँ, जैसे विटामिन B12 या फोलिक एसिड की कमी, शराब, लिवर या थायरॉइड की परेशानी में।',
  ta: 'அதிகமாக இருந்தால் சிவப்பணுக்கள் பெரிதாக உள்ளன; வைட்டமின் B12 அல்லது ஃபோலிக் அமிலக் குறைவு, மது, கல்லீரல் அல்லது தைராய்டு பிரச்சினையில் இப்படி இருக்கும்.',
  'hi-Latn':
    'Zyada hone ka matlab hai badi laal koshikayein, jaise vitamin B12 ya folic acid ki kami, sharab, liver ya thyroid ki pareshani mein.',
  'ta-Latn':
    'Adhigama irundha sivappu anukkal perusa irukku; vitamin B12 illa folic acid kuraivu, madhu, kalleeral illa thyroid prachanaiyila ippadi irukkum.',
} as const

const UNEVEN_CELLS = {
  en: 'High means red cells of very different sizes, an early sign of a lack of iron, vitamin B12 or folate.',
  hi: 'ज़्यादा होने का मतलब है कि लाल कोशिकाओं का आकार बहुत अलग-अलग है; यह आयरन, B12 या फोलिक एसिड की कमी का शुरुआती इशारा है।',
  ta: 'அதிகமாக இருந்தால் சிவப்பணுக்களின் அளவு ஒன்றுக்கொன்று மிகவும் வேறுபடுகிறது; இரும்பு, B12 அல்லது ஃபோலிக் அமிலக் குறைவின் ஆரம்ப அறிகுறி.',
  'hi-Latn':
    'Zyada hone ka matlab hai ki laal koshikaon ka size bahut alag-alag hai; yeh iron, B12 ya folic acid ki kami ka shuruaati ishara hai.',
  'ta-Latn':
    'Adhigama irundha sivappu anukkaloda alavu romba verupadudhu; iron, B12 illa folic acid kuraivoda aaramba arikuri.',
} as const

const EVEN_CELLS = {
  en: 'Low means red cells of nearly one size; that is not a worry.',
  hi: 'कम होने का मतलब है कि लाल कोशिकाएँ लगभग एक ही आकार की हैं; यह चिंता की बात नहीं है।',
  ta: 'குறைவாக இருந்தால் சிவப்பணுக்கள் ஏறக்குறைய ஒரே அளவில் உள்ளன; இது பிரச்சினை அல்ல.',
  'hi-Latn': 'Kam hone ka matlab hai ki laal koshikayein lagbhag ek hi size ki hain; yeh chinta ki baat nahi hai.',
  'ta-Latn': 'Kammiya irundha sivappu anukkal kitta thatta ore alavula irukku; idhu prachanai illa.',
} as const

const UNEVEN_MEASURES = {
  en: 'It shows how much your red blood cells differ in size.',
  hi: 'यह बताता है कि लाल रक्त कोशिकाओं के आकार में कितना फ़र्क है।',
  ta: 'சிவப்பணுக்களின் அளவில் எவ்வளவு வேறுபாடு உள்ளது என்று இது காட்டுகிறது.',
  'hi-Latn': 'Yeh batata hai ki laal koshikaon ke size mein kitna fark hai.',
  'ta-Latn': 'Sivappu anukkaloda alavula evlo verupaadu irukkunu idhu kaattum.',
} as const

/** Size and filling of the red cells. */
export const RED_CELL_INDICES: readonly Analyte[] = [
  {
    ...RED_CELL,
    key: 'mcv',
    loinc: '30428-7',
    loincAlternatives: ['787-2'],
    names: {
      en: 'MCV (size of red cells)',
      hi: 'MCV (लाल कोशिका का आकार)',
      ta: 'MCV (சிவப்பணுவின் அளவு)',
      'hi-Latn': 'MCV (laal koshika ka size)',
      'ta-Latn': 'MCV (sivappu anuvoda alavu)',
    },
    synonyms: [
      'Mean Corpuscular Vol',
      'Mean Cell Vol',
      'Erythrocyte Mean Corpuscular Volume',
      'MCV',
      'Mean Corpuscular Volume',
      'Mean Corpuscular Volume (MCV)',
      'Mean Cell Volume',
      'Mean Corp Volume',
      'Mean Cell Volume (MCV)',
      'एमसीवी',
      'எம்சிவி',
    ],
    unit: 'fL',
    units: accept('fL', 'um3'),
    ranges: [{ low: 83, high: 101, unit: 'fL', source: DACIE_LEWIS }],
    possible: { low: 30, high: 180 },
    meaning: {
      measures: {
        en: 'It is the average size of your red blood cells.',
        hi: 'यह लाल रक्त कोशिकाओं का औसत आकार है।',
        ta: 'இது சிவப்பணுக்களின் சராசரி அளவு.',
        'hi-Latn': 'Yeh laal rakt koshikaon ka average size hai.',
        'ta-Latn': 'Idhu sivappu anukkaloda saraasari alavu.',
      },
      low: SMALL_CELLS,
      high: LARGE_CELLS,
    },
  },
  {
    ...RED_CELL,
    key: 'mch',
    loinc: '28539-5',
    loincAlternatives: ['785-6'],
    names: {
      en: 'MCH (haemoglobin in each red cell)',
      hi: 'MCH (हर लाल कोशिका में हीमोग्लोबिन)',
      ta: 'MCH (ஒவ்வொரு சிவப்பணுவிலும் ஹீமோகுளோபின்)',
      'hi-Latn': 'MCH (har laal koshika mein hemoglobin)',
      'ta-Latn': 'MCH (ovvoru sivappu anuvulayum hemoglobin)',
    },
    synonyms: [
      'Mean Corpuscular Hgb',
      'Mean Cell Hb',
      'Erythrocyte Mean Corpuscular Hemoglobin',
      'MCH',
      'Mean Corpuscular Hemoglobin',
      'Mean Corpuscular Hemoglobin (MCH)',
      'Mean Cell Hemoglobin',
      'Mean Cell Hemoglobin, MCH',
      'Mean Corpuscular Hb',
      'Mean Hemoglobin Content',
      'Mean Corp Hb',
      'एमसीएच',
      'எம்சிஎச்',
    ],
    unit: 'pg',
    units: accept('pg'),
    ranges: [{ low: 27, high: 32, unit: 'pg', source: DACIE_LEWIS }],
    possible: { low: 8, high: 60 },
    meaning: {
      measures: {
        en: 'It is the average amount of haemoglobin in one red cell.',
        hi: 'यह एक लाल कोशिका में हीमोग्लोबिन की औसत मात्रा है।',
        ta: 'ஒரு சிவப்பணுவில் உள்ள ஹீமோகுளோபினின் சராசரி அளவு இது.',
        'hi-Latn': 'Yeh ek laal koshika mein hemoglobin ki average matra hai.',
        'ta-Latn': 'Oru sivappu anuvula irukkura hemoglobin-oda saraasari alavu idhu.',
      },
      low: SMALL_CELLS,
      high: LARGE_CELLS,
    },
  },
  {
    ...RED_CELL,
    key: 'mchc',
    loinc: '28540-3',
    loincAlternatives: ['786-4'],
    names: {
      en: 'MCHC (how full of haemoglobin red cells are)',
      hi: 'MCHC (लाल कोशिकाओं में हीमोग्लोबिन का गाढ़ापन)',
      ta: 'MCHC (சிவப்பணுவில் ஹீமோகுளோபின் செறிவு)',
      'hi-Latn': 'MCHC (laal koshikaon mein hemoglobin ka gaadhapan)',
      'ta-Latn': 'MCHC (sivappu anuvula hemoglobin serivu)',
    },
    synonyms: [
      'MCHC',
      'Mean Corpuscular Hemoglobin Concentration',
      'Mean Corpuscular Hemoglobin Conc',
      'Mean Corpuscular Hb Concentration',
      'Mean Corpuscular Hb Conc',
      'Mean Cell Hemoglobin Concentration',
      'Mean Cell Hemoglobin Conc',
      'Mean Cell Hb Conc',
      'Mean Corp Hemo Conc',
      'एमसीएचसी',
      'எம்சிஎச்சி',
    ],
    unit: 'g/dL',
    // Printed in per cent too, meaning grams in 100 mL of cells.
    units: [...accept('g/dL', 'g/L'), { ucum: '%', factor: 1 }],
    ranges: [{ low: 31.5, high: 34.5, unit: 'g/dL', source: DACIE_LEWIS }],
    possible: { low: 15, high: 50 },
    meaning: {
      measures: {
        en: 'It shows how densely the red cells are filled with haemoglobin.',
        hi: 'यह बताता है कि लाल कोशिकाएँ हीमोग्लोबिन से कितनी भरी हैं।',
        ta: 'சிவப்பணுக்கள் ஹீமோகுளோபினால் எவ்வளவு நிறைந்துள்ளன என்று இது காட்டுகிறது.',
        'hi-Latn': 'Yeh batata hai ki laal koshikayein hemoglobin se kitni bhari hain.',
        'ta-Latn': 'Sivappu anukkal hemoglobin-ala evlo nerainjirukkunu idhu kaattum.',
      },
      low: SMALL_CELLS,
      high: {
        en: 'High is seen with some inherited red cell disorders, and often when a sample was damaged or too cold.',
        hi: 'ज़्यादा होना कुछ जन्मजात खून की बीमारियों में दिखता है, और अक्सर तब जब सैंपल खराब या बहुत ठंडा हो गया हो।',
        ta: 'அதிகமாக இருப்பது சில பரம்பரை இரத்தக் கோளாறுகளிலும், மாதிரி கெட்டுப்போனாலோ மிகவும் குளிர்ந்தாலோ அடிக்கடி காணப்படும்.',
        'hi-Latn':
          'Zyada hona kuchh janmjaat khoon ki bimariyon mein dikhta hai, aur aksar tab jab sample kharab ya bahut thanda ho gaya ho.',
        'ta-Latn':
          'Adhigama irukkaradhu sila parambarai ratha kolaarulayum, sample kettu ponaalo romba kulurnthaalo kaanappadum.',
      },
    },
  },
  {
    ...RED_CELL,
    key: 'rdw_cv',
    loinc: '30385-9',
    loincAlternatives: ['788-0'],
    names: {
      en: 'RDW-CV (spread of red cell sizes)',
      hi: 'RDW-CV (लाल कोशिकाओं के आकार का फ़र्क)',
      ta: 'RDW-CV (சிவப்பணு அளவு வேறுபாடு)',
      'hi-Latn': 'RDW-CV (laal koshikaon ke size ka fark)',
      'ta-Latn': 'RDW-CV (sivappu anu alavu verupaadu)',
    },
    synonyms: [
      'RDW',
      'RDW-CV',
      'RDW CV percent',
      'Red Cell Distribution Width',
      'Red Cell Distribution Width (RDW)',
      'Red Cell Distribution Width CV',
      'Red Blood Cell Distribution Width',
      'Red Cell Distribution Width (RDW-CV)',
      'RBC Distribution Width',
      'Red Cell Dist Width',
      'आरडीडब्ल्यू',
      'ஆர்டிடபிள்யூ',
    ],
    unit: '%',
    // Printed in femtolitres by mistake often enough; the number is a percentage then too.
    units: [{ ucum: '%' }, { ucum: 'fL', factor: 1 }],
    ranges: [{ low: 11.6, high: 14, unit: '%', source: DACIE_LEWIS }],
    possible: { low: 7, high: 37 },
    meaning: { measures: UNEVEN_MEASURES, low: EVEN_CELLS, high: UNEVEN_CELLS },
  },
  {
    ...RED_CELL,
    key: 'rdw_sd',
    loinc: '30384-2',
    loincAlternatives: ['21000-5'],
    names: {
      en: 'RDW-SD (spread of red cell sizes)',
      hi: 'RDW-SD (लाल कोशिकाओं के आकार का फ़र्क)',
      ta: 'RDW-SD (சிவப்பணு அளவு வேறுபாடு)',
      'hi-Latn': 'RDW-SD (laal koshikaon ke size ka fark)',
      'ta-Latn': 'RDW-SD (sivappu anu alavu verupaadu)',
    },
    synonyms: ['RDW-SD', 'RDW', 'Red Cell Distribution Width SD', 'Red Cell Distribution Width (RDW-SD)', 'RDW SD fL'],
    unit: 'fL',
    units: accept('fL'),
    ranges: [{ low: 39, high: 46, unit: 'fL', source: DACIE_LEWIS }],
    possible: { low: 20, high: 150 },
    meaning: { measures: UNEVEN_MEASURES, low: EVEN_CELLS, high: UNEVEN_CELLS },
  },
]
