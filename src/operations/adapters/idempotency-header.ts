import { z } from 'zod'

const header = (description: string) =>
  z.object({
    'idempotency-key': z
      .string()
      .max(255)
      .meta({ description, examples: ['3f0c8e1e-8a53-4be2-9a37-0a3a86f2f2c5'] })
      .optional(),
  })

/** What a POST may say in its headers, for the document. */
export const idempotencyHeader = header(
  'Makes the repeat of a request return the first answer, for 24 hours. It belongs to the caller and to this very request: with another one it is refused.',
)

/** The same where nobody is signed in yet. */
export const idempotencyHeaderWithoutCaller = header(
  'Makes the repeat of a request return the first answer, for 24 hours. Nobody is signed in yet, so it belongs to this very request, with the password or token in it: who does not send all of it again gets no answer of it, and another request from the same address is refused. Take a random UUID. A sign-in that has ended since is not opened anew: its tokens come back as they were. Where the request has no answer within ten seconds, its repeat gets 409.',
)
