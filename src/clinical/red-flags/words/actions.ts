import type { WordClasses } from '../red-flag.ts'

/** What somebody did or what happened to them, and with what. */
export const ACTION_WORDS: WordClasses = {
  ingested: {
    en: 'drank | drunk | drink | drinks | drinking | swallowed | swallow | swallowing | ate | eaten | eat | eating | took | taken | consumed | ingested | gulped | had | has taken | overdosed | swallows | popped | chewed | licked | sipped | gulps | put in ~ mouth | sniffed | bit into | consuming | put ~ mouth',
    hi: 'पी लिया | पी ली | पी गया | पी गई | पी गयी | पी लिए | पिया | पी | निगल* | खा लिया | खा ली | खा लीं | खा लिए | खा गया | खा गई | खा गयी | खाया | खाई | खायी | खा | पीकर | खाकर | ले ली | ले लीं | ले लिया | गटक* | मुँह में ले* | मुँह में डाल* | मुंह में ले* | मुंह में डाल* | चबा* | चाट*',
    ta: 'குடிச்ச* | குடித்* | குடிச்சி* | சாப்பிட்ட* | சாப்ட* | சாப்பிட்டு* | முழுங்* | விழுங்* | தின்ன* | தின்று* | எடுத்த* | போட்டுக்கிட்ட* | போட்டுட்ட* | போட்டுகிட்ட* | உட்கொண்ட* | அருந்தி* | வாயில வச்சு* | வாயில வைச்சு* | வாயில போட்ட* | வாய்ல போட்ட* | நக்கி* | மென்னு*',
    'hi-Latn':
      'pi liya | pi li | pi gaya | pi gayi | pee liya | pee li | pee gaya | pee gayi | piya | pi | pee | nigal* | kha liya | kha li | kha liye | kha lee | kha gaya | kha gayi | khaya | khayi | kha | khaa li | khaa liya | pikar | khakar | le li | le liya | le liye | gatak* | drink kar* | drink | muh me|mein le* | muh me|mein daal* | muh me|mein dal* | chaba* | chaat liya | chat liya | gatka* | nigla',
    'ta-Latn':
      'kudich* | kudichu* | kudichi* | kudith* | saapt* | saptu* | sapt* | saapit* | saapidu* | sapit* | muzhungi* | muzhung* | mulungi* | vizhungi* | vilungi* | thinnu* | eduthu* | eduthen | eduthutu* | pottu* | potuten | pottuten | potutaan* | kudichita* | swallow* | drink pann* | vaaila pot* | vaayila pot* | vaaila vech* | vaayila vech* | vaila pot* | nakki* | menn*',
  },
  poison: {
    en: 'poison* | pesticide* | insecticide* | rat poison | rat killer | rodenticide | bleach | phenyl | phenol | acid | toilet cleaner | floor cleaner | drain cleaner | cleaner | cleaning liquid | detergent | kerosene | petrol | diesel | turpentine | thinner | mosquito liquid | mosquito repellent | all out | good knight | organophosph* | paraquat | fertiliser | fertilizer | harpic | dettol | lizol | hit spray | weed killer | weedkiller | naphthalene | moth balls | mothballs | cyanide | methanol | antifreeze | battery | button cell | button battery | caustic | lye | sanitizer | sanitiser | oleander | datura | aluminium phosphide | celphos | sulphas | hair dye | nail polish remover | paint | monocrotophos | roundup | bug spray | disinfectant | hooch | spurious liquor | tik 20 | tik20 | baygon | hit bottle | mortein | mosquito coil | mosquito mat | mat liquid | rat cake | rat paste | rat biscuit | ratkill | camphor | eucalyptus oil | zinc phosphide | nuvan | rogor | endosulfan | chlorpyrifos | malathion | furadan | glyphosate | weedicide | herbicide | fungicide | washing powder | soap water | perfume | mercury | vasmol | country liquor | methylated spirit | surgical spirit | ant chalk | lakshman rekha | roach killer | cockroach* | termite | mushroom* | castor seed* | phosphide | lice lotion | battery acid | pesticide liquid | mosquito ~ liquid | floor ~ liquid | toilet ~ liquid',
    hi: 'ज़हर | जहर | ज़हरीला | जहरीला | कीटनाशक* | चूहे मार* | चूहामार | चूहे ~ दवा* | मिट्टी का तेल | केरोसिन | तेजाब | तेज़ाब | एसिड | फिनाइल | फिनायल | फ़िनाइल | ब्लीच | सल्फास | पेट्रोल | डीजल | डीज़ल | थिनर | हार्पिक | डेटॉल | खटमल ~ दवा | मच्छर ~ दवा* | मच्छर मारने | कीड़े ~ दवा* | कीड़े मारने | खेत ~ दवा* | टॉयलेट क्लीनर | फ्लोर क्लीनर | सैनिटाइज़र | सैनिटाइजर | धतूरा | कनेर | बैटरी | क्लीनर | फसल ~ दवा* | नींद की ~ गोलियाँ ~ सारी | हेयर डाई | जहरीली शराब | ज़हरीली शराब | फर्श ~ क्लीनर | सफाई ~ केमिकल | साबुन ~ पानी | ऑल आउट | गुड नाइट | मॉर्टिन | कपूर | नेफ्थलीन | वासमोल | गैमेक्सीन | नुवान | रोगर | एंडोसल्फान | सर्फ | तारपीन | छिड़क* ~ दवा* | छिड़काव ~ दवा* | कीड़ामार | खरपतवार* | फर्श वाला | स्पिरिट | कच्ची शराब | कच्ची दारू | लक्ष्मण रेखा | फिनाइल की गोली | मच्छर ~ लिक्विड | मच्छर ~ तेल',
    ta: 'விஷம* | விஷத்* | நஞ்ச* | பூச்சி மருந்த* | பூச்சிமருந்த* | பூச்சிக்கொல்ல* | எலி மருந்த* | எலிமருந்த* | எலி பேஸ்ட்* | மண்ணெண்ண* | மண்ணெணெ* | ஆசிட்* | அமில* | பினாயில்* | ஃபினாயில்* | பிளீச்* | பெட்ரோல்* | டீசல்* | அரளி* | சாணி பவுட* | சாணிப்பவுட* | பாலிடால்* | டாய்லெட் கிளீனர்* | கொசு மருந்த* | கொசு லிக்விட்* | ஹார்பிக்* | டெட்டால்* | ஊமத்த* | பேட்டரி* | உர* ~ குடி* | களைக்கொல்ல* | கிளீனர்* | கெரசின்* | கள்ளச்சாராய* | சானிடைச* | மூட்டைப்பூச்சி மருந்த* | ஹேர் டை | ஃப்ளோர் கிளீனர் | கழிப்பறை ~ திரவ* | லைசால் | பால்டாயில்* | பாலிடாயில்* | எலி பிஸ்கட்* | எலி கேக்* | வயல* ~ மருந்த* | பயிர* ~ மருந்த* | தெளிக்* மருந்த* | அடிக்கிற மருந்த* | ஆல் அவுட்* | குட்நைட்* | குட் நைட்* | கொசு ~ லிக்விட்* | கொசு ~ திரவ* | கொசுவத்தி* | கொசு வத்தி* | சுண்ணாம்ப* | வாஷிங் பவுட* | சோப்பு தண்ணி* | கற்பூர* | நாப்தலின்* | ஊமத்தை* | ரோகர்* | நுவான்* | பேன் மருந்த* | கரப்பான் ~ மருந்த* | வெடி மருந்த* | மோனோக்ரோ* | கொசு* ~ ஆயில்*',
    'hi-Latn':
      'zeher* | zehar* | jahar* | zahar* | jeher* | jehar | keetnashak* | kitnashak* | chuhe mar* | chuhe maar* | chuha maar* | chuhe ~ dawa* | chuhe ~ dava* | mitti ka tel | mitti ke tel | kerosene | kerosin | tezaab | tezab | tejab | acid | phenyl | finail | phinyl | bleach | sulphas | salphas | celphos | petrol | diesel | thinner | harpic | dettol | machhar ~ dawa* | keede ~ dawa* | kide ~ dawa* | khet ~ dawa* | khatmal ~ dawa* | toilet cleaner | floor cleaner | cleaner | sanitizer | dhatura | battery | fasal ~ dawa* | poison* | pesticide* | hair dye | all out | tik 20 | baygon | hit spray | mortein | coil | goodknight | good night liquid | allout | rogor | nuvan | kapoor | vasmol | chhidak* ~ dawa*|dawai | chidak* ~ dawa*|dawai | keedamaar | kharpatwar* | spirit | kachchi daru | tarpin | surf powder | machhar|machar|machchar ~ liquid|oil|tel',
    'ta-Latn':
      'visham* | vishatha* | nanju | poochi marundhu* | poochi marunthu* | poochimarundh* | puchi marundhu* | poochikoll* | eli marundhu* | eli marunthu* | elimarundhu* | eli paste* | rat poison | mannenn* | manenn* | mannennai | acid | acidu | phenyl* | pinail* | bleach* | petrol* | diesel* | arali* | saani powder* | sani powder* | toilet cleaner* | floor cleaner* | kosu marundhu* | kosu liquid* | harpic* | dettol* | oomath* | battery* | kalaikoll* | cleaner* | kerosene* | krishnoil | kerosin | poison* | pesticide* | kallacharayam* | hair dye | sanitizer | paldoil | palidoil | baaldoil | tik 20 | baygon | hit spray | mortein | goodknight* | good night liquid | all out | allout | rogor | nuvan | vayal* ~ marundh*|marunth* | payir* ~ marundh* | adikira marundh* | adikkura marundh* | thelik* marundh* | eli biscuit* | eli cake* | kosuvathi | kosu vathi | sunnambu | karpooram | pen marundhu | soap thanni | kosu ~ liquid*|oil*',
  },
  tablets: {
    en: 'tablet | tablets | pill | pills | capsules | medicines | medicine | medication | meds | strip | strips | sleeping tablets | sleeping pills | tabs | paracetamol | crocin | dolo | painkillers | bottle | syrup | alprazolam | iron tablets',
    hi: 'गोली | गोलियाँ | गोलियां | गोलियों | टैबलेट | दवा | दवाई | दवाइयाँ | दवाइयां | दवाएं | दवाएँ | पत्ता | कैप्सूल | शीशी | पैरासिटामोल | दवाओं | स्ट्रिप | दवाईयाँ | टैबलेट्स',
    ta: 'மாத்திர* | மருந்த* | மாத்தர* | ஸ்ட்ரிப்* | அட்டை* | பாட்டில்* | பாராசிட்டமால்* | டேப்லெட்*',
    'hi-Latn':
      'goli | goliya | goliyan | goliyaan | golian | tablet | tablets | dawa | dawai | dava | davai | dawaiyan | dawaiya | patta | capsule* | sheeshi | strip | pills | paracetamol | medicine* | dolo | crocin',
    'ta-Latn':
      'maathirai* | mathirai* | mathira* | maathira* | maathra* | marundhu* | marunthu* | tablet* | strip* | pills | attai | paracetamol | bottle | dolo | crocin | medicine*',
  },
  sleeping_pills: {
    en: 'sleeping pill* | sleeping tablet* | sleep tablet* | sleep pill* | sedative* | alprazolam | alprax | diazepam | valium | clonazepam | barbiturate*',
    hi: 'नींद की गोलि* | नींद की गोली | नींद की दवा* | नींद की टैबलेट',
    ta: 'தூக்க மாத்திர* | தூக்கமாத்திர* | தூக்க மாத்தர*',
    'hi-Latn':
      'neend ki goli* | nind ki goli* | neend ki dawa* | neend ki tablet* | neend wali goli* | sleeping pill* | sleeping tablet* | alprax',
    'ta-Latn':
      'thooka maathirai* | thookka maathirai* | thooka mathirai* | thukka mathirai* | thooka maathira* | thooka tablet* | sleeping pill* | sleeping tablet* | sleeping maathirai* | thookka mathirai* | thooka mathira*',
  },
  too_many: {
    en: '#many | all | whole | entire | full | bunch | handful | too many | too much | lots | lot | several | many | bottle | strip | overdose* | fistful | double | extra | everything',
    hi: '#many | सारी | सारे | सब | पूरा | पूरी | पूरे | बहुत | ढेर | मुट्ठी | कई | ज़्यादा | ज्यादा | ओवरडोज* | पत्ता | शीशी | एक साथ | इकट्ठी | एक पत्ता | पूरी स्ट्रिप | ढेर सारी',
    ta: '#many | எல்லா* | முழு* | நிறைய* | ரொம்ப* | அதிக* | மொத்த* | கைநிறைய* | ஓவர்டோஸ்* | அத்தனை* | ஒரே நேரத்த* | ஸ்ட்ரிப்* | ஒட்டுமொத்த* | ஒரு அட்டை | அட்டை முழு* | ஒரு ஸ்ட்ரிப்',
    'hi-Latn':
      '#many | saari | saare | sari | sare | sab | poora | poori | pura | puri | pure | poore | bahut | bohot | bht | dher | mutthi | kai | zyada | jyada | overdose* | patta | sheeshi | ek saath | ek sath | strip | ek patta | dher saari',
    'ta-Latn':
      '#many | ellam* | ellaa | ella | ellathayum* | muzhu* | mulu* | neraya* | niraya* | romba* | adhigam* | athigam* | motham* | mothama | overdose* | full | athana* | strip* | kai niraya | oru attai | attai muzhu* | oru strip | attaiyum',
  },
  snake: {
    en: 'snake* | cobra | viper | krait',
    hi: 'साँप* | सांप* | सर्प* | नाग | कोबरा | करैत | साप | धामन | गेहुँअन | फन वाला',
    ta: 'பாம்ப* | நாகப்பாம்ப* | விரியன்* | நாகம் | சர்ப்ப* | அரவ* | கட்டுவிரியன்* | கண்ணாடிவிரியன்* | கருநாக* | ராஜநாக* | நல்லபாம்ப*',
    'hi-Latn': 'saanp* | sanp* | saap | sap | sarp* | naag | cobra | snake* | karait',
    'ta-Latn':
      'paambu* | pambu* | paampu* | paamb* | naagam | cobra | snake* | viriyan* | pamb* | kattuviriyan* | kannadi viriyan* | nalla pambu* | nallapambu*',
  },
  scorpion: {
    en: 'scorpion*',
    hi: 'बिच्छू* | बिछू* | बिच्छु* | वृश्चिक',
    ta: 'தேள்* | நட்டுவாக்கல*',
    'hi-Latn': 'bichhu* | bichchu* | bichu* | bichoo* | bichhoo* | scorpion*',
    'ta-Latn': 'thel | theyl | thelu | thela | scorpion* | nattuvakal*',
  },
  animal: {
    en: 'dog* | cat | cats | monkey* | bat | bats | jackal | mongoose | rat | street dog | stray* | puppy | fox | wolf | bear | animal | pig',
    hi: 'कुत्ता | कुत्ते | कुत्तों | कुत्ती | बिल्ली | बंदर | बन्दर | चमगादड़ | सियार | नेवला | चूहे | जानवर | लोमड़ी | पिल्ले | भालू | डॉग',
    ta: 'நாய்* | நாயி* | பூனை* | குரங்க* | வௌவால்* | நரி* | எலி* | விலங்க* | கரடி* | பன்றி* | கீரி*',
    'hi-Latn':
      'kutta | kutte | kutto | kutton | kuttey | billi | bandar | chamgadar | siyar | nevla | chuhe | janwar | dog | monkey | pille | cat',
    'ta-Latn':
      'naai* | nai | naay* | poonai* | poona* | kurangu* | korangu* | vavvaal* | nari | eli* | dog | monkey | vilangu* | cat',
  },
  bit: {
    en: 'bit | bite | bites | bitten | biting | sting | stung | stings | stinging | scratched | attacked | mauled | biten | dug ~ teeth | nipped | pecked',
    hi: 'काट* | काटा | डस* | डंक* | डंस | नोच* | नोंच* | पंजा | झपट* | खरोंच* | दाँत मार* | दांत मार* | दाँत गड़ा* | दांत गड़ा* | दाँत लगा* | दांत लगा*',
    ta: 'கடி* | கடிச்ச* | கடித்* | கொட்ட* | கொட்டி* | தீண்ட* | கொத்த* | கொத்தி* | பிராண்ட* | கடிபட்ட* | குதற* | கடிச்சு வச்ச* | பல்லு பட்ட*',
    'hi-Latn':
      'kaat | kata | kaata | kaati | kaatne | kat liya | kaat liya | dank* | das liya | dasa | dass* | das* | noch* | bite | nakhun maar* | kharoch* | daant maar* | dant maar* | daant gada* | daant laga* | kat khaya | kaat khaya | kaat diya | kat diya | kharonch*',
    'ta-Latn':
      'kadi* | kadich* | kadichu* | kadith* | kottu* | kotti* | kottidu* | theendi* | theend* | kothi* | koththi* | piraandi* | bite* | pallu patt*',
  },
  insect: {
    en: 'bee | bees | wasp | wasps | hornet* | honeybee* | honey bee* | ant | ants | centipede | spider | waps',
    hi: 'मधुमक्खी* | ततैया | बर्रे | भिड़ | कनखजूरा | मकड़ी | भौंरा',
    ta: 'தேனீ* | குளவி* | பூரான்* | சிலந்தி* | வண்டு | கதண்ட*',
    'hi-Latn': 'madhumakkhi* | madhumakhi* | tataiya | tatiya | barre | bhid | kankhajura | makdi | bee | wasp',
    'ta-Latn': 'theni* | thaeni* | kulavi* | kuzhavi* | pooran* | silandhi* | bee | wasp | vandu kadi* | kadhandu*',
  },
  burned: {
    en: 'burn | burns | burnt | burned | scald* | caught fire | set fire | on fire | boiling | hot oil | hot water | flames | fire',
    hi: 'जल गया | जल गई | जल गयी | जल गए | जल गये | जला | जली | जले | जल गईं | झुलस* | जल रहा | आग | खौलत* | उबलत* | गरम तेल | गर्म तेल | गरम पानी | गर्म पानी | बर्न*',
    ta: 'தீக்காய* | தீக் காய* | எரிஞ்ச* | எரிந்த* | தீ பிடி* | தீப்பிடி* | கொதிக்க* | கொதிக்கிற* | சுட்டு* | சுட்டிட* | வெந்நீர்* | வெந்து* | வெந்த* | சூடான எண்ண* | தீப்பட்ட* | நெருப்ப* | தீயில* | தீ விபத்* | பர்ன்ஸ்* | பொசுங்* | கருகி*',
    'hi-Latn':
      'jal gaya | jal gayi | jal gai | jal gaye | jal gya | jala hai | jala hua | jala tha | jala le* | jala li* | jala di* | haath|hath|pair|muh|ungli jala | jali | jale | jhulas* | aag | khaulta | khaulte | ubalta | ubalte | garam tel | garam pani | garam paani | burn* | burnt',
    'ta-Latn':
      'theekayam* | theekkaayam* | theekkayam* | thee kaayam* | thikayam* | erinju* | erinjidu* | thee pidi* | kodhik* | kothikira* | kothikura* | kodhikira | suttu* | sutturu* | sudu thanni* | venneer* | vendhu* | vendh* | neruppu* | soodana ennai | burn* | karugi* | posungi*',
  },
  fell: {
    en: 'fell | fall | fallen | falls | slipped | tumbled | dropped',
    hi: 'गिर* | फिसल* | गिरा | गिरी | गिर गया | गिर गई',
    ta: 'விழுந்* | விழுந்து* | வழுக்கி* | கீழே விழு* | தவறி விழு* | விழுந்த*',
    'hi-Latn': 'gir | gira | giri | gire | gir gaya | gir gayi | phisal* | fisal* | gir*',
    'ta-Latn':
      'vizhundh* | vizhunth* | vilundh* | vilunth* | vizhun* | vilun* | vazhukki* | valukki* | viluntu* | fall aag*',
  },
  hit: {
    en: 'hit | hits | injury | injured | injuries | bump* | banged | struck | knocked | hurt | trauma | wound | blow',
    hi: 'चोट* | लग गई | लग गयी | लगी | टकरा* | फट गया | फूट गया | मार | घाव',
    ta: 'அடி* | அடிபட்ட* | அடி பட்ட* | மோதி* | இடிச்ச* | காய* | காயம்பட்ட* | இடித்த*',
    'hi-Latn': 'chot* | lag gayi | lag gai | lagi | takra* | phat gaya | phoot gaya | injury | hit | choth',
    'ta-Latn':
      'adi pattu* | adipattu* | adi patu* | adi | modhidu* | modhiru* | modhina* | idich* | kaayam* | kayam* | injury | hit aag* | adipat*',
  },
  accident: {
    en: 'accident | accidents | hit by a car|bus|truck|lorry|bike|train|vehicle|auto|van|scooter | run over | ran over | knocked down | crash* | collision | rta | hit by | got hit by | crushed under | fell from | fallen from | fell off ~ bike|motorbike|motorcycle|scooter|scooty|horse|truck|lorry|bus|train|auto|tractor|roof|terrace|ladder|wall|tree|balcony|cliff | jumped from | gunshot | gun shot | shot in the | stabbed | stab wound | impaled | amput* | severed | cut off',
    hi: 'एक्सीडेंट* | ऐक्सिडेंट* | दुर्घटना* | टक्कर* | कुचल* | गाड़ी से ~ टकरा* | बस ने ~ टक्कर | छत से गिर* | पेड़ से गिर* | ऊँचाई से गिर* | ऊंचाई से गिर* | गोली लगी | चाकू मार* | कट कर अलग | अलग हो गई | गोली मार* | चाकू घोंप*',
    ta: 'விபத்த* | ஆக்சிடென்ட்* | ஆக்சிடண்ட்* | வண்டி மோதி* | பஸ் மோதி* | கார் மோதி* | லாரி மோதி* | வண்டி இடிச்ச* | பஸ் இடிச்ச* | கார் இடிச்ச* | லாரி இடிச்ச* | மாடியிலிருந்து ~ விழு* | மாடில இருந்து ~ விழு* | மாடியில இருந்து ~ விழு* | மரத்திலிருந்து ~ விழு* | மரத்துல இருந்து ~ விழு* | கத்தியால குத்த* | கத்தியால் குத்த* | துண்டிக்க* | வண்டி ஏறி*',
    'hi-Latn':
      'accident* | eccident* | exident | axident | durghatna* | takkar maar* | takkar mar* | takkar ho* | se takkar | ne takkar | takkar lag* | kuchal* | chhat se gir* | chat se gir* | ped se gir* | unchai se gir* | oonchai se gir* | goli lagi | goli maar* | chaku maar* | chaaku maar* | kat kar alag | kat ke alag',
    'ta-Latn':
      'accident* | acident* | vibathu* | vipathu* | bus modhi |  car modhi* | lorry modhi* | vandi modhi* | bus idich* | car idich* | vandi idich* | maadi la irundhu ~ vizhu* | maadila irundhu ~ vizhu* | maadi ~ vizhun* | marathula irundhu ~ vizhu* | kathiyala kuthi* | kathi kuthu* | thundaagi* | thunda pochu | thundaiduchu | lorry yeri*',
  },
  hanging: {
    en: 'hang | hanged | hanging | noose | rope around | jump off | jump from | jump in front | drown myself | gun | shoot myself | slit | slash | cut my wrist* | cutting my wrist* | cut my veins | cutting myself | cut myself | harm myself | hurt myself | set myself | self harm* | selfharm* | pills | tablets | poison | razor | blade | railway track | bridge',
    hi: 'फाँसी | फांसी | फंदा | फंदे | लटक* | कूद* | नस काट* | कलाई काट* | ज़हर | जहर | गोलियाँ | गोलियां | गोली | आग लगा* | ट्रेन के आगे | ब्लेड | रेल ~ पटरी | खुद को नुकसान | खुद को चोट | पटरी | पुल से',
    ta: 'தூக்கு | தூக்குல | தூக்குமாட்ட* | தூக்குப்போட்ட* | குதிச்ச* | குதித்* | குதிக்க* | விஷம* | விஷத்* | நரம்ப* அறு* | கை அறு* | மாத்திர* | தீக்குளி* | ரயில்* | கயிற* | பிளேட்* | பாலத்* | மணிக்கட்டை அறு*',
    'hi-Latn':
      'phansi | fansi | faansi | phaansi | fanda | phanda | fande | latak* | kood* | kud* | nas kaat* | nas kat* | kalai kaat* | kalai kat* | zeher | zehar | jahar | goliyan | goli | aag laga* | train ke aage | blade | patri | khud ko nuksan | khud ko chot',
    'ta-Latn':
      'thooku | thookku | thukku | thookula | thooku maat* | thooku pot* | thookku pot* | kudhich* | kuthich* | kudhik* | visham* | narambu* aru* | narambu | kai aru* | maathirai* | mathirai* | theekuli* | train* | kayiru | blade* | paalathu*',
  },
  die: {
    en: 'die | dying | dead | death | kill myself | end it | end my life | disappear forever | end it all',
    hi: 'मर* | मौत | जान | ज़िंदगी खत्म | जिंदगी खत्म | ज़िन्दगी ख़त्म',
    ta: 'சாக* | சாவ* | செத்து* | செத்த* | உயிர* | இறந்* | மரண*',
    'hi-Latn': 'mar | marna | marne | marjana | maut | jaan | zindagi khatam | jindagi khatam | mar jaana | mar jana',
    'ta-Latn': 'saaga* | saga* | saagu* | saavu* | savu | sethu* | setthu* | uyir* | irandhu* | maranam*',
  },
}
