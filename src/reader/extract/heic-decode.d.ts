declare module 'heic-decode' {
  interface DecodedImage {
    readonly width: number
    readonly height: number
    readonly data: Uint8ClampedArray
  }
  interface PendingImage {
    readonly width: number
    readonly height: number
    decode(): Promise<DecodedImage>
  }
  const decode: {
    (input: { buffer: Uint8Array }): Promise<DecodedImage>
    all(input: { buffer: Uint8Array }): Promise<PendingImage[] & { dispose(): void }>
  }
  export default decode
}
