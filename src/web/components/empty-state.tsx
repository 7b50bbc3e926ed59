import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** Nothing here yet, and how that changes. */
export function EmptyState({
  icon,
  title,
  text,
  children,
}: {
  icon: IconName
  title: string
  text?: string
  children?: ComponentChildren
}) {
  return (
    <div class="empty">
      <span class="empty__icon">
        <Icon name={icon} size={32} />
      </span>
      <h2>{title}</h2>
      {text && <p class="soft">{text}</p>}
      {children && <div class="row row--center">{children}</div>}
    </div>
  )
}
