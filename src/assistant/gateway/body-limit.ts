/** A report of 20 MB in base64, and what stands around it: the most that one request or frame may carry. */
export const BODY_LIMIT_BYTES = 32_000_000
