import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Problem } from '../platform/errors/problem.ts'
import { choice, clockTime, day, daysOfWeek, flag, moment, reading, text, wholeNumber } from './field-types.ts'
import { validateInput } from './validate-input.ts'

const schema = z.strictObject({
  name: text('A name.', { example: 'Asha', maximum: 10 }),
  count: wholeNumber('A number.', { example: 3, maximum: 9 }).nullable().optional(),
  day: day('A day.', { example: '2026-03-12' }).optional(),
  at: moment('A time.', { example: '2026-03-12T03:00:00Z' }).optional(),
  clock: clockTime('A clock time.', { example: '08:30' }).optional(),
  colour: choice(['red', 'blue'], 'A colour.').optional(),
  days: daysOfWeek('Days.').optional(),
  on: flag('A switch.').optional(),
  value: reading('A reading.', { example: '98.6' }).optional(),
  more: z.record(z.string(), z.unknown()).optional(),
})

function refusal(input: unknown, fromText = false): unknown {
  try {
    validateInput(schema, input, { fromText })
  } catch (error) {
    if (error instanceof Problem) return error.errors.map(({ pointer, code }) => `${pointer} ${code}`)
    throw error
  }
  return []
}

describe('validateInput takes', () => {
  it.each([
    ['text as it is, without what surrounds it', { name: ' \u200bअ॒शा ५\ufeff\n' }, { name: 'अ॒शा ५' }],
    ['text in composed form', { name: 'e\u0301' }, { name: 'é' }],
    ['joiners, which spelling needs', { name: 'क्\u200dष' }, { name: 'क्\u200dष' }],
    ['digits of Indian scripts in numbers', { name: 'a', count: '७' }, { name: 'a', count: 7 }],
    ['digits of Indian scripts in days', { name: 'a', day: '२०२६-०३-१२' }, { name: 'a', day: '2026-03-12' }],
    ['digits of Indian scripts in clock times', { name: 'a', clock: '௦௮:௩௦' }, { name: 'a', clock: '08:30' }],
    ['digits of Indian scripts in readings', { name: 'a', value: '१२०/८०' }, { name: 'a', value: '120/80' }],
    ['a plain number as a reading', { name: 'a', value: 98.6 }, { name: 'a', value: '98.6' }],
    ['numbers written as text', { name: 'a', count: '3' }, { name: 'a', count: 3 }],
    ['numbers of a list', { name: 'a', days: ['१', 2] }, { name: 'a', days: [1, 2] }],
    ['null where a field may be empty', { name: 'a', count: null }, { name: 'a', count: null }],
  ])('%s', (_what, input, expected) => {
    expect(validateInput(schema, input)).toEqual(expected)
  })

  it('truth and lists from a query string', () => {
    const input = { name: 'a', on: 'true', days: '3' }
    expect(validateInput(schema, input, { fromText: true })).toEqual({ name: 'a', on: true, days: [3] })
  })
})

describe('validateInput refuses', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, [' required']],
    ['a list', [], [' not_an_object']],
    ['what is missing', {}, ['/name required']],
    ['null', { name: null }, ['/name required']],
    ['emptiness', { name: ' \u200b ' }, ['/name blank']],
    ['invisible text', { name: '\u200d\u200c' }, ['/name blank']],
    ['U+0000', { name: 'a\u0000' }, ['/name control_character']],
    ['marks that turn the direction', { name: '\u202ecba' }, ['/name control_character']],
    ['half a surrogate pair', { name: '\ud83d' }, ['/name malformed_text']],
    ['a broken key', { name: 'a', more: { 'x\u0000': 1 } }, ['/more control_character']],
    ['too much', { name: 'x'.repeat(11) }, ['/name too_long']],
    ['exponents and names of numbers', { name: 'a', count: '1e1' }, ['/count not_a_number']],
    ['fractions', { name: 'a', count: 1.5 }, ['/count not_a_whole_number']],
    ['numbers out of range', { name: 'a', count: 10 }, ['/count too_large']],
    ['impossible days', { name: 'a', day: '2026-02-30' }, ['/day not_a_date']],
    ['days of no record', { name: 'a', day: '0001-01-01' }, ['/day out_of_time']],
    ['times without a zone', { name: 'a', at: '2026-03-12T08:30:00' }, ['/at not_a_point_in_time']],
    ['other choices', { name: 'a', colour: 'green' }, ['/colour not_a_choice']],
    ['truth as text in a body', { name: 'a', on: 'true' }, ['/on not_true_or_false']],
    ['wrong things in a list', { name: 'a', days: [1, 7] }, ['/days/1 too_large']],
    ['unknown fields', { name: 'a', 'x/y~z': 1 }, ['/x~1y~0z unknown_field']],
    ['a prototype', JSON.parse('{"name":"a","__proto__":{"x":1}}'), ['/__proto__ unknown_field']],
    ['a name of Object', { name: 'a', constructor: 1 }, ['/constructor unknown_field']],
  ])('%s', (_what, input, expected) => {
    expect(refusal(input)).toEqual(expected)
  })

  it('what is nested without end', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)
    expect(refusal({ name: 'a', more: deep })).toEqual([`/more${'/a'.repeat(31)} too_deep`])
  })
})
