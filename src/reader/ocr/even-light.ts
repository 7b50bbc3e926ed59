import { type GrayImage, resizeGray } from './gray-image.ts'

/** The ground is estimated on a picture this many times smaller: letters vanish there and shadows stay. */
const SHRINK = 12

/** Dark panels and the table that a sheet lies on stay dark: shadows take away less light than this. */
const DEEPEST_SHADOW = 0.4

/** Divides a page by its own ground, so that shadows and tinted paper become white and ink keeps its depth. */
export async function evenLight(image: GrayImage): Promise<GrayImage> {
  const width = Math.max(8, Math.round(image.width / SHRINK))
  const height = Math.max(8, Math.round(image.height / SHRINK))
  const ground = blur(lightest(await blockMaxima(image, width, height), 4), 3)
  const paper = ground.data.toSorted()[Math.floor(ground.data.length * 0.8)] ?? 255
  return { width: image.width, height: image.height, data: divide(image, ground, DEEPEST_SHADOW * paper) }
}

/** Every pixel over its ground, which is taken between the four nearest of the small picture's pixels. */
function divide(image: GrayImage, ground: GrayImage, darkest: number): Uint8Array {
  const data = new Uint8Array(image.data.length)
  const columns = Float64Array.from({ length: image.width }, (_, x) => between(x, image.width, ground.width))
  const line = new Float64Array(ground.width + 1)
  for (let y = 0, at = 0; y < image.height; y++) {
    const row = between(y, image.height, ground.height)
    const upper = Math.floor(row) * ground.width
    const lower = Math.min(ground.height - 1, Math.floor(row) + 1) * ground.width
    const down = row - Math.floor(row)
    for (let x = 0; x < ground.width; x++) {
      line[x] = (ground.data[upper + x] ?? 255) * (1 - down) + (ground.data[lower + x] ?? 255) * down
    }
    line[ground.width] = line[ground.width - 1] ?? 255
    for (let x = 0; x < image.width; x++, at++) {
      const column = columns[x] ?? 0
      const left = column | 0
      const from = line[left] ?? 255
      const light = from + ((line[left + 1] ?? 255) - from) * (column - left)
      data[at] = Math.min(255, ((image.data[at] ?? 255) * 250) / (light < darkest ? darkest : light))
    }
  }
  return data
}

/** Where a pixel of a large picture lies among those of a small one, by their middles. */
function between(position: number, large: number, small: number): number {
  return Math.min(small - 1, Math.max(0, ((position + 0.5) * small) / large - 0.5))
}

/** The lightest pixel of every block, but not a single glint: the mean of its lightest few. */
async function blockMaxima(image: GrayImage, width: number, height: number): Promise<GrayImage> {
  const half = await resizeGray(image, width * 4, height * 4)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let most = 0
      for (let dy = 0; dy < 4; dy++) {
        for (let dx = 0; dx < 4; dx++) most = Math.max(most, half.data[(4 * y + dy) * width * 4 + 4 * x + dx] ?? 0)
      }
      data[y * width + x] = most
    }
  }
  return { width, height, data }
}

function lightest(image: GrayImage, radius: number): GrayImage {
  return slide(slide(image, radius, true, Math.max, 0), radius, false, Math.max, 0)
}

function blur(image: GrayImage, radius: number): GrayImage {
  const mean = (sum: number) => sum / (2 * radius + 1)
  const add = (a: number, b: number) => a + b
  return slide(slide(image, radius, true, add, 0, mean), radius, false, add, 0, mean)
}

/** Combines every pixel with its neighbours along one direction; the rim repeats. */
function slide(
  image: GrayImage,
  radius: number,
  level: boolean,
  combine: (a: number, b: number) => number,
  start: number,
  finish: (value: number) => number = (value) => value,
): GrayImage {
  const { width, height, data } = image
  const result = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let value = start
      for (let step = -radius; step <= radius; step++) {
        const nearX = level ? Math.min(width - 1, Math.max(0, x + step)) : x
        const nearY = level ? y : Math.min(height - 1, Math.max(0, y + step))
        value = combine(value, data[nearY * width + nearX] ?? 0)
      }
      result[y * width + x] = finish(value)
    }
  }
  return { width, height, data: result }
}
