/**
 * How laboratories in India print units, folded by `foldUnitText`: lower case, no blanks, no `^`, `u` for micro. Parts
 * of one unit are listed once and put together, so that `gm%`, `gms/100ml` and `g/dl` need no entries of their own.
 */
type Spellings = Readonly<Record<string, string>>

function spellings(table: Readonly<Record<string, string>>): Spellings {
  return Object.fromEntries(
    Object.entries(table).flatMap(([code, words]) => words.split(' ').map((word) => [word, code])),
  )
}

/** What is counted, before the slash. Text recognition reads `µ` as u, y, w, p or 4 where no such unit exists. */
export const NUMERATORS: Spellings = spellings({
  g: 'g gm gms gr gram grams grm ग्राम ग्रा கிராம் கி',
  mg: 'mg mgs mgm mgms rng mq milligram milligrams मिग्रा मिलीग्राम मिलिग्राम மிகி மிகிராம் மில்லிகிராம்',
  ug: 'ug mcg ugm yg wg microgram micrograms माइक्रोग्राम மைக்ரோகிராம்',
  ng: 'ng ngm nanogram nanograms नैनोग्राम நானோகிராம்',
  pg: 'pg pgm picogram picograms पिकोग्राम பிகோகிராம்',
  mmol: 'mmol mmols mmole mmoles millimol millimoles mm0l rnmol मिलीमोल மில்லிமோல்',
  umol: 'umol umols umole mcmol micromol micromoles ymol wmol माइक्रोमोल மைக்ரோமோல்',
  nmol: 'nmol nmols nmole nanomol नैनोमोल நானோமோல்',
  pmol: 'pmol pmols pmole picomol',
  meq: 'meq meqs mequiv milliequivalent rneq',
  mosm: 'mosm mosmol',
  U: 'u unit units यूनिट யூனிட்',
  '[IU]': 'iu lu 1u intunits',
  'm[IU]': 'miu mlu rniu',
  mU: 'mu rnu',
  'u[IU]': 'uiu ulu mciu microiu yiu ylu wiu piu plu 4iu',
  uU: 'uu mcu microu yu wu',
  'k[IU]': 'kiu',
  kU: 'ku',
  ukat: 'ukat',
  '[EU]': 'eu ehrlichunits ehrlichunit',
  '{copies}': 'copies copy',
  "[arb'U]": 'au arbunits',
  mL: 'ml cc',
  L: 'l',
})

/** What it is counted in, after the slash. */
export const DENOMINATORS: Spellings = spellings({
  dL: 'dl dls di d1 d| 100ml 100mls 100cc dltr deciliter decilitre cl1 डीएल डेली डेसीलीटर डेसिलीटर டெலி டெசிலி டெசிலிட்டர் டெசிலீட்டர்',
  L: 'l lt ltr ltrs litre liter i 1 | लीटर लि லிட்டர் லி',
  mL: 'ml mls mi m1 m| milliliter millilitre rnl cc एमएल मिली மிலி மில்லிலிட்டர்',
  uL: 'ul mcl microl microliter microlitre cumm cmm cum mm3 mmm cubicmm cubicmillimetre cubicmillimeter eumm curnm cumrn ui u1 u| yl wl pl 4l mci घनमिमी घनमिलीमीटर क्यूबिकमिमी माइक्रोलीटर மைக்ரோலிட்டர் கனமிமீ கனமிமி கனமில்லிமீட்டர்',
  '[HPF]': 'hpf hpff highpowerfield',
  '[LPF]': 'lpf lowpowerfield',
  g: 'g gm gram',
  'g{creat}': 'gcreat gcreatinine gmcreat gmcreatinine gofcreatinine gmofcreatinine gcr',
  mg: 'mg',
  'mg{creat}': 'mgcreat mgcreatinine mgofcreatinine mgcr',
  mmol: 'mmol',
  'mmol{creat}': 'mmolcreat mmolcreatinine',
  mol: 'mol',
  kg: 'kg',
  'mL{FEU}': 'mlfeu',
  'L{FEU}': 'lfeu',
  min: 'min minute',
  'min/{1.73_m2}':
    'min/1.73m2 min/1.73sqm min/1.73sqmtr min/1.73sqmt min/1.73 min/1.73m min/1.73mm2 min/1.73squaremeter minute/1.73m2 min/m2',
  h: 'h hr hour',
  '(24.h)': '24h 24hr 24hrs 24hour 24hours day d 24घंटे',
})

/** Thousands, lakhs and millions before a count of cells. */
export const COUNT_MULTIPLES: Spellings = spellings({
  '10*3': '103 10e3 k thou thous thousand thousands th thsd tho 103cells हजार हज़ार ஆயிரம்',
  '10*5': 'lakh lakhs lac lacs lak laks lkh 105 लाख லட்சம் இலட்சம்',
  '10*6': '106 10e6 m mil mill mills million millions mio milli 106cells मिलियन மில்லியன்',
  '10*9': '109 10e9 109cells',
  '10*12': '1012 10e12 1012cells',
})

/** Units without a slash, and those that follow no rule. */
export const WHOLE_UNITS: Spellings = spellings({
  '%': '% percent percentage pct vol% प्रतिशत சதவீதம் சதவிகிதம்',
  fL: 'fl femtoliter femtolitre fi f1 cumicron cubicmicron cumicrons um3 cuu फेमटोलीटर ஃபெம்டோலிட்டர்',
  pg: 'pg pgm pgs picogram picograms picogm py',
  'g/dL': 'gm% g% gms% gram% grams% gldl gmldl glal gm/d',
  'mg/dL': 'mg% mgs% mgldl mgidl mgdl mg/d mg/al',
  'ug/dL': 'ug% mcg% ugldl',
  'ng/dL': 'ng% ngldl',
  'meq/L': 'meq% meqll meqil',
  'mmol/L': 'mmolll mmolil',
  'mm/h':
    'mm/h मिमी/घंटे மிமீ/மணிநேரம் mm/hr mm/hrs mm/hour mm/1hr mm/1h mm/1sthr mm/1sthour mm/1hour mm1sthr mmin1hr mmin1sthr mm1hr mmhr mmafter1hr mmafter1sthr mm/lsthr mm/1sthr mm/firsthour mm/lhr mmat1hr mmforfirsthour mmatendof1hr mm/घंटा मिमी/घंटा மிமீ/மணி',
  s: 's sec secs second seconds सेकंड सेकेंड வினாடி விநாடி',
  min: 'min mins minute minutes मिनट நிமிடம்',
  'mm[Hg]': 'mmhg mmofhg mm[hg]',
  '1': 'ratio index s/co sco coi cutoffindex अनुपात விகிதம்',
  '{INR}': 'inr',
  '[pH]': 'ph',
  '/[HPF]': '/hpf hpf perhpf cells/hpf cell/hpf /hpff cellsperhpf /h /highpowerfield',
  '/[LPF]': '/lpf lpf perlpf',
  '/uL':
    '/ul /cumm /cmm /mm3 cumm cmm mm3 cells/cumm cells/ul cells/mm3 percumm cellspercumm cell/cumm ul /mcl cells/mcl cells/cmm cell/ul /cum /eumm eumm cells/eumm /microl count/cumm /घनमिमी प्रतिघनमिमी प्रतिघनमिलीमीटर प्रतिमाइक्रोलीटर /माइक्रोलीटर कोशिका/घनमिमी /கனமிமீ ஒருகனமிமீ',
  '{titer}': 'titre titer',
  Cel: 'c degc celsius cel',
  '[degF]': 'f degf fahrenheit',
  kg: 'kg kgs',
  cm: 'cm cms',
  'kg/m2': 'kg/m2 kg/sqm kg/msq',
})
