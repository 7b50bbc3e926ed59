import type { Box } from './read-document.ts'

export function right(box: Box): number {
  return box.x + box.width
}

export function bottom(box: Box): number {
  return box.y + box.height
}

export function centreX(box: Box): number {
  return box.x + box.width / 2
}

export function centreY(box: Box): number {
  return box.y + box.height / 2
}

/** The smallest box around all of them; an empty one for none. */
export function unionBox(boxes: readonly Box[]): Box {
  const [first] = boxes
  if (!first) return { x: 0, y: 0, width: 0, height: 0 }
  let { x, y } = first
  let maxX = right(first)
  let maxY = bottom(first)
  for (const box of boxes) {
    x = Math.min(x, box.x)
    y = Math.min(y, box.y)
    maxX = Math.max(maxX, right(box))
    maxY = Math.max(maxY, bottom(box))
  }
  return { x, y, width: maxX - x, height: maxY - y }
}

/** Length of the common part of two stretches. */
export function overlap(startA: number, endA: number, startB: number, endB: number): number {
  return Math.max(0, Math.min(endA, endB) - Math.max(startA, startB))
}

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
