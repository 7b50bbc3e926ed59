import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { encode } from 'cborg'

/** An authenticator in software: ES256, user verification, passkeys that are found without a name. */
export interface SoftwareAuthenticator {
  /** What `navigator.credentials.create` would give for these options. */
  create(options: unknown, changes?: Changes): Record<string, unknown>
  /** What `navigator.credentials.get` would give for these options. */
  get(options: unknown, changes?: Changes): Record<string, unknown>
}

export interface Changes {
  readonly origin?: string
  readonly challenge?: string
  readonly userVerified?: boolean
  readonly counter?: number
}

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const ATTESTED_DATA = 0x40

/** One device, for pages of one origin. */
export function softwareAuthenticator(origin: string): SoftwareAuthenticator {
  const id = randomBytes(32)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let userHandle = ''
  let counter = 0

  const clientData = (type: string, challenge: string, changes: Changes): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: changes.challenge ?? challenge,
        origin: changes.origin ?? origin,
        crossOrigin: false,
      }),
    )

  function authenticatorData(rpId: string, flags: number, changes: Changes): Buffer {
    counter += 1
    const verified = changes.userVerified === false ? 0 : USER_VERIFIED
    const head = Buffer.alloc(5)
    head.writeUInt8(flags | USER_PRESENT | verified, 0)
    head.writeUInt32BE(changes.counter ?? counter, 1)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), head])
  }

  return {
    create(options, changes = {}) {
      const { challenge, rp, user } = options as { challenge: string; rp: { id: string }; user: { id: string } }
      userHandle = user.id
      const idLength = Buffer.alloc(2)
      idLength.writeUInt16BE(id.byteLength)
      const authData = Buffer.concat([
        authenticatorData(rp.id, ATTESTED_DATA, changes),
        Buffer.alloc(16),
        idLength,
        id,
        coseKey(publicKey),
      ])
      const attestationObject = Buffer.from(
        encode(
          new Map<string, unknown>([
            ['fmt', 'none'],
            ['attStmt', new Map()],
            ['authData', new Uint8Array(authData)],
          ]),
        ),
      )
      return {
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, changes).toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      }
    },

    get(options, changes = {}) {
      const { challenge, rpId } = options as { challenge: string; rpId: string }
      const authData = authenticatorData(rpId, 0, changes)
      const data = clientData('webauthn.get', challenge, changes)
      const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()])
      return {
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          userHandle,
        },
      }
    },
  }
}

/** A public key as COSE has it (RFC 9053, 7.1.1). */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return Buffer.from(
    encode(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]),
    ),
  )
}
