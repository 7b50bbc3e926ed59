import type { Box } from '../read-document.ts'
import { darkThreshold, type GrayImage } from './gray-image.ts'

/** A connected patch of ink: a letter, a dot, a rule, or what dirt left. */
export interface Blob extends Box {
  /** Pixels of ink. */
  readonly area: number
}

interface Run {
  readonly row: number
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly label: number
}

/** Every patch of ink of a picture, in no order. `threshold` is the lightest grey that counts as ink. */
export function inkBlobs(image: GrayImage, threshold = inkThreshold(image)): Blob[] {
  const parents: number[] = []
  const find = (label: number): number => {
    let root = label
    while (parents[root] !== root) root = parents[root] ?? root
    parents[label] = root
    return root
  }
  const runs: Run[] = []
  let above: Run[] = []
  for (let row = 0; row < image.height; row++) {
    const current: Run[] = []
    let next = 0
    for (const [from, to] of rowRuns(image, row, threshold)) {
      let label = -1
      while (next < above.length && (above[next]?.to ?? 0) < from) next += 1
      for (let index = next; index < above.length && (above[index]?.from ?? 0) <= to; index++) {
        const root = find(above[index]?.label ?? 0)
        if (label === -1) label = root
        else parents[root] = find(label)
      }
      if (label === -1) {
        label = parents.length
        parents.push(label)
      }
      current.push({ row, from, to, label })
    }
    runs.push(...current)
    above = current
  }
  return collect(runs, find)
}

/** Otsu's threshold, kept off both ends: a nearly blank page has none. */
export function inkThreshold(image: GrayImage): number {
  return Math.min(190, Math.max(90, darkThreshold(image)))
}

function* rowRuns(image: GrayImage, row: number, threshold: number): Generator<readonly [number, number]> {
  const start = row * image.width
  let from = -1
  for (let x = 0; x < image.width; x++) {
    const dark = (image.data[start + x] ?? 255) <= threshold
    if (dark && from === -1) from = x
    else if (!dark && from !== -1) {
      yield [from, x]
      from = -1
    }
  }
  if (from !== -1) yield [from, image.width]
}

function collect(runs: readonly Run[], find: (label: number) => number): Blob[] {
  const found = new Map<number, { left: number; right: number; top: number; bottom: number; area: number }>()
  for (const run of runs) {
    const root = find(run.label)
    const blob = found.get(root)
    if (!blob) {
      found.set(root, { left: run.from, right: run.to, top: run.row, bottom: run.row + 1, area: run.to - run.from })
      continue
    }
    blob.left = Math.min(blob.left, run.from)
    blob.right = Math.max(blob.right, run.to)
    blob.bottom = Math.max(blob.bottom, run.row + 1)
    blob.area += run.to - run.from
  }
  return [...found.values()].map(({ left, right, top, bottom, area }) => ({
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    area,
  }))
}
