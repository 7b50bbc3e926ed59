import { Button } from '../../components/button.tsx'
import { say } from '../../components/toast.tsx'
import { t } from '../../words/words.ts'

/** What is to be kept elsewhere, letter by letter: a token, a key. */
export function SecretText({ label, text, shown = text }: { label: string; text: string; shown?: string }) {
  return (
    <div class="secret">
      <span class="field__label">{label}</span>
      <code class="secret__text" translate={false}>
        {shown}
      </code>
      <div class="row">
        <CopyButton text={text} />
      </div>
    </div>
  )
}

export function CopyButton({ text }: { text: string }) {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      say(t('page-security:copied'))
    } catch {
      say(t('page-security:notCopied'))
    }
  }
  return (
    <Button size="small" icon="copy" onClick={() => void copy()}>
      {t('page-security:copy')}
    </Button>
  )
}
