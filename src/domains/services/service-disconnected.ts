import { defineProblem } from '../../platform/errors/problem.ts'

/** The person has paused the service. */
export const ServiceDisconnected = defineProblem({ type: 'service-disconnected', status: 409 })
