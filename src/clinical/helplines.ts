import type { FormText } from './language-forms.ts'

/** A public number that helps now. India, unless a person's country says otherwise. */
export interface Helpline {
  readonly id: HelplineId
  /** As dialled. */
  readonly number: string
  readonly name: FormText
  /** The document or site that states the number. */
  readonly source: string
}

export const HELPLINE_IDS = [
  'emergency',
  'ambulance',
  'mother_child_ambulance',
  'mental_health',
  'women',
  'child',
  'poison',
  'elder',
] as const
export type HelplineId = (typeof HELPLINE_IDS)[number]

/** India's numbers: free of charge, from any phone, round the clock. */
export const HELPLINES: Readonly<Record<HelplineId, Helpline>> = {
  emergency: {
    id: 'emergency',
    number: '112',
    name: {
      en: 'Emergency (police, fire, ambulance)',
      hi: 'आपातकालीन मदद (पुलिस, एम्बुलेंस)',
      ta: 'அவசர உதவி (போலீஸ், ஆம்புலன்ஸ்)',
      'hi-Latn': 'Emergency madad (police, ambulance)',
      'ta-Latn': 'Avasara udhavi (police, ambulance)',
    },
    source: 'Emergency Response Support System (ERSS), Ministry of Home Affairs, India: 112.gov.in',
  },
  ambulance: {
    id: 'ambulance',
    number: '108',
    name: {
      en: 'Ambulance',
      hi: 'एम्बुलेंस',
      ta: 'ஆம்புலன்ஸ்',
      'hi-Latn': 'Ambulance',
      'ta-Latn': 'Ambulance',
    },
    source: 'National Health Mission, India: National Ambulance Services (108)',
  },
  mother_child_ambulance: {
    id: 'mother_child_ambulance',
    number: '102',
    name: {
      en: 'Ambulance for mothers and babies',
      hi: 'माँ और बच्चे के लिए एम्बुलेंस',
      ta: 'தாய் சேய் ஆம்புலன்ஸ்',
      'hi-Latn': 'Maa aur bachche ki ambulance',
      'ta-Latn': 'Thaai sei ambulance',
    },
    source: 'National Health Mission, India: National Ambulance Services (102, Janani Shishu Suraksha Karyakram)',
  },
  mental_health: {
    id: 'mental_health',
    number: '14416',
    name: {
      en: 'Tele-MANAS: someone to talk to, free, day and night',
      hi: 'टेली-मानस: मन की बात के लिए, मुफ़्त, दिन-रात',
      ta: 'டெலி-மானஸ்: மனம் விட்டுப் பேச, இலவசம், இரவும் பகலும்',
      'hi-Latn': 'Tele-MANAS: mann ki baat ke liye, free, din-raat',
      'ta-Latn': 'Tele-MANAS: manasu vittu pesa, free, raathiri pagal',
    },
    source: 'Tele-MANAS, Ministry of Health and Family Welfare, India: telemanas.mohfw.gov.in',
  },
  women: {
    id: 'women',
    number: '181',
    name: {
      en: 'Women Helpline',
      hi: 'महिला हेल्पलाइन',
      ta: 'பெண்கள் உதவி எண்',
      'hi-Latn': 'Mahila helpline',
      'ta-Latn': 'Pengal helpline',
    },
    source: 'Ministry of Women and Child Development, India: Women Helpline Scheme (181)',
  },
  child: {
    id: 'child',
    number: '1098',
    name: {
      en: 'Childline',
      hi: 'चाइल्डलाइन (बच्चों के लिए)',
      ta: 'சைல்டுலைன் (குழந்தைகளுக்கு)',
      'hi-Latn': 'Childline (bachchon ke liye)',
      'ta-Latn': 'Childline (kuzhandhaigaluku)',
    },
    source: 'Ministry of Women and Child Development, India: Child Helpline (1098), Mission Vatsalya',
  },
  poison: {
    id: 'poison',
    number: '1800116117',
    name: {
      en: 'National Poisons Information Centre, AIIMS',
      hi: 'ज़हर सूचना केंद्र, एम्स दिल्ली',
      ta: 'விஷ தகவல் மையம், எய்ம்ஸ் டெல்லி',
      'hi-Latn': 'Zeher jaankari kendra, AIIMS Delhi',
      'ta-Latn': 'Visha thagaval maiyam, AIIMS Delhi',
    },
    source: 'National Poisons Information Centre, All India Institute of Medical Sciences, New Delhi',
  },
  elder: {
    id: 'elder',
    number: '14567',
    name: {
      en: 'Elderline, for older people',
      hi: 'एल्डरलाइन (बुज़ुर्गों के लिए)',
      ta: 'எல்டர்லைன் (முதியவர்களுக்கு)',
      'hi-Latn': 'Elderline (buzurgon ke liye)',
      'ta-Latn': 'Elderline (periyavanga ku)',
    },
    source: 'Ministry of Social Justice and Empowerment, India: Elderline (14567)',
  },
}
