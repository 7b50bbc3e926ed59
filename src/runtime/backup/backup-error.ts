/** A backup or a restore that cannot go on. The message is for the operator. */
export class BackupError extends Error {
  override name = 'BackupError'
}
