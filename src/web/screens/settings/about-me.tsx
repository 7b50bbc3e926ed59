import type { enumerations } from '../../../platform/database/enumerations.ts'
import { openSession } from '../../api/session.ts'
import { t } from '../../words/words.ts'
import type { FormDescription } from '../records/record-description.ts'
import { SettingsForm } from './settings-form.tsx'

const gender: (typeof enumerations)['users']['gender'] = ['male', 'female', 'other']
const activityLevel: (typeof enumerations)['user_profiles']['activity_level'] = [
  'sedentary',
  'light',
  'moderate',
  'active',
  'very_active',
]

const ACCOUNT: FormDescription = {
  words: 'me',
  fields: [
    { name: 'name', kind: 'text', required: true },
    { name: 'date_of_birth', kind: 'day' },
    { name: 'gender', kind: 'choice', values: gender },
    { name: 'phone', kind: 'digits' },
    { name: 'blood_group', kind: 'choice', values: ['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'] },
    { name: 'address', kind: 'long' },
  ],
}

const PROFILE: FormDescription = {
  words: 'me',
  fields: [
    { name: 'height', kind: 'number' },
    { name: 'weight', kind: 'number' },
    { name: 'activity_level', kind: 'choice', values: activityLevel },
    { name: 'occupation', kind: 'text' },
    { name: 'insurance_provider', kind: 'text', rare: true },
    { name: 'insurance_number', kind: 'text', rare: true },
  ],
}

const ownAccount = () => ACCOUNT
const ownProfile = () => PROFILE

/** Who the person is, and what limits of values and answers go by. */
export function AboutMe() {
  return (
    <>
      <p class="small soft">{t('page-settings:about.hint')}</p>
      <SettingsForm path="/api/v1/me" describe={ownAccount} onSaved={openSession} />
      <h3>{t('page-settings:about.body')}</h3>
      <SettingsForm path="/api/v1/me/profile" describe={ownProfile} />
    </>
  )
}
