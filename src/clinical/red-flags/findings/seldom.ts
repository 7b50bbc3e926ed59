import type { Findings } from '../red-flag.ts'

/** What is seldom and must not be missed: glands, the great vessel, nerves of the back, gut, skin and eye. */
export const SELDOM_FINDINGS: Findings = {
  adrenal_risk: {
    en: 'addison* | adrenal insufficiency | adrenal crisis | hydrocortisone | stopped ~ steroid*|prednisolone|wysolone|dexamethasone | steroid*|prednisolone|wysolone ~ stopped | on steroids for | long term steroid* | on long term steroids',
    hi: 'एडिसन* | स्टेरॉयड ~ बंद | स्टेरायड ~ बंद | वायसोलोन ~ बंद',
    ta: 'அடிசன்* | ஸ்டீராய்டு* ~ நிறுத்தி* | ஸ்டீராய்டு* ~ விட்டு*',
    'hi-Latn': 'addison* | steroid* ~ band|chhod* | wysolone ~ band|chhod*',
    'ta-Latn': 'addison* | steroid* ~ niruth*|vittu* | wysolone ~ niruth*',
  },
  tearing_pain: {
    en: 'tearing|ripping pain ~ back|chest|shoulder* | pain ~ tearing|ripping ~ back|chest | between ~ shoulder blades ~ sudden*|severe|tearing | sudden* ~ pain between ~ shoulder blades',
    hi: 'पीठ ~ चीर* ~ दर्द | सीने ~ पीठ ~ चीरता | कंधों के बीच ~ अचानक ~ दर्द',
    ta: 'முதுகு ~ கிழி* ~ வலி* | நெஞ்சு ~ கிழி* ~ வலி*',
    'hi-Latn': 'peeth ~ cheer* ~ dard | seene ~ cheer* ~ dard',
    'ta-Latn': 'mudhugu ~ kizhi* ~ vali* | nenju ~ kizhi* ~ vali*',
  },
  saddle_numb: {
    en: 'numb ~ private*|groin|between my legs|saddle|buttocks | cant control ~ bladder|bowel|urine|stool|motion | lost control of ~ bladder|bowel|urine | passing urine without knowing | numbness ~ private*|groin|saddle',
    hi: 'पेशाब ~ कंट्रोल नहीं | पेशाब पर काबू नहीं | पेशाब ~ निकल जा* | गुप्तांग ~ सुन्न',
    ta: 'சிறுநீர் ~ கட்டுப்படுத்த முடிய* | யூரின் ~ கன்ட்ரோல் இல்ல* | தெரியாமலே ~ யூரின்*',
    'hi-Latn': 'peshab|urine ~ control nahi | peshab|urine ~ nikal ja* | private part ~ sunn',
    'ta-Latn': 'urine ~ control illa* | theriyamale urine* | urine ~ adaka mudi*',
  },
  both_legs_weak: {
    en: 'both legs ~ weak|weakness|numb|paraly*|gone | both legs not moving | legs ~ gave way suddenly | weakness ~ going up | weakness ~ moving up|climbing|spreading up | paralysed below | paralyzed below | cant feel ~ both|legs | cannot feel ~ legs | cant move ~ both legs',
    hi: 'दोनों पैर ~ जान नहीं | दोनों पैर ~ सुन्न | दोनों पैर ~ काम नहीं | दोनों पैरों ~ ताकत|जान|सुन्न | कमर से नीचे ~ सुन्न|काम नहीं|जान नहीं',
    ta: 'ரெண்டு கால* ~ மரத்து*|வேலை*|வேல*|செயல்*|அசைய*|தூக்க* | இரண்டு கால* ~ மரத்து*|வேலை*|செயல்*|அசைய* | இடுப்புக்கு கீழ ~ மரத்து*|உணர்வு*|அசைய*',
    'hi-Latn':
      'dono pair|pairo|pairon ~ jaan nahi | dono pair|pairo|pairon ~ sunn | dono pair|pairo ~ kaam nahi | kamar se neeche ~ sunn',
    'ta-Latn': 'rendu kaal* ~ marath*|vela*|velai*|seyal*|asaiy*|thook* | iduppuku keezha ~ marath*|unarv*|asaiy*',
  },
  lockjaw: {
    en: 'lockjaw | lock jaw | jaw ~ locked ~ stiff|spasm*|wound|nail | cant open ~ mouth ~ stiff|wound|spasm*|nail | tetanus ~ stiff|spasm*|jaw',
    hi: 'जबड़ा ~ अकड़* | जबड़ा ~ बंद | मुँह नहीं खुल* ~ अकड़* | टिटनेस ~ अकड़*|जबड़ा',
    ta: 'தாடை ~ இறுக்* | தாடை ~ பூட்டி* | வாய் திறக்க முடிய* ~ விறை*',
    'hi-Latn': 'jabda ~ akad* | jabda ~ lock|band | tetanus ~ akad*|jabda',
    'ta-Latn': 'thaadai ~ irukki* | thaadai ~ pootik* | vaai thirakka mudi* ~ virai*',
  },
  fears_water: {
    en: 'scared of water | afraid of water | fear of water | cant swallow water | hydrophobia',
    hi: 'पानी से डर* | पानी देखकर डर* | पानी नहीं निगल',
    ta: 'தண்ணி* ~ பயப்பட* | தண்ணி* ~ பாத்தா பய* | தண்ணீரைப் பார்த்து பய*',
    'hi-Latn': 'pani|paani se dar*|darr* | pani|paani dekh* ~ dar*',
    'ta-Latn': 'thanni* ~ bayap* | thanni* ~ paatha baya* | thanni* ~ payap*',
  },
  no_stool_or_gas: {
    en: 'no stool ~ gas | not passing ~ gas|wind|stool | not passed ~ gas|stool|motion | cant pass ~ gas|stool|motion | no motion for ~ days',
    hi: 'गैस ~ पास नहीं | मल ~ नहीं ~ गैस | लैट्रिन ~ नहीं ~ गैस | हवा ~ पास नहीं',
    ta: 'மலமும் ~ காத்தும் | மலம் ~ வாயு ~ போகல* | மோஷன் ~ காத்து ~ போகல* | காத்து* பிரியல*',
    'hi-Latn': 'gas ~ pass nahi | latrine ~ nahi ~ gas | hawa pass nahi',
    'ta-Latn': 'motion ~ gas ~ pogala | gas ~ pogala | kaathu piriyala | kaathu ~ pogala ~ motion',
  },
  skin_peeling: {
    en: 'skin ~ peeling|peels|coming off|blister* | blister* all over | blisters ~ mouth ~ eyes',
    hi: 'चमड़ी ~ उतर*|निकल*|छिल* | त्वचा ~ उतर*|छिल*|फफोले | पूरे शरीर ~ फफोले|छाले',
    ta: 'தோல் ~ உரி*|உரிஞ்* | உடம்பெல்லாம் ~ கொப்பள*',
    'hi-Latn': 'chamdi|skin ~ utar*|nikal*|chhil*|peel* | poore shareer|badan ~ chhale|fafole',
    'ta-Latn': 'thol|skin ~ uri*|urinj*|peel* | udambella ~ koppal*|kopal*',
  },
  mouth_sores: {
    en: 'mouth ~ ulcers|sores|raw|blister* | ulcers ~ mouth | eyes ~ red ~ mouth',
    hi: 'मुँह ~ छाले | मुंह ~ छाले',
    ta: 'வாய் ~ புண்* | வாயி* ~ புண்*',
    'hi-Latn': 'muh|munh ~ chhale',
    'ta-Latn': 'vaai*|vaayi* ~ punn*|pun',
  },
  eye_pain: {
    any: '@eye & @pain',
    en: 'eye pain | painful eye',
    hi: 'आँख ~ दर्द',
    ta: 'கண் வலி*',
    'hi-Latn': 'aankh ~ dard',
    'ta-Latn': 'kan vali* | kannu vali*',
  },
  priapism: {
    en: 'erection ~ hours | erection ~ not going|wont go | priapism',
    hi: 'इरेक्शन ~ घंटे | लिंग ~ घंटे ~ खड़ा|सख्त',
    ta: 'விறைப்பு ~ மணி நேர*',
    'hi-Latn': 'erection ~ ghante | ling ~ ghante ~ khada',
    'ta-Latn': 'erection ~ mani nera* | viraippu ~ mani nera*',
  },
  sunken_eyes: {
    en: 'sunken eyes | eyes ~ sunken|sunk | soft spot ~ sunken|sunk | no tears',
    hi: 'आँख*|आंख* ~ धँस*|धंस*',
    ta: 'கண்* ~ குழி* | கண்ணு* ~ உள்ள போ* | கண் உள்ள போ*',
    'hi-Latn': 'aankh*|ankh* ~ dhas*|dhans*',
    'ta-Latn': 'kan|kannu ~ kuzhi* | kan|kannu ~ ulla po*',
  },
  burst_organ: {
    en: 'appendix ~ burst|ruptured|perforated | ulcer ~ burst|ruptured|perforated | intestine ~ burst|perforated',
    hi: 'अपेंडिक्स ~ फट* | आँत ~ फट* | अल्सर ~ फट*',
    ta: 'அப்பெண்டி* ~ வெடிச்* | குடல்வால் ~ வெடிச்* | குடல் ~ வெடிச்*|ஓட்டை*',
    'hi-Latn': 'appendix ~ phat*|fat* | ulcer ~ phat*|fat*',
    'ta-Latn': 'appendix ~ vedich* | kudalvaal ~ vedich* | kudal ~ vedich*',
  },
}
