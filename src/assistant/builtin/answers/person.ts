import { detailOf, factsOf, mainValue } from '../../retrieval/fact-details.ts'
import type { Fact } from '../../turn/stages.ts'
import { type AnswerContext, answer, type WrittenAnswer } from '../answer-context.ts'

/** Whom to reach in an emergency. */
export function listContacts({ t, evidence }: AnswerContext): WrittenAnswer {
  const facts = factsOf(evidence.facts, 'emergency_contacts')
  if (facts.length === 0) return answer([t('contacts.none')])
  const line = (fact: Fact) =>
    t('contacts.item', {
      name: mainValue(fact)?.name ?? '',
      relation: detailOf(fact, 'relationship') ?? '',
      phone: mainValue(fact)?.value ?? '',
    })
  return answer([`${t('contacts.lead')}\n${facts.map(line).join('\n')}`])
}

export function listReminders({ t, evidence }: AnswerContext): WrittenAnswer {
  const facts = factsOf(evidence.facts, 'medication_reminders')
  const suggestions = [t('suggest.due'), t('suggest.medications')]
  if (facts.length === 0) return answer([t('reminders.none')], suggestions)
  const line = (fact: Fact) =>
    t('reminders.item', { name: mainValue(fact)?.name ?? '', time: mainValue(fact)?.value ?? '' })
  return answer([`${t('reminders.lead')}\n${facts.map(line).join('\n')}`], suggestions)
}

/** "Did I miss any dose this week?" */
export function tellAdherence({ t, evidence }: AnswerContext): WrittenAnswer {
  const facts = evidence.facts.filter((fact) => detailOf(fact, 'taken') !== undefined)
  const suggestions = [t('suggest.due'), t('suggest.medications')]
  if (facts.length === 0) return answer([t('adherence.none')], suggestions)
  const missed = facts.reduce((sum, fact) => sum + Number(detailOf(fact, 'missed') ?? 0), 0)
  const line = (fact: Fact) =>
    t('adherence.item', {
      name: mainValue(fact)?.name ?? '',
      taken: detailOf(fact, 'taken') ?? '0',
      missed: detailOf(fact, 'missed') ?? '0',
    })
  return answer(
    [
      t(missed === 0 ? 'adherence.allTaken' : 'adherence.someMissed'),
      facts.map(line).join('\n'),
      missed === 0 ? undefined : t('adherence.advice'),
    ],
    suggestions,
  )
}

/** What the person's own page says: the blood group. */
export function tellProfile({ t, evidence }: AnswerContext): WrittenAnswer {
  const [fact] = factsOf(evidence.facts, 'users')
  const group = fact && mainValue(fact)?.value
  return answer([group ? t('profile.bloodGroup', { group }) : t('profile.none')], [t('suggest.allergies')])
}
