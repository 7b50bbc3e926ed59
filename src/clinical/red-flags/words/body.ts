import type { WordClasses } from '../red-flag.ts'

/** Parts of the body. */
export const BODY_WORDS: WordClasses = {
  chest: {
    en: 'chest | chests | breastbone | sternum | cp | rib cage',
    hi: 'सीना | सीने | छाती | छातियों | चेस्ट | कलेजे | कलेजा',
    ta: 'நெஞ்ச* | மார்ப* | செஸ்ட்* | நெஞ்சாங்கூடு | மார்ல | மாருல',
    'hi-Latn': 'seena | seene | chhati | chaati | chest | kaleje | kaleja | sina',
    'ta-Latn': 'nenju* | nenja* | nenji* | nenjula | maarbu* | maarbil | marula',
  },
  heart: {
    en: 'heart',
    hi: 'दिल | हृदय | हार्ट',
    ta: 'இதய* | இருதய* | ஹார்ட்',
    'hi-Latn': 'dil | hriday | heart',
    'ta-Latn': 'idhayam | irudhayam | idhaya | heart',
  },
  head: {
    en: 'head | skull | scalp',
    hi: 'सिर | सर | माथा | माथे | खोपड़ी | मस्तक',
    ta: 'தலை* | மண்டை*',
    'hi-Latn': 'sir | sar | sr | matha | mathe | khopdi | head',
    'ta-Latn': 'thalai* | thala | thalaila | thalaiyila | mandai*',
  },
  neck: {
    en: 'neck | nape',
    hi: 'गर्दन | गरदन',
    ta: 'கழுத்த* | பிடரி*',
    'hi-Latn': 'gardan | neck',
    'ta-Latn': 'kazhuthu* | kazhuth* | kaluthu*',
  },
  throat: {
    en: 'throat | windpipe | airway',
    hi: 'गला | गले | कंठ',
    ta: 'தொண்ட* | குரல்வளை*',
    'hi-Latn': 'gala | gale | throat',
    'ta-Latn': 'thondai* | thonda*',
  },
  face: {
    en: 'face | mouth | smile | eyelid | cheek | lips | lip',
    hi: 'चेहरा | चेहरे | मुँह | मुंह | मुह | होंठ | चेहरें',
    ta: 'முகம் | முகத்* | முக | வாய் | வாயில* | வாய்ல | வாயோரம் | உதட*',
    'hi-Latn': 'chehra | chehre | muh | munh | mooh | muhn | honth',
    'ta-Latn': 'mugam | mugath* | mukam | vaai | vaay | vai | udhadu | uthadu',
  },
  lips: {
    en: 'lip | lips | tongue | mouth | face | fingernails | nails | fingers | skin',
    hi: 'होंठ | होठ | ओंठ | जीभ | चेहरा | नाखून | मुँह | मुंह | शरीर | बदन',
    ta: 'உதட* | உதட்ட* | நாக்க* | முகம் | நகம் | உடம்ப* | உடல்* | உதடு | உதட்டு*',
    'hi-Latn': 'honth | hoth | hont | jeebh | chehra | nakhun | muh | munh | shareer | badan | lips | face',
    'ta-Latn': 'udhadu | uthadu | udhattu | naaku | naakku | mugam | nagam | udambu* | lips | face',
  },
  tongue: {
    en: 'tongue | lip | lips | face | throat | mouth | eyes | eyelids',
    hi: 'जीभ | होंठ | होठ | चेहरा | चेहरे | गला | गले | मुँह | मुंह | आँखें | आंखें',
    ta: 'நாக்க* | உதட* | முகம் | முக | தொண்ட* | வாய் | கண்*',
    'hi-Latn': 'jeebh | honth | hoth | chehra | gala | gale | muh | munh | aankhen | face | lips | tongue | throat',
    'ta-Latn':
      'naaku | naakku | udhadu | uthadu | mugam | thondai* | thonda* | vaai | kannu | face | lips | tongue | throat',
  },
  limb: {
    en: 'arm | arms | leg | legs | hand | hands | side | limb | limbs | half of my body | foot | fingers | toes | calf',
    hi: 'हाथ | हाथों | पैर | पैरों | बाँह | बांह | टाँग | टांग | अंग | तरफ | तरफ़ | हिस्सा | हिस्से | बाजू | पांव | टाँगों | टांगों | उँगलियाँ | उंगलियां | बाँहें | पाँव',
    ta: 'கை | கைய* | கைக* | கையும் | கால் | காலு* | கால* | கைகால்* | பக்கம் | பக்க* | பக்கத்*',
    'hi-Latn':
      'haath | hath | haathon | hatho | pair | pairo | paon | baanh | taang | taraf | side | hissa | arm | leg | hand',
    'ta-Latn':
      'kai | kaiyum | kaila | kaiyila | kaal | kaalu | kaalum | kaala | kaalla | kaikaal | pakkam | pakkama | side | arm | leg | hand',
  },
  one_side: {
    en: 'one side | right side | left side | one sided | onesided | unilateral | half of the body | half of my body | half the body | right arm | left arm | right leg | left leg | right hand | left hand | one arm | one leg | one hand | arm and leg | face and arm | half body | right half | left half | one half | left half of | right half of | one side of ~ face|body',
    hi: 'एक तरफ | एक तरफ़ | एक ओर | एक साइड | दायाँ ~ हाथ | दाया ~ हाथ | दायां ~ हाथ | दाहिना ~ हाथ | बायाँ ~ हाथ | बाया ~ हाथ | बायां ~ हाथ | दायाँ ~ पैर | दायां ~ पैर | दाहिना ~ पैर | बायाँ ~ पैर | बायां ~ पैर | दाएं ~ हाथ | दाएँ ~ हाथ | दाहिने ~ हाथ | बाएं ~ हाथ | बाएँ ~ हाथ | दाएं ~ पैर | दाएँ ~ पैर | बाएं ~ पैर | बाएँ ~ पैर | दाहिने ~ पैर | आधा शरीर | आधे शरीर | एक हाथ | एक पैर | हाथ पैर | हाथ और पैर | दायीं तरफ | बायीं तरफ | दाहिनी तरफ | बाईं तरफ | दाईं तरफ | दाएं तरफ | बाएं तरफ | एक हिस्सा | एक हिस्से | आधा बदन | राइट साइड | लेफ्ट साइड | बायाँ|बायां|बाया|दायाँ|दायां|दाया|दाहिना|बाएँ|दाएँ ~ हिस्सा|हिस्से|भाग|अंग | शरीर का आधा',
    ta: 'ஒரு பக்க* | ஒருபக்க* | ஒரு கை* | ஒரு கால்* | வலது கை* | வலது கால்* | இடது கை* | இடது கால்* | வலது பக்க* | இடது பக்க* | கை கால்* | கையும் கால* | கைகால்* | பாதி உடம்ப* | வலக்கை* | இடக்கை* | வலப்பக்க* | இடப்பக்க* | வலப்புற* | இடப்புற* | வலதுபுற* | இடதுபுற* | ஒரு சைடு* | ரைட் சைடு | லெஃப்ட் சைடு | இடது பாகம்* | வலது பாகம்* | உடம்போட ஒரு பக்க*',
    'hi-Latn':
      'ek taraf | ek side | ek or | right side | left side | daya ~ haath | dayan ~ haath | daaya ~ haath | daahina ~ haath | dahina ~ haath | baya ~ haath | bayan ~ haath | daye ~ haath | baye ~ haath | baaye ~ haath | daaye ~ haath | right ~ haath | left ~ haath | right ~ hath | left ~ hath | right ~ pair | left ~ pair | daya ~ pair | baya ~ pair | right hand | left hand | right leg | left leg | aadha shareer | aadha badan | aadhe shareer | ek haath | ek hath | ek pair | haath pair | hath pair | haath aur pair | hath aur pair | ek hissa | dayi taraf | bayi taraf | dahini taraf | right arm | left arm | one side | baya|bayan|baaya|daya|dayan|daaya|dahina ~ hissa|hisse|bhaag | shareer ka aadha | left hissa | right hissa',
    'ta-Latn':
      'oru pakkam* | oru pakka* | oru side | oru kai* | oru kaal* | valadhu kai* | valathu kai* | valadhu kaal* | idadhu kai* | idathu kai* | idadhu kaal* | valadhu pakka* | idadhu pakka* | right side | left side | right kai* | left kai* | right kaal* | left kaal* | right hand | left hand | right leg | left leg | kai kaal* | kaiyum kaal* | kaikaal* | paadhi udambu* | right arm | left arm | one side | idadhu paagam | udamboda oru pakka*',
  },
  abdomen: {
    en: 'stomach | abdomen | belly | tummy | abdominal | stomache | gut | flank',
    hi: 'पेट | उदर | पेडू',
    ta: 'வயிற* | வயித்* | வயிர* | வயத்* | அடிவயி* | அடிவய*',
    'hi-Latn': 'pet | peit | pait | pedu | stomach | abdomen',
    'ta-Latn':
      'vayiru* | vayir* | vayitru* | vayit* | vayath* | vayathu* | adivayiru* | adivayit* | vairu | vaithu* | vaithula',
  },
  lower_abdomen: {
    en: 'lower abdomen | lower belly | lower stomach | lower tummy | low in my belly | low on one side | lower abdominal | pelvic | pelvis | low down | lower right | lower left | left lower | right lower',
    hi: 'पेट ~ नीचे | पेट ~ निचले | निचले ~ पेट | पेडू | नीचे ~ पेट',
    ta: 'அடிவயி* | அடி வயி* | கீழ் வயி* | கீழ் ~ வயி* | அடிவய*',
    'hi-Latn':
      'pet ~ neeche | pet ~ niche | pet ~ nichle | nichle ~ pet | neeche ~ pet | lower ~ pet | pedu | lower abdomen',
    'ta-Latn':
      'adivayiru* | adivayit* | adi vayiru* | adi vayit* | keezh vayiru* | keezh ~ vayiru* | kel vayiru | lower abdomen | lower ~ vayiru*',
  },
  right_lower: {
    en: 'lower right | right lower | right side ~ belly|abdomen|stomach|tummy | right ~ lower | right iliac | bottom right | mcburney*',
    hi: 'दाएं ~ नीचे | दाएँ ~ नीचे | दाहिने ~ नीचे | दाईं ~ नीचे | दाहिनी ~ नीचे | नीचे ~ दाएं | नीचे ~ दाएँ | नीचे ~ दाहिने | निचले ~ दाहिने | निचले ~ दाएं | निचले ~ दाएँ | दाहिने ~ निचले | दाएं ~ निचले | नीचे ~ दाईं | नीचे ~ दाहिनी | दायीं ~ नीचे | नीचे ~ दायीं | राइट ~ नीचे',
    ta: 'வலது ~ கீழ* | கீழ் ~ வலது* | வலது ~ அடிவயி* | அடிவயி* ~ வலது* | வலப்பக்க* ~ அடிவயி* | அடிவயி* ~ வலப்பக்க* | கீழ ~ வலது* | வலப்புற* ~ கீழ* | வலது அடி',
    'hi-Latn':
      'right ~ neeche|niche|lower | lower|neeche|niche|nichle ~ right | right lower | lower right | daye|dayi|daayi|dahine|dahini|daaye ~ neeche|niche|nichle | neeche|niche|nichle ~ daye|dayi|daayi|dahine|dahini|daaye',
    'ta-Latn':
      'valadhu|valathu|right ~ keezh*|keel*|lower|adivayi*|adi | keezh*|lower|adivayi* ~ valadhu|valathu|right | right lower | lower right',
  },
  back: {
    en: 'back | spine | backache',
    hi: 'पीठ | कमर | रीढ़',
    ta: 'முதுக* | இடுப்ப* | முதுகு',
    'hi-Latn': 'peeth | pith | kamar | reedh | back',
    'ta-Latn': 'mudhugu* | muthugu* | muduku* | iduppu* | idupu* | back',
  },
  eye: {
    en: 'eye | eyes | eyeball',
    hi: 'आँख | आंख | आँखों | आंखों | आँखें | आंखें',
    ta: 'கண் | கண்ணு* | கண்ண* | கண்க* | கண்கள்',
    'hi-Latn': 'aankh | ankh | aankhon | ankho | aankhe | aankhen | eye | eyes',
    'ta-Latn': 'kan | kannu | kannula | kanna | kangal | kann | kannil | eye | eyes',
  },
  testicle: {
    en: 'testicle* | testis | testes | testicular | scrotum | scrotal | balls | one ball | left ball | right ball | nuts',
    hi: 'अंडकोष* | अण्डकोष* | अंडकोश* | गोटे | गोटी | टेस्टिकल*',
    ta: 'விதை* | விரை* | அண்டகோச* | கொட்டை*',
    'hi-Latn': 'andkosh | andakosh | andkosh* | testicle* | golti | gotiyo | scrotum',
    'ta-Latn': 'vidhai* | vithai* | viraigal* | viraila* | viraiyil* | testicle* | scrotum | kottai*',
  },
  skin: {
    en: 'skin | body',
    hi: 'त्वचा | चमड़ी | शरीर | बदन',
    ta: 'தோல்* | உடம்ப* | உடல்* | சருமம்',
    'hi-Latn': 'twacha | chamdi | shareer | sharir | badan | skin',
    'ta-Latn': 'thol | tholu | udambu* | udal | skin',
  },
  wound_site: {
    en: 'arm | leg | hand | foot | finger | wrist | thigh | head | face | wound | cut | neck | knee | nose | ear | ears | gash | artery | vein | scalp | toe | palm',
    hi: 'हाथ | पैर | उँगली | उंगली | कलाई | जाँघ | जांघ | सिर | चेहरे | घाव | गर्दन | घुटने | नाक | कान | नस | हथेली | चोट',
    ta: 'கை* | கால்* | கால* | விரல்* | மணிக்கட்ட* | தொடை* | தலை* | முக* | காய* | கழுத்த* | மூக்க* | காத* | நரம்ப* | வெட்ட*',
    'hi-Latn':
      'haath | hath | pair | ungli | kalai | jaangh | sir | sar | chehre | ghaav | ghav | gardan | ghutne | naak | nak | kaan | kan | nas | chot | hand | leg',
    'ta-Latn':
      'kai* | kaal* | kaala* | viral* | manikattu* | thodai* | thalai* | mugam | mugath* | kaayam* | kazhuthu* | mooku* | mookku* | kaadhu* | kaathu* | narambu* | vettu*',
  },
}
