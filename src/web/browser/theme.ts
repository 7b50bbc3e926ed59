import { signal } from '@preact/signals'
import { readSetting, writeSetting } from './settings.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const chosen = signal<Theme>('system')

export const theme = (): Theme => chosen.value

/** Light, dark, or as the system has it. */
export function setTheme(next: Theme): void {
  chosen.value = next
  writeSetting('theme', next === 'system' ? undefined : next)
  if (next === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = next
}

export function startTheme(): void {
  const stored = readSetting('theme')
  setTheme(THEMES.find((known) => known === stored) ?? 'system')
}
