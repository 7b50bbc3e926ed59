import { useEffect, useState } from 'preact/hooks'
import { requestFile } from '../../../api/client.ts'
import { ApiProblem, Unreachable } from '../../../api/problem.ts'
import { openSession, user } from '../../../api/session.ts'
import { Icon } from '../../../components/icon.tsx'
import { t } from '../../../words/words.ts'
import { AvatarDialog } from './avatar-dialog.tsx'

/** The person's picture, to be changed by a tap. */
export function AvatarButton() {
  const [open, setOpen] = useState(false)
  const [round, setRound] = useState(0)
  const picture = useAvatar(round)
  const changed = async (): Promise<void> => {
    await openSession()
    setRound((before) => before + 1)
    setOpen(false)
  }
  return (
    <>
      <button
        type="button"
        class="avatar-button"
        aria-label={t('page-settings:avatar.title')}
        onClick={() => setOpen(true)}
      >
        {picture === undefined ? <Icon name="person" size={40} /> : <img class="avatar" src={picture} alt="" />}
        <span class="avatar-button__mark">
          <Icon name="camera" size={16} />
        </span>
      </button>
      {open && <AvatarDialog hasPicture={user().avatar !== null} onChanged={changed} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The picture as an address of this page: one of the server's could not renew the session by itself. */
function useAvatar(round: number): string | undefined {
  const path = user().avatar
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (path === null) return setAddress(undefined)
    const leaving = new AbortController()
    let made: string | undefined
    requestFile(path, { signal: leaving.signal }).then(
      (file) => {
        made = URL.createObjectURL(file)
        setAddress(made)
      },
      (error: unknown) => {
        // Without it the page has a drawn head: that is no reason to speak.
        if (!leaving.signal.aborted && !(error instanceof ApiProblem || error instanceof Unreachable)) throw error
      },
    )
    return () => {
      leaving.abort()
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [path, round])
  return address
}
