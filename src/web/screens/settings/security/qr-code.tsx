import { useMemo } from 'preact/hooks'
import { encodeQR } from 'qr'
import { modulePath } from './module-path.ts'

/** The quiet zone that ISO/IEC 18004 asks for, in modules. */
const QUIET = 4

/** A text for cameras, drawn here and nowhere else. Dark on light in both schemes: cameras expect that. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { side, path } = useMemo(() => {
    const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
    return { side: modules.length, path: modulePath(modules) }
  }, [text])
  return (
    <svg class="qr-code" viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges" role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
