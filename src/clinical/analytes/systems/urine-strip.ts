import type { Analyte } from '../analyte.ts'
import { accept } from './accept.ts'

const URINE = { organSystem: 'urine', specimen: 'urine' } as const satisfies Partial<Analyte>

/** Strip tests: in words or pluses; some laboratories print an amount. */
const STRIP = {
  ...URINE,
  scale: 'ordinal',
  unit: '1',
  ranges: [],
  normalText: ['negative', 'nil', 'absent', 'not detected', 'not present', 'normal'],
} as const satisfies Partial<Analyte>

const KIDNEY_STONE_OR_INFECTION = {
  en: 'It can come with an infection, stones, kidney trouble or hard exercise; in women, periods can mix in. Have it repeated and see a doctor if it stays.',
  hi: 'यह इन्फेक्शन, पथरी, किडनी की परेशानी या बहुत मेहनत से हो सकता है; औरतों में माहवारी का खून मिल सकता है। दोबारा जाँच कराएँ, बना रहे तो डॉक्टर को दिखाएँ।',
  ta: 'தொற்று, கல், சிறுநீரகப் பிரச்சினை அல்லது கடும் உழைப்பால் வரலாம்; பெண்களில் மாதவிடாய் இரத்தம் கலக்கலாம். மீண்டும் சோதியுங்கள், தொடர்ந்தால் மருத்துவரைப் பாருங்கள்.',
  'hi-Latn':
    'Yeh infection, pathri, kidney ki pareshani ya bahut mehnat se ho sakta hai; auraton mein mahwari ka khoon mil sakta hai. Dobara jaanch karayein, bana rahe to doctor ko dikhayein.',
  'ta-Latn':
    'Thotru, kal, kidney prachanai illa kadumaiyana velaiyala varalam; pengalukku maadhavidaai ratham kalakkalam. Marubadi test pannunga, thodarndha doctor-a paarunga.',
} as const

const INFECTION = {
  en: 'It points to an infection of the urine, above all with burning, fever or frequent urge. Drink water and see a doctor.',
  hi: 'यह पेशाब के इन्फेक्शन का इशारा है, ख़ासकर जलन, बुखार या बार-बार पेशाब हो तो। पानी पिएँ और डॉक्टर को दिखाएँ।',
  ta: 'சிறுநீர்த் தொற்றைக் காட்டுகிறது, முக்கியமாக எரிச்சல், காய்ச்சல், அடிக்கடி சிறுநீர் இருந்தால். தண்ணீர் குடியுங்கள், மருத்துவரைப் பாருங்கள்.',
  'hi-Latn':
    'Yeh peshab ke infection ka ishara hai, khaaskar jalan, bukhar ya baar-baar peshab ho to. Paani piyein aur doctor ko dikhayein.',
  'ta-Latn':
    'Siruneer thotra kaattudhu, mukkiyama erichal, kaaichal, adikkadi siruneer irundha. Thanni kudinga, doctor-a paarunga.',
} as const

const LIVER = {
  en: 'It points to liver or bile trouble; it should be looked at with blood tests.',
  hi: 'यह लिवर या पित्त की परेशानी का इशारा है; खून की जाँच के साथ देखा जाना चाहिए।',
  ta: 'கல்லீரல் அல்லது பித்தப் பிரச்சினையைக் காட்டலாம்; இரத்தப் பரிசோதனையோடு பார்க்க வேண்டும்.',
  'hi-Latn': 'Yeh liver ya pitt ki pareshani ka ishara hai; khoon ki jaanch ke saath dekha jana chahiye.',
  'ta-Latn': 'Kalleeral illa pitha prachanaiya kaattalam; ratha test-oda paakkanum.',
} as const

const LIVER_MEASURES = {
  en: 'It shows whether bile colour passes into the urine.',
  hi: 'यह बताता है कि पेशाब में पित्त का रंग तो नहीं आ रहा।',
  ta: 'சிறுநீரில் பித்த நிறம் வருகிறதா என்று காட்டும்.',
  'hi-Latn': 'Yeh batata hai ki peshab mein pitt ka rang to nahi aa raha.',
  'ta-Latn': 'Siruneerla pitha niram varudhaanu kaattum.',
} as const

/** What a strip shows in urine. */
export const URINE_STRIP: readonly Analyte[] = [
  {
    ...STRIP,
    key: 'urine_protein',
    loinc: '2887-8',
    loincAlternatives: ['20454-5', '5804-0', '2888-6', '50561-0'],
    names: {
      en: 'Protein in urine',
      hi: 'पेशाब में प्रोटीन',
      ta: 'சிறுநீரில் புரதம்',
      'hi-Latn': 'peshab mein protein',
      'ta-Latn': 'siruneerla protein',
    },
    synonyms: [
      'Protein',
      'Proteins',
      'Urine Protein',
      'Protein Urine',
      'Albumin',
      'Urine Albumin',
      'Protein (Albumin)',
      'Albumin (Protein)',
      'Urine Proteins',
      'प्रोटीन',
      'मूत्र प्रोटीन',
      'एल्ब्यूमिन',
      'புரதம்',
      'சிறுநீர் புரதம்',
      'அல்புமின்',
    ],
    units: accept('1', 'mg/dL', 'g/L'),
    meaning: {
      measures: {
        en: 'Healthy kidneys keep protein in the body; this looks for a leak.',
        hi: 'स्वस्थ किडनी प्रोटीन को शरीर में रोकती है; यह जाँच रिसाव ढूँढती है।',
        ta: 'நல்ல சிறுநீரகம் புரதத்தை உடலில் வைத்திருக்கும்; கசிவு உள்ளதா என்று இது பார்க்கிறது.',
        'hi-Latn': 'Swasth kidney protein ko sharir mein rokti hai; yeh jaanch risaav dhoondhti hai.',
        'ta-Latn': 'Nalla kidney protein-a udambula vechirukkum; kasivu irukkaanu idhu paakkum.',
      },
      abnormal: {
        en: 'A little can come with fever, exercise or standing; if it stays, the kidneys should be checked, and in pregnancy at once.',
        hi: 'थोड़ा सा बुखार, कसरत या खड़े रहने से आ सकता है; बना रहे तो किडनी की जाँच कराएँ, और गर्भ में तुरंत।',
        ta: 'காய்ச்சல், உடற்பயிற்சி, நிற்பதால் சிறிது வரலாம்; தொடர்ந்தால் சிறுநீரகத்தைப் பரிசோதியுங்கள், கர்ப்பத்தில் உடனே.',
        'hi-Latn':
          'Thoda sa bukhar, kasrat ya khade rehne se aa sakta hai; bana rahe to kidney ki jaanch karayein, aur garbh mein turant.',
        'ta-Latn':
          'Kaaichal, exercise, nikkaradhala konjam varalam; thodarndha kidney-a test pannunga, karpathula udane.',
      },
    },
  },
  {
    ...STRIP,
    key: 'urine_glucose',
    loinc: '2349-9',
    loincAlternatives: ['25428-4', '5792-7', '2350-7', '50555-2'],
    names: {
      en: 'Sugar in urine',
      hi: 'पेशाब में शुगर',
      ta: 'சிறுநீரில் சர்க்கரை',
      'hi-Latn': 'peshab mein sugar',
      'ta-Latn': 'siruneerla sugar',
    },
    synonyms: [
      'Glucose',
      'Sugar',
      'Urine Glucose',
      'Urine Sugar',
      'Glucose Urine',
      'Sugar (Glucose)',
      'Glucose (Sugar)',
      'Reducing Sugar',
      'Fasting Urine Sugar',
      'Fasting Urine Glucose',
      'Urine Sugar (F)',
      'Urine Sugar (PP)',
      'Post Prandial Urine Sugar',
      'ग्लूकोज',
      'शर्करा',
      'मूत्र शर्करा',
      'पेशाब में शुगर',
      'சர்க்கரை',
      'குளுக்கோஸ்',
      'சிறுநீர் சர்க்கரை',
    ],
    units: accept('1', 'mg/dL', 'mmol/L', 'g/L'),
    molarMass: 180.156,
    meaning: {
      measures: {
        en: 'It looks for sugar that spills into the urine.',
        hi: 'यह पेशाब में आई शुगर देखता है।',
        ta: 'சிறுநீரில் சர்க்கரை வருகிறதா என்று பார்க்கிறது.',
        'hi-Latn': 'Yeh peshab mein aayi sugar dekhta hai.',
        'ta-Latn': 'Siruneerla sugar varudhaanu paakkum.',
      },
      abnormal: {
        en: 'It mostly means that the blood sugar is high, but some diabetes tablets cause it on purpose. Check your blood sugar.',
        hi: 'इसका मतलब अक्सर खून में शुगर ज़्यादा है, पर शुगर की कुछ गोलियाँ जानकर ऐसा करती हैं। खून की शुगर जाँचें।',
        ta: 'பெரும்பாலும் இரத்தச் சர்க்கரை அதிகம்; சில சர்க்கரை மாத்திரைகளும் இப்படிச் செய்யும். இரத்தச் சர்க்கரையைப் பாருங்கள்.',
        'hi-Latn':
          'Iska matlab aksar khoon mein sugar zyada hai, par sugar ki kuchh goliyan jaankar aisa karti hain. Khoon ki sugar jaanchein.',
        'ta-Latn': 'Perumbalum ratha sugar adhigam; sila sugar maathiraiyum ippadi pannum. Ratha sugar-a paarunga.',
      },
    },
  },
  {
    ...STRIP,
    key: 'urine_ketones',
    loinc: '33903-6',
    loincAlternatives: ['2514-8', '5797-6', '5569-9', '50557-8'],
    names: {
      en: 'Ketones in urine',
      hi: 'पेशाब में कीटोन',
      ta: 'சிறுநீரில் கீட்டோன்',
      'hi-Latn': 'peshab mein ketone',
      'ta-Latn': 'siruneerla ketone',
    },
    synonyms: [
      'Fasting Urine Acetone',
      'Post Prandial Urine Acetone',
      'Ketones',
      'Ketone',
      'Ketone Bodies',
      'Urine Ketones',
      'Ketone Body',
      'Acetone',
      'Urine Acetone',
      'Acetone/Ketone',
      'Ketones (Acetone)',
      'कीटोन',
      'कीटोन बॉडी',
      'கீட்டோன்',
      'கீட்டோன்கள்',
    ],
    units: accept('1', 'mg/dL', 'mmol/L'),
    molarMass: 102.09,
    meaning: {
      measures: {
        en: 'They appear when the body burns fat instead of sugar.',
        hi: 'शरीर जब शुगर की जगह चर्बी जलाता है तब ये आते हैं।',
        ta: 'சர்க்கரைக்குப் பதில் கொழுப்பை உடல் எரிக்கும்போது வருவது இது.',
        'hi-Latn': 'Sharir jab sugar ki jagah charbi jalata hai tab yeh aate hain.',
        'ta-Latn': 'Sugar-ku badhila kozhuppa udambu erikkumbodhu varadhu idhu.',
      },
      abnormal: {
        en: 'Fasting and vomiting cause it; in a person with diabetes and high sugar it can be dangerous and needs a doctor today.',
        hi: 'भूखे रहने और उल्टी से होता है; शुगर के मरीज़ में ज़्यादा शुगर के साथ हो तो ख़तरनाक है, आज ही डॉक्टर को दिखाएँ।',
        ta: 'பட்டினி, வாந்தியால் வரும்; சர்க்கரை நோயாளிக்கு அதிகச் சர்க்கரையோடு இருந்தால் ஆபத்து, இன்றே மருத்துவரைப் பாருங்கள்.',
        'hi-Latn':
          'Bhookhe rehne aur ulti se hota hai; sugar ke mareez mein zyada sugar ke saath ho to khatarnak hai, aaj hi doctor ko dikhayein.',
        'ta-Latn':
          'Pattini, vaandhiyala varum; sugar noyaalikku adhiga sugar-oda irundha aabathu, innaikke doctor-a paarunga.',
      },
    },
  },
  {
    ...STRIP,
    key: 'urine_bilirubin',
    loinc: '1977-8',
    loincAlternatives: ['5770-3', '50551-1'],
    names: {
      en: 'Bilirubin in urine',
      hi: 'पेशाब में बिलीरुबिन',
      ta: 'சிறுநீரில் பிலிரூபின்',
      'hi-Latn': 'peshab mein bilirubin',
      'ta-Latn': 'siruneerla bilirubin',
    },
    synonyms: [
      'Bilirubin',
      'Urine Bilirubin',
      'Bilirubin Urine',
      'Bile Pigment',
      'Bile Pigments',
      'Bilirubin (Bile)',
      'Bile Pigment (Bilirubin)',
      'बिलीरुबिन',
      'पित्त वर्णक',
      'பிலிரூபின்',
      'பித்த நிறமி',
    ],
    units: accept('1', 'mg/dL'),
    meaning: { measures: LIVER_MEASURES, abnormal: LIVER },
  },
  {
    ...STRIP,
    key: 'urine_bile_salts',
    names: {
      en: 'Bile salts in urine',
      hi: 'पेशाब में पित्त लवण',
      ta: 'சிறுநீரில் பித்த உப்பு',
      'hi-Latn': 'peshab mein bile salts',
      'ta-Latn': 'siruneerla bile salts',
    },
    synonyms: ['Bile Salts', 'Bile Salt', 'Urine Bile Salts', 'पित्त लवण', 'பித்த உப்பு', 'பித்த உப்புகள்'],
    units: accept('1'),
    meaning: { measures: LIVER_MEASURES, abnormal: LIVER },
  },
  {
    ...STRIP,
    key: 'urine_urobilinogen',
    loinc: '13658-0',
    loincAlternatives: ['20405-7', '5818-0', '19161-9', '50563-6'],
    names: {
      en: 'Urobilinogen in urine',
      hi: 'पेशाब में यूरोबिलिनोजेन',
      ta: 'சிறுநீரில் யூரோபிலினோஜன்',
      'hi-Latn': 'peshab mein urobilinogen',
      'ta-Latn': 'siruneerla urobilinogen',
    },
    synonyms: ['Urobilinogen', 'Urine Urobilinogen', 'Urobilinogen Urine', 'UBG', 'यूरोबिलिनोजेन', 'யூரோபிலினோஜன்'],
    units: accept('1', 'mg/dL', '[EU]/dL'),
    normalText: ['normal', 'negative', 'nil', 'absent', 'not increased', 'trace'],
    meaning: { measures: LIVER_MEASURES, abnormal: LIVER },
  },
  {
    ...STRIP,
    key: 'urine_nitrite',
    loinc: '32710-6',
    loincAlternatives: ['5802-4', '50558-6'],
    names: {
      en: 'Nitrite in urine',
      hi: 'पेशाब में नाइट्राइट',
      ta: 'சிறுநீரில் நைட்ரைட்',
      'hi-Latn': 'peshab mein nitrite',
      'ta-Latn': 'siruneerla nitrite',
    },
    synonyms: ['Nitrite', 'Nitrites', 'Urine Nitrite', 'Nitrite Urine', 'नाइट्राइट', 'நைட்ரைட்'],
    units: accept('1'),
    meaning: {
      measures: {
        en: 'Many bacteria make it, so it looks for an infection.',
        hi: 'कई बैक्टीरिया इसे बनाते हैं, इसलिए यह इन्फेक्शन ढूँढता है।',
        ta: 'பல பாக்டீரியாக்கள் இதை உருவாக்கும்; எனவே தொற்றைத் தேடுகிறது.',
        'hi-Latn': 'Kai bacteria ise banate hain, isliye yeh infection dhoondhta hai.',
        'ta-Latn': 'Pala bacteria idha uruvaakkum; adhanala thotra thedudhu.',
      },
      abnormal: INFECTION,
    },
  },
  {
    ...STRIP,
    key: 'urine_leukocyte_esterase',
    loinc: '5799-2',
    loincAlternatives: ['27297-1', '60026-2'],
    names: {
      en: 'Leucocyte esterase in urine',
      hi: 'पेशाब में ल्यूकोसाइट एस्टरेज़',
      ta: 'சிறுநீரில் லியூகோசைட் எஸ்டரேஸ்',
      'hi-Latn': 'peshab mein leukocyte esterase',
      'ta-Latn': 'siruneerla leukocyte esterase',
    },
    synonyms: [
      'Leukocyte Esterase',
      'Leucocyte Esterase',
      'Leukocytes',
      'Urine Leukocytes',
      'Leukocytes (Strip)',
      'Leukocyte',
    ],
    units: accept('1', '/uL'),
    meaning: {
      measures: {
        en: 'It shows white cells in the urine.',
        hi: 'यह पेशाब में सफ़ेद कोशिकाएँ बताता है।',
        ta: 'சிறுநீரில் வெள்ளையணுக்கள் உள்ளதா என்று காட்டும்.',
        'hi-Latn': 'Yeh peshab mein safed koshikayein batata hai.',
        'ta-Latn': 'Siruneerla vellai anukkal irukkaanu kaattum.',
      },
      abnormal: INFECTION,
    },
  },
  {
    ...STRIP,
    key: 'urine_blood',
    loinc: '53963-5',
    loincAlternatives: ['5794-3', '57751-0'],
    names: {
      en: 'Blood in urine',
      hi: 'पेशाब में खून',
      ta: 'சிறுநீரில் இரத்தம்',
      'hi-Latn': 'peshab mein khoon',
      'ta-Latn': 'siruneerla ratham',
    },
    synonyms: [
      'Blood',
      'Urine Blood',
      'Blood in Urine',
      'Occult Blood',
      'Urine Occult Blood',
      'Haemoglobin (Urine)',
      'Urine Hemoglobin',
      'Blood (Occult)',
      'रक्त',
      'मूत्र में रक्त',
      'खून',
      'இரத்தம்',
      'சிறுநீரில் இரத்தம்',
    ],
    units: accept('1', '/uL'),
    meaning: {
      measures: {
        en: 'It looks for blood that the eye may not see.',
        hi: 'यह ऐसा खून ढूँढता है जो आँख से न दिखे।',
        ta: 'கண்ணுக்குத் தெரியாத இரத்தத்தையும் தேடுகிறது.',
        'hi-Latn': 'Yeh aisa khoon dhoondhta hai jo aankh se na dikhe.',
        'ta-Latn': 'Kannukku theriyaadha rathathayum thedudhu.',
      },
      abnormal: KIDNEY_STONE_OR_INFECTION,
    },
  },
]
