import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { t } from '../words/words.ts'
import { IconButton } from './button.tsx'

/**
 * A sheet over the page, at the bottom of a phone and in the middle of a screen. The browser keeps the focus inside,
 * closes it with Escape and gives the focus back.
 */
export function Dialog({
  title,
  onClose,
  children,
  actions,
}: {
  title: string
  onClose: () => void
  children: ComponentChildren
  actions?: ComponentChildren
}) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = element.current
    const opener = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      // What was pressed in the sheet is gone with it, and the browser then knows no place for the focus.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [])
  const closeFromOutside = (event: MouseEvent): void => {
    if (event.target === element.current) onClose()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, and its close button is reached by keyboard.
    <dialog
      class="dialog"
      ref={element}
      aria-labelledby={id}
      onClick={closeFromOutside}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div class="dialog__body">
        <header class="dialog__header">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={t('common.close')} onClick={onClose} />
        </header>
        {children}
        {actions && <footer class="dialog__actions">{actions}</footer>}
      </div>
    </dialog>
  )
}
