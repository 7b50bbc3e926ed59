import type { WordClasses } from '../red-flag.ts'

/** What is felt or seen, and how strongly. */
export const SYMPTOM_WORDS: WordClasses = {
  wind: {
    en: 'gas | gassy | wind | bloated | bloating | acidity | indigestion',
    hi: 'गैस | एसिडिटी | अफारा | अम्लता',
    ta: 'வாயு* | கேஸ்* | காத்து* | அசிடிட்டி*',
    'hi-Latn': 'gas | gais | acidity | afara | bloating',
    'ta-Latn': 'gas | vaayu* | vayu* | acidity* | kaathu*',
  },
  pain: {
    en: 'pain | pains | painful | paining | hurt | hurts | hurting | ache | aches | aching | sore | agony | discomfort | cramp* | stabbing | sharp pain',
    hi: 'दर्द | पीड़ा | दुख* | दरद | पेन | तकलीफ | तकलीफ़ | दर्द* | मरोड़* | चुभ* | टीस | कसक',
    ta: 'வலி* | வேதனை* | பெயின் | குத்த* | வலிக்* | நோவ*',
    'hi-Latn': 'dard | peeda | dukh | dukhta | dukh* | takleef | taklif | pain | marod | chubh*',
    'ta-Latn':
      'vali | valikkudhu | valikudhu | valikku* | valiku* | valikk* | valiyum | valiya | valiyaa | vali* | vedhanai | vethanai | kuthudhu | kuthuthu | noguthu | pain | paining',
  },
  tight: {
    en: 'tight | tightness | tightening | pressure | pressing | heavy | heaviness | crush* | squeez* | weight | burning | constrict* | gripping | clutch* | grabb* | holding | uneasy | uneasiness | band | belt | vice | vise | squash* | compress* | stone | rock | brick | boulder | elephant | standing | sitting',
    hi: 'जकड़* | दबाव | भारी* | भारीपन | कस* | पकड़* | दबा* | बोझ | जकड़न | खिंचाव | घुटन | टाइट* | निचोड़* | भींच* | मसल* | खिंच* | खींच* | झनझन* | पत्थर',
    ta: 'இறுக்* | இறுக* | அழுத்த* | பாரம்* | பாரம | கனம* | கனக்* | நெருக்* | பிசை* | பிடிச்ச* | அடைச்ச* | அடைக்* | அமுக்* | டைட்* | இழுக்* | பிடிக்குது | பிடிக்கிற* | கல்லு | கல்ல | முறுக்*',
    'hi-Latn':
      'jakdan | jakad* | jakda* | dabav | dabaav | bhari | bhaari* | bharipan | kasav | pakad* | kasaav | bojh | tight* | pressure | heavy | heaviness | ghutan | jakran | khinchav | dabaw | khinch* | kheench* | kheech* | bheench* | dabaa | daba | dabta | dabti | patthar | pathar | nichod* | pakd*',
    'ta-Latn':
      'irukkama | irukam* | irukkam | irukki pid* | iruki pid* | azhuthu* | azhuth* | azhutham | aluthu* | baaram* | baarama | paaram* | ganam* | kanam* | tight* | pressure | pidichu | pudichu | pidikudhu | adaikudhu | adaik* | adachu* | amukku* | heavy | nerukku* | pidich* | pudich* | pesayu* | pisaiyu* | pisayu* | izhukudhu | izhukkudhu | ilukudhu | kallu | kanakudhu | murukk*',
  },
  severe: {
    en: 'severe | severely | terrible | unbearable | worst | intense | excruciating | extreme | extremely | horrible | awful | bad | badly | very | really | lot | crushing | massive | heavy | heavily | violent | tremendous | profuse* | sharp | agonising | agonizing | screaming | doubled | intolerable | cant bear | cannot bear | cant tolerate | stand straight | too much | acute | terribly | awfully | unable to bear | beyond bearing | screams | brutal | worse | cant sit | cant stand | cant sleep | cant even',
    hi: 'तेज | तेज़ | बहुत | भयंकर | असहनीय | भारी | ज़ोर | जोर | गंभीर | बर्दाश्त | सहन | अत्यधिक | ज्यादा | ज़्यादा | खूब | बेहद | भयानक | काफी | तीव्र | जबरदस्त | ज़बरदस्त | तीखा | तड़प* | चीख* | बैठा नहीं जा* | खड़ा नहीं हो* | उठा नहीं जा* | सीधा नहीं',
    ta: 'கடும* | பயங்கர* | தாங்க* | தாங்கல* | அதிக* | ரொம்ப* | ஜாஸ்தி* | மோசமா* | தீவிர* | பலமா* | பலத்த | மிக* | உயிர்போற | அளவுக்கு | கொடூர* | ஓவரா | உயிரே போ* | உசுரு போ* | உசிரு போ* | உசுரே போ* | தாங்கமுடி* | செம | உட்கார முடிய* | நிக்க முடிய* | தூங்க முடிய*',
    'hi-Latn':
      'tez | tej | teez | bahut | bohot | bohat | bht | bhayankar | asahniya | bhari | bhaari | zor | jor | gambhir | bardasht | bardaasht | sahan | sahn | zyada | jyada | khoob | behad | bhayanak | kaafi | severe | heavy | zabardast | extreme | intense | tadap* | cheekh* | tagda | baitha nahi ja* | khada nahi ho* | utha nahi ja* | seedha nahi',
    'ta-Latn':
      'kadum* | kadumaiyana | bayangara* | bayangarama | bayankara* | thaanga* | thanga mudi* | thaangala | adhigam* | athigam* | adhigama | athigama | romba* | jaasthi* | mosama* | theevira* | balama* | balatha | miga | severe | heavy | uyir pogudhu | over | extreme | usuru po* | usure po* | usiru po* | uyire po* | uyir po* | thaangamudi* | semma | ukkara mudi* | ukara mudi* | nikka mudi* | thoonga mudi*',
  },
  mild: {
    en: 'mild | mildly | slight | slightly | little | minor | small | tiny | light | dull | superficial | bit | low grade | lowgrade',
    hi: 'हल्का | हल्की | हल्के | हलका | हलकी | थोड़ा | थोड़ी | थोड़े | मामूली | ज़रा | जरा | छोटा | छोटी | छोटे',
    ta: 'லேசா* | லேசான | லேசு | கொஞ்ச* | சின்ன | சிறு* | சிறிய | மிதமான | இலேசா* | சிறிதளவு',
    'hi-Latn':
      'halka | halki | halke | thoda | thodi | thode | thora | thori | mamuli | mamooli | zara | jara | chota | choti | chhota | chhoti | chhote | mild | slight | light',
    'ta-Latn': 'lesa* | lesana | lesaana | konjam* | konjama | chinna | siru | siriya | mild | slight | light | sinna',
  },
  sudden: {
    en: 'sudden | suddenly | abrupt* | all of a sudden | out of nowhere | thunderclap | acute | just now',
    hi: 'अचानक | एकदम | एकाएक | यकायक | अभी अभी',
    ta: 'திடீர்* | திடீரென* | சட்ட* | திடிர்* | இப்பதான்',
    'hi-Latn': 'achanak | achaanak | ekdam | ekaek | sudden | suddenly | abhi abhi',
    'ta-Latn': 'thidir* | thideer* | thidirnu | thideernu | tidirnu | sudden* | satunu | sattunu',
  },
  difficulty: {
    en: 'difficult | difficulty | difficulties | trouble | hard | struggling | struggle | struggles | problem | problems | issue | issues | distress | laboured | labored | cant | cannot | can not | couldnt | unable | not able | short | shortness | shallow | barely | hardly | discomfort | troubles | difficulties | not being able | fighting | labouring | not coming | effort | exhausting | tiring | suffering | gasping | inadequate',
    hi: 'तकलीफ | तकलीफ़ | दिक्कत* | दिक़्क़त | मुश्किल* | परेशानी | परेशान | कठिनाई* | प्रॉब्लम | समस्या | कष्ट | भारी | खींच* | उखड़* | अटक* | रुक* | घुट* | ज़ोर लगा* | जोर लगा* | मेहनत | अंदर नहीं | नहीं जा रह* | तड़प* | बेचैन* | नहीं भर* | नहीं हो पा* | ठीक से नहीं',
    ta: 'கஷ்ட* | சிரம* | திணற* | திணர* | தடுமாற* | பிரச்ச* | பிரச்சினை* | கடின* | அவதி* | தொந்தரவ* | இழுத்து* | முட்டு* | இரைக்* | கட்டுப்பட* | தவி* | போராடு* | துடி* | ஏங்கு* | எடுக்கவே | எடுக்க முடிய* | விடவே முடிய* | சரியா வர*',
    'hi-Latn':
      'takleef | taklif | taklef | takliif | dikkat | diqqat | dikat | mushkil | muskil | pareshani | paresani | kathinai | problem | prblm | difficulty | trouble | issue | samasya | kasht | khinch* | kheench* | kheech* | ukhad* | atak* | ghut* | jor laga* | zor laga* | mehnat | andar nahi | andar hi nahi | nahi ja rah* | tadap* | bechain* | theek|thik se nahi | nahi ho paa*',
    'ta-Latn':
      'kashtam* | kashta* | kastam* | kasta* | siramam* | sirama* | thinar* | thinaral | thinaru* | problem | prachanai* | pirachanai* | difficulty | trouble | kadinam* | izhuth* | iluth* | muttudhu | mutudhu | iraik* | thindaad* | thindad* | thavi* | poraad* | thudi* | yengu* | edukave | eduka mudi* | vidave mudi* | sariya vara*',
  },
  breathe: {
    en: 'breath | breathe | breathes | breathing | breaths | breathless* | respiration | breth | breating | braething | inhale | respiratory',
    hi: 'साँस | सांस | सास | साँसें | सांसें | श्वास | श्वसन | दम | साँसों | सांसों',
    ta: 'மூச்ச* | மூச்சு | சுவாச* | மூச்சி*',
    'hi-Latn': 'saans | sans | sanse | saanse | saas | swas | shwas | breathing | breath | saansein | sass | dam | dum',
    'ta-Latn':
      'moochu* | moochi* | mooch* | muchu* | much | moocchu* | suvasam* | suvaasa* | swasam | breathing | breath',
  },
  sweat: {
    en: 'sweat | sweats | sweating | sweaty | clammy | diaphor* | perspir* | drenched',
    hi: 'पसीना | पसीने | पसीनें | पसिना | ठंडा पसीना',
    ta: 'வேர்* | வியர்* | வேர்த்* | வியர்வை*',
    'hi-Latn': 'paseena | paseene | pasina | pasine | psina | sweat*',
    'ta-Latn': 'verk* | verthu | verth* | viyark* | viyarv* | vervai | vervay | verva | viyarthu | viyarkuthu | sweat*',
  },
  swelling: {
    en: 'swell | swelling | swollen | swells | swelled | puffy | puffed | puffing',
    hi: 'सूज* | सूजन | सुजन | फूल* | सूजा | सूजी | स्वेलिंग | फूला',
    ta: 'வீங்க* | வீக்க* | வீங்கி* | வீங்கிடு* | தடிச்சு* | ஊதி* | உப்பி* | தடிச்ச* | தடித்து*',
    'hi-Latn':
      'sooj* | suj* | soojan | sujan | sooja | suja | swelling | swollen | phool gaya | phool gayi | phul* | phool gye | fool gaya | fool gayi',
    'ta-Latn':
      'veengi* | veengu* | veeng* | veekkam* | veekam* | vingi* | vingu* | swelling | swollen | swell | oodhi* | oothi* | uppi* | thadich*',
  },
  numb: {
    en: 'numb | numbness | weak | weakness | paralys* | paralyz* | tingling | dead | limp | heavy | droop* | cant feel | cannot feel | no feeling | no strength | not moving | cant move | cannot move | cant lift | cannot lift | unable to move | unable to lift | no sensation | not working | stopped working | doesnt work | dead weight | useless | keeps falling | no power | no grip | cant hold | unable to hold | wont work | not able to move | not able to lift | not able to feel',
    hi: 'सुन्न | सुन | कमज़ोर* | कमजोर* | लकवा | लकवे | ढीला | ढीली | बेजान | काम नहीं कर* | हिल नहीं | नहीं हिल* | उठ नहीं | नहीं उठ* | उठा नहीं | नहीं उठा* | हिला नहीं | ताकत नहीं | झुनझुनी | जान नहीं | हिल डुल नहीं | नहीं चल | चल नहीं | जान ही नहीं | ताकत ही नहीं | काम ही नहीं | काम नहीं | उठ ही नहीं | हिल ही नहीं | झनझन* | पकड़ नहीं',
    ta: 'மரத்த* | மரத்து* | மரமர* | பலவீன* | செயலிழ* | வேலை செய்யல* | வேலை செய்யவில்லை | வேல செய்யல* | தூக்க முடிய* | தூக்க முடியல* | அசைக்க முடிய* | அசைக்க முடியல* | அசைய* | விளங்க* | உணர்வ* | உணர்ச்சி* | பலமில்ல* | பலம் இல்ல* | செயலற்* | இழுத்த* | தளர்ந்த* | வலு இல்ல* | வலுவில்ல* | அசையல* | வராம போ* | வரல* | வேலையே செய்யல* | வேல செய்ய* | வேலை செய்ய* | தூக்கவே முடிய* | அசைக்கவே முடிய* | சக்தி இல்ல* | பிடி இல்ல* | மதமத*',
    'hi-Latn':
      'sunn | sun | kamzor* | kamjor* | lakwa | lakva | dheela | dheeli | bejaan | kaam nahi kar* | hil nahi | nahi hil* | uth nahi | nahi uth* | utha nahi | nahi utha* | hila nahi | taakat nahi | jhunjhuni | jaan nahi | numb* | weak* | paralys* | chal nahi | jaan hi nahi | taakat hi nahi | kaam hi nahi | kaam nahi | uth hi nahi | hil hi nahi | jhanjhan* | pakad nahi',
    'ta-Latn':
      'marathu* | marathup* | marath* | marandhu* | balaveenam* | palaveenam* | vela seiyala | velai seiyala | vela seyyala | work aagala | thooka mudi* | thookka mudi* | asaika mudi* | asaikka mudi* | asaiyala | vilangala | vilangama | unarvu illa* | unarchi illa* | balam illa* | izhuthu* | iluthu* | numb* | weak* | paralys* | thook mudi* | thuka mudi* | varala | thooka mudila | velaye seiy* | vela seiy* | velai seiy* | vela seyy* | thookave mudi* | asaikave mudi* | sakthi illa* | madhamadha*',
  },
  blood: {
    en: 'blood | bloody | bleed | bleeds | bleeding | bled | haemorrhag* | hemorrhag* | blod | bleding',
    hi: 'खून | ख़ून | रक्त | रक्तस्राव | लहू | ब्लीडिंग | ब्लड | रक्तस्त्राव | खुन',
    ta: 'ரத்த | ரத்தம* | ரத்தமு* | ரத்தத்* | ரத்தப்* | ரத்தக்* | ரத்தப்போக்க* | இரத்தப்போக்க* | குருதி* | பிளீடிங்* | ரெத்த*',
    'hi-Latn': 'khoon | khun | rakt | lahu | bleeding | blood | raktsrav | bleed | khoonn',
    'ta-Latn':
      'ratham* | raththam* | ratha* | rattham* | iratham* | irattham | rathapok* | ratthapokku | bleeding | blood | bleed | retham | rattam*',
  },
  unstoppable: {
    en: 'wont stop | not stopping | doesnt stop | isnt stopping | does not stop | will not stop | not stop | cant stop | cannot stop | keeps | continuous* | nonstop | non stop | profuse* | heavy | heavily | gushing | gushes | spurting | spurts | pouring | soaked | soaking | lots | a lot | lot of | too much | uncontroll* | pool of | severe | severely | massive | squirting | everywhere | without stopping | deep | through the towel | wouldnt stop | badly | dripping | flowing | leaking blood | very much | covered in | drenched | spray* | clots | jet | without stop',
    hi: 'रुक नहीं | रुक ही नहीं | नहीं रुक | नही रुक | रुक नही | बंद नहीं | बंद ही नहीं | बंद नही | थम नहीं | लगातार | बहुत | बहे जा | ज़्यादा | ज्यादा | तेज | तेज़ | फव्वारा | फव्वारे | नहीं रुकता | रुकने का नाम | भारी | अधिक | काफी | गहरा | बंद होने का नाम | नहीं थम | बह रहा | अत्यधिक | बेतहाशा | खूब | धार | टपक* | निकले जा* | निकलता जा* | खून ही खून | थमने का नाम | फूट* | बहता जा* | भीग* | लथपथ | थक्के',
    ta: 'நிக்கல* | நிக்கவே* | நிக்கவே இல்ல* | நிற்கவே இல்ல* | நிக்கல இல்ல* | நிற்கவில்* | நிற்கவே* | நிற்கல* | நிக்க மாட்ட* | நிற்காம* | நிக்காம* | தொடர்ந்த* | ரொம்ப* | அதிக* | நிறைய* | கொட்ட* | பீய்ச்ச* | பீச்சி* | ஆறா | வழிஞ்சு* | கடும* | விடாம* | நிறுத்த முடிய* | ஜாஸ்தி | கட்டுப்ப* | வழிய* | ஊத்து* | வெளியேறு* | பெருக்* | போய்ட்டே* | ஒழுகு* ~ நிக்க* | பீறிட்ட* | பீரிட்ட* | பாய்ஞ்* | நனைஞ்* | முழுக்க | முழுசு* | கட்டி கட்டி*',
    'hi-Latn':
      'ruk nahi | ruk hi nahi | nahi ruk* | ruk nhi | nhi ruk* | band nahi | band hi nahi | band nhi | tham nahi | lagatar | bahut | bohot | bht | zyada | jyada | tez | rukne ka naam | heavy | continuous | bhari | kaafi | beh raha | bah raha | behe ja | khoob | dhaar | tapak* | nikle ja* | nikalta ja* | thamne ka naam | phoot* | bheeg* | lathpath | thakke',
    'ta-Latn':
      'nikkala | nikala | nikkave* | nikkave illa* | nikave illa* | nikka maat* | nikkamaat* | nikkama | nikkaama | nirkala | nikkavey | thodarndhu | romba* | adhigam* | athigam* | athiga* | neraya* | niraya* | kottudhu | kottuthu | peechi* | vazhinju | heavy | continuous* | stop aagala | control aagala | vidama | jaasthi* | kadum* | niruthave mudi* | nirutha mudi* | vazhiyu* | oothu* | veliyer* | poite iruk* | poikite* | peerit* | peerid* | nananj* | fulla | muzhuka | katti katti*',
  },
  vomit: {
    en: 'vomit | vomits | vomited | vomiting | vomitting | puke | puking | puked | throw up | throwing up | threw up | thrown up | emesis | vomitted | throws up',
    hi: 'उल्टी | उल्टियाँ | उल्टियां | उलटी | उल्टिया | वमन | कै | उबकाई | वोमिट*',
    ta: 'வாந்தி* | வாமிட்* | வாந்தியா*',
    'hi-Latn': 'ulti | ultiyan | ultiya | ultiyaan | ulati | vomit* | kai ho | vamit*',
    'ta-Latn': 'vaandhi* | vandhi | vaanthi* | vanthi | vanti | vaanti* | vomit* | vandhiyum | vaandhiyum | vamit*',
  },
  fever: {
    en: 'fever | feverish | febrile | high temperature | temperature | pyrexia | fevers | fver | feaver',
    hi: 'बुखार | बुख़ार | ज्वर | ताप | फीवर | फ़ीवर | टेम्परेचर',
    ta: 'காய்ச்ச* | காச்ச* | ஜுர* | சுர* | ஃபீவர்* | காய்ச்சல்* | ஜுரம்',
    'hi-Latn': 'bukhar | bukhaar | bukar | bhukar | bukhhar | fever | jwar | taap | temperature',
    'ta-Latn': 'kaichal* | kaaichal* | kachal* | kaachal* | kaychal* | juram* | jhuram* | fever | suram* | temperature',
  },
  dizzy: {
    en: 'dizzy | dizziness | giddy | giddiness | lightheaded* | light headed | faint | fainting | faintish | woozy | vertigo | presyncope | nearsyncope | near syncope | spinning',
    hi: 'चक्कर | सिर घूम* | गश | चक्कर*',
    ta: 'தலைசுற்ற* | தலைசுத்த* | தலை சுத்த* | தலை சுற்ற* | தலசுத்த* | தல சுத்த* | கிறுகிறு* | மயக்கம் | மயக்க*',
    'hi-Latn': 'chakkar | chakar | sir ghoom* | sar ghoom* | sir ghum* | dizzy | dizziness',
    'ta-Latn':
      'thalai suthu* | thala suthu* | thalaisuth* | thalasuth* | thalai sutru* | thalaisut* | kirukiru* | mayakkam* | mayakam* | dizzy | dizziness | suthudhu | giddiness',
  },
  unconscious: {
    en: 'unconscious | unconcious | unresponsive | passed out | pass out | passing out | passes out | blacked out | blackout | black out | fainted | faints | collapsed | collapse | collapses | knocked out | unarousable | comatose | coma | fell unconscious | lost consciousness | loss of consciousness | loses consciousness | syncope | senseless | blanked out | swooned | out cold',
    hi: 'बेहोश | बेहोशी | मूर्छित | मूर्छा | बेसुध | कोमा | अचेत | ग़श खा | गश खा | होश खो* | बेहोस | चेतना खो*',
    ta: 'மயங்கி | மயங்கிட்* | மயக்கம் போட்ட* | மயக்கம்போட்* | மயக்கமாகி* | மயக்கமடைந்* | மயக்கமாயி* | மயக்கமா விழு* | நினைவிழ* | நினைவு இழ* | சுயநினைவ* | கோமா | கோமாவு* | மூர்ச்சை* | மயங்கிவிழு* | நினைவு இல்ல* | நினைவில்ல* | நினைவு தப்பி* | நெனவு தப்பி* | நினைவ இழந்* | பிரக்ஞை* | மயக்கமாயிட்*',
    'hi-Latn':
      'behosh | behoshi | behos | murchhit | besudh | coma | unconscious | faint ho | behoosh | achet | collapse | hosh kho*',
    'ta-Latn':
      'mayangi* | mayanki* | mayakkam pottu* | mayakkam potu* | mayakam pottu* | mayangitt* | mayakkamagi* | ninaivu illa* | ninaivizhan* | suyaninaivu* | coma | comala | comavil | unconscious | faint aag* | moorchai* | mayakkama vizhu* | collapse* | nenavu thappi* | ninaivu thappi* | nenavu illa* | nenappu illa* | mayakkamaayit* | mayakamayit*',
  },
  seizure: {
    en: 'seizure | seizures | seizing | convuls* | a fit | fits | fit came | got fit | fit attack | having fit | epileptic | epilepsy attack | jerking | whole body was shaking | body is shaking | shaking all over | frothing | foaming | siezure | seisure | rigid and shaking | froth* | foam at the mouth | foaming at | thrash* | body jerks | jerks',
    hi: 'दौरा | दौरे | मिर्गी | मिर्गी* | बच्चे|बच्ची|बेटे|बेटी|शिशु को ऐंठन | उसे|उन्हें|उसको|उनको ऐंठन | शरीर|बदन|जिस्म|हाथ|हाथों में ऐंठन | पूरे ~ ऐंठन | ऐंठन के दौरे | झटके | मुँह से झाग | मुंह से झाग | फिट्स | दौड़ा पड़* | अकड़ गया | हाथ पैर पटक* | हाथ पैर अकड़* | हाथ पैर ऐंठ* | मुँह ~ झाग | मुंह ~ झाग',
    ta: 'வலிப்ப* | காக்காவலிப்ப* | காக்கா வலிப்ப* | ஃபிட்ஸ்* | பிட்ஸ்* | வெட்டி வெட்டி | கை கால் உதற* | கைகால் உதற* | நுரை தள்ள* | வாயில் நுரை* | வாய்ல நுரை* | இழுத்து இழுத்து | வெட்டு வெட்டு* | வாயி* ~ நுரை* | வாய்ல ~ நுரை* | வெட்டி இழு* | வெட்டி* ~ இழு* | கை கால் இழுத்து* | கை கால் வெட்டு* | கைகால் இழுத்து* | உடம்பு இழுத்து*',
    'hi-Latn':
      'daura | daure | dora pad* | mirgi* | bachche|bachchi|bete|beti|shishu ko aithan|ainthan | use|unhe|usko|unko aithan|ainthan | shareer|badan|haath mein|me aithan|ainthan | poore ~ aithan|ainthan | aithan|ainthan ke daure | jhatke | fits | seizure | seizures | muh se jhaag | munh se jhaag | convulsion* | fit aa* | hath pair patak* | haath pair patak* | haath pair akad* | hath pair akad* | muh ~ jhaag|jhag|phen',
    'ta-Latn':
      'valippu* | valipu* | kaakka valippu* | fits | fit vandh* | fit vanth* | seizure* | vetti vetti | kai kaal udhar* | nurai thall* | vaaila nurai* | izhuthu izhuthu | convulsion* | vaai* ~ nurai*|norai* | vetti izhu* | vetti ilu* | kai kaal izhuth* | kai kaal iluth* | kai kaal vettu* | udambu izhuth*',
  },
  speech: {
    en: 'speak | speaking | speech | talk | talking | words | word | find words | slur* | slurred | speach | voice',
    hi: 'बोल* | ज़बान | जबान | ज़ुबान | जुबान | बात | बातें | आवाज़ | आवाज | शब्द | बोली',
    ta: 'பேச* | பேச்ச* | வார்த்தை* | குரல்* | நாக்கு',
    'hi-Latn': 'bol* | zubaan | zuban | jubaan | juban | zabaan | jaban | baat | awaaz | awaz | shabd | speech | words',
    'ta-Latn':
      'pesa | pechu* | pesu* | pesra* | vaarthai* | pecchu* | kural | speech | words | pesuradhu | pecu | pesave',
  },
  cough: {
    en: 'cough | coughing | coughs | coughed | cof',
    hi: 'खाँसी | खांसी | खासी | खाँस* | खांस* | कफ',
    ta: 'இருமல்* | இரும* | இருமி*',
    'hi-Latn': 'khansi | khaansi | khasi | khaans* | cough | coughing',
    'ta-Latn': 'irumal* | irumi* | irumu* | cough*',
  },
  loose_motion: {
    en: 'diarrhoea | diarrhea | diarrohea | loose motion | loose motions | loose stool* | watery stool* | loosemotion* | dysentery | motions',
    hi: 'दस्त | लूज मोशन | लूज़ मोशन | पेचिश | पतला पाखाना | पतली टट्टी | डायरिया | दस्तें',
    ta: 'பேதி* | வயிற்றுப்போக்க* | வயிற்றுப் போக்க* | லூஸ் மோஷன்* | வயித்தால* | வயித்துப்போக்க* | பேதியா*',
    'hi-Latn':
      'dast | loose motion* | loose motions | pechish | diarrhea | diarrhoea | patla pakhana | patli tatti | lose motion*',
    'ta-Latn':
      'bedhi* | pedhi* | bethi* | vayithupok* | vayitru pok* | loose motion* | vayithala | vayithaala | diarrhea | loose stool*',
  },
  confused: {
    en: 'confused | confusion | confusing things | disoriented | disorientated | delirious | delirium | not making sense | making no sense | talking nonsense | altered mental status | ams | rambling | incoherent | doesnt recognise | doesnt recognize | not recognising | not recognizing | mental status | not responding | strange behaviour | acting strange* | out of it | talking rubbish | speaking nonsense | talks nonsense | babbling | speaking strangely | talking strangely | talking randomly | not in senses',
    hi: 'भ्रम* | बहकी | बहकी बहकी | उलझन | होश ठीक नहीं | पहचान नहीं | नहीं पहचान* | ऊलजलूल | उल्टी सीधी बातें | बेसुध | कन्फ्यूज* | बड़बड़ा* | होश में नहीं | अजीब बातें | होश नहीं | नीम बेहोश | ऊटपटांग | उल्टी सीधी बात* | बेतुकी | अनाप शनाप | बहक*',
    ta: 'குழப்ப* | குழம்பி* | உளற* | சம்பந்தம் இல்லாம* | சம்பந்தமில்லாம* | சம்மந்தமில்லாம* | அடையாளம் தெரியல* | ஆள் தெரியல* | அடையாளம் காண முடிய* | நினைவு தடுமாற* | பிதற்ற* | கன்ஃப்யூஸ்* | சுயநினைவு இல்லாம* | ஒளர* | உளர* | பினாத்த* | சம்பந்தமே இல்லாம*',
    'hi-Latn':
      'behki | behki behki | confuse* | confus* | uljhan | hosh theek nahi | pehchan nahi | nahi pehchan* | ulti seedhi baat* | badbada* | bhram | hosh mein nahi | hosh me nahi | hosh nahi | ajeeb baat* | ulti sidhi baat* | oot pataang | anap shanap | behek*',
    'ta-Latn':
      'kuzhappam* | kuzhappama | kuzhambi* | kulappam* | kulambi* | ularu* | ularraa* | sambandham illama | sambandhamillama | sambantham illama | aal theriyala | adaiyalam theriyala | confus* | pidhatru* | olar* | pinath* | sambandhame illama',
  },
  cold_sensation: {
    en: 'chills | shivering | rigors | rigor | shaking chills | shivers | shaking with cold',
    hi: 'ठंड लग* | कंपकंपी | कँपकँपी | कपकपी | काँप* | कांप* | ठंड के साथ | ठिठुर* | जाड़ा',
    ta: 'குளிர்* | நடுக்க* | குளிர்காய்ச்ச* | நடுங்க*',
    'hi-Latn': 'thand lag* | kapkapi | kampkampi | kaanp* | kamp* | thand ke saath | thithur* | chills | shivering',
    'ta-Latn': 'kulir* | nadukkam* | nadungu* | nadukam* | chills | shivering',
  },
  urine: {
    en: 'urine | urinate | urinating | urination | pee | peeing | passing urine | pass urine | micturition',
    hi: 'पेशाब | मूत्र | यूरिन | पिशाब',
    ta: 'சிறுநீர்* | மூத்திர* | யூரின்* | ஒண்ணுக்கு* | ஒன்னுக்கு* | நீர் கடுப்ப* | நீர்க்கடுப்ப*',
    'hi-Latn': 'peshab | pishab | mutra | urine | toilet | susu | pesab',
    'ta-Latn': 'urine* | siruneer* | moothiram* | muthiram | onnuku* | neer kaduppu* | neerkaduppu*',
  },
  stool: {
    en: 'stool | stools | poop | poo | bowel | rectum | rectal | motion | motions | anus | feces | faeces | toilet bowl',
    hi: 'मल | टट्टी | पाखाना | पाखाने | लैट्रिन | शौच | दस्त',
    ta: 'மலம்* | மலத்* | மல | கழிவு | டாய்லெட்* | பேதி*',
    'hi-Latn': 'mal | tatti | pakhana | pakhane | latrine | stool | shauch | motion | potty | toilet | dast',
    'ta-Latn': 'malam* | malath* | stool | motion* | potty | toilet | bedhi*',
  },
  droop: {
    en: 'droop | droops | drooping | droopy | crooked | twisted | sagging | lopsided | slanted | dropped | deviated | gone to one side | pulled to one side | uneven | asymmetr* | tilted | pulled down | pulled to | hanging',
    hi: 'टेढ़ा | टेढ़ी | टेढ़े | लटक* | तिरछा | तिरछी | झुक* | खिंच* | मुड़ ग* | टेड़ा',
    ta: 'கோணி* | கோணல* | கோணிக்* | தொங்கி* | தொங்குது* | தொங்கு* | சாஞ்ச* | சாஞ்சு* | சாய்ஞ்* | சாய்ந்* | இழுத்து* | இழுக்* | வளைஞ்*',
    'hi-Latn':
      'tedha | tedhi | tedhe | latak* | tirchha | tircha | teda | terha | jhuk gaya | jhuk gayi | jhuk gaye | jhuka hua | khinch* | khich gaya | bigad gaya',
    'ta-Latn':
      'koni* | kona* | konal* | thongu* | konidi* | droop* | saanj* | saainj* | saaynj* | sanjidu* | izhuth* | iluth* | valanj*',
  },
}
