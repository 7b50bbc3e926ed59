import type { PdfPage } from './pdf-file.ts'

/** pdf.js's numbers for the operators that matter here; they are part of its serialised form and do not change. */
const SAVE = 10
const RESTORE = 11
const TRANSFORM = 12
const PICTURES: ReadonlySet<number> = new Set([83, 85, 86])

type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** Part of the page that its largest picture covers, 0 to 1. */
export async function largestPictureShare(page: PdfPage): Promise<number> {
  const { width, height } = page.getViewport({ scale: 1 })
  const { fnArray, argsArray } = await page.getOperatorList()
  const saved: Matrix[] = []
  let matrix: Matrix = IDENTITY
  let largest = 0
  fnArray.forEach((operator, position) => {
    if (operator === SAVE) saved.push(matrix)
    else if (operator === RESTORE) matrix = saved.pop() ?? IDENTITY
    else if (operator === TRANSFORM) matrix = multiply(matrix, argsArray[position])
    else if (PICTURES.has(operator)) {
      const [a, b, c, d] = matrix
      largest = Math.max(largest, Math.abs(a * d - b * c) / (width * height))
    }
  })
  return Math.min(1, largest)
}

function multiply(m: Matrix, args: unknown): Matrix {
  if (!Array.isArray(args) || args.length < 6) return m
  const [a, b, c, d, e, f] = args.map(Number)
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return m
  const [g, h, i, j, k, l] = m
  return [g * a + i * b, h * a + j * b, g * c + i * d, h * c + j * d, g * e + i * f + k, h * e + j * f + l]
}
