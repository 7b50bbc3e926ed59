import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * A telephone number as the network wants it (E.164: `+919840012345`), from what people write. Without a country's code it
 * is an Indian number. `undefined` for what cannot be called.
 */
export function telephoneNumber(written: string): string | undefined {
  const parsed = parsePhoneNumberFromString(written, 'IN')
  return parsed?.isPossible() ? parsed.number : undefined
}
