import type { Wordings } from '../../clinical/red-flags/index.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

/** Names of people that are a letter away from a word of danger: "Meena" from melena, "Radha" from the Tamil for blood. */
export const NAMES = list('meena radha')

/** Words that deny what follows them: English. */
export const DENY_BEFORE = list(
  'no not without denies deny denied denying never nor neither dont doesnt didnt isnt arent wasnt havent hasnt hadnt free negative bina बिना',
)
/** Words that, between a denial and a finding, show that the denial is of something else. */
export const DENIAL_ENDS = list(
  'because since due with from as so then can cant able sleep sleeping slept eat eating walk walking work working move moving stop stopping sure idea one only just good well better relief improvement help know understand matter and improving stand sit lie medicine tablet away also eaten speak talk think responding breathing resting until when while if taking took go going food meal breakfast lunch dinner now suddenly started today',
)
/** Words that deny what stands before them: Hindi and Tamil, in all their spellings (romanised ones folded). */
export const DENY_AFTER = {
  native: list('नहीं नही नहि ना नहिं इल्ला இல்லை இல்ல இல்லாம இல்லாமல் இல்லிங்க இல்லீங்க கிடையாது வரல வரலை வரவில்லை இல்லையே இல்லங்க'),
  hindi: list('nahi nahin nhi nai nahee na nahiin'),
  tamil: list(
    'illai illa ille illama illaama illamal kidayathu kidaiyathu varala varla varalai varavillai illaye illinga ilai ilaye illapa',
  ),
  english: list('absent fine ok okay denied'),
}
/** Words that may stand between a finding and the denial after it. */
export const LIGHT_WORDS = {
  native: list(
    'भी भि तो कोई कोइ बिल्कुल बिलकुल अभी अभि ही हि अब कुछ हो होता होति हुआ हुई हुइ रहा रही रहि का की कि में मे जैसा जैसी वगैरह कभी कभि से दर्द தகவல் ஒண்ணும் ஒன்னும் ஒன்றும் எதுவும் எல்லாம் எதும் இப்போ இப்ப கூட எனக்கு எனக்கும் யாருக்கும் அதுவும் ஏதும் பெருசா அப்படி',
  ),
  latin: list(
    'bhi b to toh koi bilkul abhi hi ab kuch ho hota hoti hua hui raha rahi ka ki ke mein me jaisa jaisi wagairah kabhi se vagera onnum onum edhuvum ethuvum ellam ellaam ippo ippa enaku enakku kooda um edhum is are was ah ellame periya perusa apdi appadi vera problem issue issues symptom symptoms',
  ),
}
/** After a denial: what did not happen is that it got better, so the finding stands. */
export const PERSISTS_AFTER_DENIAL = list(
  'ruk rukta rukti ja jaa jata jati utar utarta utarti kam theek thik band khatam control sahan sehn bardasht रुक रुकता रुकती जा जाता जाति जाती उतर उतरता कम ठीक ठिक बंद खत्म सहन बर्दास्त stopping stop going getting improving relieved better responding settling reducing',
)
/** Tamil verbs of stopping, lessening, waking and moving (folded): a denial right after them is part of the trouble. */
export const PERSISTING_VERB =
  /^(?:னிக்க|னிர்க|னிரு|குரைய|கொரைய|தீர|கெக்க|எளுன்|எளும்ப|என்தி|திரக்க|அசைய|முளிக்க|விளிக்க|nikka|nikk|nirka|kurai|korai|theera|kekka|ezhun|elun|endhi|enthi|thirak|asaiy|muzhik|mulik|vizhik)/
/** "dard hai ya nahi": an alternative offered, nothing denied. */
export const OR_NOT = list('ya ki kya या कि क्या illaya இல்லையா')
/** "vomiting or fever nahi": the denial reaches over an "or". */
export const OR_WORDS = list('ya or nor allathu alladhu illana या அல்லது or athava அல்லது')

/** Tamil verbs of pain, swelling and sweating that deny themselves by their ending: valikkala, வலிக்கவில்லை. */
export const DENYING_VERB =
  /^(?:வலி|வீங்|வெர்|வியர்|எரி)\S*(?:க்கல|க்கலை|ங்கல|ங்கலை|வில்ல\S*)$|^(?:vali|veeng|verk|viyark|erik?)\w*(?:kala|kalai|gala|galai|avillai)$/

/** Circumstances that change how a statement is meant. */
export const CUES: Readonly<Record<string, Wordings>> = {
  cue_long_past: {
    en: 'years ago | year ago | months ago | decades ago | last year | in my childhood | as a child | when i was | used to have | used to get | history of | previous history | died of | died from | passed away | died due | family history | had a ~ before | childhood | long ago | long back | years back | year back | months back | previously had | had once | once had | survivor | prior | in the past | died in | known history | yrs ago | yrs back | in the olden days | long time back | when she was young | when he was young | in my twenties | last decade',
    hi: 'साल पहले | वर्ष पहले | साल पूर्व | महीने पहले | महीनों पहले | पिछले साल | बचपन में | गुज़र गए | गुजर गए | गुज़र गई | गुजर गई | देहांत | मृत्यु हो गई | बहुत पहले | सालों पहले | पुराना | हुआ था | हुई थी | पड़ा था | आया था | मौत हो गई | बरसों पहले | कभी था | बरस पहले | सालों पुराना | पहले पड़ते थे | पहले आते थे | आता था | आते थे | पड़ते थे | पड़ता था | काटा था | पहले होता था',
    ta: 'வருஷத்துக்கு முன்ன* | வருஷம் முன்ன* | வருடத்திற்கு முன்* | வருடம் முன்* | வருடங்களுக்கு முன்* | வருஷங்களுக்கு முன்* | வருஷத்துக்கு முந்* | மாசத்துக்கு முன்ன* | மாதத்திற்கு முன்* | மாதங்களுக்கு முன்* | போன வருஷ* | கடந்த வருட* | சின்ன வயசுல* | சிறு வயதில்* | இறந்துட்டா* | இறந்தா* | இறந்துவிட்* | காலமா* | தவறிட்டா* | ரொம்ப நாள் முன்ன* | முன்னாடி ஒரு தடவை | ஆண்டுகளுக்கு முன்* | வருஷம் முன்னாடி | வருஷத்துக்கு முன்* | வருஷம் முன்* | முன்னாடி வந்தது | முன்ன வந்தது | வருடங்கள் முன்* | வந்துச்சு ~ வருஷ* முன்*',
    'hi-Latn':
      'saal pehle | sal pehle | saal pahle | saal phle | varsh pehle | mahine pehle | mahine pahle | pichle saal | bachpan mein|me | guzar gaye | gujar gaye | guzar gayi | dehant | mrityu ho gayi | bahut pehle | saalo pehle | saalon pehle | hua tha | hui thi | pada tha | aaya tha | maut ho gayi | years ago | barso pehle | padte the | padta tha | aate the | aata tha | kata tha | kaata tha | hote the',
    'ta-Latn':
      'varushathuku munn* | varusham munn* | varusathuku munn* | varudathuku mun* | varudam mun* | varushangaluku munn* | maasathuku munn* | maasam munn* | maadham mun* | pona varush* | pona varus* | chinna vayasula | siru vayadhil | irandhut* | irandhu* | iranthut* | iranthu* | kaalamaa* | thavarit* | romba naal munn* | years ago | years munn* | months munn* | varshathuku munn* | varsham munn* | varusam munn* | varusham mun | varushathuku mun*',
  },
  /** Over and well again: a "now" beside it keeps the past what it was. */
  cue_well_now: {
    en: 'now ~ fine|ok|okay|well|better|healthy|normal|recovered|happy|good|controlled | fine|ok|okay|well|better|healthy|normal|recovered ~ now | walks fine | doing fine | doing well | no problem now | all good now',
    hi: 'अब ~ ठीक|सही|अच्छ*|स्वस्थ|आराम|बढ़िया | अब कोई दिक्कत नहीं | अब कोई परेशानी नहीं | अब नहीं आ* | अब नहीं पड़*',
    ta: 'இப்ப|இப்போ|இப்போது|இப்பவெல்லாம் ~ நல்லா*|பரவாயில்ல*|சரியா*|ஓகே*|சுகமா* | இப்ப|இப்போ ~ எதுவும் இல்ல* | இப்ப வரதில்ல*',
    'hi-Latn':
      'ab ~ theek|thik|tik|sahi|acha|achha|accha|achhe|badhiya|aaram|normal|fine|ok | ab koi dikkat nahi | ab nahi aa* | ab nahi pad*',
    'ta-Latn':
      'ippo|ippa|now ~ nalla*|paravala*|paravailla*|sari*|ok|okay|fine|sugama | ippo|ippa ~ edhuvum illa* | ippo varadhilla*',
  },
  cue_now: {
    en: 'now | right now | again | since | today | tonight | this morning | just now | currently | at the moment | yesterday | hour | hours | minutes | still | this is happening | as we speak',
    hi: 'अब | अभी | फिर | फिर से | दोबारा | आज | सुबह से | रात से | कल से | घंटे से | मिनट | दुबारा',
    ta: 'இப்ப | இப்போ* | மறுபடி* | திரும்ப* | இன்னைக்கு | இன்று | காலைல* | காலையில* | மணி நேர* | நிமிஷ* | நேத்து* | இப்பவும்',
    'hi-Latn':
      'ab | abhi | phir | fir | phir se | dobara | aaj | subah se | raat se | kal se | ghante se | minute | again | now',
    'ta-Latn':
      'ippo* | ippa | ippavum | marubadi* | thirumba | innaiku | inniku | kaalaila* | mani nera* | nimisham* | nethu* | again | now',
  },
  cue_asked: {
    en: 'treated free | free treatment | treatment ~ free | what is | what are | whats | what does | how to diagnose | how is ~ diagnosed | how are ~ diagnosed | what are ~ signs|symptoms|causes|warning|treatments|reasons|risks | what is ~ sign|symptom|cause|treatment|difference|meaning|stroke|seizure|anaphylaxis|sepsis|appendicitis|meningitis | whats ~ stroke|seizure|sepsis|difference | signs of | symptoms of | symptom of | causes of | cause of | how to prevent | how do i prevent | how can i prevent | how to avoid | to avoid | avoiding | prevent | prevention | how to recognise | how to recognize | how to identify | tell me about | explain | difference between | can ~ cause | does ~ cause | can ~ lead to | risk of | risk for | chance of | chances of | what happens | how common | is it true | what causes | why do people | why does | what if | if someone | if somebody | if a person | if anyone | in case of | in case someone | first aid for | first aid | how does ~ work | information on | information about | learn about | article | should i worry about | what does ~ mean | treatment for | treatment of | vaccine* | meaning of | define | how to treat | can i get ~ from | can you get ~ from | can we get ~ from | could i get | will i get | would it be | is it possible | how would i know | how do i know | how do you | who is at risk | hereditary | genetic | contagious | run in families | runs in families | spread* ~ person | how ~ spread* | does ~ spread* | can ~ spread* | essay | project on | assignment | exam tomorrow | quiz | homework | should one do | what should one | which foods | foods ~ prevent | lower ~ risk | reduce ~ risk | in the movie | in a movie | in the film | in the serial | in the novel | in the story | movie ~ hero | hero ~ dies|stabbed|dead | heroine ~ dies | the villain | the character | types of | stages of | awareness | campaign | documentary | what do you call | who discovered | statistics | how many people die of|from',
    hi: 'मुफ़्त | मुफ्त | लक्षण | लक्षणों | कैसे बच* | से बचने | बचने के | कैसे रोक* | बचाव | क्या होता है | क्या होती है | क्या होते हैं | क्यों होता है | क्यों आता है | क्यों आती है | क्यों पड़ता है | क्यों आते | क्यों होती है | कैसे होता है | कैसे होती है | मतलब क्या | क्या मतलब | के बारे में बता* | के बारे में जान* | का इलाज क्या | कारण क्या | के कारण | अगर किसी को | यदि किसी को | अगर किसी | रोकथाम | खतरा | जोखिम | हो सकता है क्या | क्या ~ से ~ हो सकता | प्राथमिक उपचार | कैसे पहचान* | पहचान कैसे | किसे कहते | जानकारी | टीका | फर्क | अंतर | खानदानी | वंशानुगत | कैसे फैल* | फैलता कैसे | निबंध | काट ले तो | काट लें तो | हो जाए तो क्या | हो जाये तो क्या | पड़ जाए तो | आ जाए तो | पी ले तो | खा ले तो | डूब जाए तो | जल जाए तो | लग जाए तो क्या | फिल्म में | मूवी में | सीरियल में | कहानी में | हीरो | विलेन | नाटक में | से बचने के लिए | बचने के लिए ~ क्या | खतरा कम | किन चीजों से | कितने प्रकार | प्रोजेक्ट के लिए',
    ta: 'இலவச* | பக்கவாதம்னா என்ன | மாரடைப்புனா என்ன | மாரடைப்புன்னா என்ன | வலிப்புனா என்ன | ஸ்ட்ரோக்னா என்ன | அட்டாக்னா என்ன | அறிகுறி* | எப்படி தடு* | எப்படித் தடு* | தடுக்க* | வராம* இருக்க | வராமல் இருக்க | வராமல் தடு* | என்றால் என்ன | னா என்ன | என்னன்னு சொல்* | ஏன் வரு* | எதனால* | காரண* | பற்றி சொல்* | பத்தி சொல்* | பற்றி தெரி* | யாருக்காவது | வித்தியாச* | எப்படி கண்டுபிடி* | எப்படி தெரிஞ்சு* | முதலுதவி | தடுப்பூசி | ஆபத்து இருக்கா | வருமா | வந்தா என்ன செய்* | வந்தால் என்ன | ஆபத்து எவ்வளவு | யாருக்கு வரும் | என்பது என்ன | பரம்பரை* | எப்படி பரவு* | எப்படிப் பரவு* | பரவுமா | கட்டுரை எழுது* | கடிச்சா என்ன | கடித்தால் என்ன | வந்தா என்ன | கொட்டினா என்ன | தாக்கினா என்ன | படத்துல | படத்தில் | சீரியல்ல | கதையில* | கதைல | ஹீரோ | வில்லன் | நாடகத்துல | வராம இருக்க | தடுக்குறது எப்படி | விழிப்புணர்வு* | எத்தனை வகை*',
    'hi-Latn':
      'muft | muft mein | lakshan | lakshanon | symptoms kya | kaise bach* | se bachne | bachne ke | bachne ka | kaise rok* | bachav | bachao | kya hota hai | kya hoti hai | kya hote hai | kya hote hain | kyu hota hai | kyu aata hai | kyu aati hai | kyon aata hai | kyu padta hai | kyun aata hai | kyun hota hai | kyon hota hai | kyu hoti hai | kaise hota hai | kaise hoti hai | matlab kya | kya matlab | ke baare mein|me bata* | ke bare mein|me bata* | ka ilaj kya | karan kya | ke karan | agar kisi ko | agar kisi | roktham | khatra | jokhim | first aid | kaise pehchan* | jaankari | jankari | symptoms of | signs of | vaccine | farak | antar | ho sakta hai kya | khandani | khaandani | vanshanugat | kaise fail* | kaise phail* | failta kaise | nibandh | essay | kaat le to | kat le to | ho jaye to kya | ho jae to kya | pad jaye to | aa jaye to | pi le to | kha le to | doob jaye to | jal jaye to | movie me|mein | film me|mein | serial me|mein | kahani me|mein | hero | villain | kya khana chahiye ~ bach* | kya khaye | project ke liye | kitne prakar',
    'ta-Latn':
      'ilavasam* | ilavasama | ariguri* | arikuri* | symptoms enna | epdi thadu* | eppadi thadu* | thaduka* | thadukka* | varama iruk* | varaama iruk* | na enna | naa enna | endral enna | yen varu* | yen varudhu | edhanala | ethanala | kaaranam enna | kaaranam | pathi sollu* | pathi theri* | yaarukavadhu | yarukavathu | yaarukaavadhu | vithiyasam* | difference enna | epdi kandupidi* | first aid | mudhaludhavi* | mudhal udhavi* | vaccine | vandha enna | vandhaa enna seiy* | varuma | yaaruku varum | symptoms of | signs of | parambarai* | parambaraya* | parambaraiyaa* | epdi parav* | eppadi parav* | paravuma | katturai ezhu* | kadicha enna | kadichaa enna | vandhaa enna | kottina enna | padathula | padathil | serial la | kadhaila | kadhaiyila | hero | villan | villain | varama iruka | varaama irukka | vizhipunarvu | ethana vagai*',
  },
  cue_personal: {
    en: 'what is|are this|that|these|happening|wrong|going | whats this|that|happening|wrong|going | i have | i am having | im having | i got | i feel | i am feeling | im feeling | i cant | i cannot | my @chest|@head|@abdomen|@eye|@limb|@face|@neck|@throat|@heart|@back | my ~ is having | my ~ has | my ~ cant | my ~ is | is having | has been | has collapsed | right now | since morning | since yesterday | since last night | just now | just | he is | she is | hes | shes | i took | i swallowed | i ate | i drank | my @mother|@father|@spouse|@child|@infant|@elder|@other_person | i want to | i dont want | i think | im | i am | i was',
    hi: 'मुझे ~ हो|आ|लग|है|रहा|रही | मेरे @chest|@head|@abdomen|@limb|@mother|@father|@child|@infant|@spouse|@elder|@other_person | मेरी @mother|@child|@spouse|@elder|@other_person|@eye | मेरा @head|@chest|@abdomen|@child|@other_person|@face | हो रहा है | हो रही है | आ रहा है | आ रही है | लग रहा है | लग रही है | सुबह से | रात से | अभी ~ हो | कल से | घंटे से | मैंने ~ खा | मैंने ~ पी | पड़ रहा है | गिर गए | गिर गई',
    ta: 'எனக்கு ~ இருக்க* | எனக்கு ~ வரு* | எனக்கு ~ வலி* | எனக்கு ~ வந்* | என் @mother|@father|@child|@infant|@spouse|@elder|@other_person|@head|@chest|@abdomen|@limb|@eye | என்னோட @mother|@father|@child|@infant|@spouse|@elder|@head|@chest|@abdomen | என்னால* ~ முடி* | வலிக்குது | வலிக்கிறது | காலைல இருந்து | காலையிலிருந்து | இப்போ ~ இருக்க* | இப்ப ~ வரு* | நேத்துல இருந்து | அம்மாவுக்கு | அப்பாவுக்கு | குழந்தைக்கு ~ இரு* | விழுந்துட்* | மணி நேரமா',
    'hi-Latn':
      'mujhe ~ ho|aa|lag|hai|raha|rahi|rha|rhi | mere @chest|@head|@abdomen|@limb|@mother|@father|@child|@infant|@spouse|@elder|@other_person | meri @mother|@child|@spouse|@elder|@other_person|@eye | mera @head|@chest|@abdomen|@child|@other_person|@face | ho raha hai | ho rahi hai | ho rha hai | ho rhi hai | aa raha hai | aa rahi hai | lag raha hai | lag rahi hai | subah se | raat se | kal se | ghante se | maine ~ kha | maine ~ pi | pad raha hai | gir gaye | gir gayi',
    'ta-Latn':
      'enaku|enakku ~ iruk* | enaku|enakku ~ varu* | enaku|enakku ~ vali* | enaku|enakku ~ vandh* | en @mother|@father|@child|@infant|@spouse|@elder|@other_person|@head|@chest|@abdomen|@limb|@eye | ennoda @mother|@father|@child|@infant|@spouse|@elder|@head|@chest|@abdomen | ennala ~ mudi* | valikudhu | valikkudhu | valikuthu | kaalaila irundhu | ippo ~ iruk* | ippo ~ varu* | nethula irundhu | vizhundhut* | mani nerama | ammaku | appaku',
  },
  cue_request: {
    en: 'tell me about | explain | i want to know | id like to know | i want to learn | i would like to know | i am reading | im reading | i read | i am writing | school project | for a project | just curious | asking for general | essay | assignment | project on | homework | quiz | in the movie | in a movie | in the film | in the serial | in the novel | in the story | the hero | the villain | the character',
    hi: 'बताओ | बताइए | बताएं | बताएँ | जानना चाह* | जानकारी ~ चाहिए | समझाइए | समझाओ | निबंध | फिल्म में | मूवी में | सीरियल में | हीरो | विलेन | कहानी में',
    ta: 'சொல்லு* | சொல்லுங்க* | தெரிஞ்சுக்க* | தெரிந்து கொள்ள* | விளக்கு* | கட்டுரை எழுது* | படத்துல | படத்தில் | சீரியல்ல | ஹீரோ | வில்லன் | கதையில*',
    'hi-Latn':
      'batao | bataiye | bataye | bata do | jaanna chah* | janna chah* | jaankari chahiye | samjhao | samjhaiye | nibandh | essay | movie me|mein | film me|mein | serial me|mein | hero | villain | kahani me|mein',
    'ta-Latn':
      'sollu* | sollunga* | therinjuka* | therinjika* | vilakku* | katturai ezhu* | padathula | padathil | serial la | hero | villan | villain | kadhaiyila',
  },
}
