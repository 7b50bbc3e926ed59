/** Words that carry grammar and no subject. They tell languages apart and say nothing about what is asked. */
export const STOP_WORDS = {
  en: 'a an the of in on at to for from by with and or but is are was were be been am do does did has have had it its this that these those there here my your his her our their i you he she we they me him us them as if so than then too very can could will would shall should may might not no any some all about into over under out up down please just also only'.split(
    ' ',
  ),
  hi: 'है हैं था थी थे हूं हूँ का की के को में से पर और या तो भी ही ने कि जो यह वह ये वे इस उस हो रहा रही रहे गया गयी गई मेरा मेरी मेरे मुझे आप आपका आपकी आपके अपना अपनी क्या कर करना करो hai hain tha thi the hoon hun ka ki ke ko mein me se par aur ya to bhi hi ne jo yeh ye woh wo is us ho raha rahi rahe gaya gayi mera meri mere mujhe mujhko aap aapka aapki apna apni kya kar karna karo kr h mai main mujhse liye wala wali'.split(
    ' ',
  ),
  ta: 'இது அது அந்த இந்த ஒரு என் என்னுடைய எனக்கு நான் நீங்கள் உங்கள் உங்களுக்கு என்று என உள்ளது இருக்கிறது இருக்கு ஆகும் மற்றும் அல்லது தான் கூட மட்டும் ஆனால் எனது idhu adhu andha indha oru en ennoda enakku enaku naan nan neenga unga ungalukku nu irukku iruku irukka iruka irukkiradhu dhan than kooda mattum aana aanaal enathu வரை varai patri பற்றி pathi la le ah aa va pa da'.split(
    ' ',
  ),
} as const
