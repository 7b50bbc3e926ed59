import type { Findings } from '../red-flag.ts'

/** Bleeding, injuries, burns, bites, poisons, water and electricity. */
export const INJURY_FINDINGS: Findings = {
  bleeding: {
    any: '@blood',
    en: 'bleeding',
    hi: 'खून',
    ta: 'ரத்த*',
    'hi-Latn': 'khoon',
    'ta-Latn': 'ratham*',
  },
  severe_bleeding: {
    any: '@blood & @unstoppable',
    en: 'bleeding out | severe bleeding | bleeding heavily | bleeding to death | pool of blood | blood ~ pouring|gushing|spurting | lost a lot of blood | bleeding ~ through | soaking ~ pads | soaked ~ pads | losing ~ blood | keeps bleeding | haemorrhag* | hemorrhag* | bleeding a lot | bleeds a lot | bleeding ~ not control* | blood ~ not stopping | blood ~ everywhere | bleeding ~ badly|profusely | bleeding ~ wont stop | blood ~ soaked | soaked ~ blood | pressing ~ blood ~ not | changing pad* every | pad* every #number min*|minutes | full pad ~ hour | pads ~ hour',
    hi: 'खून ~ नहीं रुक* | खून ~ रुक नहीं* | खून ~ बंद नहीं* | खून ही खून | लहूलुहान | खून ~ फव्वार* | बहुत खून | खून ~ थम* ~ नहीं | खून ~ थमने का | खून से भीग* | खून से लथपथ | खून की धार | पैड ~ हर ~ घंटे|मिनट | कपड़े ~ भीग* ~ खून',
    ta: 'ரத்த* ~ நிக்க* | ரத்த* ~ நிற்க* | ரத்த வெள்ள* | ரத்தம் கொட்டு* | ரத்தம் பீ* | ரத்த* ~ நிக்க மாட்* | ரத்த* ~ பீறி* | ரத்த* ~ பீரி* | துணி* ~ ரத்த* | பேடு* ~ மணி நேர*',
    'hi-Latn':
      'khoon|khun ~ nahi|nhi ruk* | khoon|khun ~ ruk nahi|nhi|hi | khoon|khun ~ band nahi|nhi|hi | khoon hi khoon | lahuluhan | bahut khoon|khun | khoon|khun ~ tham nahi | khoon|khun ~ thamne | khoon|khun se bheeg* | khoon|khun se lathpath | khoon|khun ki dhaar | pad ~ har ~ ghante|minute',
    'ta-Latn':
      'ratham*|raththam*|blood ~ nikka*|nikala|nirkala|nikkave* | ratham* kottu* | ratha vellam* | bleeding ~ nikka* | ratham|ratha ~ nikka maat* | ratham ~ peeri* | thuni* ~ ratham | pad ~ mani nera*',
  },
  deep_wound: {
    en: 'deep cut | deep wound | deep gash | cut ~ deep | bone visible | can see ~ bone | stab wound | artery ~ cut|bleeding | cut ~ artery | wound ~ open | severed | cut off ~ finger|hand|toe|thumb | chopped off | knife ~ stomach|chest|neck|abdomen|thigh|back | stabbed | been stabbed | glass ~ stuck in | impaled | glass|knife|blade|nail|rod|sickle ~ went into|through|pierced|inside | hand ~ caught in ~ machine|grinder|mixer | finger ~ cut off|severed|gone|chopped | cut ~ throat|neck',
    hi: 'गहरा ~ घाव | गहरी ~ चोट | गहरा ~ कट | हड्डी ~ दिख* | नस कट गई | नस कट गयी | उँगली ~ कट कर | कटकर अलग | चाकू ~ लग* | चाकू से ~ वार | पेट में चाकू | छुरा | छुरी मार* | तलवार | काँच|कांच|चाकू|लोहा|कील|सरिया ~ घुस* | मशीन में ~ हाथ | उँगली|उंगली ~ कट गई | उँगली|उंगली ~ कट गयी | उँगली|उंगली ~ अलग हो*',
    ta: 'ஆழமா* ~ வெட்டு* | ஆழமான ~ காய* | எலும்பு ~ தெரியு* | எலும்பு ~ வெளி* | நரம்பு அறு* | விரல் துண்டா* | ஆழமா* ~ அறு* | கத்தியால ~ குத்தி* | கத்தி குத்து* | கத்திக்குத்து* | அரிவாள* ~ வெட்டி* | கத்தி ~ குத்தி* | கத்தி ~ கிழிச்* | ஆழமா* ~ கிழிஞ்* | கண்ணாடி|கத்தி*|கம்பி|ஆணி ~ குத்தி*|ஏறி* | மெஷின்ல|மிக்ஸில|மிஷின்ல ~ கை | விரல் ~ துண்டா*|வெட்டு*',
    'hi-Latn':
      'gehra ~ ghaav | gehra ~ kat | gehri ~ chot | gahra ~ ghav | haddi ~ dikh* | nas kat gayi | ungli ~ kat kar | gehra kat* | chaku|chaaku|chakku ~ lag* | pet me|mein chaku|chaaku | chhura | chhuri maar* | kaanch|kanch|chaku|chaaku|keel|sariya ~ ghus* | machine|grinder me|mein ~ haath|hath',
    'ta-Latn':
      'aazham* ~ vettu* | aazhama* ~ vetti* | aalama ~ vetti* | aazhamana ~ kaayam* | elumbu ~ theriyu* | elumbu ~ veli* | narambu aru* | viral thunda* | kathiyala|kathiyaala ~ kuthi* | kathi kuthu* | aruvaal* ~ vetti* | aruval* ~ vetti* | kathi ~ kuthi* | kathi ~ kizhich* | kannadi|kathi|kambi|aani ~ kuthi*|yeri* | machine|mixie|mixi|grinder la ~ kai',
  },
  minor_wound: {
    en: 'paper cut | small cut | minor cut | small scratch | scratch | scrape | graze | nick | small wound | bruise | bleeding has stopped | bleeding stopped | superficial | gums bleed* ~ brush* | bleed* ~ brushing | shaving cut',
    hi: 'खरोंच | खून रुक गया | छोटा सा कट | मामूली कट | हल्का कट | छिल गया',
    ta: 'கீறல்* | ரத்தம் நின்னு* | ரத்தம் நின்று* | சின்ன காய* | சிராய்ப்ப* | கீறி*',
    'hi-Latn':
      'kharoch* | kharonch* | khoon ruk gaya | chhota sa cut | chota sa cut | halka cut | chhil gaya | mamuli cut',
    'ta-Latn':
      'keeral* | kiral* | keeri* | ratham ninnu* | ratham ninna* | chinna kaayam* | sinna kaayam* | siraippu* | chinna vettu*',
  },
  vomiting_blood: {
    any: '@vomit & @blood',
    en: 'haematemesis | hematemesis | hemat emesis | coffee ground* | coffeeground* | throwing up blood | blood in ~ vomit | vomiting blood | coffee‑ground emesis | blood ~ vomited | vomit* ~ coffee powder|grounds | coffee powder|grounds ~ vomit* | vomit* ~ like coffee | vomitus ~ blood|clots | threw up ~ blood|clots | vomited ~ clots|red',
    hi: 'कॉफ़ी|कॉफी जैस* ~ उल्टी|उलटी | उल्टी|उलटी ~ कॉफ़ी|कॉफी जैस* | खून ~ उल्टी | उल्टी ~ खून | उलटी ~ खून | उल्टी ~ थक्के | उल्टी ~ लाल',
    ta: 'காபி பொடி* ~ வாந்தி* | வாந்தி* ~ காபி பொடி* | காபி மாதிரி ~ வாந்தி* | ரத்த வாந்தி* | ரத்தவாந்தி* | வாந்தி* ~ ரத்த* | ரத்தமா* வாந்தி* | வாந்தி* ~ ரத்தக்* | ரத்தமா ~ வாந்தி*',
    'hi-Latn':
      'coffee jais* ~ ulti | ulti ~ coffee jais* | khoon|khun ~ ulti | ulti ~ khoon|khun | blood ~ ulti | blood vomit* | ulti ~ thakke | ulti ~ laal',
    'ta-Latn':
      'coffee podi* ~ vaandhi*|vaanthi*|vanthi|vandhi | coffee maari|madhiri ~ vaandhi*|vaanthi* | ratha|ratham|rattha vaandhi*|vaanthi*|vanthi|vandhi | vaandhi*|vaanthi* ~ ratham* | blood vomit* | rathavaandhi* | vaandhi* ~ ratha*|raththa* | rathama ~ vaandhi*',
  },
  blood_in_stool: {
    any: '@stool & @blood',
    en: 'black & stool*|motion*|poop | black like tar | black stool* | tarry stool* | black tarry | melena | melaena | blood ~ stool* | bloody stool* | blood per rectum | brbpr | rectal bleeding | bleeding from ~ anus|rectum | black motion* | blood in ~ toilet | black|tarry & @stool | sticky ~ black | hematochezia | haematochezia | piles|haemorrhoids|hemorrhoids & bleed*|blood | blood ~ toilet paper | blood ~ passing stool|motion | red blood ~ rectum|stool',
    hi: 'काला मल | काली टट्टी | काला पाखाना | मल ~ खून | टट्टी ~ खून | लैट्रिन ~ खून | शौच ~ खून | काला|काली|काले & @stool | बवासीर & खून | गुदा ~ खून',
    ta: 'கருப்பா* ~ மலம்* | கறுப்பா* ~ மலம்* | மலத்* ~ ரத்த* | மலம் ~ ரத்த* | கருப்பு நிற மல* | கருப்பா*|கறுப்பா*|கருப்பு|தார் & @stool | கருப்பா*|தார் ~ மோஷன்* | மூல* ~ ரத்த* | ஆசனவாய் ~ ரத்த*',
    'hi-Latn':
      'kala mal | kaali tatti | kali tatti | kala pakhana | kali latrine | tatti ~ khoon | latrine ~ khoon | black stool | stool ~ khoon | potty ~ khoon | kala|kaala|kali|kaali|kale & @stool | bawasir|bavasir|piles & khoon',
    'ta-Latn':
      'karuppa ~ malam* | karuppu ~ motion | malam* ~ ratham* | motion* ~ ratham* | black stool | stool* ~ blood | black motion | karuppa|karupu|karuppu|thaar & @stool | moola* ~ ratham | piles & ratham',
  },
  bleeding_gums_nose: {
    en: 'bleeding gums | gums bleeding | bleeding from ~ gums|nose|mouth | nose bleed* | nosebleed* | bruises all over | red spots ~ skin | petechia*',
    hi: 'मसूड़ों ~ खून | नाक ~ खून | मुँह ~ खून | मुंह ~ खून | नकसीर | शरीर ~ लाल चकत्ते | लाल धब्बे',
    ta: 'ஈறு* ~ ரத்த* | மூக்கு* ~ ரத்த* | மூக்கில்* ~ ரத்த* | வாயில ~ ரத்த* | பல் ஈறு* ~ ரத்த*',
    'hi-Latn':
      'masudo|masoodo|masude ~ khoon|khun|bleeding|blood | naak|nak ~ khoon|khun|blood | munh|muh ~ khoon|khun | nakseer | gums ~ khoon|bleed*',
    'ta-Latn':
      'eerula|eeru|pal ~ ratham* | mooku*|mookku*|mookula ~ ratham*|blood | gums ~ ratham*|bleed* | vaaila ~ ratham*',
  },
  ear_bleed: {
    en: 'blood from ~ ear* | bleeding from ~ ear* | fluid from ~ ear*|nose | clear fluid',
    hi: 'कान ~ खून | नाक ~ पानी ~ चोट',
    ta: 'காதில்* ~ ரத்த* | காதுல* ~ ரத்த* | காது* ~ ரத்த*',
    'hi-Latn': 'kaan ~ khoon|khun|blood|bleeding',
    'ta-Latn': 'kaadhula|kaadhu*|kaathula|kaathu* ~ ratham*|blood',
  },
  head_injury: {
    any: '@head & @hit | @head & @blood',
    en: 'head injury | hit ~ head | hit her head | hit his head | hit my head | head ~ hit | concussion | fell on ~ head | banged ~ head | bumped ~ head | skull fracture | head trauma | helmet ~ broke|broken|cracked | back of ~ head ~ banged|hit | head ~ banged|bumped|struck|cracked|split | bump on ~ head | head ~ swelling|swollen | hit ~ head on | knock* on ~ head | fell on ~ face',
    hi: 'सिर|सर ~ चोट | सिर|सर ~ फट गया है | सिर|सर ~ फूट* | सिर के बल | सिर|सर ~ लगी | सिर|सर ~ टकरा* | सिर के पीछे चोट | सिर ~ सूज*',
    ta: 'தலையில ~ அடி* | தலையில் ~ அடி* | தலைல ~ அடி* | தலை* ~ அடிபட்* | தலை* ~ பலத்த | மண்டை உடை* | தலைக்கு ~ அடி* | தலையில ~ காய* | தலை* ~ வீங்க* | தலை* ~ இடிச்ச* | தலை* ~ மோதி* | மண்டை* ~ அடி* | மண்டை* ~ உடைஞ்*',
    'hi-Latn':
      'sir|sar|sr ~ chot | sir|sar ~ phat gaya | sir|sar ~ phoot* | sir ke bal | head injury | sir|sar ~ lagi | sir|sar ~ takra* | sir|sar ~ sooj*|suj* | sir|sar ke peeche|piche chot',
    'ta-Latn':
      'thalai*|thalaila|thalaiyila|thala*|thalaiku ~ adi | thalai*|thalaila ~ adi* | thalaila ~ adipattu* | mandai udai* | head injury | head la adi* | thalaiku ~ adi* | thala*|thalai* ~ veeng* | thala*|thalai* ~ idich* | thala*|thalai* ~ modhi|modhidu*|modhiru*|modhina* | mandai* ~ adi* | mandai* ~ odanj*',
  },
  head_injury_sign: {
    en: 'keeps vomiting | vomited twice | sleepy | drowsy | passed out | blacked out | unequal pupil* | cant remember | cannot remember | doesnt remember | not remember* | memory ~ gone|loss|lost | vomited thrice | vomited ~ times | very sleepy | double vision | clumsy | blank',
    hi: 'बार बार उल्टी | बार-बार उल्टी | नींद आ रही | सुस्त | याद नहीं | भूल गया | नींद ~ आ रही | उल्टी कर रह*',
    ta: 'திரும்ப திரும்ப வாந்தி* | தூக்க கலக்க* | மறுபடி மறுபடி வாந்தி* | ஞாபகம் இல்ல* | ஞாபகமே இல்ல* | நினைவில்ல* | தூங்கிட்டே* | தூங்கிக்கிட்டே*',
    'hi-Latn':
      'baar baar ulti | bar bar ulti | sust | neend aa rahi | yaad nahi | yad nahi | bhool gaya | ulti kar rah*',
    'ta-Latn':
      'thirumba thirumba vaandhi* | thirumba thirumba vanthi | thooka kalak* | marupadi vaandhi* | gnabagam illa* | nyabagam illa* | nyabagame illa* | thoongite* | thoongikite*',
  },
  major_trauma: {
    any: '@accident',
    en: 'major accident | run over by | bone ~ sticking out | bone ~ coming out | bone protruding | open fracture | crushed | fell from ~ terrace|roof|tree|floor|building|ladder|height|balcony | fallen from ~ terrace|roof|tree|floor|building|height | hit by ~ train|bus|car|truck|lorry|bike|auto | spine injury | neck broken | got shot | was shot | been shot | bone ~ out|outside|visible|showing|protrud* | auto|car|bus|bike|van|jeep|truck|scooter|tractor|lorry|vehicle ~ overturn*|toppled|flipped|rammed | turned turtle | trapped under | crush injury | wall collapsed | building collapsed | beam fell | run over | thrown out of | thrown from | ejected | scaffolding | dashed by|against | knocked off ~ bike|cycle|scooter | pinned under | fell from #number floor|floors|feet | fell ~ third|second|fourth|fifth|first floor | fell ~ from ~ height | auto|car|bus|bike|van|jeep|truck|scooter|tractor|lorry|tempo ~ rolled|turned over | wall|roof|tree|beam|stone|rock|ceiling fell on | leg|arm|hand|foot|head|chest ~ crushed | buried under',
    hi: 'हड्डी बाहर | हड्डी ~ बाहर निकल* | ऊपर से गिर* | मंज़िल से गिर* | मंजिल से गिर* | गाड़ी ~ कुचल* | ट्रक ~ टक्कर | छत से ~ गिर* | पेड़ से ~ गिर* | गाड़ी ~ चढ़ ग* | बस ~ चढ़ ग* | ट्रेन से ~ कट* | ट्रेन से टकरा* | कार ने ~ मार* | गाड़ी|बस|ऑटो|कार|ट्रक|ट्रैक्टर|जीप ~ पलट* | मलबे ~ दब* | दीवार गिर* | पहिया ~ चढ़* | मंज़िल से ~ गिर* | मंजिल से ~ गिर* | माले से ~ गिर* | ट्रक|बस|कार|गाड़ी|ट्रेन|लॉरी से ~ भिड़*|टकरा* | भिड़ंत | बाइक|मोटरसाइकिल|स्कूटर|साइकिल ~ भिड़*|टकरा*|टक्कर | दीवार|छत|पेड़|मलबा ~ गिर* ~ दब* | दब गया | दब गई | दब गए',
    ta: 'எலும்பு ~ வெளிய* | எலும்பு வெளியே | மேலிருந்து விழு* | மாடி* ~ விழு* | மரத்தி* ~ விழு* | மரத்து* ~ விழு* | வண்டி ஏறி* | பஸ் ஏறி* | லாரி ஏறி* | கார் ஏறி* | வண்டி ~ மோதி* | பஸ் ~ மோதி* | ரயில் ~ மோதி* | அடிபட்டு கிட* | ஆட்டோ|கார்|பஸ்|வேன்|லாரி|டிராக்டர்|வண்டி ~ கவு*|கவிழ்* | எலும்பு ~ வெளில | எலும்பு ~ தெரியு* | சுவர் இடிஞ்* | இடிபாட* | மாடி* ~ கீழ விழுந்* | பலத்த அடி | பலமா அடி* | பைக்|கார்|பஸ்|லாரி|லாரியில|ஆட்டோ|ரயில்|வேன் ~ மோதி* | ஜீப்|டெம்போ|பைக்|ஸ்கூட்டர் ~ கவு*|உருண்டு*|கவிழ்* | நசுங்கி* | சுவர்|சுவரு|மரம்|கூரை ~ மேல ~ விழுந்* | சுவர் விழுந்து* | ஜீப் கவுந்*',
    'hi-Latn':
      'haddi bahar | haddi ~ bahar nikal* | upar se gir* | manzil se gir* | chhat|chat se ~ gir* | ped se ~ gir* | truck ~ takkar | gaadi ~ kuchal* | gaadi ~ chadh g* | bus ~ chadh g* | train se ~ kat* | car ne ~ maar* | gaadi|gadi|bus|auto|car|truck|tractor|jeep ~ palat* | haddi ~ bahar|baahar | deewar gir* | pahiya ~ chadh* | manzil|manjil|male se ~ gir* | truck|bus|car|gaadi|train|lorry se ~ bhid*|takra* | bike|motorcycle|scooter ~ bhid*|takra*|takkar | deewar|chhat|ped|malba ~ gir* ~ dab* | dab gaya | dab gayi',
    'ta-Latn':
      'elumbu ~ veliya* | elumbu ~ veliye* | mela irundhu vizhu* | maadi* ~ vizhun* | maadi* ~ vilun* | marathu* ~ vizhu* | marathu* ~ vilu* | vandi yeri* | bus yeri* | car yeri* | vandi ~ modhi|modhidu*|modhiru*|modhina* | bus ~ modhi|modhidu*|modhiru*|modhina* | train ~ modhi|modhidu*|modhiru*|modhina* | adipattu kidak* | auto|car|bus|van|lorry|tractor|vandi ~ kavu*|kavizh* | elumbu ~ veli* | elumbu ~ theri* | suvar idinj* | maadi* ~ keezha vizhun*|vizhu* | balatha adi | balama adi* | bike|car|bus|lorry|auto|train|van ~ modhi|modhidu*|modhiru*|modhina* | jeep|tempo|bike|scooter ~ kavu*|urundu*|kavizh* | nasungi* | suvar|maram|koorai ~ mela ~ vizhundh* | suvar vizhundh*',
  },
  fracture: {
    en: 'fractur* | broken bone | broke my|his|her ~ arm|leg|wrist|ankle|hip|hand|collarbone|finger|foot | dislocat* | cant put weight | cannot put weight | cant walk on | cannot walk on | bone ~ broken | deformed | out of joint | cant move ~ wrist|ankle|knee|shoulder|elbow|finger | popped out | looks bent | leg|arm|hand|wrist|finger ~ bent|twisted|deformed | snapped | bone ~ broke*|crack* | heard a crack | @limb & crooked|deformed|snapped|cracked | odd angle | wrong angle | bone ~ snapped|cracked | heard ~ snap|crack|pop ~ fell|bone | think ~ broke*|broken ~ arm|leg|hand|wrist|foot|finger|toe|rib|ribs|ankle|nose|bone | broken arm|leg|hand|wrist|foot|finger|toe|rib|ribs|ankle|hip|collarbone|elbow | broke my|his|her arm|leg|hand|wrist|foot|finger|toe|rib|ribs|ankle|hip',
    hi: 'हड्डी ~ टूट* | फ्रैक्चर* | हड्डी खिसक* | जोड़ ~ उतर* | कंधा उतर* | कलाई|टखना|घुटना|कोहनी ~ हिला नहीं | हाथ|पैर|टाँग|टांग|कलाई|उँगली|उंगली|पसली ~ टूट* | हाथ|पैर ~ टेढ़ा | हड्डी ~ चटक* | हड्डी ~ क्रैक',
    ta: 'எலும்பு ~ முறி* | எலும்பு ~ உடை* | எலும்பு முறிவு* | மூட்டு விலகி* | மூட்டு ~ விலகு* | ஃபிராக்சர்* | ஃப்ராக்சர்* | எலும்பு ~ உடைஞ்* | மூட்டு நழுவி* | மணிக்கட்டு ~ அசைக்க* | கணுக்கால் ~ நடக்க* | கை|கால்|விரல்|மணிக்கட்டு ~ உடைஞ்*|முறிஞ்*|ஒடிஞ்* | எலும்பு ~ விரிசல்*',
    'hi-Latn':
      'haddi ~ toot* | haddi ~ tut* | fracture* | haddi khisak* | kandha utar* | jod ~ utar* | kalai|takhna|ghutna ~ hila nahi | haddi ~ tuut* | haath|hath|pair|taang|kalai|ungli|pasli ~ toot*|tut* | haath|hath|pair ~ tedha | haddi ~ chatak*',
    'ta-Latn':
      'elumbu ~ muri* | elumbu ~ odanj* | elumbu ~ odanch* | elumbu ~ udanch* | elumbu ~ udainj* | elumbu ~ odachi* | elumbu ~ odainj* | moottu vilag* | mootu vilag* | fracture* | elumpu ~ odanj* | manikattu ~ asaika* | dislocat* | kai|kaal|viral|manikattu ~ odanj*|odainj*|udanj*|murinj*|odinj*',
  },
  joint_injury: {
    en: 'twisted ~ ankle|knee|wrist | sprain* | swollen ~ cant walk | swollen ~ cant move | fell on my wrist | ankle|knee|wrist|foot|elbow|shoulder ~ twist*|roll*|sprain* | twisted ankle | cant put ~ foot',
    hi: 'मोच ~ सूज* | मोच | टखना|घुटना|पैर ~ मुड़* | पैर मुड़ गया',
    ta: 'சுளுக்க* | பிசகி* | கணுக்கால்*|முட்டி*|கால்* ~ பிசகி*|மடங்கி*',
    'hi-Latn': 'moch | takhna|ghutna|pair ~ mud* | pair mud gaya',
    'ta-Latn': 'sulukku* | uluku* | pisagi* | kanukaal*|mutti*|kaal* ~ pisagi*|madangi*',
  },
  burn: {
    any: '@burned & @skin | @burned & @wound_site | @burned & @face | @burned & @chest | @burned & @child',
    en: 'burnt my | burned my | scald* | severe burn* | burn injur* | burns on | third degree burn* | caught fire | on fire | set fire | boiling water | boiling oil | hot oil fell | hot water fell | electrical burn* | acid burn* | extensive burns | got burnt | got burned | burn* ~ acid | acid ~ burn* | acid ~ face|skin|hand|body | burned by | hot water ~ fell|spilled|spilt | hot tea ~ fell|spilled|spilt | hot oil ~ spilled|spilt|splashed | burnt with | burned with | got burnt with | burnt by | cooker|stove|cylinder|gas ~ burst|exploded|blast* | saree|dress|shirt|dupatta|clothes|cloth|hair ~ fire|flame|flames | caught flame* | sambar|rasam|dal|curry|oil|tea|milk|coffee|soup|kettle|cooker|gravy|water ~ toppled|spilled|spilt|poured|splashed|burst|exploded ~ on | hot|boiling|steaming ~ fell|spilled|spilt|poured|toppled|splashed | steam burn* | skin ~ burnt|burned | face|hand|hands|arm|arms|leg|back ~ burnt|burned | firecracker|cracker ~ burst|exploded ~ hand|face|eye | cracker*|firework*|bomb|cylinder|cooker|boiler|stove ~ burst|exploded|blast|blasted ~ hand|face|eye|leg|body|skin|fingers | skin ~ hanging|charred | burnt|burned ~ legs|feet|hands|arms|body|chest|stomach|thighs|fingers | fire burnt|burned | hot|boiling oil|water|tea|coffee|milk|soup|dal|rasam|sambar all over',
    hi: 'जल गया है | जल गई है | झुलस* | आग लग गई | आग लग गयी | आग से जल* | पानी से जल* | तेल से जल* | गंभीर रूप से जल* | आग की चपेट | गरम|गर्म पानी ~ गिर* | गरम|गर्म तेल ~ गिर* | गरम|गर्म दूध|चाय ~ गिर* | खौलत*|उबलत*|गरम|गर्म|भाप ~ गिर*|पलट*|छलक* | कुकर|सिलेंडर|स्टोव ~ फट* | चेहरा|हाथ|पैर|बदन|पीठ ~ जल ग* | साड़ी|कपड़ों|कपड़े|दुपट्टे ~ आग | पटाखा|पटाखे ~ जल*|फट* ~ हाथ | आग में | जल कर | जलकर | तेजाब ~ गिर* | तेज़ाब ~ गिर* | एसिड ~ गिर* | पटाखा|पटाखे|बम|सिलेंडर|कुकर|अनार ~ फट*|फूट* | चमड़ी लटक* | आग से ~ जल* | टाँगें|टांगें|बाँहें|छाती|पेट|गर्दन ~ जल ग*',
    ta: 'தீக்காய* | தீக் காய* | தீ பிடிச்ச* | தீப்பிடி* | தீப்பற்றி* | நெருப்பு பட்டு* | சுட்டுடுச்சு | சுட்டுக்கிட்ட* | கொதிக்கிற ~ கொட்டி* | எண்ணெய் ~ கொட்டி* | வெந்நீர் ~ கொட்டி* | வெந்நீர் ~ பட்டு* | ஆசிட் பட்டு* | வெந்து போ* | சுடு தண்ணி* ~ கொட்டி* | சுடுதண்ணி* ~ கொட்டி* | சூடான ~ கொட்டி* | சுடு தண்ணி* ~ பட்டு* | கொதிக்*|சூடான|சூடா|சுடு* ~ கொட்டி*|கொட்டு*|தெறிச்*|சிந்தி*|பட்டு* | குக்கர்*|சிலிண்டர்*|ஸ்டவ்* ~ வெடிச்* | சேலை*|புடவை*|துணி* ~ தீ | முகம்|கை|கால்|முதுகு ~ வெந்து* | பட்டாசு* ~ வெடிச்* ~ கை* | உடம்ப* ~ எரிஞ்* | தீயில ~ எரிஞ்* | தீ பட்டு* | கை ~ சுட்டு* | ஆசிட் ~ கொட்டி* | ஆசிட் ~ ஊத்தி* | பட்டாசு*|வெடி|குண்டு|சிலிண்டர்* ~ வெடிச்* | தோல் தொங்* | தீயில ~ வெந்து* | கால் ~ வெந்து* | கை ~ வெந்து*',
    'hi-Latn':
      'jhulas* | aag lag gayi | aag lag gai | aag se ~ jal* | pani|paani se ~ jal* | tel se ~ jal* | jal gaya hai | jal gayi hai | burns ho* | burn ho* | severe burns | garam pani|paani ~ gir* | garam tel ~ gir* | garam chai|doodh ~ gir* | khaul*|ubal*|garam|bhaap ~ gir*|palat*|chhalak* | cooker|cylinder|stove ~ phat*|fat* | chehra|haath|hath|pair|badan|peeth ~ jal gaya|gayi|gaye|gai | saree|kapdo|kapde|dupatta ~ aag | patakha|patakhe|bomb|cylinder|cooker|anar ~ phat*|fat*|phoot* | chamdi latak* | taange|taangein|baahe|chhati|gardan ~ jal gaya|gayi|gaye|gai | aag se ~ jal gaya|gayi|gaye|gai',
    'ta-Latn':
      'theekayam* | theekkaayam* | theekkayam* | thee kayam* | theekaayam* | thee pidi* | theepidi* | neruppu pattu* | suttuduchu | suttukit* | kodhik* ~ kotti* | ennai ~ kotti* | venneer ~ kotti* | sudu thanni ~ kotti* | burns* | acid pattu* | sudu thanni* ~ pattu* | soodana ~ kotti* | kodhik*|soodana|sooda|sudu* ~ kotti*|kottu*|therich*|sindhi*|pattu* | cooker|cylinder|stove ~ vedich* | selai*|pudavai*|saree|thuni* ~ thee|fire | mugam|kai|kaal|mudhugu ~ vendhu* | udambu ~ erinj* | thee patt* | kai ~ sutt* | acid ~ kotti* | pattasu*|vedi|cylinder ~ vedich* | thol thong*',
  },
  severe_burn_sign: {
    en: 'skin ~ coming off | skin ~ peeling | blister* | large burn | whole arm | badly | severe | face | deep | extensive | third degree | boiling | charred | white and leathery | chest | over ~ body | genitals | caught fire | on fire | fire | acid | back and arms | both arms | both legs | half | oil | explo* | cylinder | petrol | kerosene | whole | entire | body | both | electric* | chemical | all over | stomach | neck | blisters | black | hanging | hand | fingers',
    hi: 'चमड़ी ~ निकल* | चमड़ी ~ उतर* | छाले | चेहरे | चेहरा | बुरी तरह | गंभीर | पूरा | खौलत* | आग | छाती | सीने | ज़्यादा | ज्यादा | बहुत | पूरी | शरीर | बदन | तेल | तेजाब | तेज़ाब | एसिड | सिलेंडर | विस्फोट | पेट्रोल | केरोसिन | मिट्टी का तेल | पीठ | पेट | गर्दन | दोनों | करंट | बिजली | फफोल* | चमड़ी | काला पड़* | लटक* | पटाखा | पटाखे',
    ta: 'தோல் ~ உரி* | தோல் ~ உறி* | கொப்பள* | முகம்* | முகத்* | கடுமை* | கடும் | பயங்கர* | கொதிக்* | தீ | நெஞ்ச* | மார்ப* | அதிக* | ரொம்ப* | மோசமா* | உடம்ப* | உடல* | முழு* | பாதி | முதுகு* | வயிறு* | வயித்* | எரிஞ்* | எரிந்* | கருகி* | தீப்பிடி* | தீப்பற்றி* | நெருப்ப* | எண்ண* | ஆசிட்* | சிலிண்டர்* | குக்கர்* | பெட்ரோல்* | கழுத்* | ரெண்டு கை* | கரண்ட்* | மின்சார* | கொப்புள* | வெந்து* | தீயில* | தொங்* | வெடிச்*',
    'hi-Latn':
      'chamdi ~ nikal* | chamdi ~ utar* | skin ~ peel* | skin ~ nikal* | chhale | chehra | chehre | buri tarah | gambhir | severe | poora | khaul* | aag | chhati | seene | zyada | bahut | chest | poori | pura | puri | shareer | badan | body | tel | tezab | tezaab | acid | cylinder | petrol | kerosene | peeth | pet | gardan | dono | current | bijli | fafol* | kala pad* | latak* | patakha | patakhe',
    'ta-Latn':
      'thol ~ uri* | thol ~ uri | skin ~ uri* | koppalam* | kopalam* | mugam* | mugath* | kadum* | bayangara* | severe | kodhi* | thee | nenju* | chest | romba* | mosama* | adhigam* | udamb* | full ah | fulla | muzhus* | paadhi | mudhugu* | vayir* | vayith* | erinj* | karugi* | theepidi* | neruppu* | acid | cylinder | cooker | petrol | kazhuth* | current | koppul* | vendhu* | theeyila | thong* | vedich*',
  },
  cooking_burn: {
    figurative: true,
    en: 'burnt my roti | burnt the food | burnt the rice | burnt the toast | sunburn | sunburnt | burnt out | burned out | burnout | burning calories | fat burn* | tongue ~ hot tea|coffee | small burn | minor burn | burnt|burned my tongue',
    hi: 'रोटी जल* | खाना जल* | सब्ज़ी जल* | सब्जी जल* | दूध जल* | धूप से झुलस*',
    ta: 'சப்பாத்தி கருகி* | சாப்பாடு கருகி* | சோறு தீஞ்சு* | கருகிடுச்சு',
    'hi-Latn': 'roti jal* | khana jal* | sabzi jal* | doodh jal* | chai se jeebh',
    'ta-Latn': 'chapathi karugi* | saapadu karugi* | soru theenj* | dosai karugi*',
  },
  electrocution: {
    en: 'electric shock | electrocuted | electrocution | electric current | got a shock from | live wire | struck by lightning | lightning strike | lightning struck | current shock | lightning|lightening|thunder ~ hit|struck|strike|fell | touched ~ wire ~ thrown|shock | thrown ~ current|wire | got thrown ~ wire | wire ~ thrown | electric ~ shock | high tension wire | shock from ~ wire|switch|socket|iron|heater|geyser|motor | high voltage | volt|voltage|electric*|current|wire|line ~ shock | shock ~ electric*|current|wire|voltage|line|transformer | shocked by ~ wire|electric*|current | transformer ~ shock|blast | bare wire | touched ~ wire',
    hi: 'करंट लग* | करेंट लग* | बिजली का झटका | बिजली लग* | बिजली गिर* | करंट का झटका | बिजली के तार | करंट मार* | करंट ~ लग* | तार ~ करंट | करंट ~ फेंक* | करंट ~ चिपक* | बिजली ~ झटका | करंट ~ झटका | हाई वोल्टेज | तार ~ छू*|पकड़*|झटका | नंगा तार | नंगे तार | बिजली ~ पकड़*',
    ta: 'கரண்ட் ~ ஷாக்* | கரண்ட் அடி* | மின்சாரம் ~ தாக்கி* | மின்சாரம் பாய்* | ஷாக் அடி* | மின்னல் தாக்கி* | மின்னல் அடி* | மின்சார* ~ தாக்கு* | மின் அதிர்ச்சி* | எலக்ட்ரிக் ஷாக்* | மின்கம்பி* | கரண்ட் பாஞ்* | கரண்ட் பாய்* | கரண்ட் ~ தூக்கி* | கரண்ட் ~ பிடிச்* | இடி விழுந்* ~ மேல | மின்சாரம் ~ பாய்* | கரண்ட் ~ அடிச்* | மின்சார ~ அதிர்ச்சி | ஹை வோல்டேஜ் | கரண்ட் கம்பி* | கம்பி* ~ தொட்டு* ~ தூக்கி*',
    'hi-Latn':
      'current lag* | karant lag* | karent lag* | current ka jhatka | bijli ka jhatka | bijli ka shock | bijli lag* | bijli gir* | electric shock | bijli ke taar | current maar* | current ~ lag* | taar ~ current | current ~ phenk* | current ~ chipak* | bijli ~ jhatka | current ~ jhatka | high voltage | taar ~ chhu*|chu*|pakad*|jhatka | nanga taar | nange taar',
    'ta-Latn':
      'current ~ shock* | current adi* | karant adi* | shock adi* | shock adich* | minsaram ~ thaak* | minsaram paanj* | minnal thaak* | minnal adi* | electric shock | currentu adi* | kerent adi* | current paanj* | current paay* | current ~ thooki* | current ~ pidich* | current ~ adich* | idi vizhundh* | high voltage | current ~ adik* | current kambi*',
  },
  drowning: {
    en: 'drowned | drowning | pulled out of ~ water|well|river|pond|lake|pool|sea|tank | fell into ~ well|river|pond|pool|lake|canal|sea | under water | swallowed water while swimming | near drowning | fell in ~ well|river|pond|lake|canal|pool|sea|tank|bucket | found|pulled|floating|fell|fallen ~ tank|well|pond|river|pool|lake|canal|tub|sump | floating in ~ water|tank|pool | face down in ~ water | taken out of ~ water|pond|well|river|pool|tank | went under ~ water | swept away | inhaled water',
    hi: 'डूब गया | डूब गई | डूब गयी | डूब रह* | डूबने से | पानी में गिर* | कुएँ से निकाल* | कुएं से निकाल* | नदी से निकाल* | तालाब से निकाल* | कुएँ में गिर* | कुएं में गिर* | डूबते | तालाब ~ डूब* | डूब* & टंकी|तालाब|नदी|कुएँ|कुएं|कुआँ|नहर|बाल्टी|पूल|समुद्र|समंदर|टैंक | डूबा मिला | डूबी मिली | पानी से निकाला',
    ta: 'மூழ்கி* | மூழ்கின* | முங்கி* | கிணத்துல விழு* | கிணற்றில் விழு* | தண்ணியில விழு* | தண்ணீரில் விழு* | ஆத்துல விழு* | குளத்துல ~ விழு* | நீரில் மூழ்* | மூழ்கி*|முங்கி*|மூழ்கு* & தொட்டி*|கிணத்*|கிணற*|குளத்*|ஏரி*|ஆத்துல|வாளி*|கடல* | விழுந்* & தொட்டி*|கிணத்*|கிணற்*|குளத்*|ஏரில|ஏரியில|வாளி* | தண்ணில ~ மூழ்கி*',
    'hi-Latn':
      'doob gaya | doob gayi | dub gaya | dub gayi | doob rah* | doobne se | pani|paani mein|me gir* | kue|kuen|kuye se nikal* | kue|kuen mein|me gir* | nadi se nikal* | talab ~ doob*|gir* | doob*|dub* & tanki|talab|nadi|kuen|kue|kuan|nahar|balti|pool|samundar|tank | dooba mila | doobi mili | pani|paani se nikala',
    'ta-Latn':
      'moozhgi* | moolgi* | muzhgi* | mungi* | moozhgu* | kinathula vizhu* | kinathula vilu* | thanniyila vizhu* | thannila vizhu* | aathula vizhu* | kulathula ~ vizhu* | moozhgun* | moozhg*|moolg*|muzhg*|mungi* & thotti*|kinath*|kulath*|yeri*|eri*|aathula|vaali*|kadal* | vizhundh*|vilundh* & thotti*|kinath*|kulath*|yerila|vaali* | thannila ~ moozhg*|mungi*',
  },
  figurative_drowning: {
    figurative: true,
    en: 'drowning in work | drowning in debt | drowning in emails | drowning in | sales drowned',
    hi: 'काम में डूब* | कर्ज में डूब* | कर्ज़ में डूब* | प्यार में डूब* | सूरज डूब*',
    ta: 'வேலையில மூழ்கி* | கடன்ல மூழ்கி* | சோகத்துல மூழ்கி* | வேலையில் மூழ்கி*',
    'hi-Latn': 'kaam mein|me doob* | karz mein|me doob* | pyar mein|me doob* | suraj doob*',
    'ta-Latn': 'velaiyila moozhgi* | velaila moozhgi* | kadanla moozhgi* | velaila mungi*',
  },
  snake_bite: {
    any: '@snake & @bit',
    en: 'snakebite | snake bite* | snake ~ bit* | bitten by ~ snake* | stepped on ~ snake*',
    hi: 'साँप ने ~ काट* | सांप ने ~ काट* | सर्पदंश | साँप ने ~ डस* | सांप ने ~ डस*',
    ta: 'பாம்பு ~ கடி* | பாம்புக்கடி* | பாம்பு ~ தீண்டி* | பாம்பு ~ கொத்தி*',
    'hi-Latn': 'saanp|sanp|saap ne ~ kaat*|kat*|das* | sarpdansh | snake bite | snake ne ~ kaat*',
    'ta-Latn': 'paambu|pambu|paampu ~ kadi* | paambu|pambu ~ kothi*|theend* | snake bite | snake ~ kadi*',
  },
  scorpion_sting: {
    any: '@scorpion & @bit',
    en: 'scorpion sting | scorpion bite',
    hi: 'बिच्छू ~ डंक | बिच्छू ~ काट*',
    ta: 'தேள் ~ கொட்டி* | தேள் ~ கடி* | தேள்கடி*',
    'hi-Latn': 'bichhu|bichu|bichoo ~ dank | bichhu|bichu ~ kaat*',
    'ta-Latn': 'thel|theyl ~ kott* | thel|theyl ~ kadi*',
  },
  animal_bite: {
    any: '@animal & @bit',
    en: 'dog bite* | rabies | rabid dog | cat scratch* | monkey bite*',
    hi: 'कुत्ते ने ~ काट* | बंदर ने ~ काट* | रेबीज* | बिल्ली ने ~ काट* | पागल कुत्ता | पागल कुत्ते',
    ta: 'நாய் ~ கடி* | நாய்க்கடி* | குரங்கு ~ கடி* | பூனை ~ கடி* | பூனை ~ பிராண்டி* | வெறிநாய்* | ரேபிஸ்*',
    'hi-Latn':
      'kutte ne ~ kaat*|kat* | bandar ne ~ kaat* | rabies | billi ne ~ kaat* | pagal kutta | pagal kutte | dog bite | kutta kaat*',
    'ta-Latn':
      'naai|nai|naay ~ kadi* | naaikadi* | kurangu ~ kadi* | poonai ~ kadi*|piraand* | veri naai* | rabies | dog bite | dog ~ kadi*',
  },
  severe_bite: {
    en: 'face | neck | head | bleeding heavily | rabid | mauled | multiple bites | deep bite | many bites | bone | flesh | lip | eye',
    hi: 'चेहरे | गर्दन | सिर | पागल कुत्त* | मांस | मुँह | मुंह | चेहरा',
    ta: 'முகத்* | கழுத்* | வெறிநாய்* | சதை* | முகம் | தலையில',
    'hi-Latn': 'chehre | gardan | pagal kutt* | maans | muh|munh|chehra|face|gale|sir',
    'ta-Latn': 'mugath* | kazhuth* | veri naai* | sadhai* | mugam | mugathula | kazhuthula | thalaila',
  },
  insect_sting: {
    any: '@insect & @bit',
    en: 'bee sting | wasp sting | insect sting | bee stings | spider bite',
    hi: 'मधुमक्खी ~ काट* | मधुमक्खी ~ डंक | ततैया ~ काट* | मधुमक्खियों ने',
    ta: 'தேனீ ~ கொட்டி* | குளவி ~ கொட்டி* | பூரான் ~ கடி*',
    'hi-Latn': 'madhumakkhi ~ kaat* | madhumakkhi ~ dank | tataiya ~ kaat* | bee ne ~ kaat* | waps ~ kaat*',
    'ta-Latn': 'theni ~ kott* | kulavi ~ kott* | kuzhavi ~ kott* | pooran ~ kadi*',
  },
  poison_taken: {
    any: '@ingested & @poison',
    en: 'poisoned | swallowed ~ battery | took poison | food poisoning severe | inhaled ~ gas | gas leak | carbon monoxide | chemical ~ inhaled | swallowed something poisonous | ate poisonous | organophosphate poisoning | button battery | poison ~ drink|food|given | something mixed in ~ drink|food | snorted ~ powder | spraying ~ pesticide ~ vomit*|dizzy|sweat*|breath* | ate ~ wild|unknown ~ berries|seeds|mushroom*',
    hi: 'ज़हर खा* | जहर खा* | ज़हर पी* | जहर पी* | गैस लीक | बैटरी निगल* | ज़हरीली चीज* | जहरीली चीज* | गैस सूंघ* | जहरीला ~ खा* | ज़हर ~ दे दिया | जहर ~ दे दिया | दवा छिड़क* ~ उल्टी|चक्कर | ज़हर|जहर ~ मिला*',
    ta: 'விஷம் ~ குடி* | விஷம் ~ சாப்பி* | விஷம் ~ சாப்ட* | மருந்து குடிச்சு* | மருந்தை குடிச்சி* | பூச்சி மருந்து* | கேஸ் லீக்* | பேட்டரி முழுங்* | பேட்டரிய முழுங்* | விஷ வாயு* | மருந்து அடிச்ச* ~ வாந்தி*|மயக்க*',
    'hi-Latn':
      'zeher|zehar|jahar|jeher kha* | zeher|zehar|jahar|jeher pi* | zeher|zehar|jahar|jeher ~ kha*|pi* | gas leak | battery nigal* | zehreeli cheez*',
    'ta-Latn':
      'visham ~ kudi* | visham ~ saap*|sapt* | marundhu kudich* | poochi marundhu* | gas leak | battery muzhung* | visha vaayu*',
  },
  overdose: {
    any: '@ingested & @too_many & @tablets | @ingested & @sleeping_pills & @too_many',
    en: 'overdose* | over dose* | od on | took too many | swallowed all my | took all my | took all his | took all her | swallowed ~ tablets|pills | ate ~ whole strip | entire strip | whole bottle of | handful of pills | too much insulin | extra insulin | drank ~ bottle of medicine|syrup',
    hi: 'ओवरडोज* | सारी गोलि* | पूरा पत्ता | पूरी शीशी | बहुत सारी गोलि* | गोलियाँ निगल* | गोलियां निगल* | इंसुलिन ज्यादा | इंसुलिन ज़्यादा',
    ta: 'ஓவர்டோஸ்* | எல்லா மாத்திர* ~ சாப்* | எல்லா மாத்திர* ~ முழுங்* | நிறைய மாத்திர* ~ சாப்* | நிறைய மாத்திர* ~ முழுங்* | மாத்திர* ~ நிறைய ~ சாப்* | மாத்திர* எல்லா* ~ முழுங்* | முழு அட்டை* | தூக்க மாத்திர* ~ சாப்ட* | தூக்க மாத்திர* ~ நிறைய | அளவுக்கு அதிகமா* ~ மாத்திர* | மாத்திர* ~ அளவுக்கு அதிகமா*',
    'hi-Latn':
      'overdose* | over dose* | saari goli* kha* | sari goli* kha* | poora patta | pura patta | poori sheeshi | bahut saari goli* | goliyan nigal* | goliya nigal* | insulin zyada',
    'ta-Latn':
      'overdose* | over dose* | ellaa maathirai* ~ saapt* | ella mathirai* ~ saapt* | neraya maathirai* ~ saapt*|muzhung* | neraya mathirai* ~ saapt* | maathirai* ~ neraya ~ saapt* | maathirai* ellam* ~ muzhung*|saapt* | full strip | thookka maathirai* ~ saapt*|neraya | thooka maathirai* ~ saapt*|neraya',
  },
  child_swallowed: {
    any: '@child & @ingested & @tablets | @child & @ingested & @poison | @infant & @ingested & @tablets',
    en: 'swallowed ~ grandmothers|grandfathers|my|his|her ~ tablets | swallowed ~ coin|battery|magnet|pin|needle|marble|toy|bead|beads',
    hi: 'सिक्का निगल* | सिक्का ~ निगल* | चुंबक निगल* | पिन निगल* | सुई निगल*',
    ta: 'காசு* ~ முழுங்* | நாணயம் ~ விழுங்* | ஊக்கு ~ முழுங்* | மணி ~ முழுங்*',
    'hi-Latn': 'sikka ~ nigal* | sikka nigal* | chumbak nigal* | pin nigal* | sui nigal*',
    'ta-Latn': 'kaasu ~ muzhung* | kaasu ~ mulung* | naanayam ~ muzhung* | oosi ~ muzhung*',
  },
  eye_chemical: {
    en: 'chemical|acid|bleach|lime|petrol|detergent|cleaner & eye|eyes | chemical ~ eye* | acid ~ eye* | bleach ~ eye* | eye* ~ chemical|acid|bleach|lime|chuna | lime in ~ eye* | something ~ pierced ~ eye | eye injury | injured ~ eye | hit in the eye | glass in ~ eye | eye ~ bleeding',
    hi: 'आँख|आंख|आँखों|आंखों ~ केमिकल|तेजाब|तेज़ाब|एसिड|चूना|चोट | आँख|आंख में कांच',
    ta: 'கண்ணுல|கண்ணில்|கண்|கண்ணு*|கண்ணி* ~ கெமிக்கல்*|ஆசிட்*|சுண்ணாம்ப*|அடிபட்* | கண்ணுல ~ கண்ணாடி குத்தி*',
    'hi-Latn': 'aankh|ankh|aankho|aankhon ~ chemical|tezab|tezaab|acid|chuna|choona|chot | aankh mein|me kaanch',
    'ta-Latn': 'kannula|kannil|kanla|kan|kannu ~ chemical*|acid*|sunnambu*|adi | kannula ~ kannaadi',
  },
  allergic_swelling: {
    any: '@tongue & @swelling',
    en: 'swollen lips | swollen tongue | swollen face | lips are swelling | face is swelling | throat is closing | throat closing | throat tight* | throat ~ swelling | swelling of ~ face|lips|tongue|throat | angioedema | throat ~ closing | face ~ puffed|puffy|swollen|swelled | lips ~ puffed|swelled|swollen | eyes ~ swollen shut | throat ~ closing|tight|closed | voice ~ hoarse ~ swell* | swollen ~ swallow | hard to swallow ~ swell*',
    hi: 'गला बंद हो* | गला सूज* | होंठ सूज* | चेहरा सूज* | जीभ सूज* | चेहरा फूल* | होंठ ~ सूज* | मुँह सूज* | मुंह सूज* | गला ~ बंद | आँखें सूज* | आंखें सूज*',
    ta: 'தொண்டை அடை* | உதடு வீங்* | முகம் வீங்* | நாக்கு வீங்* | முகம் உதடு வீங்* | முகமெல்லா* ~ வீங்* | முகம் ~ வீங்* | கண் ~ வீங்* ~ உதடு | முகம் ஊதி* | முகம் உப்பி* | உதடு தடிச்* | உதடு ஊதி* | நாக்கு தடிச்* | தொண்டை ~ அடைக்* | கண் வீங்கி* | கண்ணு வீங்கி*',
    'hi-Latn':
      'gala band ho* | gala sooj* | gala suj* | honth sooj* | honth suj* | chehra sooj* | chehra suj* | jeebh sooj* | face swell* | chehra phool*|fool* | honth ~ sooj*|suj* | jeebh ~ sooj* | muh sooj* | gala ~ band | aankhe|aankhen|ankhe sooj*|suj*',
    'ta-Latn':
      'thondai adai* | udhadu veeng* | mugam veeng* | naakku veeng* | face veeng* | lips veeng* | mugam udhadu veeng* | face swell* | mugamella* ~ veeng* | mugam ~ veeng* | mugam oodhi* | mugam uppi* | udhadu thadich* | udhadu oodhi* | thondai|thonda ~ adaik* | kannu veengi* | kan veengi*',
  },
  allergy_trigger: {
    en: 'anaphyla* | allergic | allergy | hives | peanut* | prawn* | shellfish | bee sting | after eating | after ~ injection | after taking | penicillin | nuts | seafood | epipen | itching all over | rash all over | sting | stung | injection | vaccine | crab | fish | egg | milk | after food | ate | eating | medicine | tablet | antibiotic | bite | itching everywhere | cashew | wasp | bee | drank | eaten',
    hi: 'एलर्जी* | पित्ती | खाने के बाद | इंजेक्शन के बाद | सुई के बाद | दवा के बाद | मूँगफली | मूंगफली | झींगा* | डंक | दवा खाते ही | पूरे शरीर ~ खुजली | पूरे शरीर ~ चकत्ते | खाते ही | लगते ही | लगने के बाद | खाकर | खाने से | इंजेक्शन | दवा से | सुई लग* | दवाई से | लगवा* | खाया | खाई | खायी | पी लिया',
    ta: 'அலர்ஜி* | ஒவ்வாம* | தடிப்ப* | சாப்பிட்ட பிறகு | சாப்பிட்டதும் | சாப்பிட்ட உடனே | ஊசி போட்ட* | மருந்து சாப்பிட்ட* | இறால்* | கடலை* | கொட்டி* | உடம்பெல்லாம் அரி* | உடம்பு முழுக்க* அரி* | சாப்ட* | போட்டதும் | போட்ட உடனே | சாப்பிட்டு* | நண்டு | மீன் | முட்டை | ஊசி* | கடிச்சதும்',
    'hi-Latn':
      'allergy* | elergy | pitti | khane ke baad | injection ke baad | dawa ke baad | dawai ke baad | moongfali | mungfali | jhinga | dank | poore badan|shareer ~ khujli | poore badan|shareer ~ daane | khate hi | hives | lagte hi | lagne ke baad | kha ke | khake | kha kar | khane se | injection | dawa se | dawai se | khaya | khayi | khai',
    'ta-Latn':
      'allergy* | alarji | ovvaamai* | thadip* | saapta apram | saaptadhum | saapta udane | oosi pota* | injection pota* | marundhu saapta* | eraal | iraal | kadalai* | kotti* | udambella ari* | udambu full ah ari* | hives | potadhum | pottadhum | pota udane | saptu | saaptu | saapitu | nandu | meen | muttai | oosi | kadichadhum | sapta*',
  },
  fell_from_height: {
    en: 'fell ~ terrace|roof|tree|floor|building|ladder|height|balcony|stairs|bike|scooter',
    hi: 'छत से ~ गिर* | पेड़ से ~ गिर* | सीढ़ी* से ~ गिर* | बाइक से ~ गिर* | ऊँचाई से ~ गिर*',
    ta: 'மாடி* ~ விழு* | மரத்* ~ விழு* | படி* ~ விழு* | பைக்* ~ விழு*',
    'hi-Latn': 'chhat|chat|ped|seedhi|bike|unchai se ~ gir*',
    'ta-Latn': 'maadi*|marath*|padi*|bike* ~ vizhu* | maadi*|marath*|padi*|bike* ~ vilu* | maadi*|marath* ~ vizhun*',
  },
  swelling_any: { any: '@swelling', en: 'swollen', hi: 'सूजन', ta: 'வீங்*', 'hi-Latn': 'sujan', 'ta-Latn': 'veeng*' },
  throat_closing: {
    en: 'throat ~ closing|closed | throat is closing | tongue ~ swelling|swollen | swollen tongue | throat ~ swelling up | lips ~ swelling|swollen ~ throat | throat ~ tight | throat feels tight | tightness in ~ throat | throat ~ closing|shutting|swelling | throat ~ swollen ~ breath*',
    hi: 'गला बंद हो* | जीभ ~ सूज* | गला ~ घुट* | गला ~ बंद हो* | गला ~ बंद',
    ta: 'தொண்டை அடை* | நாக்கு* ~ வீங்* | தொண்டை* ~ வீங்கி ~ மூச்ச* | தொண்டை ~ அடைக்* ~ மூச்ச* | தொண்டை ~ இறுக்*',
    'hi-Latn': 'gala band ho* | jeebh ~ sooj* | jeebh ~ suj* | gala ~ ghut*',
    'ta-Latn': 'thondai adai* | naakku* ~ veeng* | naaku* ~ veeng*',
  },
  anaphylaxis_word: {
    en: 'anaphyla* | severe allergic reaction',
    hi: 'एनाफिलैक्सिस* | गंभीर एलर्जी',
    ta: 'அனாபிலாக்ஸிஸ்* | கடுமையான அலர்ஜி* | கடுமையான ஒவ்வாமை*',
    'hi-Latn': 'anaphyla* | gambhir allergy | severe allergy | severe allergic',
    'ta-Latn': 'anaphyla* | severe allergy | severe allergic | kadumaiyana allergy',
  },
  blood_test: {
    figurative: true,
    en: 'blood test* | blood report* | blood group* | blood sugar | blood pressure | blood count | donate blood | blood donation | blood work | blood donor* | blood sample* | low blood | blood is low | blood cell* | blood vessel* | blood flow | blood supply | blood type | blood thinner* | blood bank | red blood cell* | white blood cell*',
    hi: 'खून की जाँच | खून की जांच | ब्लड टेस्ट | खून की रिपोर्ट | खून की कमी | ब्लड ग्रुप | रक्तचाप | ब्लड प्रेशर | रक्तदान | खून जाँच | ब्लड शुगर | खून पतला | खून कम | रक्त कोशिका* | लाल रक्त | रक्त वाहिका* | रक्त संचार | ब्लड बैंक',
    ta: 'ரத்த பரிசோதனை* | ரத்தப் பரிசோதனை* | ரத்த டெஸ்ட்* | ரத்த அழுத்த* | இரத்த அழுத்த* | ரத்தசோகை* | ரத்த சோகை* | ரத்த வகை* | ரத்த தான* | ரத்தக்கொதிப்ப* | ரத்த சர்க்கரை* | ரத்த குரூப்* | ரத்தம் கம்மி* | ரத்தம் குறை* | இரத்தம் குறை* | ரத்த சிவப்பணு* | ரத்த சிகப்பணு* | ரத்த அணு* | ரத்த நாள* | ரத்த ஓட்ட* | ரத்த குழாய்* | ரத்தக் குழாய்* | ரத்த வங்கி*',
    'hi-Latn':
      'khoon ki jaanch | khoon ki janch | khoon ki report | blood test* | blood report* | khoon ki kami | blood group* | blood pressure | blood sugar | raktdan | blood donat* | khoon kam | blood kam',
    'ta-Latn':
      'blood test* | ratha test* | ratha parisodhanai* | ratha azhutham* | ratha kothip* | blood pressure | blood group* | blood sugar | blood report* | ratha sogai* | ratha dhanam* | ratham kammi* | ratham koranj*',
  },
  period_bleeding: {
    en: 'period | periods | menstrua* | my cycle',
    hi: 'माहवारी | पीरियड | पीरियड्स | मासिक धर्म',
    ta: 'மாதவிடாய்* | பீரியட்* | மாதவிலக்கு*',
    'hi-Latn': 'period | periods | mahwari | mahavari',
    'ta-Latn': 'period | periods | maadhavidai* | mathavidai*',
  },
  prescribed_dose: {
    en: 'as prescribed | as told | prescribed dose | daily dose | doctor gave | after food | doctor prescribed | tablet|medicine|syrup|pill|dose with milk|water|food|juice|honey | his|her daily|morning|night|usual tablet|medicine|dose',
    hi: 'डॉक्टर ने दी | डॉक्टर की दी | गोली|दवा दूध|पानी|खाने के साथ',
    ta: 'டாக்டர் கொடுத்த* | டாக்டர் குடுத்த* | மாத்திரை* ~ பாலோட|தண்ணியோட|சாப்பாட்டோட',
    'hi-Latn': 'doctor ne di* | doctor ki di | goli|dawa|dawai doodh|pani|khane ke saath',
    'ta-Latn': 'doctor kudutha* | doctor koduth* | maathirai* ~ paaloda|thanniyoda|saapatoda',
  },
  alcohol: {
    en: 'alcohol | drunk | liquor | whisky | rum | brandy | vodka | toddy | arrack | hooch | drinking heavily | drank too much',
    hi: 'शराब | दारू | ताड़ी | शराब पी*',
    ta: 'சாராய* | மது* | சரக்கு | கள்ளச்சாராய* | தண்ணியடி* | குடிபோதை*',
    'hi-Latn': 'sharab | daru | daaru | tadi',
    'ta-Latn': 'saarayam* | sarayam* | sarakku | kudi bodhai | thanni adich*',
  },
  pesticide_spraying: {
    en: 'spray* & pesticide*|insecticide*|weedicide|herbicide|chemical*|crops|field* | inhaled ~ pesticide*|fumes|smoke|gas',
    hi: 'छिड़क*|छिड़काव|स्प्रे & दवा*|कीटनाशक*|खेत|फसल | धुआँ ~ सूँघ* | गैस ~ सूँघ*',
    ta: 'மருந்து அடிச்ச* | மருந்து தெளிச்ச* | பூச்சி* ~ அடிச்சு* | பூச்சிக்கொல்ல* ~ தெளி*',
    'hi-Latn': 'chhidak*|chidak*|spray & dawa*|dawai|keetnashak*|khet|fasal',
    'ta-Latn': 'marundh* adich* | marunth* adich* | marundh* thelich* | spray adich*',
  },
  drooling: {
    en: 'drooling | drool* | saliva | frothing | watering eyes | small pupils',
    hi: 'लार | मुँह से पानी | मुंह से पानी',
    ta: 'எச்சில் ~ ஒழுகு* | ஜொள்ளு*',
    'hi-Latn': 'laar | muh se pani',
    'ta-Latn': 'echil ~ ozhug* | jollu*',
  },
  // Said apart from what bleeds: "nose is bleeding for an hour, not stopping".
  goes_on: {
    en: 'not stopping | wont stop | doesnt stop | does not stop | isnt stopping | is not stopping | cant stop it | unable to stop',
    hi: 'रुक नहीं रह* | रुक ही नहीं | नहीं रुक रह* | बंद नहीं हो* | बंद ही नहीं | थम नहीं',
    ta: 'நிக்கவே இல்ல* | நிக்கல* | நிக்க மாட்டேங்* | நிற்கவே இல்ல* | நிற்கவில்*',
    'hi-Latn': 'ruk nahi rah* | ruk hi nahi | nahi ruk rah* | band nahi ho* | band hi nahi | tham nahi',
    'ta-Latn': 'nikkave illa* | nikkala | nikala | nikka maat* | nirkave illa*',
  },
  blood_from_mouth: {
    en: 'blood|bleeding ~ from|in|out ~ mouth | mouth ~ blood|bleeding | spitting blood',
    hi: 'मुँह|मुंह से ~ खून | खून ~ मुँह|मुंह से | खून थूक*',
    ta: 'வாயில* ~ ரத்த* | வாய்ல ~ ரத்த* | ரத்த* ~ வாயில*|வாய்ல | வாய் வழியா ~ ரத்த*',
    'hi-Latn': 'muh|munh se ~ khoon|blood | khoon ~ muh|munh se | khoon thook*',
    'ta-Latn': 'vaaila|vaayila|vaayil ~ ratham*|blood | ratham ~ vaaila|vaayila | vaai vazhiya ~ ratham',
  },
  teeth: {
    en: 'gum | gums | tooth | teeth | brush* | dentist | ulcer*',
    hi: 'मसूड़* | दाँत* | दांत* | ब्रश | छाले',
    ta: 'ஈறு* | பல் | பல்லு* | பிரஷ்* | புண்*',
    'hi-Latn': 'masud* | masood* | daant | dant | brush | chhale',
    'ta-Latn': 'eerula | eeru | pal | pallu | brush | punnu',
  },
}
