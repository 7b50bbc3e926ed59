import type { Findings } from '../red-flag.ts'

/** Stroke, consciousness, seizures, head, sight, and states of mind that need the same hurry. */
export const BRAIN_FINDINGS: Findings = {
  facial_droop: {
    any: '@face & @droop | @one_side & @droop',
    en: 'facial droop | face droop* | droopy face | mouth ~ crooked | face ~ crooked | mouth ~ twisted | smile ~ crooked|uneven | drooping on one side | bells palsy | face ~ one side | lips ~ one side | mouth ~ one side | half ~ face | face|mouth|lips ~ pulled | saliva dripping from one side',
    hi: 'मुँह|मुंह|मुह|चेहरा|चेहरे|होंठ ~ टेढ़ा|टेढ़े|टेढ़ी|तिरछा|लटक* | मुँह टेढ़ा | मुंह टेढ़ा | मुँह|मुंह|चेहरा|होंठ ~ एक तरफ ~ गया|गई|झुक*|खिंच*|लटक*',
    ta: 'வாய்|வாயில*|முகம்|முகத்*|உதடு ~ கோணி*|கோணல*|தொங்க*|இழுத்து* | வாய் கோணி* | முகம்|வாய்|உதடு ~ ஒரு பக்க* ~ சாஞ்*|சாய்*|இழு*|கோண* | வாய் ஒரு பக்க* ~ போ*',
    'hi-Latn': 'muh|munh|mooh|muhn|chehra|chehre|face|honth ~ tedha|tedhi|tedhe|tirchha|latak*|teda|terha',
    'ta-Latn':
      'vaai|vaay|vai|mugam|face|udhadu|mouth ~ koni*|kona*|konal*|thong*|izhuthu*|droop* | mugam|vaai|udhadu ~ oru pakka* ~ saanj*|sainj*|izhu*|ilu*|kon* | vaai oru pakka* ~ po*',
  },
  one_side_weak: {
    any: '@one_side & @numb',
    en: 'hemiparesis | hemiplegia | weakness one side | weakness on one side | weakness in ~ arm|leg|side | arm|leg ~ went numb|weak|dead | face|arm|leg|side ~ paralysed|paralyzed | unilateral weakness | lost use of ~ arm|leg|hand | arm ~ wont move | cant move ~ arm|leg|side|hand | cannot move ~ arm|leg|side|hand|legs | dropped a cup | face is numb | cant lift ~ arm|leg|hand | half ~ body ~ not working|weak|numb|dead|paraly* | one half ~ body | arm|leg|hand ~ stopped working | arm|hand|leg ~ suddenly ~ weak|numb|heavy | both legs ~ weak|paraly*|gone | both legs not moving | cant lift ~ left|right | cant raise ~ arm|arms|hand|leg | hand keeps falling | arm ~ drifting',
    hi: 'आधा|आधे शरीर|अंग ~ सुन्न|काम | हाथ पैर ~ काम नहीं कर* | हाथ|पैर ~ उठा नहीं पा* | हाथ|पैर ~ नहीं उठ* | आधा|आधे शरीर|बदन ~ काम|नहीं|बेजान|सुन्न | हाथ|पैर ~ जान नहीं | हाथ|पैर ~ जान ही नहीं | चम्मच ~ गिर* ~ हाथ | हाथ ~ गिर जा रह*',
    ta: 'கை கால் ~ விளங்க* | கை|கால் ~ விளங்காம* | கை கால் ~ வரல* | கை கால் ~ வராம* | கை கால் ~ செயலிழ* | கை கால் ~ இழு* | பக்கம் ~ இழுத்து* | ஒரு பக்கம் ~ விழுந்து* | உடம்ப* ~ பாதி ~ வேலை*|வேல*|செயல்*|மரத்து* | பாதி உடம்ப* ~ வேலை*|செயல்* | கை|கால் ~ தூக்கவே முடிய* | உடம்புல பாதி',
    'hi-Latn':
      'aadha|aadhe shareer|badan ~ sunn | haath pair ~ kaam nahi kar* | haath|hath|pair ~ utha nahi pa* | haath|hath ~ nahi uth* | aadha|aadhe|adha|adhe shareer|sharir|badan|body ~ kaam|nahi|bejaan|sunn | haath|hath|pair ~ jaan nahi|hi | haath|hath ~ uth hi nahi | haath|hath ~ gir ja raha',
    'ta-Latn':
      'kai kaal ~ vilang* | kai kaal ~ varala | kai kaal ~ seyal* | kai kaal ~ izhuthu* | pakkam ~ izhuthu* | kai thooka mudi* | kai thookka mudi* | oru pakkam ~ vizhundh* | oru pakkam ~ izhu* | udamb* ~ paadhi|padhi ~ vela*|velai*|seyal*|marath* | paadhi|padhi udamb* | kai|kaiya|kaiyai|kaal ~ thookave mudi* | body ~ paadhi|padhi',
  },
  speech_trouble: {
    en: 'slurred speech | slurring | speech ~ slurred|unclear|garbled | slurred ~ words | cant speak | cannot speak | cant talk | cannot talk | unable to speak | unable to talk | not able to speak | trouble speaking | trouble talking | difficulty speaking | difficulty talking | trouble finding words | cant find words | word finding difficulty | wordfinding difficulty | aphasi* | dysarthri* | trouble understanding words | speech ~ not clear | cant speak properly | lost ~ speech | speech is gone | talking funny | gibberish | stopped talking suddenly | speaking gibberish | mumbling | words ~ coming out wrong|jumbled|mixed | jumbled words|speech | speech ~ jumbled|funny|thick|heavy | tongue ~ thick|heavy|twisted | words ~ not coming | stammering suddenly | cant get ~ words out | words make no sense | words ~ make no sense | speech ~ makes no sense | talking gibberish | speech|talking|words ~ like ~ drunk* | sounds drunk | speaking like ~ drunk*',
    hi: 'बोल ~ नहीं पा* | बोल ~ नही पा* | बोल नहीं | बोलने ~ दिक्कत*|तकलीफ*|परेशानी|मुश्किल | ज़बान|जबान|ज़ुबान|जुबान ~ लड़खड़ा*|अटक*|मोटी | ज़बान|जबान|ज़ुबान|जुबान नहीं चल* | आवाज़|आवाज|बोली|बोल ~ लड़खड़ा*|अस्पष्ट|तुतला* | आवाज़|आवाज|बोली ~ साफ नहीं | लड़खड़ा* ~ बोल* | बात ~ साफ नहीं | बोलना बंद | बोली ~ बंद | आवाज ~ बंद हो गई | तुतला* | बोली ~ समझ नहीं | शब्द ~ नहीं निकल* | शब्द नहीं | मुँह से शब्द ~ नहीं | ज़बान|जबान|ज़ुबान|जुबान ~ मोटी | आवाज ~ नहीं निकल* | बोल ~ समझ नहीं | हकला* ~ अचानक | शराबी की तरह बोल* | पिए हुए जैसा बोल*',
    ta: 'பேச்ச* ~ குழற*|குளற*|குழர*|குளர*|தடுமாற*|வரல*|வரவில்*|போச்சு*|நின்னு* | பேச முடியல* | பேச முடியவில்* | பேசவே முடியல* | பேச ~ முடியல* | பேச்சுக் குழற* | வாய் குழற* | வாய் குளற* | நாக்கு குழற* | நாக்கு ~ குளற* | வார்த்தை* ~ வரல* | பேச கஷ்ட* | பேச்சு ~ தெளிவா* இல்ல* | பேச்சு ~ தெளிவாக இல்லை | பேச மாட்டேங்* ~ திடீர்* | பேச* ~ புரியல* | பேச* ~ புரிய மாட்* | வார்த்தை* ~ புரிய* | நாக்கு ~ தடிச்ச* | நாக்கு ~ தடித்* | நாக்கு ~ சுழல* | பேச்சே வரல* | பேச்சு ~ வரமாட்* | பேச்சு தெளிவில்ல* | பேச்சு ~ தெளிவா இல்ல* | குடிச்சவன் மாதிரி பேச*',
    'hi-Latn':
      'bol ~ nahi|nhi pa* | bol nahi | bolne ~ dikkat|takleef|pareshani|mushkil|problem | zubaan|zuban|jubaan|juban|zabaan|jaban ~ ladkhada*|larkhara*|atak* | zubaan|zuban|jubaan|juban nahi chal* | awaaz|awaz|bol* ~ ladkhada*|tutla* | awaaz|awaz|bol* ~ saaf nahi | ladkhada* ~ bol* | baat ~ saaf nahi | bolna band | bolti band | tutla* | speech ~ saaf nahi | speech slur* | speech ~ nahi | boli|baat|bol* ~ samajh nahi | shabd|word ~ nahi nikal* | zubaan|zuban|jubaan|juban|zabaan|jaban|jeebh ~ moti|bhaari | awaaz|awaz ~ nahi nikal* | sharabi ki tarah bol*',
    'ta-Latn':
      'pechu*|pecchu*|speech|pecu* ~ kozhar*|kuzhar*|kular*|kolar*|thadumaar*|varala|varla|slur*|ninnu* | pechu*|pecchu*|speech ~ clear ah illa | pechu*|speech ~ clear illa | pechu* ~ sariya varala | pesa mudiya* | pesa mudila* | pesave mudi* | pesa ~ mudiya* | vaai kuzhar* | vaai kular* | vai kozhar* | naakku kuzhar* | naaku kular* | vaarthai* varala | pesa kashta* | slurred | pesa maat* | pechu illa* | pes* ~ puriyala | pes* ~ puriya maat* | vaarthai* ~ puriya* | naaku|naakku ~ thadich* | peche varala | pechu ~ vara maat* | pechu thelivilla* | pechu ~ theliva illa* | kudichavan maari pes*',
  },
  stroke_word: {
    en: 'stroke | brain stroke | brain attack | tia | mini stroke | brain haemorrhage | brain hemorrhage | paralysis attack | paralysis',
    hi: 'लकवा | लकवे | पक्षाघात | फालिज | फ़ालिज | ब्रेन स्ट्रोक | ब्रेन हैमरेज | स्ट्रोक | पैरालिसिस | पैरालाइसिस',
    ta: 'பக்கவாத* | பக்க வாத* | ஸ்ட்ரோக்* | மூளை ரத்தக்கசிவு* | வாதம் வந்து* | முடக்குவாத அடி',
    'hi-Latn':
      'lakwa | lakva | lakwe | lakwaa | pakshaghat | falij | stroke | brain stroke | brain hemorrhage | paralysis',
    'ta-Latn': 'pakkavadham* | pakkavatham* | pakka vadham* | pakkavaadham* | stroke | paralysis | brain stroke',
  },
  heat_or_figurative_stroke: {
    figurative: true,
    en: 'heat stroke | heatstroke | sun stroke | sunstroke | stroke of | swimming stroke | breast stroke | backstroke',
    hi: 'हीट स्ट्रोक | लू लग*',
    ta: 'ஹீட் ஸ்ட்ரோக்* | வெப்ப பக்கவாத* | வெப்ப அதிர்ச்சி',
    'hi-Latn': 'heat stroke | heatstroke | sunstroke | loo lag* | lu lag*',
    'ta-Latn': 'heat stroke | heatstroke | sunstroke',
  },
  unconscious: {
    any: '@unconscious',
    en: 'not waking up | wont wake up | cant wake ~ up | cannot wake | not responding | isnt responding | doesnt respond | not respond* | no response | unresponsive | cant be woken | not conscious | lost consciousness | wouldnt wake | isnt waking | not opening ~ eyes | eyes rolled | difficult to wake | not able to wake | not reacting | no reaction | not reactive | eyes closed ~ not | lying ~ motionless|still|lifeless | motionless | doesnt wake | couldnt wake | cant be aroused | no response to | not moving at all | no movement at all | stopped responding | lying flat ~ not | he|she|father|mother|dad|mom|mum|husband|wife|baby|child|son|daughter|brother|sister|friend|man|woman|grandfather|grandmother|uncle|aunt is not moving | he|she|father|mother|dad|mom|mum|husband|wife|son|daughter|brother|sister|friend|man|woman isnt moving | no signs of life | limp and unresponsive | wont respond | does not respond | slumped | isnt answering | not answering ~ shout*|call* | no reply | no answer ~ eyes|lying | eyes half open | isnt replying | not replying ~ eyes|lying',
    hi: 'होश में नहीं | होश नहीं | होश नही | होश खो* | आँखें नहीं खोल* | आंखें नहीं खोल* | आँख नहीं खोल* | आंख नहीं खोल* | आँख नहीं खुल* | उठ नहीं रह* ~ हिला* | जवाब नहीं दे* | जाग नहीं | नहीं जाग* | नहीं उठ रह* | हिल डुल नहीं | चेतना नहीं | कोई हरकत नहीं | कोई जवाब नहीं | चक्कर खाकर गिर* | आवाज़|आवाज देने ~ नहीं | बुलाने|पुकारने|हिलाने|थपथपाने|झकझोरने ~ नहीं | हिल भी नहीं | कोई रिस्पॉन्स नहीं | आँख|आंख|आँखें|आंखें ~ नहीं खोल* | जमीन|ज़मीन पर पड़े | अचेत | उठाने पर ~ नहीं उठ* | बेहोश पड़* | होश ही नहीं | होश ~ नहीं आ* | लुढ़क ग* | बोल नहीं रह* ~ आँख* | निढाल पड़* | आवाज़ ~ जवाब नहीं | सुध बुध',
    ta: 'கண் திறக்க* | கண்ணே திறக்க* | கண்ண திறக்க* | கண்ணு திறக்க* | கண் முழிக்க* | கண்ணு முழிக்க* | எழுப்பினாலும் ~ எழ* | எழுந்திரிக்க மாட்* | எழுப்ப முடிய* | எழுந்திருக்கல* | எழும்பல* | அசைவே இல்ல* | அசைவு இல்ல* | பேச்சு மூச்சு இல்ல* | மூச்சு பேச்சு இல்ல* | உணர்வில்ல* | உணர்வு இல்ல* | பதில் இல்ல* | சுயநினைவு இல்ல* | மயக்கம் போட்டு* | மயக்கம் தெளிய* | மயக்கமா கிட* | கண் விழிக்க* | கண்ணு விழிக்க* | எந்திரிக்க மாட்ட* | எந்திரிக்கல* | எந்திரிக்கவே* | நினைவின்றி | சுயநினைவின்றி | எழுந்திருக்கவே* | எழுந்திருக்க மாட்* | எந்திருக்க* | சரிஞ்சு விழு* | எழவே இல்ல* | அசையவே இல்ல* | கூப்பிட்டா* ~ இல்ல* | கூப்பிட்டா* ~ பேசல* | கண்ண* மூடி* ~ கிட*|கெட* | கண் மூடி* ~ கிட*|கெட* | எழுப்பியும் ~ எந்திரிக்*|எழ* | தட்டி* ~ எந்திரிக்*|எழ* | பேச்சு மூச்சே இல்ல* | ஆடாம அசையாம* | அசையாம ~ கிட*|கெட* | மயக்கமா இருக்கார் | மயக்கமா இருக்காரு | மயக்கமா இருக்காங்க | மயக்கமா இருக்கான் | மயக்கமா இருக்கா | மயக்கத்துல இருக்கா* | மயக்கத்துல கிட* | மயக்க நிலை* | மயக்கமடைந்* | நினைவே இல்ல* | நினைவு வரல* | சுய நினைவு* | பேச்சு மூச்சில்ல* | மூச்சில்ல* | பேச்சில்ல* | மயங்கிட்ட* | பதில் பேசல* | பதில் சொல்லல* | சரிஞ்சுட்* | சாஞ்சுட்* ~ பேசல*',
    'hi-Latn':
      'hosh mein|me nahi|nhi | hosh nahi | hosh kho* | aankh|aankhe|aankhen|ankh nahi|nhi khol* | aankh nahi khul* | jawab nahi de* | respond nahi* | response nahi | jaag nahi | nahi jaag* | uth nahi rah* | nahi uth rah* | hil dul nahi | koi harkat nahi | chakkar khakar gir* | chakkar khake gir* | chakkar aakar gir* | behosh | awaaz|awaz dene ~ nahi | bulane|hilane|hilake|uthane ~ nahi | hila rah* ~ jawab nahi | koi jawab nahi | koi response nahi | hil bhi nahi | aankh|ankh|aankhe|ankhe ~ nahi khol* | zameen|jameen pe|par pade | uthane par ~ nahi uth* | behosh pad* | hosh hi nahi | hosh ~ nahi aa* | ludhak ga* | ludhak gaye | nidhal pad* | sudh budh',
    'ta-Latn':
      'kan thirak* | kanna thirak* | kannu thirak* | kanne thirak* | kan muzhik* | kannu muzhik* | ezhuppinaalum* ~ ezh* | ezhuppinaalum | ezhundhirikala | ezhundhirika maat* | ezhumbala | elumbala | ezhuppa mudi* | elunthirikala | asaivu illa* | asaive illa* | pechu moochu illa* | moochu pechu illa* | unarvu illa* | badhil illa* | response illa* | respond panna* | suyaninaivu illa* | mayakkam potu* | mayakkam pottu* | ezhunthirikkala | kan vizhik* | endhirika maat* | endhirikala | enthirika maat* | enthirikala | yendhirika maat* | ezhundhirukave* | ezhundhirika maat* | elundhirika maat* | sarinju vizhu* | ezhave illa* | asaiyave illa* | koopt* ~ illa* | koopit* ~ illa* | koopta ~ pesala | kanna|kan|kannu moodi* ~ kida*|keda* | ezhuppiyum|eluppiyum ~ endhirik*|ezh* | thatti* ~ endhirik*|enthirik* | aadama asaiyama* | asaiyama ~ kida*|keda* | mayakkama irukaar* | mayakkama irukaanga | mayakkama irukaan | mayakkama irukanga | mayakkama irukaru | mayakkathula iruka* | mayakkathula kida* | ninaivu varala | ninaive illa* | suya ninaivu* | pechu moochilla* | pechillama | mayangit* | badhil pesala | badhil sollala | sarinjut* | sarinjitt*',
  },
  collapsed: {
    en: 'collapsed | fell down unconscious | dropped to the floor | found on the floor',
    hi: 'अचानक गिर* | गिर पड़*',
    ta: 'மயங்கி விழு* | சரிந்து விழு* | சுருண்டு விழு*',
    'hi-Latn': 'achanak gir* | gir pad*',
    'ta-Latn': 'mayangi vizhu* | mayangi vilu* | surundu vizhu*',
  },
  brief_faint: {
    en: 'recovered quickly | felt like fainting | almost faint* | nearly faint* | about to faint | near syncope | near fainting | feel faint | feels faint | feeling faint | felt faint',
    hi: 'बेहोशी जैसा | बेहोशी सी | चक्कर सा',
    ta: 'மயக்கம் வர்ற மாதிரி | மயக்கம் வர மாதிரி | மயக்கமா இருக்கு | மயக்கமா இருக்குது | மயக்கமா இருக்கேன் | மயக்கமா இருக்கிற* | மயக்கமாக இருக்கிறது',
    'hi-Latn': 'behoshi jaisa | behoshi si | faint jaisa',
    'ta-Latn':
      'mayakkam vara madhiri | mayakkam varra madhiri | mayakkam vara maari | mayakkama iruku | mayakkama irukku | mayakkama iruken | mayakama iruku',
  },
  seizure: {
    any: '@seizure',
    en: 'having a fit | had a fit | epileptic fit | eyes rolled back | eyes rolling back | body ~ stiff | went stiff | body stiffened | shaking all over | body ~ jerking|convulsing|stiffening | jerky movements ~ body | eyes rolled up | eyes rolling up | rolled up eyes | limbs ~ jerking|stiff | fitting for #number minutes|min|mins | started fitting | is fitting now | keeps fitting | was fitting | teeth clenched ~ shaking|jerking',
    hi: 'मिर्गी का दौरा | दौरा पड़* | शरीर अकड़* | बदन अकड़* | आँखें पलट* | आंखें पलट* | आँखें उलट* | आंखें उलट* | आँखें चढ़* | आंखें ऊपर चढ़* | आँखें ऊपर चढ़* | आँखें ~ ऊपर ~ चढ़* | हाथ|पैर ~ अकड़* | बदन ~ झटक* | शरीर ~ झटक* | झटके आ* | झटके खा* | दाँत भिंच* | दांत भिंच* | दाँती लग*',
    ta: 'வலிப்பு* | உடம்பு விறை* | உடல் விறை* | கண் மேல* போ* | கண்ணு மேல* போ* | கண் சொருக* | கண்ணு சொருக* | ஜன்னி* | உடம்பு ~ வெட்டி* | கண்* ~ சொருவி* | கண்* ~ மேல ~ சொருக* | கண்* ~ மேல ~ சொருவி* | வாய்*|வாயி* ~ நுரை* | பல்ல கடிச்சு* ~ வெட்டு* | பல் கிட்டி*',
    'hi-Latn':
      'mirgi ka daura | daura pad* | shareer akad* | shareer ~ akad* | badan akad* | aankhe|aankhen|ankhe palat* | aankhe|aankhen|ankhe ulat* | aankhe|aankhen upar chadh* | shareer jhatk* | aankhe|aankhen|ankhe|ankhen ~ upar ~ chadh* | badan|shareer|body ~ jhatk* | jhatke aa* | jhatke kha* | daant bhinch* | dant bhinch* | daanti lag*',
    'ta-Latn':
      'valippu* | udambu virai* | udambu virach* | udambu verach* | kannu mela po* | kan mela po* | kannu sorug* | kan sorug* | janni vandh* | janni vanth* | jenni vandh* | udambu ~ vetti* | kann*|kan ~ soruv*|sorug*|soruk* | vaai*|vaayi* ~ norai*|nurai* | pal kitti* | pallu kitti*',
  },
  // Words that only begin like a symptom: "வலியுறுத்து" (insist) is no pain, "மூச்சுக்குழாய்" (windpipe) no breath.
  other_words: {
    figurative: true,
    en: 'breathing exercise* | breath test | deep breathing exercise* | stroke volume | stroke work | two stroke | four stroke | jump higher | jump rope | jumping rope | long jump | high jump | cannot|cant see my|the|any|your|this|that report*|app|data|file|page|option|button|result*|appointment*|chart|record*|message*|photo|image|screen | unable|able to see my|the|any|your|this|that report*|app|data|file|page|option|button|result*|appointment*|chart|record*|message*|photo|image|screen | app|phone|page|screen|website|server|site|button|laptop|computer|bot|chat|link is|was|are not responding|working|moving|loading | app|phone|page|screen|website|server|site|laptop not responding|working | hospital|clinic|reception|nobody|doctor is not responding',
    hi: 'साँस लेने का व्यायाम | प्राणायाम | गरम पानी की थैली | गर्म पानी की थैली | गरम पानी की बोतल',
    ta: 'வலியுறுத்* | வலிமை* | மூச்சுக்குழாய்* | மூச்சு பயிற்சி* | மூச்சுப் பயிற்சி* | கண்காணி* | சுடு தண்ணி பை | வெந்நீர் ஒத்தடம்',
    'hi-Latn': 'pranayam* | saans lene ka vyayam | garam pani|paani ki thaili|theli|thaili | garam pani|paani ki botal',
    'ta-Latn': 'moochu payirchi* | pranayama* | valimai* | sudu thanni bag | hot water bag',
  },
  figurative_fit: {
    figurative: true,
    en: 'keep fit | fit and fine | staying fit | get fit | am fit | fit to | physically fit | fit for | fits me | a good fit | fit body | be fit | is fit | bp is fit | fitness | stay fit | cough fit* | laughing fit | coughing fit*',
    hi: 'फिट रह* | फिट हूँ | फिट हूं | खाँसी ~ दौरा | खांसी ~ दौरा | खाँसी के दौरे',
    ta: 'ஃபிட்டா | பிட்டா இருக்க*',
    'hi-Latn': 'fit reh* | fit hu | fit hoon | fit hai | fit ho | fit rah* | fit rakh* | khansi ~ daura',
    'ta-Latn': 'fit ah | fitta | fit aa',
  },
  confused: {
    any: '@confused',
    en: 'suddenly confused | not making any sense | altered sensorium | not himself | not herself',
    hi: 'बहकी बातें',
    ta: 'குழம்பி பேச*',
    'hi-Latn': 'behki baatein',
    'ta-Latn': 'kuzhambi pes*',
  },
  benign_confusion: {
    figurative: true,
    en: 'confused about | confused between | confused with | confused by | confused which | confused whether | confused regarding | confusing | confused on | bit confused how | am confused how | confusion about | confusion regarding | i am confused | im confused | i m confused | i am so|really|very|bit|little|quite confused | am bit confused | i feel confused about',
    hi: 'कन्फ्यूज हूँ कि | उलझन है कि | समझ नहीं आ रहा कि | मैं कन्फ्यूज* | मैं उलझन में',
    ta: 'எனக்கு ~ குழப்பமா* | ஒரே குழப்பம* | குழப்பமா இருக்கு எ* | எந்த ~ குழப்ப* | குழப்பமா இருக்கேன்',
    'hi-Latn':
      'confuse hu ki | confused hu ki | confuse hoon ki | uljhan hai ki | report ~ confuse* | diet ~ confuse* | confuse ~ diet | main confuse* | mai confuse* | confuse ho gaya hoon | confuse ho gayi hoon | confuse hoon',
    'ta-Latn':
      'edhu ~ kuzhappam* | enaku|enakku ~ kuzhappama | ore kuzhappama | endha ~ kuzhappam* | kuzhappama iruken | diet ~ confus* | report ~ confus*',
  },
  thunderclap: {
    en: 'thunderclap | worst headache | worst ~ headache | sudden ~ severe ~ headache | sudden ~ headache | headache ~ suddenly | headache of my life | worst ever headache | explosive headache | headache ~ like ~ hit|bomb|explosion | headache ~ out of nowhere | never had ~ headache like | headache like never before | headache ~ never ~ before | never had ~ headache | worst pain ~ head | most severe headache | headache ~ first time ~ severe',
    hi: 'अचानक ~ सिर|सर ~ दर्द | अचानक ~ सिरदर्द | ज़िंदगी का सबसे ~ सिर* | सबसे भयंकर सिर* | अचानक ~ सरदर्द | कभी ऐसा ~ सिर* | ऐसा सिर* ~ कभी नहीं | ऐसा दर्द ~ कभी नहीं ~ सिर* | कभी ~ सिरदर्द नहीं हुआ',
    ta: 'திடீர்* ~ தலைவலி* | திடீர்* ~ தலை வலி* | திடீரென ~ தலை* | வாழ்க்கையில் ~ தலைவலி* | இப்படி ~ தலைவலி* ~ இல்ல* | இதுவரை* ~ தலைவலி* | வாழ்நாள்ல ~ தலைவலி*',
    'hi-Latn':
      'achanak ~ sir|sar ~ dard | achanak ~ sirdard|sardard | sudden ~ headache | zindagi ka sabse ~ sir* | kabhi aisa ~ sirdard|sardard|headache | aisa sirdard|sardard|headache ~ kabhi nahi',
    'ta-Latn':
      'thidir* ~ thalavali* | thideer* ~ thalai* vali* | thideer* ~ thala* vali* | sudden* ~ headache* | thidirnu ~ thalavali* | sudden* ~ thalavali* | ippadi ~ thalavali*|thalaivali* ~ illa* | idhuvarai ~ thalavali*',
  },
  headache: {
    any: '@head & @pain',
    en: 'headache* | head ache* | migraine* | head is pounding | head pounding | head is killing | head is bursting | head splitting | splitting head',
    hi: 'सिरदर्द | सरदर्द | सिर दर्द | सर दर्द | माइग्रेन | आधासीसी | सिर फट* | सर फट* | सिर भारी',
    ta: 'தலைவலி* | தலவலி* | தலை வலி* | மைக்ரேன்* | ஒற்றைத் தலை* | தலை வெடி* | தலை பாரம்* | தலை இடி*',
    'hi-Latn':
      'sirdard | sardard | sir dard | sar dard | migraine | headache | sir phat* | sar phat* | sir fat* | sar fat* | aadhasisi | sir bhaari',
    'ta-Latn':
      'thalaivali* | thalavali* | thalai vali* | thala vali* | thalai vedi* | thala vedi* | migraine | headache | thala baaram* | thalai idi* | thala valikudhu',
  },
  stiff_neck: {
    en: 'stiff neck | neck stiffness | neck is stiff | neck stiff | cant bend ~ neck | cant touch ~ chin | rigid neck | neck ~ rigid | cannot bend ~ neck | neck pain | neck ~ stiff | neck ~ locked | neck ~ not bending | cant move ~ neck',
    hi: 'गर्दन ~ अकड़* | गर्दन ~ जकड़* | गर्दन ~ मोड़ नहीं | गर्दन ~ नहीं मुड़* | गर्दन ~ झुका नहीं | गर्दन ~ कड़ी | गर्दन ~ सख्त | गर्दन ~ झुक नहीं | गर्दन ~ झुक* ~ नहीं | गर्दन ~ नहीं झुक* | गर्दन ~ मुड़ नहीं',
    ta: 'கழுத்து ~ விறை* | கழுத்து ~ இறுக* | கழுத்த* ~ திருப்ப முடிய* | கழுத்து ~ வளைக்க முடிய* | கழுத்த* ~ குனிய முடிய* | கழுத்து பிடிப்ப* | கழுத்து ~ மடக்க முடிய* | கழுத்து ~ கல்லு | கழுத்த* ~ அசைக்க முடிய* | கழுத்து ~ மடங்க* | கழுத்து ~ விறைச்*',
    'hi-Latn':
      'gardan ~ akad* | gardan ~ jakad* | gardan ~ akd* | gardan ~ mod nahi | gardan ~ nahi mud* | gardan ~ jakd* | gardan ~ stiff | stiff neck | gardan ~ sakht | gardan ~ jhuk nahi | gardan ~ nahi jhuk* | gardan ~ mud nahi | gardan ~ hila nahi',
    'ta-Latn':
      'kazhuthu ~ virai* | kazhuthu ~ verai* | kaluthu ~ virai* | kazhuthu ~ stiff* | kazhuthu ~ thiruppa mudi* | kazhuthu ~ valaika mudi* | neck stiff* | stiff neck | kazhuthu ~ madakka mudi* | kazhuthu ~ iruk* | kazhuthu ~ kallu | kazhuthu ~ asaika mudi* | kazhuthu ~ virach*|verach* | kazhuthu ~ kal maari',
  },
  light_hurts: {
    en: 'light hurts | photophobia | sensitive to light | bright light ~ hurt* | cant look at ~ light | lights hurt | light bothers | cant stand ~ light | shields ~ eyes | light ~ unbearable | avoiding light | scared of light',
    hi: 'रोशनी ~ चुभ* | रोशनी ~ तकलीफ* | रोशनी ~ दर्द | रोशनी बर्दाश्त | रोशनी ~ परेशानी | रोशनी|लाइट|उजाले ~ आँख*|आंख*|परेशान*|चिढ़*|सह*',
    ta: 'வெளிச்ச* ~ கூசு* | வெளிச்ச* ~ பார்க்க முடிய* | வெளிச்ச* ~ வலி* | கண் கூசு* | வெளிச்ச* ~ பட்டா* | வெளிச்ச* ~ தாங்க* | லைட்* ~ கூசு*',
    'hi-Latn':
      'roshni ~ chubh* | roshni ~ takleef | roshni ~ dard | roshni bardasht | light ~ chubh* | light ~ dard | roshni|light|ujale ~ aankh*|ankh*|pareshan|chidh*',
    'ta-Latn':
      'velicham ~ koosu* | veliccham ~ koosu* | kan koosu* | light ~ koosu* | velicham ~ paaka mudi* | light paatha ~ vali* | velicham|light ~ patta* | velicham|light ~ thaang* | velicham|light ~ koos*',
  },
  purple_rash: {
    en: 'purple rash | purple spots | rash ~ not fade|fading | rash ~ doesnt fade | non blanching | nonblanching | petechia* | red spots ~ press* | purpura | bruise like rash | rash that does not fade | dark spots all over with fever | dark red spots | spots ~ stay|dont|not ~ glass|press* | rash ~ glass | spots ~ press | blood spots under',
    hi: 'बैंगनी ~ चकत्ते | बैंगनी ~ दाने | बैंगनी ~ धब्बे | दबाने पर ~ नहीं जा*',
    ta: 'ஊதா ~ புள்ளி* | ஊதா ~ தடிப்ப* | கருஞ்சிவப்பு புள்ளி*',
    'hi-Latn':
      'baingani ~ chakatte | baingani ~ daane | baingani ~ dhabbe | purple ~ rash | purple ~ daane | purple ~ dhabbe',
    'ta-Latn': 'oodha ~ pulli* | purple ~ rash | purple ~ pulli* | oodha ~ thadip*',
  },
  vision_loss: {
    en: 'lost ~ sight|vision | loss of vision | loss of sight | vision loss | cant see | cannot see | gone blind | went blind | going blind | sudden ~ blind* | vision ~ gone|lost|disappeared | vision went black | curtain ~ eye|vision | blind in one eye | cant see from | cant see out of | unable to see | everything went black | vision blacked | suddenly blind | not able to see | eye|vision|sight ~ went|gone|turned|became ~ dark|black|blank | shutter|curtain|veil|shadow & eye|eyes|vision|sight | eye ~ went dark|black | lost sight | eyesight ~ gone|lost | nothing visible ~ eye',
    hi: 'दिखना बंद | दिखाई नहीं दे* | दिखाई देना बंद | कुछ नहीं दिख* | नहीं दिखता | नहीं दिख रहा | नहीं दिख पा* | दिख नहीं रहा | दिख नहीं पा* | रोशनी चली गई | रोशनी चली गयी | नज़र चली गई | नजर चली गई | अंधा हो* | आँख*|आंख* ~ अंधेरा छा* | दिखाई देना बन्द | अंधेरा छा* | परदा|पर्दा & @eye | अंधेरा & @eye | आँख*|आंख* ~ दिखना बंद | नजर ~ गायब | एक आँख|आंख ~ नहीं दिख* | रोशनी ~ चली ग* | रोशनी ~ जाती रह* | नज़र ~ चली ग* | नजर ~ चली ग* | आँख*|आंख* ~ अंधा*',
    ta: 'பார்வை* ~ போச்ச*|போயி*|போய்ட*|தெரியல*|தெரியவில்*|இழ*|இல்ல* | கண்|கண்ணு|கண்ணுல ~ தெரியல*|தெரியவில்* | கண் தெரியல* | கண்ணு தெரியல* | கண் தெரியவில்* | கண்ணே தெரியல* | கண் பார்வை போ* | குருடா* | கண் இருட்டி* | ஒண்ணும் தெரியல* ~ கண்* | திரை* & @eye | @eye ~ தெரியாம | @eye ~ இருட்ட* | பார்வை ~ தெரியாம* | பார்வை ~ போய்* | பார்வை ~ போச்சு* | பார்வை ~ போயிடு* | பார்வை ~ போய்டு*',
    'hi-Latn':
      'dikhna band | dikhai nahi|nhi de* | dikhai dena band | kuch nahi|nhi dikh* | nahi dikhta | nhi dikhta | nahi dikh raha | nhi dikh raha | dikh nahi raha | dikh nhi raha | dikh nahi pa* | roshni chali gayi | roshni chali gai | nazar chali gayi | andha ho* | vision chala gaya | aankh ~ andhera | parda & @eye | andhera & @eye | aankh|ankh ~ dikhna band | aankh|ankh se ~ nahi dikh* | nazar ~ chali gayi|gai | roshni ~ chali gayi|gai | nazar|najar ~ chali gayi|gai | aankh|ankh ~ andha*',
    'ta-Latn':
      'paarvai* ~ pochu*|poch*|poi*|poyi*|theriyala|iznd*|illa* | parvai* ~ pochu*|poi*|theriyala | kan|kannu|kannula ~ theriyala | kan theriyala | kannu theriyala | kanne theriyala | vision poi* | vision poch* | kan irutti* | kann theriyala | vision illa | thirai|thira & @eye | @eye ~ theriyama | @eye ~ irutt* | paarvai|parvai ~ theriyama* | paarvai|parvai ~ poch*|poiduch*|poyiduch*',
  },
  visual_disturbance: {
    en: 'blurred vision | blurry vision | blurry | vision ~ blurred|blurry | seeing spots | seeing flashes | flashes | floaters | double vision | seeing double | seeing stars | spots before | flashing lights | blured vision | vision is blurring | see spots | sparkles | sparks | zigzag | zig zag | shimmer* | hazy vision | foggy vision | cloudy vision | vision ~ dim|dimming|hazy | spots in front | flickering lights',
    hi: 'धुंधला* | धुँधला* | धुंधली | धब्बे दिख* | दो दो दिख* | तारे दिख* | चमक* ~ दिख* | धुंधलापन | चिंगारी* | चिंगारियाँ | जुगनू | धुंध* | झिलमिल* | तारे ~ दिख* | दो दो दिखाई',
    ta: 'மங்கலா* | மங்கல்* | மங்கி* | இரண்டிரண்டா* | ரெண்டு ரெண்டா* | கண் மங்க* | பார்வை மங்க* | மின்னல் மாதிரி தெரி* | பூச்சி பறக்க* | பூச்சி பற* | கண்ணுல பூச்சி | மங்கலாத் தெரி* | புள்ளி புள்ளியா* | ஒண்ணு ரெண்டா*',
    'hi-Latn':
      'dhundhla* | dhundla* | dhundhli | blur* | dhabbe dikh* | do do dikh* | double dikh* | taare dikh* | dhundhlapan | blurred vision | chingari* | jugnu | dhundh* | jhilmil* | dhundla',
    'ta-Latn':
      'mangala* | mangal | mangi* | mangalaa* | rendu rendaa* | double ah theri* | blur* | kan mang* | paarvai mang* | kannu mang* | poochi para* | poochi parak* | kannula poochi | pulli pulliya* | onnu rendaa*',
  },
  flashing_migraine: {
    en: 'headache on one side | one sided headache | migraine* | headache ~ flashing',
    hi: 'आधे सिर | माइग्रेन',
    ta: 'ஒற்றைத் தலைவலி* | ஒத்த தலைவலி* | மைக்ரேன்*',
    'hi-Latn': 'aadhe sir | adhe sir | migraine',
    'ta-Latn': 'othai thalai* | migraine | otha thalavali',
  },
  balance_loss: {
    en: 'cant walk straight | losing balance | loss of balance | lost ~ balance | imbalance | staggering | unsteady | cant stand up | cant balance | keeps falling to | falling to one side | walking like drunk',
    hi: 'संतुलन ~ बिगड़* | संतुलन नहीं | चल नहीं पा* | लड़खड़ा* चल* | चलते ~ लड़खड़ा* | चलते ~ गिर* | चाल ~ लड़खड़ा*',
    ta: 'தள்ளாடு* | தள்ளாடி* | நடக்க முடியல* | நடை தடுமாற* | சமநிலை* இழ*',
    'hi-Latn': 'santulan ~ bigad* | balance nahi | balance ~ bigad* | chal nahi pa* | chalte ~ ladkhada*',
    'ta-Latn': 'thalladu* | thallaadi* | nadakka mudiyala | nadai thadumaar* | balance illa* | balance poch*',
  },
  // "My head is bursting" alone is a way of speaking; with pain it is a severe headache.
  bursting_headache: {
    en: '@severe & headache*|migraine* | @head ~ bursting|exploding|splitting|pounding ~ @pain | @pain ~ @head ~ bursting|exploding|split | headache ~ bursting|exploding|pounding|unbearable',
    hi: '@severe & सिरदर्द|सरदर्द|माइग्रेन | दर्द ~ सिर|सर ~ फट* | सिर|सर ~ फट* ~ दर्द | सिर|सर ~ दर्द ~ फट*',
    ta: '@severe & தலைவலி*|தலவலி*|மைக்ரேன்* | தலை* ~ வெடி* ~ வலி* | தலைவலி* ~ வெடி* | வலி* ~ தலை* ~ வெடி*',
    'hi-Latn':
      '@severe & sirdard|sardard|headache|migraine | dard ~ sir|sar ~ phat*|fat* | sir|sar ~ phat*|fat* ~ dard | sir|sar ~ dard ~ phat*|fat*',
    'ta-Latn':
      'thalai|thala|thalaila ~ vedi* ~ vali*|valik* | thalaivali*|thalavali* ~ vedi* | vali* ~ thalai|thala ~ vedi*',
  },
  // Somebody else is said to be dying. Of oneself people say it in pain, heat and hunger.
  dying: {
    en: 'is dying | are dying | he is going to die | she is going to die | going to die now | about to die | almost dead | critical condition',
    hi: 'मर रहा है | मर रही है | मर रहे हैं | मरने वाला है | मरने वाली है | जान जा रही | हालत बहुत गंभीर',
    ta: 'சாக கிடக்* | சாகக் கிடக்* | செத்துட்டு இருக்கார் | உயிருக்கு போராடு* | உயிருக்குப் போராடு* | உயிர் பிரிய* | உயிர் போற நிலை*',
    'hi-Latn':
      'mar raha hai | mar rahi hai | mar rahe hai | mar rahe hain | marne wala hai | marne wali hai | jaan ja rahi',
    'ta-Latn': 'saaga kidak* | uyiruku poraad* | uyir piriy* | uyir pora nilai*',
  },
  // Speech that a child has not learnt yet, or a voice gone hoarse, is no stroke.
  speech_learning: {
    en: 'not started speaking | speech delay | speech therapy | started talking | learning to speak|talk | not yet speaking',
    hi: 'बोलना नहीं सीखा | अभी तक बोल* | बोलना शुरू नहीं',
    ta: 'இன்னும் பேச* | பேச ஆரம்பிக்கல*',
    'hi-Latn': 'bolna nahi seekha | abhi tak bol* | bolna shuru nahi | speech therapy | speech delay',
    'ta-Latn': 'innum pes* | pesa aarambik* | speech therapy | speech delay',
  },
  speech_odd: {
    en: 'not talking properly | not speaking properly | not talking clearly | not talking sense',
    hi: 'ठीक से बोल नहीं | ठीक से नहीं बोल* | साफ नहीं बोल*',
    ta: 'சரியா பேச மாட்* | சரியா பேச முடிய* | சரியா பேசல*',
    'hi-Latn': 'theek|thik se bol nahi | theek|thik se nahi bol* | saaf nahi bol*',
    'ta-Latn': 'sariya pesa maat* | sariya pesa mudi* | sariya pesala',
  },
  memory_gone: {
    en: 'cant remember | cannot remember | doesnt remember | does not remember | memory ~ gone|loss|lost | no memory of | keeps asking the same',
    hi: 'कुछ याद नहीं | याद ही नहीं | भूल गया ~ कौन | बार बार ~ पूछ*',
    ta: 'ஞாபகம் இல்ல* | ஞாபகமே இல்ல* | எதுவும் ஞாபக*',
    'hi-Latn': 'kuch yaad nahi | kuch yad nahi | yaad hi nahi | yad hi nahi',
    'ta-Latn': 'gnabagam illa* | nyabagam illa* | nyabagame illa* | gnabagame illa*',
  },
  // No passing faintness: the person cannot be roused.
  not_waking: {
    en: 'not waking | wont wake | cant wake | cannot wake | couldnt wake | cant be woken | not getting up even|when|after | not opening ~ eyes | not able to wake | unable to wake | doesnt wake | isnt waking | not responding | no response | unresponsive | not reacting',
    hi: 'होश में नहीं | होश नहीं आ* | जाग नहीं रह* | नहीं जाग रह* | नहीं उठ रह* | उठ नहीं रह* | उठ ही नहीं | आँख*|आंख* नहीं खोल* | जवाब नहीं दे*',
    ta: 'எழுந்திருக்கவே இல்ல* | எழுந்திருக்கல* | எழுந்திரிக்கவே இல்ல* | எழுந்திரிக்கல* | எந்திரிக்கவே இல்ல* | எந்திரிக்கல* | எந்திரிக்க மாட்* | எழுந்திரிக்க மாட்* | எழும்பல* | எழவே இல்ல* | எழவில்* | முழிக்கவே இல்ல* | முழிக்கல* | கண் திறக்க* | கண்ணே திறக்க* | கண்ணு திறக்க* | பதிலே இல்ல* | பதில் இல்ல*',
    'hi-Latn':
      'hosh me|mein nahi | hosh nahi aa* | jaag nahi rah* | nahi jaag rah* | nahi uth rah* | uth nahi rah* | uth hi nahi | aankh*|ankh* nahi khol* | jawab nahi de* | response nahi',
    'ta-Latn':
      'ezhundhirukave illa* | ezhundhirikala | ezhundhirukala | endhirikave illa* | endhirikala | enthirikala | endhirika maat* | ezhundhirika maat* | ezhumbala | ezhave illa* | muzhikave illa* | muzhikala | kan|kanna|kannu|kanne thirak* | badhile illa* | badhil illa* | response illa*',
  },
}
