import { describe, expect, it } from 'vitest'
import { dragged, squareOf, WHOLE } from './crop.ts'

const LANDSCAPE = { width: 400, height: 200 }

describe('squareOf', () => {
  it.each([
    { crop: WHOLE, square: { left: 100, top: 0, side: 200 } },
    { crop: { ...WHOLE, x: 0 }, square: { left: 0, top: 0, side: 200 } },
    { crop: { ...WHOLE, x: 1 }, square: { left: 200, top: 0, side: 200 } },
    { crop: { zoom: 2, x: 0.5, y: 1 }, square: { left: 150, top: 100, side: 100 } },
  ])('$crop', ({ crop, square }) => {
    expect(squareOf(LANDSCAPE, crop)).toEqual(square)
  })
})

describe('dragged', () => {
  it.each([
    { name: 'to the right shows what lies left', by: [0.5, 0], to: { x: 0, y: 0.5 } },
    { name: 'stops at the edge', by: [-9, 0], to: { x: 1, y: 0.5 } },
    { name: 'has no way where the picture ends', by: [0, 0.5], to: { x: 0.5, y: 0.5 } },
  ])('$name', ({ by: [byX = 0, byY = 0], to }) => {
    expect(dragged(LANDSCAPE, WHOLE, byX, byY)).toEqual({ zoom: 1, ...to })
  })

  it('goes less far where it is shown larger', () => {
    expect(dragged(LANDSCAPE, { ...WHOLE, zoom: 2 }, 0.3, 0.3)).toEqual({
      zoom: 2,
      x: 0.5 - 30 / 300,
      y: 0.5 - 30 / 100,
    })
  })
})
