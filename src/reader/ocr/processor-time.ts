/** Milliseconds of processor time that this process has used: on a busy machine a page takes longer and no more work. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
