import type { Complaint } from './complaint.ts'

export const HEAD_TO_CHEST_COMPLAINTS: readonly Complaint[] = [
  {
    id: 'chest_discomfort',
    name: {
      en: 'chest discomfort',
      hi: 'सीने में तकलीफ',
      ta: 'நெஞ்சில் தொந்தரவு',
      'hi-Latn': 'seene mein takleef',
      'ta-Latn': 'nenjula thondharavu',
    },
    findings: ['chest_pain', 'heartburn', 'palpitations'],
    unless: { heartburn: 'belly_wind' },
    questions: ['red_flags', 'onset', 'severity', 'age', 'medicines'],
    redFlagQuestion: {
      en: 'Is there tightness or pressure, pain going to the arm or jaw, sweating, or trouble breathing?',
      hi: 'क्या जकड़न या दबाव है, दर्द हाथ या जबड़े में जा रहा है, पसीना है, या साँस में दिक्कत है?',
      ta: 'இறுக்கம் அல்லது அழுத்தம், கை அல்லது தாடைக்குப் பரவும் வலி, வேர்வை, மூச்சுத் திணறல் இருக்கிறதா?',
      'hi-Latn':
        'Kya jakdan ya dabav hai, dard haath ya jabde mein ja raha hai, paseena hai, ya saans mein dikkat hai?',
      'ta-Latn': 'Irukkam illana azhutham, kai illana thaadaiku paravura vali, vervai, moochu thinaral irukka?',
    },
    dangerSaid: 'chest pain with pressure, going to the left arm, sweating, trouble breathing',
    selfCare: {
      en: 'If it is a burning after food: smaller meals, little oil and chilli, nothing two hours before lying down, the head of the bed raised.',
      hi: 'खाने के बाद जलन हो तो: थोड़ा-थोड़ा खाइए, तेल-मिर्च कम, सोने से दो घंटे पहले कुछ नहीं, सिरहाना ऊँचा रखिए।',
      ta: 'சாப்பிட்ட பிறகு எரிச்சல் என்றால்: கொஞ்சம் கொஞ்சமாகச் சாப்பிடுங்கள், எண்ணெய் காரம் குறையுங்கள், படுக்க இரண்டு மணி நேரம் முன் எதுவும் வேண்டாம், தலைப்பக்கம் உயரமாக வையுங்கள்.',
      'hi-Latn':
        'Khane ke baad jalan ho to: thoda-thoda khaiye, tel-mirch kam, sone se do ghante pehle kuch nahi, sirhana ooncha rakhiye.',
      'ta-Latn':
        'Saapta apram erichal na: konjam konjama saapidunga, ennai kaaram kuraiyunga, padukka rendu mani neram munnadi edhuvum vendam, thalai pakkam uyarama veinga.',
    },
    watchFor: {
      en: 'Pain or pressure in the chest that lasts, or comes with sweating, breathlessness or weakness: call 112 at once. Any new chest pain should be seen by a doctor today.',
      hi: 'सीने में दर्द या दबाव बना रहे, या पसीना, साँस फूलना, कमज़ोरी हो तो तुरंत 112 पर फ़ोन कीजिए। सीने का नया दर्द आज ही डॉक्टर को दिखाइए।',
      ta: 'நெஞ்சு வலி அல்லது அழுத்தம் தொடர்ந்தால், வேர்வை, மூச்சுத் திணறல், பலவீனம் இருந்தால் உடனே 112-க்கு அழையுங்கள். புதிதாக வந்த நெஞ்சு வலியை இன்றே டாக்டரிடம் காட்டுங்கள்.',
      'hi-Latn':
        'Seene mein dard ya dabav bana rahe, ya paseena, saans phoolna, kamzori ho to turant 112 par phone kijiye. Seene ka naya dard aaj hi doctor ko dikhaiye.',
      'ta-Latn':
        'Nenju vali illana azhutham thodarndha, vervai, moochu thinaral, balaveenam irundha udane 112 ku koopidunga. Pudhusa vandha nenju valiya innaike doctor kitta kaatunga.',
    },
    source: 'NHS, Chest pain; NHS, Heartburn and acid reflux',
  },
  {
    id: 'headache',
    name: { en: 'headache', hi: 'सिरदर्द', ta: 'தலைவலி', 'hi-Latn': 'sir dard', 'ta-Latn': 'thalaivali' },
    findings: ['headache'],
    questions: ['red_flags', 'onset', 'severity', 'pregnancy', 'age', 'medicines'],
    redFlagQuestion: {
      en: 'Did it come suddenly and very hard, after a blow to the head, or with fever and stiff neck, weakness, blurred sight or repeated vomiting?',
      hi: 'क्या यह अचानक बहुत तेज़ हुआ, सिर में चोट के बाद हुआ, या साथ में बुखार और गर्दन अकड़ना, कमज़ोरी, धुंधला दिखना या बार-बार उल्टी है?',
      ta: 'திடீரென்று மிகக் கடுமையாக வந்ததா, தலையில் அடிபட்ட பிறகா, அல்லது காய்ச்சலோடு கழுத்து விறைப்பு, கை கால் பலவீனம், பார்வை மங்கல், அடிக்கடி வாந்தி இருக்கிறதா?',
      'hi-Latn':
        'Kya yeh achanak bahut tez hua, sir mein chot ke baad hua, ya saath mein bukhar aur gardan akadna, kamzori, dhundhla dikhna ya baar-baar ulti hai?',
      'ta-Latn':
        'Thideernu romba kadumaiya vandhucha, thalaila adipatta apram ah, illana kaichaloda kazhuthu viraippu, kai kaal balaveenam, paarvai mangal, adikadi vaandhi irukka?',
    },
    dangerSaid: 'sudden severe headache, the worst headache of my life',
    selfCare: {
      en: 'Water, food, rest in a dark quiet room, a break from screens. A paracetamol as the packet says may help, on few days a month.',
      hi: 'पानी पीजिए, कुछ खाइए, अँधेरे शांत कमरे में आराम, मोबाइल से छुट्टी। पैकेट पर लिखे अनुसार पैरासिटामोल ले सकते हैं, महीने में कुछ ही दिन।',
      ta: 'தண்ணீர் குடியுங்கள், சாப்பிடுங்கள், இருட்டான அமைதியான அறையில் ஓய்வு, போனுக்கு இடைவேளை. பாக்கெட்டில் உள்ளபடி பாராசிட்டமால் போடலாம், மாதத்தில் சில நாள் மட்டும்.',
      'hi-Latn':
        'Paani peejiye, kuch khaiye, andhere shaant kamre mein aaram, mobile se chhutti. Packet par likhe anusaar paracetamol le sakte hain, mahine mein kuch hi din.',
      'ta-Latn':
        'Thanni kudinga, saapidunga, iruttana amaidhiyana room la rest, phone ku break. Packet la irukurapadi paracetamol podalam, maasathula sila naal mattum.',
    },
    watchFor: {
      en: 'A sudden worst headache, fever with stiff neck, weakness, confusion or loss of sight: call 112. Headaches that come often, wake you, or start after 50: see a doctor this week.',
      hi: 'अचानक सबसे तेज़ सिरदर्द, बुखार के साथ गर्दन अकड़ना, कमज़ोरी, उलझन या न दिखना: 112 पर फ़ोन कीजिए। बार-बार हो, नींद से जगाए, या 50 के बाद शुरू हो तो इसी हफ़्ते डॉक्टर को दिखाइए।',
      ta: 'திடீரென்று மிகக் கடுமையான தலைவலி, காய்ச்சலோடு கழுத்து விறைப்பு, பலவீனம், குழப்பம், பார்வை போவது: 112-க்கு அழையுங்கள். அடிக்கடி வந்தால், தூக்கத்திலிருந்து எழுப்பினால், 50 வயதுக்கு மேல் புதிதாக வந்தால் இந்த வாரமே டாக்டரைப் பாருங்கள்.',
      'hi-Latn':
        'Achanak sabse tez sir dard, bukhar ke saath gardan akadna, kamzori, uljhan ya na dikhna: 112 par phone kijiye. Baar-baar ho, neend se jagaye, ya 50 ke baad shuru ho to isi hafte doctor ko dikhaiye.',
      'ta-Latn':
        'Thideernu romba kadumaiyana thalaivali, kaichaloda kazhuthu viraippu, balaveenam, kuzhappam, paarvai poradhu: 112 ku koopidunga. Adikadi vandha, thookathula ezhuppina, 50 vayasuku mela pudhusa vandha indha vaarame doctor paarunga.',
    },
    source: 'NHS, Headaches; NICE CG150, Headaches in over 12s',
  },
  {
    id: 'dizziness',
    name: { en: 'dizziness', hi: 'चक्कर', ta: 'தலைச்சுற்றல்', 'hi-Latn': 'chakkar', 'ta-Latn': 'thalai suthal' },
    findings: ['dizzy_only', 'brief_faint'],
    questions: ['red_flags', 'onset', 'severity', 'pregnancy', 'age', 'medicines'],
    redFlagQuestion: {
      en: 'Is there fainting, chest pain, trouble speaking or walking, weakness on one side, or bleeding?',
      hi: 'क्या बेहोशी, सीने में दर्द, बोलने या चलने में दिक्कत, एक तरफ़ कमज़ोरी, या खून आना है?',
      ta: 'மயக்கம், நெஞ்சு வலி, பேச நடக்கக் கஷ்டம், ஒரு பக்கம் பலவீனம், ரத்தப்போக்கு இருக்கிறதா?',
      'hi-Latn': 'Kya behoshi, seene mein dard, bolne ya chalne mein dikkat, ek taraf kamzori, ya khoon aana hai?',
      'ta-Latn': 'Mayakkam, nenju vali, pesa nadakka kashtam, oru pakkam balaveenam, ratha pokku irukka?',
    },
    dangerSaid: 'fainted, weakness on one side, trouble speaking',
    selfCare: {
      en: 'Sit or lie down at once, get up slowly, drink water, do not miss meals. Do not drive while it lasts. Measure pressure and sugar if you can.',
      hi: 'तुरंत बैठ या लेट जाइए, धीरे उठिए, पानी पीजिए, खाना मत छोड़िए। चक्कर रहते गाड़ी मत चलाइए। हो सके तो बीपी और शुगर नापिए।',
      ta: 'உடனே உட்காருங்கள் அல்லது படுங்கள், மெதுவாக எழுந்திருங்கள், தண்ணீர் குடியுங்கள், சாப்பாட்டை விட வேண்டாம். தலைச்சுற்றல் இருக்கும்போது வண்டி ஓட்ட வேண்டாம். முடிந்தால் பிபி, சுகர் பாருங்கள்.',
      'hi-Latn':
        'Turant baith ya let jaiye, dheere uthiye, paani peejiye, khana mat chhodiye. Chakkar rehte gaadi mat chalaiye. Ho sake to BP aur sugar naapiye.',
      'ta-Latn':
        'Udane ukkaarunga illana padunga, medhuva ezhundhirunga, thanni kudinga, saapaata vida vendam. Thalai suthumbodhu vandi otta vendam. Mudinja BP, sugar paarunga.',
    },
    watchFor: {
      en: 'Fainting, chest pain, a crooked face, weakness or slurred speech: call 112. Dizziness that keeps coming back: see a doctor this week.',
      hi: 'बेहोशी, सीने में दर्द, चेहरा टेढ़ा, कमज़ोरी या लड़खड़ाती ज़ुबान: 112 पर फ़ोन कीजिए। बार-बार चक्कर आएँ तो इसी हफ़्ते डॉक्टर को दिखाइए।',
      ta: 'மயக்கம், நெஞ்சு வலி, முகம் கோணுவது, பலவீனம், பேச்சுக் குழறல்: 112-க்கு அழையுங்கள். அடிக்கடி வந்தால் இந்த வாரமே டாக்டரைப் பாருங்கள்.',
      'hi-Latn':
        'Behoshi, seene mein dard, chehra tedha, kamzori ya ladkhadati zubaan: 112 par phone kijiye. Baar-baar chakkar aayein to isi hafte doctor ko dikhaiye.',
      'ta-Latn':
        'Mayakkam, nenju vali, mugam konuradhu, balaveenam, pechu kuzharal: 112 ku koopidunga. Adikadi vandha indha vaarame doctor paarunga.',
    },
    source: 'NHS, Dizziness',
  },
  {
    id: 'cough',
    name: { en: 'cough', hi: 'खाँसी', ta: 'இருமல்', 'hi-Latn': 'khansi', 'ta-Latn': 'irumal' },
    findings: ['cough_any', 'yellow_sputum', 'wheeze'],
    questions: ['red_flags', 'onset', 'severity', 'age', 'medicines'],
    redFlagQuestion: {
      en: 'Is there trouble breathing, blood in the phlegm, chest pain, high fever or weight loss?',
      hi: 'क्या साँस में दिक्कत, बलगम में खून, सीने में दर्द, तेज़ बुखार या वज़न घटना है?',
      ta: 'மூச்சுத் திணறல், சளியில் ரத்தம், நெஞ்சு வலி, அதிகக் காய்ச்சல், எடை குறைவது இருக்கிறதா?',
      'hi-Latn': 'Kya saans mein dikkat, balgam mein khoon, seene mein dard, tez bukhar ya wajan ghatna hai?',
      'ta-Latn': 'Moochu thinaral, saliyila ratham, nenju vali, adhiga kaichal, edai kuraiyuradhu irukka?',
    },
    dangerSaid: 'a little short of breath',
    selfCare: {
      en: 'Rest, warm drinks, honey (not for a baby under one year), steam with care. Cover the mouth. No antibiotic for a cold.',
      hi: 'आराम, गुनगुना पानी, शहद (1 साल से छोटे बच्चे को नहीं), सँभलकर भाप। मुँह ढककर खाँसिए। सर्दी में एंटीबायोटिक नहीं।',
      ta: 'ஓய்வு, வெதுவெதுப்பான பானம், தேன் (1 வயதுக்குக் குறைந்த குழந்தைக்கு வேண்டாம்), கவனமாக ஆவி. வாயை மூடி இருமுங்கள். சளிக்கு ஆன்டிபயாடிக் வேண்டாம்.',
      'hi-Latn':
        'Aaram, gunguna paani, shahad (1 saal se chhote bachche ko nahi), sambhalkar bhaap. Munh dhakkar khaansiye. Sardi mein antibiotic nahi.',
      'ta-Latn':
        'Rest, vedhuveduppana drink, then (1 vayasuku kuranja kuzhandhaiku vendam), gavanama aavi. Vaaya moodi irumunga. Saliku antibiotic vendam.',
    },
    watchFor: {
      en: 'Trouble breathing or blue lips: call 112. Blood in the phlegm: see a doctor today. A cough for more than two weeks: have it tested for TB, free of charge.',
      hi: 'साँस में दिक्कत या नीले होंठ: 112 पर फ़ोन कीजिए। बलगम में खून: आज ही डॉक्टर। दो हफ़्ते से ज़्यादा खाँसी: टीबी की जाँच कराइए, मुफ़्त होती है।',
      ta: 'மூச்சுத் திணறல், உதடு நீலம்: 112-க்கு அழையுங்கள். சளியில் ரத்தம்: இன்றே டாக்டர். இரண்டு வாரத்துக்கு மேல் இருமல்: டிபி பரிசோதனை செய்யுங்கள், இலவசம்.',
      'hi-Latn':
        'Saans mein dikkat ya neele honth: 112 par phone kijiye. Balgam mein khoon: aaj hi doctor. Do hafte se zyada khansi: TB ki jaanch karaiye, free hoti hai.',
      'ta-Latn':
        'Moochu thinaral, udhadu neelam: 112 ku koopidunga. Saliyila ratham: innaike doctor. Rendu vaarathuku mela irumal: TB test edunga, free.',
    },
    source: 'NHS, Cough; National Tuberculosis Elimination Programme, India: presumptive TB',
  },
  {
    id: 'sore_throat',
    name: {
      en: 'sore throat or cold',
      hi: 'गला खराब या जुकाम',
      ta: 'தொண்டை வலி அல்லது சளி',
      'hi-Latn': 'gala kharab ya jukam',
      'ta-Latn': 'thondai vali illana sali',
    },
    findings: ['sore_throat', 'common_cold'],
    questions: ['red_flags', 'onset', 'age', 'medicines'],
    redFlagQuestion: {
      en: 'Is there trouble breathing or swallowing saliva, high fever, or a rash?',
      hi: 'क्या साँस लेने या थूक निगलने में दिक्कत, तेज़ बुखार, या दाने हैं?',
      ta: 'மூச்சு விடவோ எச்சில் விழுங்கவோ கஷ்டம், அதிகக் காய்ச்சல், தடிப்பு இருக்கிறதா?',
      'hi-Latn': 'Kya saans lene ya thook nigalne mein dikkat, tez bukhar, ya daane hain?',
      'ta-Latn': 'Moochu vida, echil muzhunga kashtam, adhiga kaichal, thadippu irukka?',
    },
    dangerSaid: 'sore throat, cannot swallow, high fever of 104',
    selfCare: {
      en: 'Warm salt-water gargles, warm drinks, rest. It usually passes in a week without antibiotics.',
      hi: 'गुनगुने नमक-पानी के गरारे, गरम पेय, आराम। आम तौर पर एक हफ़्ते में बिना एंटीबायोटिक ठीक हो जाता है।',
      ta: 'வெதுவெதுப்பான உப்புத் தண்ணீரில் கொப்பளியுங்கள், சூடான பானம், ஓய்வு. பொதுவாக ஒரு வாரத்தில் ஆன்டிபயாடிக் இல்லாமலே சரியாகும்.',
      'hi-Latn':
        'Gungune namak-paani ke garare, garam cheez peejiye, aaram. Aam taur par ek hafte mein bina antibiotic theek ho jaata hai.',
      'ta-Latn':
        'Vedhuveduppana uppu thanniyila koppalinga, soodana drink, rest. Podhuva oru vaarathula antibiotic illamale sariyagum.',
    },
    watchFor: {
      en: 'Trouble breathing, drooling, or a voice that is choked: call 112. Fever for more than three days, or no better after a week: see a doctor.',
      hi: 'साँस में दिक्कत, लार टपकना, आवाज़ घुटना: 112 पर फ़ोन कीजिए। तीन दिन से ज़्यादा बुखार, या हफ़्ते में ठीक न हो: डॉक्टर को दिखाइए।',
      ta: 'மூச்சுத் திணறல், எச்சில் வடிவது, குரல் அடைப்பது: 112-க்கு அழையுங்கள். மூன்று நாளுக்கு மேல் காய்ச்சல், ஒரு வாரத்தில் சரியாகவில்லை: டாக்டரைப் பாருங்கள்.',
      'hi-Latn':
        'Saans mein dikkat, laar tapakna, awaaz ghutna: 112 par phone kijiye. Teen din se zyada bukhar, ya hafte mein theek na ho: doctor ko dikhaiye.',
      'ta-Latn':
        'Moochu thinaral, echil vadiyuradhu, kural adaikuradhu: 112 ku koopidunga. Moonu naaluku mela kaichal, oru vaarathula sariyaagala: doctor paarunga.',
    },
    source: 'NHS, Sore throat; NHS, Common cold',
  },
]
