import { createRequire } from 'node:module'

/** A unit that a value may come in. Without a factor, UCUM itself converts. `canonical = value * factor + offset`. */
export interface AcceptedUnit {
  readonly ucum: string
  readonly factor?: number
  readonly offset?: number
}

/** What a conversion needs to know about a substance where units alone do not tell. */
export interface MeasuredSubstance {
  /** Canonical UCUM unit. */
  readonly unit: string
  readonly units: readonly AcceptedUnit[]
  /** Grams per mole, for mass to amount of substance. */
  readonly molarMass?: number
}

interface UcumConversion {
  readonly status: 'succeeded' | 'failed' | 'error'
  readonly toVal: number | null
}

interface UcumLibrary {
  convertUnitTo(from: string, value: number, to: string, suggest?: boolean, molecularWeight?: number): UcumConversion
  validateUnitString(unit: string): { readonly status: string }
}

const require = createRequire(import.meta.url)
let library: UcumLibrary | undefined

/** The unit tables take some 20 MB and 30 ms, so they are loaded when the first unit has to be converted. */
function ucum(): UcumLibrary {
  library ??= (
    require('@lhncbc/ucum-lhc') as { UcumLhcUtils: { getInstance(): UcumLibrary } }
  ).UcumLhcUtils.getInstance()
  return library
}

/** Whether a text is a UCUM code. */
export function isUcumUnit(unit: string): boolean {
  return ucum().validateUnitString(unit).status === 'valid'
}

/** International units are arbitrary to UCUM, which then refuses to shift a prefix; their scale is an ordinary one. */
function scalable(unit: string): string {
  return unit.replaceAll('[IU]', 'U')
}

function clean(value: number): number {
  return Number(value.toPrecision(12))
}

/**
 * A value in another unit, both as UCUM codes; with the substance, also between mass and amount of substance and by
 * its own factors. `undefined` where no conversion exists.
 */
export function convertUnit(
  value: number,
  from: string,
  to: string,
  substance?: MeasuredSubstance,
): number | undefined {
  if (from === to) return value
  if (substance !== undefined) {
    const canonical = toCanonical(value, from, substance)
    const target = substance.units.find((unit) => unit.ucum === to && unit.factor !== undefined)
    if (canonical !== undefined && to === substance.unit) return clean(canonical)
    if (canonical !== undefined && target?.factor !== undefined) {
      return clean((canonical - (target.offset ?? 0)) / target.factor)
    }
  }
  const result = ucum().convertUnitTo(scalable(from), value, scalable(to), false, substance?.molarMass)
  return result.status === 'succeeded' && result.toVal !== null ? clean(result.toVal) : undefined
}

function toCanonical(value: number, from: string, substance: MeasuredSubstance): number | undefined {
  if (from === substance.unit) return value
  const accepted = substance.units.find((unit) => unit.ucum === from)
  if (accepted?.factor !== undefined) return value * accepted.factor + (accepted.offset ?? 0)
  const result = ucum().convertUnitTo(scalable(from), value, scalable(substance.unit), false, substance.molarMass)
  return result.status === 'succeeded' && result.toVal !== null ? result.toVal : undefined
}
