import type { Language } from '../../../clinical/language-forms.ts'
import { translator } from '../../../platform/i18n/translator.ts'
import type { DoseTime, ProposedContent, ReadMedicine } from '../../../reader/index.ts'
import { cut } from '../storable-text.ts'
import type { ProposalContent } from './proposal.ts'

/** What a proposal takes from the document around it. */
export interface ProposalSurroundings {
  readonly language: Language
  /** `YYYY-MM-DD`. */
  readonly documentDate: string | null
  readonly doctor: string | null
  readonly hospital: string | null
}

/** When people who say nothing else take their medicines; a schedule is the person's to change. */
const CLOCK: Readonly<Record<DoseTime, string>> = { morning: '08:00', noon: '13:00', evening: '18:00', night: '21:00' }
const TIMES: Readonly<Record<number, readonly DoseTime[]>> = {
  1: ['morning'],
  2: ['morning', 'night'],
  3: ['morning', 'noon', 'night'],
  4: ['morning', 'noon', 'evening', 'night'],
}

/** The fields of the row that a proposal would become; what the document does not say is `null`. */
export function proposalContent(proposed: ProposedContent, around: ProposalSurroundings): ProposalContent {
  const { documentDate, doctor, hospital, language } = around
  switch (proposed.kind) {
    case 'medication':
      return medicationContent(proposed.medicine, around)
    case 'condition':
      return {
        name: cut(proposed.name, 255),
        icd_code: proposed.icdCode,
        diagnosed_date: documentDate,
        status: 'active',
        severity: severityIn(proposed.name),
        diagnosed_by: cut(doctor ?? hospital, 255),
      }
    case 'procedure':
      return { name: cut(proposed.name, 255), date: proposed.date ?? documentDate, hospital: cut(hospital, 255) }
    case 'appointment':
      return {
        appointment_title: translator(language)('documents:proposals.follow_up'),
        doctor_name: cut(proposed.doctor ?? doctor ?? hospital, 255),
        clinic_hospital: cut(hospital, 255),
        appointment_type: 'follow-up',
        visit_type: 'in-person',
        appointment_date: proposed.date,
        appointment_time: null,
      }
    case 'vaccination':
      return { vaccine: cut(proposed.vaccine, 255), dose: proposed.dose, date: proposed.date }
  }
}

/** As the diagnosis itself says; nobody guesses it. */
function severityIn(diagnosis: string): string | null {
  return /\b(mild|moderate|severe)\b/i.exec(diagnosis)?.[1]?.toLowerCase() ?? null
}

function medicationContent(medicine: ReadMedicine, around: ProposalSurroundings): ProposalContent {
  const { documentDate, doctor, hospital, language } = around
  const translate = translator(language)
  const amounts = [...new Set(medicine.doses.map(({ amount }) => amount))]
  const counted = (amount: string): string =>
    /^[\d½¼¾./]+$/u.test(amount) && medicine.form !== null
      ? translate(`documents:amounts.${medicine.form}`, { amount, count: amount === '1' ? 1 : 2 })
      : amount
  const dosage = amounts.length === 1 && amounts[0] !== undefined ? counted(amounts[0]) : medicine.strength
  return {
    medication_name: cut([medicine.name, medicine.strength].filter(isNew(medicine.name)).join(' '), 255),
    generic_name: cut(medicine.genericName, 255),
    brand_name: cut(medicine.brandName, 255),
    dosage: cut(dosage ?? (amounts.length > 0 ? amounts.map(counted).join(', ') : null), 100),
    dosage_form: medicine.form,
    strength: cut(medicine.strength, 50),
    frequency: cut(frequencyInWords(medicine, language), 100),
    route: medicine.route,
    prescribed_by: cut(doctor ?? hospital, 255),
    start_date: documentDate,
    end_date: endDate(documentDate, medicine.durationDays),
    duration_days: medicine.durationDays,
    instructions: medicine.remarks,
    schedules: medicine.asNeeded ? [] : schedulesOf(medicine, documentDate, counted, translate),
  }
}

/** "Glycomet 500" already says its strength. */
const isNew =
  (name: string) =>
  (part: string | null, place: number): boolean =>
    part !== null && (place === 0 || !name.replace(/\s/g, '').includes(/[\d.]+/.exec(part)?.[0] ?? part))

function frequencyInWords(medicine: ReadMedicine, language: Language): string | null {
  const translate = translator(language)
  const { timesPerDay, everyDays, asNeeded, food, doses } = medicine
  const words: string[] = []
  if (asNeeded) words.push(translate('documents:frequency.as_needed'))
  else if (everyDays !== null && everyDays > 1) {
    words.push(
      everyDays === 7
        ? translate('documents:frequency.weekly')
        : translate('documents:frequency.every_days', { days: everyDays }),
    )
  } else if (doses.length > 0) {
    words.push(doses.map(({ time }) => translate(`documents:frequency.${time}`)).join(', '))
  } else if (timesPerDay !== null) words.push(translate('documents:frequency.per_day', { count: timesPerDay }))
  if (words.length === 0) return medicine.frequency
  if (food !== null) words.push(translate(`documents:frequency.food.${food}`))
  return words.join(', ')
}

function endDate(start: string | null, days: number | null): string | null {
  if (start === null || days === null) return null
  return new Date(Date.parse(start) + (days - 1) * 86_400_000).toISOString().slice(0, 10)
}

function schedulesOf(
  { doses, timesPerDay, everyDays, food }: ReadMedicine,
  start: string | null,
  counted: (amount: string) => string,
  translate: ReturnType<typeof translator>,
): readonly Record<string, unknown>[] {
  const times =
    doses.length > 0
      ? doses
      : (TIMES[everyDays !== null && everyDays > 1 ? 1 : (timesPerDay ?? 0)] ?? []).map((time) => ({
          time,
          amount: null,
        }))
  if (everyDays !== null && everyDays > 1 && everyDays !== 7) return []
  const weekday = everyDays === 7 && start !== null ? [new Date(start).getUTCDay()] : null
  return times.map(({ time, amount }) => ({
    time_of_day: CLOCK[time],
    days_of_week: weekday,
    dosage_amount: amount === null ? null : cut(counted(amount), 50),
    special_instructions: food === null ? null : translate(`documents:frequency.food.${food}`),
  }))
}
