import type { DocumentCategory } from '../read-document.ts'

/** Words that speak for a kind of document, each with the weight of its evidence. */
const EVIDENCE: Readonly<Record<Exclude<DocumentCategory, 'other'>, readonly (readonly [RegExp, number])[]>> = {
  laboratory: [
    [/\b(?:reference (?:range|interval|value)|normal values?|biological ref|bio\.? ref)/i, 3],
    [
      /\b(?:pathology|patholab|diagnostics?|laboratory|clinical biochemistry|ha?ematology|biochemistry|microbiology|serology)\b/i,
      2,
    ],
    [/\b(?:specimen|sample (?:collected|type|date)|investigation)\b/i, 1],
    [/जाँच रिपोर्ट|जांच रिपोर्ट|पैथोलॉजी|प्रयोगशाला|பரிசோதனை அறிக்கை|ஆய்வக/u, 3],
  ],
  radiology: [
    [
      /\b(?:x-?ray|ultrasound|ultrasonograph\w*|usg|sonograph\w*|ct scan|computed tomography|mri|magnetic resonance|mammogra\w*|radiograph\w*|doppler|echocardiogra\w*|2d echo)\b/i,
      4,
    ],
    [/\b(?:radiolog\w*|impression\s*:|findings\s*:)/i, 2],
    [/एक्स\s?-?\s?रे|अल्ट्रासाउंड|सोनोग्राफी|सीटी स्कैन|எக்ஸ்\s?-?\s?ரே|அல்ட்ராசவுண்ட்|ஸ்கேன்/u, 4],
  ],
  prescription: [
    [/(?:^|\s)(?:rx|℞)(?=\s|$|:)/i, 3],
    [/\b(?:tab(?:let)?|cap(?:sule)?|syp|syrup|inj|oint(?:ment)?)\.?\s+[a-z]/i, 3],
    [
      /\b(?:[01]\s*-\s*[01]\s*-\s*[01]|bd|tds|od|sos|hs|twice daily|once daily|thrice daily|after (?:food|meals?|dinner|lunch)|before (?:food|meals?))\b/i,
      2,
    ],
    [/\b(?:prescri\w*|follow[- ]?up after|c\/o|chief complaints?)\b/i, 2],
    [/(?:गोली|टैबलेट|कैप्सूल|सिरप|மாத்திரை|கேப்சூல்|சிரப்)/u, 3],
    [/दवाइयाँ|दवाएँ|डॉक्टर का पर्चा|சீட்டு|மருந்துகள்/u, 2],
    [/दिन में|खाने (?:के बाद|से पहले)|சாப்பாட்டுக்கு|சாப்பிட்ட/u, 2],
  ],
  discharge_summary: [
    [
      /\bdischarge (?:summary|card|certificate)\b|डिस्चार्ज (?:समरी|सारांश|कार्ड)|छुट्टी का (?:सारांश|काग़ज़|कागज)|டிஸ்சார்ஜ் சுருக்கம்/iu,
      8,
    ],
    [
      /\b(?:date of (?:admission|discharge)|admitted on|discharged on|course in (?:the )?hospital|condition (?:at|on) discharge)\b/i,
      3,
    ],
  ],
  insurance: [
    [
      /\b(?:policy (?:no|number|holder)|sum insured|insurance|insured|claim (?:no|form|number)|premium|tpa|cashless)\b/i,
      3,
    ],
  ],
  vaccination: [
    [/\b(?:vaccin\w*|immuni[sz]ation)\b|टीकाकरण|टीका|தடுப்பூசி/iu, 4],
    [/\b(?:1st dose|2nd dose|dose 1|dose 2|booster|batch no|cowin|beneficiary|bcg|opv|dpt|mmr|pentavalent)\b/i, 2],
  ],
}

/** What kind of document a text is; values with their ranges speak louder than any word. */
export function categoryOf(text: string, resultCount: number): DocumentCategory {
  const scores = Object.entries(EVIDENCE).map(([category, evidence]) => {
    const words = evidence.reduce((sum, [pattern, weight]) => sum + (pattern.test(text) ? weight : 0), 0)
    return {
      category: category as DocumentCategory,
      score: words + (category === 'laboratory' ? Math.min(8, resultCount * 2) : 0),
    }
  })
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score >= 3 ? best.category : 'other'
}
