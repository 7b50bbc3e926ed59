/** Words that name the sample, the way of measuring or nothing at all. They may stand in a test name or be left out. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  `serum s sr ser sera plasma blood whole edta fluoride citrate citrated sample specimen venous
  test tests level levels value values result results estimation determination measurement quantitative qualitative
  quant qual mass vol moles mol presence assay screening screen method unit units reference rapid automated auto calculated calc derived measured method by of in the for and
  clia cmia eclia elisa eia chemiluminescence immunoassay turbidimetry turbidimetric nephelometry immunoturbidimetry
  ifcc uv kinetic enzymatic enzyme colorimetric photometry photometric spectrophotometry jaffe jaffes biuret bcg bromocresol
  god pod godpod chod chodpap gpo gpopap uricase urease diazo dca ise indirect_ise hexokinase hplc ngsp westergren wintergren
  westergrens wintrobe impedance flow cytometry microscopy microscopic reflectance arsenazo ferrozine
  pnpp ampd pap dpd mod modified sls cyanmeth cyanmethemoglobin vcs laser dry wet ultrasensitive ultra sensitive usensitive
  3rd 4th generation gen auto manual analyzer electronic random_sample spot
  सीरम रक्त ब्लड प्लाज्मा जांच परीक्षण स्तर मात्रा संख्या गणना काउंट की का के में
  சீரம் இரத்த ரத்த இரத்தத்தில் இரத்தத்தின் பிளாஸ்மா பரிசோதனை அளவு எண்ணிக்கை`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/**
 * Words that make another test of the same name. Where one of them is left over after a name was recognised, and the
 * test is not known by it, the recognition was wrong: "Gamma Globulin" is not globulin, "% Free PSA" is not PSA.
 */
export const DISTINGUISHING_WORDS: ReadonlySet<string> = new Set(
  `direct indirect conjugated unconjugated free bound total ratio index absolute abs percent percentage count
  hdl ldl vldl non idl nonhdl gamma alpha beta delta alpha1 alpha2 pre albumin globulin uptake reverse
  fasting pp postprandial prandial random post meal hour hours hr hrs 2hr 1hr 24hr 24hrs 24h 24 tolerance ogtt gtt
  igg igm iga ige igd ns1 antigen ag antibody antibodies ab anti receptor rapid
  ionized ionised corrected adjusted saturation binding capacity unsaturated uibc tibc clearance
  urine urinary stool fecal csf fluid cv sd concentration conc width mean volume average estimated glycated glycosylated
  mb hs high sensitivity micro micro_albumin microalbumin creatinine urea nitrogen uric acid
  control inr isi category stage grade remark remarks comment impression
  nucleated immature giant atypical reactive large band bands blast blasts
  dihydroxy 1 25 125 d2 d3 valproate phosphatase lactate pyruvate dehydrogenase
  o h ah bh paratyphi falciparum vivax rna dna pcr genotype viral load avidity subclass morphology irf
  खाली पेट उपवास फास्टिंग भोजन खाने बाद पीपी रैंडम प्रत्यक्ष अप्रत्यक्ष डायरेक्ट इनडायरेक्ट फ्री कुल अनुपात प्रतिशत मूत्र
  வெறும் வயிற்றில் வயிற்று உண்ணாநிலை உணவுக்கு உணவுக்குப் சாப்பிட்ட பின் முன் நேரடி மறைமுக ஃப்ரீ மொத்த விகிதம் சிறுநீர்`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** When the sample was taken makes another test of sugar, but not of anything else. */
export const MEAL_WORDS: ReadonlySet<string> = new Set(
  `fasting random spot pp postprandial prandial post meal खाली पेट उपवास फास्टिंग भोजन खाने बाद पीपी रैंडम
  வெறும் வயிற்றில் வயிற்று உண்ணாநிலை உணவுக்கு உணவுக்குப் சாப்பிட்ட பின் முன்`.split(/\s+/),
)
