import type { Sharp } from 'sharp'
import { imageError } from '../extract/image-file.ts'
import { median } from '../geometry.ts'
import { clearSurroundings } from './clear-surroundings.ts'
import { invertDarkPanels } from './dark-panels.ts'
import { evenLight } from './even-light.ts'
import { fadeWatermarks } from './fade-watermarks.ts'
import { type GrayImage, resizeGray, toGray } from './gray-image.ts'
import { inkBlobs } from './ink.ts'
import { pageOutline } from './page-outline.ts'
import { type Fall, lineFall } from './skew.ts'
import { compose, fromRectangle, type Point, type Projection, turning, UNCHANGED, warp } from './warp.ts'

/** A page's picture made ready for text recognition: level, evenly lit, its letters of the size that is read best. */
export interface PreparedPage {
  readonly image: GrayImage
  /** The same with its own greys: letters keep their fine strokes, and watermarks stay. */
  readonly natural: GrayImage
  /** From pixels of `image` to pixels of the picture as it came. */
  readonly toOriginal: Projection
  readonly originalWidth: number
  readonly originalHeight: number
}

/** Longest side that is decoded: more adds time and no legibility. */
const LONGEST = 3400
/** An A4 page at 200 dots per inch. */
const USUAL_WIDTH = 1654
const USUAL_HEIGHT = 2339
/** Height of letters, in pixels, that recognition reads best; below the first it loses points and commas. */
const LETTERS = { least: 15, wanted: 24, large: 30, most: 42 } as const
const LARGEST_PIXELS = 9_000_000
/** How lines fall and how large letters are shows on a picture this much smaller. */
const ROUGH = 0.5

/**
 * Prepares one page.
 * @throws {ReadError} where the picture cannot be decoded.
 */
export async function preparePage(picture: Sharp): Promise<PreparedPage> {
  const { image: source, coloured } = await toGray(picture, LONGEST).catch((cause: unknown) => {
    throw imageError(cause)
  })
  const small = await shrink(source, 700)
  const outline = pageOutline(small)
  const sheet = outline
    ? flattening(outline.map((corner) => scaled(corner, source.width / small.width)) as [Point, Point, Point, Point])
    : { map: UNCHANGED, width: source.width, height: source.height }
  const fitted = fit(sheet)
  const rough = await evenLight(await render(source, scaleTarget(fitted, ROUGH)))
  const level = withSmallerLetters(levelled(fitted, lineFall(rough)), rough)
  const first = await clean(await render(source, level), coloured)
  const by = letterScale(first.image)
  const target = by === 1 ? level : scaleTarget(level, by)
  return {
    ...(by === 1 ? first : await clean(await render(source, target), coloured)),
    toOriginal: target.map,
    originalWidth: source.width,
    originalHeight: source.height,
  }
}

/** A picture to be made, and where each of its pixels is to be taken. */
interface Target {
  readonly map: Projection
  readonly width: number
  readonly height: number
}

function scaled({ x, y }: Point, by: number): Point {
  return { x: x * by, y: y * by }
}

async function shrink(image: GrayImage, longest: number): Promise<GrayImage> {
  const by = Math.min(1, longest / Math.max(image.width, image.height))
  return by === 1 ? image : await resizeGray(image, Math.round(image.width * by), Math.round(image.height * by))
}

/** The sheet seen from straight above. */
function flattening(corners: readonly [Point, Point, Point, Point]): Target {
  const [a, b, c, d] = corners
  const length = (from: Point, to: Point) => Math.hypot(to.x - from.x, to.y - from.y)
  const width = Math.round((length(a, b) + length(d, c)) / 2)
  const height = Math.round((length(a, d) + length(b, c)) / 2)
  return { map: fromRectangle(width, height, corners), width, height }
}

/** Brought to about 200 dots per inch, taking the sheet for A4. */
function fit(target: Target): Target {
  const by = Math.sqrt((USUAL_WIDTH * USUAL_HEIGHT) / (target.width * target.height))
  return scaleTarget(target, Math.min(3, Math.max(0.4, by)))
}

function scaleTarget(target: Target, by: number): Target {
  const allowed = Math.min(by, Math.sqrt(LARGEST_PIXELS / (target.width * target.height)))
  return {
    map: compose(target.map, [1 / allowed, 0, 0, 0, 1 / allowed, 0, 0, 0, 1]),
    width: Math.round(target.width * allowed),
    height: Math.round(target.height * allowed),
  }
}

/** Turned back by the angle that its lines fall; an angle that nobody can see is left alone. */
function levelled(target: Target, { top, bottom }: Fall): Target {
  if (Math.abs(top) < 0.001 && Math.abs(bottom) < 0.001) return target
  const { width, height } = target
  const centre = { x: width / 2, y: height / 2 }
  const mean = (top + bottom) / 2
  const level = compose(target.map, turning(mean, 1, centre, centre))
  const rest = (Math.tan(bottom - mean) * width) / 2
  if (Math.abs(rest) < 2) return { ...target, map: level }
  const corners = [
    { x: 0, y: rest },
    { x: width, y: -rest },
    { x: width, y: height + rest },
    { x: 0, y: height - rest },
  ] as const
  return { ...target, map: compose(level, fromRectangle(width, height, corners)) }
}

/** Part of a page taken for A4 may be a few lines of large letters, which cost time and are read no better. */
function withSmallerLetters(target: Target, rough: GrayImage): Target {
  const height = (letterHeight(rough) ?? 0) / ROUGH
  return height > LETTERS.large ? scaleTarget(target, LETTERS.wanted / height) : target
}

async function clean(image: GrayImage, coloured: boolean): Promise<{ image: GrayImage; natural: GrayImage }> {
  const natural = await evenLight(invertDarkPanels(clearSurroundings(image)))
  return { image: fadeWatermarks(natural, coloured), natural }
}

async function render(source: GrayImage, { map, width, height }: Target): Promise<GrayImage> {
  const [a, b, , d, e, , g, h] = map
  // Only its size changes.
  if (b === 0 && d === 0 && g === 0 && h === 0) return await resizeGray(source, width, height)
  // Warping takes single pixels and would skip some where it shrinks, so the source is shrunk smoothly first.
  const shrinks = Math.sqrt(Math.abs(a * e - b * d))
  if (shrinks < 1.3) return warp(source, map, width, height)
  const smaller = await resizeGray(source, Math.round(source.width / shrinks), Math.round(source.height / shrinks))
  const back: Projection = [smaller.width / source.width, 0, 0, 0, smaller.height / source.height, 0, 0, 0, 1]
  return warp(smaller, compose(back, map), width, height)
}

/** How much a picture has to grow or shrink for its letters to have the wanted height. */
function letterScale(image: GrayImage): number {
  const height = letterHeight(image)
  if (height === undefined || (height >= LETTERS.least && height <= LETTERS.most)) return 1
  return Math.min(2.2, Math.max(0.4, LETTERS.wanted / height))
}

/** Usual height of capitals and digits; `undefined` where the picture has hardly any. */
export function letterHeight(image: GrayImage): number | undefined {
  const letters = inkBlobs(image).filter(
    ({ width, height, area }) =>
      height >= 7 && height <= 120 && width >= 2 && width <= 3 * height && area > 0.12 * width * height,
  )
  if (letters.length < 25) return undefined
  const heights = letters.map(({ height }) => height)
  const middle = median(heights)
  // Small letters are two thirds of capitals; of those that are not much smaller than most, the upper half are capitals.
  return median(heights.filter((height) => height >= middle && height < 2.2 * middle))
}
