import { nativeKey } from './tokens.ts'

/**
 * English words that people write in Devanagari and Tamil letters, so that English wordings are met in those too:
 * "हार्ट अटैक", "ஹார்ட் அட்டாக்". Each entry is the English word with its native spellings; Tamil ones take endings.
 */
const BORROWED = `
accident=एक्सीडेंट,ऐक्सीडेंट,एक्सिडेंट,ஆக்சிடென்ட்,ஆக்சிடண்ட்,ஆக்ஸிடென்ட்
acid=एसिड,ஆசிட்,ஆஸிட்
acidity=एसिडिटी,அசிடிட்டி
allergy=एलर्जी,एलर्जि,அலர்ஜி,அலெர்ஜி
ambulance=एम्बुलेंस,एंबुलेंस,ஆம்புலன்ஸ்
appendicitis=अपेंडिसाइटिस,அப்பெண்டிசைட்டிஸ்
appointment=अपॉइंटमेंट,अपॉइन्टमेंट,அப்பாயின்ட்மென்ட்
asthma=अस्थमा,ஆஸ்துமா,ஆஸ்த்மா
attack=अटैक,अटेक,அட்டாக்,அட்டேக்
baby=बेबी,பேபி
balance=बैलेंस,பேலன்ஸ்
bike=बाइक,பைக்
bleach=ब्लीच,ப்ளீச்,பிளீச்
bleeding=ब्लीडिंग,ப்ளீடிங்,பிளீடிங்
blood=ब्लड,ப்ளட்,பிளட்
body=बॉडी,பாடி
bottle=बोतल,பாட்டில்
brain=ब्रेन,பிரெயின்,ப்ரெயின்
breathing=ब्रीदिंग,பிரீதிங்
burn=बर्न
bus=பஸ்
cancer=कैंसर,கேன்சர்
cardiac=कार्डियक,கார்டியாக்
chemical=केमिकल,கெமிக்கல்
chest=चेस्ट,செஸ்ட்
cleaner=क्लीनर,கிளீனர்,க்ளீனர்
confusion=कन्फ्यूजन,கன்ஃப்யூஷன்
dehydration=डिहाइड्रेशन,டீஹைட்ரேஷன்
delivery=डिलीवरी,डिलिवरी,டெலிவரி
dengue=डेंगू,டெங்கு
depression=डिप्रेशन,டிப்ரஷன்,டிப்ரெஷன்
diabetes=डायबिटीज,டயபட்டீஸ்,டயாபட்டீஸ்
dose=डोज,டோஸ்
electric=इलेक्ट्रिक,எலக்ட்ரிக்
emergency=इमरजेंसी,எமர்ஜென்சி
fever=फीवर,ஃபீவர்,பீவர்
fits=फिट्स,ஃபிட்ஸ்,பிட்ஸ்
fracture=फ्रैक्चर,ஃபிராக்சர்,ஃப்ராக்சர்
gas=गैस,கேஸ்,காஸ்
head=हेड
headache=हेडेक,ஹெட்ஏக்
heart=हार्ट,ஹார்ட்
infection=इन्फेक्शन,इंफेक्शन,இன்ஃபெக்ஷன்,இன்பெக்ஷன்
inhaler=इनहेलर,இன்ஹேலர்
injection=इंजेक्शन,इन्जेक्शन,இன்ஜெக்ஷன்,இஞ்செக்ஷன்
injury=इंजरी,இஞ்சுரி
insulin=इंसुलिन,इन्सुलिन,இன்சுலின்
kerosene=केरोसिन,கெரசின்,கெரோசின்
left=लेफ्ट,லெஃப்ட்,லெப்ட்
low=லோ
motion=मोशन,மோஷன்
overdose=ओवरडोज,ஓவர்டோஸ்
oxygen=ऑक्सीजन,ஆக்சிஜன்,ஆக்ஸிஜன்
pain=पेन,பெயின்
palpitation=पाल्पिटेशन,பால்பிடேஷன்
panic=पैनिक,பேனிக்
paralysis=पैरालिसिस,पैरालाइसिस,பாராலிசிஸ்,பேரலிசிஸ்
period=पीरियड,பீரியட்
periods=पीरियड्स,பீரியட்ஸ்
petrol=पेट्रोल,பெட்ரோல்
platelets=प्लेटलेट्स,பிளேட்லெட்ஸ்,ப்ளேட்லெட்ஸ்
poison=पॉइज़न,पॉयजन,பாய்சன்
pregnant=प्रेग्नेंट,प्रेगनेंट,பிரெக்னன்ட்,ப்ரெக்னன்ட்
pressure=प्रेशर,பிரஷர்,ப்ரஷர்
problem=प्रॉब्लम,பிராப்ளம்,ப்ராப்ளம்
rape=रेप,ரேப்
rash=रैश,ராஷ்
right=राइट,ரைட்
seizure=सीज़र
serious=सीरियस,சீரியஸ்
severe=सीवियर,சிவியர்
shock=शॉक,ஷாக்
shoulder=शोल्डर,ஷோல்டர்
side=साइड,சைடு,சைட்
speech=स्पीच,ஸ்பீச்
stomach=स्टमक
stroke=स्ट्रोक,ஸ்ட்ரோக்
stool=स्टूल,ஸ்டூல்
sudden=सडन,சடன்
suicide=सुसाइड,सुइसाइड,சூசைட்,சூசைடு
swelling=स्वेलिंग,ஸ்வெல்லிங்
tablet=टैबलेट,டேப்லெட்
tight=टाइट,டைட்
train=ट्रेन,ட்ரெயின்
unconscious=अनकॉन्शस,அன்கான்ஷியஸ்
urine=यूरिन,யூரின்
vision=विज़न,விஷன்
vomit=वोमिट,வாமிட்
vomiting=वोमिटिंग,வாமிட்டிங்
weakness=वीकनेस,வீக்னெஸ்
wheezing=व्हीज़िंग,வீசிங்
`
/** The longest ending that a borrowed word takes in Tamil: "செஸ்ட்டுக்குள்ள" is "செஸ்ட்" with eight letters more. */
const LONGEST_ENDING = 8
const SHORTEST_STEM = 5

const words = new Map<string, string>()
for (const line of BORROWED.trim().split('\n')) {
  const [english = '', spellings = ''] = line.split('=')
  for (const spelling of spellings.split(',')) words.set(nativeKey(spelling, true), english)
}

/** The English word that a native-script word is, where it is one. @param key as `Token.key` holds it */
export function borrowedWord(key: string): string | undefined {
  const known = words.get(key)
  if (known !== undefined || !/^[\u0b80-\u0bff]/.test(key)) return known
  for (let length = key.length - 1; length >= Math.max(SHORTEST_STEM, key.length - LONGEST_ENDING); length -= 1) {
    const stem = words.get(key.slice(0, length))
    if (stem !== undefined) return stem
  }
  return undefined
}
