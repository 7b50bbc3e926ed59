import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../../words/words.ts'
import { type Crop, dragged, MAXIMUM_ZOOM, squareOf } from './crop.ts'

/** Pixels of the preview's side, as sharp as phones are. */
const PREVIEW = 512

/** Draws the chosen square so that it fills the canvas. See-through parts become white. */
export function drawSquare(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const { left, top, side } = squareOf(picture, crop)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height)
}

/** The square as it will be: moved by a finger, or by three sliders, which keyboards and readers of screens reach. */
export function AvatarCrop({
  picture,
  crop,
  onCrop,
}: {
  picture: ImageBitmap
  crop: Crop
  onCrop: (crop: Crop) => void
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current) drawSquare(canvas.current, picture, crop)
  }, [picture, crop])
  const { side } = squareOf(picture, crop)
  return (
    <div class="stack">
      <canvas
        ref={canvas}
        class="avatar-crop"
        width={PREVIEW}
        height={PREVIEW}
        role="img"
        aria-label={t('page-settings:avatar.preview')}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          const { currentTarget: target, pointerId, movementX, movementY } = event
          if (!target.hasPointerCapture(pointerId)) return
          onCrop(dragged(picture, crop, movementX / target.clientWidth, movementY / target.clientHeight))
        }}
      />
      <Slider
        label={t('page-settings:avatar.zoom')}
        value={crop.zoom}
        minimum={1}
        maximum={MAXIMUM_ZOOM}
        onValue={(zoom) => onCrop({ ...crop, zoom })}
      />
      <Slider
        label={t('page-settings:avatar.across')}
        value={crop.x}
        maximum={1}
        disabled={picture.width - side < 1}
        onValue={(x) => onCrop({ ...crop, x })}
      />
      <Slider
        label={t('page-settings:avatar.down')}
        value={crop.y}
        maximum={1}
        disabled={picture.height - side < 1}
        onValue={(y) => onCrop({ ...crop, y })}
      />
    </div>
  )
}

function Slider({
  label,
  value,
  minimum = 0,
  maximum,
  disabled = false,
  onValue,
}: {
  label: string
  value: number
  minimum?: number
  maximum: number
  disabled?: boolean
  onValue: (value: number) => void
}) {
  return (
    <label class="slider">
      <span class="field__label">{label}</span>
      <input
        type="range"
        min={minimum}
        max={maximum}
        step={0.01}
        value={value}
        disabled={disabled}
        onInput={(event) => onValue(event.currentTarget.valueAsNumber)}
      />
    </label>
  )
}
