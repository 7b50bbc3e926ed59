import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { PageProblem } from '../api/problem.ts'

/** An IP address: passkeys belong to a name, which it is none. */
const ADDRESS = /^(?:\d+\.){3}\d+$|^\[/

/** Whether this browser can keep a passkey for this page. */
export const canUsePasskeys =
  globalThis.isSecureContext === true && 'PublicKeyCredential' in globalThis && !ADDRESS.test(location.hostname)

/**
 * Has the device make a passkey.
 * @param options the server's `PublicKeyCredentialCreationOptionsJSON`.
 * @throws {PageProblem} where the person or the device declines, or has one already.
 */
export async function makePasskey(options: object): Promise<object> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  return declined(startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON }))
}

/**
 * Asks the device for a passkey of this page.
 * @param options the server's `PublicKeyCredentialRequestOptionsJSON`.
 * @throws {PageProblem} where none is given.
 */
export async function askForPasskey(options: object): Promise<object> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return declined(startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON }))
}

/** Browsers tell little of why, so that no page learns which passkeys there are. */
async function declined(answer: Promise<object>): Promise<object> {
  try {
    return await answer
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : ''
    throw new PageProblem(name === 'InvalidStateError' ? 'account.passkeyKnown' : 'account.passkeyDeclined', { cause })
  }
}
