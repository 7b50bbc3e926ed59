import type { Findings } from '../red-flag.ts'

/** Belly, kidneys, sugar, heat, infections, and what most messages are about. */
export const BODY_FINDINGS: Findings = {
  abdominal_pain: {
    any: '@abdomen & @pain',
    en: 'stomachache | stomach ache | tummy ache | bellyache | abdominal pain | abdominal cramps | stomach cramps | colic',
    hi: 'पेटदर्द | पेट दर्द',
    ta: 'வயிற்றுவலி* | வயிறுவலி* | வயித்துவலி* | வயிற்று வலி* | வயித்து வலி*',
    'hi-Latn': 'petdard | pet dard | pet me|mein dard',
    'ta-Latn': 'vayiruvali* | vayitruvali* | vayithuvali* | vayiru vali* | vayithu vali* | vayithula vali*',
  },
  severe_pain: {
    any: '@pain & @severe',
    en: 'unbearable | excruciating | doubled over | cant stand straight | screaming in pain | writhing | intolerable | pain 10 out of 10 | agony | agonising | agonizing | unbearable pain',
    hi: 'दर्द ~ बर्दाश्त नहीं* | दर्द ~ सहन नहीं* | असहनीय | दर्द से तड़प* | दर्द से चीख* | दर्द से छटपटा*',
    ta: 'தாங்க முடியல* | தாங்க முடியவில்* | தாங்க முடியாத* | தாங்கல* | வலியில் துடி* | வலியால் துடி* | உயிர் போற மாதிரி | துடிக்கிறா* | துடிச்சு* | சுருண்டு*',
    'hi-Latn':
      'bardasht nahi* | bardaasht nahi* | sahan nahi* | sehn nahi* | sahn nahi* | asahniya | dard se tadap* | dard se cheekh* | bardasht nhi | bardasht ke bahar',
    'ta-Latn':
      'thaanga mudi* | thanga mudi* | thaangala | thaanga mudila* | thaanga mudiyala* | thudikir* | thudich* | uyir pora madhiri | surundu*',
  },
  rigid_abdomen: {
    en: 'stomach ~ hard | abdomen ~ rigid|hard|board | belly ~ hard|rigid | board like | hard like a board | rebound',
    hi: 'पेट ~ पत्थर | पेट ~ सख्त | पेट ~ सख़्त | पेट ~ कड़ा | पेट ~ अकड़*',
    ta: 'வயிறு ~ கல்லு* | வயிறு ~ விறை* | வயிறு ~ கெட்டி* | வயிறு ~ பலகை*',
    'hi-Latn': 'pet ~ patthar | pet ~ pathar | pet ~ sakht | pet ~ kada | pet ~ hard',
    'ta-Latn': 'vayiru ~ kallu* | vayiru ~ verai* | vayiru ~ virai* | vayiru ~ ketti* | vayiru ~ hard* | vayiru ~ kal',
  },
  right_lower_pain: {
    any: '@right_lower & @pain',
    en: 'appendicitis | appendix pain | pain ~ moved to the right | pain ~ right lower | lower right ~ pain | pain ~ lower right | navel ~ right lower | pain ~ right lower belly',
    hi: 'अपेंडिक्स* | अपेंडिसाइटिस | पेट के दाएँ ~ नीचे',
    ta: 'அப்பெண்டி* | குடல்வால்* | குடல் வால்* | அப்பன்டி*',
    'hi-Latn': 'appendix* | appendicitis | apendix*',
    'ta-Latn': 'appendix* | appendicitis | kudalvaal* | apendix*',
  },
  low_one_side_pain: {
    any: '@lower_abdomen & @pain',
    en: 'pain ~ one side ~ abdomen|belly|pelvis | pain low on one side | pelvic pain | sharp pain low',
    hi: 'पेडू ~ दर्द | पेट के नीचे एक तरफ',
    ta: 'அடிவயித்துல ~ வலி* | அடிவயிற்றில் ~ வலி*',
    'hi-Latn': 'pedu ~ dard | pet ke neeche ek taraf',
    'ta-Latn': 'adi vayithula ~ vali* | adivayithula ~ vali*',
  },
  fainting_or_dizzy: {
    any: '@dizzy | @unconscious',
    en: 'faint*',
    hi: 'चक्कर',
    ta: 'தலைசுற்ற*',
    'hi-Latn': 'chakkar',
    'ta-Latn': 'thalai suthu*',
  },
  testicular_pain: {
    any: '@testicle & @pain | @testicle & @swelling',
    en: 'testicular pain | pain ~ testicle* | testicular torsion | @pain ~ one ball | pain in ~ balls|testes|scrotum|groin ~ sudden* | ball ~ swollen',
    hi: 'अंडकोष* ~ दर्द',
    ta: 'விதை* ~ வலி*',
    'hi-Latn': 'andkosh* ~ dard',
    'ta-Latn': 'vidhai* ~ vali*',
  },
  sudden: { any: '@sudden', en: 'suddenly', hi: 'अचानक', ta: 'திடீர்*', 'hi-Latn': 'achanak', 'ta-Latn': 'thideernu' },
  vomiting: {
    any: '@vomit',
    en: 'vomiting',
    hi: 'उल्टी',
    ta: 'வாந்தி*',
    'hi-Latn': 'ulti',
    'ta-Latn': 'vaandhi*',
  },
  persistent_vomiting: {
    en: 'keep throwing up | cant keep ~ down | keep vomiting | keeps vomiting | vomiting continuously | vomiting nonstop | vomiting everything | vomiting ~ times | vomited ~ times | vomiting since | cannot keep ~ down | cant hold ~ down | not able to keep ~ down | unable to keep ~ down | vomiting all | throwing|throw up everything|all | everything i drink|eat ~ vomit*|out|back | vomit* ~ everything|whatever | nothing stays down | cant keep anything down',
    hi: 'उल्टी ~ नहीं रुक* | उल्टी ~ रुक नहीं* | उल्टी ~ बंद नहीं* | लगातार उल्टी | बार बार उल्टी | पानी भी नहीं पच* | कुछ नहीं पच* | उल्टियाँ ~ रुक नहीं* | बार-बार उल्टी | सब उल्टी | पानी भी नहीं रुक* | जो ~ पीता|पीती|खाता|खाती ~ उल्टी | कुछ भी नहीं पच* | उल्टी पर उल्टी',
    ta: 'வாந்தி* ~ நிக்க* | வாந்தி* ~ நிற்க* | தொடர்ந்து வாந்தி* | தண்ணி கூட குடிக்க முடிய* | வாந்தி* ~ திரும்ப திரும்ப | தண்ணீர் கூட ~ முடிய* | எது சாப்பிட்டாலும் வாந்தி* | வாந்தி* ~ எடுத்துட்டே* | எல்லாம் வாந்தி* | குடிக்கிற* ~ வாந்தி* | சாப்பிடு* ~ வாந்தி* | எது குடிச்சாலும் வாந்தி*',
    'hi-Latn':
      'ulti ~ nahi|nhi ruk* | ulti|ultiyan ~ ruk nahi|nhi* | ulti ~ band nahi* | lagatar ulti | baar baar ulti | bar bar ulti | pani|paani bhi nahi* | kuch nahi pach* | ulti pe ulti | sab ulti | jo ~ pita|piti|khata|khati ~ ulti | kuch bhi nahi pach* | ulti par ulti',
    'ta-Latn':
      'vaandhi*|vanthi|vandhi|vomit* ~ nikka*|nikala | thodarndhu vaandhi* | thanni kooda kudika mudi* | continuous* vomit* | vomit ~ nikka* | vaandhi* ~ eduthute* | thanni kooda ~ mudi* | ellam vaandhi* | kudikiradh* ~ vaandhi* | saapidur* ~ vaandhi* | edhu kudichalum vaandhi*',
  },
  diarrhoea: {
    any: '@loose_motion',
    en: 'loose motions',
    hi: 'दस्त',
    ta: 'பேதி* | பேதியாகி | பேதியாகு* | வயித்தால போகு* | கழிச்சல்*',
    'hi-Latn': 'dast',
    'ta-Latn': 'bedhi*',
  },
  many_motions: {
    any: '#many & @loose_motion',
    en: 'loose motion* ~ #many times | #many times ~ loose | rice water | watery stool* ~ #many',
    hi: 'दस ~ दस्त | कई बार दस्त | #many ~ बार ~ दस्त | आठ बार | दस बार',
    ta: 'பத்து தடவை* | #many ~ தடவை* | #many ~ முறை* | எட்டு தடவை* | பத்து முறை* | நிறைய தடவை*',
    'hi-Latn': 'das baar | aath baar | #many baar | #many ~ baar ~ dast | kai baar dast',
    'ta-Latn': 'pathu thadava* | #many thadava* | #many times | ettu thadava* | neraya thadava* | pathu murai',
  },
  dehydrated: {
    en: 'no urine | not passed urine | not passing urine | hasnt passed urine | no pee | very low urine | urine ~ very less|low|little | little urine | dark urine | sunken eyes | very dry mouth | tongue ~ dry | extremely weak | too weak to stand | dehydrat* | no tears | hasnt urinated | less urine | very less urine | eyes ~ sunken|sunk | no wet nappy | no wet diaper* | dry nappy | dry diaper* | diaper ~ dry | nappy ~ dry | skin ~ pinch* | crying without tears',
    hi: 'पेशाब नहीं* | पेशाब ~ नहीं हो* | पेशाब ~ बहुत कम | पेशाब ~ कम | आँखें धँस* | आंखें धंस* | मुँह सूख* | मुंह सूख* | पानी की कमी | डिहाइड्रेशन* | बहुत कमजोरी | बहुत कमज़ोरी | आँख*|आंख* ~ धँस*|धंस* | जीभ सूख* | मुँह ~ सूख* | मुंह ~ सूख* | डायपर सूखा',
    ta: 'சிறுநீர் ~ வரல* | சிறுநீர் ~ போகல* | சிறுநீர் ~ குறைவ* | சிறுநீர் ~ கம்மி* | நாக்கு வற* | வாய் வற* | கண் குழி* | நீர்ச்சத்து* | யூரின் ~ வரல* | யூரின் ~ கம்மி* | ஒண்ணுக்கு ~ போகல* | மிகவும் பலவீன* | கண்ண* ~ உள்ள போ* | கண்ணு குழி* | கண் உள்ள போ* | வாய் ~ காஞ்சு* | வாயே காஞ்சு*',
    'hi-Latn':
      'peshab nahi* | peshab ~ nahi ho* | peshab ~ kam | urine ~ kam | urine nahi* | aankhe dhas* | muh sookh* | munh sookh* | dehydrat* | pani ki kami | bahut kamzori | aankh*|ankh* ~ dhas*|dhans* | jeebh sookh* | muh ~ sookh* | diaper sookha',
    'ta-Latn':
      'urine ~ varala | urine ~ pogala | urine ~ kammi* | siruneer ~ kammi* | naaku vara* | vaai varand* | dehydrat* | onnuku ~ pogala | extreme weakness | romba weak* | kannu|kan ~ ulla po* | kannu kuzhi* | vaai ~ kaanj*',
  },
  dengue: {
    en: 'dengue',
    hi: 'डेंगू | डेंगी',
    ta: 'டெங்கு* | டெங்கி*',
    'hi-Latn': 'dengue | dengu | dengi',
    'ta-Latn': 'dengue | dengu*',
  },
  low_platelets: {
    en: 'platelets ~ low | platelet count ~ low|dropping|falling | platelets dropped | low platelets',
    hi: 'प्लेटलेट* ~ कम | प्लेटलेट* ~ गिर*',
    ta: 'பிளேட்லெட்* ~ குறை* | பிளேட்லெட்* ~ கம்மி* | ரத்த தட்டு* ~ குறை*',
    'hi-Latn': 'platelet* ~ kam | platelet* ~ gir*',
    'ta-Latn': 'platelet* ~ kammi* | platelet* ~ kuraiy* | platelet* ~ koranj*',
  },
  diabetic: {
    any: '@diabetic',
    en: 'diabetic',
    hi: 'मधुमेह',
    ta: 'சர்க்கரை*',
    'hi-Latn': 'madhumeh',
    'ta-Latn': 'sakkarai*',
  },
  shaking: {
    any: '@cold_sensation',
    en: 'shaking | trembling | shaky | shivery | tremor*',
    hi: 'काँप* | कांप*',
    ta: 'நடுங்* | நடுக்*',
    'hi-Latn': 'kaanp* | kamp*',
    'ta-Latn': 'nadung* | nadukk*',
  },
  chills: {
    any: '@cold_sensation',
    en: 'chills',
    hi: 'कंपकंपी',
    ta: 'குளிர்*',
    'hi-Latn': 'kapkapi',
    'ta-Latn': 'kulir*',
  },
  low_sugar_word: {
    en: 'hypoglyc* | low sugar | sugar is low | sugar low | sugar dropped | sugar ~ dropped | low blood sugar | hypo attack | sugar ~ too low | sugar ~ crashed|falling|dropping | sugar ~ very low | hypos',
    hi: 'शुगर लो | शुगर कम हो* | शुगर गिर* | शुगर ~ बहुत कम | लो शुगर | शुगर डाउन | शुगर ~ कम हो* | शुगर ~ गिर*',
    ta: 'சுகர் குறைஞ்* | சுகர் லோ* | லோ சுகர்* | சர்க்கரை ~ குறைஞ்சு* | சுகர் ~ குறைஞ்சு* | தாழ்சர்க்கரை* | சுகர் ~ இறங்கி* | சுகர் ~ கம்மி* | சுகர் ~ லோ',
    'hi-Latn':
      'sugar low | sugar kam ho* | sugar gir* | low sugar | sugar down | hypo* | sugar ~ bahut kam | sugar ~ kam ho* | sugar ~ gir*',
    'ta-Latn':
      'sugar low* | low sugar | sugar koranj* | sugar kuranj* | sugar ~ koranj* | sugar ~ kuraiyudhu | sugar irang* | hypogly* | sugar ~ irang* | sugar ~ kammi*',
  },
  ketosis: {
    en: 'ketone* | fruity breath | dka | ketoacidosis | breath smells fruity | breathing deep and fast | deep and fast | kussmaul | deep breath* | breathing deep | deep breathing | smell* of fruit | fruity smell | fruity | smell* like fruit|acetone|nail | breath ~ acetone | ketones',
    hi: 'कीटोन* | तेज गहरी साँस* | तेज़ गहरी साँस* | गहरी ~ साँस*|सांस* | फल जैसी गंध | लंबी लंबी साँस* | लंबी लंबी सांस* | लम्बी लम्बी सा* | फल जैसी | फलों जैसी',
    ta: 'கீட்டோன்* | ஆழமா* ~ மூச்ச* | வேகமா* ஆழமா* | ஆழமா மூச்சு* | ஆழ்ந்து மூச்சு* | பழ வாசனை | பழம் மாதிரி வாசனை',
    'hi-Latn':
      'ketone* | gehri ~ saans* | tez gehri saans* | dka | lambi lambi saans|sans | lambi saans|sans | phal jaisi smell|gandh|badbu|khushbu | fruit jaisi smell',
    'ta-Latn':
      'ketone* | aazham* ~ moochu* | vegama aazham* | dka | aazhama moochu* | aazhndhu moochu* | pazha vaasan* | pazham maari vaasan* | fruit smell',
  },
  heat_exposure: {
    en: 'in the sun | hot sun | heat stroke | heatstroke | sunstroke | sun stroke | heat wave | working in the heat | in the heat | under the sun | afternoon sun | scorching sun | sun all day | working outside | construction site ~ sun',
    hi: 'धूप में | लू लग* | लू | तेज धूप | तेज़ धूप | हीट स्ट्रोक | गर्मी में काम | दोपहर की धूप | धूप ~ काम',
    ta: 'வெயில்ல* | வெயிலில்* | வெயில் ~ வேலை | வெப்ப* | ஹீட் ஸ்ட்ரோக்* | வெயில் தாக்க* | வெய்யில்* | வெயில்ல ~ வேல* | வெயில்ல நின்ன* | வெயில்ல சுத்தி* | அக்னி வெயில்',
    'hi-Latn': 'dhoop mein|me | loo lag* | lu lag* | tez dhoop | heat stroke | garmi mein|me kaam | sunstroke',
    'ta-Latn': 'veyilla* | veyil la | veyilil* | veyil ~ vela | heat stroke | veyil thaak* | veyilu* | veiyil*',
  },
  very_hot_body: {
    en: 'body ~ burning hot | burning hot | very hot body | not sweating | skin ~ hot and dry | hot dry skin | skin is hot | skin ~ hot | hot and dry | no sweat | body ~ like fire|furnace',
    hi: 'शरीर तप* | बदन तप* | पसीना नहीं आ* | त्वचा गरम | शरीर जल* | बदन भट्ठी | शरीर भट्ठी | आग जैसा | बदन ~ तप*',
    ta: 'உடம்பு ~ கொதி* | உடம்பு நெருப்ப* | வேர்வை வரல* | வேர்க்கல* | உடம்பு அனல்* | உடம்பு ~ சுடு* | உடம்பு ~ அனல* | உடம்பு ~ கொதிக்* | உடம்பு ~ நெருப்பா*',
    'hi-Latn':
      'badan tap* | shareer tap* | paseena nahi|nhi aa* | badan jal* | badan bhatti | shareer bhatti | aag jaisa | bhatti jaisa',
    'ta-Latn':
      'udambu ~ kodhi* | udambu nerup* | vervai varala | verkala | udambu anal* | udambu ~ sudu* | udambu ~ anal* | udambu ~ kodhik* | udambu ~ neruppa*',
  },
  high_fever: {
    any: '@fever & @severe',
    en: 'high fever | very high fever | fever ~ high | fever not coming down | fever is not reducing | fever ~ not reduc* | temperature ~ 103|104|105|106|40|41 | fever ~ 103|104|105|106|40|41 | 103|104|105|106 ~ fever|temperature',
    hi: 'तेज बुखार | तेज़ बुखार | बहुत बुखार | बुखार ~ उतर नहीं | बुखार ~ नहीं उतर* | बुखार ~ कम नहीं | 103|104|105|106 ~ बुखार',
    ta: 'கடுமையான காய்ச்ச* | காய்ச்சல் ~ குறைய* | அதிக காய்ச்ச* | 103|104|105|106 ~ காய்ச்ச* | காய்ச்சல் ~ விட* | உடம்பு கொதி*',
    'hi-Latn':
      'tez bukhar | tez bukhaar | bukhar ~ utar nahi | bukhar ~ nahi utar* | 103|104|105|106 ~ @fever | high fever',
    'ta-Latn':
      'high fever | kaichal ~ kuraiy*la | 103|104|105|106 ~ @fever | romba kaichal* | kaichal ~ adhigam* | udambu kodhi* | kaichal ~ vidala',
  },
  long_fever: {
    en: 'fever ~ #number days | fever ~ since days | fever for ~ days|week | fever ~ week | #number days ~ fever | fever ~ three|four|five|six|seven days | three|four|five|six|seven days ~ fever | continuous ~ fever | fever ~ for #number days|day|weeks | for #number days ~ fever',
    hi: 'तीन|चार|पाँच|पांच|छह|सात दिन ~ बुखार | #number दिन ~ बुखार | हफ्ते ~ बुखार | #number दिनों ~ बुखार',
    ta: 'மூணு|மூன்று|நாலு|நான்கு|அஞ்சு|ஐந்து|ஆறு|ஏழு நாள*|நாட்க* ~ காய்ச்ச* | #number நாள*|நாட்க* ~ காய்ச்ச* | வார* ~ காய்ச்ச*',
    'hi-Latn':
      'teen|char|chaar|paanch|panch|chhe|saat din ~ bukhar* | #number din ~ @fever | hafte ~ bukhar* | #number dino ~ @fever',
    'ta-Latn': 'moonu|naalu|anju|aaru|ezhu naal* ~ @fever | #number naal*|days ~ @fever | vaaram* ~ @fever',
  },
  urinary_burning: {
    any: '@urine & @pain',
    en: 'burning ~ urine|urinat*|urination|pee|peeing | burning while passing urine | uti | painful urination | dysuria | pain ~ passing urine | burning pee',
    hi: 'पेशाब ~ जलन | पेशाब ~ दर्द | यूरिन ~ जलन | पेशाब ~ खून',
    ta: 'சிறுநீர் ~ எரிச்ச* | நீர்க்கடுப்ப* | நீர் கடுப்ப* | யூரின் ~ எரி* | ஒண்ணுக்கு ~ எரி* | சிறுநீர் ~ எரி*',
    'hi-Latn': 'peshab ~ jalan | peshab ~ dard | urine ~ jalan | uti | susu ~ jalan',
    'ta-Latn': 'urine ~ erich* | urine ~ eri* | siruneer ~ erich* | neerkaduppu | neer kaduppu | onnuku ~ eri* | uti',
  },
  back_pain: {
    any: '@back & @pain',
    en: 'back pain | backache | lower back ~ aching|hurting | back hurts | lower back has been aching',
    hi: 'कमर दर्द | पीठ दर्द',
    ta: 'முதுகுவலி* | இடுப்புவலி* | முதுகு வலி* | இடுப்பு வலி*',
    'hi-Latn': 'kamar dard | peeth dard | kamardard',
    'ta-Latn': 'muthugu vali* | mudhugu vali* | iduppu vali* | muthuguvali* | back pain',
  },
  pus_wound: {
    en: 'pus | infected wound | wound ~ infected|swollen|discharg* | foot ulcer | abscess | cellulitis | redness spreading | gangrene | wound not healing | ulcer ~ foot | wound ~ smell* | wound ~ smelling|rotting|black|foul|oozing | rotten ~ foot|toe|wound | toe ~ black | foot ~ black',
    hi: 'मवाद | पस | घाव ~ पक* | घाव ~ भर नहीं | गैंग्रीन | घाव ~ सूज* | फोड़ा | घाव ~ सड़* | पैर ~ सड़* | घाव ~ बदबू | अंगूठा ~ काला',
    ta: 'சீழ்* | புண் ~ ஆற* | காயம் ~ ஆறல* | காயம் ~ ஆறாம* | ஆறாத புண்* | காயம் ~ வீங்* | புண் ~ வீங்* | காயம் ~ சீழ் | புண் ~ அழுகி* | கால் ~ அழுகி*',
    'hi-Latn':
      'mavad | mawad | pus | peep | ghaav ~ pak* | ghaav ~ bhar nahi | wound ~ pus | phoda | infected | ghaav|ghav ~ sad* | pair ~ sad* | ghaav ~ badboo',
    'ta-Latn':
      'seezh | seel | pus | punn* ~ aara* | kaayam* ~ aara* | wound ~ heal aag* | wound ~ pus | pun aara* | kaayam ~ seezh* | punn ~ azhugi* | kaal ~ azhugi*',
  },
  yellow_sputum: {
    en: 'yellow phlegm | green phlegm | yellow sputum | green sputum | thick ~ phlegm | coughing up ~ phlegm',
    hi: 'पीला बलगम | हरा बलगम | गाढ़ा बलगम | पीला कफ | हरा कफ',
    ta: 'மஞ்சள் சளி* | பச்சை சளி* | கெட்டி சளி* | மஞ்ச சளி*',
    'hi-Latn': 'peela balgam | hara balgam | gaadha balgam | peela kaf | yellow balgam',
    'ta-Latn': 'manja sali | manjal sali | pachai sali | yellow sali | gatti sali',
  },
  jaundice: {
    en: 'jaundice | yellow eyes | eyes ~ yellow | yellowing ~ eyes|skin | skin ~ yellow',
    hi: 'पीलिया | आँखें पीली | आंखें पीली | आँख* ~ पील* | आंख* ~ पील*',
    ta: 'மஞ்சள் காமாலை* | மஞ்சள்காமாலை* | கண் மஞ்சள* | கண் ~ மஞ்சள*',
    'hi-Latn': 'piliya | peeliya | piliya* | aankhe peeli | aankh ~ peeli',
    'ta-Latn': 'manjal kaamaalai* | manjal kamalai* | manjakamalai* | kan ~ manjal*',
  },
  missed_medicine: {
    en: 'missed ~ dose | double dose | took ~ twice by mistake | took two doses | wrong tablet | wrong medicine | took ~ extra tablet',
    hi: 'दो बार दवा | गलत दवा | गलत गोली | दोबारा खा ली',
    ta: 'ரெண்டு தடவை ~ மாத்திர* | தப்பான மாத்திர* | தவறான மாத்திர*',
    'hi-Latn': 'do baar dawa* | do baar goli | galat dawa* | galat goli | double dose',
    'ta-Latn': 'rendu thadava ~ maathirai* | thappana maathirai* | double dose | wrong tablet',
  },
  infection_risk: {
    en: 'immunosuppress* | immunocompromised | chemotherapy | chemo | hiv | transplant | on steroids | cancer patient | dialysis | sickle cell',
    hi: 'कीमोथेरेपी | कीमो | एचआईवी | डायलिसिस | ट्रांसप्लांट | कैंसर ~ मरीज*',
    ta: 'கீமோ* | எச்ஐவி* | டயாலிசிஸ்* | உறுப்பு மாற்று* | புற்றுநோய்*',
    'hi-Latn': 'chemo* | hiv | dialysis | transplant | cancer',
    'ta-Latn': 'chemo* | hiv | dialysis | transplant | cancer | putrunoi*',
  },
  one_leg_swollen: {
    en: 'one leg ~ swollen | calf pain | calf ~ swollen | swollen calf | leg swollen and painful | dvt',
    hi: 'एक पैर ~ सूज* | पिंडली ~ दर्द',
    ta: 'ஒரு கால் ~ வீங்* | கெண்டைக்கால் ~ வலி*',
    'hi-Latn': 'ek pair ~ sooj* | ek pair ~ suj* | pindli ~ dard',
    'ta-Latn': 'oru kaal ~ veeng* | kendaikaal ~ vali*',
  },
  weakness: {
    en: 'weakness | very weak | feeling weak | weak | no energy',
    hi: 'कमज़ोरी | कमजोरी',
    ta: 'பலவீன* | தளர்ச்சி* | சோர்வ*',
    'hi-Latn': 'kamzori | kamjori',
    'ta-Latn': 'balaveenam* | thalarchi* | sorvu* | weakness',
  },
  high_bp_word: {
    en: 'bp ~ very high | blood pressure ~ very high | bp shot up | bp is high | bp high | bp patient | hypertension | bp ~ high | blood pressure',
    hi: 'बीपी ~ हाई | बीपी ~ बढ़* | बीपी ~ बहुत | हाई बीपी | बीपी की बीमारी | ब्लड प्रेशर',
    ta: 'பிபி ~ அதிக* | பிபி ~ கூடி* | ரத்த அழுத்த* | பிரஷர்* | ரத்தக்கொதிப்ப*',
    'hi-Latn': 'bp ~ high | bp ~ badh* | bp ~ bahut | high bp | blood pressure | bp patient',
    'ta-Latn': 'bp ~ adhigam* | bp ~ high* | high bp | bp patient | ratha kothippu | pressure ~ adhigam*',
  },
  // Symptoms that are no red flag: they tell a symptom message from one about an appointment.
  minor_symptom: {
    any: '@cough | @pain | @dizzy | @loose_motion | @vomit | @fever | @swelling',
    en: 'runny nose | running nose | sneez* | sore throat | cold | blocked nose | stuffy nose | itch* | rash | tired* | fatigue | acne | pimple* | constipat* | nausea | sprain | bloating | dandruff | hair fall | hairfall | mouth ulcer* | insomnia | cant sleep | weakness | weight loss | weight gain | acidity | ear ache | earache | toothache | dry skin | body ache*',
    hi: 'जुकाम | ज़ुकाम | सर्दी | छींक* | नाक बह* | बहती नाक | गला खराब | गले में खराश | खुजली | दाने | चकत्ते | थकान | मुहाँसे | कब्ज़ | कब्ज | मोच | नींद नहीं | कमज़ोरी | कमजोरी | बाल झड़* | छाले | जलन | खराश',
    ta: 'சளி* | தும்மல்* | மூக்கு ஒழுகு* | மூக்கடைப்பு* | தொண்டை கரகர* | அரிப்ப* | அரிக்கு* | தடிப்ப* | சோர்வ* | அசதி* | பரு* | மலச்சிக்கல்* | சுளுக்கு* | தூக்கம் வரல* | முடி கொட்டு* | வாய்ப்புண்* | எரிச்சல்* | பலவீன*',
    'hi-Latn':
      'jukham | jukam | zukam | sardi | chheenk* | chink* | naak beh* | nak beh* | gala kharab | kharash | khujli | daane | chakatte | thakan | pimple* | kabz | kabj | moch | neend nahi | kamzori | baal jhad* | chhale | jalan | runny nose | sneez* | cold',
    'ta-Latn':
      'sali* | thummal* | mooku ozhu* | mookku ozhu* | mooku olu* | mookadaip* | thonda karakara* | arippu* | arikudhu* | thadip* | sorvu* | sorva* | asathi* | paru | malachikkal* | sulukku* | thookam varala | mudi kottu* | vaai punnu | erichal* | cold | sneez* | rash',
  },
  mild: { any: '@mild', en: 'mild', hi: 'हल्का', ta: 'லேசா*', 'hi-Latn': 'halka', 'ta-Latn': 'lesa*' },
  chronic_time: {
    en: 'for ~ months | for ~ years | since ~ months | since ~ years | for six months | for a year | chronic | long time | often | most days | on and off | every winter | for weeks',
    hi: 'महीने से | महीनों से | साल से | सालों से | अक्सर | बरसों से | ज़्यादातर दिन',
    ta: 'மாசமா* | மாதமா* | வருஷமா* | வருடமா* | அடிக்கடி | ரொம்ப நாளா* | பல நாளா* | நிறைய நாள்*',
    'hi-Latn': 'mahine se | mahino se | saal se | saalo se | aksar | barso se | zyadatar din',
    'ta-Latn': 'maasama* | masama* | varushama* | varudama* | adikadi | romba naala* | pala naala*',
  },
  resolved: {
    en: 'almost gone | feels better now | gone now | much better now | back to normal | fine now | feeling fine | almost better | recovered | ok now | okay now | feeling ok | better now | is gone | stopped now | went away',
    hi: 'अब ठीक | लगभग ठीक | अब आराम | ठीक हो गया | बाकी सब ठीक | अब ठीक है | ठीक है अब | ठीक हो गई',
    ta: 'சரியாகிவிட்ட* | சரியாயிடுச்சு* | இப்போ பரவாயில்ல* | நல்லா இருக்க* | சரியா போச்சு* | சரியாயிடுச்சு | சரியாகிடுச்சு | இப்ப ஓகே | இப்போ ஓகே',
    'hi-Latn':
      'ab theek | ab thik | almost theek | theek ho gaya | thik ho gaya | ab aaram | kaafi relief | ab relief | ab theek hai | theek ho gayi | ab thik hai',
    'ta-Latn':
      'sari aagiduchu | sariyaagiduchu | ippo paravala* | paravala | nalla iruk* | sariyaayiduchu | sari aayiduchu | sariyaagidu* | sariyaayidu* | sari aagidu* | sari ayidu* | ippo ok',
  },
  muscle_or_activity: {
    en: 'after gym | after ~ gym | after workout | after exercise | after lifting | moved furniture | pulled muscle | muscle pull | muscular | heavy work | when i press | after playing | gym',
    hi: 'जिम | कसरत | दबाने पर ~ दर्द | मांसपेशी* | वर्कआउट',
    ta: 'ஜிம்* | உடற்பயிற்சி* | தசைப்பிடிப்பு* | தசை*',
    'hi-Latn': 'gym | kasrat | workout | muscle | maanspeshi*',
    'ta-Latn': 'gym | exercise | workout | thasai* | dhasai*',
  },
  no_urine: {
    en: 'no urine | not passed urine | hasnt passed urine | not passing urine | very low urine | urine ~ very less|low|little | no pee | hasnt urinated | not urinated | hardly any urine | no wet nappy | no wet diaper* | dry nappy | dry diaper* | diaper ~ dry | nappy ~ dry | cant pass urine | unable to pass urine | not able to pass urine | urine ~ stopped | no urine output | not peed | hasnt peed | not passed any urine | cant pee | cannot pee | unable to pee | not able to pee | cant urinate | cannot urinate | unable to urinate',
    hi: 'पेशाब नहीं* | पेशाब ~ नहीं हो* | पेशाब ~ बहुत कम | पेशाब ~ बंद | पेशाब ~ नहीं कि* | पेशाब ~ नहीं आ* | पेशाब ~ रुक* | सूसू ~ नहीं',
    ta: 'சிறுநீர் ~ வரல* | சிறுநீர் ~ போகல* | சிறுநீர் ~ ரொம்ப குறை* | சிறுநீர் ~ ரொம்ப கம்மி* | யூரின் ~ வரல* | யூரின் ~ போகல* | சிறுநீரே* | யூரினே* ~ போகல*|வரல* | சிறுநீர் ~ பிரியல* | ஒண்ணுக்க*|ஒன்னுக்க* ~ வரல*|போகல* | மூத்திர* ~ வரல*|போகல*',
    'hi-Latn':
      'peshab nahi* | peshab ~ nahi ho* | peshab ~ bahut kam | peshab ~ band | urine nahi* | peshab|susu ~ nahi ki* | peshab|susu ~ nahi aa* | peshab|susu ~ ruk* | urine ~ nahi',
    'ta-Latn':
      'urine ~ varala | urine ~ pogala | urine ~ romba kammi* | siruneer ~ varala | siruneer ~ romba kammi* | urine* ~ varala|pogala|varave|pogave | siruneer ~ piriyala | onnuku ~ varala|pogala | moothiram ~ varala|pogala',
  },
  mottled: {
    en: 'mottled | blotchy skin | clammy | cold and clammy | pale and cold | very pale | hands and feet ~ cold | cold hands | cold feet | hands ~ cold | skin ~ pale|grey|clammy|patchy',
    hi: 'हाथ पैर ठंडे | शरीर ठंडा | हाथ ~ ठंडे | हाथ-पैर ठंडे',
    ta: 'கை கால் ஜில்லு* | உடம்பு ஜில்லு* | கை கால் சில்லு*',
    'hi-Latn': 'haath pair thande | hath pair thande | shareer thanda',
    'ta-Latn': 'kai kaal jillu* | udambu jillu* | kai kaal sillu*',
  },
  mild_fever: {
    en: 'mild fever | slight fever | low grade fever | slight temperature | lowgrade fever | little fever | mild temperature',
    hi: 'हल्का बुखार | हलका बुखार | थोड़ा बुखार',
    ta: 'லேசான காய்ச்ச* | லேசா காய்ச்ச* | கொஞ்சம் காய்ச்ச*',
    'hi-Latn': 'halka bukhar* | thoda bukhar* | halka fever | mild fever',
    'ta-Latn': 'lesana kaichal* | lesa kaichal* | konjam kaichal* | mild fever | lesana fever | lesa fever',
  },
  sore_throat: {
    en: 'sore throat | throat pain | hoarse | lost my voice | throat ~ sore',
    hi: 'गला खराब | गला बैठ* | गले में दर्द | गले में खराश',
    ta: 'தொண்டை வலி* | தொண்டை கட்டி* | தொண்டை கரகர*',
    'hi-Latn': 'gala kharab | gala baith* | gale mein|me dard | gale mein|me kharash',
    'ta-Latn': 'thondai vali* | thonda vali* | thondai katti* | thonda katti*',
  },
  low_light: {
    en: 'without glasses | without my glasses | in the dark | at night only | small print | far away | reading glasses | night blindness',
    hi: 'चश्मे के बिना | बिना चश्मे',
    ta: 'கண்ணாடி இல்லாம*',
    'hi-Latn': 'chashme ke bina | bina chashme',
    'ta-Latn': 'kannadi illama*',
  },
  any_pain: { any: '@pain', en: 'pain', hi: 'दर्द', ta: 'வலி*', 'hi-Latn': 'dard', 'ta-Latn': 'vali*' },
  right_lower_place: {
    any: '@right_lower',
    en: 'right lower side',
    hi: 'दाएं नीचे',
    ta: 'வலது கீழ்',
    'hi-Latn': 'right neeche',
    'ta-Latn': 'valadhu keezh',
  },
  cannot_move_part: {
    en: 'cant move | cannot move | unable to move | not able to move | cant bend | cannot bend | cant lift | cant walk | cannot walk | cant stand on | cant put weight | not able to walk | cant use my|his|her | cant put any weight | cant straighten',
    hi: 'हिला नहीं पा* | हिल नहीं पा* | नहीं हिला पा* | मोड़ नहीं पा* | चल नहीं पा* | उठा नहीं पा* | चला नहीं जा* | हिलाया नहीं जा*',
    ta: 'அசைக்க முடிய* | அசைக்கவே முடிய* | மடக்க முடிய* | நடக்க முடிய* | நடக்கவே முடிய* | தூக்க முடிய* | ஊன்ற முடிய*',
    'hi-Latn':
      'hila nahi|nhi pa* | hil nahi|nhi pa* | nahi hila pa* | mod nahi pa* | chal nahi|nhi pa* | utha nahi|nhi pa* | chala nahi ja*',
    'ta-Latn':
      'asaika mudi* | asaikka mudi* | madakka mudi* | nadakka mudi* | nadakave mudi* | thooka mudi* | thookka mudi* | oonra mudi*',
  },
  fell: {
    any: '@fell | @hit',
    en: 'fell | rolled off | bike fall | had a fall',
    hi: 'गिर*',
    ta: 'விழு*',
    'hi-Latn': 'gir | gira | giri | gire | girkar | girke',
    'ta-Latn': 'vizhu*',
  },
}
