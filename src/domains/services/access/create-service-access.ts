import type { JobBackend } from '../../../platform/jobs/index.ts'
import type { ServiceAccess } from './access-operations.ts'
import { revocationJobId, revokeAccessJob } from './revoke-access.ts'
import { openServiceAdapters } from './service-access.ts'
import type { ServiceAccessSettings } from './service-settings.ts'

/** Where the page takes people in who come back from a service. */
const RETURN_PATH = '/connected-services'

/** What operations need to sign people in at services. Nothing is configured: nobody can. */
export function createServiceAccess(
  jobs: JobBackend,
  settings: ServiceAccessSettings,
  publicUrl: string,
): ServiceAccess {
  return {
    adapters: openServiceAdapters(settings),
    redirectUri: `${publicUrl}${RETURN_PATH}`,
    wakeRevocation: (userId, revocationId) =>
      jobs.enqueue(
        revokeAccessJob,
        { revocation_id: revocationId, user_id: userId },
        { jobId: revocationJobId(revocationId) },
      ),
  }
}
