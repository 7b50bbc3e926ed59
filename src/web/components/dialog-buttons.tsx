import type { ComponentChildren } from 'preact'
import { t } from '../words/words.ts'
import { Button, type ButtonProps } from './button.tsx'

/**
 * The two ways out of a sheet: back, and what it is for.
 * @param children what the second button says; its further properties are those of a button.
 */
export function DialogButtons({
  onClose,
  children,
  ...rest
}: Pick<ButtonProps, 'kind' | 'type' | 'form' | 'icon' | 'busy' | 'disabled' | 'onClick'> & {
  onClose: () => void
  children: ComponentChildren
}) {
  return (
    <>
      <Button kind="plain" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      <Button kind="primary" {...rest}>
        {children}
      </Button>
    </>
  )
}
