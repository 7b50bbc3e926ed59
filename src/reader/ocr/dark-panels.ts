import type { GrayImage } from './gray-image.ts'
import { type Blob, inkBlobs } from './ink.ts'

/** Larger than any letter of a heading, in pixels of a page at 200 dots per inch. */
const LEAST_WIDTH = 160
const LEAST_HEIGHT = 30
const FILLED = 0.5

/**
 * Turns panels of white print on a dark ground (letterheads, table heads) into dark print on white, in place of the
 * minutes that recognition spends on the grain of a scanned panel.
 */
export function invertDarkPanels(image: GrayImage): GrayImage {
  const panels = inkBlobs(image).filter(isPanel)
  if (panels.length === 0) return image
  const data = Uint8Array.from(image.data)
  for (const panel of panels) {
    for (let y = panel.y; y < panel.y + panel.height; y++) {
      const start = y * image.width
      for (let at = start + panel.x; at < start + panel.x + panel.width; at++) data[at] = 255 - (image.data[at] ?? 0)
    }
  }
  return { width: image.width, height: image.height, data }
}

function isPanel({ width, height, area }: Blob): boolean {
  return width >= LEAST_WIDTH && height >= LEAST_HEIGHT && area >= FILLED * width * height
}
