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

interface UcumLibrary {
  convertUnitTo(
    from: string,
    value: number,
    to: string,
    options?: { readonly molecularWeight?: number | undefined },
  ): { readonly status: 'succeeded' | 'failed' | 'error'; readonly toVal: number | null }
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

/**
 * International units are arbitrary to UCUM, which then refuses even to shift a prefix. Laboratories print `U` and
 * `IU` for the same quantity, so both scale alike here.
 */
function scalable(unit: string): string {
  return unit.replaceAll('[IU]', 'U')
}

/** Whether two UCUM codes are one unit, `U` and `IU` being the same. */
export function isSameUnit(a: string, b: string): boolean {
  return a === b || scalable(a) === scalable(b)
}

/** Conversion by floating-point factors leaves dust behind the digits that mean something. */
function clean(value: number): number {
  return Number(value.toPrecision(12))
}

function byUcum(value: number, from: string, to: string, molarMass: number | undefined): number | undefined {
  const result = ucum().convertUnitTo(scalable(from), value, scalable(to), { molecularWeight: molarMass })
  return result.status === 'succeeded' && result.toVal !== null ? result.toVal : undefined
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
  if (!Number.isFinite(value)) return undefined
  if (isSameUnit(from, to)) return value
  if (substance === undefined) return optionally(clean, byUcum(value, from, to, undefined))
  const canonical = toCanonical(value, from, substance)
  return optionally(clean, canonical === undefined ? undefined : fromCanonical(canonical, to, substance))
}

function toCanonical(value: number, from: string, substance: MeasuredSubstance): number | undefined {
  if (isSameUnit(from, substance.unit)) return value
  const accepted = substance.units.find((unit) => isSameUnit(unit.ucum, from))
  if (accepted?.factor !== undefined) return value * accepted.factor + (accepted.offset ?? 0)
  return byUcum(value, from, substance.unit, substance.molarMass)
}

function fromCanonical(value: number, to: string, substance: MeasuredSubstance): number | undefined {
  if (isSameUnit(to, substance.unit)) return value
  const accepted = substance.units.find((unit) => isSameUnit(unit.ucum, to))
  if (accepted?.factor !== undefined) return (value - (accepted.offset ?? 0)) / accepted.factor
  return byUcum(value, substance.unit, to, substance.molarMass)
}

function optionally<In, Out>(change: (value: In) => Out, value: In | undefined): Out | undefined {
  return value === undefined ? undefined : change(value)
}
