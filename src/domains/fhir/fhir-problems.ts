import { defineProblem } from '../../platform/errors/problem.ts'

/** Neither JSON nor one JSON document a line, or no FHIR resource. */
export const FhirNotReadable = defineProblem({ type: 'fhir-not-readable', status: 422 })
/** A bundle that is a message or a history, not a record. */
export const FhirBundleNotTaken = defineProblem({ type: 'fhir-bundle-not-taken', status: 422 })
export const FhirTooManyEntries = defineProblem({ type: 'fhir-too-many-entries', status: 413 })
/** The patient is not the person: a question before anything is taken in. */
export const FhirSomebodyElse = defineProblem({
  type: 'fhir-somebody-else',
  status: 409,
  confirmedBy: 'acknowledge_person',
})
