import type { GrayImage } from './gray-image.ts'

/**
 * Lighter than this, on evenly lit paper, is no print but a watermark or the other side shining through. In a grey scan
 * coloured print is light too, so less may be taken away there.
 */
const LIGHTEST_PRINT = { coloured: 205, grey: 228 } as const
/** Above 1 darkens what is left: light print gains contrast. */
const DARKEN = 1.5

/** Makes ink black and what is too light for print white, and spreads what lies between over the whole scale. */
export function fadeWatermarks(image: GrayImage, coloured: boolean): GrayImage {
  const lightest = coloured ? LIGHTEST_PRINT.coloured : LIGHTEST_PRINT.grey
  const darken = coloured ? 1 : DARKEN
  const levels = Uint8Array.from({ length: 256 }, (_, value) => 255 * Math.min(1, value / lightest) ** darken)
  return { ...image, data: stretch(image.data).map((value) => levels[value] ?? 255) }
}

/** Ink to black: faint prints and phone photos seldom use the whole scale. */
function stretch(data: Uint8Array): Uint8Array {
  const histogram = new Float64Array(256)
  for (const value of data) histogram[value] = (histogram[value] ?? 0) + 1
  let black = 0
  let seen = 0
  while (black < 120 && seen < data.length * 0.006) seen += histogram[black++] ?? 0
  if (black < 12) return data
  return data.map((value) => Math.max(0, ((value - black) * 255) / (255 - black)))
}
