import type { Analyte } from '../analyte.ts'
import { ABIM } from '../sources.ts'
import { accept } from './accept.ts'

/** Insulin and what the pancreas makes of it. */
export const INSULIN: readonly Analyte[] = [
  {
    key: 'insulin_fasting',
    loinc: '20448-7',
    names: { en: 'Fasting insulin', hi: 'इंसुलिन', ta: 'இன்சுலின்', 'hi-Latn': 'insulin', 'ta-Latn': 'insulin' },
    synonyms: [
      'Insulin',
      'Insulin (Fasting)',
      'Fasting Insulin',
      'Ultra Sensitive Insulin',
      'Insulin Level',
      'इंसुलिन',
      'फास्टिंग इंसुलिन',
      'இன்சுலின்',
    ],
    organSystem: 'sugar',
    specimen: 'blood',
    scale: 'quantitative',
    unit: 'u[IU]/mL',
    // 1 µIU/mL is 6.00 pmol/L: WHO 1st International Reference Preparation of human insulin.
    units: [{ ucum: 'u[IU]/mL' }, { ucum: 'm[IU]/L', factor: 1 }, { ucum: 'pmol/L', factor: 1 / 6 }],
    ranges: [{ high: 20, unit: 'u[IU]/mL', source: ABIM }],
    possible: { low: 0, high: 2000 },
    meaning: {
      measures: {
        en: 'It is the hormone that moves sugar from the blood into the body’s cells.',
        hi: 'यह वह हार्मोन है जो खून की शुगर को शरीर की कोशिकाओं में पहुँचाता है।',
        ta: 'இரத்தத்தில் உள்ள சர்க்கரையை உடலின் செல்களுக்குள் கொண்டு செல்லும் ஹார்மோன் இது.',
        'hi-Latn': 'Yeh woh hormone hai jo khoon ki sugar ko sharir ki koshikaon mein pahunchata hai.',
        'ta-Latn': 'Rathathula irukkura sugar-a udambu cells-kulla kondu pogura hormone idhu.',
      },
      low: {
        en: 'Low can mean that the pancreas makes too little of it.',
        hi: 'कम होने का मतलब हो सकता है कि अग्न्याशय (पैंक्रियास) कम इंसुलिन बना रहा है।',
        ta: 'குறைவாக இருந்தால் கணையம் போதுமான இன்சுலினைச் சுரக்கவில்லை என்று இருக்கலாம்.',
        'hi-Latn': 'Kam hone ka matlab ho sakta hai ki pancreas kam insulin bana raha hai.',
        'ta-Latn': 'Kammiya irundha kanaiyam (pancreas) podhumana insulin surakkalanu irukkalam.',
      },
      high: {
        en: 'High often means that the body responds poorly to insulin, as with extra weight or polycystic ovaries.',
        hi: 'ज़्यादा होना अक्सर बताता है कि शरीर पर इंसुलिन का असर कम हो रहा है, जैसे वज़न ज़्यादा होने या पीसीओएस में।',
        ta: 'அதிகமாக இருந்தால் இன்சுலின் உடலில் சரியாக வேலை செய்யவில்லை என்று பொருள்; அதிக எடை, PCOS-இல் இப்படி இருக்கும்.',
        'hi-Latn':
          'Zyada hona aksar batata hai ki sharir par insulin ka asar kam ho raha hai, jaise wazan zyada hone ya PCOS mein.',
        'ta-Latn':
          'Adhigama irundha insulin udambula sariya velai seiyalanu artham; adhiga edai, PCOS-la ippadi irukkum.',
      },
    },
  },
  {
    key: 'c_peptide',
    loinc: '1986-9',
    names: { en: 'C-peptide', hi: 'सी-पेप्टाइड', ta: 'சி-பெப்டைட்', 'hi-Latn': 'C-peptide', 'ta-Latn': 'C-peptide' },
    synonyms: ['C-Peptide', 'C Peptide', 'Connecting Peptide', 'सी पेप्टाइड', 'சி பெப்டைடு'],
    organSystem: 'sugar',
    specimen: 'blood',
    scale: 'quantitative',
    unit: 'ng/mL',
    units: accept('ng/mL', 'nmol/L', 'pmol/L', 'ug/L'),
    molarMass: 3020.3,
    ranges: [{ low: 0.8, high: 3.1, unit: 'ng/mL', source: ABIM }],
    possible: { low: 0, high: 60 },
    meaning: {
      measures: {
        en: 'It shows how much insulin your own pancreas makes.',
        hi: 'यह बताता है कि आपका अपना पैंक्रियास कितना इंसुलिन बनाता है।',
        ta: 'உங்கள் கணையம் எவ்வளவு இன்சுலின் சுரக்கிறது என்று இது காட்டுகிறது.',
        'hi-Latn': 'Yeh batata hai ki aapka apna pancreas kitna insulin banata hai.',
        'ta-Latn': 'Unga kanaiyam evlo insulin surakkudhunu idhu kaattum.',
      },
      low: {
        en: 'Low means that the body makes little insulin of its own.',
        hi: 'कम होने का मतलब है कि शरीर अपना इंसुलिन कम बना रहा है।',
        ta: 'குறைவாக இருந்தால் உடல் தானாகச் சுரக்கும் இன்சுலின் குறைவு.',
        'hi-Latn': 'Kam hone ka matlab hai ki sharir apna insulin kam bana raha hai.',
        'ta-Latn': 'Kammiya irundha udambu thaana surakkura insulin kammi.',
      },
      high: {
        en: 'High often means that the body responds poorly to insulin.',
        hi: 'ज़्यादा होना अक्सर बताता है कि शरीर पर इंसुलिन का असर कम है।',
        ta: 'அதிகமாக இருந்தால் இன்சுலின் உடலில் சரியாக வேலை செய்யவில்லை என்று இருக்கலாம்.',
        'hi-Latn': 'Zyada hona aksar batata hai ki sharir par insulin ka asar kam hai.',
        'ta-Latn': 'Adhigama irundha insulin udambula sariya velai seiyalanu irukkalam.',
      },
    },
  },
]
