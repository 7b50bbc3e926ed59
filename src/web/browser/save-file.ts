/** Long enough for any browser to have begun. */
const BEGUN_MILLISECONDS = 60_000

/** Has the browser save something that the page holds, under a name. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  saveFrom(address, name)
  setTimeout(() => URL.revokeObjectURL(address), BEGUN_MILLISECONDS)
}

/** Has the browser save what is at an address. @param name that of the server where it is left out. */
export function saveFrom(address: string, name = ''): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
