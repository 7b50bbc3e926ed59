import { type DayTime, findMedicine, formIn, leadingForm, readOrder } from '../../clinical/medicines/index.ts'
import type { ReadMedicine } from '../read-document.ts'

/** "500 mg", "40/12.5 mg", "5 mg/5 ml", "60,000 IU", "0.1 %", "60K". */
const STRENGTH =
  /(?<![\p{L}\d.])(\d[\d,]*(?:\.\d+)?(?:\s?(?:mg|mcg))?(?:\s?[/+]\s?\d+(?:\.\d+)?)*\s?(?:mg|mcg|µg|ug|gms?|g|iu|i\.u\.?|units?|ml|%|k)(?:\s?\/\s?\d*(?:\.\d+)?\s?(?:ml|dose|puff|hr))?)(?![\p{L}\d])/iu
/** What is taken at once: "1 tab", "2 puffs", "one teaspoon", "1 गोली". */
const AT_ONCE =
  /(?<![\p{L}\d./-])(\d{1,2}(?:\.5)?|½|1\/2|half|one|two|एक|दो|आधी|ஒரு|இரண்டு|அரை)\s?(tab(?:let)?s?|caps?(?:ule)?s?|puffs?|drops?|spoons?|tsp|teaspoon(?:ful)?s?|sachets?|गोली|गोलियाँ|चम्मच|बूँद|மாத்திரை|ஸ்பூன்|சொட்டு)(?![\p{L}\d])\.?/iu
/** "5 ml" of a syrup, not the one of "250 mg/5 ml". */
const LIQUID_AMOUNT = /(?<![\p{L}\d./]|\/\s)(\d{1,2}(?:\.\d+)?\s?ml)(?![\p{L}\d/])/iu
const COUNTS: Readonly<Record<string, string>> = {
  half: '½', one: '1', two: '2', '1/2': '½', एक: '1', दो: '2', आधी: '½', ஒரு: '1', இரண்டு: '2', அரை: '½',
} // biome-ignore format: one table
const NUMBERING = /^\s*(?:rx|℞|r\/)?\s*(?:\(?\d{1,2}[.,):]|[•*#>-])\s*/iu
/** Where a name is over and a remark begins. */
const REMARK =
  /\s(?:if|for|under|as|to|in|with|then|take|apply|on|at|and|till|until|when|over|via|लेना|लगाएँ|के लिए|மேல்|தடவ)(?=\s|$)/iu
const NUMBERED = /^\s*\(?\d{1,2}[.,):]\s*[^\s\d]/u
const ROW_WITH_FORM =
  /^\s*\d{1,2}[.):]?\s+\p{Lu}[\p{L}-]{3,}(?:\s[\p{L}-]+){0,3}\s(?:cream|oint(?:ment)?|gel|lotion|drops?|spray|powder|shampoo|soap)\b/iu
const MOST_NAME_WORDS = 5
const USUAL_TIMES: Readonly<Record<number, readonly DayTime[]>> = {
  1: ['morning'],
  2: ['morning', 'night'],
  3: ['morning', 'noon', 'night'],
  4: ['morning', 'noon', 'evening', 'night'],
}

/** Whether a line begins the order of a medicine: with its form, or with a name that is known and how it is taken. */
export function beginsMedicine(text: string): boolean {
  const plain = text.replace(NUMBERING, '')
  const form = leadingForm(plain)
  if (form !== undefined) return /^\p{L}{2}/u.test(plain.slice(form.end).trim())
  const order = readOrder(plain)
  // A numbered line that says how something is taken orders something, whatever became of its name.
  if (plain !== text && NUMBERED.test(text) && (order.frequencyText !== undefined || order.food !== undefined))
    return true
  const isOrdered = isOrder(order) || STRENGTH.test(plain)
  // "3 Luliconazole cream 1% twice a day": a name that nobody knows, with its form behind it.
  if (findMedicine(plain) === undefined)
    return isOrder(order) && ROW_WITH_FORM.test(text) && formIn(plain) !== undefined
  return isOrdered || formIn(plain) !== undefined
}

/** Whether a line says how something is taken, and so goes with the medicine above it. */
export function continuesMedicine(text: string): boolean {
  return isOrder(readOrder(text)) || /^\s*\(/.test(text)
}

function isOrder({ frequencyText, durationDays, food }: ReturnType<typeof readOrder>): boolean {
  return frequencyText !== undefined || durationDays !== undefined || food !== undefined
}

/**
 * Reads one order: "1. Tab. Glycomet GP 1 (Metformin) 1-0-1 after food x 30 days". The name is kept as it is printed; only
 * a name that is known exactly tells the substance.
 */
export function readMedicine(text: string): ReadMedicine | undefined {
  const plain = text
    .replace(NUMBERING, '')
    .replace(ROW_WITH_FORM.test(text) ? /^\s*\d{1,2}\s+/ : /$^/, '')
    // Recognition takes the l of "ml" for other strokes.
    .replace(/(?<=\d\s?)m[I1|](?![\p{L}\d])/gu, 'ml')
    .replace(/\s+/g, ' ')
    .trim()
  const lead = leadingForm(plain)
  const found = lead ?? formIn(plain)
  const body = lead === undefined ? plain : plain.slice(lead.end)
  const atOnce = AT_ONCE.exec(body)
  const without =
    atOnce === null ? body : `${body.slice(0, atOnce.index)} ${body.slice(atOnce.index + atOnce[0].length)}`
  const order = readOrder(without, { inUnits: found?.form === 'injection' })
  const { name, strength, bracketed, remarks } = nameAndStrength(order.rest)
  if (name === undefined) return undefined
  const known = findMedicine(name) ?? (bracketed === undefined ? undefined : findMedicine(bracketed))
  const poured = found?.form === 'liquid' ? LIQUID_AMOUNT.exec(body)?.[1] : undefined
  const isDose = found?.form === 'liquid' && strength !== undefined && /^\d+(?:\.\d+)?\s?ml$/i.test(strength)
  const amount = isDose ? strength : (amountOf(atOnce) ?? poured)
  return {
    name,
    genericName: known?.medicine.generic ?? null,
    brandName: known?.brand ?? null,
    form: found?.form ?? null,
    route: found?.route ?? null,
    strength: isDose ? null : (strength ?? null),
    doses: dosesOf(order, amount),
    frequency: order.frequencyText ?? null,
    timesPerDay: order.timesPerDay ?? null,
    everyDays: order.everyDays ?? null,
    asNeeded: order.asNeeded,
    food: order.food ?? null,
    durationDays: order.durationDays ?? null,
    remarks,
  }
}

function amountOf(atOnce: RegExpExecArray | null): string | undefined {
  const [, count, unit] = atOnce ?? []
  if (count === undefined || unit === undefined) return undefined
  const plain = COUNTS[count.toLowerCase()] ?? count
  // The form says "tablet" already; spoons, puffs and drops are said.
  return /^(?:tab|cap|गोली|गोलियाँ|மாத்திரை)/iu.test(unit) ? plain : `${plain} ${unit}`
}

function dosesOf(order: ReturnType<typeof readOrder>, amount: string | undefined): ReadMedicine['doses'] {
  if (order.doses.length > 0) {
    return amount === undefined || order.doses.some((dose) => dose.amount !== '1')
      ? order.doses
      : order.doses.map(({ time }) => ({ time, amount }))
  }
  const times = order.asNeeded || order.everyDays !== undefined ? undefined : USUAL_TIMES[order.timesPerDay ?? 0]
  return amount === undefined ? [] : (times ?? []).map((time) => ({ time, amount }))
}

function nameAndStrength(rest: string): {
  name: string | undefined
  strength: string | undefined
  bracketed: string | undefined
  remarks: string | null
} {
  const match = STRENGTH.exec(rest)
  const ends = [match?.index, ...[/[(),;:|]/u, /\s[-–—]\s/u, REMARK].map((end) => end.exec(rest)?.index)].filter(
    (index): index is number => index !== undefined && index > 0,
  )
  const cut = Math.min(rest.length, ...ends)
  const words = rest
    .slice(0, cut)
    .replace(/^[\s.:,-]+|[\s.:,-]+$/gu, '')
    .split(' ')
  const name = words.slice(0, MOST_NAME_WORDS).join(' ')
  const behind = [
    words.slice(MOST_NAME_WORDS).join(' '),
    match ? rest.slice(cut).replace(match[1] ?? '', ' ') : rest.slice(cut),
  ]
    .join(' ')
    .replace(/\(\s*tot[^)]*\)/giu, ' ')
  const bracketed = /\(([^)]{3,60})\)/u.exec(behind)?.[1]
  const remarks = behind
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{N}%./ -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.:x/-]+|[\s.:x/-]+$/gu, '')
  return {
    name: /\p{L}{2}|\p{L}\p{M}/u.test(name) ? name : undefined,
    strength: match?.[1]?.trim(),
    bracketed,
    remarks: /\p{L}{3}|\p{L}\p{M}/u.test(remarks) ? remarks.slice(0, 300) : null,
  }
}
