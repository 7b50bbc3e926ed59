import type { AcceptedUnit } from '../../units/index.ts'

/** Units that UCUM itself (with the molar mass, where there is one) converts to the canonical one. */
export function accept(...units: string[]): AcceptedUnit[] {
  return units.map((ucum) => ({ ucum }))
}
