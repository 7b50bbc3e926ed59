import { type GrayImage, greyHistogram } from './gray-image.ts'

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
  const black = blackest(image)
  const levels = Uint8Array.from({ length: 256 }, (_, value) => {
    const stretched = black < 12 ? value : Math.floor(Math.max(0, ((value - black) * 255) / (255 - black)))
    return 255 * Math.min(1, stretched / lightest) ** darken
  })
  const data = new Uint8Array(image.data.length)
  for (let index = 0; index < data.length; index++) data[index] = levels[image.data[index] ?? 255] ?? 255
  return { ...image, data }
}

/** The grey of the darkest ink: faint prints and phone photos seldom use the whole scale. */
function blackest(image: GrayImage): number {
  const histogram = greyHistogram(image)
  let black = 0
  let seen = 0
  while (black < 120 && seen < image.data.length * 0.006) seen += histogram[black++] ?? 0
  return black
}
