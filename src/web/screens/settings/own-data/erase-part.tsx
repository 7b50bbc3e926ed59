import { useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { leaveErasedAccount, user } from '../../../api/session.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/field.tsx'
import { placeHref } from '../../../place.ts'
import { go } from '../../../router.ts'
import { t } from '../../../words/words.ts'
import { PasswordDialog } from '../password-dialog.tsx'
import { certificateToken, isSameAddress } from './erasure.ts'

const LOST = ['record', 'devices', 'reminders', 'final', 'stays'] as const

/** The end of the account, said plainly before it is done. */
export function ErasePart() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <p>{t('page-own-data:erase.lead')}</p>
      <div class="row">
        <Button icon="delete" onClick={() => setAsking(true)}>
          {t('page-own-data:erase.begin')}
        </Button>
      </div>
      {asking && <EraseDialog onClose={() => setAsking(false)} />}
    </>
  )
}

function EraseDialog({ onClose }: { onClose: () => void }) {
  const [address, setAddress] = useState('')
  const { email } = user()
  return (
    <PasswordDialog
      title={t('page-own-data:erase.begin')}
      submit={t('page-own-data:erase.submit')}
      isDanger
      isReady={isSameAddress(address, email)}
      onClose={onClose}
      onProve={async (password) => {
        const { certificate_url } = await request<{ readonly certificate_url: string }>('DELETE', '/api/v1/me', {
          body: { password },
        })
        // The address of the certificate is told this once, so it becomes that of the page.
        go(placeHref(['erased', certificateToken(certificate_url)]), { replace: true })
        leaveErasedAccount()
      }}
    >
      <ul class="erase-list">
        {LOST.map((each) => (
          <li key={each}>{t(`page-own-data:erase.lost.${each}`)}</li>
        ))}
      </ul>
      {/* An address is typed with any keyboard; a word of Tamil or Hindi is not. */}
      <TextField
        label={t('page-own-data:erase.address')}
        hint={email}
        type="email"
        autocomplete="off"
        autocapitalize="none"
        value={address}
        onInput={(event) => setAddress(event.currentTarget.value)}
        required
      />
    </PasswordDialog>
  )
}
