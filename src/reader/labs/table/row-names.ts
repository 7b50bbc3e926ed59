import { distance } from 'fastest-levenshtein'

/** Names of lines that look like rows of a result table and are none. */
const LABELS =
  /^(?:primary\s+)?(?:sample|specimen)(?:\s+(?:type|collected|no|id|source))?\b|^(?:tat|method|methodology|instruments?|analy[sz]er|equipment|kit|comments?|notes?|remarks?|interpretation|impression|advi[cs]e|conclusion|opinion|suggest\w*|recommend\w*|clinical\s+(?:notes?|significance|history)|age|sex|gender|patient|name|ref(?:erred|erence)?\.?\s*(?:by|dr)|doctor|dr\.|date|collect\w*|receiv\w*|report\w*|regist\w*|regd?\.?|page|lab\s*(?:no|id)|uhid|mrn|pid|bar\s?code|accession|bill|invoice|phone|mobile|tel|email|address|www|client|centre|center|branch|nabl|test done|risk factor|end of|generated|printed|approved|verified|checked|signature|d\.?o\.?b|visit|status|height|weight|bmi|amount|price|total amount|mrp|rs\.?)\b/i

/** Grades that interpretive tables list in the place of test names. */
const GRADES =
  /^(?:above |near |below |very |extreme(?:ly)? |borderline |mild(?:ly)? |moderate(?:ly)? |severe(?:ly)? )*(?:optimal|desirable|borderline|high|low|normal|elevated|moderate|deficien\w*|insufficien\w*|sufficien\w*|toxic\w*|intoxication|negative|positive|equivocal|acceptable|good control|fair control|poor control|pre[- ]?diabet\w*|(?:non[- ]?)?diabet\w*|risk|no risk|average|male|female|men|women|adults?|child(?:ren)?|infants?|new\s?borns?|pregnan\w*|(?:first|second|third|1st|2nd|3rd) trimester|trimester|category|stage|grade|goal|target|excellent|mild|severe|extreme)\b/i

/** Words that begin what laboratories write after the last row. */
const CLOSINGS =
  /^[*~\-\s.#]*(?:end of (?:the )?report|notes?\b|comments?\b|interpretation|clinical (?:notes?|significance|use|utility)|instruments?\s*:|advi[cs]e|conclusion|impression|test (?:done|significance|description)|remarks?\b|please correlate|correlate clinically|risk factor|increased (?:in|levels?)|decreased (?:in|levels?)|kindly|disclaimer|conditions of|\*?\s*this (?:is|report)|thanks? for|suggested|references?\s*:|method(?:ology)? used|processed at|possible causes|लक्षण|टिप्पणी|सूचना|குறிப்பு\s*:)/i

/** Methods that stand under a test's name, often in small print. */
const METHODS =
  /^\(?(?:method\b|(?:sample|specimen)(?: type)?\s*:|methodology\b|calculated|derived|electrical impedance|impedance|flow cytometry|spectro?photometr\w*|photometr\w*|colou?rimetr\w*|immuno\w*|chemiluminesc\w*|clia\b|cmia\b|eclia\b|elisa\b|elfa\b|eia\b|hplc\b|ise\b|(?:in)?direct ise|ion selective|turbidimetr\w*|nephelometr\w*|enzymatic|kinetic|uricase|urease|jaffe|modified jaffe|biuret\w*|biure\b|bcg\b|bcp\b|god|gpo|chod|ifcc|p-?npp|diazo\w*|arsenazo|molybdate|hexokinase|westergren|wintrobe|capillary photometry|microscop\w*|dip ?stick|reflectance|refractometr\w*|sls\b|cyanmeth\w*|dhss|vcs\b|fluorescence|automated|manual|glucose oxidase|latex|agglutination|diazonium|friedewald|direct\b(?!ly)|homogeneous|pap\b|uv\b)/i

/** Whether a name labels something about the report or its sample. */
export function isLabel(name: string): boolean {
  return LABELS.test(name.trim())
}

/** Whether a name is a grade of an interpretive table. */
export function isGrade(name: string): boolean {
  return GRADES.test(name.trim())
}

/** Whether a line ends the rows above it. */
export function isClosing(text: string): boolean {
  return CLOSINGS.test(text.trim())
}

/** Whether a line below a name tells the method. */
export function isMethod(text: string): boolean {
  if (METHODS.test(text.trim()) || /impedance|photometry|turbidimetry|luminescence/i.test(text)) return true
  // "Meirod: Uricase", as recognition has it.
  const [first = ''] = text.trim().toLowerCase().split(/\s+/)
  const letters = first.replace(/[^a-z]/g, '')
  return letters.length >= 5 && letters.length <= 7 && distance(letters, 'method') <= 2
}
