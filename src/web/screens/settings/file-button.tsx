import { useRef } from 'preact/hooks'
import { Button } from '../../components/button.tsx'
import type { IconName } from '../../components/icon.tsx'

/** Has a file chosen, or a picture taken. @param onFile told each that is chosen, the same one again too. */
export function FileButton({
  label,
  icon,
  accept,
  camera = false,
  busy = false,
  testId,
  onFile,
}: {
  label: string
  icon: IconName
  /** As the attribute of inputs: `image/*`, `.zip`. */
  accept: string
  camera?: boolean
  busy?: boolean
  testId: string
  onFile: (file: File) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon={icon} busy={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        {...(camera ? { capture: 'user' as const } : {})}
        hidden
        data-testid={testId}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) onFile(file)
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
