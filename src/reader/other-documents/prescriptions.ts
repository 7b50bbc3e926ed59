import type { Proposal, ReadMedicine } from '../read-document.ts'
import { followUpLines } from './findings.ts'
import { placed } from './place.ts'
import { beginsMedicine, continuesMedicine, readMedicine } from './read-medicine.ts'
import type { PlacedLine } from './sections.ts'

/** Further lines of one order. */
const MOST_LINES = 4
/** A line that stands further below, in heights of its own, belongs to something else. */
const FAR = 3.2

/** The medicines that these lines order, each with the lines that say how it is taken. */
export function medicinesIn(lines: readonly PlacedLine[]): readonly Proposal[] {
  const orders: PlacedLine[][] = []
  let open: PlacedLine[] | undefined
  for (const line of lines) {
    if (beginsMedicine(line.text)) {
      open = [line]
      orders.push(open)
      continue
    }
    const last = open?.at(-1)
    if (
      open !== undefined &&
      last !== undefined &&
      open.length < MOST_LINES &&
      isNear(last, line) &&
      followUpLines([line]).length === 0 &&
      continuesMedicine(line.text)
    ) {
      open.push(line)
    } else open = undefined
  }
  return orders.flatMap((order) => {
    const medicine = readMedicine(order.map(({ text }) => text).join(' '))
    if (medicine === undefined) return []
    const isOrdered = medicine.frequency !== null || medicine.doses.length > 0 || medicine.asNeeded
    const doubt = isGarbled(medicine)
      ? 'uncertain_reading'
      : !isOrdered
        ? 'frequency_not_found'
        : medicine.genericName === null
          ? 'unknown_medicine'
          : null
    const proposal = placed({ kind: 'medication', medicine }, order, doubt)
    return proposal === undefined ? [] : [proposal]
  })
}

/** Nobody orders nothing, and no name changes its script halfway. */
function isGarbled({ name, doses }: ReadMedicine): boolean {
  const scripts = [/\p{Script=Latin}{2}/u, /\p{Script=Devanagari}/u, /\p{Script=Tamil}/u].filter((script) =>
    script.test(name),
  )
  return scripts.length > 1 || doses.some(({ amount }) => /^0*(?:\s?ml)?$/i.test(amount))
}

function isNear(above: PlacedLine, below: PlacedLine): boolean {
  if (above.page !== below.page) return false
  const gap = below.line.box.y - (above.line.box.y + above.line.box.height)
  return gap < FAR * Math.max(above.line.box.height, below.line.box.height)
}
