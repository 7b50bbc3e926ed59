import { describe, expect, it } from 'vitest'
import { findMedicine } from './find-medicine.ts'
import { KNOWN_MEDICINES } from './known-medicines.ts'
import { formIn, leadingForm } from './medicine-forms.ts'
import { readOrder } from './read-order.ts'

const times = (text: string) => readOrder(text).doses.map(({ time, amount }) => `${time} ${amount}`)

describe('how often', () => {
  it.each([
    ['1-0-1', ['morning 1', 'night 1']],
    ['1 - 0 - 1', ['morning 1', 'night 1']],
    ['1–1–1', ['morning 1', 'noon 1', 'night 1']],
    ['1-1-1-1', ['morning 1', 'noon 1', 'evening 1', 'night 1']],
    ['0-0-1', ['night 1']],
    ['½-0-½', ['morning ½', 'night ½']],
    ['1/2 - 0 - 1/2', ['morning ½', 'night ½']],
    ['l-O-l', ['morning 1', 'night 1']],
    ['१-०-१', ['morning 1', 'night 1']],
    ['௧-௦-௧', ['morning 1', 'night 1']],
    ['5ml-5ml-5ml', ['morning 5 ml', 'noon 5 ml', 'night 5 ml']],
    ['10 ml - 0 - 10 ml', ['morning 10 ml', 'night 10 ml']],
    ['2+2+2', ['morning 2', 'noon 2', 'night 2']],
    ['1 Morning, 1 Night', ['morning 1', 'night 1']],
    ['morning and night', ['morning 1', 'night 1']],
    ['सुबह 1 रात 1', ['morning 1', 'night 1']],
    ['1 गोली सुबह शाम', ['morning 1', 'evening 1']],
    ['காலை 1 இரவு 1', ['morning 1', 'night 1']],
    ['HS', ['night 1']],
    ['at bedtime', ['night 1']],
    ['12-03-2026', []],
    ['120-80-5', []],
  ])('%s', (text, expected) => {
    expect(times(text)).toEqual(expected)
  })

  it.each([
    ['BD', 2], ['b.d.', 2], ['BID', 2], ['TDS', 3], ['tid', 3], ['QID', 4], ['OD', 1], ['once daily', 1], ['twice a day', 2],
    ['thrice daily', 3], ['3 times a day', 3], ['8 hourly', 3], ['q6h', 4], ['दिन में दो बार', 2], ['दिन में 3 बार', 3],
    ['தினம் இரண்டு முறை', 2], ['ஒரு நாளைக்கு 3 வேளை', 3], ['din mein do baar', 2], ['stat', 1], ['Body ache', undefined],
  ] as const)('%s is %s times a day', (text, count) => {
    expect(readOrder(text).timesPerDay).toBe(count)
  }) // biome-ignore format: one table

  it.each([
    ['alternate days', 2],
    ['once a week', 7],
    ['weekly once', 7],
    ['हफ्ते में एक बार', 7],
    ['வாரம் ஒரு முறை', 7],
    ['एक दिन छोड़कर', 2],
    ['ஒரு நாள் விட்டு ஒரு நாள்', 2],
    ['BD', undefined],
  ])('%s is every %s days', (text, days) => {
    expect(readOrder(text).everyDays).toBe(days)
  })

  it.each(['SOS', 's.o.s', 'prn', 'if fever', 'ज़रूरत पड़ने पर', 'தேவைப்பட்டால்'])('%s is only when needed', (text) => {
    expect(readOrder(text).asNeeded).toBe(true)
  })
})

describe('for how long, and with what', () => {
  it.each([
    ['x 5 days', 5], ['for 7 days', 7], ['× 1 month', 30], ['2 weeks', 14], ['5/7', 5], ['2/52', 14], ['10 Days (Tot:20 Tab)', 10],
    ['x5d', 5], ['5 दिन', 5], ['1 महीना', 30], ['एक हफ्ते', 7], ['5 நாட்கள்', 5], ['1 மாதம்', 30], ['to continue', undefined],
  ] as const)('%s: %s days', (text, days) => {
    expect(readOrder(text).durationDays).toBe(days)
  }) // biome-ignore format: one table

  it.each([
    ['after food', 'after'], ['before breakfast', 'before'], ['A/F', 'after'], ['p.c.', 'after'], ['empty stomach', 'empty_stomach'],
    ['खाने के बाद', 'after'], ['खाली पेट', 'empty_stomach'], ['சாப்பாட்டுக்கு முன்', 'before'], ['சாப்பிட்ட பிறகு', 'after'], ['BD', undefined],
  ] as const)('%s: %s', (text, food) => {
    expect(readOrder(text).food).toBe(food)
  }) // biome-ignore format: one table

  it('leaves the rest', () => {
    expect(readOrder('1-0-1 x 5 days after food for cough')).toMatchObject({
      rest: 'for cough',
      durationDays: 5,
      food: 'after',
    })
  })
})

describe('names', () => {
  it.each([
    ['Glycomet GP 1', 'Glimepiride + Metformin', 'Glycomet GP'],
    ['Glycomet 500 SR', 'Metformin', 'Glycomet'],
    ['Dolo650', 'Paracetamol', 'Dolo'],
    ['TELMA-40', 'Telmisartan', 'Telma'],
    ['Telma AM 40', 'Telmisartan + Amlodipine', 'Telma AM'],
    ['paracetamol 500 mg', 'Paracetamol', undefined],
    ['PAN D', 'Pantoprazole + Domperidone', 'Pan D'],
    ['Amoxicillin and more', 'Amoxicillin', undefined],
  ])('%s', (text, generic, brand) => {
    expect(findMedicine(text)).toMatchObject({ medicine: { generic }, brand })
  })

  it('takes nothing for what it is nearly', () => {
    expect(findMedicine('Telmo 40')).toBeUndefined()
    expect(findMedicine('Patient Name')).toBeUndefined()
  })

  it('gives every name to one medicine', () => {
    const names = KNOWN_MEDICINES.flatMap(({ brands }) => brands.map((brand) => brand.toLowerCase()))
    const twice = names.filter((name, at) => names.indexOf(name) !== at)
    expect(twice).toEqual([])
  })

  it.each([
    ['1. Tab. Dolo 650', 'tablet'],
    ['Inj Monocef 1g', 'injection'],
    ['T. Pan 40', 'tablet'],
    ['Syp. Ascoril', 'liquid'],
    ['गोली पैरासिटामोल', 'tablet'],
    ['மாத்திரை டோலோ', 'tablet'],
    ['Tablets of stone were found', 'tablet'],
    ['Table salt', undefined],
    ['Capital', undefined],
  ])('%s begins with a form: %s', (text, form) => {
    expect(leadingForm(text)?.form).toBe(form)
  })

  it('finds a form behind the name', () => {
    expect(formIn('Telma 40 mg tablet 1-0-0')?.form).toBe('tablet')
  })
})
