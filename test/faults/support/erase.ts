import type { ApiClient } from '../../support/api-client.ts'
import { waitFor } from '../../support/wait-for.ts'

/** Erases a person's account and waits for the certificate. */
export async function eraseWith(person: ApiClient, password: string): Promise<void> {
  const { certificate_url: place } = await person.json<{ certificate_url: string }>('DELETE', '/api/v1/me', {
    password,
  })
  await waitFor('the erasure', async () => {
    const answer = await fetch(`${person.address}${place}`)
    return ((await answer.json()) as { status?: string }).status === 'completed'
  })
}
