import { createHmac } from 'node:crypto'
import bcrypt from 'bcrypt'
import pLimit from 'p-limit'
import { Problem, ServiceUnavailable } from '../errors/problem.ts'

const COST = 12
/** bcrypt reads no further. */
const BCRYPT_BYTES = 72
/** Hashing takes a thread of Node's pool for a quarter of a second; the rest of the pool stays free for files. */
const AT_ONCE = 2
const WAITING = 100

/** The hash of a password that nobody has, so that an unknown address costs what a wrong password costs. */
const NOBODY = '$2b$12$YAaKQYvTbFgrg51aSy0B/eM1kJ.R1t8V8m/ae8eKDBjHYqjGI0UWi'

const limit = pLimit(AT_ONCE)

/**
 * The bcrypt hash (cost 12) of a password. One beyond bcrypt's 72 bytes, which 25 letters of Hindi or Tamil already are,
 * is brought down to 64 characters by HMAC-SHA-384 first: bcrypt would silently ignore what comes after.
 */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => bcrypt.hash(digestible(password), COST))
}

/** Whether a password has this hash. Without a hash it takes as long, and the answer is no. */
export function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  return inTurn(async () => (await bcrypt.compare(digestible(password), hash ?? NOBODY)) && hash !== undefined)
}

function digestible(password: string): string {
  return Buffer.byteLength(password) <= BCRYPT_BYTES
    ? password
    : createHmac('sha384', 'swasthwrap long password').update(password).digest('base64')
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (limit.pendingCount >= WAITING) {
    throw new Problem(ServiceUnavailable, { headers: { 'retry-after': '10' } })
  }
  return limit(work)
}
