/** How much one upload may ask of the machine. */
export interface ReadLimits {
  readonly bytes: number
  readonly pages: number
  /** Width times height of one image or of one rendered page. A phone's largest photo has 50 million. */
  readonly pixels: number
}

export const READ_LIMITS: ReadLimits = { bytes: 20 * 1024 * 1024, pages: 30, pixels: 64_000_000 }
