import type { Complaint } from './complaint.ts'

export const BELLY_TO_SKIN_COMPLAINTS: readonly Complaint[] = [
  {
    id: 'pregnancy',
    name: { en: 'pregnancy', hi: 'गर्भावस्था', ta: 'கர்ப்பம்', 'hi-Latn': 'pregnancy', 'ta-Latn': 'karpam' },
    findings: ['pregnant'],
    questions: ['red_flags', 'onset', 'severity', 'medicines'],
    redFlagQuestion: {
      en: 'Is there bleeding, strong pain, a bad headache or blurred sight, swollen face, fever, water leaking, or is the baby moving less?',
      hi: 'क्या खून आना, तेज़ दर्द, बहुत सिरदर्द या धुंधला दिखना, चेहरे पर सूजन, बुखार, पानी निकलना, या बच्चे का कम हिलना है?',
      ta: 'ரத்தப்போக்கு, கடுமையான வலி, அதிகத் தலைவலி அல்லது பார்வை மங்கல், முக வீக்கம், காய்ச்சல், தண்ணீர் கசிவு, குழந்தை அசைவு குறைவு இருக்கிறதா?',
      'hi-Latn':
        'Kya khoon aana, tez dard, bahut sir dard ya dhundhla dikhna, chehre par soojan, bukhar, paani nikalna, ya bachche ka kam hilna hai?',
      'ta-Latn':
        'Ratha pokku, kadumaiyana vali, adhiga thalaivali illana paarvai mangal, muga veekkam, kaichal, thanni kasivu, kuzhandhai asaivu kammiya irukka?',
    },
    dangerSaid: 'I am pregnant, bleeding heavily',
    selfCare: {
      en: 'Rest on the left side, drink water, keep the check-ups and the iron tablets. Take no medicine that the doctor has not approved.',
      hi: 'बाईं करवट आराम, पानी पीजिए, जाँच और आयरन की गोली मत छोड़िए। डॉक्टर से पूछे बिना कोई दवा मत लीजिए।',
      ta: 'இடது பக்கம் படுத்து ஓய்வு, தண்ணீர் குடியுங்கள், பரிசோதனையையும் இரும்புச்சத்து மாத்திரையையும் விட வேண்டாம். டாக்டரைக் கேட்காமல் மருந்து எடுக்க வேண்டாம்.',
      'hi-Latn':
        'Baayi karwat aaram, paani peejiye, jaanch aur iron ki goli mat chhodiye. Doctor se puchhe bina koi dawa mat lijiye.',
      'ta-Latn':
        'Idadhu pakkam paduthu rest, thanni kudinga, check-up um iron maathiraiyum vidaadheenga. Doctor ketkama marundhu edukka vendam.',
    },
    watchFor: {
      en: 'Any of those signs: go to a hospital with a labour ward now, call 112 or 102. Anything else that worries you: ask your doctor or ASHA today.',
      hi: 'इनमें से कुछ भी हो तो अभी प्रसव वाले अस्पताल जाइए, 112 या 102 पर फ़ोन कीजिए। कोई और चिंता हो तो आज ही डॉक्टर या आशा दीदी से पूछिए।',
      ta: 'இவற்றில் எது இருந்தாலும் இப்போதே பிரசவ வசதி உள்ள மருத்துவமனைக்குப் போங்கள், 112 அல்லது 102-க்கு அழையுங்கள். வேறு கவலை இருந்தால் இன்றே டாக்டரையோ செவிலியரையோ கேளுங்கள்.',
      'hi-Latn':
        'Inmein se kuch bhi ho to abhi delivery wale aspatal jaiye, 112 ya 102 par phone kijiye. Koi aur chinta ho to aaj hi doctor ya ASHA didi se puchhiye.',
      'ta-Latn':
        'Idhula edhu irundhaalum ippove delivery aaspathiriku ponga, 112 illana 102 ku koopidunga. Vera kavala irundha innaike doctor illana nurse kitta kelunga.',
    },
    source: 'WHO, Pregnancy, Childbirth, Postpartum and Newborn Care (2015); NHM India, Safe Motherhood',
  },
  {
    id: 'diarrhoea_vomiting',
    name: {
      en: 'loose motions or vomiting',
      hi: 'दस्त या उल्टी',
      ta: 'பேதி அல்லது வாந்தி',
      'hi-Latn': 'dast ya ulti',
      'ta-Latn': 'bedhi illana vaandhi',
    },
    findings: ['diarrhoea', 'vomiting'],
    questions: ['red_flags', 'onset', 'severity', 'age', 'pregnancy', 'medicines'],
    redFlagQuestion: {
      en: 'Is there blood, very little urine, great weakness or drowsiness, strong belly pain, or can nothing be kept down?',
      hi: 'क्या खून आ रहा है, पेशाब बहुत कम है, बहुत कमज़ोरी या सुस्ती, तेज़ पेट दर्द है, या कुछ भी पच नहीं रहा?',
      ta: 'ரத்தம், மிகக் குறைந்த சிறுநீர், அதிகப் பலவீனம் அல்லது மயக்கம், கடும் வயிற்று வலி, எதுவும் தங்காத நிலை இருக்கிறதா?',
      'hi-Latn':
        'Kya khoon aa raha hai, peshab bahut kam hai, bahut kamzori ya susti, tez pet dard hai, ya kuch bhi pach nahi raha?',
      'ta-Latn':
        'Ratham, romba kammi urine, adhiga balaveenam illana mayakkam, kadumaiyana vayiru vali, edhuvum thangadha nilai irukka?',
    },
    dangerSaid: 'loose motions with very little urine',
    selfCare: {
      en: 'ORS after every motion, in small sips. Keep eating: rice, curd, banana, dal water. Keep breastfeeding a baby. For a child: zinc from the health worker. Wash hands.',
      hi: 'हर दस्त के बाद ओआरएस, घूँट-घूँट। खाना जारी रखिए: चावल, दही, केला, दाल का पानी। बच्चे को माँ का दूध देते रहिए। बच्चे के लिए ज़िंक, स्वास्थ्यकर्मी से। हाथ धोइए।',
      ta: 'ஒவ்வொரு பேதிக்குப் பிறகும் ஓஆர்எஸ், கொஞ்சம் கொஞ்சமாக. சாப்பிடுங்கள்: சோறு, தயிர், வாழைப்பழம், பருப்புத் தண்ணீர். குழந்தைக்குத் தாய்ப்பால் தொடருங்கள். குழந்தைக்கு ஜிங்க், சுகாதாரப் பணியாளரிடம். கை கழுவுங்கள்.',
      'hi-Latn':
        'Har dast ke baad ORS, ghoont-ghoont. Khana jaari rakhiye: chawal, dahi, kela, dal ka paani. Bachche ko maa ka doodh dete rahiye. Bachche ke liye zinc, health worker se. Haath dhoiye.',
      'ta-Latn':
        'Ovvoru bedhiku apramum ORS, konjam konjama. Saapidunga: soru, thayir, vaazhapazham, paruppu thanni. Kuzhandhaiku thaaipaal thodarunga. Kuzhandhaiku zinc, health worker kitta. Kai kazhuvunga.',
    },
    watchFor: {
      en: 'Blood, no urine for six hours, sunken eyes, drowsiness, a baby who will not drink: hospital now. More than two days, or an old or pregnant person: doctor today.',
      hi: 'खून, छह घंटे पेशाब नहीं, धँसी आँखें, सुस्ती, बच्चा दूध न पिए: अभी अस्पताल। दो दिन से ज़्यादा, बुज़ुर्ग या गर्भवती: आज ही डॉक्टर।',
      ta: 'ரத்தம், ஆறு மணி நேரம் சிறுநீர் இல்லை, குழி விழுந்த கண், மயக்கம், பால் குடிக்காத குழந்தை: இப்போதே மருத்துவமனை. இரண்டு நாளுக்கு மேல், முதியவர் அல்லது கர்ப்பிணி: இன்றே டாக்டர்.',
      'hi-Latn':
        'Khoon, chhe ghante peshab nahi, dhasi aankhein, susti, bachcha doodh na piye: abhi aspatal. Do din se zyada, buzurg ya pregnant: aaj hi doctor.',
      'ta-Latn':
        'Ratham, aaru mani neram urine illa, kuzhi vizhundha kan, mayakkam, paal kudikadha kuzhandhai: ippove aaspathiri. Rendu naaluku mela, vayasanavanga illana karpini: innaike doctor.',
    },
    source:
      'WHO, The Treatment of Diarrhoea (2005); Ministry of Health and Family Welfare, India: Stop Diarrhoea campaign',
  },
  {
    id: 'abdominal_pain',
    name: { en: 'stomach pain', hi: 'पेट दर्द', ta: 'வயிற்று வலி', 'hi-Latn': 'pet dard', 'ta-Latn': 'vayiru vali' },
    findings: ['abdominal_pain', 'belly_wind'],
    questions: ['red_flags', 'onset', 'severity', 'pregnancy', 'age', 'medicines'],
    redFlagQuestion: {
      en: 'Is the belly hard, is there blood, fainting, high fever, pain low on the right, or a missed period?',
      hi: 'क्या पेट सख़्त है, खून, बेहोशी, तेज़ बुखार, दाएँ नीचे दर्द, या पीरियड छूटा है?',
      ta: 'வயிறு கல்லாக இருக்கிறதா, ரத்தம், மயக்கம், அதிகக் காய்ச்சல், வலது கீழ்ப்பக்க வலி, மாதவிடாய் தள்ளிப்போனதா?',
      'hi-Latn': 'Kya pet sakht hai, khoon, behoshi, tez bukhar, right neeche dard, ya period chhoota hai?',
      'ta-Latn':
        'Vayiru kallu maadhiri irukka, ratham, mayakkam, adhiga kaichal, valadhu keezh pakka vali, periods thalli pocha?',
    },
    dangerSaid: 'severe stomach pain, belly is hard, vomiting blood',
    selfCare: {
      en: 'Sips of water, light food, rest. No painkiller on an empty stomach, no laxative while it hurts.',
      hi: 'घूँट-घूँट पानी, हल्का खाना, आराम। खाली पेट दर्द की गोली नहीं, दर्द में जुलाब नहीं।',
      ta: 'தண்ணீர் கொஞ்சம் கொஞ்சமாக, லேசான உணவு, ஓய்வு. வெறும் வயிற்றில் வலி மாத்திரை வேண்டாம், வலி இருக்கும்போது பேதி மருந்து வேண்டாம்.',
      'hi-Latn': 'Ghoont-ghoont paani, halka khana, aaram. Khaali pet dard ki goli nahi, dard mein julaab nahi.',
      'ta-Latn':
        'Thanni konjam konjama, lesana saapadu, rest. Verum vayithula vali maathirai vendam, vali irukumbodhu bedhi marundhu vendam.',
    },
    watchFor: {
      en: 'Unbearable pain, a hard belly, blood, fainting: call 112. Pain moving to the lower right, fever, or longer than a day: doctor today.',
      hi: 'असहनीय दर्द, सख़्त पेट, खून, बेहोशी: 112 पर फ़ोन कीजिए। दर्द दाएँ नीचे जाए, बुखार हो, या एक दिन से ज़्यादा रहे: आज ही डॉक्टर।',
      ta: 'தாங்க முடியாத வலி, கல்லான வயிறு, ரத்தம், மயக்கம்: 112-க்கு அழையுங்கள். வலி வலது கீழே போனால், காய்ச்சல், ஒரு நாளுக்கு மேல்: இன்றே டாக்டர்.',
      'hi-Latn':
        'Asahniya dard, sakht pet, khoon, behoshi: 112 par phone kijiye. Dard right neeche jaye, bukhar ho, ya ek din se zyada rahe: aaj hi doctor.',
      'ta-Latn':
        'Thaanga mudiyadha vali, kallana vayiru, ratham, mayakkam: 112 ku koopidunga. Vali valadhu keezha pona, kaichal, oru naaluku mela: innaike doctor.',
    },
    source: 'NHS, Stomach ache; NHS, Appendicitis',
  },
  {
    id: 'urinary',
    name: {
      en: 'trouble passing urine',
      hi: 'पेशाब की तकलीफ',
      ta: 'சிறுநீர் தொந்தரவு',
      'hi-Latn': 'peshab ki takleef',
      'ta-Latn': 'urine thondharavu',
    },
    findings: ['urinary_burning', 'no_urine'],
    questions: ['red_flags', 'onset', 'pregnancy', 'age', 'medicines'],
    redFlagQuestion: {
      en: 'Is there fever with shivering, pain in the back, blood, vomiting, or no urine at all?',
      hi: 'क्या ठंड लगकर बुखार, कमर दर्द, खून, उल्टी, या पेशाब बिल्कुल बंद है?',
      ta: 'குளிர் காய்ச்சல், முதுகு வலி, ரத்தம், வாந்தி, சிறுநீரே வராதது இருக்கிறதா?',
      'hi-Latn': 'Kya thand lagkar bukhar, kamar dard, khoon, ulti, ya peshab bilkul band hai?',
      'ta-Latn': 'Kulir kaichal, mudhugu vali, ratham, vaandhi, urine ye varaadhadhu irukka?',
    },
    dangerSaid: 'burning urine with fever and shivering, pain in the back',
    selfCare: {
      en: 'Drink water often, do not hold urine back, keep clean from front to back.',
      hi: 'बार-बार पानी पीजिए, पेशाब मत रोकिए, आगे से पीछे की ओर सफ़ाई रखिए।',
      ta: 'அடிக்கடி தண்ணீர் குடியுங்கள், சிறுநீரை அடக்க வேண்டாம், முன்னிருந்து பின்னாகச் சுத்தம் செய்யுங்கள்.',
      'hi-Latn': 'Baar-baar paani peejiye, peshab mat rokiye, aage se peeche ki or safai rakhiye.',
      'ta-Latn': 'Adikadi thanni kudinga, urine adakka vendam, munnadi irundhu pinnadi suthama veinga.',
    },
    watchFor: {
      en: 'Fever, back pain, blood, pregnancy, a man or a child: doctor today. No urine at all: hospital now. Otherwise see a doctor for a urine test within two days.',
      hi: 'बुखार, कमर दर्द, खून, गर्भ, पुरुष या बच्चा: आज ही डॉक्टर। पेशाब बिल्कुल बंद: अभी अस्पताल। नहीं तो दो दिन में पेशाब की जाँच कराइए।',
      ta: 'காய்ச்சல், முதுகு வலி, ரத்தம், கர்ப்பம், ஆண் அல்லது குழந்தை: இன்றே டாக்டர். சிறுநீரே வரவில்லை: இப்போதே மருத்துவமனை. இல்லையென்றால் இரண்டு நாளில் சிறுநீர் பரிசோதனை செய்யுங்கள்.',
      'hi-Latn':
        'Bukhar, kamar dard, khoon, pregnancy, aadmi ya bachcha: aaj hi doctor. Peshab bilkul band: abhi aspatal. Nahi to do din mein peshab ki jaanch karaiye.',
      'ta-Latn':
        'Kaichal, mudhugu vali, ratham, karpam, aambala illana kuzhandhai: innaike doctor. Urine ye varala: ippove aaspathiri. Illana rendu naalla urine test edunga.',
    },
    source: 'NHS, Urinary tract infections (UTIs); NICE NG109, Urinary tract infection (lower)',
  },
  {
    id: 'fever',
    name: { en: 'fever', hi: 'बुखार', ta: 'காய்ச்சல்', 'hi-Latn': 'bukhar', 'ta-Latn': 'kaichal' },
    findings: ['fever'],
    questions: ['red_flags', 'age', 'onset', 'severity', 'pregnancy', 'medicines'],
    redFlagQuestion: {
      en: 'Is there a stiff neck, trouble breathing, bleeding or red spots, confusion, a fit, or very little urine?',
      hi: 'क्या गर्दन अकड़ना, साँस में दिक्कत, खून या लाल धब्बे, उलझन, झटके, या बहुत कम पेशाब है?',
      ta: 'கழுத்து விறைப்பு, மூச்சுத் திணறல், ரத்தம் அல்லது சிவப்புப் புள்ளி, குழப்பம், வலிப்பு, மிகக் குறைந்த சிறுநீர் இருக்கிறதா?',
      'hi-Latn': 'Kya gardan akadna, saans mein dikkat, khoon ya laal dhabbe, uljhan, jhatke, ya bahut kam peshab hai?',
      'ta-Latn':
        'Kazhuthu viraippu, moochu thinaral, ratham illana sivappu pulli, kuzhappam, valippu, romba kammi urine irukka?',
    },
    dangerSaid: 'high fever with stiff neck',
    selfCare: {
      en: 'Measure it, drink much, light clothes, rest. Paracetamol as the packet says; no aspirin or ibuprofen while dengue is about. No antibiotic without a doctor.',
      hi: 'नापिए, खूब पीजिए, हल्के कपड़े, आराम। पैकेट के अनुसार पैरासिटामोल; डेंगू के मौसम में एस्पिरिन या आइबुप्रोफेन नहीं। डॉक्टर के बिना एंटीबायोटिक नहीं।',
      ta: 'அளந்து பாருங்கள், நிறைய குடியுங்கள், லேசான துணி, ஓய்வு. பாக்கெட்டில் உள்ளபடி பாராசிட்டமால்; டெங்கு காலத்தில் ஆஸ்பிரின், இபுபுரூஃபன் வேண்டாம். டாக்டர் இல்லாமல் ஆன்டிபயாடிக் வேண்டாம்.',
      'hi-Latn':
        'Naapiye, khoob peejiye, halke kapde, aaram. Packet ke anusaar paracetamol; dengue ke mausam mein aspirin ya ibuprofen nahi. Doctor ke bina antibiotic nahi.',
      'ta-Latn':
        'Alandhu paarunga, neraya kudinga, lesana thuni, rest. Packet la irukurapadi paracetamol; dengue kaalathula aspirin, ibuprofen vendam. Doctor illama antibiotic vendam.',
    },
    watchFor: {
      en: 'A baby under three months, or any of those signs: hospital now. Three days of fever, 103 °F or more, pregnancy or diabetes: doctor today, with tests for dengue and malaria.',
      hi: 'तीन महीने से छोटा बच्चा, या इनमें से कोई लक्षण: अभी अस्पताल। तीन दिन बुखार, 103 °F या ज़्यादा, गर्भ या शुगर: आज ही डॉक्टर, डेंगू-मलेरिया की जाँच के साथ।',
      ta: 'மூன்று மாதத்துக்குக் குறைந்த குழந்தை, அல்லது இந்த அறிகுறி ஏதாவது: இப்போதே மருத்துவமனை. மூன்று நாள் காய்ச்சல், 103 °F அல்லது மேல், கர்ப்பம் அல்லது சர்க்கரை: இன்றே டாக்டர், டெங்கு மலேரியா பரிசோதனையோடு.',
      'hi-Latn':
        'Teen mahine se chhota bachcha, ya inmein se koi lakshan: abhi aspatal. Teen din bukhar, 103 °F ya zyada, pregnancy ya sugar: aaj hi doctor, dengue-malaria ki jaanch ke saath.',
      'ta-Latn':
        'Moonu maasathuku kuranja kuzhandhai, illana indha ariguri edhavadhu: ippove aaspathiri. Moonu naal kaichal, 103 °F illana mela, karpam illana sugar: innaike doctor, dengue malaria test oda.',
    },
    source: 'NHS, Fever in adults; NICE NG143, Fever in under 5s; WHO, Dengue guidelines (2009)',
  },
  {
    id: 'rash',
    name: {
      en: 'rash or itching',
      hi: 'दाने या खुजली',
      ta: 'தடிப்பு அல்லது அரிப்பு',
      'hi-Latn': 'daane ya khujli',
      'ta-Latn': 'thadippu illana arippu',
    },
    findings: ['rash'],
    questions: ['red_flags', 'onset', 'severity', 'age', 'medicines'],
    redFlagQuestion: {
      en: 'Is there swelling of face or lips, trouble breathing, fever, blisters, spots that stay when pressed, or a new medicine?',
      hi: 'क्या चेहरे या होंठ पर सूजन, साँस में दिक्कत, बुखार, छाले, दबाने पर न मिटने वाले धब्बे, या कोई नई दवा है?',
      ta: 'முகம் உதடு வீக்கம், மூச்சுத் திணறல், காய்ச்சல், கொப்புளம், அழுத்தினாலும் மறையாத புள்ளி, புதிய மருந்து இருக்கிறதா?',
      'hi-Latn':
        'Kya chehre ya honth par soojan, saans mein dikkat, bukhar, chhale, dabane par na mitne wale dhabbe, ya koi nayi dawa hai?',
      'ta-Latn':
        'Mugam udhadu veekkam, moochu thinaral, kaichal, koppalam, azhuthinaalum maraiyadha pulli, pudhu marundhu irukka?',
    },
    dangerSaid: 'rash with blisters and fever, face is swollen',
    selfCare: {
      en: 'Cool water, loose cotton clothes, do not scratch, leave off what may have caused it. No steroid cream without a doctor.',
      hi: 'ठंडा पानी, ढीले सूती कपड़े, खुजलाइए मत, जिससे हुआ हो वह छोड़िए। डॉक्टर के बिना स्टेरॉइड क्रीम नहीं।',
      ta: 'குளிர்ந்த தண்ணீர், தளர்ந்த பருத்தி உடை, சொறிய வேண்டாம், காரணமானதை விடுங்கள். டாக்டர் இல்லாமல் ஸ்டீராய்டு க்ரீம் வேண்டாம்.',
      'hi-Latn':
        'Thanda paani, dheele sooti kapde, khujlaiye mat, jisse hua ho woh chhodiye. Doctor ke bina steroid cream nahi.',
      'ta-Latn':
        'Kulirndha thanni, thalarndha cotton dress, soriya vendam, kaaranamaanadha vidunga. Doctor illama steroid cream vendam.',
    },
    watchFor: {
      en: 'Swollen face or trouble breathing: call 112. Fever, blisters, or a rash after a medicine: doctor today. Longer than a week: see a doctor.',
      hi: 'चेहरा सूजे या साँस में दिक्कत: 112 पर फ़ोन कीजिए। बुखार, छाले, या दवा के बाद दाने: आज ही डॉक्टर। हफ़्ते से ज़्यादा रहे: डॉक्टर को दिखाइए।',
      ta: 'முகம் வீக்கம், மூச்சுத் திணறல்: 112-க்கு அழையுங்கள். காய்ச்சல், கொப்புளம், மருந்துக்குப் பிறகு தடிப்பு: இன்றே டாக்டர். ஒரு வாரத்துக்கு மேல்: டாக்டரைப் பாருங்கள்.',
      'hi-Latn':
        'Chehra sooje ya saans mein dikkat: 112 par phone kijiye. Bukhar, chhale, ya dawa ke baad daane: aaj hi doctor. Hafte se zyada rahe: doctor ko dikhaiye.',
      'ta-Latn':
        'Mugam veekkam, moochu thinaral: 112 ku koopidunga. Kaichal, koppalam, marundhuku apram thadippu: innaike doctor. Oru vaarathuku mela: doctor paarunga.',
    },
    source: 'NHS, Hives; NHS, Rashes in babies and children',
  },
  {
    id: 'back_pain',
    name: { en: 'back pain', hi: 'कमर दर्द', ta: 'முதுகு வலி', 'hi-Latn': 'kamar dard', 'ta-Latn': 'mudhugu vali' },
    findings: ['back_pain'],
    questions: ['red_flags', 'onset', 'severity', 'age', 'pregnancy', 'medicines'],
    redFlagQuestion: {
      en: 'Is there weakness in the legs, numbness between the legs, no control of urine or stool, fever, weight loss, or a fall before it?',
      hi: 'क्या पैरों में कमज़ोरी, जाँघों के बीच सुन्नपन, पेशाब-मल पर काबू न रहना, बुखार, वज़न घटना, या पहले गिरना हुआ है?',
      ta: 'காலில் பலவீனம், தொடை நடுவில் மரத்துப்போதல், சிறுநீர் மலம் கட்டுப்பாடு இல்லை, காய்ச்சல், எடை குறைவு, முன்பு கீழே விழுந்தது இருக்கிறதா?',
      'hi-Latn':
        'Kya pairon mein kamzori, jaanghon ke beech sunnapan, peshab-mal par kaabu na rehna, bukhar, wajan ghatna, ya pehle girna hua hai?',
      'ta-Latn':
        'Kaalla balaveenam, thodai naduvula marathu poradhu, urine motion control illa, kaichal, edai kuraivu, munnadi keezha vizhundhadhu irukka?',
    },
    dangerSaid: 'back pain, weakness in both legs, numbness between the legs, cannot control urine',
    selfCare: {
      en: 'Keep moving gently, a warm bag, no heavy lifting, no long bed rest. Most back pain is better in a few weeks.',
      hi: 'हल्का चलते-फिरते रहिए, गरम सिकाई, भारी मत उठाइए, बिस्तर पर पड़े मत रहिए। ज़्यादातर कमर दर्द कुछ हफ़्तों में ठीक हो जाता है।',
      ta: 'மெதுவாக நடமாடுங்கள், சூடான ஒத்தடம், கனமானதைத் தூக்க வேண்டாம், நாள் முழுக்கப் படுத்திருக்க வேண்டாம். பெரும்பாலும் சில வாரத்தில் சரியாகும்.',
      'hi-Latn':
        'Halka chalte-phirte rahiye, garam sikai, bhaari mat uthaiye, bistar par pade mat rahiye. Zyadatar kamar dard kuch hafton mein theek ho jaata hai.',
      'ta-Latn':
        'Medhuva nadamaadunga, soodana othadam, ganamanadha thooka vendam, naal full ah paduthiruka vendam. Perumbaalum sila vaarathula sariyagum.',
    },
    watchFor: {
      en: 'Numbness between the legs, no control of urine, weak legs: hospital now. Fever, weight loss, after a fall, or longer than six weeks: see a doctor.',
      hi: 'जाँघों के बीच सुन्न, पेशाब पर काबू नहीं, पैर कमज़ोर: अभी अस्पताल। बुखार, वज़न घटना, गिरने के बाद, या छह हफ़्ते से ज़्यादा: डॉक्टर को दिखाइए।',
      ta: 'தொடை நடுவில் மரத்தல், சிறுநீர் கட்டுப்பாடு இல்லை, கால் பலவீனம்: இப்போதே மருத்துவமனை. காய்ச்சல், எடை குறைவு, விழுந்த பிறகு, ஆறு வாரத்துக்கு மேல்: டாக்டரைப் பாருங்கள்.',
      'hi-Latn':
        'Jaanghon ke beech sunn, peshab par kaabu nahi, pair kamzor: abhi aspatal. Bukhar, wajan ghatna, girne ke baad, ya chhe hafte se zyada: doctor ko dikhaiye.',
      'ta-Latn':
        'Thodai naduvula marathudhu, urine control illa, kaal balaveenam: ippove aaspathiri. Kaichal, edai kuraivu, vizhundha apram, aaru vaarathuku mela: doctor paarunga.',
    },
    source: 'NHS, Back pain; NICE NG59, Low back pain and sciatica in over 16s',
  },
]
