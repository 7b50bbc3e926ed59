import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { v7 as uuidv7 } from 'uuid'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { queueAuditEntry } from '../audit/index.ts'
import { InvalidChallenge, InvalidPasskey, type Passkey } from './account.ts'
import type { SendAccountMail } from './account-mail.ts'
import { clearFailedSignIns, findUser, type UserRow } from './account-store.ts'
import { provePassword } from './lock-out.ts'
import type { Device, NewSession } from './session-store.ts'
import { openSession } from './sign-in.ts'
import {
  beginChallenge,
  CHALLENGE_SECONDS,
  endChallenge,
  type HeldChallenge,
  holdChallenge,
} from './sign-in-challenge.ts'

const MAXIMUM_PASSKEYS = 20

/** The pages that a passkey belongs to. */
export interface RelyingParty {
  /** A host name, without port. */
  readonly id: string
  readonly origin: string
}

export interface PasskeyServices {
  readonly database: Database
  readonly sendMail: SendAccountMail
  readonly now: () => Date
}

interface PasskeyRow {
  readonly id: string
  readonly user_id: string
  readonly name: string
  readonly credential_id: string
  readonly public_key: Buffer
  readonly counter: number
  readonly transports: AuthenticatorTransport[]
  readonly device_type: string
  readonly backed_up: boolean
  readonly last_used_at: Date | null
  readonly created_at: Date
}

export type PasskeyService = ReturnType<typeof createPasskeyService>

/**
 * Passkeys (Web Authentication, level 3). One that has verified its user, by a finger or a PIN, is both factors at once,
 * so it signs in by itself; no website but ours can ask for it.
 */
export function createPasskeyService(services: PasskeyServices) {
  const { database, now } = services

  /** Takes the challenge of a step away, whatever comes of the answer: it is good for one. */
  function take(
    transaction: Transaction,
    purpose: 'passkey-sign-in' | 'passkey-registration',
    token: string,
  ): Promise<HeldChallenge | undefined> {
    return holdChallenge(transaction, purpose, token, now()).then(async (held) => {
      if (held !== undefined) await endChallenge(transaction, held.id)
      return held
    })
  }

  return {
    list: (userId: string): Promise<Passkey[]> =>
      database.asUser(userId, async (transaction) => (await findPasskeys(transaction, userId)).map(view)),

    /** @throws {Problem} `wrong-password`, `account-locked` */
    async beginRegistration(
      userId: string,
      password: string,
      party: RelyingParty,
      device: Device,
    ): Promise<{ token: string; options: PublicKeyCredentialCreationOptionsJSON }> {
      const user = await provePassword(services, { userId, password, device, action: 'accounts.passkeys.add' })
      const known = await database.asUser(userId, (transaction) => findPasskeys(transaction, userId))
      const options = await generateRegistrationOptions({
        rpName: 'Swasthwrap',
        rpID: party.id,
        userName: user.email,
        userID: new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex')),
        userDisplayName: user.name,
        timeout: CHALLENGE_SECONDS * 1_000,
        attestationType: 'none',
        excludeCredentials: known.map((each) => ({ id: each.credential_id, transports: each.transports })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      const token = await database.asSystem((transaction) =>
        beginChallenge(transaction, {
          purpose: 'passkey-registration',
          subjectId: userId,
          challenge: options.challenge,
          now: now(),
        }),
      )
      return { token, options }
    },

    /** @throws {Problem} `invalid-challenge`, `invalid-passkey` */
    async register(
      userId: string,
      answer: { readonly token: string; readonly name: string; readonly response: RegistrationResponseJSON },
      party: RelyingParty,
      device: Device,
    ): Promise<Passkey> {
      const held = await database.asSystem((transaction) => take(transaction, 'passkey-registration', answer.token))
      if (held?.subject_id !== userId || held.challenge === null) throw new Problem(InvalidChallenge)
      const { registrationInfo } = await genuine(
        verifyRegistrationResponse({
          response: answer.response,
          expectedChallenge: held.challenge,
          expectedOrigin: party.origin,
          expectedRPID: party.id,
          requireUserVerification: true,
        }),
      )
      if (registrationInfo === undefined) throw new Problem(InvalidPasskey)
      const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo
      return database.asSystem(async (transaction) => {
        const { sql } = transaction
        if ((await findPasskeys(transaction, userId)).length >= MAXIMUM_PASSKEYS) throw new Problem(InvalidPasskey)
        const row = await transaction.row<PasskeyRow>(
          sql('passkeys')
            .insert({
              id: uuidv7(),
              user_id: userId,
              name: answer.name,
              credential_id: credential.id,
              public_key: Buffer.from(credential.publicKey),
              counter: credential.counter,
              transports: JSON.stringify(credential.transports ?? []),
              device_type: credentialDeviceType,
              backed_up: credentialBackedUp,
            })
            .onConflict('credential_id')
            .ignore()
            .returning('*'),
        )
        if (row === undefined) throw new Problem(InvalidPasskey)
        queuePasskeyAudit(transaction, userId, 'accounts.passkeys.add', row.id, device)
        return view(row)
      })
    },

    /** @throws {Problem} `not-found`, `wrong-password`, `account-locked` */
    async remove(userId: string, id: string, password: string, device: Device): Promise<void> {
      const action = 'accounts.passkeys.remove'
      await provePassword(services, { userId, password, device, action })
      await database.asSystem(async (transaction) => {
        const removed = await transaction.affected(transaction.sql('passkeys').where({ user_id: userId, id }).delete())
        if (removed === 0) throw new Problem(NotFound)
        queuePasskeyAudit(transaction, userId, action, id, device)
      })
    },

    /** Begins a sign-in. No account is named: the person's own device offers the passkeys that it holds. */
    async beginSignIn(party: RelyingParty): Promise<{ token: string; options: PublicKeyCredentialRequestOptionsJSON }> {
      const options = await generateAuthenticationOptions({
        rpID: party.id,
        timeout: CHALLENGE_SECONDS * 1_000,
        userVerification: 'required',
      })
      const token = await database.asSystem((transaction) =>
        beginChallenge(transaction, { purpose: 'passkey-sign-in', challenge: options.challenge, now: now() }),
      )
      return { token, options }
    },

    /** @throws {Problem} `invalid-challenge`, `invalid-passkey` */
    async signIn(
      token: string,
      response: AuthenticationResponseJSON,
      party: RelyingParty,
      device: Device,
    ): Promise<{ row: UserRow; session: NewSession }> {
      const { held, passkey } = await database.asSystem(async (transaction) => ({
        held: await take(transaction, 'passkey-sign-in', token),
        passkey: await transaction.row<PasskeyRow>(transaction.sql('passkeys').where({ credential_id: response.id })),
      }))
      if (held === undefined || held.challenge === null) throw new Problem(InvalidChallenge)
      if (passkey === undefined) throw new Problem(InvalidPasskey)
      const { verified, authenticationInfo } = await genuine(
        verifyAuthenticationResponse({
          response,
          expectedChallenge: held.challenge,
          expectedOrigin: party.origin,
          expectedRPID: party.id,
          credential: {
            id: passkey.credential_id,
            publicKey: new Uint8Array(passkey.public_key),
            counter: passkey.counter,
            transports: passkey.transports,
          },
          requireUserVerification: true,
        }),
      )
      const outcome = await database.asSystem(async (transaction) => {
        const row = await findUser(transaction, passkey.user_id, 'for update')
        if (!verified || row === undefined || !row.is_active) return undefined
        await transaction.affected(
          transaction.sql('passkeys').where({ id: passkey.id }).update({
            counter: authenticationInfo.newCounter,
            backed_up: authenticationInfo.credentialBackedUp,
            last_used_at: now(),
          }),
        )
        await clearFailedSignIns(transaction, row.id)
        return { row, session: await openSession(transaction, row.id, device, now(), 'passkey') }
      })
      if (outcome === undefined) throw new Problem(InvalidPasskey)
      return outcome
    },
  }
}

/** @throws {Problem} `invalid-passkey` for an answer that is not genuine: the library tells by throwing. */
async function genuine<Outcome>(verification: Promise<Outcome>): Promise<Outcome> {
  try {
    return await verification
  } catch (cause) {
    throw new Problem(InvalidPasskey, { cause })
  }
}

function findPasskeys(transaction: Transaction, userId: string): Promise<PasskeyRow[]> {
  return transaction.rows<PasskeyRow>(
    transaction.sql('passkeys').where({ user_id: userId }).orderBy('created_at').limit(MAXIMUM_PASSKEYS),
  )
}

function view(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    name: row.name,
    synced: row.device_type === 'multiDevice',
    last_used_at: row.last_used_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  }
}

function queuePasskeyAudit(transaction: Transaction, userId: string, action: string, id: string, device: Device): void {
  queueAuditEntry(transaction, {
    userId,
    action,
    resourceType: 'passkeys',
    resourceId: id,
    success: true,
    ...device,
  })
}
