/** Small things that this browser remembers. Private windows and full disks refuse; the page then forgets. */
const PREFIX = 'swasthwrap.'

export function readSetting(name: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined
  } catch {
    return undefined
  }
}

/** Returns whether it is remembered. */
export function writeSetting(name: string, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, value)
    return true
  } catch {
    return false
  }
}

/** Forgets everything about a person, when they sign out. What belongs to the device stays. */
export function forgetPerson(keep: readonly string[] = ['language', 'theme']): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX) && !keep.includes(key.slice(PREFIX.length))) localStorage.removeItem(key)
    }
  } catch {
    return
  }
}
