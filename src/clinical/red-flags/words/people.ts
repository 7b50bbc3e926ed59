import type { WordClasses } from '../red-flag.ts'

/** Who it is about, and when. */
export const PEOPLE_WORDS: WordClasses = {
  infant: {
    en: 'baby | babies | infant | newborn | neonate | new born | my little one',
    hi: 'नवजात | शिशु | दुधमुँहा | दुधमुंहा | बेबी | नन्हा | नवजात* | मुन्ना | मुन्नी | दुधमुँही | बच्चू',
    ta: 'பச்சிள* | கைக்குழந்தை* | சிசு* | பாப்பா* | பேபி* | பிறந்த குழந்தை* | பச்சக்குழந்தை*',
    'hi-Latn': 'navjat | shishu | baby | babu | newborn | nanha | nanhi | navjaat',
    'ta-Latn':
      'pachilam* | pachilang* | kaikuzhandhai* | kai kuzhandhai* | sisu | paapa* | pappa* | baby | babyku | newborn | pirandha kuzhandhai* | pachakuzhandhai*',
  },
  newborn: {
    en: 'newborn | new born | neonate | just born | days old baby | born ~ days ago | born yesterday | born today | born last week | one month old | days old | week old | weeks old',
    hi: 'नवजात | नवजात* | अभी पैदा हुआ | पैदा हुए ~ दिन* | पैदा हुए एक|दो|तीन|1|2|3 हफ्ते|हफ़्ते | जन्मे ~ दिन* | एक महीने का बच्चा | दिन का बच्चा | दिन की बच्ची | दिन के बच्चे | दिन के शिशु',
    ta: 'பிறந்த குழந்தை* | பச்சிளங்குழந்தை* | பிறந்த பாப்பா* | இப்ப பிறந்த | நாள் குழந்தை* | பிறந்து ~ நாள* | பிறந்து ~ நாட்க* | பிறந்து ஒரு|இரண்டு|ரெண்டு|மூன்று|மூணு|1|2|3 வார* | ஒரு மாச குழந்தை* | ஒரு மாத குழந்தை* | நாள் ஆன குழந்தை*',
    'hi-Latn':
      'navjat | navjaat | newborn | abhi paida hua | paida hue ~ din | paida hue ek|do|teen|1|2|3 hafte | ek mahine ka bachcha|baby | din ka bachcha|baby | din ki bachchi | din ke bachche | din ke shishu',
    'ta-Latn':
      'pirandha kuzhandhai* | pirandha kuzhanthai* | pachilam* | pachilang* | newborn | pirandha paapa* | piranda kuzhandha* | naal kuzhandhai* | pirandhu ~ naal* | pirandhu oru|rendu|irandu|moonu|1|2|3 vaara* | oru maasa kuzhandhai* | naal aana kuzhandhai*',
  },
  child: {
    en: 'child | children | kid | son | daughter | toddler | boy | girl | grandson | granddaughter | grandchild | kids | my little sister | my little brother | nephew | niece | toddlers | little one | my 8 year old | year old boy | year old girl | year old daughter | year old son',
    hi: 'बच्चा | बच्चे | बच्ची | बच्चों | बेटा | बेटे | बेटी | लड़का | लड़के | लड़की | पोता | पोते | पोती | नाती | भतीजा | भतीजे | भांजा | बालक | मुन्ना | मुन्नी | छोटू | गुड़िया | बिटिया | बच्चियों | छोरा | छोरी',
    ta: 'குழந்தை* | கொழந்தை* | மகன்* | மகள்* | பையன்* | பொண்ணு* | பொண்ண* | பேரன்* | பேத்தி* | புள்ள* | பிள்ளை* | சிறுவன்* | சிறுமி*',
    'hi-Latn':
      'bachcha | bachche | bachchi | bacha | bache | bachi | baccha | bacche | bacchi | beta | bete | beti | ladka | ladke | ladki | pota | pote | poti | naati | nati | bhatija | munna | munni | chotu | chhotu | gudiya | bitiya | bachhe | bachchon | bachho | chhora',
    'ta-Latn':
      'kuzhandhai* | kuzhanthai* | kulandhai* | kulanthai* | kolandhai* | kolanthai* | kuzhandha* | kulandha* | magan* | magal* | paiyan* | payyan* | payan* | en ponnu | ponnuku | ponnoda | ponnukku | chinna ponnu | peran* | pethi* | pulla* | pillai*',
  },
  mother: {
    en: 'mother | mom | mum | mummy | amma | ma | mothers | mothers in law | mother in law | maa',
    hi: 'माँ | मां | मम्मी | अम्मा | अम्मी | माता | माताजी | सास',
    ta: 'அம்மா* | தாய* | மாமியார்* | அத்தை*',
    'hi-Latn': 'maa | mummy | mumma | amma | ammi | mata | mataji | saas | mom',
    'ta-Latn':
      'amma | ammavuku | ammaku | ammavoda | ammaoda | ammava | ammavai | thaay | thaai | maamiyar* | mamiyar* | mom',
  },
  father: {
    en: 'father | dad | daddy | papa | appa | father in law',
    hi: 'पिता | पिताजी | पापा | अब्बा | बाबूजी | बापू | बाबा | ससुर',
    ta: 'அப்பா* | தந்தை* | மாமனார்*',
    'hi-Latn': 'pita | pitaji | papa | abba | babuji | bapu | sasur | dad',
    'ta-Latn':
      'appa | appavuku | appaku | appavoda | appaoda | appava | appavai | thandhai* | maamanar* | mamanar* | dad',
  },
  spouse: {
    en: 'husband | wife | spouse | partner | hubby | my hubby | hubbys',
    hi: 'पति | पत्नी | बीवी | बीबी | घरवाली | घरवाले | मियां',
    ta: 'கணவ* | மனைவி* | புருஷ* | பொண்டாட்டி* | வீட்டுக்காரர்* | வீட்டுக்காரர் | மனைவிக்க* | வீட்டுக்கார*',
    'hi-Latn': 'pati | patni | biwi | bivi | gharwali | husband | wife | biwi ko | pati dev',
    'ta-Latn': 'kanavar* | manaivi* | purushan* | pondatti* | veetukarar* | husband* | wife*',
  },
  elder: {
    en: 'grandmother | grandfather | grandma | grandpa | granny | grandad | granddad | grandparent | elderly | old man | old woman | nana | nani | dadi | dada | thatha | paati',
    hi: 'दादा | दादी | नाना | नानी | बुजुर्ग | बुज़ुर्ग | बूढ़े | बूढ़ी | दादाजी | दादीजी',
    ta: 'தாத்தா* | பாட்டி* | முதிய* | பெரியவ* | வயசானவ* | கிழவ*',
    'hi-Latn': 'dada | dadi | nana | nani | dadaji | buzurg | bujurg | budhe | budhi',
    'ta-Latn': 'thaatha* | thatha* | paatti* | paati* | patti* | periyavar* | vayasanavar* | muthiyavar*',
  },
  other_person: {
    en: 'he | she | him | her | brother | sister | uncle | aunt | aunty | friend | neighbour | neighbor | somebody | someone | patient | man | woman | lady | person | colleague | cousin | roommate | they | boyfriend | girlfriend | his',
    hi: 'वह | वो | उसे | उसको | उन्हें | भाई | बहन | चाचा | चाची | मामा | मामी | दोस्त | पड़ोसी | किसी | मरीज़ | मरीज | आदमी | औरत | भैया | दीदी | मौसी | बुआ | उनको | उसने | उसकी | उसका | सहेली',
    ta: 'அவன்* | அவர்* | அவள்* | அவங்க* | அவ | அவனுக்க* | அண்ண* | தம்பி* | அக்கா* | தங்கச்சி* | தங்கை* | மாமா* | சித்தி* | சித்தப்பா* | நண்ப* | தோழி* | ஒருத்த* | ஒருவ* | யாரோ | பெரியப்பா*',
    'hi-Latn':
      'woh | wo | vo | usko | use | unhe | unko | bhai | behen | behan | bahan | chacha | chachi | mama | mami | dost | padosi | kisi | mareez | mariz | aadmi | aurat | bhaiya | didi | mausi | bua | uski | uska | usne | saheli',
    'ta-Latn':
      'avan* | avar* | aval* | avanga* | avanuku | anna | annavuku | annaku | annavoda | annaoda | annava | annavai | akka | akkavuku | akkaku | akkavoda | akkaoda | akkava | akkavai | annan* | thambi* | thangachi* | thangai* | maama* | chithi* | chithappa* | nanban* | nanbar* | friend* | thozhi* | oruthar* | oruthan* | yaaro | brother | sister | periyappa*',
  },
  self: {
    en: 'i | im | ive | me | my | mine | myself | id',
    hi: 'मैं | मैंने | मुझे | मुझको | मेरा | मेरी | मेरे | मुझसे | हम | हमें',
    ta: 'நான் | என் | எனக்க* | என்ன | என்னோட* | என்னால* | என்னை | என்னுடைய*',
    'hi-Latn': 'maine | mene | mujhe | mujhko | muje | mera | meri | mere | mujhse | hum',
    'ta-Latn': 'naan | nan | en | enaku* | enakku* | enakk* | ennoda | ennala | ennaala | ennai | yenaku | enna mudi*',
  },
  diabetic: {
    en: 'diabetic | diabetes | diabetics | on insulin | insulin | sugar patient | type 1 | type 2 | have sugar | has sugar | metformin | glimepiride',
    hi: 'मधुमेह | डायबिटीज* | डायबिटिक | शुगर | इंसुलिन | शुगर के मरीज*',
    ta: 'சர்க்கரை* | சக்கரை* | நீரிழிவ* | சுகர்* | டயபட்டீஸ்* | டயாபட்டிக்* | இன்சுலின்*',
    'hi-Latn': 'madhumeh | diabetes | diabetic | sugar | insulin | shugar | daibetes | diabetis | diebetes',
    'ta-Latn':
      'sakkarai* | sarkarai* | sakkara* | sarkkarai* | neerizhivu* | sugar | diabetes | diabetic | insulin | sugaru | diabetis',
  },
  pregnant_word: {
    en: 'pregnant | pregnancy | expecting a baby | trimester | gestation | weeks pregnant | months pregnant | baby in my belly|womb|tummy | baby inside | antenatal | carrying a baby | foetus | fetus | preggo | pregnent | pregant | months along | weeks along | wks along | in the family way | expecting',
    hi: 'गर्भवती | गर्भ | गर्भावस्था | प्रेग्नेंट | प्रेगनेंट | प्रेग्नेंसी | प्रेगनेंसी | पेट से हूँ | पेट से हूं | पेट से है | हामला | उम्मीद से | पाँव भारी | गर्भवति | महीने का गर्भ | पेट में बच्चा | पेट में पल* | गर्भ से | पेट से | उम्मीद से हूँ',
    ta: 'கர்ப்ப* | கர்ப* | கருவுற்ற* | கர்ப்பிணி* | முழுகாம* | பிரெக்னன்* | மாசமா இருக்க* | மாசமாக இருக்க* | மாசமாயிருக்க* | கருத்தரி* | வயித்துல குழந்தை* | வயிற்றில் குழந்தை* | கருவில்* | கருவுற* | மாசமா இருக்கா* | மாசமா இருக்கே* | முழுகாம இருக்க*',
    'hi-Latn':
      'pregnant | pregnancy | pregnent | pregnet | pregnat | garbhvati | garbhwati | garbh | pet se hu | pet se hoon | pet se hai | ummeed se | paon bhari | preg | pragnent | pet me|mein bachcha|bacha|baby | garbhavati* | garbhavt*',
    'ta-Latn':
      'pregnant* | pregnancy | karpam* | karpama* | karpini* | garbam* | garbini* | garpini* | karppam* | karbam* | karbini* | karu | muzhugama* | mulugama* | maasama iruk* | masama iruk* | vayithula kuzhandhai* | vayithula baby* | mulugama iruk* | vayithula pulla*',
  },
}

/** Months and weeks of a pregnancy, which are how many people say it. */
export const PREGNANCY_TIMES: WordClasses = {
  pregnancy_ordinal: {
    en: '3rd trimester | third trimester | 5th month | 6th month | 7th month | 8th month | 9th month | fifth month | sixth month | seventh month | eighth month | ninth month | 5th mth | 6th mth | 7th mth | 8th mth | 9th mth',
    hi: 'पाँचवाँ महीना | पांचवां महीना | छठा महीना | छठवां महीना | सातवाँ महीना | सातवां महीना | आठवाँ महीना | आठवां महीना | नौवाँ महीना | नौवां महीना | नवां महीना | नौवें महीने | आठवें महीने | सातवें महीने | छठे महीने',
    ta: 'ஐந்தாவது மாச* | ஆறாவது மாச* | ஏழாவது மாச* | எட்டாவது மாச* | ஒன்பதாவது மாச* | ஆறாம் மாச* | ஏழாம் மாச* | எட்டாம் மாச* | ஒன்பதாம் மாச* | ஐந்தாவது மாத* | ஆறாவது மாத* | ஏழாவது மாத* | எட்டாவது மாத* | ஒன்பதாவது மாத*',
    'hi-Latn':
      'paanchva mahina | chhatha mahina | saatva mahina | satva mahina | aathva mahina | athva mahina | nauva mahina | nova mahina | nauve mahine | aathve mahine | saatve mahine | 9th month | 8th month | 7th month | 6th month | 5th month | 5va|6va|7va|8va|9va|5wa|6wa|7wa|8wa|9wa|5vaan|7vaan|8vaan|9vaan mahina|mahine|maheena|month | aathwa|aathva|saatwa|saatva|nauwa|nauva|chhatha|paanchwa mahina|mahine|maheena|month',
    'ta-Latn':
      'aaravadhu maasam | ezhavadhu maasam | ettavadhu maasam | onbadhavadhu maasam | 9th month | 8th month | 7th month | 6th month | 5th month | onbathaam maasam | ettaam maasam | 5aavadhu|6aavadhu|7aavadhu|8aavadhu|9aavadhu maasam|masam | aezhaam|ezhaam|ettaam|onbadhaam|aaraam maasam|masam',
  },
  pregnancy_time: {
    en: '#number weeks | #number wks | #number months | 3rd trimester | third trimester | 6th month | 7th month | 8th month | 9th month | 5th month | seventh month | eighth month | ninth month',
    hi: 'पाँचवाँ महीना | पांचवां महीना | छठा महीना | छठवां महीना | सातवाँ महीना | सातवां महीना | आठवाँ महीना | आठवां महीना | नौवाँ महीना | नौवां महीना | नवां महीना | नौवें महीने | आठवें महीने | सातवें महीने | छठे महीने | #number महीने | #number हफ्ते | #number हफ़्ते',
    ta: 'ஐந்தாவது மாச* | ஆறாவது மாச* | ஏழாவது மாச* | எட்டாவது மாச* | ஒன்பதாவது மாச* | ஆறாம் மாச* | ஏழாம் மாச* | எட்டாம் மாச* | ஒன்பதாம் மாச* | எட்டு மாச* | ஏழு மாச* | ஒன்பது மாச* | ஆறு மாச* | #number மாத* | #number மாச* | #number வார*',
    'hi-Latn':
      'paanchva mahina | chhatha mahina | saatva mahina | satva mahina | aathva mahina | athva mahina | nauva mahina | nova mahina | nauve mahine | aathve mahine | saatve mahine | 9th month | 8th month | 7th month | 6th month | #number mahine | #number month* | #number week* | #number hafte',
    'ta-Latn':
      'aaravadhu maasam | ezhavadhu maasam | ettavadhu maasam | onbadhavadhu maasam | ettu maasam* | ezhu maasam* | onbadhu maasam* | 9th month | 8th month | 7th month | 6th month | #number maasam* | #number masam* | #number maasa* | #number month* | #number week* | #number maadha* | #number matham*',
  },
}
