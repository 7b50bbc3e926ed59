/** The published guidance that the rules and the first-aid texts follow. */
export const SOURCES = {
  heart: 'American Heart Association, Warning Signs of a Heart Attack; NHS, Heart attack: symptoms',
  chestPain: 'NHS, Chest pain: when to call 999 and when to see a GP',
  stroke: 'American Stroke Association, Stroke Symptoms (BE FAST); NHS, Stroke: symptoms',
  breathing: 'NHS, Shortness of breath; Global Initiative for Asthma (GINA), Global Strategy: acute exacerbations',
  choking:
    'IFRC, International First Aid, Resuscitation and Education Guidelines 2020; Resuscitation Council UK, Guidelines 2021: choking',
  resuscitation:
    'Indian Resuscitation Council Federation, Compression-Only Life Support; Resuscitation Council UK, Guidelines 2021: adult basic life support',
  bleeding: 'IFRC, International First Aid, Resuscitation and Education Guidelines 2020: bleeding',
  giBleed:
    'NICE CG141, Acute upper gastrointestinal bleeding in over 16s; NHS, Bleeding from the bottom; NHS, Vomiting blood',
  coughingBlood: 'NHS, Coughing up blood',
  unconscious: 'Resuscitation Council UK, Guidelines 2021: first aid (recovery position)',
  fainting: 'NHS, Fainting; NICE CG109, Transient loss of consciousness in over 16s',
  seizure: 'WHO, mhGAP Intervention Guide 2.0 (2016): epilepsy; NHS, What to do if someone has a seizure',
  poisoning:
    'WHO, Guidelines for Establishing a Poison Centre (2020); NHS, Poisoning; AIIMS New Delhi, National Poisons Information Centre',
  overdose: 'NHS, Poisoning; WHO, mhGAP Intervention Guide 2.0 (2016): self-harm and suicide',
  snakeBite:
    'Ministry of Health and Family Welfare, India, Standard Treatment Guidelines: Management of Snake Bite (2017); WHO SEARO, Guidelines for the Management of Snakebites, 2nd edition (2016)',
  scorpion:
    'Bawaskar HS, Bawaskar PS, Scorpion sting: update, Journal of the Association of Physicians of India 2012;60',
  rabies:
    'National Centre for Disease Control, India, National Guidelines for Rabies Prophylaxis (2019); WHO position paper on rabies vaccines (2018)',
  anaphylaxis: 'World Allergy Organization, Anaphylaxis Guidance 2020; NHS, Anaphylaxis',
  selfHarm:
    'WHO, mhGAP Intervention Guide 2.0 (2016): self-harm and suicide; Tele-MANAS, Ministry of Health and Family Welfare, India',
  mentalHealth: 'WHO, mhGAP Intervention Guide 2.0 (2016): depression',
  violence:
    'WHO, Responding to intimate partner violence and sexual violence against women (2013); Ministry of Women and Child Development, India, Women Helpline 181 and Childline 1098',
  pregnancy:
    'WHO, Pregnancy, Childbirth, Postpartum and Newborn Care: a guide for essential practice, 3rd edition (2015): danger signs',
  preEclampsia:
    'NICE NG133, Hypertension in pregnancy; FOGSI, Good Clinical Practice Recommendations: hypertensive disorders in pregnancy (2019)',
  fetalMovement: 'RCOG, Green-top Guideline 57: Reduced fetal movements',
  ectopic:
    'RCOG and AEPU, Green-top Guideline 21: Diagnosis and management of ectopic pregnancy; NHS, Ectopic pregnancy: symptoms',
  child:
    'Ministry of Health and Family Welfare, India, Integrated Management of Neonatal and Childhood Illness (IMNCI); WHO, IMCI Chart Booklet (2014): danger signs',
  feverChild: 'NICE NG143, Fever in under 5s: assessment and initial management; WHO, IMCI Chart Booklet (2014)',
  abdomen: 'NHS, Stomach ache: when to get help immediately; NHS, Appendicitis: symptoms',
  headInjury: 'NICE NG232, Head injury: assessment and early management',
  trauma:
    'WHO, Basic Emergency Care (2018): approach to trauma; Ministry of Road Transport and Highways, India: Good Samaritan guidelines',
  fracture: 'NHS, Broken arm or wrist; NHS, Broken leg; NHS, Sprains and strains',
  burn: 'National Programme for Prevention and Management of Burn Injuries, India; NHS, Burns and scalds',
  electrocution: 'IFRC, International First Aid, Resuscitation and Education Guidelines 2020: electrical injury',
  drowning: 'WHO, Preventing drowning: practical guidance (2022); Resuscitation Council UK, Guidelines 2021: drowning',
  meningitis: 'NHS, Meningitis: symptoms; NICE NG240, Meningitis (bacterial) and meningococcal disease',
  sepsis: 'NICE NG51, Sepsis: recognition, diagnosis and early management; NHS, Sepsis: symptoms',
  shock:
    'WHO, Basic Emergency Care (2018): approach to shock; Royal College of Physicians, National Early Warning Score (NEWS2)',
  fever: 'NHS, Fever in adults; National Vector Borne Disease Control Programme, India: fever',
  dehydration: 'WHO, The Treatment of Diarrhoea: a manual for physicians, 4th revision (2005)',
  dengue:
    'WHO, Dengue: guidelines for diagnosis, treatment, prevention and control (2009): warning signs; National Guidelines for Clinical Management of Dengue Fever, India (2015)',
  lowSugar:
    'RSSDI, Clinical Practice Recommendations for the Management of Type 2 Diabetes Mellitus (2022): hypoglycaemia; American Diabetes Association, Standards of Care',
  highSugar:
    'American Diabetes Association, Standards of Care: hyperglycaemic crises; RSSDI Clinical Practice Recommendations (2022)',
  heat: 'National Disaster Management Authority, India, Guidelines for Heat Wave (2019); NHS, Heat exhaustion and heatstroke',
  vision: 'NHS, Vision loss; NICE CKS, Retinal detachment',
  eyeInjury: 'NHS, Eye injuries',
  testicular: 'NHS, Testicle pain; European Association of Urology, Guidelines on Paediatric Urology: acute scrotum',
  headache: 'NHS, Headaches: when to get help immediately; NICE CG150, Headaches in over 12s',
  bloodPressure:
    'Indian Guidelines on Hypertension IV (2019), Association of Physicians of India; American Heart Association, Hypertensive crisis',
  limb: 'NHS, Deep vein thrombosis; NICE CG147, Peripheral arterial disease',
  kidney: 'NHS, Acute kidney injury; NICE NG148, Acute kidney injury: prevention, detection and management',
  urinary: 'NHS, Urinary tract infections; NICE NG111, Pyelonephritis (acute)',
  diabeticFoot: 'NICE NG19, Diabetic foot problems; RSSDI Clinical Practice Recommendations (2022)',
  chestInfection: 'NHS, Chest infection; NHS, Pneumonia',
  jaundice: 'NHS, Jaundice',
  adrenal:
    'NICE NG243, Adrenal insufficiency: identification and management (2024); NHS, Addison’s disease: adrenal crisis',
  aorta:
    'European Society of Cardiology, Guidelines on peripheral arterial and aortic diseases (2024); NHS, Aortic dissection',
  caudaEquina: 'NHS, Back pain: when to get help immediately; NICE CKS, Sciatica: red flags',
  tetanus: 'NHS, Tetanus; WHO, Tetanus fact sheet',
  bowel: 'NHS, Stomach ache: when to get help immediately; WHO, Basic Emergency Care (2018)',
  skinReaction: 'NHS, Stevens-Johnson syndrome',
  eyeEmergency: 'NHS, Glaucoma: acute; NICE CKS, Red eye',
  priapism: 'NHS, Priapism (painful erections)',
  paralysis: 'NHS, Guillain-Barré syndrome: symptoms; WHO, Acute flaccid paralysis surveillance',
  psychosis: 'WHO, mhGAP Intervention Guide 2.0 (2016): psychoses; NHS, Postpartum psychosis',
  alcohol: 'NHS, Alcohol poisoning; NICE CG100, Alcohol-use disorders: acute withdrawal',
  medicineError: 'NHS, Medicines information: missed or extra doses',
} as const
