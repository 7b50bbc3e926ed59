import type { Analyte } from '../analyte.ts'
import { ABIM, ROCHE } from '../sources.ts'
import { accept } from './accept.ts'

const HORMONE = {
  organSystem: 'hormones',
  specimen: 'blood',
  scale: 'quantitative',
} as const satisfies Partial<Analyte>

/** Hormones other than those of the thyroid, of sugar and of fertility. */
export const HORMONES: readonly Analyte[] = [
  {
    ...HORMONE,
    key: 'prolactin',
    loinc: '2842-3',
    names: { en: 'Prolactin', hi: 'प्रोलैक्टिन', ta: 'புரோலாக்டின்', 'hi-Latn': 'prolactin', 'ta-Latn': 'prolactin' },
    synonyms: ['Prolactin', 'Serum Prolactin', 'PRL', 'Prolactin (PRL)', 'प्रोलैक्टिन', 'புரோலாக்டின்', 'ப்ரோலாக்டின்'],
    unit: 'ng/mL',
    // 1 ng/mL is 21.2 mIU/L: WHO 3rd International Standard 84/500.
    units: [...accept('ng/mL', 'ug/L'), { ucum: 'm[IU]/L', factor: 1 / 21.2 }, { ucum: 'u[IU]/mL', factor: 1 / 21.2 }],
    ranges: [
      { sex: 'male', low: 4.04, high: 15.2, unit: 'ng/mL', source: ROCHE },
      { sex: 'female', low: 4.79, high: 23.3, unit: 'ng/mL', source: ROCHE },
    ],
    possible: { low: 0, high: 20000 },
    meaning: {
      measures: {
        en: 'It is the hormone that makes milk after a birth.',
        hi: 'यह बच्चे के जन्म के बाद दूध बनाने वाला हार्मोन है।',
        ta: 'பிரசவத்துக்குப் பின் பால் சுரக்க வைக்கும் ஹார்மோன் இது.',
        'hi-Latn': 'Yeh bachche ke janm ke baad doodh banane wala hormone hai.',
        'ta-Latn': 'Prasavathukku piragu paal surakka vekkura hormone idhu.',
      },
      low: {
        en: 'Low is seldom important.',
        hi: 'कम होना आमतौर पर चिंता की बात नहीं।',
        ta: 'குறைவாக இருப்பது பெரும்பாலும் பிரச்சினை அல்ல.',
        'hi-Latn': 'Kam hona aam taur par chinta ki baat nahi.',
        'ta-Latn': 'Kammiya irukkaradhu perumbalum prachanai illa.',
      },
      high: {
        en: 'High comes with pregnancy, breastfeeding, stress, some medicines, or a small growth in the pituitary gland.',
        hi: 'ज़्यादा होना गर्भ, दूध पिलाने, तनाव, कुछ दवाओं, या पिट्यूटरी ग्रंथि की छोटी गाँठ से हो सकता है।',
        ta: 'கர்ப்பம், தாய்ப்பால், மன அழுத்தம், சில மருந்துகள் அல்லது பிட்யூட்டரி சுரப்பியின் சிறு கட்டியால் கூடலாம்.',
        'hi-Latn':
          'Zyada hona garbh, doodh pilane, tanav, kuchh dawaon, ya pituitary granthi ki chhoti gaanth se ho sakta hai.',
        'ta-Latn':
          'Karpam, thaai paal, mana azhutham, sila marundhu illa pituitary surappiyoda sinna kattiyala koodalam.',
      },
    },
  },
  {
    ...HORMONE,
    key: 'cortisol',
    loinc: '2143-6',
    names: {
      en: 'Cortisol (morning)',
      hi: 'कॉर्टिसोल (सुबह)',
      ta: 'கார்டிசோல் (காலை)',
      'hi-Latn': 'cortisol (subah)',
      'ta-Latn': 'cortisol (kaalai)',
    },
    synonyms: [
      'Cortisol',
      'Serum Cortisol',
      'Cortisol AM',
      'Cortisol (AM)',
      'Cortisol Morning',
      'Cortisol (Morning Sample)',
      'Morning Cortisol',
      'Cortisol 8 AM',
    ],
    unit: 'ug/dL',
    units: accept('ug/dL', 'nmol/L', 'ng/mL'),
    molarMass: 362.46,
    ranges: [{ low: 6.2, high: 19.4, unit: 'ug/dL', source: `${ROCHE}: morning` }],
    possible: { low: 0, high: 300 },
    meaning: {
      measures: {
        en: 'It is the stress hormone; it is highest in the morning.',
        hi: 'यह तनाव का हार्मोन है; सुबह सबसे ज़्यादा होता है।',
        ta: 'மன அழுத்த ஹார்மோன்; காலையில் அதிகமாக இருக்கும்.',
        'hi-Latn': 'Yeh tanav ka hormone hai; subah sabse zyada hota hai.',
        'ta-Latn': 'Mana azhutha hormone; kaalaiyila adhigama irukkum.',
      },
      low: {
        en: 'Low can mean weak adrenal glands or come after steroid tablets; never stop steroids suddenly.',
        hi: 'कम होना एड्रिनल ग्रंथि की कमज़ोरी या स्टेरॉयड के बाद हो सकता है; स्टेरॉयड कभी अचानक बंद न करें।',
        ta: 'அட்ரீனல் சுரப்பி பலவீனம் அல்லது ஸ்டீராய்டு மாத்திரையால் குறையலாம்; ஸ்டீராய்டைத் திடீரென நிறுத்தாதீர்கள்.',
        'hi-Latn':
          'Kam hona adrenal granthi ki kamzori ya steroid ke baad ho sakta hai; steroid kabhi achanak band na karein.',
        'ta-Latn':
          'Adrenal surappi balaveenam illa steroid maathiraiyala kuraiyalam; steroid-a thideernu niruthaadheenga.',
      },
      high: {
        en: 'High comes with stress, illness, steroid medicines or, seldom, a gland disorder.',
        hi: 'ज़्यादा होना तनाव, बीमारी, स्टेरॉयड दवा या कभी-कभार ग्रंथि की बीमारी से होता है।',
        ta: 'மன அழுத்தம், நோய், ஸ்டீராய்டு மருந்து அல்லது அரிதாகச் சுரப்பி நோயால் கூடும்.',
        'hi-Latn': 'Zyada hona tanav, bimari, steroid dawa ya kabhi-kabhar granthi ki bimari se hota hai.',
        'ta-Latn': 'Mana azhutham, noi, steroid marundhu illa epovavadhu surappi noiyala koodum.',
      },
    },
  },
  {
    ...HORMONE,
    key: 'parathyroid_hormone',
    loinc: '2731-8',
    names: {
      en: 'Parathyroid hormone (PTH)',
      hi: 'पैराथायरॉइड हार्मोन (PTH)',
      ta: 'பாராதைராய்டு ஹார்மோன் (PTH)',
      'hi-Latn': 'parathyroid hormone (PTH)',
      'ta-Latn': 'parathyroid hormone (PTH)',
    },
    synonyms: [
      'Total PTH',
      'PTH',
      'Intact PTH',
      'iPTH',
      'Parathyroid Hormone',
      'Parathyroid Hormone (PTH)',
      'Parathyroid Hormone Intact',
      'Parathyroid Hormone (Intact)',
      'Intact Parathyroid Hormone',
      'Intact Parathyroid Hormone (PTH)',
    ],
    unit: 'pg/mL',
    units: accept('pg/mL', 'pmol/L', 'ng/L'),
    molarMass: 9424.6,
    ranges: [{ low: 10, high: 65, unit: 'pg/mL', source: ABIM }],
    possible: { low: 0, high: 10000 },
    meaning: {
      measures: {
        en: 'It is the hormone that keeps the calcium of the blood steady.',
        hi: 'यह खून में कैल्शियम को ठीक रखने वाला हार्मोन है।',
        ta: 'இரத்தத்தில் கால்சியத்தைச் சீராக வைக்கும் ஹார்மோன் இது.',
        'hi-Latn': 'Yeh khoon mein calcium ko theek rakhne wala hormone hai.',
        'ta-Latn': 'Rathathula calcium-a seera vekkura hormone idhu.',
      },
      low: {
        en: 'Low can come after neck surgery or with too little magnesium.',
        hi: 'कम होना गले के ऑपरेशन के बाद या मैग्नीशियम की कमी में हो सकता है।',
        ta: 'கழுத்து அறுவை சிகிச்சைக்குப் பின் அல்லது மெக்னீசியம் குறைவில் குறையலாம்.',
        'hi-Latn': 'Kam hona gale ke operation ke baad ya magnesium ki kami mein ho sakta hai.',
        'ta-Latn': 'Kazhuthu operation-ku piragu illa magnesium kuraivula kuraiyalam.',
      },
      high: {
        en: 'High comes with a lack of vitamin D, weak kidneys or an overactive gland.',
        hi: 'ज़्यादा होना विटामिन D की कमी, किडनी की कमज़ोरी या ग्रंथि के तेज़ काम करने से होता है।',
        ta: 'வைட்டமின் D குறைவு, சிறுநீரகப் பலவீனம் அல்லது சுரப்பி அதிகம் வேலை செய்வதால் கூடும்.',
        'hi-Latn': 'Zyada hona vitamin D ki kami, kidney ki kamzori ya granthi ke tez kaam karne se hota hai.',
        'ta-Latn': 'Vitamin D kuraivu, kidney balaveenam illa surappi adhigama velai seiyaradhala koodum.',
      },
    },
  },
]
