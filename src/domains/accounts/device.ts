import { BlockList, isIP, isIPv4 } from 'node:net'
import Bowser from 'bowser'
import type { Language } from '../../clinical/language-forms.ts'
import { translator } from '../../platform/i18n/translator.ts'

/** `Firefox, Windows`; nothing where the program does not say what it is. */
export function deviceName(userAgent: string | null): string | null {
  if (userAgent === null || userAgent === '') return null
  const { browser, os } = Bowser.parse(userAgent)
  const names = [browser.name, os.name].filter((name): name is string => name !== undefined && name !== '')
  return names.length === 0 ? userAgent.slice(0, 60) : names.join(', ')
}

const LOOPBACK = 'loopback'
const LOCAL = 'local'

/** Private and link-local networks: RFC 1918, RFC 4193, RFC 3927, RFC 4291. */
const local = new BlockList()
local.addSubnet('10.0.0.0', 8)
local.addSubnet('172.16.0.0', 12)
local.addSubnet('192.168.0.0', 16)
local.addSubnet('169.254.0.0', 16)
local.addSubnet('fc00::', 7, 'ipv6')
local.addSubnet('fe80::', 10, 'ipv6')

/**
 * Where an address is, as coarsely as the address itself tells: no service is asked and no map of addresses is kept, so a
 * town is not known. A public address is cut to its network.
 */
export function placeOf(ipAddress: string | undefined): string | null {
  const address = ipAddress?.replace(/^::ffff:(?=\d+\.)/i, '')
  if (address === undefined || isIP(address) === 0) return null
  if (address === '::1' || address.startsWith('127.')) return LOOPBACK
  if (local.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')) return LOCAL
  if (isIPv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  return `${address.split(':').slice(0, 3).join(':')}::/48`
}

/** A place in the person's language. */
export function placeName(place: string | null, language: Language): string | null {
  if (place === null) return null
  const translate = translator(language)
  return place === LOOPBACK || place === LOCAL
    ? translate(`accounts:places.${place}`)
    : translate('accounts:places.network', { network: place })
}
