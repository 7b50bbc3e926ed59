import type { ComponentChildren } from 'preact'

/** Things that belong together. */
export function Card({
  title,
  action,
  tone = 'plain',
  children,
}: {
  title?: string
  /** Beside the title. */
  action?: ComponentChildren
  tone?: 'plain' | 'brand' | 'warm' | 'danger'
  children: ComponentChildren
}) {
  return (
    <section class={`card card--${tone}`}>
      {(title || action) && (
        <header class="card__header">
          {title && <h2>{title}</h2>}
          {action}
        </header>
      )}
      {children}
    </section>
  )
}
