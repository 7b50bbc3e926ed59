import { useState } from 'preact/hooks'
import { request } from '../../../api/client.ts'
import { PageProblem } from '../../../api/problem.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { DialogButtons } from '../../../components/dialog-buttons.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { useAction } from '../../../components/use-action.ts'
import { t } from '../../../words/words.ts'
import { FileButton } from '../file-button.tsx'
import { AvatarCrop, drawSquare } from './avatar-crop.tsx'
import { type Crop, WHOLE } from './crop.ts'

const PATH = '/api/v1/me/avatar'
/** Pixels of a side: the server keeps half of it, so nothing is lost, and slow networks carry little. */
const SIDE = 512

/** Takes or chooses a picture, cuts a square of it, and sends that alone. */
export function AvatarDialog({
  hasPicture,
  onChanged,
  onClose,
}: {
  hasPicture: boolean
  onChanged: () => Promise<void>
  onClose: () => void
}) {
  const [picture, setPicture] = useState<ImageBitmap>()
  const [crop, setCrop] = useState<Crop>(WHOLE)
  const { busy, error, run } = useAction()

  const choose = (file: File): void => {
    void run(async () => {
      setPicture(await openPicture(file))
      setCrop(WHOLE)
    })
  }
  const save = (chosen: ImageBitmap): void => {
    void run(async () => {
      const form = new FormData()
      form.append('file', await squarePicture(chosen, crop), 'avatar.jpg')
      await request('PUT', PATH, { body: form })
      await onChanged()
    })
  }
  const remove = (): void => {
    void run(async () => {
      await request('DELETE', PATH)
      await onChanged()
    })
  }
  return (
    <Dialog
      title={t('page-settings:avatar.title')}
      onClose={onClose}
      actions={
        picture && (
          <DialogButtons busy={busy} onClose={onClose} onClick={() => save(picture)}>
            {t('common.save')}
          </DialogButtons>
        )
      }
    >
      {picture ? (
        <AvatarCrop picture={picture} crop={crop} onCrop={setCrop} />
      ) : (
        <div class="row">
          <FileButton
            label={t('page-settings:avatar.take')}
            icon="camera"
            accept="image/*"
            camera
            testId="avatar-camera"
            onFile={choose}
          />
          <FileButton
            label={t('page-settings:avatar.choose')}
            icon="clip"
            accept="image/*"
            testId="avatar-file"
            onFile={choose}
          />
          {hasPicture && (
            <Button kind="plain" icon="delete" busy={busy} onClick={remove}>
              {t('page-settings:avatar.remove')}
            </Button>
          )}
        </div>
      )}
      {error !== undefined && <ErrorNotice error={error} />}
    </Dialog>
  )
}

/** @throws {PageProblem} for what this browser cannot draw. */
async function openPicture(file: File): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file)
  } catch (cause) {
    throw new PageProblem('page-settings:avatar.unreadable', { cause })
  }
}

async function squarePicture(picture: ImageBitmap, crop: Crop): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = SIDE
  canvas.height = SIDE
  drawSquare(canvas, picture, crop)
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
  if (file === null) throw new PageProblem('page-settings:avatar.unreadable')
  return file
}
