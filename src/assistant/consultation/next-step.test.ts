import { expect, test } from 'vitest'
import { COMPLAINTS } from '../../clinical/complaints/index.ts'
import { LANGUAGE_FORMS } from '../../clinical/language-forms.ts'
import { ground } from '../grounding/index.ts'
import type { AgentEvent } from '../turn/stages.ts'
import { factOfStep, nextStep } from './next-step.ts'

const finished: AgentEvent = {
  type: 'finished',
  model: 'test',
  usage: { inputTokens: 0, outputTokens: 0 },
  intent: 'symptom',
  entities: {},
  suggestions: [],
}

test.each(COMPLAINTS.flatMap((complaint) => LANGUAGE_FORMS.map((form) => ({ id: complaint.id, form, complaint }))))(
  'grounding lets the reviewed advice on $id pass in $form',
  async ({ complaint, form }) => {
    const asked = complaint.questions
    const known = { form, person: {}, medicines: false, triage: { level: 'self_care' as const, redFlags: [] } }
    const step = nextStep({ complaint, asked, said: [], least: undefined, begins: false }, known)
    expect(step.question).toBeUndefined()
    const written = `${step.advice.selfCare}\n\n${step.advice.watchFor}`
    const events = (async function* (): AsyncGenerator<AgentEvent> {
      yield { type: 'text.delta', text: written }
      yield finished
    })()
    let text = ''
    for await (const event of ground(events, { facts: [factOfStep(step)], passages: [] }, { form })) {
      if (event.type === 'text.delta') text += event.text
    }
    expect(text).toBe(written)
  },
)
