import type { Findings } from '../red-flag.ts'

/** Chest, heart, breathing and choking. */
export const CIRCULATION_FINDINGS: Findings = {
  chest_pain: {
    any: '@chest & @pain | @chest & @tight | @heart & @pain',
    en: 'angina | cp | chest pain* | chestpain* | pain ~ left arm ~ jaw | elephant on my chest | something sitting on my chest | acute coronary | @chest ~ elephant|stone|brick|rock | @chest ~ like ~ elephant | elephant ~ @chest | crushing chest | heart pain | @chest ~ constrict* | someone ~ on ~ @chest | @chest ~ exploding|ripping|tearing | tearing ~ @chest|@back | band ~ @chest | heaviness|pressure|tightness ~ heart | heart ~ heaviness|tightness|squeezing | heart hurts|hurting | pain ~ between ~ breasts | between breasts ~ pain | pain behind ~ breastbone',
    hi: 'सीने ~ दर्द | छाती ~ दर्द | सीना ~ दुख* | छाती ~ दुख* | दिल में दर्द | दिल के पास दर्द | हृदय में दर्द | सीने ~ पत्थर | छाती ~ पत्थर | सीना ~ फट* | छाती ~ फट* | सीना ~ पकड़* | छाती ~ पकड़* | सीने ~ पकड़* | सीने ~ जकड़* | छाती ~ जकड़* | कलेजे ~ दर्द | सीने ~ खिंचाव | छाती ~ खिंचाव | सीने ~ मरोड़ | दिल ~ जकड़*|दबाव|चुभन | दिल के पास ~ चुभ*|दर्द',
    ta: 'நெஞ்சுவலி* | நெஞ்சு வலி* | மார்வலி* | மார்பு வலி* | மார்புவலி* | இதய வலி* | நெஞ்சு ~ கல்லு | நெஞ்சை பிடி* | நெஞ்சு பிடி* | நெஞ்சு ~ அடைக்* | நெஞ்சுக்குள்ள ~ வலி* | நெஞ்சை ~ அமுக்* | நெஞ்சு ~ அமுக்* | நெஞ்சு ~ பாரம்* | நெஞ்சை ~ பிடிச்* | நெஞ்சப் ~ பிடிச்* | நெஞ்சு ~ பிசை* | மார்ப* ~ இறுக்* | இதயத்துல ~ வலி*|குத்து*|அழுத்* | இதயம் ~ வலி*',
    'hi-Latn':
      'seene ~ dard | chhati ~ dard | dil me|mein dard | dil ke paas dard | chest pain* | chest ~ dard | seene ~ patthar | chhati ~ patthar | seena ~ phat* | seena ~ fat* | chhati ~ phat* | seene ~ phat* | seena ~ pakad* | seene ~ pakad* | chhati ~ pakad* | chhati|seene ~ jakad* | chhati|seene ~ kheech*|khinch*|khichav | dil ~ jakad*|dabav|chubhan | seena|seene|chhati ~ pakd*',
    'ta-Latn':
      'nenjuvali* | nenjivali* | nenju vali* | nenju pain* | nenja pidi* | nenju pidi* | nenju adai* | maarvali* | chest vali* | chest pain* | idhayam vali* | nenju ~ kallu | nenju|nenja ~ amuk* | nenju|nenja ~ pidich*|pudich* | nenju ~ baaram* | nenju ~ pesay*|pisai* | idhayathula ~ vali*|kuthu*|azhuth* | heart la ~ vali*|kuthu*',
  },
  heart_attack: {
    en: 'heart attack* | heartattack* | cardiac arrest | myocardial infarct* | heart stopped | coronary attack | heart atack | having a cardiac | cardiac event | heart failure attack | cardiac attack',
    hi: 'दिल का दौरा | दिल का दौर | हार्ट अटैक | हार्टअटैक | हृदयाघात | हार्ट अटेक | दिल की धड़कन रुक* | दिल ~ दौरा | अटैक आ* | अटैक पड़* | हार्ट ~ बंद',
    ta: 'மாரடைப்ப* | ஹார்ட் அட்டாக்* | ஹார்ட்அட்டாக்* | நெஞ்சடைப்ப* | இதயத் துடிப்பு நின்* | இதயம் நின்* | அட்டாக் வந்* | அட்டாக் வரு* | ஹார்ட் அட்டேக்*',
    'hi-Latn':
      'dil ka daura | dil ka dora | heart attack* | heart atack | heartattack | hart attack | hart atack | cardiac arrest | attack aaya | attack aa gaya | attack aa raha | attack pada | attack ho gaya | dil ka attack',
    'ta-Latn':
      'maradaip* | maaradaip* | maradapu* | maaradapu* | heart attack* | heart atak* | nenjadaip* | hart attack* | cardiac arrest | attack vand* | attack vanth* | attack varu* | heart attak*',
  },
  // Sweating, the left arm, the jaw: what turns an upset stomach into a heart attack.
  radiating: {
    en: 'left arm | left shoulder | jaw | radiat* | spreading to my arm | shoulder blade | both arms | arm | neck | shoulders | through to ~ back',
    hi: 'बाएं हाथ | बाएँ हाथ | बायें हाथ | बाँह | जबड़े | जबड़ा | बाएं कंधे | बाएँ कंधे | कंधे तक | बाँह तक | कंधे | हाथ तक | पीठ तक',
    ta: 'இடது கை* | இடது தோள்* | தாடை* | கைக்கு பரவு* | தோள் வரை* | தோள்பட்ட* | கை வரை* | முதுகு வரை* | தோள்*',
    'hi-Latn':
      'baaye haath | baye haath | baaye hath | left arm | left hand | left shoulder | jabde | jabda | jaw | kandhe tak | kandhe | haath tak | hath tak | peeth tak',
    'ta-Latn':
      'left arm | left hand | left shoulder | idadhu kai* | idathu kai* | idadhu thol* | thaadai* | thadai* | jaw | left kai* | tholu* | tholpattai* | kai varaik* | kaiku',
  },
  sweating: {
    any: '@sweat',
    en: 'cold sweat | drenched | soaked in sweat',
    hi: 'पसीना | पसीने',
    ta: 'வியர்*',
    'hi-Latn': 'paseena',
    'ta-Latn': 'viyar*',
  },
  palpitations: {
    en: 'palpitation* | heart racing | heart is racing | racing heart | heart ~ pounding | heart beating fast | heart ~ fluttering | irregular heartbeat | heart beat fast | fast heartbeat | heart ~ racing | heart ~ thumping | heart skipping | heart ~ beating ~ fast|hard|crazy | heart ~ flutter*',
    hi: 'धड़कन ~ तेज* | धड़कन ~ बढ़* | दिल ~ तेज धड़क* | दिल ~ ज़ोर ~ धड़क* | दिल ~ धक धक | घबराहट ~ धड़कन | दिल ~ जोर ~ धड़क* | दिल ~ तेज़ ~ धड़क* | धड़कन ~ तेज़*',
    ta: 'படபட* | இதய* ~ வேகமா* | நெஞ்சு படபட* | இதயத்துடிப்பு ~ அதிக* | இதயம் ~ வேகமா* | இதய துடிப்பு ~ வேகமா* | நெஞ்சு அடிச்சுக்*',
    'hi-Latn':
      'dhadkan ~ tez* | dhadkan ~ tej | dhadkan ~ badh* | dil ~ tez dhadak* | dil ~ zor ~ dhadak* | palpitation* | dil ~ dhak dhak | dhadkan ~ badh gayi | dil ~ tez',
    'ta-Latn':
      'padapada* | pada pada* | palpitation* | heart ~ vegama | heart ~ fast* | idhayam ~ vegama | nenju adichik* | nenju pada pada* | heart beat ~ adhigam*',
  },
  breathing_difficulty: {
    any: '@breathe & @difficulty',
    en: 'cant breathe | cant breath | cannot breathe | cannot breath | cant catch ~ breath | cannot catch ~ breath | gasping | gasp | gasps | struggling to breathe | out of breath | breathless* | short of breath | shortness of breath | sob | dyspnea | dyspnoea | dyspneic | suffocat* | hard to breathe | unable to breathe | not able to breathe | breathing is not | breathing heavily | breathing with effort | not getting ~ air | no air | air hunger | trouble breathing | stopped breathing | not breathing | isnt breathing | no breath | breathing fast | fast breathing | rapid breathing | breathing very fast | breathing rapidly | breathing quickly | breathing deep and fast | cant get ~ air | orthopnea | tachypn* | respiratory distress | severe asthma attack | difficulty in breathing | cant finish a sentence | panting | fighting for air | fighting for breath | one word at a time | hungry for air | air is not going | cant lie flat | cant complete ~ sentence | breath ~ not coming | breath ~ stuck | breath ~ catching | breathing ~ hard|harder|heavy|laboured|noisy | breath ~ getting short | puffing and panting | no air going in | air not going in | cant get air | cant get enough air | sitting up to breathe | breath ~ dark lips | choking sensation ~ breath* | lungs ~ no air | breathing|breath ~ gurgl*|rattl*|noisy|crackl*|grunt* | gurgling breath* | noisy breathing',
    hi: 'साँस|सांस|सास|श्वास ~ नहीं|नही|ना ~ आ*|ले*|पा*|मिल*|चल* | साँस|सांस|सास ~ फूल* | साँस|सांस|सास ~ अटक* | साँस|सांस|सास ~ रुक* | साँस|सांस|सास ~ घुट* | साँस|सांस|सास ~ चढ़* | साँस|सांस ~ उखड़* | साँस|सांस ~ टूट* | साँस|सांस|सास ~ बंद | साँस|सांस|साँसें|सांसें ~ तेज|तेज़ | दम ~ घुट* | दम ~ फूल* | दम ~ घोंट* | हाँफ* | हांफ* | तेज|तेज़ ~ साँसें|सांसें|साँस|सांस | घुटन | ऑक्सीजन नहीं मिल* | हवा नहीं मिल* | हवा ~ नहीं मिल* | साँस|सांस ~ खींच* | साँस|सांस ~ नहीं आ | दम नहीं ले | वाक्य ~ नहीं बोल | साँस|सांस ~ जल्दी जल्दी | साँस|सांस ~ कम | साँस|सांस ~ नहीं|नही ~ जा*|भर*|हो*|खींच*|निकल* | साँस|सांस ~ अंदर नहीं | साँस|सांस ~ भारी|भारीपन | साँस|सांस ~ घर्र*|घरघर* | साँस|सांस ~ घरघर* | साँस|सांस ~ सीटी | छाती ~ घरघर*',
    ta: 'மூச்ச*|மூச்சு*|மூச்சே ~ முடியல*|முடியவில்*|முடியலை|முடில*|முடியாம* | மூச்ச*|மூச்சு* ~ வரல*|வரவில்*|வரமாட்ட* | மூச்ச*|மூச்சு* ~ வர மாட்ட* | மூச்சு* ~ திணற* | மூச்சுத்திணற* | மூச்சுத் திணற* | மூச்ச* ~ வாங்க* | மூச்ச* ~ அடைக்*|அடைச்ச* | மூச்ச* ~ முட்ட* | மூச்ச* ~ நின்ன*|நின்று* | மூச்சு ~ இரைக்* | மூச்சிரைக்* | மூச்சிரைப்ப* | மூச்சு* இல்ல* | மூச்ச* ~ வேகமா* | வேகமா* ~ மூச்ச* | மூச்சடைக்* | மூச்சுமுட்ட* | மூச்சு ~ விடாம* | மூச்சு பேச்சு இல்ல* | சுவாச* ~ சிரம* | மூச்சு ~ கஷ்ட* | சுவாசிக்க முடிய* | சுவாசிக்க ~ முடிய* | மூச்சு எடுக்க முடிய* | காத்த* ~ போகல* | காற்ற* ~ போகல* | காத்த* ~ வரல* | காத்து பத்தல* | மேல்மூச்சு* | மேல் மூச்சு* | மூச்சு இழுத்து* | மூச்சு ~ இழுக்* | மூச்சு விட ~ கஷ்ட* | மூச்சு ~ பத்தல* | மூச்சு ~ கட்டு* | மூச்சு வாங்க* | மூச்சு ~ தெணற* | மூச்சு தெணற* | மூச்சுக்க* ~ தவி*|போராடு*|திணற* | மூச்சு ~ தவி* | மூச்சே ~ வரல*|விட* | மூச்சு விட ~ தவி* | மூச்சு ~ சத்தமா* | மூச்சு ~ கொர* | மூச்சு ~ கர்கர*',
    'hi-Latn':
      'saans|sans|saas|sanse|saanse|swas ~ nahi|nhi|nai|na ~ aa*|a|le*|lay|paa*|pa*|mil*|chal*|ara*|ata*|ati* | saans|sans|saas|sanse|saanse ~ phool*|phul*|fool*|ful* | saans|sans|saas ~ atak* | saans|sans|saas ~ ruk* | saans|sans|saas ~ ghut* | saans|sans|saas ~ chadh* | saans|sans ~ ukhad* | saans|sans|saas ~ band | saans|sans|saas|saansein ~ tez|tej | tez|tej ~ saans|sans|saanse|saansein | dum|dam ~ ghut* | dum|dam ~ phool*|phul* | haanf | hanf | haanfna | haanfte | hanfte | haanf raha | haanfti | ghutan | breathing ~ nahi|nhi | breathing problem | shortness of breath | hawa|hava nahi mil* | hawa|hava ~ nahi mil* | saans|sans ~ kheech*|kheench*|khinch* | sans|saans ~ ukhad* | saans|sans ~ jaldi jaldi | dum|dam nahi aa* | saans|sans ~ kam | saans|saas ~ nahi|nhi ~ ja*|bhar*|ho*|kheech* | saans ~ andar nahi|hi | saans ~ bhaari|bhari | saans|sans ~ ghar ghar | saans|sans ~ gharghar* | saans ~ seeti',
    'ta-Latn':
      'moochu*|mooch*|muchu*|moochi*|moochae|mooche|breath* ~ mudiya*|mudila*|mudiyla*|mudiala|mudiyadhu*|mudla | moochu*|muchu*|moochi*|mooche ~ varala*|varla*|varamaat* | moochu*|muchu* ~ vara maat* | moochu*|muchu* ~ thinar* | moochuthinar* | moochu*|muchu* ~ vaangu*|vaanguthu | moochu*|muchu*|mooch* ~ adaik*|adach* | moochu* ~ muttu* | moochu* ~ ninnu* | moochu*|muchu*|mooch* illa* | moochu*|muchu* ~ vegama* | vegama* ~ moochu* | moochu ~ irai* | moochirai* | moochadaik* | breathing ~ kashtam* | breathing problem | breathing fast | wheezing ~ adhigam* | suvaasika mudi* | suvasikka mudi* | moochu edukka mudi* | kaathu ~ pogala|varala|pathala | kaathe ~ pogala|varala | kaatru ~ pogala | mel moochu* | melmoochu* | moochu izhuth* | moochu iluth* | moochu ~ pathala | moochu ~ thenar* | moochu vida ~ kashta* | moochu ~ kattu* | moochu vaang* | moochuku ~ thavi*|poraad*|thinar* | moochu ~ thavi* | mooche ~ varala|vida* | moochu ~ sathama* | moochu ~ kora* | moochu ~ sathathoda',
  },
  mild_breathing: {
    en: 'out of breath ~ stairs|running|gym|exercise|jogging | breathless ~ stairs|running|climbing|exercise | short of breath ~ running|gym | on exertion | panting ~ stairs|climb*|running|walk*',
    hi: 'सीढ़ी* ~ साँस|सांस ~ फूल* | सीढ़ियाँ ~ साँस|सांस ~ फूल* | दौड़ने ~ साँस|सांस ~ फूल*',
    ta: 'படி ஏற* ~ மூச்சு வாங்க* | ஓடினா ~ மூச்சு வாங்க*',
    'hi-Latn': 'seedhi* ~ saans|sans ~ phool*|phul* | daudne ~ saans|sans ~ phool*|phul*',
    'ta-Latn': 'padi yer* ~ moochu vaang* | padi er* ~ moochu vaang* | odina ~ moochu vaang*',
  },
  blue_lips: {
    en: '@lips & blue|bluish|purple|grey|gray | turning blue | turned blue | going blue | cyanos* | cyanotic | blue baby | @child ~ blue|bluish | @infant ~ blue|bluish | lips ~ blue|bluish|purple|dusky | blue lips | blue nails | face ~ bluish | looks blue | lips ~ dark|black|dusky',
    hi: '@lips & नीला|नीली|नीले|काला|काले | नीला पड़* | नीले पड़* | नीली पड़* | @child ~ नीला|नीली|नीले | होंठ ~ काले|काला|नीले',
    ta: '@lips & நீல*|நீலமா*|நீலம்*|கருத்து*|கறுத்து* | நீலமா மாறி* | நீல நிற* | @child ~ நீலமா*|நீலம்*|நீல* | @infant ~ நீல* | உதடு ~ கருத்து*|கருப்பா*|கறுத்து*',
    'hi-Latn':
      '@lips & neela|neeli|neele|nila|nile|nili|blue|kale | neela pad* | neele pad* | neeli pad* | @child ~ neela|neeli|neele|blue | @infant ~ neela|neeli|blue | honth ~ kale|kaale|neele',
    'ta-Latn':
      '@lips & neela*|neelama*|neelam*|nila*|nilama|blue|karuthu* | neelama maar* | blue ah | @child ~ neela*|neelama*|blue | @infant ~ neela*|blue | udhadu ~ karuth*|karup*',
  },
  not_breathing: {
    en: 'not breathing | isnt breathing | is not breathing | stopped breathing | no pulse | no heartbeat | not breath | wasnt breathing | pulse ~ not there | cant feel ~ pulse | cannot feel ~ pulse | cant find ~ pulse | pulse ~ stopped',
    hi: 'साँस|सांस ~ नहीं चल* | साँस|सांस ~ रुक गई | साँस|सांस ~ रुक गयी | साँस|सांस ~ बंद | साँस|सांस नहीं ले रह* | नब्ज़ नहीं | नब्ज नहीं | धड़कन नहीं | नाड़ी नहीं | नब्ज ~ नहीं मिल* | दिल ~ धड़क* नहीं',
    ta: 'மூச்சு நின்னு* | மூச்சு நின்று* | மூச்சு இல்ல* | மூச்சே இல்ல* | மூச்சு விடல* | மூச்சு விடவில்* | நாடி இல்ல* | நாடித்துடிப்பு இல்ல* | மூச்சு பேச்சு இல்ல* | நாடி ~ இல்ல*|கிடைக்கல*|தெரியல* | பல்ஸ் ~ இல்ல* | துடிப்பு ~ இல்ல*',
    'hi-Latn':
      'saans|sans ~ nahi|nhi chal* | saans|sans ruk gayi | saans|sans ruk gai | saans|sans band | saans|sans nahi|nhi le rah* | nabz nahi | dhadkan nahi | nadi nahi | nabz ~ nahi mil* | pulse nahi | pulse ~ nahi mil*',
    'ta-Latn':
      'moochu ninnu* | moochu nindru* | moochu illa* | mooche illa* | moochu vidala* | naadi illa* | pulse illa | moochu pechu illa* | naadi|nadi ~ illa*|kedaikala|kidaikala|theriyala | pulse ~ illa* | thudippu ~ illa*',
  },
  choking: {
    en: 'choking | chokes | choked on | stuck in ~ throat | lodged in ~ throat | cant swallow ~ saliva | something ~ stuck ~ throat | throat is blocked | throat blocked | choke | stuck ~ cough|breathe | cough or cry | cough or speak | gagging ~ stuck | food pipe blocked | swallowed ~ stuck | piece ~ stuck',
    hi: 'गले ~ फँस* | गले ~ फंस* | गले ~ अटक* | गला ~ घुट* | गला ~ रुंध* | दम घुट* | गले ~ फस* | गले ~ अड़* | गले ~ रह गया | गले ~ चिपक* | निगल* ~ अटक*',
    ta: 'தொண்டை* ~ மாட்டி* | தொண்டை* ~ சிக்கி* | தொண்டை* ~ அடைச்ச* | தொண்டை* ~ அடைத்* | தொண்டையில ~ மாட்ட* | புரை ஏற* | புரையேறி* | தொண்டை* ~ அடைப்ப* | தொண்டை* ~ மாட்டிக்* | தொண்டை* ~ நின்னு* | தொண்டை* ~ சிக்க* | தொண்ட* ~ மாட்டி*',
    'hi-Latn':
      'gale ~ phas* | gale ~ fas* | gale ~ atak* | gale ~ phans* | gala ~ ghut* | dum ghut* | dam ghut* | choking | choke ho | gale ~ fans* | gale ~ atki|atka|atke|atk* | gale ~ phasi|phasa|fasi|fasa|phas|fas | gala ~ band',
    'ta-Latn':
      'thondai* ~ maati* | thonda* ~ maati* | thondaila ~ matik* | thondai* ~ sikki* | thonda* ~ sikki* | thondai* ~ adach* | thonda* ~ adach* | purai yeri* | puraiyeri* | pora yeri* | choking | thondaila ~ maatti* | thonda*|thondai* ~ maatik*|matik*|maatti* | thonda*|thondai* ~ sikk*|sikik* | thonda*|thondai* ~ ninnu*',
  },
  wheeze: {
    en: 'wheez* | asthma | whistling sound | inhaler | inhalers | nebuliser | nebulizer | asthma attack',
    hi: 'घरघराहट | सीटी जैसी | दमा | दमे | अस्थमा | इनहेलर | सीटी की आवाज*',
    ta: 'விசில் மாதிரி | விசில் சத்த* | வீசிங்* | ஆஸ்துமா* | ஆஸ்த்மா* | இளைப்ப* | இழுப்பு | இன்ஹேலர்* | மூச்சிளைப்ப*',
    'hi-Latn': 'gharghrahat | seeti jaisi | dama | dame | asthma | wheezing | inhaler | astma',
    'ta-Latn':
      'visil madhiri | whistle* | wheezing* | asthma* | aasthma* | ilaippu* | elaippu* | izhuppu | inhaler | wheez* | vesing',
  },
  inhaler_failed: {
    en: 'inhaler ~ not|no|isnt|doesnt|didnt ~ help*|work*|relief | no inhaler relief | no relief ~ inhaler | used ~ inhaler ~ multiple|many|several | inhaler ~ still ~ breath* | inhaler ~ useless | inhaler ~ empty | pump|puffer|nebuliser|nebulizer ~ not|no|isnt|doesnt|didnt ~ help*|work*|relief | inhaler|pump|nebuliser|nebulizer ~ still',
    hi: 'इनहेलर ~ असर नहीं | इनहेलर ~ आराम नहीं | इनहेलर ~ फायदा नहीं | पंप|पम्प|इनहेलर ~ बाद भी | पंप|पम्प ~ असर नहीं | पंप|पम्प ~ आराम नहीं | नेबुलाइज* ~ आराम नहीं',
    ta: 'இன்ஹேலர்* ~ கேக்கல* | இன்ஹேலர்* ~ வேலை செய்யல* | இன்ஹேலர்* ~ குறையல* | இன்ஹேலர் ~ சரியாக* | இன்ஹேலர்* ~ மூச்ச* | இன்ஹேலர்* ~ பலன் இல்ல* | பம்ப்*|இன்ஹேலர்*|ஸ்பிரே* ~ அடிச்சும் | பம்ப்*|இன்ஹேலர்* ~ சரியாக* | பம்ப்*|இன்ஹேலர்* ~ கேக்கல* | பம்ப்*|இன்ஹேலர்* ~ மூச்ச*',
    'hi-Latn':
      'inhaler ~ asar nahi | inhaler ~ aaram nahi | inhaler ~ fayda nahi | inhaler ~ kaam nahi | pump|inhaler ~ baad bhi | pump ~ asar nahi | pump ~ aaram nahi | nebul* ~ aaram nahi',
    'ta-Latn':
      'inhaler ~ kekala | inhaler ~ work aagala | inhaler ~ kuraiyala | inhaler ~ use illa | inhaler ~ sariyaagala | inhaler ~ moochu | inhaler ~ palan illa* | pump|inhaler|spray ~ adichum* | pump|inhaler ~ sari aagala|sariyaagala|kekala | pump|inhaler ~ moochu*',
  },
  coughing_blood: {
    any: '@cough & @blood',
    en: 'haemoptysis | hemoptysis | coughing up blood | blood in ~ sputum|phlegm',
    hi: 'खाँसी|खांसी ~ खून | बलगम ~ खून | थूक ~ खून',
    ta: 'இருமல்* ~ ரத்த* | சளி* ~ ரத்த* | எச்சில்* ~ ரத்த*',
    'hi-Latn': 'khansi|khaansi|khasi ~ khoon|khun | balgam ~ khoon | thook ~ khoon',
    'ta-Latn': 'irumal* ~ ratha* | irumal* ~ ratham* | sali* ~ ratham* | echil ~ ratham*',
  },
  heartburn: {
    en: 'heartburn | heart burn | acidity | acid reflux | reflux | indigestion | burning ~ after eating|food|meal|spicy | gas trouble | bloating | burping | gas',
    hi: 'एसिडिटी | खट्टी डकार* | बदहज़मी | बदहजमी | अपच | सीने में जलन | छाती में जलन | गैस | अम्लता',
    ta: 'நெஞ்செரிச்ச* | நெஞ்சு எரிச்ச* | நெஞ்சு எரி* | அசிடிட்டி* | அஜீரண* | புளிச்ச ஏப்ப* | வாயு* | கேஸ்* | செரிமான*',
    'hi-Latn':
      'acidity | khatti dakar* | badhazmi | badhajmi | apach | seene mein|me jalan | chhati mein|me jalan | gas | heartburn | indigestion',
    'ta-Latn':
      'nenjerichal* | nenju erich* | nenju eri* | nenjerich* | acidity* | ajeeranam* | vaayu* | gas | indigestion | gas trouble',
  },
  chest_on_exertion: {
    en: 'chest ~ climbing|walking|exertion|stairs | tight* ~ climbing',
    hi: 'चलने पर ~ सीने | सीढ़ी ~ सीने',
    ta: 'நடந்தா ~ நெஞ்ச* | படி ~ நெஞ்ச*',
    'hi-Latn': 'chalne ~ seene | seedhi ~ seene',
    'ta-Latn': 'nadandha ~ nenju* | padi ~ nenju*',
  },
  cold_limb: {
    en: 'leg|foot|arm|hand ~ cold ~ pale|blue|white | leg|foot|arm|hand ~ pale ~ cold | calf ~ swollen|swelling | @limb & cold & white|pale|blue|numb|painful | @limb & cold & no feeling',
    hi: 'पैर|हाथ ~ ठंडा ~ नीला | पैर|हाथ ~ ठंडा ~ सफेद | पिंडली ~ सूज* | @limb & ठंडा|ठंडी|ठंडे|बर्फ & सफेद|सफ़ेद|नीला|नीली|नीले|सुन्न|काला|पीला',
    ta: 'கால்*|கை* ~ ஜில்லு* ~ நீல* | கால்*|கை* ~ குளிர்ந்* ~ வெளுத்* | @limb & ஜில்*|சில்*|குளிர்ந்* & வெளு*|வெள்ளையா*|நீல*|கருத்து*|மரத்து*',
    'hi-Latn':
      'pair|haath|hath ~ thanda ~ neela | pair|haath|hath ~ thanda ~ safed | pindli ~ sooj* | @limb & thanda|thandi|thande|barf & safed|neela|neeli|neele|sunn|kala|peela',
    'ta-Latn':
      'kaal*|kai* ~ jillu* ~ neela* | kaal*|kai* ~ kulirndh* ~ velu* | @limb & jill*|sill*|kulirndh* & velu*|vella*|neela*|karuth*|marath*',
  },
  left_arm_pain: {
    en: 'left arm|shoulder|hand ~ pain|hurts|ache|aching|numb | pain ~ left arm|shoulder|hand | pain ~ jaw | jaw ~ pain | jaw|shoulder|arm ~ ache|aching | shoulder ~ jaw | arm ~ jaw',
    hi: 'बाएं|बाएँ|बायें हाथ|कंधे|बाँह ~ दर्द | जबड़े ~ दर्द',
    ta: 'இடது கை*|தோள்* ~ வலி* | தாடை* ~ வலி*',
    'hi-Latn': 'left|baye|baaye|bayen arm|haath|hath|hand|kandhe ~ dard|pain | jabde ~ dard',
    'ta-Latn': 'left|idadhu|idathu arm|kai*|hand|thol*|shoulder ~ vali*|pain | thaadai* ~ vali*',
  },
  // A burning after food: only this softens a pain in the chest, and only where nothing else is said of it.
  chest_burning_only: {
    en: 'heartburn | heart burn | burning ~ chest ~ after | burning in ~ chest after | acid reflux | acidity',
    hi: 'सीने में जलन | छाती में जलन | सीने में हल्की जलन | एसिडिटी | खट्टी डकार*',
    ta: 'நெஞ்செரிச்ச* | நெஞ்சு எரிச்ச* | நெஞ்சு எரி* | அசிடிட்டி* | புளிச்ச ஏப்ப*',
    'hi-Latn': 'seene mein|me jalan | chhati mein|me jalan | seene ~ jalan | acidity | khatti dakar*',
    'ta-Latn': 'nenjerich* | nenju erich* | nenju eri* | acidity | nenju ~ erich*',
  },
  asthma_attack: {
    en: 'asthma attack | asthma flare* | attack of asthma | asthma ~ worse | needing inhaler ~ often|more',
    hi: 'दमे का दौरा | दमे का अटैक | अस्थमा अटैक | अस्थमा का अटैक | दमा बढ़ गया | दमा उखड़*',
    ta: 'ஆஸ்துமா அட்டாக் | ஆஸ்துமா* ~ அதிக*',
    'hi-Latn': 'dame ka daura | asthma attack | asthma ka attack | dama badh gaya | dama ukhad*',
    'ta-Latn': 'asthma attack | asthma ~ adhigam*',
  },
}
