import { SOURCES } from '../red-flags/sources.ts'
import type { FirstAid } from './first-aid.ts'

export const INJURY_AID = {
  bleeding: {
    source: SOURCES.bleeding,
    steps: {
      en: 'Press hard on the wound with a clean cloth, without looking every minute. Do not let go.\nLay the person down and keep them warm. If the cloth soaks through, put another on top.\nDo not pull out anything that is stuck in. No turmeric, no powder.\nBlood from the mouth or the bowel: lie on the side, nothing to eat or drink.',
      hi: 'साफ़ कपड़े से घाव को ज़ोर से दबाए रखिए, छोड़िए मत, बार-बार मत देखिए।\nलिटाइए और गरम रखिए। कपड़ा भीग जाए तो उसी पर दूसरा रखिए।\nघुसी हुई चीज़ मत निकालिए। हल्दी या पाउडर मत लगाइए।\nमुँह या मल से खून आए तो करवट से लिटाइए, खाने-पीने को कुछ मत दीजिए।',
      ta: 'சுத்தமான துணியால் காயத்தை பலமாக அழுத்திப் பிடியுங்கள், விட வேண்டாம், எடுத்து எடுத்துப் பார்க்க வேண்டாம்.\nபடுக்க வைத்து உடம்பைச் சூடாக வையுங்கள். துணி நனைந்தால் அதன் மேலேயே இன்னொன்று வையுங்கள்.\nகுத்தியிருக்கும் பொருளைப் பிடுங்க வேண்டாம். மஞ்சள், பவுடர் போட வேண்டாம்.\nவாயிலோ மலத்திலோ ரத்தம் வந்தால் ஒருக்களித்துப் படுக்க வையுங்கள், சாப்பிடக் குடிக்க எதுவும் தர வேண்டாம்.',
      'hi-Latn':
        'Saaf kapde se ghaav ko zor se dabaye rakhiye, chhodiye mat, baar-baar mat dekhiye.\nLitaiye aur garam rakhiye. Kapda bheeg jaye to usi par doosra rakhiye.\nGhusi hui cheez mat nikaliye. Haldi ya powder mat lagaiye.\nMunh ya mal se khoon aaye to karwat se litaiye, khane-peene ko kuch mat dijiye.',
      'ta-Latn':
        'Suthamana thuniyala kaayatha balama azhuthi pidinga, vidaadheenga, eduthu eduthu paaka vendam.\nPadukka vechu udamba sooda veinga. Thuni nananja adhu melaye innonnu veinga.\nKuthi irukura porula pidunga vendam. Manjal, powder poda vendam.\nVaaila illana malathula ratham vandha orukkalichu padukka veinga, saapida kudikka edhuvum kudukka vendam.',
    },
  },
  head_injury: {
    source: SOURCES.headInjury,
    steps: {
      en: 'Keep the person still, do not move the neck.\nPress a clean cloth on a bleeding wound, but not hard where the bone feels soft.\nNothing to eat or drink. If vomiting, roll the whole body to the side together.\nDo not leave them alone, do not let them sleep it off.',
      hi: 'हिलने मत दीजिए, गर्दन मत मोड़िए।\nखून बहे तो साफ़ कपड़ा रखकर दबाइए, पर जहाँ हड्डी धँसी लगे वहाँ ज़ोर से नहीं।\nखाने-पीने को कुछ नहीं। उल्टी आए तो पूरे शरीर को एक साथ करवट दिलाइए।\nअकेला मत छोड़िए, सुलाकर मत टालिए।',
      ta: 'அசைக்க வேண்டாம், கழுத்தைத் திருப்ப வேண்டாம்.\nரத்தம் வந்தால் சுத்தமான துணியால் அழுத்துங்கள்; எலும்பு அமுங்கிய இடத்தில் பலமாக வேண்டாம்.\nசாப்பிடக் குடிக்க எதுவும் வேண்டாம். வாந்தி வந்தால் முழு உடம்பையும் சேர்த்துப் பக்கவாட்டில் திருப்புங்கள்.\nதனியாக விட வேண்டாம், தூங்கினால் சரியாகும் என்று விட வேண்டாம்.',
      'hi-Latn':
        'Hilne mat dijiye, gardan mat modiye.\nKhoon bahe to saaf kapda rakhkar dabaiye, par jahan haddi dhasi lage wahan zor se nahi.\nKhane-peene ko kuch nahi. Ulti aaye to poore shareer ko ek saath karwat dilaiye.\nAkela mat chhodiye, sulakar mat taaliye.',
      'ta-Latn':
        'Asaika vendam, kazhutha thiruppa vendam.\nRatham vandha suthamana thuniyala azhuthunga; elumbu amungina idathula balama vendam.\nSaapida kudikka edhuvum vendam. Vaandhi vandha muzhu udambaiyum serthu pakkavaatula thiruppunga.\nThaniya vida vendam, thoongina sariyagum nu vida vendam.',
    },
  },
  trauma: {
    source: SOURCES.trauma,
    steps: {
      en: 'Make the place safe first. Do not move the person unless there is danger.\nStop heavy bleeding by pressing hard with a cloth.\nKeep head and neck still. Cover the person, keep them warm. Nothing to eat or drink.\nThe law protects whoever helps: nobody may make you wait or pay.',
      hi: 'पहले जगह सुरक्षित कीजिए। ख़तरा न हो तो घायल को मत हिलाइए।\nतेज़ खून को कपड़े से ज़ोर से दबाकर रोकिए।\nसिर और गर्दन हिलने मत दीजिए। ढककर गरम रखिए। खाने-पीने को कुछ नहीं।\nमदद करने वाले को कानून बचाता है: कोई रोक नहीं सकता, पैसे नहीं माँग सकता।',
      ta: 'முதலில் இடத்தைப் பாதுகாப்பாக்குங்கள். ஆபத்து இல்லையென்றால் அடிபட்டவரை நகர்த்த வேண்டாம்.\nஅதிக ரத்தத்தைத் துணியால் பலமாக அழுத்தி நிறுத்துங்கள்.\nதலையும் கழுத்தும் அசையக் கூடாது. போர்த்தி சூடாக வையுங்கள். சாப்பிடக் குடிக்க எதுவும் வேண்டாம்.\nஉதவுபவரைச் சட்டம் காக்கிறது: யாரும் உங்களைத் தடுக்கவோ பணம் கேட்கவோ முடியாது.',
      'hi-Latn':
        'Pehle jagah surakshit kijiye. Khatra na ho to ghayal ko mat hilaiye.\nTez khoon ko kapde se zor se dabakar rokiye.\nSir aur gardan hilne mat dijiye. Dhakkar garam rakhiye. Khane-peene ko kuch nahi.\nMadad karne wale ko kanoon bachata hai: koi rok nahi sakta, paise nahi maang sakta.',
      'ta-Latn':
        'Mudhalla idatha paadhukaappaakkunga. Aabathu illana adipattavara nagartha vendam.\nAdhiga rathatha thuniyala balama azhuthi niruthunga.\nThalaiyum kazhuthum asaiya koodaadhu. Porthi sooda veinga. Saapida kudikka edhuvum vendam.\nUdhavi seiravara sattam kaakudhu: yaarum ungala thadukka, panam ketka mudiyaadhu.',
    },
  },
  fracture: {
    source: SOURCES.fracture,
    steps: {
      en: 'Do not move it and do not try to straighten it.\nHold it still with a splint or a cloth sling as it lies.\nCold pack in a cloth, 15 minutes. Rings and bangles off before it swells.\nHave it X-rayed today.',
      hi: 'हिलाइए मत, सीधा करने की कोशिश मत कीजिए।\nजैसे है वैसे ही पट्टी या लकड़ी से सहारा दीजिए।\nकपड़े में बर्फ़ लपेटकर 15 मिनट रखिए। सूजन से पहले अँगूठी-चूड़ी उतार दीजिए।\nआज ही एक्स-रे कराइए।',
      ta: 'அசைக்க வேண்டாம், நேராக்க முயல வேண்டாம்.\nஇருக்கும் நிலையிலேயே துணி அல்லது கட்டையால் தாங்கல் கொடுங்கள்.\nதுணியில் ஐஸ் சுற்றி 15 நிமிடம் வையுங்கள். வீங்கும் முன் மோதிரம், வளையலைக் கழற்றுங்கள்.\nஇன்றே எக்ஸ்-ரே எடுங்கள்.',
      'hi-Latn':
        'Hilaiye mat, seedha karne ki koshish mat kijiye.\nJaise hai waise hi patti ya lakdi se sahara dijiye.\nKapde mein barf lapetkar 15 minute rakhiye. Soojan se pehle anguthi-choodi utaar dijiye.\nAaj hi X-ray karaiye.',
      'ta-Latn':
        'Asaika vendam, neraakka muyala vendam.\nIrukura nilaiyilaye thuni illana kattaiyala thaangal kudunga.\nThuniyila ice suthi 15 nimisham veinga. Veengura munnadi modhiram, valayal kazhattunga.\nInnaike X-ray edunga.',
    },
  },
  burn: {
    source: SOURCES.burn,
    steps: {
      en: 'Cool running water over the burn for 20 minutes. No ice.\nTake off rings and clothes, but not what sticks to the skin.\nCover loosely with a clean cloth. No toothpaste, oil, turmeric or ink.\nDo not break the blisters. Keep the person warm.',
      hi: 'जले हिस्से पर 20 मिनट नल का ठंडा पानी डालिए। बर्फ़ नहीं।\nअँगूठी और कपड़े उतारिए, पर जो चमड़ी से चिपका हो उसे मत खींचिए।\nसाफ़ कपड़े से हल्के से ढकिए। टूथपेस्ट, तेल, हल्दी, स्याही मत लगाइए।\nछाले मत फोड़िए। शरीर गरम रखिए।',
      ta: 'தீக்காயத்தில் 20 நிமிடம் குழாய்த் தண்ணீர் ஊற்றுங்கள். ஐஸ் வேண்டாம்.\nமோதிரம், துணியைக் கழற்றுங்கள்; தோலில் ஒட்டியதை இழுக்க வேண்டாம்.\nசுத்தமான துணியால் லேசாக மூடுங்கள். பற்பசை, எண்ணெய், மஞ்சள், மை போட வேண்டாம்.\nகொப்புளத்தை உடைக்க வேண்டாம். உடம்பைச் சூடாக வையுங்கள்.',
      'hi-Latn':
        'Jale hisse par 20 minute nal ka thanda paani daaliye. Barf nahi.\nAnguthi aur kapde utariye, par jo chamdi se chipka ho use mat kheenchiye.\nSaaf kapde se halke se dhakiye. Toothpaste, tel, haldi, syahi mat lagaiye.\nChhale mat phodiye. Shareer garam rakhiye.',
      'ta-Latn':
        'Theekayathula 20 nimisham kuzhaai thanni oothunga. Ice vendam.\nModhiram, thuniya kazhattunga; tholla ottinadha izhukka vendam.\nSuthamana thuniyala lesa moodunga. Toothpaste, ennai, manjal, mai poda vendam.\nKoppalatha udaika vendam. Udamba sooda veinga.',
    },
  },
  electrocution: {
    source: SOURCES.electrocution,
    steps: {
      en: 'Do not touch the person while the current is on. Switch off the main, or push the wire away with dry wood.\nNot breathing: push hard and fast on the chest.\nEven if well afterwards: go to the hospital, the heart must be checked.',
      hi: 'करंट चालू हो तो मत छूइए। मेन स्विच बंद कीजिए, या सूखी लकड़ी से तार हटाइए।\nसाँस न चले तो छाती ज़ोर से, जल्दी-जल्दी दबाइए।\nबाद में ठीक लगे तब भी अस्पताल जाइए, दिल की जाँच ज़रूरी है।',
      ta: 'கரண்ட் இருக்கும்போது தொட வேண்டாம். மெயின் ஸ்விட்சை அணையுங்கள், அல்லது காய்ந்த மரக்கட்டையால் வயரைத் தள்ளுங்கள்.\nமூச்சு இல்லையென்றால் நெஞ்சை பலமாக, வேகமாக அழுத்துங்கள்.\nபிறகு நன்றாக இருந்தாலும் மருத்துவமனைக்குப் போங்கள், இதயத்தைப் பரிசோதிக்க வேண்டும்.',
      'hi-Latn':
        'Current chalu ho to mat chhuiye. Main switch band kijiye, ya sukhi lakdi se taar hataiye.\nSaans na chale to chhati zor se, jaldi-jaldi dabaiye.\nBaad mein theek lage tab bhi aspatal jaiye, dil ki jaanch zaroori hai.',
      'ta-Latn':
        'Current irukumbodhu thoda vendam. Main switch off pannunga, illana kaanja marakattaiyala wire thallunga.\nMoochu illana nenja balama, vegama azhuthunga.\nApram nalla irundhaalum aaspathiriku ponga, idhayatha check pannanum.',
    },
  },
  drowning: {
    source: SOURCES.drowning,
    steps: {
      en: 'Not breathing: tilt the head, give 5 breaths, then push on the chest 30 times, 2 breaths, and so on.\nDo not press the belly to get water out.\nBreathing: on the side, wet clothes off, warm.\nEven if well afterwards: hospital, water can harm the lungs hours later.',
      hi: 'साँस न चले तो सिर पीछे करके मुँह से 5 साँसें दीजिए, फिर 30 बार छाती दबाइए, 2 साँसें, ऐसे ही करते रहिए।\nपानी निकालने के लिए पेट मत दबाइए।\nसाँस चले तो करवट, गीले कपड़े उतारिए, गरम रखिए।\nठीक लगे तब भी अस्पताल: घंटों बाद फेफड़ों में दिक्कत हो सकती है।',
      ta: 'மூச்சு இல்லையென்றால் தலையைப் பின்னால் சாய்த்து வாய் வழியாக 5 முறை ஊதுங்கள், பிறகு 30 முறை நெஞ்சை அழுத்துங்கள், 2 முறை ஊதுங்கள், இப்படியே தொடருங்கள்.\nதண்ணீரை எடுக்க வயிற்றை அழுத்த வேண்டாம்.\nமூச்சு இருந்தால் ஒருக்களித்துப் படுக்க வையுங்கள், ஈரத்துணியைக் கழற்றி சூடாக வையுங்கள்.\nநன்றாக இருந்தாலும் மருத்துவமனைக்குப் போங்கள்: சில மணி நேரம் கழித்தும் நுரையீரல் பாதிக்கலாம்.',
      'hi-Latn':
        'Saans na chale to sir peeche karke munh se 5 saansein dijiye, phir 30 baar chhati dabaiye, 2 saansein, aise hi karte rahiye.\nPaani nikalne ke liye pet mat dabaiye.\nSaans chale to karwat, geele kapde utariye, garam rakhiye.\nTheek lage tab bhi aspatal: ghanton baad phephdon mein dikkat ho sakti hai.',
      'ta-Latn':
        'Moochu illana thalaiya pinnadi saachu vaai vazhiya 5 thadava oodhunga, apram 30 thadava nenja azhuthunga, 2 thadava oodhunga, ippadiye thodarunga.\nThanniya edukka vayitha azhutha vendam.\nMoochu irundha orukkalichu padukka veinga, eera thuniya kazhatti sooda veinga.\nNalla irundhaalum aaspathiriku ponga: sila mani neram kazhichum nuraiyeeral paadhikalam.',
    },
  },
  eye_injury: {
    source: SOURCES.eyeInjury,
    steps: {
      en: 'Chemical: hold the eye open under clean running water for 20 minutes, now, before anything else.\nSomething stuck in the eye: do not pull, do not rub, do not press. Cover it with a cup.\nThen to a hospital with an eye department.',
      hi: 'केमिकल गया हो: सबसे पहले, अभी, आँख खोलकर 20 मिनट साफ़ बहते पानी से धोइए।\nकुछ घुसा हो: खींचिए मत, रगड़िए मत, दबाइए मत। कप से ढक दीजिए।\nफिर आँखों वाले अस्पताल जाइए।',
      ta: 'கெமிக்கல் பட்டால்: முதலில் இப்போதே கண்ணைத் திறந்து 20 நிமிடம் சுத்தமான ஓடும் தண்ணீரில் கழுவுங்கள்.\nஏதாவது குத்தியிருந்தால்: இழுக்க வேண்டாம், தேய்க்க வேண்டாம், அழுத்த வேண்டாம். கப்பால் மூடுங்கள்.\nபிறகு கண் மருத்துவமனைக்குப் போங்கள்.',
      'hi-Latn':
        'Chemical gaya ho: sabse pehle, abhi, aankh kholkar 20 minute saaf behte paani se dhoiye.\nKuch ghusa ho: kheenchiye mat, ragdiye mat, dabaiye mat. Cup se dhak dijiye.\nPhir aankhon wale aspatal jaiye.',
      'ta-Latn':
        'Chemical patta: mudhalla ippove kanna thirandhu 20 nimisham suthamana odura thanniyila kazhuvunga.\nEdhavadhu kuthi irundha: izhukka vendam, theika vendam, azhutha vendam. Cup aala moodunga.\nApram kan aaspathiriku ponga.',
    },
  },
  snake_bite: {
    source: SOURCES.snakeBite,
    steps: {
      en: 'Keep calm and still. Carry the person, do not let them walk.\nHold the bitten arm or leg still like a broken one. Rings, watch and tight clothes off.\nDo not cut, suck, tie tightly, or put ice on it. No healer first: only antivenom in a hospital helps.\nRemember the time of the bite. Do not hunt the snake.',
      hi: 'शांत रहिए, हिलिए मत। उठाकर ले जाइए, चलने मत दीजिए।\nकाटे हुए हाथ-पैर को टूटी हड्डी की तरह सीधा और स्थिर रखिए। अँगूठी, घड़ी, कसे कपड़े उतारिए।\nन काटिए, न चूसिए, न कसकर बाँधिए, न बर्फ़ लगाइए। झाड़-फूँक में समय मत गँवाइए: अस्पताल की ज़हर-रोधी दवा ही बचाती है।\nकाटने का समय याद रखिए। साँप के पीछे मत जाइए।',
      ta: 'பதட்டப்படாமல் அசையாமல் இருங்கள். தூக்கிக் கொண்டு போங்கள், நடக்க விட வேண்டாம்.\nகடிபட்ட கை காலை எலும்பு முறிந்தது போல அசையாமல் வையுங்கள். மோதிரம், வாட்ச், இறுக்கமான துணியைக் கழற்றுங்கள்.\nவெட்ட வேண்டாம், உறிஞ்ச வேண்டாம், இறுக்கிக் கட்ட வேண்டாம், ஐஸ் வேண்டாம். மந்திரிக்க நேரம் போக்க வேண்டாம்: மருத்துவமனையில் உள்ள விஷமுறிவு மருந்துதான் காக்கும்.\nகடித்த நேரத்தை நினைவில் வையுங்கள். பாம்பைத் தேட வேண்டாம்.',
      'hi-Latn':
        'Shaant rahiye, hiliye mat. Uthakar le jaiye, chalne mat dijiye.\nKaate hue haath-pair ko tooti haddi ki tarah sthir rakhiye. Anguthi, ghadi, kase kapde utariye.\nNa kaatiye, na choosiye, na kaskar baandhiye, na barf lagaiye. Jhaad-phoonk mein samay mat ganwaiye: aspatal ki zeher-rodhi dawa hi bachati hai.\nKaatne ka time yaad rakhiye. Saanp ke peeche mat jaiye.',
      'ta-Latn':
        'Padhattam illama asaiyama irunga. Thooki kondu ponga, nadakka vida vendam.\nKadipatta kai kaala elumbu murinja maadhiri asaiyama veinga. Modhiram, watch, irukkamana thuni kazhattunga.\nVetta vendam, urinja vendam, iruki katta vendam, ice vendam. Mandhirika neram pokka vendam: aaspathiriyila irukura visha murivu marundhu dhaan kaapaathum.\nKadicha neratha nyabagam veinga. Paamba theda vendam.',
    },
  },
  scorpion_sting: {
    source: SOURCES.scorpion,
    steps: {
      en: 'Keep the arm or leg still. Wash with water, cold pack in a cloth for the pain.\nDo not cut, suck or tie.\nSweating, vomiting, cold hands, fast heart, or a child: this is dangerous, go to the hospital at once.',
      hi: 'हाथ-पैर को हिलने मत दीजिए। पानी से धोइए, दर्द के लिए कपड़े में बर्फ़।\nन काटिए, न चूसिए, न बाँधिए।\nपसीना, उल्टी, ठंडे हाथ, तेज़ धड़कन हो या बच्चा हो तो ख़तरा है, तुरंत अस्पताल जाइए।',
      ta: 'கை காலை அசைக்க வேண்டாம். தண்ணீரில் கழுவி, வலிக்குத் துணியில் ஐஸ் வையுங்கள்.\nவெட்ட, உறிஞ்ச, கட்ட வேண்டாம்.\nவேர்வை, வாந்தி, கை ஜில்லிடுதல், வேகமான இதயத் துடிப்பு, அல்லது குழந்தை என்றால் ஆபத்து; உடனே மருத்துவமனைக்குப் போங்கள்.',
      'hi-Latn':
        'Haath-pair ko hilne mat dijiye. Paani se dhoiye, dard ke liye kapde mein barf.\nNa kaatiye, na choosiye, na baandhiye.\nPaseena, ulti, thande haath, tez dhadkan ho ya bachcha ho to khatra hai, turant aspatal jaiye.',
      'ta-Latn':
        'Kai kaala asaika vendam. Thanniyila kazhuvi, valiku thuniyila ice veinga.\nVetta, urinja, katta vendam.\nVervai, vaandhi, kai jillidudhu, vegamana idhaya thudippu, illana kuzhandhai na aabathu; udane aaspathiriku ponga.',
    },
  },
  animal_bite: {
    source: SOURCES.rabies,
    steps: {
      en: 'Wash the wound with soap under running water for 15 minutes, now.\nThen spirit or povidone iodine. No chilli, oil, turmeric; do not stitch or bandage tightly.\nRabies vaccine today, and for a bleeding bite the injection around the wound too. It is free in government hospitals.\nDo not wait to see whether the animal falls ill.',
      hi: 'अभी घाव को साबुन और बहते पानी से 15 मिनट धोइए।\nफिर स्पिरिट या आयोडीन लगाइए। मिर्च, तेल, हल्दी नहीं; टाँके या कसकर पट्टी नहीं।\nआज ही रेबीज़ का टीका लगवाइए, खून निकला हो तो घाव पर लगने वाली सुई भी। सरकारी अस्पताल में मुफ़्त है।\nजानवर बीमार पड़ता है या नहीं, यह देखने मत बैठिए।',
      ta: 'இப்போதே சோப்பு போட்டு ஓடும் தண்ணீரில் 15 நிமிடம் கழுவுங்கள்.\nபிறகு ஸ்பிரிட் அல்லது அயோடின் போடுங்கள். மிளகாய், எண்ணெய், மஞ்சள் வேண்டாம்; தையல், இறுக்கமான கட்டு வேண்டாம்.\nஇன்றே ரேபிஸ் தடுப்பூசி போடுங்கள்; ரத்தம் வந்திருந்தால் காயத்தைச் சுற்றிப் போடும் ஊசியும் வேண்டும். அரசு மருத்துவமனையில் இலவசம்.\nவிலங்குக்கு நோய் வருகிறதா என்று பார்த்துக் காத்திருக்க வேண்டாம்.',
      'hi-Latn':
        'Abhi ghaav ko sabun aur behte paani se 15 minute dhoiye.\nPhir spirit ya iodine lagaiye. Mirch, tel, haldi nahi; taanke ya kaskar patti nahi.\nAaj hi rabies ka teeka lagwaiye, khoon nikla ho to ghaav par lagne wali sui bhi. Sarkari aspatal mein free hai.\nJaanwar bimar padta hai ya nahi, yeh dekhne mat baithiye.',
      'ta-Latn':
        'Ippove soap pottu odura thanniyila 15 nimisham kazhuvunga.\nApram spirit illana iodine podunga. Milagai, ennai, manjal vendam; thaiyal, irukkamana kattu vendam.\nInnaike rabies thaduppoosi podunga; ratham vandhirundha kaayatha suthi podura oosiyum venum. Arasu aaspathiriyila free.\nVilangukku noi varudha nu paathu kaathiruka vendam.',
    },
  },
  anaphylaxis: {
    source: SOURCES.anaphylaxis,
    steps: {
      en: 'If there is an adrenaline pen: into the outer thigh, now, through the clothes. Again after 5 minutes if no better.\nLie flat, legs up. If breathing is hard: sit up. Do not stand.\nStop whatever caused it; scrape out a bee sting.\nAllergy tablets alone are not enough.',
      hi: 'एड्रेनालिन पेन हो तो अभी जाँघ के बाहरी हिस्से में लगाइए, कपड़ों के ऊपर से भी। 5 मिनट में ठीक न लगे तो फिर।\nसीधा लिटाइए, पैर ऊपर। साँस में दिक्कत हो तो बैठाइए। खड़ा मत कीजिए।\nजिससे हुआ वह बंद कीजिए; मधुमक्खी का डंक खुरचकर निकालिए।\nसिर्फ़ एलर्जी की गोली काफ़ी नहीं है।',
      ta: 'அட்ரினலின் பேனா இருந்தால் இப்போதே தொடையின் வெளிப்பக்கத்தில் போடுங்கள், துணி மேலேயே. 5 நிமிடத்தில் சரியாகவில்லை என்றால் மறுபடியும்.\nபடுக்க வைத்துக் காலை உயர்த்துங்கள். மூச்சு கஷ்டம் என்றால் உட்கார வையுங்கள். நிற்க வைக்க வேண்டாம்.\nஎதனால் வந்ததோ அதை நிறுத்துங்கள்; தேனீக் கொடுக்கைச் சுரண்டி எடுங்கள்.\nஅலர்ஜி மாத்திரை மட்டும் போதாது.',
      'hi-Latn':
        'Adrenaline pen ho to abhi jaangh ke bahari hisse mein lagaiye, kapdon ke upar se bhi. 5 minute mein theek na lage to phir.\nSeedha litaiye, pair upar. Saans mein dikkat ho to baithaiye. Khada mat kijiye.\nJisse hua woh band kijiye; madhumakkhi ka dank khurachkar nikaliye.\nSirf allergy ki goli kaafi nahi hai.',
      'ta-Latn':
        'Adrenaline pen irundha ippove thodai velipakkathula podunga, thuni melaye. 5 nimishathula sari aagala na marubadiyum.\nPadukka vechu kaala uyarthunga. Moochu kashtam na ukkara veinga. Nikka veikka vendam.\nEdhanala vandhucho adha niruthunga; theni kodukka surandi edunga.\nAllergy maathirai mattum podhaadhu.',
    },
  },
  poisoning: {
    source: SOURCES.poisoning,
    steps: {
      en: 'Do not make the person vomit. No salt water, no milk, no raw eggs.\nTake the bottle or packet along. Note what, how much and when.\nOn skin or in the eyes: wash with much water, take off the clothes. Gas: out into fresh air.\nSleepy or unconscious: on the side, nothing by mouth.',
      hi: 'उल्टी मत कराइए। नमक का पानी, दूध, कच्चा अंडा मत दीजिए।\nबोतल या पैकेट साथ ले जाइए। क्या, कितना और कब लिया, याद रखिए।\nचमड़ी या आँख पर गिरा हो तो खूब पानी से धोइए, कपड़े उतारिए। गैस हो तो खुली हवा में ले जाइए।\nनींद में या बेहोश हो तो करवट से लिटाइए, मुँह से कुछ नहीं।',
      ta: 'வாந்தி எடுக்க வைக்க வேண்டாம். உப்புத் தண்ணீர், பால், பச்சை முட்டை வேண்டாம்.\nபாட்டில் அல்லது பாக்கெட்டை எடுத்துச் செல்லுங்கள். என்ன, எவ்வளவு, எப்போது என்று குறித்துக் கொள்ளுங்கள்.\nதோலிலோ கண்ணிலோ பட்டால் நிறைய தண்ணீரில் கழுவுங்கள், துணியைக் கழற்றுங்கள். வாயு என்றால் நல்ல காற்றுக்குக் கொண்டு போங்கள்.\nமயக்கமாக இருந்தால் ஒருக்களித்துப் படுக்க வையுங்கள், வாயில் எதுவும் வேண்டாம்.',
      'hi-Latn':
        'Ulti mat karaiye. Namak ka paani, doodh, kachcha anda mat dijiye.\nBottle ya packet saath le jaiye. Kya, kitna aur kab liya, yaad rakhiye.\nChamdi ya aankh par gira ho to khoob paani se dhoiye, kapde utariye. Gas ho to khuli hawa mein le jaiye.\nNeend mein ya behosh ho to karwat se litaiye, munh se kuch nahi.',
      'ta-Latn':
        'Vaandhi eduka veikka vendam. Uppu thanni, paal, pachai muttai vendam.\nBottle illana packet eduthutu ponga. Enna, evlo, eppo nu kurichukonga.\nThollayo kannulayo patta neraya thanniyila kazhuvunga, thuni kazhattunga. Gas na nalla kaathuku kondu ponga.\nMayakkama irundha orukkalichu padukka veinga, vaaila edhuvum vendam.',
    },
  },
  overdose: {
    source: SOURCES.overdose,
    steps: {
      en: 'Go now, even if you feel well: paracetamol and many others harm only hours later.\nDo not make the person vomit. Keep what is left of the tablets and take the strips along.\nSleepy or unconscious: on the side, nothing by mouth. Do not leave them alone.\nIf it was meant to end life: say so, without blame. You can talk to Tele-MANAS 14416 at any hour.',
      hi: 'ठीक लगे तब भी अभी जाइए: पैरासिटामोल जैसी दवाएँ घंटों बाद नुकसान करती हैं।\nउल्टी मत कराइए। बची गोलियाँ और पत्ते साथ ले जाइए।\nनींद में या बेहोश हो तो करवट से लिटाइए, मुँह से कुछ नहीं। अकेला मत छोड़िए।\nजान देने के लिए खाई हों तो बिना डाँटे बताइए। टेली-मानस 14416 पर कभी भी बात कर सकते हैं।',
      ta: 'நன்றாக இருப்பது போல் தெரிந்தாலும் இப்போதே போங்கள்: பாராசிட்டமால் போன்றவை சில மணி நேரம் கழித்துத்தான் பாதிக்கும்.\nவாந்தி எடுக்க வைக்க வேண்டாம். மீதி மாத்திரையையும் அட்டையையும் எடுத்துச் செல்லுங்கள்.\nமயக்கமாக இருந்தால் ஒருக்களித்துப் படுக்க வையுங்கள், வாயில் எதுவும் வேண்டாம். தனியாக விட வேண்டாம்.\nஉயிரை விட நினைத்துச் சாப்பிட்டிருந்தால் திட்டாமல் சொல்லுங்கள். டெலி-மானஸ் 14416-ல் எப்போதும் பேசலாம்.',
      'hi-Latn':
        'Theek lage tab bhi abhi jaiye: paracetamol jaisi dawaiyan ghanton baad nuksan karti hain.\nUlti mat karaiye. Bachi goliyan aur patte saath le jaiye.\nNeend mein ya behosh ho to karwat se litaiye, munh se kuch nahi. Akela mat chhodiye.\nJaan dene ke liye khayi hon to bina daante bataiye. Tele-MANAS 14416 par kabhi bhi baat kar sakte hain.',
      'ta-Latn':
        'Nalla irukura maadhiri therinjaalum ippove ponga: paracetamol maadhiri marundhu sila mani neram kazhichu dhaan paadhikum.\nVaandhi eduka veikka vendam. Meedhi maathiraiyum attaiyum eduthutu ponga.\nMayakkama irundha orukkalichu padukka veinga, vaaila edhuvum vendam. Thaniya vida vendam.\nUyira vida nenachu saaptirundha thittama sollunga. Tele-MANAS 14416 la eppovum pesalam.',
    },
  },
  self_harm: {
    source: SOURCES.selfHarm,
    steps: {
      en: 'I am glad you said it. You are not alone, and this feeling can pass with help.\nGo to someone now, or ask someone to stay with you. Do not stay alone tonight.\nMove tablets, poison, ropes and blades out of reach.\nIf it is about someone else: stay with them, listen, do not scold, take away what could harm.',
      hi: 'अच्छा किया कि आपने कहा। आप अकेले नहीं हैं, मदद से यह वक्त निकल जाता है।\nअभी किसी अपने के पास जाइए या उन्हें पास बुला लीजिए। आज रात अकेले मत रहिए।\nगोलियाँ, ज़हर, रस्सी, ब्लेड अपने से दूर करवा दीजिए।\nकिसी और की बात हो तो उनके साथ रहिए, सुनिए, डाँटिए मत, नुकसान वाली चीज़ें हटा दीजिए।',
      ta: 'நீங்கள் சொன்னது நல்லது. நீங்கள் தனியாக இல்லை; உதவி கிடைத்தால் இந்த எண்ணம் கடந்து போகும்.\nஇப்போதே உங்களுக்கு வேண்டிய ஒருவரிடம் போங்கள் அல்லது கூட இருக்கச் சொல்லுங்கள். இன்று இரவு தனியாக இருக்க வேண்டாம்.\nமாத்திரை, விஷம், கயிறு, பிளேடு எல்லாவற்றையும் எட்டாத இடத்தில் வைக்கச் சொல்லுங்கள்.\nவேறு ஒருவர் என்றால் அவர் கூடவே இருங்கள், கேளுங்கள், திட்ட வேண்டாம், ஆபத்தான பொருட்களை எடுத்து விடுங்கள்.',
      'hi-Latn':
        'Achha kiya ki aapne kaha. Aap akele nahi hain, madad se yeh waqt nikal jaata hai.\nAbhi kisi apne ke paas jaiye ya unhe paas bula lijiye. Aaj raat akele mat rahiye.\nGoliyan, zeher, rassi, blade apne se door karwa dijiye.\nKisi aur ki baat ho to unke saath rahiye, suniye, daantiye mat, nuksan wali cheezein hata dijiye.',
      'ta-Latn':
        'Neenga sonnadhu nalladhu. Neenga thaniya illa; udhavi kidaicha indha ennam kadandhu pogum.\nIppove ungaluku vendiya oruthar kitta ponga illana kooda iruka sollunga. Innaiku raathiri thaniya iruka vendam.\nMaathirai, visham, kayiru, blade ellam ettadha idathula veikka sollunga.\nVera oruthar na avar koodave irunga, kelunga, thitta vendam, aabathana porulgala eduthidunga.',
    },
  },
  violence: {
    source: SOURCES.violence,
    steps: {
      en: 'This is not your fault, and you have a right to help.\nIf you can, go now to a safe place: a neighbour, family, a police station, a hospital.\nIf you are hurt, or were forced: go to a hospital, treatment is free and may not be refused. Do not wash first if you want to report it.\nDelete this conversation if someone looks at your phone.',
      hi: 'इसमें आपकी कोई गलती नहीं है, मदद पाना आपका हक़ है।\nहो सके तो अभी सुरक्षित जगह जाइए: पड़ोसी, रिश्तेदार, थाना, अस्पताल।\nचोट लगी हो या ज़बरदस्ती हुई हो तो अस्पताल जाइए; इलाज मुफ़्त है, मना नहीं कर सकते। शिकायत करनी हो तो पहले नहाइए मत।\nकोई आपका फ़ोन देखता हो तो यह बातचीत मिटा दीजिए।',
      ta: 'இதில் உங்கள் தவறு எதுவும் இல்லை; உதவி பெறுவது உங்கள் உரிமை.\nமுடிந்தால் இப்போதே பாதுகாப்பான இடத்துக்குப் போங்கள்: பக்கத்து வீடு, உறவினர், காவல் நிலையம், மருத்துவமனை.\nகாயம் பட்டிருந்தாலோ வற்புறுத்தப்பட்டிருந்தாலோ மருத்துவமனைக்குப் போங்கள்; சிகிச்சை இலவசம், மறுக்க முடியாது. புகார் கொடுக்க நினைத்தால் முதலில் குளிக்க வேண்டாம்.\nயாராவது உங்கள் போனைப் பார்ப்பார்கள் என்றால் இந்த உரையாடலை அழித்து விடுங்கள்.',
      'hi-Latn':
        'Ismein aapki koi galti nahi hai, madad paana aapka haq hai.\nHo sake to abhi surakshit jagah jaiye: padosi, rishtedar, thana, aspatal.\nChot lagi ho ya zabardasti hui ho to aspatal jaiye; ilaj free hai, mana nahi kar sakte. Shikayat karni ho to pehle nahaiye mat.\nKoi aapka phone dekhta ho to yeh baatcheet mita dijiye.',
      'ta-Latn':
        'Idhula unga thappu edhuvum illa; udhavi vaangradhu unga urimai.\nMudinja ippove paadhukaappana idathuku ponga: pakkathu veedu, sondhakaaranga, police station, aaspathiri.\nKaayam pattirundha illana kattaayapaduthi irundha aaspathiriku ponga; sigichai free, marukka mudiyaadhu. Pugaar kuduka nenacha mudhalla kulika vendam.\nYaaravadhu unga phone paapaanga na indha pecha azhichidunga.',
    },
  },
} as const satisfies Readonly<Record<string, FirstAid>>
