import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** So far below the screen it begins. */
const MARGIN = '50px'

/** Draws what is inside when it is about to be scrolled to, and then keeps it. */
export function WhenNear({ children }: { children: () => VNode }) {
  const [near, setNear] = useState(false)
  const marker = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        watch.disconnect()
        setNear(true)
      },
      { rootMargin: MARGIN },
    )
    if (marker.current) watch.observe(marker.current)
    return () => watch.disconnect()
  }, [])
  return near ? children() : <div class="when-near" ref={marker} />
}
