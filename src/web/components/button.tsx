import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'size' | 'icon'> {
  /** `primary` once a screen, for what most people came for. */
  readonly kind?: 'primary' | 'secondary' | 'plain' | 'danger'
  readonly size?: 'normal' | 'small'
  readonly icon?: IconName
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly type?: 'button' | 'submit'
  readonly form?: string
  readonly children?: ComponentChildren
}

/** Does something here. What leads elsewhere is a {@link ButtonLink}. */
export function Button({ kind = 'secondary', size = 'normal', icon, busy, disabled, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={`button button--${kind} button--${size} ${rest.class ?? ''}`}
      disabled={disabled || busy}
      aria-busy={busy ? 'true' : undefined}
    >
      {busy ? <span class="button__spinner" aria-hidden="true" /> : icon && <Icon name={icon} size={20} />}
      {children}
    </button>
  )
}

export type ButtonLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'size' | 'icon' | 'role'> & {
  readonly href: string
  readonly kind?: 'primary' | 'secondary' | 'plain' | 'danger'
  readonly size?: 'normal' | 'small'
  readonly icon?: IconName
  readonly class?: string
  readonly children?: ComponentChildren
}

export function ButtonLink({ kind = 'secondary', size = 'normal', icon, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} class={`button button--${kind} button--${size} ${rest.class ?? ''}`}>
      {icon && <Icon name={icon} size={20} />}
      {children}
    </a>
  )
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon' | 'label'> {
  readonly icon: IconName
  /** What it does, for readers of screens and as a hint. */
  readonly label: string
  readonly filled?: boolean
  readonly disabled?: boolean
  readonly type?: 'button' | 'submit'
}

/** A picture that does something. */
export function IconButton({ icon, label, filled = false, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} class={`icon-button ${rest.class ?? ''}`} aria-label={label} title={label}>
      <Icon name={icon} filled={filled} />
    </button>
  )
}
