/** Words around a number that tell what it is. In five forms, lower case, matched as they stand. */

/** Before a number: an end of a range follows. */
export const RANGE_BEFORE =
  /(range|normal|limit|reference|target|should be|less than|more than|lower than|higher than|below|above|under|over|up ?to|at least|at most|between|सीमा|सामान्य|रेंज|लक्ष्य|बीच|வரம்பு|சரியான அளவு|இயல்பு|இலக்கு|seema|range|normal alavu|varambu|<|>|≤|≥)[^.!?।\n]{0,40}$/iu

/** After a number: it was an end of a range. */
export const RANGE_AFTER =
  /^[^\d.!?।\n]{0,12}?(?:or (?:more|less|above|below|higher|lower|over|under)|तक|से (?:कम|ज़्यादा|ज्यादा|अधिक|ऊपर|नीचे)|या (?:कम|ज़्यादा|ज्यादा|अधिक)|வரை|க்கு (?:மேல்|கீழ்|அதிக|குறை)|அல்லது அதற்கு|tak|se (?:kam|zyada|jyada|upar|neeche)|ya (?:kam|zyada)|varai|-?ku (?:mela|keezha|kammi)|illa adhukku)/iu

/** Between the two ends of a range. */
export const RANGE_BETWEEN = /^\s*(?:%|[a-zµ]+(?:\/[a-z]+)?)?\s*(?:–|-|—|~|to|and|से|और|முதல்|se|aur|mudhal)\s*$/iu

/** The sentence tells a difference, so numbers may be computed from two values. */
export const CHANGE =
  /\b(rose|risen|rise|fell|fallen|drop(?:ped)?|up|down|increase[ds]?|decrease[ds]?|gain(?:ed)?|lost|by|difference|higher|lower|more|less|change[ds]?|improve[ds]?)\b|बढ़|घट|कम हु|ज़्यादा हु|अंतर|फ़र्क|फर्क|गिर|கூடி|குறைந்|அதிகரி|உயர்ந்|வித்தியாச|மாற|\b(badh|ghat|gir|farak|fark|kam hu|zyada hu|koodi|koranj|kurain|adhigari|yeri|irangi|maari)/iu

/** Before a number: it is rounded. */
export const ABOUT =
  /(about|around|nearly|almost|roughly|approximately|close to|लगभग|करीब|क़रीब|तकरीबन|சுமார்|ஏறத்தாழ|கிட்டத்தட்ட|lagbhag|kareeb|karib|sumaar|kitta ?thatta)\s*$/iu

/** After a number without a unit: things are counted. */
export const COUNTED =
  /^\s*(?:of|more|other|out of|results?|values?|tests?|readings?|reports?|pages?|medicines?|medications?|tablets?|pills?|allerg|conditions?|appointments?|doses?|things?|questions?|में|और|जाँच|जांच|नतीज|रिपोर्ट|पेज|दवा|दवाइ|गोली|गोलियाँ|बातें|एलर्जी|முடிவு|பரிசோதனை|ரிப்போர்ட்|பக்க|மருந்து|மாத்திரை|அளவு|விஷய|result|mein|aur|jaanch|natij|dawa|goli|baatein|mudivu|marundhu|mathirai|vishay)/iu

/** Before a number: a page, a step, a rank. */
export const NUMBERED = /(page|pages|step|no\.?|number|point|stage|type|grade|पेज|पृष्ठ|पन्ना|बिंदु|பக்கம்|படி|எண்)\s*$/iu

/** Before a number: it is part of a name. */
export const NAMED_NUMBER = /(omega|covid|sars-cov|hepatitis|factor|ஒமேகா|ओमेगा)[\s-]*$/iu

/** After a number: a length of time, or how much of everyday things. */
export const EVERYDAY =
  /^[\s-]*(?:more\s+)?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?|glass(?:es)?|cups?|litres?|liters?|steps?|meals?|spoons?|times|percent of people|सेकंड|मिनट|घंट|दिन|रात|हफ़्त|हफ्त|सप्ताह|महीन|साल|वर्ष|गिलास|लीटर|कदम|बार|चम्मच|நிமிட|மணி நேர|மணிநேர|நாள்|நாட்கள்|வார|மாத|வருட|ஆண்டு|டம்ளர்|லிட்டர்|முறை|வேளை|தடவை|ஸ்பூன்|minute|ghant|din|hafte|hafta|mahin|saal|gilas|baar|nimisham|nimida|mani neram|naal|vaaram|maasam|varusham|tumbler|murai|velai|thadava)/iu

/** The length of time is a claim about the record: how long ago something was. */
export const AGO =
  /\bago\b|\bsince\b|\blast\b|\bfor the past\b|पहले|पिछले|முன்பு|முன்ன|கடந்த|pehle|pahle|pichle|munnadi|munbu|kadandha/iu

/** The sentence speaks about what the person has or takes. */
export const PERSONAL =
  /\b(your|you(?:'re| are)? (?:tak|on|us|have|prescrib)|you take|you were|record)\b|आपक|आप |आपको|உங்க|நீங்கள்|\b(aap|aapka|aapki|aapke|unga|ungal|neenga|ungaloda)\b/iu

export const NEGATION =
  /\b(not|no|never|isn't|aren't|wasn't|don't|do not|without|neither|nor)\b|नहीं|नही|(?<![\p{L}\p{M}])(?:मत|ना)(?![\p{L}\p{M}])|बिना|இல்லை|இல்ல|வேண்டாம்|கூடாது|அல்ல|\b(nahi|nahin|mat|bina|illa|illai|vendam|vendaam|koodadhu|kekkama)\b/iu

/** Whoever says this sends the person to a doctor and gives no advice of their own. */
export const DOCTOR_FIRST = /doctor|pharmacist|physician|डॉक्टर|चिकित्सक|दवा वाले|மருத்துவ|டாக்டர்|மருந்தாளர்|daktar/iu

/** Numbers to call for help in India, and the emergency numbers of everywhere. */
export const HELPLINES: ReadonlySet<number> = new Set([
  100, 101, 102, 104, 108, 112, 181, 1075, 1091, 1098, 14416, 14567,
])

/** "the normal range", "higher than normal": the word names the range and says nothing about the value. */
export const NORMAL_AS_NAME =
  /normal(?:ly)?[\s-]*(?:range|limit|level|value|alavu|se|:|\d)|than normal|above normal|below normal|from normal|सामान्य (?:सीमा|रेंज|स्तर|से|\d)|இயல்பு (?:வரம்பு|அளவு)|சரியான அளவு [\d(]|சரியான அளவுக்கு|சரியான அளவை/iu

/** Before an illness: it is said to be the person's. */
export const DIAGNOSED_BEFORE =
  /(?:\byou(?:'ve| have| are suffering from| suffer from| are having|'re suffering from)(?: got)?(?: an?| the)?(?: \p{L}+)?|आपको|आप को|\baapko|உங்களுக்கு|\bungalukku)\s*$/iu

/** After an illness, where the verb comes last. */
export const DIAGNOSED_AFTER =
  /^[^.!?।\n]{0,12}?(?:है|हो गया|हो गई|உள்ளது|இருக்கிறது|இருக்கு|வந்துவிட்டது|\bhai\b|ho gaya|ho gayi|irukku|irukkiradhu|vandhiruchu)/iu

/** It is only possible, or asked, or told to be found out. */
export const HEDGED =
  /\?|\b(?:may|might|could|can|if|whether)\b|\b(?:possibl|risk|likely|test for|check for|rule out|sign of|points? to|suggests?|called)|शायद|हो सकत|अगर|या नहीं|खतरा|இருக்கலாம்|வாய்ப்பு|என்றால்|இருந்தால்|shayad|ho sakt|agar|khatra|irukkalam|irundha|vaaippu/iu

/** "Good and bad together": two kinds of a thing, and not how one of them stands. */
export const BOTH_KINDS =
  /\b(?:good|healthy) and (?:the )?bad\b|\bbad and (?:the )?good\b|अच्छा और (?:बुरा|ख़राब|खराब)|(?:बुरा|ख़राब|खराब) और अच्छा|நல்ல(?:து|தும்)? (?:மற்றும் )?கெட்ட|கெட்ட(?:து|தும்)? (?:மற்றும் )?நல்ல|\b(?:achha|accha|acha) aur (?:bura|kharab)\b|\bnalladhum kettadhum\b/iu

/** It is said to lie within its range. The group is what has to go where it does not. */
export const WITHIN_NORMAL =
  /(?<![\p{L}\p{M}])(?<said>(?:well |safely )?(?:with)?in(?:side)? (?:the |its |your |a )?(?:normal|healthy|reference|expected|usual|safe|desired|target) (?:range|limits?)|(?:सामान्य|नॉर्मल|सही|ठीक) (?:सीमा|दायरे|रेंज|स्तर) (?:में|के अंदर)|(?:இயல்பான|சரியான|நார்மல்|சாதாரண) (?:அளவில்(?:தான்|ேயே)?|அளவுக்குள்|வரம்பில்|வரம்புக்குள்|ரேஞ்சில்)|(?:normal|sahi|theek|thik|safe) (?:range|seema|level|dayre) (?:mein|mai|me|main|ke andar)|(?:normal|sariyana) (?:range|alavu|varambu)[ -]?(?:kulla|ukulla|la|le|il))(?![\p{L}\p{M}])/diu

/** It is called good. */
export const GOOD =
  /(?:\b(?:is|are|looks?|was|were)(?: (?:all|quite|very|perfectly|really|still|now))? (?<said>good|okay|ok|healthy|great|perfect|(?:well )?controlled|under control)(?=\s*[.,;:!)—–]|\s*$|\s+(?:and|now|so|this)\b))|(?<![\p{L}\p{M}])(?:(?<said>(?:बिल्कुल |बहुत )?(?:अच्छा|अच्छी|अच्छे|काबू में|कंट्रोल में))(?= (?:है|हैं))|(?<said>நன்றாக|நல்லா|கட்டுப்பாட்டில்)(?= (?:உள்|இருக்))|(?<said>(?:bilkul |bahut )?(?:achha|accha|acha|achhi|acchi|achi|control mein|control me))(?= (?:hai|hain))|(?<said>nalla|control-?la)(?= (?:irukk|iruk)))/diu

/** The sentence speaks of something measured. */
export const OF_A_VALUE =
  /\b(?:values?|readings?|results?|levels?|numbers?|counts?|tests?|reports?|figures?|scores?)\b|रिपोर्ट|नतीज|जाँच|जांच|लेवल|स्तर|रीडिंग|मात्रा|संख्या|ரிப்போர்ட்|முடிவு|அளவு|பரிசோதனை|ரீடிங்|\b(?:natij|jaanch|janch|matra|alavu|mudiv|parisodhan)/iu

/** The sentence speaks of everything at once. */
export const ALL_OF_IT =
  /\b(?:all|everything|every|each)\b|(?<![\p{L}\p{M}])(?:सब|सभी|सारे|सारी|सबकुछ|हर)(?![\p{L}\p{M}])|எல்லா|அனைத்து|\b(?:sab|sabhi|saare|saari|sare|sari|ellam|ellaam|ella|yellam)\b/iu
