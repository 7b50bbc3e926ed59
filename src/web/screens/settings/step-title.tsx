import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** The title of what has just taken the place of something else; the focus goes there, so that nobody is left behind. */
export function StepTitle({ level = 3, children }: { level?: 2 | 3; children: ComponentChildren }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <Heading ref={title} tabIndex={-1}>
      {children}
    </Heading>
  )
}
