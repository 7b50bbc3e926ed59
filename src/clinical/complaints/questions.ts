import type { FormText } from '../language-forms.ts'
import type { QuestionId } from './complaint.ts'

/** Questions that are the same for every complaint. The danger signs are each complaint's own. */
export const QUESTIONS: Readonly<Record<Exclude<QuestionId, 'red_flags'>, FormText>> = {
  onset: {
    en: 'When did it start, and is it getting better or worse?',
    hi: 'यह कब से है, और बढ़ रहा है या घट रहा है?',
    ta: 'எப்போதிலிருந்து இருக்கிறது? கூடுகிறதா, குறைகிறதா?',
    'hi-Latn': 'Yeh kab se hai, aur badh raha hai ya ghat raha hai?',
    'ta-Latn': 'Eppola irundhu irukku? Koodudha, kuraiyudha?',
  },
  severity: {
    en: 'How bad is it: a little, quite a lot, or too much to work or sleep?',
    hi: 'कितना ज़्यादा है: थोड़ा, काफ़ी, या इतना कि काम या नींद नहीं हो पा रही?',
    ta: 'எவ்வளவு அதிகம்: கொஞ்சமா, நிறையவா, வேலை செய்யவோ தூங்கவோ முடியாத அளவுக்கா?',
    'hi-Latn': 'Kitna zyada hai: thoda, kaafi, ya itna ki kaam ya neend nahi ho pa rahi?',
    'ta-Latn': 'Evlo adhigam: konjama, neraiyava, vela seiya thoonga mudiyadha alavuka?',
  },
  age: {
    en: 'How old is the person?',
    hi: 'उम्र कितनी है?',
    ta: 'வயது என்ன?',
    'hi-Latn': 'Umar kitni hai?',
    'ta-Latn': 'Vayasu enna?',
  },
  pregnancy: {
    en: 'Is there a pregnancy, or could there be one?',
    hi: 'क्या गर्भ है, या हो सकता है?',
    ta: 'கர்ப்பமாக இருக்கிறதா, அல்லது இருக்க வாய்ப்பு உண்டா?',
    'hi-Latn': 'Kya pregnancy hai, ya ho sakti hai?',
    'ta-Latn': 'Karpama irukka, illana iruka vaaippu irukka?',
  },
  medicines: {
    en: 'Which medicines are being taken, and is there any long illness or allergy?',
    hi: 'कौन-सी दवाएँ चल रही हैं? कोई पुरानी बीमारी या एलर्जी है?',
    ta: 'என்னென்ன மருந்து எடுக்கிறீர்கள்? நாள்பட்ட நோய், ஒவ்வாமை ஏதாவது உண்டா?',
    'hi-Latn': 'Kaun si dawaiyan chal rahi hain? Koi purani bimari ya allergy hai?',
    'ta-Latn': 'Enna enna marundhu edukureenga? Romba naal noi, allergy edhavadhu irukka?',
  },
}
