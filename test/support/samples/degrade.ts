import sharp from 'sharp'
import { fromGray, type GrayImage, toGray } from '../../../src/reader/ocr/gray-image.ts'
import { fromRectangle, project, warp } from '../../../src/reader/ocr/warp.ts'
import { seeded } from './make-report.ts'

/** A page as an office scanner gives it: grey, a little crooked, grainy. */
export async function asScan(page: Uint8Array, seed: number): Promise<Buffer> {
  const random = seeded(seed)
  const turned = await sharp(page)
    .flatten({ background: 'white' })
    .grayscale()
    .rotate((random() - 0.5) * 2.4, { background: '#ffffff' })
    .blur(0.5)
    .toBuffer()
  const { image } = await toGray(sharp(turned), 2600)
  return await fromGray(grainy(image, 9, random))
    .jpeg({ quality: 72 })
    .toBuffer()
}

/** A page as a phone takes it: on a table, from the side, in uneven light, compressed. */
export async function asPhoto(page: Uint8Array, seed: number): Promise<Buffer> {
  const random = seeded(seed)
  const { image } = await toGray(sharp(page), 1750)
  const margin = Math.round(image.width * 0.06)
  const width = image.width + 2 * margin
  const height = image.height + 2 * margin
  const lean = () => (random() - 0.5) * image.width * 0.035
  const corners = [
    { x: -margin + lean(), y: -margin + lean() },
    { x: image.width + margin + lean(), y: -margin + lean() },
    { x: image.width + margin + lean(), y: image.height + margin + lean() },
    { x: -margin + lean(), y: image.height + margin + lean() },
  ] as const
  const toPage = fromRectangle(width, height, corners)
  const taken = warp(image, toPage, width, height)
  const table = 70 + random() * 50
  const darkSide = random() < 0.5 ? 0 : 1
  const data = new Uint8Array(taken.data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const { x: u, y: v } = project(toPage, { x, y })
      const onPage = u > 1 && v > 1 && u < image.width - 1 && v < image.height - 1
      const light = 0.92 - 0.28 * Math.abs(x / width - darkSide) - 0.1 * (y / height)
      data[at] = (onPage ? (taken.data[at] ?? 255) : table) * light
    }
  }
  return await fromGray(grainy({ width, height, data }, 7, random))
    .blur(0.7)
    .jpeg({ quality: 66 })
    .toBuffer()
}

function grainy(image: GrayImage, strength: number, random: () => number): GrayImage {
  const data = image.data.map((value) => Math.min(255, Math.max(0, value + (random() + random() - 1) * strength)))
  return { ...image, data }
}
