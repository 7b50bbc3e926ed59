/** A value in the unit that the equation is written in. */
interface Term {
  readonly key: string
  /** UCUM. */
  readonly unit: string
}

/** How one value of a report follows from others. */
export interface Equation {
  readonly of: Term
  readonly from: readonly Term[]
  readonly calculate: (values: readonly number[]) => number
  /** Where the relation holds at all. */
  readonly valid?: (values: readonly number[]) => boolean
  /** Part of the calculated value by which the printed one may differ: methods and rounding differ. */
  readonly tolerance: number
}

const inMass = (key: string): Term => ({ key, unit: 'mg/dL' })
const protein = (key: string): Term => ({ key, unit: 'g/dL' })
const percent = (key: string): Term => ({ key, unit: '%' })
const perMicrolitre = (key: string): Term => ({ key, unit: '/uL' })
const RED_CELLS: Term = { key: 'red_cell_count', unit: '10*6/uL' }

const WHITE_CELLS = ['neutrophils', 'lymphocytes', 'monocytes', 'eosinophils', 'basophils'] as const

/**
 * Relations that laboratories calculate by: the Friedewald formula (Clinical Chemistry 18:499, 1972; not above 400 mg/dL
 * of triglycerides), Wintrobe's red-cell indices, and sums.
 */
export const EQUATIONS: readonly Equation[] = [
  {
    of: inMass('cholesterol_non_hdl'),
    from: [inMass('cholesterol_total'), inMass('cholesterol_hdl')],
    calculate: ([total = 0, hdl = 0]) => total - hdl,
    tolerance: 0.03,
  },
  {
    of: inMass('cholesterol_vldl'),
    from: [inMass('triglycerides')],
    calculate: ([triglycerides = 0]) => triglycerides / 5,
    valid: ([triglycerides = 0]) => triglycerides <= 400,
    tolerance: 0.3,
  },
  {
    of: inMass('cholesterol_ldl'),
    from: [inMass('cholesterol_total'), inMass('cholesterol_hdl'), inMass('triglycerides')],
    calculate: ([total = 0, hdl = 0, triglycerides = 0]) => total - hdl - triglycerides / 5,
    valid: ([, , triglycerides = 0]) => triglycerides <= 400,
    tolerance: 0.35,
  },
  {
    of: inMass('bilirubin_indirect'),
    from: [inMass('bilirubin_total'), inMass('bilirubin_direct')],
    calculate: ([total = 0, direct = 0]) => total - direct,
    tolerance: 0.15,
  },
  {
    of: protein('globulin'),
    from: [protein('protein_total'), protein('albumin')],
    calculate: ([total = 0, albumin = 0]) => total - albumin,
    tolerance: 0.08,
  },
  {
    of: { key: 'albumin_globulin_ratio', unit: '1' },
    from: [protein('albumin'), protein('globulin')],
    calculate: ([albumin = 0, globulin = 0]) => albumin / globulin,
    tolerance: 0.08,
  },
  {
    of: { key: 'mcv', unit: 'fL' },
    from: [percent('haematocrit'), RED_CELLS],
    calculate: ([haematocrit = 0, cells = 0]) => (haematocrit / cells) * 10,
    tolerance: 0.06,
  },
  {
    of: { key: 'mch', unit: 'pg' },
    from: [protein('haemoglobin'), RED_CELLS],
    calculate: ([haemoglobin = 0, cells = 0]) => (haemoglobin / cells) * 10,
    tolerance: 0.06,
  },
  {
    of: protein('mchc'),
    from: [protein('haemoglobin'), percent('haematocrit')],
    calculate: ([haemoglobin = 0, haematocrit = 0]) => (haemoglobin / haematocrit) * 100,
    tolerance: 0.06,
  },
  ...WHITE_CELLS.map(
    (cell): Equation => ({
      of: perMicrolitre(`${cell}_absolute`),
      from: [perMicrolitre('white_cell_count'), percent(`${cell}_percent`)],
      calculate: ([total = 0, part = 0]) => (total * part) / 100,
      // The percentage is rounded to a whole number, which is much for the rare kinds.
      valid: ([, part = 0]) => part >= 5,
      tolerance: 0.15,
    }),
  ),
]

/** Counts of which every white cell is one. */
export const PARTS_OF_A_HUNDRED: { readonly parts: readonly string[]; readonly others: readonly string[] } = {
  parts: WHITE_CELLS.map((cell) => `${cell}_percent`),
  /** Where a report counts these too, the five common ones make less. */
  others: ['immature_granulocytes_percent', 'band_cells_percent', 'blasts_percent', 'atypical_lymphocytes_percent'],
}
