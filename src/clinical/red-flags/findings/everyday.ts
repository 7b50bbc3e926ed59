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
  /** Since when: a stretch of time or a day. */
  duration_said: {
    en: 'since | for #number days|hours|weeks|months|years | for a week|day|month | from yesterday | yesterday | this morning | today | last night | #number days|hours|weeks|months | for two|three|four|five|six days|weeks|months | started',
    hi: 'से ~ हो | सुबह से | रात से | कल से | दिन से | दिनों से | हफ्ते से | महीने से | घंटे से | आज | कल',
    ta: 'நாளா* | நாட்களாக* | வாரமா* | மாசமா* | மணி நேரமா* | நேத்து* | நேற்று* | காலைல* | காலையி* | இன்னைக்கு | இன்று',
    'hi-Latn': 'subah se | raat se | kal se | din se | dino se | hafte se | mahine se | ghante se | aaj | kal',
    'ta-Latn': 'naala* | vaarama* | maasama* | mani nerama* | nethu* | kaalaila* | innaiku | naalaa*',
  },
}
