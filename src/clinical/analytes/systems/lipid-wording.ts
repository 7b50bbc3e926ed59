/** What several blood fats have in common. */

export const HIGH_BAD_FAT = {
  en: 'High means more fat that can clog the blood vessels, which raises the risk of heart attack and stroke over the years.',
  hi: 'ज़्यादा होने का मतलब है ऐसी चर्बी जो खून की नलियों में जमती है; इससे सालों में दिल के दौरे और लकवे का ख़तरा बढ़ता है।',
  ta: 'அதிகமாக இருந்தால் இரத்தக் குழாய்களை அடைக்கும் கொழுப்பு கூடுதல்; ஆண்டுகள் போகப் போக மாரடைப்பு, பக்கவாத ஆபத்து கூடும்.',
  'hi-Latn':
    'Zyada hone ka matlab hai aisi charbi jo khoon ki naliyon mein jamti hai; isse saalon mein heart attack aur lakwe ka khatra badhta hai.',
  'ta-Latn':
    'Adhigama irundha ratha kuzhaaya adaikkura kozhuppu jaasthi; varushangal poga poga heart attack, pakkavaadha aabathu koodum.',
} as const

export const LOW_FAT = {
  en: 'Low is seldom a worry; it can come with little food, an overactive thyroid or liver trouble.',
  hi: 'कम होना आमतौर पर चिंता की बात नहीं; यह कम खाने, तेज़ थायरॉइड या लिवर की परेशानी में हो सकता है।',
  ta: 'குறைவாக இருப்பது பெரும்பாலும் பிரச்சினை அல்ல; குறைந்த உணவு, தைராய்டு அதிகம் அல்லது கல்லீரல் பிரச்சினையில் இருக்கலாம்.',
  'hi-Latn':
    'Kam hona aam taur par chinta ki baat nahi; yeh kam khane, tez thyroid ya liver ki pareshani mein ho sakta hai.',
  'ta-Latn':
    'Kammiya irukkaradhu perumbalum prachanai illa; kammi saapadu, thyroid adhigam illa kalleeral prachanaiyila irukkalam.',
} as const
