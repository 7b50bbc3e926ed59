import type { Database } from '../../platform/database/index.ts'
import type { SendAccountMail } from './account-mail.ts'
import { provePassword } from './lock-out.ts'
import type { SecondFactorService, SecondProof } from './second-factor-service.ts'
import type { Device } from './session-store.ts'

/** The password, or a code of the second factor. */
export type IdentityProof = { readonly password: string } | SecondProof

/** Lets somebody who is signed in prove once more who they are. */
export type ProveIdentity = (
  userId: string,
  proof: IdentityProof,
  device: Device,
  /** What they want to do, for the audit log where the proof is wrong. */
  action: string,
) => Promise<void>

/** @throws {Problem} from what it returns: `wrong-password`, `wrong-code`, `account-locked`. */
export function createProofOfIdentity(services: {
  readonly database: Database
  readonly secondFactor: Pick<SecondFactorService, 'prove'>
  readonly sendMail: SendAccountMail
  readonly now: () => Date
}): ProveIdentity {
  return async (userId, proof, device, action) => {
    if (!('password' in proof)) return services.secondFactor.prove(userId, proof, device, action)
    await provePassword(services, { userId, password: proof.password, device, action })
  }
}
