import type { GrayImage } from './gray-image.ts'
import { type Blob, inkBlobs } from './ink.ts'

/** Larger than any letter of a heading, in pixels of a page at 200 dots per inch. */
const LEAST_WIDTH = 160
const LEAST_HEIGHT = 30
const FILLED = 0.5
/** How far around a panel, in pixels, its paper is looked for, and in stretches how wide: light changes along it. */
const AROUND = { from: 6, to: 22, stretch: 64 } as const

/**
 * Turns panels of white print on a dark ground (letterheads, table heads) into dark print on white, in place of the
 * minutes that recognition spends on the grain of a scanned panel.
 */
export function invertDarkPanels(image: GrayImage): GrayImage {
  const panels = inkBlobs(image).filter(isPanel)
  if (panels.length === 0) return image
  const data = Uint8Array.from(image.data)
  for (const panel of panels) invert(image, panel, data)
  return { width: image.width, height: image.height, data }
}

/** The panel's ground becomes as light as the paper beside it, whatever its shade, and its white print black. */
function invert(image: GrayImage, panel: Blob, data: Uint8Array): void {
  const histogram = new Float64Array(256)
  const each = (visit: (at: number) => void): void => {
    for (let y = panel.y; y < panel.y + panel.height; y++) {
      const start = y * image.width
      for (let at = start + panel.x; at < start + panel.x + panel.width; at++) visit(at)
    }
  }
  each((at) => {
    const value = image.data[at] ?? 0
    histogram[value] = (histogram[value] ?? 0) + 1
  })
  let ground = 0
  for (let seen = histogram[0] ?? 0; seen < (panel.width * panel.height) / 2 && ground < 220; ) {
    ground += 1
    seen += histogram[ground] ?? 0
  }
  const paper = paperAlong(image, panel)
  each((at) => {
    const above = Math.max(0, (image.data[at] ?? 0) - ground)
    const light = paper[Math.floor(((at % image.width) - panel.x) / AROUND.stretch)] ?? 255
    data[at] = light - (above * light) / (255 - ground)
  })
}

/**
 * How light the paper above and below a panel is, stretch by stretch. On a page in shadow pure white would be the
 * lightest thing around, and what is printed close by would be taken to lie in the dark.
 */
function paperAlong(image: GrayImage, { x, y, width, height }: Blob): number[] {
  return Array.from({ length: Math.ceil(width / AROUND.stretch) }, (_, index) => {
    const from = x + index * AROUND.stretch
    const around: number[] = []
    for (let away = AROUND.from; away <= AROUND.to; away += 2) {
      for (const row of [y - away, y + height - 1 + away]) {
        if (row < 0 || row >= image.height) continue
        for (let column = from; column < Math.min(from + AROUND.stretch, x + width); column += 2) {
          around.push(image.data[row * image.width + column] ?? 255)
        }
      }
    }
    return around.toSorted((a, b) => a - b)[Math.floor(around.length * 0.8)] ?? 255
  })
}

function isPanel({ width, height, area }: Blob): boolean {
  return width >= LEAST_WIDTH && height >= LEAST_HEIGHT && area >= FILLED * width * height
}
