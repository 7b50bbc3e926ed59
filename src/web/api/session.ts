import { signal } from '@preact/signals'
import { askForPasskey } from '../browser/passkeys.ts'
import { forgetPerson, readSetting, writeSetting } from '../browser/settings.ts'
import { isLanguage, type Language } from '../words/language.ts'
import { changeLanguage, language } from '../words/words.ts'
import { renewWith, request } from './client.ts'
import { ApiProblem, Unreachable } from './problem.ts'
import { endPush, endPushHere } from './push.ts'

export interface User {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly avatar: string | null
  /** Whether somebody has followed the link of the mail that was sent there. */
  readonly email_verified: boolean
}

interface SignIn {
  readonly user: User
  /** Seconds until the cookie runs out. */
  readonly expires_in: number
}

type SessionState =
  /** Not known yet: the page has just been opened. */
  { readonly kind: 'opening' } | { readonly kind: 'signed-out' } | { readonly kind: 'signed-in'; readonly user: User }

const USER_SETTING = 'user'
const RENEWED_SETTING = 'renewed'
/** The tabs of one browser share the cookie: what one has just renewed need not be renewed by another. */
const FRESH_MILLISECONDS = 30_000
/** Shortly before the server's fifteen minutes are over. */
const COOKIE_MILLISECONDS = 13 * 60_000

const state = signal<SessionState>({ kind: 'opening' })

/** Who is signed in. The tokens are in cookies that no script can read. */
export const session = {
  get: (): SessionState => state.value,
  peek: (): SessionState => state.peek(),
}

/** The person who is signed in. Screens behind the sign-in only. */
export function user(): User {
  if (state.value.kind !== 'signed-in') throw new Error('Nobody is signed in')
  return state.value.user
}

/** Finds out whether somebody is signed in. Without network, whoever was the last time is taken at their word. */
export async function openSession(): Promise<void> {
  renewWith(renewSession)
  const known = rememberedUser()
  if (known === undefined) {
    state.value = { kind: 'signed-out' }
    return
  }
  state.value = { kind: 'signed-in', user: known }
  try {
    remember(await request<User>('GET', '/api/v1/me'))
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof ApiProblem)) throw error
  }
}

export async function register(input: {
  readonly name: string
  readonly email: string
  readonly password: string
}): Promise<void> {
  const body = { ...input, language: language(), session: 'cookie' }
  await begin(await request<SignIn>('POST', '/api/v1/auth/register', { body }))
}

/** The password was right, and the account asks for a code as well. */
export interface SecondStep {
  readonly challenge_token: string
}

/** Signs in, or says that a code is needed. */
export async function logIn(input: {
  readonly email: string
  readonly password: string
}): Promise<SecondStep | undefined> {
  const body = { ...input, session: 'cookie' }
  const answer = await request<SignIn | SecondStep>('POST', '/api/v1/auth/login', { body })
  if ('challenge_token' in answer) return answer
  await begin(answer)
  return undefined
}

/** @param proof six digits of the authenticator app, or one of the recovery codes. */
export async function logInWithCode(
  { challenge_token }: SecondStep,
  proof: { readonly code: string } | { readonly recovery_code: string },
): Promise<void> {
  const body = { challenge_token, ...proof, session: 'cookie' }
  await begin(await request<SignIn>('POST', '/api/v1/auth/login/second-factor', { body }))
}

/** A challenge of the server, and what it asks of the browser. */
export interface PasskeyStep {
  readonly challenge_token: string
  readonly options: object
}

/** Signs in with a passkey of this device, which says by itself whose it is. @throws {PageProblem} where none is given. */
export async function logInWithPasskey(): Promise<void> {
  const { challenge_token, options } = await request<PasskeyStep>('POST', '/api/v1/auth/login/passkey/options')
  const body = { challenge_token, response: await askForPasskey(options), session: 'cookie' }
  await begin(await request<SignIn>('POST', '/api/v1/auth/login/passkey', { body }))
}

/** Has a link sent by which a new password can be chosen. */
export const forgotPassword = (email: string): Promise<void> =>
  request('POST', '/api/v1/auth/password/forgot', { body: { email } })

/** @param token from that link. */
export const resetPassword = (token: string, password: string): Promise<void> =>
  request('POST', '/api/v1/auth/password/reset', { body: { token, password } })

/** @param token from the link that confirms an address. */
export const verifyEmail = (token: string): Promise<void> =>
  request('POST', '/api/v1/auth/email/verify', { body: { token } })

/** Signs out here, even where the server cannot be told. */
export async function logOut(): Promise<void> {
  await unlessRefused(endPush())
  await unlessRefused(request('POST', '/api/v1/auth/logout', { body: {} }))
  end()
}

/** Waits for what may fail: the server refuses it, or cannot be reached. */
async function unlessRefused(answer: Promise<unknown>): Promise<void> {
  try {
    await answer
  } catch (error) {
    if (!(error instanceof ApiProblem || error instanceof Unreachable)) throw error
  }
}

/** Speaks another language, and remembers it in the account. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  await changeLanguage(chosen)
  const current = state.peek()
  if (current.kind !== 'signed-in') return
  remember({ ...current.user, language: chosen })
  await unlessRefused(request('PATCH', '/api/v1/me', { body: { language: chosen } }))
}

let renewing: Promise<boolean> | undefined

/**
 * Trades the refresh cookie for new ones. A refresh token counts once, so neither two requests nor two tabs may do it at
 * the same time.
 */
export function renewSession(): Promise<boolean> {
  if (state.peek().kind !== 'signed-in') return Promise.resolve(false)
  renewing ??= inTurn(renewOnce).finally(() => {
    renewing = undefined
  })
  return renewing
}

/** Renews the cookie where it is about to run out. */
export async function ensureFreshSession(): Promise<void> {
  if (Date.now() - Number(readSetting(RENEWED_SETTING) ?? 0) > COOKIE_MILLISECONDS) await renewSession()
}

async function renewOnce(): Promise<boolean> {
  if (Date.now() - Number(readSetting(RENEWED_SETTING) ?? 0) < FRESH_MILLISECONDS) return true
  try {
    const { user } = await request<SignIn>('POST', '/api/v1/auth/refresh', { body: {} })
    writeSetting(RENEWED_SETTING, String(Date.now()))
    remember(user)
    return true
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) end()
    else if (!(error instanceof Unreachable || error instanceof ApiProblem)) throw error
    return false
  }
}

/** One tab after the other, where the browser can do that. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  return 'locks' in navigator ? navigator.locks.request('swasthwrap.renew', work) : work()
}

/** The account is gone, and every sign-in with it. */
export function leaveErasedAccount(): void {
  end()
}

async function begin({ user }: SignIn): Promise<void> {
  writeSetting(RENEWED_SETTING, String(Date.now()))
  remember(user)
  if (user.language !== language()) await changeLanguage(user.language)
}

function end(): void {
  forgetPerson()
  // Whoever uses this device next must not see what is meant for the one before.
  endPushHere().catch(reportError)
  state.value = { kind: 'signed-out' }
}

function remember({ id, name, email, language, avatar, email_verified }: User): void {
  const user = { id, name, email, language, avatar, email_verified }
  writeSetting(USER_SETTING, JSON.stringify(user))
  state.value = { kind: 'signed-in', user }
}

function rememberedUser(): User | undefined {
  try {
    const stored = JSON.parse(readSetting(USER_SETTING) ?? 'null') as Partial<User> | null
    return stored?.id && stored.name && isLanguage(stored.language) ? (stored as User) : undefined
  } catch {
    return undefined
  }
}
