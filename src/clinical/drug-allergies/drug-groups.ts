import type { FormText } from '../language-forms.ts'

/**
 * Medicines that share an allergy. The grouping of substances is that of the ATC classification; who is allergic to one
 * member must be asked about the others before taking them.
 */
export interface DrugGroup {
  /** ATC code of the group. */
  readonly atc: string
  readonly name: FormText
  /** International nonproprietary names. */
  readonly members: readonly string[]
  /** Brand names of India's shelves, and what people call the group when they name their allergy. */
  readonly alsoCalled: readonly string[]
}

/** WHO Collaborating Centre for Drug Statistics Methodology, ATC/DDD Index 2024. Brand names: as sold in India. */
export const DRUG_GROUPS: readonly DrugGroup[] = [
  {
    atc: 'J01C',
    name: {
      en: 'penicillins',
      hi: 'पेनिसिलिन वाली दवाएँ',
      ta: 'பென்சிலின் வகை மருந்துகள்',
      'hi-Latn': 'penicillin wali dawaiyan',
      'ta-Latn': 'penicillin vagai marundhugal',
    },
    members: [
      'penicillin',
      'benzylpenicillin',
      'phenoxymethylpenicillin',
      'amoxicillin',
      'amoxycillin',
      'ampicillin',
      'cloxacillin',
      'flucloxacillin',
      'dicloxacillin',
      'piperacillin',
      'co-amoxiclav',
    ],
    alsoCalled: [
      'penicillins',
      'augmentin',
      'moxikind',
      'clavam',
      'mox',
      'novamox',
      'ampiclox',
      'pentids',
      'पेनिसिलिन',
      'पेनिसिलीन',
      'एमोक्सिसिलिन',
      'பென்சிலின்',
      'பெனிசிலின்',
      'அமோக்சிசிலின்',
    ],
  },
  {
    atc: 'J01D',
    name: {
      en: 'cephalosporins',
      hi: 'सेफालोस्पोरिन वाली दवाएँ',
      ta: 'செஃபலோஸ்போரின் வகை மருந்துகள்',
      'hi-Latn': 'cephalosporin wali dawaiyan',
      'ta-Latn': 'cephalosporin vagai marundhugal',
    },
    members: [
      'cefixime',
      'cefuroxime',
      'cefpodoxime',
      'ceftriaxone',
      'cefotaxime',
      'cefalexin',
      'cephalexin',
      'cefadroxil',
      'cefaclor',
      'cefdinir',
      'ceftazidime',
    ],
    alsoCalled: ['cephalosporin', 'cephalosporins', 'zifi', 'taxim', 'taxim-o', 'ceftum', 'monocef', 'cepodem'],
  },
  {
    atc: 'J01E',
    name: {
      en: 'sulfonamides (sulfa medicines)',
      hi: 'सल्फा दवाएँ',
      ta: 'சல்ஃபா மருந்துகள்',
      'hi-Latn': 'sulfa dawaiyan',
      'ta-Latn': 'sulfa marundhugal',
    },
    members: [
      'sulfamethoxazole',
      'sulphamethoxazole',
      'cotrimoxazole',
      'co-trimoxazole',
      'sulfadiazine',
      'sulfasalazine',
    ],
    alsoCalled: [
      'sulfa',
      'sulpha',
      'sulfonamide',
      'sulfonamides',
      'sulphonamide',
      'septran',
      'bactrim',
      'सल्फा',
      'சல்ஃபா',
      'சல்பா',
    ],
  },
  {
    atc: 'M01A',
    name: {
      en: 'anti-inflammatory painkillers (NSAIDs)',
      hi: 'सूजन और दर्द की दवाएँ (एनएसएआईडी)',
      ta: 'வீக்கம், வலி மாத்திரைகள் (என்எஸ்ஏஐடி)',
      'hi-Latn': 'sujan aur dard ki dawaiyan (NSAID)',
      'ta-Latn': 'veekam, vali maathiraigal (NSAID)',
    },
    members: [
      'aspirin',
      'acetylsalicylic acid',
      'ibuprofen',
      'diclofenac',
      'aceclofenac',
      'naproxen',
      'ketorolac',
      'mefenamic acid',
      'indomethacin',
      'indometacin',
      'piroxicam',
      'nimesulide',
      'etoricoxib',
    ],
    alsoCalled: [
      'nsaid',
      'nsaids',
      'disprin',
      'ecosprin',
      'brufen',
      'combiflam',
      'voveran',
      'zerodol',
      'meftal',
      'meftal-spas',
      'nise',
      'एस्पिरिन',
      'आइबुप्रोफेन',
      'ब्रूफेन',
      'ஆஸ்பிரின்',
      'இபுப்ரோஃபென்',
    ],
  },
  {
    atc: 'J01M',
    name: {
      en: 'quinolones',
      hi: 'क्विनोलोन वाली दवाएँ',
      ta: 'குயினோலோன் வகை மருந்துகள்',
      'hi-Latn': 'quinolone wali dawaiyan',
      'ta-Latn': 'quinolone vagai marundhugal',
    },
    members: ['ciprofloxacin', 'ofloxacin', 'levofloxacin', 'norfloxacin', 'moxifloxacin'],
    alsoCalled: [
      'quinolone',
      'quinolones',
      'fluoroquinolone',
      'fluoroquinolones',
      'ciplox',
      'cifran',
      'zenflox',
      'norflox',
    ],
  },
  {
    atc: 'J01FA',
    name: {
      en: 'macrolides',
      hi: 'मैक्रोलाइड वाली दवाएँ',
      ta: 'மேக்ரோலைடு வகை மருந்துகள்',
      'hi-Latn': 'macrolide wali dawaiyan',
      'ta-Latn': 'macrolide vagai marundhugal',
    },
    members: ['erythromycin', 'azithromycin', 'clarithromycin', 'roxithromycin'],
    alsoCalled: ['macrolide', 'macrolides', 'azithral', 'azee', 'althrocin', 'claribid'],
  },
  {
    atc: 'J01A',
    name: {
      en: 'tetracyclines',
      hi: 'टेट्रासाइक्लिन वाली दवाएँ',
      ta: 'டெட்ராசைக்ளின் வகை மருந்துகள்',
      'hi-Latn': 'tetracycline wali dawaiyan',
      'ta-Latn': 'tetracycline vagai marundhugal',
    },
    members: ['tetracycline', 'doxycycline', 'minocycline'],
    alsoCalled: ['tetracyclines', 'doxy-1', 'doxt'],
  },
  {
    atc: 'N02AA',
    name: {
      en: 'opium medicines',
      hi: 'अफ़ीम वाली दवाएँ',
      ta: 'ஓபியம் வகை மருந்துகள்',
      'hi-Latn': 'afeem wali dawaiyan',
      'ta-Latn': 'opium vagai marundhugal',
    },
    members: ['morphine', 'codeine', 'hydromorphone', 'oxycodone'],
    alsoCalled: ['opioid', 'opioids', 'opiate', 'opiates', 'corex'],
  },
  {
    atc: 'N02BE',
    name: {
      en: 'paracetamol',
      hi: 'पैरासिटामोल',
      ta: 'பாராசிட்டமால்',
      'hi-Latn': 'paracetamol',
      'ta-Latn': 'paracetamol',
    },
    members: ['paracetamol', 'acetaminophen'],
    alsoCalled: ['crocin', 'dolo', 'dolo 650', 'calpol', 'combiflam', 'पैरासिटामोल', 'क्रोसिन', 'பாராசிட்டமால்', 'பாராசிட்டமோல்'],
  },
  {
    atc: 'C09AA',
    name: {
      en: 'ACE inhibitors',
      hi: 'एसीई वाली बीपी की दवाएँ',
      ta: 'ஏசிஇ வகை பிபி மருந்துகள்',
      'hi-Latn': 'ACE wali BP ki dawaiyan',
      'ta-Latn': 'ACE vagai BP marundhugal',
    },
    members: ['enalapril', 'ramipril', 'lisinopril', 'perindopril', 'captopril'],
    alsoCalled: ['ace inhibitor', 'ace inhibitors', 'cardace', 'envas'],
  },
  {
    atc: 'C10AA',
    name: {
      en: 'statins',
      hi: 'स्टैटिन दवाएँ',
      ta: 'ஸ்டேடின் மருந்துகள்',
      'hi-Latn': 'statin dawaiyan',
      'ta-Latn': 'statin marundhugal',
    },
    members: ['atorvastatin', 'rosuvastatin', 'simvastatin', 'pravastatin', 'pitavastatin'],
    alsoCalled: ['statin', 'statins', 'atorva', 'rosuvas', 'crestor', 'lipitor'],
  },
]
