/** The documents that ranges and limits come from, as they are cited to readers. */
export const DACIE_LEWIS = 'Dacie and Lewis Practical Haematology, 12th edition (2017), reference ranges for adults'
export const WHO_ANAEMIA = 'WHO guideline on haemoglobin cutoffs to define anaemia (2024)'
export const ABIM = 'American Board of Internal Medicine: Laboratory Test Reference Ranges (January 2026)'
export const ADA = 'American Diabetes Association: Standards of Care in Diabetes, Diagnosis and Classification (2025)'
export const NCEP = 'NCEP Adult Treatment Panel III, NIH publication 02-5215 (2002)'
export const KDIGO_CKD = 'KDIGO 2024 Clinical Practice Guideline for Chronic Kidney Disease'
export const TIETZ = 'Tietz Textbook of Laboratory Medicine, 7th edition (2022), reference information'
export const RCPATH_CRITICAL =
  'Royal College of Pathologists: The communication of critical and unexpected pathology results (G158, 2017)'
