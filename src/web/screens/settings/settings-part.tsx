import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Icon, type IconName } from '../../components/icon.tsx'

/** Settings that belong together, behind their title. */
export function SettingsPart({
  icon,
  title,
  children,
}: {
  icon: IconName
  title: string
  /** Drawn when it is opened first. */
  children: () => ComponentChildren
}) {
  const [opened, setOpened] = useState(false)
  return (
    <details class="card settings-part" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary class="settings-part__title">
        <Icon name={icon} />
        <h2>{title}</h2>
        <Icon name="down" size={20} />
      </summary>
      {opened && <div class="stack">{children()}</div>}
    </details>
  )
}
