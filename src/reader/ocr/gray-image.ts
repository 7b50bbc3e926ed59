import sharp, { type Sharp } from 'sharp'

/** A picture of one byte a pixel, 0 black to 255 white, row by row. */
export interface GrayImage {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** How much the darkest channel counts against brightness: coloured print (green "Normal", orange values) is ink too. */
const DARKEST_CHANNEL = 0.7
/** Channels that differ by more make a pixel coloured; a grey scan has next to none. */
const COLOUR = 40
const COLOURED_SHARE = 0.003

export interface DecodedPicture {
  readonly image: GrayImage
  readonly coloured: boolean
}

/** Decodes a picture to grey on white, no longer on either side than `longest`. */
export async function toGray(picture: Sharp, longest: number): Promise<DecodedPicture> {
  const { data, info } = await picture
    .flatten({ background: 'white' })
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const gray = new Uint8Array(width * height)
  if (channels < 3) {
    for (let pixel = 0; pixel < gray.length; pixel++) gray[pixel] = data[pixel * channels] ?? 255
    return { image: { width, height, data: gray }, coloured: false }
  }
  let colour = 0
  for (let pixel = 0, at = 0; pixel < gray.length; pixel++, at += channels) {
    const red = data[at] ?? 255
    const green = data[at + 1] ?? 255
    const blue = data[at + 2] ?? 255
    if (red === green && green === blue) {
      gray[pixel] = red
      continue
    }
    const darkest = Math.min(red, green, blue)
    if (Math.max(red, green, blue) - darkest > COLOUR) colour += 1
    const brightness = 0.299 * red + 0.587 * green + 0.114 * blue
    gray[pixel] = DARKEST_CHANNEL * darkest + (1 - DARKEST_CHANNEL) * brightness
  }
  return { image: { width, height, data: gray }, coloured: colour > COLOURED_SHARE * gray.length }
}

/** A sharp pipeline over a grey picture. */
export function fromGray(image: GrayImage): Sharp {
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: 1 } })
}

/** A grey picture at another size. */
export async function resizeGray(image: GrayImage, width: number, height: number): Promise<GrayImage> {
  const { data, info } = await fromGray(image)
    .resize({ width, height, fit: 'fill', kernel: 'cubic' })
    .grayscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

/** A part of a picture; what lies outside of it is white. */
export function cropGray(image: GrayImage, left: number, top: number, width: number, height: number): GrayImage {
  const data = new Uint8Array(width * height).fill(255)
  const fromX = Math.max(0, left)
  const toX = Math.min(image.width, left + width)
  for (let y = Math.max(0, top); y < Math.min(image.height, top + height); y++) {
    const row = image.data.subarray(y * image.width + fromX, y * image.width + toX)
    data.set(row, (y - top) * width + fromX - left)
  }
  return { width, height, data }
}

/** As a file that text recognition reads without decompressing anything (PGM, binary). */
export function toPgm(image: GrayImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${image.width} ${image.height}\n255\n`), image.data])
}

/** How many pixels have each of the 256 greys. */
export function greyHistogram({ data }: GrayImage): Uint32Array {
  const histogram = new Uint32Array(256)
  for (let index = 0; index < data.length; index++) {
    const value = data[index] ?? 0
    histogram[value] = (histogram[value] ?? 0) + 1
  }
  return histogram
}

/** The grey value that parts dark from light best (Otsu 1979). */
export function darkThreshold(image: GrayImage): number {
  const histogram = greyHistogram(image)
  const total = image.data.length
  let sumAll = 0
  for (let value = 0; value < 256; value++) sumAll += value * (histogram[value] ?? 0)
  let best = 128
  let bestVariance = -1
  let weight = 0
  let sum = 0
  for (let value = 0; value < 256; value++) {
    weight += histogram[value] ?? 0
    sum += value * (histogram[value] ?? 0)
    if (weight === 0 || weight === total) continue
    const difference = sum / weight - (sumAll - sum) / (total - weight)
    const variance = weight * (total - weight) * difference * difference
    if (variance > bestVariance) {
      bestVariance = variance
      best = value
    }
  }
  return best
}
