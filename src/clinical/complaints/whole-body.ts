import type { Complaint } from './complaint.ts'

export const WHOLE_BODY_COMPLAINTS: readonly Complaint[] = [
  {
    id: 'joint_pain',
    name: {
      en: 'joint pain',
      hi: 'जोड़ों का दर्द',
      ta: 'மூட்டு வலி',
      'hi-Latn': 'jodon ka dard',
      'ta-Latn': 'mootu vali',
    },
    findings: ['joint_pain'],
    questions: ['red_flags', 'onset', 'severity', 'age', 'medicines'],
    redFlagQuestion: {
      en: 'Is the joint hot, red and swollen, do you have a fever, or did you fall and cannot stand or move it?',
      hi: 'क्या जोड़ गरम, लाल और सूजा हुआ है, बुखार है, या गिरने के बाद उस पर खड़े नहीं हो पा रहे या हिला नहीं पा रहे?',
      ta: 'மூட்டு சூடாக, சிவந்து, வீங்கி இருக்கிறதா, காய்ச்சல் இருக்கிறதா, அல்லது விழுந்த பிறகு நிற்கவோ அசைக்கவோ முடியவில்லையா?',
      'hi-Latn':
        'Kya jod garam, laal aur sooja hua hai, bukhar hai, ya girne ke baad us par khade nahi ho pa rahe ya hila nahi pa rahe?',
      'ta-Latn':
        'Mootu sooda, sivandhu, veengi irukka, kaichal irukka, illana vizhundha apram nikkavo asaikavo mudiyalaya?',
    },
    dangerSaid: 'fell down, cannot move the knee, it is swollen and the pain is severe',
    selfCare: {
      en: 'A day or two of rest, then gentle movement every day. A cold pack after a strain, a warm one for stiffness, fifteen minutes each. A paracetamol as the packet says may help. Less weight eases the knees.',
      hi: 'एक-दो दिन आराम, फिर रोज़ हल्का चलना-फिरना। ज़ोर पड़ने पर ठंडी सिकाई, अकड़न में गरम सिकाई, पंद्रह-पंद्रह मिनट। पैकेट पर लिखे अनुसार पैरासिटामोल ले सकते हैं। वज़न कम हो तो घुटनों को आराम मिलता है।',
      ta: 'ஒன்றிரண்டு நாள் ஓய்வு, பிறகு தினமும் மெதுவாக அசைத்து நடமாடுங்கள். சுளுக்குக்கு குளிர் ஒத்தடம், விறைப்புக்கு சூடான ஒத்தடம், பதினைந்து நிமிடம். பாக்கெட்டில் உள்ளபடி பாராசிட்டமால் போடலாம். எடை குறைந்தால் முழங்காலுக்கு நல்லது.',
      'hi-Latn':
        'Ek-do din aaram, phir roz halka chalna-phirna. Zor padne par thandi sikai, akdan mein garam sikai, pandrah-pandrah minute. Packet par likhe anusaar paracetamol le sakte hain. Wajan kam ho to ghutnon ko aaram milta hai.',
      'ta-Latn':
        'Onnu rendu naal rest, apram dhinamum medhuva asaichu nadamaadunga. Sulukku ku kulir othadam, viraippu ku soodana othadam, padhinanju nimisham. Packet la irukurapadi paracetamol podalam. Edai kurainja muzhangaaluku nalladhu.',
    },
    watchFor: {
      en: 'A hot red joint with fever, or a fall after which you cannot stand: hospital today. Pain beyond two weeks, several joints swollen, or stiffness of more than half an hour each morning: see a doctor.',
      hi: 'गरम लाल जोड़ के साथ बुखार, या गिरने के बाद खड़े न हो पाना: आज ही अस्पताल। दो हफ़्ते से ज़्यादा दर्द, कई जोड़ सूजे हों, या रोज़ सुबह आधे घंटे से ज़्यादा अकड़न: डॉक्टर को दिखाइए।',
      ta: 'சூடாக சிவந்த மூட்டோடு காய்ச்சல், அல்லது விழுந்த பிறகு நிற்க முடியவில்லை: இன்றே மருத்துவமனை. இரண்டு வாரத்துக்கு மேல் வலி, பல மூட்டுகள் வீக்கம், தினமும் காலையில் அரை மணிக்கு மேல் விறைப்பு: டாக்டரைப் பாருங்கள்.',
      'hi-Latn':
        'Garam laal jod ke saath bukhar, ya girne ke baad khade na ho paana: aaj hi aspatal. Do hafte se zyada dard, kai jod sooje hon, ya roz subah aadhe ghante se zyada akdan: doctor ko dikhaiye.',
      'ta-Latn':
        'Sooda sivandha mootoda kaichal, illana vizhundha apram nikka mudiyala: innaike aaspathiri. Rendu vaarathuku mela vali, pala mootu veekkam, dhinamum kaalaila arai manikku mela viraippu: doctor paarunga.',
    },
    source: 'NHS, Joint pain; NICE NG226, Osteoarthritis in over 16s',
  },
  {
    id: 'sleeplessness',
    name: {
      en: 'trouble sleeping',
      hi: 'नींद न आना',
      ta: 'தூக்கமின்மை',
      'hi-Latn': 'neend na aana',
      'ta-Latn': 'thookam varadhadhu',
    },
    findings: ['sleepless'],
    questions: ['red_flags', 'onset', 'severity', 'age', 'medicines'],
    redFlagQuestion: {
      en: 'Do you wake up gasping for breath, or do you feel so low that you think of not living?',
      hi: 'क्या साँस अटकने से नींद टूटती है, या मन इतना उदास है कि न जीने का ख़याल आता है?',
      ta: 'மூச்சு அடைத்து விழித்துக் கொள்கிறீர்களா, அல்லது வாழ வேண்டாம் என்று தோன்றும் அளவுக்கு மனசு சோர்ந்து இருக்கிறதா?',
      'hi-Latn': 'Kya saans atakne se neend tootti hai, ya mann itna udaas hai ki na jeene ka khayal aata hai?',
      'ta-Latn': 'Moochu adaichu muzhichukireengala, illana vaazha vendamnu thonura alavuku manasu sorndhu irukka?',
    },
    dangerSaid: 'I do not want to live any more',
    selfCare: {
      en: 'To bed and up at the same time each day, no tea or coffee after four, no screen in the last hour, a dark cool room. If you lie awake for long, get up, sit quietly, and go back when you are sleepy.',
      hi: 'रोज़ एक ही समय सोना-उठना, शाम चार के बाद चाय-कॉफ़ी नहीं, सोने से घंटा भर पहले मोबाइल बंद, अँधेरा ठंडा कमरा। देर तक नींद न आए तो उठकर चुपचाप बैठिए, नींद आने पर लेटिए।',
      ta: 'தினமும் ஒரே நேரத்தில் படுத்து எழுந்திருங்கள், நாலு மணிக்குப் பிறகு டீ காபி வேண்டாம், தூங்க ஒரு மணி நேரம் முன் போன் வேண்டாம், இருட்டான குளிர்ந்த அறை. நேரமாகியும் தூக்கம் வரவில்லை என்றால் எழுந்து அமைதியாக உட்காருங்கள்; தூக்கம் வரும்போது படுங்கள்.',
      'hi-Latn':
        'Roz ek hi samay sona-uthna, shaam chaar ke baad chai-coffee nahi, sone se ghanta bhar pehle mobile band, andhera thanda kamra. Der tak neend na aaye to uthkar chupchaap baithiye, neend aane par letiye.',
      'ta-Latn':
        'Dhinamum ore nerathula paduthu ezhundhirunga, naalu manikku apram tea coffee vendam, thoonga oru mani neram munnadi phone vendam, iruttana kulirndha room. Romba neram thookam varalana ezhundhu amaidhiya ukkarunga; thookam varumbodhu padunga.',
    },
    watchFor: {
      en: 'Thoughts of not living: Tele-MANAS 14416 or 112, now. Loud snoring with gasping, or poor sleep on most nights for a month: see a doctor. Take no sleeping tablet that was not given to you.',
      hi: 'न जीने के ख़याल आएँ: टेली-मानस 14416 या 112, अभी। ज़ोर के खर्राटे और साँस अटकना, या महीने भर ज़्यादातर रात नींद ख़राब: डॉक्टर को दिखाइए। बिना डॉक्टर के दी नींद की गोली मत लीजिए।',
      ta: 'வாழ வேண்டாம் என்று தோன்றினால்: டெலி-மானஸ் 14416 அல்லது 112, இப்போதே. பலத்த குறட்டையோடு மூச்சு அடைத்தல், அல்லது ஒரு மாதமாகப் பெரும்பாலான இரவு தூக்கம் இல்லை: டாக்டரைப் பாருங்கள். டாக்டர் தராத தூக்க மாத்திரை வேண்டாம்.',
      'hi-Latn':
        'Na jeene ke khayal aayein: Tele-MANAS 14416 ya 112, abhi. Zor ke kharrate aur saans atakna, ya mahine bhar zyadatar raat neend kharab: doctor ko dikhaiye. Bina doctor ke di neend ki goli mat lijiye.',
      'ta-Latn':
        'Vaazha vendamnu thonina: Tele-MANAS 14416 illa 112, ippove. Balatha kurattaiyoda moochu adaikuradhu, illana oru maasama perumbaalum thookam illa: doctor paarunga. Doctor kudukadha thooka mathirai vendam.',
    },
    source: 'NHS, Insomnia; NICE CKS, Insomnia',
  },
  {
    id: 'fatigue',
    name: { en: 'tiredness', hi: 'थकान', ta: 'சோர்வு', 'hi-Latn': 'thakan', 'ta-Latn': 'sorvu' },
    findings: ['fatigue'],
    questions: ['red_flags', 'onset', 'severity', 'pregnancy', 'age', 'medicines'],
    redFlagQuestion: {
      en: 'Is there breathlessness even at rest, chest pain, fainting, black stools, or heavy bleeding?',
      hi: 'क्या बैठे-बैठे भी साँस फूलती है, सीने में दर्द, बेहोशी, काला मल, या ज़्यादा खून जाना है?',
      ta: 'சும்மா இருக்கும்போதும் மூச்சு வாங்குகிறதா, நெஞ்சு வலி, மயக்கம், கருப்பு மலம், அதிக ரத்தப்போக்கு இருக்கிறதா?',
      'hi-Latn':
        'Kya baithe-baithe bhi saans phoolti hai, seene mein dard, behoshi, kaala mal, ya zyada khoon jaana hai?',
      'ta-Latn':
        'Summa irukkumbodhum moochu vaangudha, nenju vali, mayakkam, karuppu motion, adhiga rathapokku irukka?',
    },
    dangerSaid: 'black stools, fainted, short of breath at rest',
    selfCare: {
      en: 'Sleep and meals at regular times; greens, dal, eggs or meat with a little lemon, tea and coffee away from meals; enough water; a short walk each day. Low haemoglobin, sugar or thyroid are common causes: ask me about your last report.',
      hi: 'समय पर सोना और खाना; हरी सब्ज़ी, दाल, अंडा या मांस के साथ थोड़ा नींबू, चाय-कॉफ़ी खाने से अलग; पानी पूरा; रोज़ थोड़ा टहलना। हीमोग्लोबिन, शुगर या थायरॉइड की गड़बड़ी आम वजह है: अपनी पिछली रिपोर्ट के बारे में मुझसे पूछिए।',
      ta: 'நேரத்துக்குத் தூக்கம், சாப்பாடு; கீரை, பருப்பு, முட்டை அல்லது கறியோடு கொஞ்சம் எலுமிச்சை, டீ காபி சாப்பாட்டோடு வேண்டாம்; போதுமான தண்ணீர்; தினமும் கொஞ்ச நடை. ஹீமோகுளோபின், சர்க்கரை, தைராய்டு கோளாறு பொதுவான காரணங்கள்: உங்கள் கடைசி ரிப்போர்ட்டைப் பற்றி என்னிடம் கேளுங்கள்.',
      'hi-Latn':
        'Samay par sona aur khana; hari sabzi, dal, anda ya maans ke saath thoda nimbu, chai-coffee khane se alag; paani poora; roz thoda tahalna. Hemoglobin, sugar ya thyroid ki gadbadi aam wajah hai: apni pichhli report ke baare mein mujhse poochiye.',
      'ta-Latn':
        'Nerathuku thookam, saapadu; keerai, paruppu, muttai illa kari oda konjam elumichai, tea coffee saapattoda vendam; podhumana thanni; dhinamum konjam nadai. Hemoglobin, sugar, thyroid kolaaru podhuvana kaaranam: unga kadaisi report pathi enkitta kelunga.',
    },
    watchFor: {
      en: 'Breathless at rest, chest pain or fainting: call 112. Black stools or heavy bleeding: hospital today. Tired for more than two weeks, losing weight, very thirsty, or heavy periods: see a doctor, who may test your blood.',
      hi: 'बैठे-बैठे साँस फूले, सीने में दर्द या बेहोशी: 112 पर फ़ोन कीजिए। काला मल या ज़्यादा खून: आज ही अस्पताल। दो हफ़्ते से ज़्यादा थकान, वज़न घटना, बहुत प्यास, या ज़्यादा माहवारी: डॉक्टर को दिखाइए, वे खून की जाँच करा सकते हैं।',
      ta: 'சும்மா இருக்கும்போதே மூச்சு வாங்கினால், நெஞ்சு வலி, மயக்கம்: 112-க்கு அழையுங்கள். கருப்பு மலம், அதிக ரத்தப்போக்கு: இன்றே மருத்துவமனை. இரண்டு வாரத்துக்கு மேல் சோர்வு, எடை குறைவு, அதிக தாகம், அதிக மாதவிடாய்: டாக்டரைப் பாருங்கள்; ரத்தப் பரிசோதனை செய்வார்.',
      'hi-Latn':
        'Baithe-baithe saans phoole, seene mein dard ya behoshi: 112 par phone kijiye. Kaala mal ya zyada khoon: aaj hi aspatal. Do hafte se zyada thakan, wajan ghatna, bahut pyaas, ya zyada mahwari: doctor ko dikhaiye, woh khoon ki jaanch kara sakte hain.',
      'ta-Latn':
        'Summa irukkumbodhe moochu vaangina, nenju vali, mayakkam: 112 ku koopidunga. Karuppu motion, adhiga rathapokku: innaike aaspathiri. Rendu vaarathuku mela sorvu, edai kuraivu, adhiga dhaagam, adhiga periods: doctor paarunga; ratha test pannuvaanga.',
    },
    source:
      'NHS, Tiredness and fatigue; Ministry of Health and Family Welfare, India: Anemia Mukt Bharat operational guidelines (2018)',
  },
]
