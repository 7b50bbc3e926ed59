import type { Meaning } from '../analyte.ts'

/** What each kind of white cell does, the same for its share and its count. */

export const NEUTROPHILS: Meaning = {
  measures: {
    en: 'These white cells fight bacteria.',
    hi: 'ये सफ़ेद कोशिकाएँ बैक्टीरिया से लड़ती हैं।',
    ta: 'இந்த வெள்ளையணுக்கள் பாக்டீரியாவை எதிர்த்துப் போராடுகின்றன.',
    'hi-Latn': 'Yeh safed koshikayein bacteria se ladti hain.',
    'ta-Latn': 'Indha vellai anukkal bacteria-va edhirthu poraadum.',
  },
  low: {
    en: 'Low can follow a viral fever, some medicines or bone marrow trouble; infections then catch more easily.',
    hi: 'कम होना वायरल बुखार, कुछ दवाओं या बोन मैरो की परेशानी से हो सकता है; तब इन्फेक्शन जल्दी लगता है।',
    ta: 'குறைவாக இருந்தால் வைரஸ் காய்ச்சல், சில மருந்துகள் அல்லது எலும்பு மஜ்ஜை பிரச்சினை காரணமாக இருக்கலாம்; தொற்று எளிதில் வரும்.',
    'hi-Latn':
      'Kam hona viral bukhar, kuchh dawaon ya bone marrow ki pareshani se ho sakta hai; tab infection jaldi lagta hai.',
    'ta-Latn':
      'Kammiya irundha virus kaaichal, sila marundhu illa elumbu majjai prachanai kaaranama irukkalam; thotru seekiram varum.',
  },
  high: {
    en: 'High mostly points to a bacterial infection, inflammation, steroids or stress on the body.',
    hi: 'ज़्यादा होना ज़्यादातर बैक्टीरिया के इन्फेक्शन, सूजन, स्टेरॉयड या शरीर पर ज़ोर पड़ने का इशारा है।',
    ta: 'அதிகமாக இருந்தால் பெரும்பாலும் பாக்டீரியா தொற்று, வீக்கம், ஸ்டீராய்டு மருந்து அல்லது உடல் அழுத்தம் காரணம்.',
    'hi-Latn': 'Zyada hona zyadatar bacteria ke infection, sujan, steroid ya sharir par zor padne ka ishara hai.',
    'ta-Latn': 'Adhigama irundha perumbalum bacteria thotru, veekkam, steroid marundhu illa udambu azhutham kaaranam.',
  },
}

export const LYMPHOCYTES: Meaning = {
  measures: {
    en: 'These white cells fight viruses and remember past infections.',
    hi: 'ये सफ़ेद कोशिकाएँ वायरस से लड़ती हैं और पुराने इन्फेक्शन याद रखती हैं।',
    ta: 'இந்த வெள்ளையணுக்கள் வைரஸை எதிர்க்கும், பழைய தொற்றுகளை நினைவில் வைக்கும்.',
    'hi-Latn': 'Yeh safed koshikayein virus se ladti hain aur purane infection yaad rakhti hain.',
    'ta-Latn': 'Indha vellai anukkal virus-a edhirkum, pazhaya thotrugala nyaabagam vechukkum.',
  },
  low: {
    en: 'Low can come with an acute illness, steroids, poor nutrition or weak immunity.',
    hi: 'कम होना तेज़ बीमारी, स्टेरॉयड, कमज़ोर खान-पान या कमज़ोर रोग-प्रतिरोधक शक्ति से हो सकता है।',
    ta: 'குறைவாக இருந்தால் கடும் நோய், ஸ்டீராய்டு, சத்துக் குறைவு அல்லது நோய் எதிர்ப்புச் சக்தி குறைவு காரணமாக இருக்கலாம்.',
    'hi-Latn': 'Kam hona tez bimari, steroid, kamzor khan-paan ya kamzor immunity se ho sakta hai.',
    'ta-Latn':
      'Kammiya irundha kadumaiyana noi, steroid, sathu kuraivu illa edhirppu sakthi kuraivu kaaranama irukkalam.',
  },
  high: {
    en: 'High is common with viral infections; if it lasts, a doctor should look for another cause.',
    hi: 'ज़्यादा होना वायरल इन्फेक्शन में आम है; लंबे समय तक रहे तो डॉक्टर से कारण जँचवाएँ।',
    ta: 'வைரஸ் தொற்றில் அதிகமாவது வழக்கம்; நீண்ட நாள் நீடித்தால் மருத்துவர் காரணத்தைப் பார்க்க வேண்டும்.',
    'hi-Latn': 'Zyada hona viral infection mein aam hai; lambe samay tak rahe to doctor se karan jaanchwayein.',
    'ta-Latn': 'Virus thotrula adhigamaaradhu vazhakkam; romba naal irundha doctor kaaranatha paakkanum.',
  },
}

export const MONOCYTES: Meaning = {
  measures: {
    en: 'These white cells clear away germs and dead cells.',
    hi: 'ये सफ़ेद कोशिकाएँ कीटाणु और मरी हुई कोशिकाएँ साफ़ करती हैं।',
    ta: 'இந்த வெள்ளையணுக்கள் கிருமிகளையும் இறந்த அணுக்களையும் அகற்றுகின்றன.',
    'hi-Latn': 'Yeh safed koshikayein keetanu aur mari hui koshikayein saaf karti hain.',
    'ta-Latn': 'Indha vellai anukkal kirumigalayum irandha anukkalayum sutham pannum.',
  },
  low: {
    en: 'Slightly low is seldom important by itself.',
    hi: 'थोड़ा कम होना अपने आप में आमतौर पर चिंता की बात नहीं है।',
    ta: 'சற்றுக் குறைவாக இருப்பது தனியாகப் பெரிய பிரச்சினை அல்ல.',
    'hi-Latn': 'Thoda kam hona apne aap mein aam taur par chinta ki baat nahi hai.',
    'ta-Latn': 'Konjam kammiya irukkaradhu thaniya periya prachanai illa.',
  },
  high: {
    en: 'High can come with a long infection such as tuberculosis, recovery from an illness, or inflammation.',
    hi: 'ज़्यादा होना टीबी जैसे लंबे इन्फेक्शन, बीमारी से ठीक होते समय, या सूजन में हो सकता है।',
    ta: 'அதிகமாக இருந்தால் காசநோய் போன்ற நீண்ட தொற்று, நோயிலிருந்து மீளும் நிலை அல்லது வீக்கம் காரணமாக இருக்கலாம்.',
    'hi-Latn': 'Zyada hona TB jaise lambe infection, bimari se theek hote samay, ya sujan mein ho sakta hai.',
    'ta-Latn':
      'Adhigama irundha TB madhiri neenda thotru, noiyila irundhu meelra nilai illa veekkam kaaranama irukkalam.',
  },
}

export const EOSINOPHILS: Meaning = {
  measures: {
    en: 'These white cells rise with allergies and worms.',
    hi: 'ये सफ़ेद कोशिकाएँ एलर्जी और पेट के कीड़ों में बढ़ती हैं।',
    ta: 'ஒவ்வாமையிலும் குடற்புழுவிலும் கூடும் வெள்ளையணுக்கள் இவை.',
    'hi-Latn': 'Yeh safed koshikayein allergy aur pet ke keedon mein badhti hain.',
    'ta-Latn': 'Allergy, kudal puzhu irundha koodura vellai anukkal ivai.',
  },
  low: {
    en: 'Low is common and seldom important by itself.',
    hi: 'कम होना आम बात है और अपने आप में चिंता की बात नहीं है।',
    ta: 'குறைவாக இருப்பது சாதாரணம்; தனியாகப் பெரிய பிரச்சினை அல்ல.',
    'hi-Latn': 'Kam hona aam baat hai aur apne aap mein chinta ki baat nahi hai.',
    'ta-Latn': 'Kammiya irukkaradhu sagajam; thaniya periya prachanai illa.',
  },
  high: {
    en: 'High points to allergy, asthma, skin trouble, worms or a reaction to a medicine.',
    hi: 'ज़्यादा होना एलर्जी, दमा, त्वचा की परेशानी, पेट के कीड़ों या दवा के असर का इशारा है।',
    ta: 'அதிகமாக இருந்தால் ஒவ்வாமை, ஆஸ்துமா, தோல் பிரச்சினை, குடற்புழு அல்லது மருந்து ஒவ்வாமை இருக்கலாம்.',
    'hi-Latn': 'Zyada hona allergy, dama, skin ki pareshani, pet ke keedon ya dawa ke asar ka ishara hai.',
    'ta-Latn': 'Adhigama irundha allergy, asthma, thol prachanai, kudal puzhu illa marundhu allergy irukkalam.',
  },
}

export const BASOPHILS: Meaning = {
  measures: {
    en: 'These rare white cells take part in allergic reactions.',
    hi: 'ये गिनी-चुनी सफ़ेद कोशिकाएँ एलर्जी में काम करती हैं।',
    ta: 'ஒவ்வாமையில் பங்கு கொள்ளும் அரிய வெள்ளையணுக்கள் இவை.',
    'hi-Latn': 'Yeh gini-chuni safed koshikayein allergy mein kaam karti hain.',
    'ta-Latn': 'Allergy-la pangu edukkura, romba kammiya irukkura vellai anukkal ivai.',
  },
  high: {
    en: 'High is unusual; it is seen with allergy, inflammation or, rarely, blood disorders.',
    hi: 'ज़्यादा होना कम देखा जाता है; यह एलर्जी, सूजन या कभी-कभार खून की बीमारी में होता है।',
    ta: 'அதிகமாவது அரிது; ஒவ்வாமை, வீக்கம் அல்லது அரிதாக இரத்த நோயில் காணப்படும்.',
    'hi-Latn': 'Zyada hona kam dekha jata hai; yeh allergy, sujan ya kabhi-kabhar khoon ki bimari mein hota hai.',
    'ta-Latn': 'Adhigamaaradhu aridhu; allergy, veekkam illa epovavadhu ratha noiyila kaanappadum.',
  },
}
