import { SOURCES } from '../red-flags/sources.ts'
import type { FirstAid } from './first-aid.ts'

export const BODY_AND_BIRTH_AID = {
  pregnancy: {
    source: SOURCES.pregnancy,
    steps: {
      en: 'Go to a hospital with a labour ward now. Take the antenatal card along.\nLie on the left side. Nothing to eat.\nBleeding: put a pad, count how many, nothing inside.\nShaking fit: on the side, nothing in the mouth.',
      hi: 'अभी ऐसे अस्पताल जाइए जहाँ प्रसव होता हो। जच्चा-बच्चा कार्ड साथ ले जाइए।\nबाईं करवट लेटिए। कुछ खाइए मत।\nखून आ रहा हो तो पैड लगाइए, कितने भीगे गिनिए, अंदर कुछ मत रखिए।\nझटके आएँ तो करवट से लिटाइए, मुँह में कुछ मत डालिए।',
      ta: 'பிரசவ வசதி உள்ள மருத்துவமனைக்கு இப்போதே போங்கள். கர்ப்பகால அட்டையை எடுத்துச் செல்லுங்கள்.\nஇடது பக்கமாகப் படுங்கள். எதுவும் சாப்பிட வேண்டாம்.\nரத்தப்போக்கு இருந்தால் பேடு வையுங்கள், எத்தனை நனைந்தது என்று எண்ணுங்கள், உள்ளே எதுவும் வைக்க வேண்டாம்.\nவலிப்பு வந்தால் ஒருக்களித்துப் படுக்க வையுங்கள், வாயில் எதுவும் வேண்டாம்.',
      'hi-Latn':
        'Abhi aise aspatal jaiye jahan delivery hoti ho. Jachcha-bachcha card saath le jaiye.\nBaayi karwat letiye. Kuch khaiye mat.\nKhoon aa raha ho to pad lagaiye, kitne bheege giniye, andar kuch mat rakhiye.\nJhatke aayein to karwat se litaiye, munh mein kuch mat daaliye.',
      'ta-Latn':
        'Delivery vasadhi irukura aaspathiriku ippove ponga. Pregnancy card eduthutu ponga.\nIdadhu pakkama padunga. Edhuvum saapida vendam.\nRatham vandha pad veinga, ethana nananjudhu nu ennunga, ulla edhuvum veikka vendam.\nValippu vandha orukkalichu padukka veinga, vaaila edhuvum vendam.',
    },
  },
  child_danger: {
    source: SOURCES.child,
    steps: {
      en: "Go to a hospital with a children's doctor now.\nKeep the baby warm against your skin, head covered.\nIf the child can drink: breast milk or ORS, small sips, on the way.\nNo medicine of your own, no gripe water, no home remedy.",
      hi: 'अभी बच्चों के डॉक्टर वाले अस्पताल जाइए।\nबच्चे को सीने से लगाकर गरम रखिए, सिर ढकिए।\nपी सके तो रास्ते में थोड़ा-थोड़ा माँ का दूध या ओआरएस दीजिए।\nअपने मन से कोई दवा, घुट्टी या घरेलू नुस्खा मत दीजिए।',
      ta: 'குழந்தை மருத்துவர் உள்ள மருத்துவமனைக்கு இப்போதே போங்கள்.\nகுழந்தையை உங்கள் நெஞ்சோடு அணைத்துச் சூடாக வையுங்கள், தலையை மூடுங்கள்.\nகுடிக்க முடிந்தால் வழியில் தாய்ப்பால் அல்லது ஓஆர்எஸ் கொஞ்சம் கொஞ்சமாகக் கொடுங்கள்.\nநீங்களாக மருந்து, கிரைப் வாட்டர், வீட்டு வைத்தியம் எதுவும் கொடுக்க வேண்டாம்.',
      'hi-Latn':
        'Abhi bachchon ke doctor wale aspatal jaiye.\nBachche ko seene se lagakar garam rakhiye, sir dhakiye.\nPi sake to raaste mein thoda-thoda maa ka doodh ya ORS dijiye.\nApne mann se koi dawa, ghutti ya gharelu nuskha mat dijiye.',
      'ta-Latn':
        'Kuzhandhai doctor irukura aaspathiriku ippove ponga.\nKuzhandhaiya unga nenjoda anaichu sooda veinga, thalaiya moodunga.\nKudikka mudinja vazhiyila thaaipaal illana ORS konjam konjama kudunga.\nNeengala marundhu, gripe water, veetu vaithiyam edhuvum kuduka vendam.',
    },
  },
  abdomen: {
    source: SOURCES.abdomen,
    steps: {
      en: 'Nothing to eat or drink: an operation may be needed.\nNo painkillers, no laxative, no hot bag on the belly.\nLie as it hurts least, knees bent.',
      hi: 'कुछ मत खाइए-पीजिए: ऑपरेशन की ज़रूरत पड़ सकती है।\nदर्द की गोली, जुलाब, पेट पर सिकाई कुछ नहीं।\nघुटने मोड़कर जैसे आराम लगे वैसे लेटिए।',
      ta: 'எதுவும் சாப்பிடவோ குடிக்கவோ வேண்டாம்: அறுவை சிகிச்சை தேவைப்படலாம்.\nவலி மாத்திரை, பேதி மருந்து, வயிற்றில் ஒத்தடம் வேண்டாம்.\nமுட்டியை மடக்கி, வலி குறைவாக இருக்கும்படி படுங்கள்.',
      'hi-Latn':
        'Kuch mat khaiye-peejiye: operation ki zaroorat pad sakti hai.\nDard ki goli, julaab, pet par sikai kuch nahi.\nGhutne modkar jaise aaram lage waise letiye.',
      'ta-Latn':
        'Edhuvum saapida, kudikka vendam: operation thevai padalam.\nVali maathirai, bedhi marundhu, vayithula othadam vendam.\nMuttiya madakki, vali kammiya irukura maadhiri padunga.',
    },
  },
  testicular: {
    source: SOURCES.testicular,
    steps: {
      en: 'Go to a hospital with a surgeon now: within 6 hours the testicle can be saved.\nNothing to eat or drink. No massage.',
      hi: 'अभी सर्जन वाले अस्पताल जाइए: 6 घंटे के अंदर अंडकोष बच सकता है।\nकुछ मत खाइए-पीजिए। मालिश मत कीजिए।',
      ta: 'அறுவை மருத்துவர் உள்ள மருத்துவமனைக்கு இப்போதே போங்கள்: 6 மணி நேரத்துக்குள் விதையைக் காப்பாற்றலாம்.\nசாப்பிடவோ குடிக்கவோ வேண்டாம். தேய்க்க வேண்டாம்.',
      'hi-Latn':
        'Abhi surgeon wale aspatal jaiye: 6 ghante ke andar andkosh bach sakta hai.\nKuch mat khaiye-peejiye. Maalish mat kijiye.',
      'ta-Latn':
        'Surgeon irukura aaspathiriku ippove ponga: 6 mani nerathukulla vidhaiya kaapaathalam.\nSaapida kudikka vendam. Theika vendam.',
    },
  },
  sepsis: {
    source: SOURCES.sepsis,
    steps: {
      en: 'Go to a hospital now and say: "could this be sepsis?"\nLie down, legs a little raised; sit up if breathing is hard.\nSmall sips of water only if fully awake. Do not try another antibiotic first.',
      hi: 'अभी अस्पताल जाइए और पूछिए: "कहीं यह सेप्सिस तो नहीं?"\nलिटाइए, पैर थोड़े ऊपर; साँस में दिक्कत हो तो बैठाइए।\nपूरा होश हो तभी घूँट-घूँट पानी। पहले घर पर एंटीबायोटिक मत आज़माइए।',
      ta: 'இப்போதே மருத்துவமனைக்குப் போய் "இது செப்சிஸாக இருக்குமா?" என்று கேளுங்கள்.\nபடுக்க வைத்துக் காலைக் கொஞ்சம் உயர்த்துங்கள்; மூச்சு கஷ்டம் என்றால் உட்கார வையுங்கள்.\nமுழு நினைவு இருந்தால் மட்டும் தண்ணீர் கொஞ்சம் கொஞ்சமாக. வீட்டில் ஆன்டிபயாடிக் போட்டுப் பார்க்க வேண்டாம்.',
      'hi-Latn':
        'Abhi aspatal jaiye aur puchhiye: "kahin yeh sepsis to nahi?"\nLitaiye, pair thode upar; saans mein dikkat ho to baithaiye.\nPoora hosh ho tabhi ghoont-ghoont paani. Pehle ghar par antibiotic mat aazmaiye.',
      'ta-Latn':
        'Ippove aaspathiriku poi "idhu sepsis ah irukuma?" nu kelunga.\nPadukka vechu kaala konjam uyarthunga; moochu kashtam na ukkara veinga.\nMuzhu ninaivu irundha mattum thanni konjam konjama. Veetla antibiotic pottu paaka vendam.',
    },
  },
  dehydration: {
    source: SOURCES.dehydration,
    steps: {
      en: 'Go now: fluid through a vein may be needed.\nAwake and able to swallow: ORS in small sips on the way, one spoon every minute if vomiting. A baby: keep breastfeeding.\nNo medicine to stop the motions for a child.',
      hi: 'अभी जाइए: नस से पानी चढ़ाना पड़ सकता है।\nहोश हो और निगल सके तो रास्ते में ओआरएस घूँट-घूँट; उल्टी हो तो हर मिनट एक चम्मच। बच्चे को माँ का दूध देते रहिए।\nबच्चे को दस्त रोकने की दवा मत दीजिए।',
      ta: 'இப்போதே போங்கள்: குளுக்கோஸ் ஏற்ற வேண்டியிருக்கலாம்.\nநினைவு இருந்து விழுங்க முடிந்தால் வழியில் ஓஆர்எஸ் கொஞ்சம் கொஞ்சமாக; வாந்தி இருந்தால் நிமிடத்துக்கு ஒரு ஸ்பூன். குழந்தைக்குத் தாய்ப்பால் தொடருங்கள்.\nகுழந்தைக்குப் பேதியை நிறுத்தும் மருந்து வேண்டாம்.',
      'hi-Latn':
        'Abhi jaiye: nas se paani chadhana pad sakta hai.\nHosh ho aur nigal sake to raaste mein ORS ghoont-ghoont; ulti ho to har minute ek chammach. Bachche ko maa ka doodh dete rahiye.\nBachche ko dast rokne ki dawa mat dijiye.',
      'ta-Latn':
        'Ippove ponga: glucose etha vendi irukalam.\nNinaivu irundhu muzhunga mudinja vazhiyila ORS konjam konjama; vaandhi irundha nimishathuku oru spoon. Kuzhandhaiku thaaipaal thodarunga.\nKuzhandhaiku bedhiya niruthura marundhu vendam.',
    },
  },
  dengue: {
    source: SOURCES.dengue,
    steps: {
      en: 'Go to a hospital now: these are warning signs of severe dengue, most often when the fever is going down.\nOnly paracetamol for fever. No aspirin, no ibuprofen, no diclofenac, no injections into the muscle.\nDrink what you can: ORS, coconut water. Take the latest platelet report along.',
      hi: 'अभी अस्पताल जाइए: ये गंभीर डेंगू के लक्षण हैं, अक्सर बुखार उतरते समय आते हैं।\nबुखार के लिए सिर्फ़ पैरासिटामोल। एस्पिरिन, आइबुप्रोफेन, डाइक्लोफेनाक नहीं, मांस में सुई नहीं।\nजितना हो सके पीजिए: ओआरएस, नारियल पानी। प्लेटलेट की पिछली रिपोर्ट साथ ले जाइए।',
      ta: 'இப்போதே மருத்துவமனைக்குப் போங்கள்: இவை கடுமையான டெங்குவின் எச்சரிக்கை அறிகுறிகள், காய்ச்சல் குறையும்போதுதான் அதிகம் வரும்.\nகாய்ச்சலுக்கு பாராசிட்டமால் மட்டும். ஆஸ்பிரின், இபுபுரூஃபன், டைக்ளோஃபினாக் வேண்டாம், தசையில் ஊசி வேண்டாம்.\nமுடிந்தவரை குடியுங்கள்: ஓஆர்எஸ், இளநீர். கடைசி பிளேட்லெட் ரிப்போர்ட்டை எடுத்துச் செல்லுங்கள்.',
      'hi-Latn':
        'Abhi aspatal jaiye: ye gambhir dengue ke lakshan hain, aksar bukhar utarte samay aate hain.\nBukhar ke liye sirf paracetamol. Aspirin, ibuprofen, diclofenac nahi, maans mein sui nahi.\nJitna ho sake peejiye: ORS, nariyal paani. Platelet ki pichli report saath le jaiye.',
      'ta-Latn':
        'Ippove aaspathiriku ponga: idhu kadumaiyana dengue oda arigurigal, kaichal kuraiyumbodhu dhaan adhigam varum.\nKaichaluku paracetamol mattum. Aspirin, ibuprofen, diclofenac vendam, thasaiyila oosi vendam.\nMudinja varai kudinga: ORS, elaneer. Kadaisi platelet report eduthutu ponga.',
    },
  },
  low_sugar: {
    source: SOURCES.lowSugar,
    steps: {
      en: 'Awake and able to swallow: 3 teaspoons of sugar or glucose in water, or half a glass of fruit juice, now. Measure after 15 minutes; if still below 70, the same again.\nThen eat something: biscuits, roti, rice.\nUnconscious or fitting: nothing by mouth; rub honey or sugar inside the cheek only if lying on the side, and wait for help.\nNo insulin and no sugar tablets until a doctor has said.',
      hi: 'होश हो और निगल सके तो अभी 3 चम्मच चीनी या ग्लूकोज़ पानी में, या आधा गिलास फल का रस। 15 मिनट बाद नापिए; 70 से कम हो तो फिर वही।\nफिर कुछ खाइए: बिस्किट, रोटी, चावल।\nबेहोश हो या झटके आएँ तो मुँह से कुछ मत दीजिए; करवट से लेटा हो तो गाल के अंदर शहद या चीनी मल सकते हैं, और मदद का इंतज़ार कीजिए।\nडॉक्टर के कहे बिना इंसुलिन या शुगर की गोली मत लीजिए।',
      ta: 'நினைவு இருந்து விழுங்க முடிந்தால் இப்போதே 3 ஸ்பூன் சர்க்கரை அல்லது குளுக்கோஸ் தண்ணீரில், அல்லது அரை கிளாஸ் பழச்சாறு. 15 நிமிடம் கழித்து அளந்து பாருங்கள்; 70-க்குக் கீழ் இருந்தால் மறுபடியும் அதே.\nபிறகு ஏதாவது சாப்பிடுங்கள்: பிஸ்கட், சப்பாத்தி, சோறு.\nமயக்கம் அல்லது வலிப்பு என்றால் வாயில் எதுவும் தர வேண்டாம்; ஒருக்களித்துப் படுத்திருந்தால் கன்னத்தின் உள்ளே தேன் அல்லது சர்க்கரை தடவலாம், உதவிக்குக் காத்திருங்கள்.\nடாக்டர் சொல்லும் வரை இன்சுலின், சுகர் மாத்திரை வேண்டாம்.',
      'hi-Latn':
        'Hosh ho aur nigal sake to abhi 3 chammach cheeni ya glucose paani mein, ya aadha gilas phal ka ras. 15 minute baad naapiye; 70 se kam ho to phir wahi.\nPhir kuch khaiye: biscuit, roti, chawal.\nBehosh ho ya jhatke aayein to munh se kuch mat dijiye; karwat se leta ho to gaal ke andar shahad ya cheeni mal sakte hain, aur madad ka intezaar kijiye.\nDoctor ke kahe bina insulin ya sugar ki goli mat lijiye.',
      'ta-Latn':
        'Ninaivu irundhu muzhunga mudinja ippove 3 spoon sakkarai illana glucose thanniyila, illana arai glass pazha juice. 15 nimisham kazhichu alandhu paarunga; 70 ku keezha irundha marubadiyum adhe.\nApram edhavadhu saapidunga: biscuit, chapathi, soru.\nMayakkam illana valippu na vaaila edhuvum kuduka vendam; orukkalichu paduthirundha kannathula ulla then illana sakkarai thadavalam, udhaviku kaathirunga.\nDoctor sollura varai insulin, sugar maathirai vendam.',
    },
  },
  high_sugar: {
    source: SOURCES.highSugar,
    steps: {
      en: 'Go to a hospital now: fluid and insulin through a vein may be needed.\nAwake: drink plain water often. No sweet drinks.\nDo not stop insulin; do not take extra without a doctor. Take the meter and the medicines along.',
      hi: 'अभी अस्पताल जाइए: नस से पानी और इंसुलिन देना पड़ सकता है।\nहोश हो तो सादा पानी बार-बार पीजिए। मीठा कुछ नहीं।\nइंसुलिन बंद मत कीजिए; डॉक्टर के बिना ज़्यादा भी मत लीजिए। मशीन और दवाएँ साथ ले जाइए।',
      ta: 'இப்போதே மருத்துவமனைக்குப் போங்கள்: குளுக்கோஸ் நீர், இன்சுலின் ஏற்ற வேண்டியிருக்கலாம்.\nநினைவு இருந்தால் வெறும் தண்ணீர் அடிக்கடி குடியுங்கள். இனிப்பு வேண்டாம்.\nஇன்சுலினை நிறுத்த வேண்டாம்; டாக்டர் சொல்லாமல் அதிகமும் வேண்டாம். சுகர் மெஷினையும் மருந்தையும் எடுத்துச் செல்லுங்கள்.',
      'hi-Latn':
        'Abhi aspatal jaiye: nas se paani aur insulin dena pad sakta hai.\nHosh ho to saada paani baar-baar peejiye. Meetha kuch nahi.\nInsulin band mat kijiye; doctor ke bina zyada bhi mat lijiye. Machine aur dawaiyan saath le jaiye.',
      'ta-Latn':
        'Ippove aaspathiriku ponga: drips, insulin etha vendi irukalam.\nNinaivu irundha verum thanni adikadi kudinga. Inippu vendam.\nInsulin niruthaadheenga; doctor sollama adhigamum vendam. Sugar machine um marundhum eduthutu ponga.',
    },
  },
  heat_stroke: {
    source: SOURCES.heat,
    steps: {
      en: 'Into the shade, clothes off, now.\nWet the whole body with cool water and fan hard. Ice in cloth at neck, armpits and groin.\nFully awake: cool water or ORS in sips. Otherwise nothing by mouth, on the side.\nNo fever tablets: they do not help here.',
      hi: 'अभी छाँव में लाइए, कपड़े हटाइए।\nपूरे शरीर पर ठंडा पानी डालिए और ज़ोर से पंखा कीजिए। गर्दन, बगल और जाँघ में कपड़े में बर्फ़।\nपूरा होश हो तो ठंडा पानी या ओआरएस घूँट-घूँट। नहीं तो करवट, मुँह से कुछ नहीं।\nबुखार की गोली मत दीजिए, इसमें काम नहीं करती।',
      ta: 'இப்போதே நிழலுக்குக் கொண்டு போங்கள், துணியைத் தளர்த்துங்கள்.\nஉடம்பு முழுக்கக் குளிர்ந்த தண்ணீர் ஊற்றி, நன்றாக விசிறுங்கள். கழுத்து, அக்குள், தொடை இடுக்கில் துணியில் ஐஸ் வையுங்கள்.\nமுழு நினைவு இருந்தால் தண்ணீர் அல்லது ஓஆர்எஸ் கொஞ்சம் கொஞ்சமாக. இல்லையென்றால் ஒருக்களித்துப் படுக்க வையுங்கள், வாயில் எதுவும் வேண்டாம்.\nகாய்ச்சல் மாத்திரை வேண்டாம், இதற்குப் பயன் இல்லை.',
      'hi-Latn':
        'Abhi chhaon mein laiye, kapde hataiye.\nPoore shareer par thanda paani daaliye aur zor se pankha kijiye. Gardan, bagal aur jaangh mein kapde mein barf.\nPoora hosh ho to thanda paani ya ORS ghoont-ghoont. Nahi to karwat, munh se kuch nahi.\nBukhar ki goli mat dijiye, ismein kaam nahi karti.',
      'ta-Latn':
        'Ippove nizhaluku kondu ponga, thuniya thalarthunga.\nUdambu full ah kulirndha thanni oothi, nalla visirunga. Kazhuthu, akkul, thodai idukula thuniyila ice veinga.\nMuzhu ninaivu irundha thanni illana ORS konjam konjama. Illana orukkalichu padukka veinga, vaaila edhuvum vendam.\nKaichal maathirai vendam, idhuku palan illa.',
    },
  },
  limb_ischaemia: {
    source: SOURCES.limb,
    steps: {
      en: 'Go to a hospital now: within hours the limb can be saved.\nKeep it still and lower than the heart. No massage, no hot bag.',
      hi: 'अभी अस्पताल जाइए: कुछ घंटों में हाथ-पैर बचाया जा सकता है।\nहिलाइए मत, दिल से नीचे रखिए। मालिश और सिकाई नहीं।',
      ta: 'இப்போதே மருத்துவமனைக்குப் போங்கள்: சில மணி நேரத்துக்குள் கை காலைக் காப்பாற்றலாம்.\nஅசைக்காமல் இதயத்துக்குக் கீழே வையுங்கள். தேய்க்கவோ ஒத்தடம் தரவோ வேண்டாம்.',
      'hi-Latn':
        'Abhi aspatal jaiye: kuch ghanton mein haath-pair bachaya ja sakta hai.\nHilaiye mat, dil se neeche rakhiye. Maalish aur sikai nahi.',
      'ta-Latn':
        'Ippove aaspathiriku ponga: sila mani nerathukulla kai kaala kaapaathalam.\nAsaikama idhayathuku keezha veinga. Theikavo othadam tharavo vendam.',
    },
  },
  general: {
    source: SOURCES.trauma,
    steps: {
      en: 'Stay with the person and keep them calm and warm.\nTake along the medicines and the latest reports.\nIf breathing stops: push hard and fast on the middle of the chest.',
      hi: 'साथ रहिए, शांत और गरम रखिए।\nदवाएँ और पिछली रिपोर्टें साथ ले जाइए।\nसाँस रुक जाए तो छाती के बीच में ज़ोर से, जल्दी-जल्दी दबाइए।',
      ta: 'கூடவே இருங்கள், அமைதியாகவும் சூடாகவும் வையுங்கள்.\nமருந்துகளையும் கடைசி ரிப்போர்ட்டுகளையும் எடுத்துச் செல்லுங்கள்.\nமூச்சு நின்றால் நெஞ்சின் நடுவில் பலமாக, வேகமாக அழுத்துங்கள்.',
      'hi-Latn':
        'Saath rahiye, shaant aur garam rakhiye.\nDawaiyan aur pichli reportein saath le jaiye.\nSaans ruk jaye to chhati ke beech mein zor se, jaldi-jaldi dabaiye.',
      'ta-Latn':
        'Koodave irunga, amaidhiya, sooda veinga.\nMarundhum kadaisi report um eduthutu ponga.\nMoochu ninna nenju naduvula balama, vegama azhuthunga.',
    },
  },
} as const satisfies Readonly<Record<string, FirstAid>>
