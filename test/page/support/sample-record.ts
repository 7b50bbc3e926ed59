import type { Language, Visitor } from './visitor.ts'

/** What a person of each language has written down, in their own words. */
const WORDS = {
  en: {
    conditions: ['Type 2 diabetes', 'High blood pressure'],
    allergy: ['Penicillin', 'Rash and swelling of the face'],
    medicines: [
      ['Metformin', '500 mg', 'twice a day after food'],
      ['Amlodipine', '5 mg', 'once a day in the morning'],
    ],
    doctor: 'Dr. Lakshmi Iyer',
    visit: ['Review of sugar and pressure', 'City Clinic', 'Bring all reports. Come with an empty stomach.'],
    goal: ['Walk every day', 'minutes'],
    contact: ['Arun Raman', 'son'],
    note: 'after breakfast',
  },
  hi: {
    conditions: ['शुगर (टाइप 2 डायबिटीज़)', 'हाई ब्लड प्रेशर'],
    allergy: ['पेनिसिलिन', 'दाने और चेहरे पर सूजन'],
    medicines: [
      ['मेटफॉर्मिन', '500 mg', 'दिन में दो बार, खाने के बाद'],
      ['एम्लोडिपिन', '5 mg', 'रोज़ सुबह एक बार'],
    ],
    doctor: 'डॉ. लक्ष्मी अय्यर',
    visit: ['शुगर और बीपी की जाँच', 'सिटी क्लिनिक', 'सब रिपोर्ट साथ लाएँ। खाली पेट आएँ।'],
    goal: ['रोज़ टहलना', 'मिनट'],
    contact: ['अरुण शर्मा', 'बेटा'],
    note: 'नाश्ते के बाद',
  },
  ta: {
    conditions: ['சர்க்கரை நோய் (வகை 2)', 'உயர் ரத்த அழுத்தம்'],
    allergy: ['பென்சிலின்', 'தோல் தடிப்பு, முகம் வீக்கம்'],
    medicines: [
      ['மெட்ஃபார்மின்', '500 mg', 'தினமும் இரண்டு முறை, சாப்பிட்ட பின்'],
      ['அம்லோடிபின்', '5 mg', 'தினமும் காலை ஒரு முறை'],
    ],
    doctor: 'டாக்டர் லட்சுமி ஐயர்',
    visit: ['சர்க்கரை, ரத்த அழுத்தம் பரிசோதனை', 'சிட்டி கிளினிக்', 'எல்லா அறிக்கைகளையும் கொண்டு வாருங்கள். வெறும் வயிற்றில் வாருங்கள்.'],
    goal: ['தினமும் நடப்பது', 'நிமிடம்'],
    contact: ['அருண் ராமன்', 'மகன்'],
    note: 'காலை உணவுக்குப் பின்',
  },
} as const satisfies Record<Language, unknown>

const DAY_MILLISECONDS = 86_400_000
/** Upper and lower numbers that come down over two months, as days before today. */
const PRESSURES = [
  [60, 152, 96],
  [53, 149, 94],
  [46, 150, 93],
  [39, 144, 92],
  [32, 146, 90],
  [25, 141, 89],
  [18, 139, 88],
  [11, 137, 86],
  [6, 134, 85],
  [1, 131, 84],
] as const
const SUGARS = [
  [40, 168],
  [30, 161],
  [20, 155],
  [10, 149],
  [2, 142],
] as const
const WEIGHTS = [
  [56, 72.4],
  [35, 71.6],
  [14, 70.9],
  [3, 70.2],
] as const

/** Ids of what was written down, for the places that show one of them. */
export interface SampleRecord {
  readonly medication: string
  readonly goal: string
  readonly condition: string
  readonly appointment: string
}

/** Fills the record of a person who has just registered. */
export async function writeSampleRecord({ api, language }: Visitor): Promise<SampleRecord> {
  const words = WORDS[language]
  const now = Date.now()
  const daysAgo = (days: number): string => new Date(now - days * DAY_MILLISECONDS).toISOString()
  const dayOf = (days: number): string => daysAgo(days).slice(0, 10)
  const add = async (path: string, body: object): Promise<string> =>
    ((await api('POST', `/api/v1/${path}`, body)) as { readonly id: string }).id

  const [condition = ''] = await Promise.all(
    words.conditions.map((name, at) =>
      add('conditions', { name, diagnosed_date: `201${at + 7}-04-02`, status: 'managed', severity: 'moderate' }),
    ),
  )
  const [substance, reaction] = words.allergy
  await add('allergies', { substance, reaction, severity: 'severe', status: 'active' })
  const medications = await Promise.all(
    words.medicines.map(([medication_name, dosage, frequency]) =>
      add('medications', {
        medication_name,
        dosage,
        frequency,
        prescribed_by: words.doctor,
        start_date: dayOf(300),
        status: 'active',
      }),
    ),
  )
  await Promise.all(
    medications.map((id, at) => add(`medications/${id}/schedules`, { time_of_day: at === 0 ? '00:05' : '23:55' })),
  )
  const [appointment_title, clinic_hospital, preparation_instructions] = words.visit
  const appointment = await add('appointments', {
    appointment_title,
    doctor_name: words.doctor,
    appointment_date: dayOf(-9),
    appointment_time: '10:30',
    clinic_hospital,
    preparation_instructions,
    appointment_type: 'follow-up',
    visit_type: 'in-person',
  })
  await Promise.all([
    ...PRESSURES.map(([days, systolic, diastolic]) =>
      add('metrics', { metric_type: 'blood_pressure', systolic, diastolic, measured_at: daysAgo(days) }),
    ),
    ...SUGARS.map(([days, value]) =>
      add('metrics', {
        metric_type: 'blood_glucose',
        value: String(value),
        unit: 'mg/dL',
        measured_at: daysAgo(days),
        notes: words.note,
      }),
    ),
    ...WEIGHTS.map(([days, value]) =>
      add('metrics', { metric_type: 'weight', value: String(value), unit: 'kg', measured_at: daysAgo(days) }),
    ),
  ])
  const [goal_title, unit] = words.goal
  const goal = await add('goals', { goal_title, unit, current_value: '10', target_value: '40', category: 'fitness' })
  for (const [days, progress_value] of [
    [21, '15'],
    [14, '22'],
    [7, '20'],
    [1, '28'],
  ] as const) {
    await add(`goals/${goal}/progress`, { progress_value, progress_date: dayOf(days) })
  }
  const [contact_name, relationship] = words.contact
  await add('emergency/contacts', { contact_name, relationship, primary_phone: '+919840012345', priority_order: 1 })
  return { medication: medications[0] ?? '', goal, condition, appointment }
}
