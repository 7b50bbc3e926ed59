import type { Findings } from '../red-flag.ts'

/** Pregnancy and birth, newborns and small children. */
export const MOTHER_AND_CHILD_FINDINGS: Findings = {
  pregnant: {
    any: '@pregnant_word | @pregnancy_ordinal',
    en: 'weeks pregnant | months pregnant | in labour | in labor | my due date',
    hi: 'गर्भवती | प्रसव',
    ta: 'கர்ப்ப* | பிரசவ*',
    'hi-Latn': 'pregnant | prasav',
    'ta-Latn': 'karpam* | prasavam*',
  },
  // "Eighth month", "36 weeks": pregnancy, where the message is about a baby inside or a wife.
  late_pregnancy_time: {
    any: '@pregnancy_time',
    en: '36 weeks',
    hi: 'नौवाँ महीना',
    ta: 'ஒன்பதாவது மாசம்',
    'hi-Latn': 'nauva mahina',
    'ta-Latn': 'onbadhavadhu maasam',
  },
  vaginal_bleeding: {
    en: 'vaginal bleeding | bleeding down below | bleeding from below | bleeding from ~ vagina | spotting | bleeding in pregnancy | pregnancy bleeding | soaking pads | soaking ~ pad* | bleeding ~ clots | passing clots',
    hi: 'योनि ~ खून | नीचे से खून | ब्लीडिंग | रक्तस्राव | स्पॉटिंग | पैड ~ भीग*',
    ta: 'பிறப்புறுப்பில்* ~ ரத்த* | கீழ ரத்த* | ரத்தப்போக்க* | ரத்தப் போக்க* | உதிரப்போக்க* | உதிரப் போக்க* | ஸ்பாட்டிங்* | ப்ளீடிங்* | இரத்தப்போக்க* | உதிர*',
    'hi-Latn': 'yoni ~ khoon | neeche se khoon | niche se khoon | bleeding | spotting | pad ~ bheeg*',
    'ta-Latn':
      'keezha ratham* | ratha pokku* | rathapokku* | ratham pog* | bleeding | spotting | udhirapok* | udhira pokku*',
  },
  waters_broken: {
    en: 'water broke | waters broke | water has broken | waters have broken | waters broken | fluid leaking | leaking fluid | leaking water | water leaking | membranes ruptured | cord ~ coming out | gush of fluid | water bag ~ burst|broke|broken|leak* | bag of waters | water ~ burst | amniotic ~ leak*|burst|broke',
    hi: 'पानी की थैली ~ फट* | पानी निकल* | पानी की थैली | पानी जा रहा | पानी छूट*',
    ta: 'பனிக்குட* | நீர்க்குட* | தண்ணிக்குட* | பனிகுட* | நீர் உடை* | தண்ணி உடை* | பனிக்குடம் ~ உடை* | தண்ணி போகுது ~ மாச* | பன்னீர்குட*',
    'hi-Latn':
      'pani|paani ki thaili* | pani|paani nikal* | water break | water broke | pani|paani ja raha | pani|paani chhoot* | pani|paani ki theli*',
    'ta-Latn':
      'panikkudam* | panikudam* | neerkudam* | neer kudam* | thanni kudam* | water break* | water broke* | panikudam ~ odan*|udai*',
  },
  baby_not_moving: {
    en: 'baby ~ not moved|moving|move | baby isnt moving | baby has not moved | baby hasnt moved | baby stopped moving | no baby movement* | no fetal movement* | reduced fetal movement* | cant feel ~ baby | dont feel ~ baby | not feeling ~ baby | baby movement* ~ stopped|less|reduced | less movement* | baby ~ moving less | no kicks | reduced movement* | kicks ~ nil|stopped|none|absent|zero|gone|less | no movement ~ belly|womb|tummy|baby | baby ~ quiet | baby ~ kicking ~ less|stopped | no fetal | baby ~ stopped',
    hi: 'बच्चा|बच्चे|शिशु|बेबी ~ हिल नहीं* | बच्चा|बच्चे|शिशु|बेबी ~ नहीं हिल* | बच्चे की हलचल | बच्चे की हरकत | बच्चा ~ हरकत नहीं | हलचल ~ नहीं|कम | बच्चा ~ घूम नहीं* | बच्चे का घूमना | गर्भ ~ हलचल बंद | हलचल बंद | हलचल ~ बंद | हलचल महसूस नहीं | बच्चा|बच्चे|शिशु|बेबी ~ लात ~ नहीं | पेट का बच्चा ~ नहीं | बच्चा ~ हलचल ~ बंद | बच्चा ~ घूम ~ नहीं | लात नहीं मार*',
    ta: 'குழந்தை*|பாப்பா*|பேபி*|சிசு* ~ அசைய* | குழந்தை*|பாப்பா*|பேபி* ~ அசைவு* | குழந்தை* ~ துடிப்பு* | அசைவு ~ இல்ல*|கம்மி*|குறை* | குழந்தை* ~ உதைக்கல* | குழந்தை*|பாப்பா*|பேபி* ~ உதைக்கவே | குழந்தை*|பாப்பா*|பேபி* ~ உதைக்கல* | குழந்தை*|பாப்பா* ~ துடிப்பே | குழந்தை*|பாப்பா* ~ ஆட்டமே|ஆட்டம் ~ இல்ல* | குழந்தை*|பாப்பா*|பேபி* ~ உதைக்கவே இல்ல* | உதைக்கவே இல்ல* | குழந்தை*|பாப்பா* ~ துடிப்பே இல்ல*',
    'hi-Latn':
      'bachcha|bacha|bachche|bachhe|baby ~ hil nahi|nhi | bachcha|bacha|baby ~ nahi|nhi hil* | bachche|bache|baby ki halchal | bachche|bache|baby ki movement | baby ~ move nahi* | halchal ~ nahi|kam | baby ~ movement ~ nahi|kam | halchal band | halchal ~ band | halchal mehsoos nahi | bachha|bachcha|bacha|baby ~ laat ~ nahi | pet ka bachha|bachcha|bacha ~ nahi | laat nahi maar* | laat nahi mar*',
    'ta-Latn':
      'kuzhandhai*|kulandhai*|kuzhandha|baby|paapa ~ asaiya* | kuzhandhai*|baby ~ asaivu* | baby ~ move* ~ illa*|aagala|panna* | asaivu ~ illa*|kammi* | kuzhandhai*|baby ~ asaila | movement ~ illa*|kammi* | kuzhandhai*|kolandha*|kulandha*|baby|paapa ~ odhaika*|udhaika*|odhaikala | baby ~ kick* ~ illa* | kuzhandhai*|kolandha*|kulandha*|baby|paapa ~ odhaika*|udhaika* illa* | odhaikave illa* | udhaikave illa*',
  },
  labour: {
    en: 'contraction* | labour pain* | labor pain* | in labour | in labor | baby is coming | delivery pain* | giving birth | labour has started | labor has started | baby head ~ seen|out|coming | pains every',
    hi: 'प्रसव पीड़ा | दर्द उठ* | लेबर पेन | बच्चा होने वाला | डिलीवरी ~ दर्द',
    ta: 'பிரசவ வலி* | இடுப்பு வலி வந்* | பிரசவவலி* | குழந்தை பிறக்கப் போகு* | டெலிவரி வலி*',
    'hi-Latn': 'prasav peeda | labour pain* | labor pain* | delivery ~ dard | bachcha hone wala',
    'ta-Latn': 'prasava vali* | delivery vali* | labour pain* | labor pain* | delivery pain*',
  },
  face_hand_swelling: {
    any: '@swelling & @face | @swelling & @limb',
    en: 'feet swollen | swollen feet | swollen face | swollen hands | legs swollen',
    hi: 'पैर सूज* | चेहरा सूज* | हाथ सूज*',
    ta: 'கால் வீங்* | முகம் வீங்* | கை வீங்*',
    'hi-Latn': 'pair sooj* | pair suj* | chehra sooj* | haath sooj*',
    'ta-Latn': 'kaal veeng* | mugam veeng* | kai veeng*',
  },
  missed_period: {
    en: 'missed ~ period | missed period* | period is late | periods late | period ~ late | period late | positive pregnancy test | pregnancy test positive | late period | no period | missed my period | period*|menses|mc & delayed|late|missed|skipped|overdue | period*|menses not come | period*|menses hasnt come | period*|menses havent come',
    hi: 'पीरियड नहीं आ* | पीरियड ~ नहीं आ* | माहवारी नहीं आ* | माहवारी ~ नहीं आ* | मासिक ~ नहीं आ* | पीरियड मिस | पीरियड लेट | पीरियड्स नहीं आ* | पीरियड*|माहवारी|मासिक|एमसी & मिस|लेट|रुक*|टल*|चढ़* | पीरियड*|माहवारी|मासिक|एमसी & नहीं आ*',
    ta: 'பீரியட்ஸ் தள்ளி* | மாதவிடாய் தள்ளி* | பீரியட் தள்ளி* | மாதவிலக்கு தள்ளி* | நாள் தள்ளி* | பீரியட்ஸ் வரல* | மாதவிடாய் வரல* | தீட்டு தள்ளி* | பீரியட்ஸ் ~ தள்ளி* | பீரியட்*|மாதவிடாய்*|மாதவிலக்க*|தீட்ட* & தள்ளி*|மிஸ்*|லேட்*|வரல*',
    'hi-Latn':
      'period|periods nahi|nhi aa* | period|periods ~ nahi|nhi aa* | mahwari nahi aa* | mahwari ~ nahi aa* | period miss* | periods miss* | period late | period|periods ~ late | period|periods|mahwari|mahavari|mc & miss|late|ruk* | period|periods|mahwari|mahavari|mc & nahi aa* | period|periods|mahwari|mc & nahi aya|aayi|ayi|aaye|aye',
    'ta-Latn':
      'period|periods thalli* | period|periods ~ thalli* | naal thalli* | period|periods varala | period|periods late | maadhavidai thalli* | period|periods miss* | period|periods|maadhavidai*|theettu & thalli*|late|miss*|varala',
  },
  after_birth: {
    en: 'after delivery | after childbirth | delivered ~ days ago | after giving birth | postpartum | gave birth | delivered ~ days back | delivered ~ days|weeks ago | delivered yesterday | post delivery | after c section | after csection | after caesarean',
    hi: 'डिलीवरी के बाद | प्रसव के बाद | बच्चा होने के बाद',
    ta: 'பிரசவத்துக்கு பிறகு | பிரசவத்திற்குப் பிறகு | குழந்தை பிறந்த பிறகு | டெலிவரி ஆன* | டெலிவரிக்கு அப்புறம்',
    'hi-Latn': 'delivery ke baad | prasav ke baad | bachcha hone ke baad',
    'ta-Latn': 'delivery ku apram | delivery aana* | delivery aachu | prasavathuku apram | kuzhandhai pirandha apram',
  },
  infant: {
    any: '@infant',
    en: 'newborn',
    hi: 'नवजात',
    ta: 'பச்சிளங்குழந்தை',
    'hi-Latn': 'navjat',
    'ta-Latn': 'pachilam kuzhandhai',
  },
  child: {
    any: '@child | @infant',
    en: 'child',
    hi: 'बच्चा',
    ta: 'குழந்தை*',
    'hi-Latn': 'bachcha',
    'ta-Latn': 'kuzhandhai*',
  },
  fever: {
    any: '@fever',
    en: 'burning up | running a temperature | temperature of | body is burning | hot to touch | feels hot | feels very hot | feels warm | body hot | hot body | running a fever',
    hi: 'शरीर तप* | बदन तप* | शरीर गरम | बदन गरम | बदन जल रह* | बदन ~ तप* | शरीर ~ तप* | तप रहा | गरम लग रह* | गर्म लग रह*',
    ta: 'உடம்பு கொதி* | உடம்பு சுடு* | உடம்பு நெருப்பா* | உடல் கொதி* | உடம்பு அனலா* | உடம்பு ~ கொதிக்* | உடம்பு ~ சுடு* | உடம்பு காயு*',
    'hi-Latn':
      'badan tap* | shareer tap* | badan garam | shareer garam | body garam | badan ~ tap* | shareer ~ tap* | tap raha | tap rahi | garam lag rah*',
    'ta-Latn':
      'udambu kodhi* | udambu kothi* | udambu sudu* | udambu nerup* | udambu analaa* | udambu ~ kodhik* | udambu ~ sudu* | udambu kaayu* | kaichal* | kachaloda',
  },
  not_feeding: {
    en: 'not feeding | refusing feeds | not drinking milk | not taking milk | refusing milk | not sucking | not breastfeeding | wont feed | wont drink | not drinking anything | cant drink | unable to drink | not able to feed | stopped feeding | not able to suck | refuses to feed | refuses to drink | not able to drink | not eating or drinking | not taking feeds | doesnt drink milk | not taking feed | refus* ~ suck|feed|milk|breast|drink | not ~ sucking|feeding|latching|suckling | wont suck | doesnt suck | stopped sucking | not taking ~ breast|bottle|milk | wont take ~ breast|bottle|milk | unable to suck',
    hi: 'दूध नहीं पी* | दूध ~ नहीं पी* | दूध पीना बंद | दूध पीना छोड़* | कुछ नहीं पी* | पी नहीं पा* | दूध नहीं ले* | चूस नहीं | दूध नहीं चूस* | दूध ~ मुँह में नहीं | दूध ~ मुंह में नहीं | दूध ~ नहीं ले* | स्तन ~ नहीं पकड़* | दूध ~ छोड़ दिया',
    ta: 'பால் குடிக்கல* | பால் குடிக்க* மாட்ட* | பால் குடிக்கவில்* | பால் குடிக்க ~ முடியல* | பாலே குடிக்* | பால் ~ குடிக்கல* | பால் ~ குடிக்க மாட்* | பால் ~ குடிக்கவே | ஒண்ணும் குடிக்க* | பால் குடிக்காம* | பாலே குடிக்க* | பால் ~ வேண்டாம்னு | பால் ~ சப்ப* | மார்ப* ~ சப்பல*',
    'hi-Latn':
      'doodh|dudh nahi|nhi pi* | doodh|dudh nahi|nhi pee* | doodh|dudh ~ nahi|nhi pi* | doodh|dudh ~ nahi|nhi pee* | doodh|dudh peena band | doodh|dudh nahi|nhi le* | kuch nahi pi* | feeding nahi* | doodh|dudh ~ muh me|mein nahi | doodh|dudh ~ nahi le* | doodh|dudh ~ chhod diya|chod diya',
    'ta-Latn':
      'paal kudikala | paal kudikkala | paal kudika maat* | paal ~ kudikala | paal ~ kudikkala | paale kudik* | paal kudikama* | milk kudikala | feed panna maat* | paal kudikaama* | paal ~ kudikama* | paal ~ sappala',
  },
  floppy_drowsy: {
    en: 'limp | floppy | lethargic | very drowsy | too drowsy | unusually sleepy | very sleepy | hard to wake | difficult to wake | cant be woken | not waking | not active | lifeless | listless | wont wake | very weak and sleepy | rag doll | like a doll | no energy to cry | wont open ~ eyes | weak cry | too weak to cry | drowsy | drowsiness',
    hi: 'सुस्त | ढीला | ढीली | निढाल | जाग नहीं | नहीं जाग* | उठ नहीं रह* | सोता ही* | बेजान | ढीला पड़* | ढीली पड़* | सुस्त पड़* | सोए जा रह* | सोता जा रह* | सुस्त हो ग*',
    ta: 'துவண்டு* | சோர்ந்து* | ரொம்ப சோர்வா* | அசைவே இல்ல* | எழும்பல* | தொய்ந்து* | தளர்ந்து* | எழுந்திரிக்க*ல* | தூங்கிட்டே* | சுறுசுறுப்பு இல்ல* | சோர்வா கிட* | துவண்ட* | தூங்கிக்கிட்டே* | சோந்து* | சோர்ந்த* | கண்ணே திற*',
    'hi-Latn':
      'sust | dheela | dheeli | nidhal | jaag nahi | nahi jaag* | uth nahi rah* | sota hi | bejaan | dheela pad* | dheeli pad* | sust pad* | soye ja rah*',
    'ta-Latn':
      'thuvandu* | sorndhu* | romba sorva | ezhumbala | elumbala | asaive illa* | thalarndhu* | thoongite* | active ah illa | thuvand* | thoongikitte* | thoongikite* | sorndh* | sondhu*',
  },
  chest_indrawing: {
    en: 'chest ~ pulling in | chest ~ sucking in | chest indrawing | ribs ~ pulling|showing|sucking | grunting | nostrils flaring | nasal flaring | stridor | noisy breathing at rest | ribs|chest|stomach ~ going in|sinking|sucked|drawn | chest caving',
    hi: 'पसली* ~ चल* | पसली* ~ धँस* | छाती ~ धँस* | छाती ~ धंस* | पसलियाँ चल* | पसलियां चल* | पसलि* ~ अंदर | छाती ~ अंदर | पेट ~ अंदर ~ साँस|सांस',
    ta: 'நெஞ்சு ~ உள்ள* இழு* | நெஞ்சு ~ உள்ளே இழு* | நெஞ்சு ~ உள்ள போ* | நெஞ்சு ~ குழி* | விலா ~ உள்ள* | முனகு* | மார்பு ~ உள்ள* | விலா* ~ உள்ள* | நெஞ்ச* ~ குழி விழு*',
    'hi-Latn':
      'pasli* ~ chal* | pasli* ~ dhas* | chhati ~ dhas* | chhati ~ dhans* | chest ~ dhas* | pasliyan chal* | pasli*|pasliyan ~ andar | chhati|chest ~ andar',
    'ta-Latn':
      'nenju ~ ulla izhu* | nenju ~ ulle izhu* | nenju ~ ulla ilu* | nenju ~ ulla po* | nenju ~ kuzhi* | chest ~ ulla* | munagu* | vila*|vilaa* ~ ulla* | nenju ~ kuzhi vizhu*',
  },
  newborn_sign: {
    en: 'yellow ~ baby|palms|soles | baby ~ yellow|jaundice | cord ~ pus|red|smell* | bulging ~ fontanelle | soft spot ~ bulging|sunken | sunken eyes | jaundice ~ newborn | high pitched cry | baby ~ cold to touch | green vomit | vomiting green | bile vomit* | umbilical ~ red|pus|smell* | grunting | baby ~ blue|grey|cold | @infant ~ yellow|jaundice*',
    hi: 'बच्चा|शिशु|नवजात ~ पीला | नाभि ~ मवाद | नाल ~ मवाद | तालू ~ उभर* | तालू ~ धँस* | आँखें धँस* | @infant ~ पीला|पीली|पीलिया',
    ta: 'குழந்தை* ~ மஞ்சள்* | தொப்புள் ~ சீழ் | உச்சி* ~ வீங்* | உச்சிக்குழி* | கண் குழி விழு* | @infant ~ மஞ்சள*',
    'hi-Latn':
      'bachcha|bacha|baby ~ peela | naabhi ~ mavad|pus | naal ~ mavad|pus | talu ~ ubhar*|dhas* | aankhe dhas* | @infant ~ peela|peeli|piliya',
    'ta-Latn':
      'kuzhandhai*|baby|paapa ~ manjal* | thoppul ~ seezh|pus | uchi kuzhi | kan kuzhi vizhu* | @infant ~ manjal*',
  },
  inconsolable: {
    en: 'crying constantly | crying nonstop | inconsolable | wont stop crying | barking cough | cant stop crying baby | wont stop screaming | screaming nonstop | cries continuously | crying without stop | high pitched',
    hi: 'लगातार रो* | बहुत रो* | चुप नहीं हो* | रोना बंद नहीं',
    ta: 'அழுதுகிட்டே* | அழுதுட்டே* | தொடர்ந்து அழு* | ரொம்ப அழு* | அழுகை நிக்கல*',
    'hi-Latn': 'lagatar ro* | bahut ro* | chup nahi ho* | rona band nahi',
    'ta-Latn': 'azhudhute* | aludhute* | azhudhukitte* | thodarndhu azhu* | romba azhu* | azhugai nikkala',
  },
  newborn_cold: {
    en: 'body ~ cold | cold body | cold to touch | hands and feet cold | not crying | no cry | weak cry | not cried | did not cry | very quiet',
    hi: 'ठंडा पड़* | ठंडी पड़* | बदन ~ ठंडा | शरीर ~ ठंडा | रो नहीं रह* | नहीं रो रह* | रोया नहीं',
    ta: 'உடம்பு ~ ஜில்* | உடம்பு ~ சில்* | ஜில்லுனு | அழல* | அழவே இல்ல* | அழவில்*',
    'hi-Latn': 'thanda pad* | thandi pad* | badan|shareer ~ thanda | ro nahi rah* | nahi ro rah* | roya nahi',
    'ta-Latn': 'udambu ~ jil* | udambu ~ sil* | jillunu | azhala | azhave illa* | alala',
  },
}
