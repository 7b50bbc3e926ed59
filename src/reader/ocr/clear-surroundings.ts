import type { GrayImage } from './gray-image.ts'

/** Surroundings are found block by block, of this many pixels a side. */
const BLOCK = 8
/** Part of the paper's lightness below which something at the rim cannot be paper. */
const DARKER_THAN_PAPER = 0.72
/** Greys of neighbouring blocks of one table top or floor differ by less. */
const SIMILAR = 12
/** A block whose greys differ by more holds an edge or print, and is left as it is. */
const PLAIN = 36

/** A sheet on a table has dark ground along this part of the rim; a letterhead across the top has far less. */
const SURROUNDED = 0.45
/** Width of the rim, as part of the picture. */
const RIM = 0.05

interface Blocks {
  readonly width: number
  readonly height: number
  readonly means: Uint8Array
  readonly plain: Uint8Array
}

/**
 * Makes white what a sheet of paper lies on: whatever is plain, darker than paper, and reaches the picture's rim
 * without a step. A dark letterhead differs from the table it lies on and stays; so does print in a shadow.
 */
export function clearSurroundings(image: GrayImage): GrayImage {
  const blocks = blocksOf(image)
  const paper = blocks.means.toSorted()[Math.floor(blocks.means.length * 0.7)] ?? 255
  const outside = grow(blocks, DARKER_THAN_PAPER * paper)
  if (rimShare(outside, blocks) < SURROUNDED) return image
  const data = Uint8Array.from(image.data)
  for (let y = 0; y < image.height; y++) {
    const row = Math.min(blocks.height - 1, Math.floor(y / BLOCK)) * blocks.width
    for (let x = 0; x < image.width; x++) {
      if (outside[row + Math.min(blocks.width - 1, Math.floor(x / BLOCK))]) data[y * image.width + x] = paper
    }
  }
  return { width: image.width, height: image.height, data }
}

function blocksOf(image: GrayImage): Blocks {
  const width = Math.max(1, Math.floor(image.width / BLOCK))
  const height = Math.max(1, Math.floor(image.height / BLOCK))
  const means = new Uint8Array(width * height)
  const plain = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0
      let least = 255
      let most = 0
      for (let y = row * BLOCK; y < (row + 1) * BLOCK; y++) {
        for (let x = column * BLOCK; x < (column + 1) * BLOCK; x++) {
          const value = image.data[y * image.width + x] ?? 255
          sum += value
          if (value < least) least = value
          if (value > most) most = value
        }
      }
      means[row * width + column] = sum / (BLOCK * BLOCK)
      plain[row * width + column] = most - least <= PLAIN ? 1 : 0
    }
  }
  return { width, height, means, plain }
}

function grow({ width, height, means, plain }: Blocks, limit: number): Uint8Array {
  const outside = new Uint8Array(means.length)
  const queue: number[] = []
  const visit = (at: number, from: number) => {
    const value = means[at] ?? 255
    if (outside[at] || !plain[at] || value >= limit || Math.abs(value - from) > SIMILAR) return
    outside[at] = 1
    queue.push(at)
  }
  // What turning a picture leaves empty at its rim is white, so the rim is searched some way inwards.
  for (const at of rimOf(width, height)) visit(at, means[at] ?? 255)
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const value = means[at] ?? 255
    const x = at % width
    if (x > 0) visit(at - 1, value)
    if (x < width - 1) visit(at + 1, value)
    if (at >= width) visit(at - width, value)
    if (at + width < means.length) visit(at + width, value)
  }
  return outside
}

function* rimOf(width: number, height: number): Generator<number> {
  const depth = Math.ceil(RIM * Math.max(width, height))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x < depth || y < depth || x >= width - depth || y >= height - depth) yield y * width + x
    }
  }
}

function rimShare(outside: Uint8Array, { width, height }: Blocks): number {
  const rim = [...rimOf(width, height)]
  return rim.filter((at) => outside[at] === 1).length / rim.length
}
