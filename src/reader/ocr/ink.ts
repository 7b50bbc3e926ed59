import type { Box } from '../read-document.ts'
import { darkThreshold, type GrayImage } from './gray-image.ts'

/** A connected patch of ink: a letter, a dot, a rule, or what dirt left. */
export interface Blob extends Box {
  /** Pixels of ink. */
  readonly area: number
}

/** Horizontal stretches of ink, in reading order, each with the number of the patch that it belongs to so far. */
interface Runs {
  readonly rows: number[]
  readonly starts: number[]
  /** Exclusive. */
  readonly ends: number[]
  readonly labels: number[]
}

/** The patches of pictures that are still in use, by threshold: a page's are asked for again and again. */
const known = new WeakMap<GrayImage, Map<number, readonly Blob[]>>()
const thresholds = new WeakMap<GrayImage, number>()

/** Every patch of ink of a picture, in no order. `threshold` is the lightest grey that counts as ink. */
export function inkBlobs(image: GrayImage, threshold = inkThreshold(image)): readonly Blob[] {
  const ofImage = known.get(image) ?? new Map<number, readonly Blob[]>()
  known.set(image, ofImage)
  const before = ofImage.get(threshold)
  if (before) return before
  const blobs = findBlobs(image, threshold)
  ofImage.set(threshold, blobs)
  return blobs
}

function findBlobs(image: GrayImage, threshold: number): Blob[] {
  const parents: number[] = []
  const find = (label: number): number => {
    let root = label
    while (parents[root] !== root) root = parents[root] ?? root
    parents[label] = root
    return root
  }
  const runs: Runs = { rows: [], starts: [], ends: [], labels: [] }
  const { starts, ends, labels } = runs
  let [above, aboveEnd] = [0, 0]
  for (let row = 0; row < image.height; row++) {
    findRuns(image, row, threshold, runs)
    const rowEnd = starts.length
    let next = above
    for (let run = aboveEnd; run < rowEnd; run++) {
      const [from, to] = [starts[run] ?? 0, ends[run] ?? 0]
      let label = -1
      while (next < aboveEnd && (ends[next] ?? 0) < from) next += 1
      for (let index = next; index < aboveEnd && (starts[index] ?? 0) <= to; index++) {
        const root = find(labels[index] ?? 0)
        if (label === -1) label = root
        else parents[root] = find(label)
      }
      if (label === -1) {
        label = parents.length
        parents.push(label)
      }
      labels.push(label)
    }
    above = aboveEnd
    aboveEnd = rowEnd
  }
  return collect(runs, find)
}

/** Otsu's threshold, kept off both ends: a nearly blank page has none. */
export function inkThreshold(image: GrayImage): number {
  const before = thresholds.get(image)
  if (before !== undefined) return before
  const threshold = Math.min(190, Math.max(90, darkThreshold(image)))
  thresholds.set(image, threshold)
  return threshold
}

function findRuns({ data, width }: GrayImage, row: number, threshold: number, runs: Runs): void {
  const start = row * width
  const end = start + width
  for (let at = start; at < end; at++) {
    if ((data[at] ?? 255) > threshold) continue
    const from = at
    do at += 1
    while (at < end && (data[at] ?? 255) <= threshold)
    runs.rows.push(row)
    runs.starts.push(from - start)
    runs.ends.push(at - start)
  }
}

function collect({ rows, starts, ends, labels }: Runs, find: (label: number) => number): Blob[] {
  const found = new Map<number, { left: number; right: number; top: number; bottom: number; area: number }>()
  for (let run = 0; run < rows.length; run++) {
    const [row, from, to] = [rows[run] ?? 0, starts[run] ?? 0, ends[run] ?? 0]
    const root = find(labels[run] ?? 0)
    const blob = found.get(root)
    if (!blob) {
      found.set(root, { left: from, right: to, top: row, bottom: row + 1, area: to - from })
      continue
    }
    blob.left = Math.min(blob.left, from)
    blob.right = Math.max(blob.right, to)
    blob.bottom = row + 1
    blob.area += to - from
  }
  return [...found.values()].map(({ left, right, top, bottom, area }) => ({
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    area,
  }))
}
