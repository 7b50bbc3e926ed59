import { saveFile } from '../../../browser/save-file.ts'
import { Button } from '../../../components/button.tsx'
import { t } from '../../../words/words.ts'
import { CopyButton } from '../secret-text.tsx'
import { StepTitle } from '../step-title.tsx'

/** The codes for a lost phone, which nobody sees again: to be written down, copied or saved. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const text = codes.join('\n')
  return (
    <div class="stack">
      <StepTitle>{t('page-security:codes.title')}</StepTitle>
      <p class="notice notice--warm">{t('page-security:codes.hint')}</p>
      <ol class="codes" translate={false}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="row">
        <CopyButton text={text} />
        <Button
          size="small"
          icon="download"
          onClick={() => saveFile(new Blob([`${text}\n`], { type: 'text/plain' }), 'swasthwrap-codes.txt')}
        >
          {t('page-security:save')}
        </Button>
      </div>
      <div class="row">
        <Button kind="primary" icon="check" onClick={onKept}>
          {t('page-security:codes.kept')}
        </Button>
      </div>
    </div>
  )
}
