import { defineProblem, type ProblemDefinition } from '../../../platform/errors/problem.ts'

const PROBLEMS = {
  revoked: defineProblem({ type: 'service-access-revoked', status: 409 }),
  unreachable: defineProblem({ type: 'service-unreachable', status: 503 }),
  'wrong-answer': defineProblem({ type: 'service-answer-wrong', status: 502 }),
  denied: defineProblem({ type: 'authorization-denied', status: 409 }),
  'not-configured': defineProblem({ type: 'service-not-configured', status: 409 }),
  invalid: defineProblem({ type: 'authorization-invalid', status: 409 }),
} as const

/** What went wrong between us and a service. Never holds what the service said. */
export class ServiceProblem extends Error {
  override name = 'ServiceProblem'
  readonly kind: keyof typeof PROBLEMS
  readonly definition: ProblemDefinition

  constructor(kind: keyof typeof PROBLEMS, options?: ErrorOptions) {
    super(`The service: ${kind}`, options)
    this.kind = kind
    this.definition = PROBLEMS[kind]
  }
}
