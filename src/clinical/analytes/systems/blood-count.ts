import type { Analyte } from '../analyte.ts'
import { DACIE_LEWIS, RCPATH_CRITICAL, WHO_ANAEMIA } from '../sources.ts'

/** Red cells, white cells and platelets. */
export const BLOOD_COUNT: readonly Analyte[] = [
  {
    key: 'haemoglobin',
    loinc: '718-7',
    names: { en: 'Haemoglobin', hi: 'हीमोग्लोबिन', ta: 'ஹீமோகுளோபின்', 'hi-Latn': 'hemoglobin', 'ta-Latn': 'hemoglobin' },
    synonyms: ['Haemoglobin', 'Hemoglobin', 'Hb', 'Hgb', 'हीमोग्लोबिन', 'हिमोग्लोबिन', 'ஹீமோகுளோபின்'],
    organSystem: 'blood',
    specimen: 'blood',
    scale: 'quantitative',
    unit: 'g/dL',
    units: [{ ucum: 'g/dL' }, { ucum: 'g/L' }],
    ranges: [
      { sex: 'male', low: 13, high: 17, unit: 'g/dL', source: `${WHO_ANAEMIA}; ${DACIE_LEWIS}` },
      { sex: 'female', low: 12, high: 15, unit: 'g/dL', source: `${WHO_ANAEMIA}; ${DACIE_LEWIS}` },
    ],
    possible: { low: 1.5, high: 26 },
    critical: { low: 7, high: 20, source: RCPATH_CRITICAL },
    meaning: {
      measures: {
        en: 'It is the part of blood that carries oxygen to the whole body.',
        hi: 'यह खून का वह हिस्सा है जो पूरे शरीर में ऑक्सीजन पहुँचाता है।',
        ta: 'இது உடல் முழுவதும் ஆக்சிஜனைக் கொண்டு செல்லும் இரத்தத்தின் பகுதி.',
        'hi-Latn': 'Yeh khoon ka woh hissa hai jo poore sharir mein oxygen pahunchata hai.',
        'ta-Latn': 'Idhu udambu muzhukka oxygen kondu pogura rathathoda paguthi.',
      },
      low: {
        en: 'Low means too little of it (anaemia), often from a lack of iron or from blood loss. It makes people tired and breathless.',
        hi: 'कम होने का मतलब है खून की कमी, जो अक्सर आयरन की कमी या खून बहने से होती है। इससे थकान और साँस फूलना होता है।',
        ta: 'குறைவாக இருந்தால் இரத்தசோகை. பெரும்பாலும் இரும்புச்சத்து குறைவு அல்லது இரத்த இழப்பால் வரும். சோர்வும் மூச்சு வாங்குதலும் இருக்கும்.',
        'hi-Latn':
          'Kam hone ka matlab hai khoon ki kami, jo aksar iron ki kami ya khoon behne se hoti hai. Isse thakan aur saans phoolna hota hai.',
        'ta-Latn':
          'Kammiya irundha ratha sogai. Perumbalum iron kuraivu illa ratham pona varum. Sorvu, moochu vaanguradhu irukkum.',
      },
      high: {
        en: 'High can come from too little water in the body, smoking, lung disease or the bone marrow making too many cells.',
        hi: 'ज़्यादा होना शरीर में पानी की कमी, बीड़ी-सिगरेट, फेफड़ों की बीमारी या ज़्यादा खून बनने से हो सकता है।',
        ta: 'அதிகமாக இருந்தால் உடலில் தண்ணீர் குறைவு, புகைப்பழக்கம், நுரையீரல் நோய் அல்லது அதிக இரத்த அணு உற்பத்தி காரணமாக இருக்கலாம்.',
        'hi-Latn':
          'Zyada hona sharir mein paani ki kami, beedi-cigarette, phephdon ki bimari ya zyada khoon banne se ho sakta hai.',
        'ta-Latn':
          'Adhigama irundha udambula thanni kuraivu, pugai pazhakkam, nuraiyeeral noi illa adhiga ratha anu uruvaagradhu kaaranama irukkalam.',
      },
    },
  },
]
