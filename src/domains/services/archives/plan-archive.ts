import { planAppleHealth } from './apple-health.ts'
import { planFitbit } from './fitbit.ts'
import { ArchiveProblem, entryOf, type PlanArchive, type PlannedFile } from './found-sample.ts'
import { planGoogleFit } from './google-fit.ts'
import type { Archive } from './open-archive.ts'
import { planSamsungHealth } from './samsung-health.ts'

const PLANS: Readonly<Record<string, PlanArchive>> = {
  apple_health: planAppleHealth,
  samsung_health: planSamsungHealth,
  fitbit: planFitbit,
  google_fit: planGoogleFit,
}

/**
 * The files of a service's archive that hold samples, in an order that is the same each time.
 * @throws {ArchiveProblem} `not-recognised` where there are none.
 */
export function planArchive(serviceName: string, archive: Archive): readonly PlannedFile[] {
  const planned = entryOf(PLANS, serviceName)?.(archive.files) ?? []
  if (planned.length === 0) throw new ArchiveProblem('not-recognised')
  return planned
}
