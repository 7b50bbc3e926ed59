import { SOURCES } from '../red-flags/sources.ts'
import type { FirstAid } from './first-aid.ts'

export const HEART_BREATH_BRAIN_AID = {
  cardiac: {
    source: SOURCES.heart,
    steps: {
      en: 'Sit down, lean back, loosen tight clothes.\nDo not walk, do not drive yourself.\nIf not allergic to aspirin: chew one aspirin (300 mg), unless a doctor has forbidden it.\nIf the person stops breathing: push hard and fast on the middle of the chest.',
      hi: 'बैठ जाइए, पीठ टिकाइए, कसे कपड़े ढीले कर दीजिए।\nचलिए मत, खुद गाड़ी मत चलाइए।\nएस्पिरिन से एलर्जी न हो और डॉक्टर ने मना न किया हो तो एक एस्पिरिन (300 मि.ग्रा.) चबाइए।\nसाँस रुक जाए तो छाती के बीच में ज़ोर से, जल्दी-जल्दी दबाइए।',
      ta: 'உட்காருங்கள், சாய்ந்து கொள்ளுங்கள், இறுக்கமான துணியைத் தளர்த்துங்கள்.\nநடக்க வேண்டாம், நீங்களே வண்டி ஓட்ட வேண்டாம்.\nஆஸ்பிரின் ஒவ்வாமை இல்லை, டாக்டர் வேண்டாம் என்று சொல்லவில்லை என்றால் ஒரு ஆஸ்பிரின் (300 மி.கி.) மென்று விழுங்குங்கள்.\nமூச்சு நின்றால் நெஞ்சின் நடுவில் பலமாக, வேகமாக அழுத்துங்கள்.',
      'hi-Latn':
        'Baith jaiye, peeth tikaiye, kase kapde dheele kar dijiye.\nChaliye mat, khud gaadi mat chalaiye.\nAspirin se allergy na ho aur doctor ne mana na kiya ho to ek aspirin (300 mg) chabaiye.\nSaans ruk jaye to chhati ke beech mein zor se, jaldi-jaldi dabaiye.',
      'ta-Latn':
        'Ukkaarunga, saanjukonga, irukkamana thuniya thalarthunga.\nNadakka vendam, neengale vandi otta vendam.\nAspirin allergy illa, doctor vendam nu sollala na oru aspirin (300 mg) mennu muzhungunga.\nMoochu ninna nenju naduvula balama, vegama azhuthunga.',
    },
  },
  stroke: {
    source: SOURCES.stroke,
    steps: {
      en: 'Note the time it began: some treatments work only in the first hours.\nLay the person on the side, head a little raised.\nGive nothing to eat or drink, no tablets, no aspirin.\nGo to a hospital with a CT scan.',
      hi: 'शुरू होने का समय याद रखिए: कुछ इलाज पहले कुछ घंटों में ही असर करते हैं।\nकरवट से लिटाइए, सिर थोड़ा ऊँचा रखिए।\nकुछ खाने-पीने को मत दीजिए, कोई गोली नहीं, एस्पिरिन भी नहीं।\nऐसे अस्पताल जाइए जहाँ सीटी स्कैन हो।',
      ta: 'எப்போது தொடங்கியது என்று நேரத்தைக் குறித்துக் கொள்ளுங்கள்: சில சிகிச்சைகள் முதல் சில மணி நேரத்தில்தான் பலன் தரும்.\nஒருக்களித்துப் படுக்க வையுங்கள், தலை கொஞ்சம் உயரமாக இருக்கட்டும்.\nசாப்பிடவோ குடிக்கவோ எதுவும் தர வேண்டாம், மாத்திரை வேண்டாம், ஆஸ்பிரினும் வேண்டாம்.\nசிடி ஸ்கேன் உள்ள மருத்துவமனைக்குப் போங்கள்.',
      'hi-Latn':
        'Shuru hone ka time yaad rakhiye: kuch ilaj pehle kuch ghanton mein hi asar karte hain.\nKarwat se litaiye, sir thoda ooncha rakhiye.\nKuch khane-peene ko mat dijiye, koi goli nahi, aspirin bhi nahi.\nAise aspatal jaiye jahan CT scan ho.',
      'ta-Latn':
        'Eppo aarambichadhu nu neratha kurichukonga: sila sigichai mudhal sila mani nerathula dhaan palan tharum.\nOrukkalichu padukka veinga, thalai konjam uyarama irukattum.\nSaapida, kudikka edhuvum kudukka vendam, maathirai vendam, aspirin um vendam.\nCT scan irukura aaspathiriku ponga.',
    },
  },
  breathing: {
    source: SOURCES.breathing,
    steps: {
      en: 'Sit upright, lean a little forward. Do not lie flat.\nOpen windows, loosen clothes.\nIf there is an inhaler for this: 1 puff every minute, up to 10 puffs.\nStay with the person. If breathing stops, press on the chest.',
      hi: 'सीधे बैठाइए, थोड़ा आगे झुकाइए। सीधा मत लिटाइए।\nखिड़की खोलिए, कपड़े ढीले कीजिए।\nइनहेलर हो तो हर मिनट एक पफ़, ज़्यादा से ज़्यादा 10 पफ़।\nसाथ रहिए। साँस रुक जाए तो छाती दबाइए।',
      ta: 'நிமிர்ந்து உட்கார வையுங்கள், கொஞ்சம் முன்னால் சாயட்டும். படுக்க வைக்க வேண்டாம்.\nஜன்னலைத் திறங்கள், துணியைத் தளர்த்துங்கள்.\nஇன்ஹேலர் இருந்தால் நிமிடத்துக்கு ஒரு முறை, 10 முறை வரை.\nகூடவே இருங்கள். மூச்சு நின்றால் நெஞ்சை அழுத்துங்கள்.',
      'hi-Latn':
        'Seedhe baithaiye, thoda aage jhukaiye. Seedha mat litaiye.\nKhidki kholiye, kapde dheele kijiye.\nInhaler ho to har minute ek puff, zyada se zyada 10 puff.\nSaath rahiye. Saans ruk jaye to chhati dabaiye.',
      'ta-Latn':
        'Nimirndhu ukkara veinga, konjam munnadi saayattum. Padukka veikka vendam.\nJannala thiranga, thuniya thalarthunga.\nInhaler irundha nimishathuku oru thadava, 10 thadava varai.\nKoodave irunga. Moochu ninna nenja azhuthunga.',
    },
  },
  low_oxygen: {
    source: SOURCES.breathing,
    steps: {
      en: 'Sit upright. Rest, do not walk about.\nWarm the finger, wipe off nail polish and measure once more while help is coming.\nIf there is oxygen at home that a doctor prescribed, use it as told.',
      hi: 'सीधे बैठिए। आराम कीजिए, चलिए-फिरिए मत।\nउँगली गरम कीजिए, नेल पॉलिश हटाइए, और मदद आते-आते एक बार फिर नापिए।\nघर में डॉक्टर की बताई ऑक्सीजन हो तो वैसे ही लगाइए।',
      ta: 'நிமிர்ந்து உட்காருங்கள். ஓய்வெடுங்கள், நடமாட வேண்டாம்.\nவிரலைச் சூடாக்கி, நகப்பூச்சைத் துடைத்து, உதவி வருவதற்குள் இன்னொரு முறை அளந்து பாருங்கள்.\nடாக்டர் சொன்ன ஆக்சிஜன் வீட்டில் இருந்தால் அவர் சொன்னபடி பயன்படுத்துங்கள்.',
      'hi-Latn':
        'Seedhe baithiye. Aaram kijiye, chaliye-phiriye mat.\nUngli garam kijiye, nail polish hataiye, aur madad aate-aate ek baar phir naapiye.\nGhar mein doctor ki batayi oxygen ho to waise hi lagaiye.',
      'ta-Latn':
        'Nimirndhu ukkaarunga. Rest edunga, nadamaada vendam.\nVirala soodaaki, nail polish thodachu, udhavi varradhukulla innoru thadava alandhu paarunga.\nDoctor sonna oxygen veetla irundha avar sonnapadi use pannunga.',
    },
  },
  choking: {
    source: SOURCES.choking,
    steps: {
      en: 'If the person can cough, let them cough.\nIf not: 5 hard blows between the shoulder blades, then 5 sharp pushes inwards and upwards above the navel. Repeat.\nA baby under 1 year: face down along your arm, 5 back blows, then 5 pushes on the chest with two fingers.\nDo not put a finger in blindly. If unconscious: press on the chest.',
      hi: 'खाँस पा रहे हों तो खाँसने दीजिए।\nनहीं तो: दोनों कंधों के बीच पीठ पर 5 बार ज़ोर से मारिए, फिर नाभि के ऊपर 5 बार अंदर-ऊपर की ओर झटका दीजिए। बार-बार कीजिए।\n1 साल से छोटा बच्चा: बाँह पर उल्टा लिटाकर पीठ पर 5 थपकी, फिर दो उँगलियों से छाती पर 5 बार दबाइए।\nमुँह में बिना देखे उँगली मत डालिए। बेहोश हो जाए तो छाती दबाइए।',
      ta: 'இருமினால் இரும விடுங்கள்.\nஇல்லையென்றால்: முதுகில் தோள்பட்டைகளுக்கு நடுவில் 5 முறை பலமாகத் தட்டுங்கள், பிறகு தொப்புளுக்கு மேல் 5 முறை உள்ளே மேலாக அழுத்துங்கள். மீண்டும் மீண்டும் செய்யுங்கள்.\n1 வயதுக்குக் குறைந்த குழந்தை: கையில் கவிழ்த்துப் போட்டு முதுகில் 5 தட்டு, பிறகு இரண்டு விரலால் நெஞ்சில் 5 முறை அழுத்துங்கள்.\nபார்க்காமல் வாயில் விரல் விட வேண்டாம். மயங்கினால் நெஞ்சை அழுத்துங்கள்.',
      'hi-Latn':
        'Khaans pa rahe hon to khaansne dijiye.\nNahi to: dono kandhon ke beech peeth par 5 baar zor se maariye, phir naabhi ke upar 5 baar andar-upar ki or jhatka dijiye. Baar-baar kijiye.\n1 saal se chhota bachcha: baanh par ulta litakar peeth par 5 thapki, phir do ungliyon se chhati par 5 baar dabaiye.\nMunh mein bina dekhe ungli mat daaliye. Behosh ho jaye to chhati dabaiye.',
      'ta-Latn':
        'Irumina iruma vidunga.\nIllana: mudhugula tholpattai naduvula 5 thadava balama thattunga, apram thoppuluku mela 5 thadava ulla mela azhuthunga. Thirumba thirumba seiyunga.\n1 vayasuku kuranja kuzhandhai: kaila kavuthu pottu mudhugula 5 thattu, apram rendu viralala nenjula 5 thadava azhuthunga.\nPaakkama vaaila viral vida vendam. Mayangina nenja azhuthunga.',
    },
  },
  unconscious: {
    source: SOURCES.resuscitation,
    steps: {
      en: 'Shake the shoulder and call loudly. Look for breathing.\nNot breathing, or only gasping: push down hard on the middle of the chest, 2 pushes each second, do not stop.\nBreathing: turn the person on the side, head tilted back.\nGive nothing by mouth.',
      hi: 'कंधा हिलाकर ज़ोर से पुकारिए। देखिए साँस चल रही है या नहीं।\nसाँस नहीं, या बस हिचकी जैसी: छाती के बीच में ज़ोर से दबाइए, एक सेकंड में 2 बार, रुकिए मत।\nसाँस चल रही हो तो करवट से लिटाइए, सिर पीछे की ओर।\nमुँह से कुछ मत दीजिए।',
      ta: 'தோளைத் தட்டி சத்தமாகக் கூப்பிடுங்கள். மூச்சு இருக்கிறதா பாருங்கள்.\nமூச்சு இல்லை, அல்லது விட்டு விட்டு வருகிறது: நெஞ்சின் நடுவில் பலமாக அழுத்துங்கள், நொடிக்கு 2 முறை, நிறுத்த வேண்டாம்.\nமூச்சு இருந்தால் ஒருக்களித்துப் படுக்க வையுங்கள், தலை பின்னால் சாய்ந்திருக்கட்டும்.\nவாயில் எதுவும் தர வேண்டாம்.',
      'hi-Latn':
        'Kandha hilakar zor se pukariye. Dekhiye saans chal rahi hai ya nahi.\nSaans nahi, ya bas hichki jaisi: chhati ke beech mein zor se dabaiye, ek second mein 2 baar, rukiye mat.\nSaans chal rahi ho to karwat se litaiye, sir peeche ki or.\nMunh se kuch mat dijiye.',
      'ta-Latn':
        'Thola thatti sathama koopidunga. Moochu irukka paarunga.\nMoochu illa, illana vittu vittu varudhu: nenju naduvula balama azhuthunga, oru second ku 2 thadava, niruthaadheenga.\nMoochu irundha orukkalichu padukka veinga, thalai pinnadi saanjirukattum.\nVaaila edhuvum kudukka vendam.',
    },
  },
  seizure: {
    source: SOURCES.seizure,
    steps: {
      en: 'Move hard things away, put something soft under the head.\nDo not hold the person down. Put nothing in the mouth: no spoon, no onion, no key.\nLook at the clock. When the shaking ends, turn the person on the side.\nStay until they are fully awake.',
      hi: 'आस-पास की सख़्त चीज़ें हटाइए, सिर के नीचे कुछ नरम रखिए।\nपकड़कर मत रोकिए। मुँह में कुछ मत डालिए: न चम्मच, न प्याज़, न चाबी।\nघड़ी देखिए। झटके रुकें तो करवट से लिटाइए।\nपूरा होश आने तक साथ रहिए।',
      ta: 'பக்கத்தில் உள்ள கடினமான பொருட்களை நகர்த்துங்கள், தலைக்கு அடியில் மென்மையாக ஏதாவது வையுங்கள்.\nஇறுக்கிப் பிடிக்க வேண்டாம். வாயில் எதுவும் வைக்க வேண்டாம்: கரண்டி, வெங்காயம், சாவி எதுவும் வேண்டாம்.\nநேரத்தைப் பாருங்கள். வலிப்பு நின்றதும் ஒருக்களித்துப் படுக்க வையுங்கள்.\nமுழு நினைவு வரும் வரை கூடவே இருங்கள்.',
      'hi-Latn':
        'Aas-paas ki sakht cheezein hataiye, sir ke neeche kuch naram rakhiye.\nPakadkar mat rokiye. Munh mein kuch mat daaliye: na chammach, na pyaaz, na chaabi.\nGhadi dekhiye. Jhatke rukein to karwat se litaiye.\nPoora hosh aane tak saath rahiye.',
      'ta-Latn':
        'Pakkathula irukura kadinamana porulgala nagarthunga, thalaiku adiyila menmaiya edhavadhu veinga.\nIruki pidikka vendam. Vaaila edhuvum veikka vendam: karandi, vengayam, saavi edhuvum vendam.\nNeratha paarunga. Valippu ninnadhum orukkalichu padukka veinga.\nMuzhu ninaivu varra varai koodave irunga.',
    },
  },
  headache: {
    source: SOURCES.headache,
    steps: {
      en: 'Lie down in a quiet, dark room with someone beside you.\nDo not drive. Take no aspirin.\nSay when it began and how fast it came.',
      hi: 'शांत, अँधेरे कमरे में लेटिए, कोई साथ रहे।\nगाड़ी मत चलाइए। एस्पिरिन मत लीजिए।\nबताइए दर्द कब और कितनी जल्दी शुरू हुआ।',
      ta: 'அமைதியான, இருட்டான அறையில் படுங்கள், யாராவது கூட இருக்கட்டும்.\nவண்டி ஓட்ட வேண்டாம். ஆஸ்பிரின் வேண்டாம்.\nஎப்போது, எவ்வளவு வேகமாக வந்தது என்று சொல்லுங்கள்.',
      'hi-Latn':
        'Shaant, andhere kamre mein letiye, koi saath rahe.\nGaadi mat chalaiye. Aspirin mat lijiye.\nBataiye dard kab aur kitni jaldi shuru hua.',
      'ta-Latn':
        'Amaidhiyana, iruttana room la padunga, yaaravadhu kooda irukattum.\nVandi otta vendam. Aspirin vendam.\nEppo, evlo vegama vandhuchu nu sollunga.',
    },
  },
  high_blood_pressure: {
    source: SOURCES.bloodPressure,
    steps: {
      en: "Sit quietly for five minutes and measure once more.\nTake your usual medicine if today's dose was missed; take no extra tablets on your own.\nWith chest pain, weakness, trouble speaking or seeing: do not wait for the second reading.",
      hi: 'पाँच मिनट चुपचाप बैठिए और एक बार फिर नापिए।\nआज की रोज़ वाली दवा छूटी हो तो ले लीजिए; अपने मन से ज़्यादा गोली मत लीजिए।\nसीने में दर्द, कमज़ोरी, बोलने या देखने में दिक्कत हो तो दोबारा नापने का इंतज़ार मत कीजिए।',
      ta: 'ஐந்து நிமிடம் அமைதியாக உட்கார்ந்து இன்னொரு முறை அளந்து பாருங்கள்.\nஇன்றைய வழக்கமான மாத்திரை விட்டுப்போயிருந்தால் போடுங்கள்; நீங்களாக அதிகம் போட வேண்டாம்.\nநெஞ்சு வலி, பலவீனம், பேச்சு அல்லது பார்வை தடுமாற்றம் இருந்தால் மறுபடி அளக்கக் காத்திருக்க வேண்டாம்.',
      'hi-Latn':
        'Paanch minute chupchaap baithiye aur ek baar phir naapiye.\nAaj ki roz wali dawa chhooti ho to le lijiye; apne mann se zyada goli mat lijiye.\nSeene mein dard, kamzori, bolne ya dekhne mein dikkat ho to dobara naapne ka intezaar mat kijiye.',
      'ta-Latn':
        'Anju nimisham amaidhiya ukkandhu innoru thadava alandhu paarunga.\nInnaiku podura maathirai vittu poirundha podunga; neengala adhigam poda vendam.\nNenju vali, balaveenam, pechu illana paarvai thadumaatram irundha marubadi alakka kaathiruka vendam.',
    },
  },
  vision: {
    source: SOURCES.vision,
    steps: {
      en: 'Go to a hospital with an eye department today, at once: hours matter.\nDo not drive. Do not rub the eye, put in no drops of your own.\nNote when it began.',
      hi: 'अभी ऐसे अस्पताल जाइए जहाँ आँखों का विभाग हो: एक-एक घंटा कीमती है।\nगाड़ी मत चलाइए। आँख मत रगड़िए, अपने मन से कोई दवा मत डालिए।\nशुरू होने का समय याद रखिए।',
      ta: 'உடனே கண் பிரிவு உள்ள மருத்துவமனைக்குப் போங்கள்: ஒவ்வொரு மணி நேரமும் முக்கியம்.\nவண்டி ஓட்ட வேண்டாம். கண்ணைத் தேய்க்க வேண்டாம், நீங்களாக மருந்து விட வேண்டாம்.\nஎப்போது தொடங்கியது என்று குறித்துக் கொள்ளுங்கள்.',
      'hi-Latn':
        'Abhi aise aspatal jaiye jahan aankhon ka vibhag ho: ek-ek ghanta keemti hai.\nGaadi mat chalaiye. Aankh mat ragdiye, apne mann se koi dawa mat daaliye.\nShuru hone ka time yaad rakhiye.',
      'ta-Latn':
        'Udane kan department irukura aaspathiriku ponga: ovvoru mani neramum mukkiyam.\nVandi otta vendam. Kanna theika vendam, neengala marundhu vida vendam.\nEppo aarambichadhu nu kurichukonga.',
    },
  },
  meningitis: {
    source: SOURCES.meningitis,
    steps: {
      en: 'Go to the hospital now, do not wait for a rash.\nKeep the person lying down, in dim light, drinking if fully awake.\nTell the doctor about the fever, the neck and any spots that do not fade when pressed.',
      hi: 'अभी अस्पताल जाइए, दाने निकलने का इंतज़ार मत कीजिए।\nधीमी रोशनी में लिटाइए; पूरा होश हो तो पानी पिलाइए।\nडॉक्टर को बुखार, गर्दन की अकड़न और दबाने पर न मिटने वाले दानों के बारे में बताइए।',
      ta: 'இப்போதே மருத்துவமனைக்குப் போங்கள், தடிப்பு வரும் வரை காத்திருக்க வேண்டாம்.\nமங்கிய வெளிச்சத்தில் படுக்க வையுங்கள்; முழு நினைவு இருந்தால் தண்ணீர் கொடுங்கள்.\nகாய்ச்சல், கழுத்து விறைப்பு, அழுத்தினால் மறையாத புள்ளிகள் பற்றி டாக்டரிடம் சொல்லுங்கள்.',
      'hi-Latn':
        'Abhi aspatal jaiye, daane nikalne ka intezaar mat kijiye.\nDheemi roshni mein litaiye; poora hosh ho to paani pilaiye.\nDoctor ko bukhar, gardan ki akdan aur dabane par na mitne wale daanon ke baare mein bataiye.',
      'ta-Latn':
        'Ippove aaspathiriku ponga, thadippu varra varai kaathiruka vendam.\nMangalana velichathula padukka veinga; muzhu ninaivu irundha thanni kudunga.\nKaichal, kazhuthu viraippu, azhuthina maraiyadha pulligal pathi doctor kitta sollunga.',
    },
  },
} as const satisfies Readonly<Record<string, FirstAid>>
