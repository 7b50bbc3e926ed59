import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ANALYTES, analyteByLoinc, findAnalyte, type NameContext } from './index.ts'

function key(name: string, context: NameContext = {}): string | undefined {
  return findAnalyte(name, context)?.analyte.key
}

describe('findAnalyte tells look-alikes apart', () => {
  it.each<[string, NameContext, string | undefined]>([
    ['Neutrophils', { unit: '%' }, 'neutrophils_percent'],
    ['Neutrophils', { unit: 'cells/cumm' }, 'neutrophils_absolute'],
    ['Neutrophils', { valueText: '4500' }, 'neutrophils_absolute'],
    ['Neutrophils', { valueText: '62' }, 'neutrophils_percent'],
    ['Neutrophils', { section: 'ABSOLUTE COUNTS', valueText: '3.2' }, 'neutrophils_absolute'],
    ['NEU%', {}, 'neutrophils_percent'],
    ['NEU#', {}, 'neutrophils_absolute'],
    ['Lymph#', {}, 'lymphocytes_absolute'],
    ['Absolute Eosinophil Count (AEC)', {}, 'eosinophils_absolute'],
    ['Bilirubin Total', {}, 'bilirubin_total'],
    ['Bilirubin (Direct)', {}, 'bilirubin_direct'],
    ['Bilirubin (Indirect)', {}, 'bilirubin_indirect'],
    ['Conjugated Bilirubin', {}, 'bilirubin_direct'],
    ['Unconjugated Bilirubin', {}, 'bilirubin_indirect'],
    ['SERUM BILIRUBIN, DIRECT [Mass/Vol]', {}, 'bilirubin_direct'],
    ['Direct', { section: 'Serum Bilirubin' }, 'bilirubin_direct'],
    ['Total', { section: 'BILIRUBIN' }, 'bilirubin_total'],
    ['T3', {}, 't3_total'],
    ['Free T3', {}, 't3_free'],
    ['FT3', {}, 't3_free'],
    ['T3 [ Tri - iodothyronine ]', {}, 't3_total'],
    ['Thyroxine (T4), Free', {}, 't4_free'],
    ['T3 Uptake', {}, undefined],
    ['Reverse T3', {}, undefined],
    ['MCH', {}, 'mch'],
    ['MCHC', {}, 'mchc'],
    ['Mean Corpuscular Hemoglobin', {}, 'mch'],
    ['MEAN CELL HAEMOGLOBIN CON, MCHC', { unit: '%' }, 'mchc'],
    ['Urea', {}, 'urea'],
    ['Blood Urea', {}, 'urea'],
    ['BUN', {}, 'urea_nitrogen'],
    ['Blood Urea Nitrogen', {}, 'urea_nitrogen'],
    ['Urea / Creatinine Ratio', {}, 'urea_creatinine_ratio'],
    ['BUN / Creatinine Ratio', {}, 'urea_nitrogen_creatinine_ratio'],
    ['HDL Cholesterol', {}, 'cholesterol_hdl'],
    ['LDL Cholesterol', {}, 'cholesterol_ldl'],
    ['VLDL Cholesterol', {}, 'cholesterol_vldl'],
    ['V L D L Cholesterol', {}, 'cholesterol_vldl'],
    ['Non-HDL Cholesterol', {}, 'cholesterol_non_hdl'],
    ['Cholesterol / HDL', {}, 'cholesterol_hdl_ratio'],
    ['CHOL/HDL RATIO', {}, 'cholesterol_hdl_ratio'],
    ['LDL / HDL', {}, 'ldl_hdl_ratio'],
    ['HDL / LDL Ratio', {}, 'hdl_ldl_ratio'],
    ['Cholesterol HDL', { unit: 'mg/dL' }, 'cholesterol_hdl'],
    ['Glucose', { unit: 'mg/dL', valueText: '110' }, 'glucose_random'],
    ['Glucose', { section: 'URINE ROUTINE EXAMINATION', valueText: 'Nil' }, 'urine_glucose'],
    ['Glucose', { valueText: 'Negative' }, 'urine_glucose'],
    ['Urine Glucose', { valueText: '20', unit: 'mg/dL' }, 'urine_glucose'],
    ['Glucose, Fasting, Plasma', {}, 'glucose_fasting'],
    ['Glucose (PP)', {}, 'glucose_after_meal'],
    ['Glucose Tolerance Test 2 Hour', {}, 'glucose_tolerance_2h'],
    ['Protein', { section: 'Urine Analysis', valueText: 'Trace' }, 'urine_protein'],
    ['Serum Protein', {}, 'protein_total'],
    ['Albumin', { unit: 'g/dL' }, 'albumin'],
    ['Albumin', { section: 'URINE EXAMINATION', valueText: '+' }, 'urine_protein'],
    ['Micro Albumin', { unit: 'mg/L' }, 'urine_albumin'],
    ['Globulin', {}, 'globulin'],
    ['Gamma Globulin', {}, undefined],
    ['Alpha 1 Globulin', {}, undefined],
    ['Prealbumin', {}, undefined],
    ['RBC', { unit: 'mill/cumm' }, 'red_cell_count'],
    ['RBC', { unit: '/HPF' }, 'urine_red_cells'],
    ['WBC', { unit: '/HPF' }, 'urine_white_cells'],
    ['WBC', { unit: '/cumm' }, 'white_cell_count'],
    ['PSA Total', {}, 'psa_total'],
    ['Free PSA', { unit: 'ng/mL' }, 'psa_free'],
    ['% Free PSA', { unit: '%' }, 'psa_free_percent'],
    ['Phosphorus', {}, 'phosphorus'],
    ['Alkaline Phosphatase', {}, 'alkaline_phosphatase'],
    ['Calcium', {}, 'calcium'],
    ['Ionized Calcium', {}, 'calcium_ionised'],
    ['Urine Calcium', {}, 'urine_calcium'],
    ['Iron', {}, 'iron'],
    ['Total Iron Binding Capacity', {}, 'iron_binding_capacity'],
    ['UIBC', {}, 'iron_binding_capacity_unsaturated'],
    ['Transferrin Saturation', {}, 'transferrin_saturation'],
    ['PCT', { unit: '%' }, 'plateletcrit'],
    ['PCT', { unit: 'ng/mL' }, 'procalcitonin'],
    ['RDW', { unit: '%' }, 'rdw_cv'],
    ['RDW', { unit: 'fL', valueText: '45' }, 'rdw_sd'],
    ['RDW', { unit: 'fl', valueText: '16' }, 'rdw_cv'],
    ['CRP', {}, 'crp'],
    ['hs-CRP', {}, 'crp_high_sensitivity'],
    ['Creatinine', {}, 'creatinine'],
    ['Creatinine, Urine', {}, 'urine_creatinine'],
    ['Creatine Kinase', {}, 'creatine_kinase'],
    ['CK-MB', { unit: 'U/L' }, 'creatine_kinase_mb'],
    ['CK-MB', { unit: 'ng/mL' }, 'creatine_kinase_mb_mass'],
    ['Vitamin B12', {}, 'vitamin_b12'],
    ['Vitamin B6', {}, 'vitamin_b6'],
    ['25-Hydroxy Vitamin D', {}, 'vitamin_d'],
    ['1,25 Dihydroxy Vitamin D3', {}, undefined],
    ['Dengue IgG', {}, 'dengue_igg'],
    ['Dengue IgM', {}, 'dengue_igm'],
    ['S. Typhi "O"', {}, 'widal_typhi_o'],
    ['S. Typhi "H"', {}, 'widal_typhi_h'],
    ['eGFR', {}, 'egfr'],
    ['EGFR CATEGORY', {}, undefined],
    ['Estimated Average Glucose', {}, 'glucose_estimated_average'],
    ['HbA1c', {}, 'hba1c'],
    ['Hemoglobin A1c', {}, 'hba1c'],
    ['Hemoglobin', {}, 'haemoglobin'],
    ['Methemoglobin', {}, undefined],
    ['Prothrombin Time', {}, 'prothrombin_time'],
    ['Mean Normal Prothrombin Time', {}, undefined],
    ['PT Control', {}, undefined],
    ['INR', {}, 'inr'],
    ['Sodium', { section: 'CSF Analysis' }, undefined],
    ['Sodium Valproate', {}, undefined],
    ['B lymphocytes', {}, undefined],
    ['Patient Name', {}, undefined],
    ['Interpretation', {}, undefined],
    ['', {}, undefined],
  ])('%s %o is %s', (name, context, expected) => {
    expect(key(name, context)).toBe(expected)
  })
})

describe('findAnalyte reads what laboratories and text recognition make of names', () => {
  it.each([
    ['S.G.O.T.', 'ast'],
    ['S.G.P.T', 'alt'],
    ['G.G.T.P', 'ggt'],
    ['R D W - C V', 'rdw_cv'],
    ['S. Creatinine', 'creatinine'],
    ['Sr. Cholesterol', 'cholesterol_total'],
    ['CREATININE (Serum,Jaffe Method)', 'creatinine'],
    ['6) Bacteria', 'urine_bacteria'],
    ['HAEMOGLOBIN ( HB )', 'haemoglobin'],
    ['LYMPHOCYTE', 'lymphocytes_percent'],
    ['Globumin', 'globulin'],
    ['विटामिन #12', 'vitamin_b12'],
    ['एचबीए। सी (५७/0)', 'hba1c'],
    ['एमसीएंच (MGH)', 'mch'],
    ['எஸ்ஜிஓடி (851)', 'ast'],
    // As near to HDL as to LDL.
    ['एबडीएल कोलेस्ट्रॉल', undefined],
    ['Haemoglobln', 'haemoglobin'],
    ['HbAlc', 'hba1c'],
    ['Triglycerldes', 'triglycerides'],
    ['Cholestrol', 'cholesterol_total'],
    ['TSH ( Ultrasensitive )', 'tsh'],
    ['SGOT Aspartate Transaminase AST', 'ast'],
    ['HEMATOCRIT VALUE, HCT', 'haematocrit'],
    ['Albumin Bromocresol (BCG)', 'albumin'],
    ['Thyroid Stimulating Hormone TSH', 'tsh'],
    ['हीमोग्लोबिन', 'haemoglobin'],
    ['हीमोग्लोबिन (Hb)', 'haemoglobin'],
    ['खाली पेट शुगर', 'glucose_fasting'],
    ['कुल कोलेस्ट्रॉल', 'cholesterol_total'],
    ['प्लेटलेट काउंट', 'platelet_count'],
    ['यूरिक एसिड', 'uric_acid'],
    ['ஹீமோகுளோபின்', 'haemoglobin'],
    ['இரத்த சர்க்கரை', 'glucose_random'],
    ['தட்டணுக்கள் எண்ணிக்கை', 'platelet_count'],
    ['மொத்த கொலஸ்ட்ரால்', 'cholesterol_total'],
    ['யூரியா', 'urea'],
  ])('%s is %s', (name, expected) => {
    expect(key(name)).toBe(expected)
  })

  it.each([
    ['हीमोग्लोबिन (Hb)', 'haemoglobin'],
    ['हीमोग्लोबीन', 'haemoglobin'],
    ['कुल श्वेत रक्त कोशिका गणना', 'white_cell_count'],
    ['श्वेत रक्त कोशिका गणना (WBC)', 'white_cell_count'],
    ['कुल ल्यूकोसाइट गणना (TLC)', 'white_cell_count'],
    ['टोटल ल्यूकोसाइट काउंट', 'white_cell_count'],
    ['लाल रक्त कोशिका गणना', 'red_cell_count'],
    ['लाल रक्त कणिका', 'red_cell_count'],
    ['प्लेटलेट गणना', 'platelet_count'],
    ['प्लेटलेट्स की संख्या', 'platelet_count'],
    ['न्यूट्रोफिल्स', 'neutrophils_percent'],
    ['लिम्फोसाइट्स', 'lymphocytes_percent'],
    ['मोनोसाइट्स', 'monocytes_percent'],
    ['इओसिनोफिल्स', 'eosinophils_percent'],
    ['बेसोफिल्स', 'basophils_percent'],
    ['हेमाटोक्रिट (PCV)', 'haematocrit'],
    ['रक्त शर्करा (खाली पेट)', 'glucose_fasting'],
    ['खाली पेट रक्त शर्करा', 'glucose_fasting'],
    ['उपवास रक्त शर्करा', 'glucose_fasting'],
    ['फास्टिंग ब्लड शुगर', 'glucose_fasting'],
    ['ग्लूकोज (खाली पेट)', 'glucose_fasting'],
    ['भोजन के बाद रक्त शर्करा', 'glucose_after_meal'],
    ['रक्त शर्करा (भोजन के बाद)', 'glucose_after_meal'],
    ['एचबीए1सी', 'hba1c'],
    ['ग्लाइकेटेड हीमोग्लोबिन (HbA1c)', 'hba1c'],
    ['कुल कोलेस्ट्रॉल', 'cholesterol_total'],
    ['एचडीएल कोलेस्ट्रॉल', 'cholesterol_hdl'],
    ['एलडीएल कोलेस्ट्रॉल', 'cholesterol_ldl'],
    ['वीएलडीएल कोलेस्ट्रॉल', 'cholesterol_vldl'],
    ['ट्राइग्लिसराइड्स', 'triglycerides'],
    ['ट्राइग्लिसराइड', 'triglycerides'],
    ['सीरम क्रिएटिनिन', 'creatinine'],
    ['सीरम क्रिएटिनाइन', 'creatinine'],
    ['रक्त यूरिया', 'urea'],
    ['ब्लड यूरिया', 'urea'],
    ['सीरम यूरिया', 'urea'],
    ['यूरिक अम्ल', 'uric_acid'],
    ['सीरम सोडियम', 'sodium'],
    ['सीरम पोटेशियम', 'potassium'],
    ['सीरम पोटैशियम', 'potassium'],
    ['क्लोराइड', 'chloride'],
    ['कैल्शियम', 'calcium'],
    ['कुल बिलीरुबिन', 'bilirubin_total'],
    ['बिलीरुबिन (कुल)', 'bilirubin_total'],
    ['बिलीरुबिन (प्रत्यक्ष)', 'bilirubin_direct'],
    ['बिलीरुबिन (अप्रत्यक्ष)', 'bilirubin_indirect'],
    ['प्रत्यक्ष बिलीरुबिन', 'bilirubin_direct'],
    ['एसजीओटी (AST)', 'ast'],
    ['एसजीपीटी (ALT)', 'alt'],
    ['एल्कलाइन फॉस्फेट', 'alkaline_phosphatase'],
    ['अल्कलाइन फॉस्फेटेज', 'alkaline_phosphatase'],
    ['कुल प्रोटीन', 'protein_total'],
    ['एल्ब्यूमिन', 'albumin'],
    ['ग्लोब्युलिन', 'globulin'],
    ['टीएसएच', 'tsh'],
    ['थायराइड उत्तेजक हार्मोन (TSH)', 'tsh'],
    ['टी3', 't3_total'],
    ['कुल टी4', 't4_total'],
    ['मुक्त टी4', 't4_free'],
    ['विटामिन डी', 'vitamin_d'],
    ['विटामिन बी12', 'vitamin_b12'],
    ['फेरिटिन', 'ferritin'],
    ['सीरम आयरन', 'iron'],
    ['ईएसआर', 'esr'],
    ['सी-रिएक्टिव प्रोटीन', 'crp'],
    ['ஹீமோகுளோபின் (Hb)', 'haemoglobin'],
    ['இரத்த வெள்ளை அணுக்கள்', 'white_cell_count'],
    ['வெள்ளை இரத்த அணுக்கள்', 'white_cell_count'],
    ['வெள்ளை இரத்த அணுக்களின் எண்ணிக்கை', 'white_cell_count'],
    ['மொத்த வெள்ளை அணுக்கள்', 'white_cell_count'],
    ['சிவப்பு இரத்த அணுக்கள்', 'red_cell_count'],
    ['இரத்த சிவப்பு அணுக்கள்', 'red_cell_count'],
    ['சிவப்பணுக்கள் எண்ணிக்கை', 'red_cell_count'],
    ['தட்டணுக்கள்', 'platelet_count'],
    ['பிளேட்லெட் எண்ணிக்கை', 'platelet_count'],
    ['இரத்த தட்டுக்கள்', 'platelet_count'],
    ['நியூட்ரோபில்ஸ்', 'neutrophils_percent'],
    ['நியூட்ரோஃபில்கள்', 'neutrophils_percent'],
    ['லிம்போசைட்டுகள்', 'lymphocytes_percent'],
    ['ஈசினோபில்கள்', 'eosinophils_percent'],
    ['இயோசினோபில்ஸ்', 'eosinophils_percent'],
    ['மோனோசைட்டுகள்', 'monocytes_percent'],
    ['வெறும் வயிற்றில் சர்க்கரை', 'glucose_fasting'],
    ['இரத்த சர்க்கரை (வெறும் வயிற்றில்)', 'glucose_fasting'],
    ['உணவுக்கு பின் சர்க்கரை', 'glucose_after_meal'],
    ['இரத்த சர்க்கரை (உணவுக்குப் பின்)', 'glucose_after_meal'],
    ['மொத்த கொழுப்பு', 'cholesterol_total'],
    ['மொத்த கொலஸ்ட்ரால்', 'cholesterol_total'],
    ['எச்.டி.எல் கொழுப்பு', 'cholesterol_hdl'],
    ['எல்.டி.எல் கொழுப்பு', 'cholesterol_ldl'],
    ['HDL கொழுப்பு', 'cholesterol_hdl'],
    ['LDL கொலஸ்ட்ரால்', 'cholesterol_ldl'],
    ['HDL कोलेस्ट्रॉल', 'cholesterol_hdl'],
    ['ட்ரைகிளிசரைடுகள்', 'triglycerides'],
    ['கிரியேட்டினின்', 'creatinine'],
    ['சீரம் கிரியேட்டினைன்', 'creatinine'],
    ['யூரியா', 'urea'],
    ['இரத்த யூரியா', 'urea'],
    ['யூரிக் அமிலம்', 'uric_acid'],
    ['சோடியம்', 'sodium'],
    ['பொட்டாசியம்', 'potassium'],
    ['கால்சியம்', 'calcium'],
    ['மொத்த பிலிரூபின்', 'bilirubin_total'],
    ['நேரடி பிலிரூபின்', 'bilirubin_direct'],
    ['மறைமுக பிலிரூபின்', 'bilirubin_indirect'],
    ['மொத்த புரதம்', 'protein_total'],
    ['அல்புமின்', 'albumin'],
    ['குளோபுலின்', 'globulin'],
    ['தைராய்டு தூண்டும் ஹார்மோன்', 'tsh'],
    ['வைட்டமின் டி', 'vitamin_d'],
    ['வைட்டமின் பி12', 'vitamin_b12'],
    ['இரும்புச்சத்து', 'iron'],
    ['SGOT (எஸ்ஜிஓடி)', 'ast'],
    ['ஈ.எஸ்.ஆர்', 'esr'],
    ['சிறுநீர் புரதம்', 'urine_protein'],
    ['सिरम कोलेस्ट्रॉल', 'cholesterol_total'],
    ['विटामिन डी3 (25-OH)', 'vitamin_d'],
    ['सफेद रक्त कोशिका', 'white_cell_count'],
    ['आरडीडब्ल्यू', 'rdw_cv'],
    ['एमसीएचसी', 'mchc'],
    ['एमसीवी', 'mcv'],
    ['HbA1c (ग्लाइकेटेड हीमोग्लोबिन)', 'hba1c'],
  ])('%s, as printed in Hindi or Tamil, is %s', (name, expected) => {
    expect(key(name)).toBe(expected)
  })

  it('knows every synonym of its own', () => {
    for (const analyte of ANALYTES) {
      for (const synonym of analyte.synonyms) {
        const unit = analyte.scale === 'quantitative' && analyte.unit !== '1' ? analyte.unit : undefined
        const match = findAnalyte(synonym, { specimen: analyte.specimen, unit })
        const isShared = match !== undefined && match.analyte !== analyte && match.analyte.synonyms.includes(synonym)
        if (!isShared) expect(match?.analyte.key, `${synonym} of ${analyte.key}`).toBe(analyte.key)
      }
    }
  })

  it('is less sure where something contradicts', () => {
    const sure = findAnalyte('Haemoglobin', { unit: 'g/dL' })?.confidence ?? 0
    const otherUnit = findAnalyte('Haemoglobin', { unit: 'mg/dL', valueText: 'x' })?.confidence ?? 1
    const misspelt = findAnalyte('Haemoglobim', { unit: 'g/dL' })?.confidence ?? 1
    expect(sure).toBe(1)
    expect(otherUnit).toBeLessThan(sure)
    expect(misspelt).toBeLessThan(sure)
  })

  it('takes under a millisecond, known or not', () => {
    const names = [
      'Haemoglobin',
      'Lipoprotein associated phospholipase A2',
      'Xyzzy plugh',
      'Trlglycerlde leve1',
      'a'.repeat(300),
    ]
    for (const name of names) findAnalyte(name)
    // Processor time, not the clock's: other work on the machine must not count.
    const rounds = 200
    const before = process.threadCpuUsage()
    for (let round = 0; round < rounds; round += 1) for (const name of names) findAnalyte(name)
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1000 / (rounds * names.length)).toBeLessThan(1)
  })
})

const TRUTH = '../shared/data/lab-reports/truth'

describe.skipIf(!existsSync(TRUTH))(`names on real specimen reports (needs ${TRUTH})`, () => {
  /** Printed, but no test of its own: the class of the eGFR above it. */
  const NO_TEST = new Set(['EGFR CATEGORY'])

  it('are all recognised', () => {
    const unknown = new Set<string>()
    let rows = 0
    for (const file of readdirSync(TRUTH)) {
      const report: { rows: { test: string; unit: string | null; value: string }[] } = JSON.parse(
        readFileSync(`${TRUTH}/${file}`, 'utf8'),
      )
      for (const { test, unit, value } of report.rows) {
        rows += 1
        const match = findAnalyte(test, { unit: unit ?? undefined, valueText: value })
        if (!NO_TEST.has(test) && (match?.confidence ?? 0) < 0.8) unknown.add(`${file}: ${test}`)
      }
    }
    expect(rows).toBeGreaterThan(200)
    expect([...unknown]).toEqual([])
  })
})

const ALIASES = '../shared/data/reference/india_test_name_aliases.json'

describe.skipIf(!existsSync(ALIASES))(`spellings that Indian laboratories use (needs ${ALIASES})`, () => {
  it('are recognised, and seldom taken for another test', () => {
    const entries: { loinc: string; name: string; aliases: string[] }[] = JSON.parse(readFileSync(ALIASES, 'utf8'))
    const counts = { right: 0, wrong: 0, missed: 0 }
    for (const { loinc, name, aliases } of entries) {
      const analyte = analyteByLoinc(loinc)
      if (!analyte) continue
      const unit =
        analyte.scale === 'quantitative' && analyte.unit !== '1' && !/Moles/.test(name) ? analyte.unit : undefined
      for (const alias of aliases) {
        const found = findAnalyte(alias, { specimen: analyte.specimen, unit })?.analyte
        counts[found === analyte ? 'right' : found ? 'wrong' : 'missed'] += 1
      }
    }
    const all = counts.right + counts.wrong + counts.missed
    expect(all).toBeGreaterThan(4000)
    expect(counts.right / all).toBeGreaterThan(0.965)
    expect(counts.wrong / all).toBeLessThan(0.008)
  })
})
