import type { Concept } from '../../../clinical/concepts/index.ts'
import { findConcepts } from '../../../clinical/concepts/index.ts'
import { findAllergyMatches } from '../../../clinical/drug-allergies/index.ts'
import type { LanguageForm } from '../../../clinical/language-forms.ts'
import { detailOf, factsOf, mainValue } from '../../retrieval/fact-details.ts'
import type { Fact } from '../../turn/stages.ts'
import { type AnswerContext, answer, type WrittenAnswer } from '../answer-context.ts'
import { formatDate, formatValue, sentences } from '../format.ts'

export function listMedications(context: AnswerContext): WrittenAnswer {
  const { t, question, evidence, form } = context
  const all = factsOf(evidence.facts, 'medications')
  const suggestions = [t('suggest.due'), t('suggest.allergies')]
  if (question.medicines.length > 0) {
    const named = all.filter((fact) => isAbout(fact, question.medicines))
    const caution = allergyCaution(context)
    const unlisted = question.medicines.filter((medicine) => !all.some((fact) => isAbout(fact, [medicine])))
    const name = unlisted.map((medicine) => nameIn(medicine, form)).join(', ')
    const bearing = question.concepts.some(({ id }) => id === 'side_effect' || id === 'alcohol')
    return answer(
      [
        caution,
        unlisted.length === 0
          ? undefined
          : sentences(
              t('medications.notListed', { name }),
              caution === undefined ? t('medications.askFirst') : undefined,
            ),
        named.length > 0
          ? lines(named, (fact) => medicationLine(context, fact))
          : caution === undefined && all.length > 0
            ? listed(context, all)
            : undefined,
        bearing ? t('medications.leaflet') : undefined,
      ],
      suggestions,
    )
  }
  const topics = [...question.conditions, ...question.measures.map(({ concept }) => concept)]
  const forTopic = topics.length === 0 ? [] : all.filter((fact) => isAbout(fact, topics))
  const [topic] = topics
  if (forTopic.length > 0 && topic !== undefined) {
    const head = t('medications.leadAbout', { topic: topicName(context, topic) })
    return answer([`${head}\n${lines(forTopic, (fact) => medicationLine(context, fact))}`], suggestions)
  }
  return all.length === 0 ? answer([t('medications.none')]) : answer([listed(context, all)], suggestions)
}

function listed(context: AnswerContext, facts: readonly Fact[]): string {
  return `${context.t('medications.lead')}\n${lines(facts, (fact) => medicationLine(context, fact))}`
}

export function medicationLine({ t }: AnswerContext, fact: Fact): string {
  const value = mainValue(fact)
  const details = [value?.value, detailOf(fact, 'frequency'), detailOf(fact, 'time'), detailOf(fact, 'instructions')]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
  return details === ''
    ? t('medications.itemPlain', { name: value?.name ?? '' })
    : t('medications.item', { name: value?.name ?? '', details })
}

/** That a medicine which is asked about is one, or kin to one, that the person does not bear. */
function allergyCaution({ t, question, evidence, form }: AnswerContext): string | undefined {
  const substances = factsOf(evidence.facts, 'allergies').flatMap((fact) => mainValue(fact)?.name ?? [])
  const cautions = question.medicines.flatMap((medicine) =>
    findAllergyMatches([medicine.id.replaceAll('_', ' '), ...medicine.spellings.en], substances).map(
      ({ substance, group }) =>
        t(group === undefined ? 'allergies.same' : 'allergies.kin', { substance, name: nameIn(medicine, form) }),
    ),
  )
  return cautions.length === 0 ? undefined : sentences(...cautions)
}

/** Never advice on stopping or changing: what the record says, and whom to ask. */
export function medicationSafety(context: AnswerContext): WrittenAnswer {
  const { t, question, evidence } = context
  const all = factsOf(evidence.facts, 'medications')
  const named = question.medicines.length === 0 ? [] : all.filter((fact) => isAbout(fact, question.medicines))
  return answer(
    [
      t('medications.keep'),
      named.length > 0 ? lines(named, (fact) => medicationLine(context, fact)) : undefined,
      t('medications.unwell'),
    ],
    [t('suggest.medications')],
  )
}

export function listDueDoses(context: AnswerContext): WrittenAnswer {
  const { t, question, evidence } = context
  const due = factsOf(evidence.facts, 'medication_schedules')
  const medications = factsOf(evidence.facts, 'medications')
  const topics = [...question.medicines, ...question.conditions, ...question.measures.map(({ concept }) => concept)]
  const aboutTopic = topics.length === 0 ? due : due.filter((fact) => isAbout(fact, topics))
  const suggestions = [t('suggest.medications')]
  if (aboutTopic.length > 0) {
    const line = (fact: Fact) =>
      t('due.item', { name: doseName(fact), time: (mainValue(fact)?.at ?? '').slice(11, 16) })
    return answer([`${t('due.lead')}\n${lines(aboutTopic, line)}`], suggestions)
  }
  const mentioned = topics.length === 0 ? medications : medications.filter((fact) => isAbout(fact, topics))
  if (mentioned.length > 0) {
    const scheduled = evidence.facts.some(
      (fact) => detailOf(fact, 'time') !== undefined && factsOf([fact], 'medications').length > 0,
    )
    return answer(
      [
        t(scheduled || due.length > 0 ? 'due.none' : 'due.noTimes'),
        lines(mentioned, (fact) => medicationLine(context, fact)),
      ],
      suggestions,
    )
  }
  return listMedications(context)
}

function doseName(fact: Fact): string {
  const value = mainValue(fact)
  return sentences(value?.name, value?.value)
}

export function listAppointments({ t, evidence, form }: AnswerContext): WrittenAnswer {
  const facts = factsOf(evidence.facts, 'appointments')
  if (facts.length === 0) return answer([t('appointments.none')])
  const line = (fact: Fact) => {
    const value = mainValue(fact)
    const details = [value?.name, detailOf(fact, 'doctor'), detailOf(fact, 'place')].filter(Boolean).join(', ')
    return t('appointments.item', {
      date: formatDate(value?.at ?? '', form),
      time: detailOf(fact, 'time') ?? '',
      details,
    })
  }
  return answer([`${t('appointments.lead')}\n${lines(facts, line)}`], [t('suggest.medications')])
}

export function listAllergies({ t, evidence }: AnswerContext): WrittenAnswer {
  const facts = factsOf(evidence.facts, 'allergies')
  if (facts.length === 0) return answer([t('allergies.none')])
  const line = (fact: Fact) => {
    const severity = detailOf(fact, 'severity')
    const details = [detailOf(fact, 'reaction'), severity && t(`severity.${severity}`)].filter(Boolean).join(', ')
    const name = mainValue(fact)?.name ?? ''
    return details === '' ? t('allergies.itemPlain', { name }) : t('allergies.item', { name, details })
  }
  return answer([`${t('allergies.lead')}\n${lines(facts, line)}`, t('allergies.remind')], [t('suggest.medications')])
}

/** The names of the person's medicines. */
export function medicineNames(evidence: AnswerContext['evidence']): string {
  return factsOf(evidence.facts, 'medications')
    .flatMap((fact) => mainValue(fact)?.name ?? [])
    .join(', ')
}

/** The names of the person's allergies, for a reminder beside something else. */
export function allergyNames(evidence: AnswerContext['evidence']): string {
  return factsOf(evidence.facts, 'allergies')
    .flatMap((fact) => mainValue(fact)?.name ?? [])
    .join(', ')
}

export function listConditions(context: AnswerContext, values: () => WrittenAnswer): WrittenAnswer {
  const { t, question, evidence, form } = context
  const all = factsOf(evidence.facts, 'medical_conditions')
  const line = (fact: Fact) => {
    const value = mainValue(fact)
    const details = [
      value?.value && t(`conditionStatus.${value.value}`),
      value?.at && t('conditions.since', { date: formatDate(value.at, form) }),
    ]
      .filter(Boolean)
      .join(', ')
    return t('conditions.item', { name: value?.name ?? '', details })
  }
  if (question.conditions.length > 0) {
    const named = all.filter((fact) => isAbout(fact, question.conditions))
    if (named.length > 0) return answer([`${t('conditions.lead')}\n${lines(named, line)}`], [t('suggest.medications')])
    const name = question.conditions.map((condition) => nameIn(condition, form)).join(', ')
    const measured = question.measures.length > 0 ? values() : undefined
    const known = measured?.suggestions.some((suggestion) => suggestion !== '') ? measured.paragraphs : []
    return answer([t('conditions.notListed', { name }), ...known], [t('suggest.explainReport')])
  }
  if (all.length === 0) return answer([t('conditions.none')])
  return answer([`${t('conditions.lead')}\n${lines(all, line)}`], [t('suggest.medications')])
}

export function listGoals({ t, evidence }: AnswerContext): WrittenAnswer {
  const facts = factsOf(evidence.facts, 'health_goals')
  if (facts.length === 0) return answer([t('goals.none')])
  const line = (fact: Fact) => {
    const value = mainValue(fact)
    const current = detailOf(fact, 'current_value')
    const target = value === undefined ? '' : formatValue(value)
    // A goal begins at 0 whatever it counts; that says nothing about a weight.
    const reached =
      current === undefined || current === '0' || value === undefined ? '' : formatValue({ ...value, value: current })
    return t('goals.item', { name: value?.name ?? '', details: [reached, target].filter(Boolean).join(' → ') })
  }
  return answer([`${t('goals.lead')}\n${lines(facts, line)}`])
}

export function listDocuments({ t, evidence, form }: AnswerContext): WrittenAnswer {
  const facts = factsOf(evidence.facts, 'medical_documents')
  if (facts.length === 0) return answer([t('report.none')])
  const line = (fact: Fact) => {
    const value = mainValue(fact)
    const name = value?.name ?? ''
    return value?.at === undefined
      ? t('documents.itemUndated', { name })
      : t('documents.item', { name, date: formatDate(value.at, form) })
  }
  return answer([`${t('documents.lead')}\n${lines(facts, line)}`], [t('suggest.explainReport')])
}

function lines(facts: readonly Fact[], line: (fact: Fact) => string): string {
  return facts.map(line).join('\n')
}

/** Whether a row names one of the concepts or something that belongs to it: amlodipine to blood pressure. */
function isAbout(fact: Fact, concepts: readonly Concept[]): boolean {
  const wanted = new Set(concepts.flatMap(({ id, kind, broader }) => (kind === 'medicine' ? [id] : [id, ...broader])))
  const own = new Set(concepts.map(({ id }) => id))
  return findConcepts(`${fact.text} ${fact.values.map(({ name }) => name).join(' ')}`).some(
    ({ concept }) => own.has(concept.id) || concept.broader.some((broader) => wanted.has(broader)),
  )
}

function topicName({ t, form }: AnswerContext, concept: Concept): string {
  return concept.id === 'blood_pressure' || concept.id === 'blood_glucose'
    ? t(`metric.${concept.id}`)
    : nameIn(concept, form)
}

/** What people call a concept in this form: its first spelling in the form's script. */
export function nameIn(concept: Concept, form: LanguageForm): string {
  const { en, hi, ta } = concept.spellings
  const inScript = (list: readonly string[], latin: boolean) =>
    list.find((each) => /^[\p{Script=Latin}\d .'-]+$/u.test(each) === latin)
  const name =
    form === 'hi'
      ? inScript(hi, false)
      : form === 'ta'
        ? inScript(ta, false)
        : form === 'hi-Latn'
          ? inScript(hi, true)
          : form === 'ta-Latn'
            ? inScript(ta, true)
            : undefined
  return name ?? en[0] ?? concept.id
}
