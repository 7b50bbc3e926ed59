import type { Findings } from '../red-flag.ts'

/** Complaints that are no red flag by themselves: for asking back. */
export const EVERYDAY_FINDINGS: Findings = {
  dizzy_only: {
    any: '@dizzy',
    en: 'dizzy',
    hi: 'चक्कर',
    ta: 'தலைசுற்ற*',
    'hi-Latn': 'chakkar',
    'ta-Latn': 'thalai suthu*',
  },
  cough_any: { any: '@cough', en: 'cough', hi: 'खाँसी', ta: 'இருமல்*', 'hi-Latn': 'khansi', 'ta-Latn': 'irumal*' },
  common_cold: {
    en: 'runny nose | running nose | sneez* | common cold | blocked nose | stuffy nose | have a cold | nose is blocked',
    hi: 'जुकाम | ज़ुकाम | सर्दी | छींक* | नाक बह* | बहती नाक | नाक बंद',
    ta: 'சளி | சளியா* | தும்மல்* | மூக்கு ஒழுகு* | மூக்கடைப்பு* | ஜலதோஷ*',
    'hi-Latn': 'jukham | jukam | zukam | sardi | chheenk* | naak beh* | nak beh* | naak band',
    'ta-Latn': 'sali | thummal* | mooku ozhu* | mookku ozhu* | mookadaip* | jaladhosham*',
  },
  rash: {
    en: 'rash | rashes | itch* | hives | red spots | skin allergy | allergy on skin',
    hi: 'दाने | चकत्ते | खुजली | पित्ती | लाल धब्बे | एलर्जी',
    ta: 'தடிப்ப* | அரிப்ப* | அரிக்கு* | சொறி* | அலர்ஜி*',
    'hi-Latn': 'daane | chakatte | khujli | pitti | laal dhabbe | rash | allergy',
    'ta-Latn': 'thadip* | arippu* | arikudhu* | arikkudhu* | sori | rash | allergy*',
  },
  joint_pain: {
    en: 'joint pain | joints hurt | joints ache | knee|knees|ankle|elbow|wrist|hip|shoulder ~ pain|hurts|hurting|aches|aching|stiff|sore | pain ~ knee|knees|joint|joints|ankle|elbow|wrist|hip',
    hi: 'जोड़ों ~ दर्द | जोड़ ~ दर्द | घुटने|घुटनों|घुटना|टखने|कोहनी|कलाई|कूल्हे|कंधे ~ दर्द|दुख* | गठिया',
    ta: 'மூட்டு* ~ வலி* | முட்டி* ~ வலி* | முழங்கால்* ~ வலி* | கணுக்கால்* ~ வலி* | மணிக்கட்டு* ~ வலி* | இடுப்பு மூட்டு* | தோள்பட்டை* ~ வலி*',
    'hi-Latn':
      'jodon|jodo|jod|joint|joints ~ dard|pain | ghutne|ghutno|ghutna|takhne|kohni|kalai|kulhe|kandhe ~ dard|dukh*|pain | gathiya',
    'ta-Latn':
      'moottu|mootu|mutti|muttu|muzhangaal|kanukaal|joint ~ vali*|pain | tholpattai ~ vali* | knee|knees ~ vali*|pain',
  },
  sleepless: {
    en: 'cant sleep | cannot sleep | can not sleep | not able to sleep | unable to sleep | trouble sleeping | not sleeping | insomnia | sleepless | dont sleep | awake all night | no sleep',
    hi: 'नींद नहीं | नींद ~ नहीं आ* | सो नहीं पा* | अनिद्रा | नींद ~ टूट* | नींद उड़*',
    ta: 'தூக்கம் ~ வரல* | தூக்கம் ~ வரவில்* | தூக்கமே ~ வரல* | தூக்கமே இல்ல* | தூக்கம் இல்ல* | தூங்க முடியல* | தூங்க முடியவில்* | தூக்கமின்மை*',
    'hi-Latn':
      'neend|nind|need|neendh nahi|nhi | neend|nind ~ nahi|nhi aa* | so nahi pa* | neend|nind ~ toot* | insomnia | neend ud*',
    'ta-Latn':
      'thookam|thukkam|thookkam ~ varala* | thookame|thookkame ~ varala* | thookam|thookkam|thookame illa* | thoonga mudiyala* | insomnia',
  },
  fatigue: {
    en: 'fatigue | fatigued | tired all the time | always tired | very tired | so tired | feel tired | feeling tired | exhausted | no energy | low energy | weakness all the time | feel weak | feeling weak | tiredness',
    hi: 'थकान | थकावट | थका रहता | थकी रहती | थका हुआ रह* | कमज़ोरी लग* | कमजोरी लग* | कमज़ोरी रह* | कमजोरी रह* | कमज़ोरी महसूस | कमजोरी महसूस | सुस्ती रह*',
    ta: 'சோர்வா* | சோர்வு* | சோர்ந்து* | களைப்ப* | அசதி* | அசத்து* | பலவீனமா* இருக்க* | உடம்பு முடியல*',
    'hi-Latn':
      'thakan | thakaan | thakawat | thakavat | thaka rehta | thaki rehti | kamzori lag* | kamjori lag* | kamzori reh* | kamjori reh* | kamzori mehsoos | susti reh*',
    'ta-Latn':
      'sorva* | sorvu* | sorndhu* | kalaipp* | kalaippa* | asadhi* | asathiya* | tired ah | tiredaa | balaveenama iruk* | udambu mudiyala*',
  },
  /** Wind and indigestion that are felt in the belly; without that word people may mean their chest. */
  belly_wind: {
    any: '@abdomen & @wind',
    en: 'bloated belly|stomach|tummy',
    hi: 'पेट फूल*',
    ta: 'வயிறு உப்ப* | வயிறு உப்பு* | வயிறு உப்பி*',
    'hi-Latn': 'pet phool* | pet fool* | pet phul*',
    'ta-Latn': 'vayiru uppu* | vayiru uppi* | vayiru uppa*',
  },
  /** Since when: a stretch of time or a day. */
  duration_said: {
    en: 'since | for #number days|hours|weeks|months|years | for a week|day|month | from yesterday | yesterday | this morning | today | last night | #number days|hours|weeks|months | for two|three|four|five|six days|weeks|months | started',
    hi: 'से ~ हो | सुबह से | रात से | कल से | दिन से | दिनों से | हफ्ते से | महीने से | घंटे से | आज | कल',
    ta: 'நாளா* | நாட்களாக* | வாரமா* | மாசமா* | மணி நேரமா* | நேத்து* | நேற்று* | காலைல* | காலையி* | இன்னைக்கு | இன்று',
    'hi-Latn': 'subah se | raat se | kal se | din se | dino se | hafte se | mahine se | ghante se | aaj | kal',
    'ta-Latn': 'naala* | vaarama* | maasama* | mani nerama* | nethu* | kaalaila* | innaiku | naalaa*',
  },
}
