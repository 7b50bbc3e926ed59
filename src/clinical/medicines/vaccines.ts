/**
 * Vaccines of the Universal Immunisation Programme (National Immunisation Schedule, Ministry of Health and Family Welfare)
 * and of the schedule of the Indian Academy of Pediatrics, with names and brands as vaccination cards print them.
 */
const VACCINES: readonly (readonly [string, RegExp])[] = [
  ['BCG', /\bbcg\b|बी ?सी ?जी|பி ?சி ?ஜி/iu],
  ['Oral polio (OPV)', /\b(?:b?opv|oral polio)\b|पोलियो|போலியோ/iu],
  ['Inactivated polio (IPV)', /\b(?:f?ipv|inactivated polio|polio inj\w*)\b/i],
  ['Hexavalent', /\b(?:hexavalent|hexaxim|infanrix hexa|easy ?six)\b/i],
  [
    'Pentavalent',
    /\b(?:penta(?:valent)?|pentavac|easy ?five|comvac ?5)\b|पेंटा(?:वेलेंट|वैलेंट)?|पेन्टावेलेन्ट|பென்டா(?:வேலன்ட்|வாலன்ட்)?/iu,
  ],
  [
    'Hepatitis B',
    /\b(?:hep(?:atitis)?[\s-]?b|engerix|genevac|shanvac)\b|हेपेटाइटिस[ -]?(?:बी|B)|ஹெபடைடிஸ்[ -]?(?:பி|B)/iu,
  ],
  ['Hepatitis A', /\b(?:hep(?:atitis)?[\s-]?a|havrix|biovac[\s-]?a)\b/i],
  ['Rotavirus', /\b(?:rota(?:virus|vac|sil|rix|teq)?)\b|रोटा(?:वायरस)?|ரோட்டா(?:வைரஸ்)?/iu],
  ['Pneumococcal (PCV)', /\b(?:pcv|pneumococcal|prevenar|synflorix|pneumosil|pneumovax|ppsv)\b/i],
  ['MMR', /\b(?:mmr|priorix|tresivac)\b/i],
  ['Measles and rubella (MR)', /\b(?:mr|measles(?:[\s-]*rubella)?)\b|खसरा|मीज़ल्स|मीजल्स|தட்டம்மை/iu],
  ['Japanese encephalitis', /\b(?:je|japanese encephalitis|jenvac)\b/i],
  ['Varicella', /\b(?:varicella|chicken ?pox|varilrix|varivax)\b/i],
  ['Typhoid', /\b(?:typhoid|tcv|typbar|typhim|peda ?typh)\b|टाइफाइड|டைபாய்டு/iu],
  ['HPV', /\b(?:hpv|gardasil|cervarix|cervavac)\b/i],
  ['Influenza', /\b(?:influenza|flu(?: shot| vaccine)?|influvac|vaxigrip|fluarix)\b/i],
  ['Tdap', /\b(?:tdap|boostrix|adacel)\b/i],
  ['DPT', /\b(?:dpt|dtp|dtwp|dtap|triple antigen)\b|डी ?पी ?टी|டி ?பி ?டி/iu],
  ['Tetanus and diphtheria (Td)', /\b(?:td|tt|tetanus(?: toxoid)?)\b|टिटनेस|டெட்டனஸ்/iu],
  ['Rabies', /\b(?:rabies|arv|rabipur|verorab|abhayrab)\b|रेबीज़?|ரேபிஸ்/iu],
  ['Meningococcal', /\b(?:meningococcal|menactra|menveo)\b/i],
  ['COVID-19 (Covishield)', /\bcovi ?shield\b/i],
  ['COVID-19 (Covaxin)', /\bco ?vaxin\b/i],
  ['COVID-19 (Corbevax)', /\bcorbevax\b/i],
  ['COVID-19 (Sputnik V)', /\bsputnik\b/i],
  ['COVID-19 (Covovax)', /\bcovovax\b/i],
  ['COVID-19', /\bcovid(?:[\s-]?19)? vaccin\w*/i],
  ['Yellow fever', /\byellow fever|stamaril\b/i],
  ['Vitamin A', /\bvit(?:amin)?[\s.-]?a\b/i],
]

/** The vaccine that a text names; the first of the list that fits, which puts combinations before their parts. */
export function findVaccine(text: string): string | undefined {
  return VACCINES.find(([, pattern]) => pattern.test(text))?.[0]
}
