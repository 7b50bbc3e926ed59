import type { NumberedSource } from '../../../chat/citation-markers.ts'
import { sourceHref } from '../../../chat/source-place.ts'
import { Icon, type IconName } from '../../../components/icon.tsx'
import { t } from '../../../words/words.ts'

const ICONS = { document: 'report', record: 'heart', reference: 'info' } as const satisfies Record<string, IconName>

const isElsewhere = (href: string): boolean => !href.startsWith('#')

/** The number of a source behind the claim that it supports. */
export function SourceMark({ source }: { source: NumberedSource | undefined }) {
  if (!source) return null
  const { number, citation } = source
  const href = sourceHref(citation)
  const label = t('page-chat:source', { number, title: citation.title })
  if (href === undefined)
    return (
      <sup class="source-mark" title={citation.title}>
        {number}
      </sup>
    )
  return (
    <a
      class="source-mark"
      href={href}
      aria-label={label}
      title={citation.title}
      {...(isElsewhere(href) ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
    >
      {number}
    </a>
  )
}

/** More than this many are shown when asked for. */
const FEW = 3

/** Where an answer comes from, to open with a tap. */
export function SourceList({ sources }: { sources: readonly NumberedSource[] }) {
  if (sources.length === 0) return null
  if (sources.length <= FEW) return <Sources sources={sources} />
  return (
    <details class="sources-more">
      <summary>
        <Icon name="report" size={18} />
        {t('page-chat:sourceCount', { count: sources.length })}
        <Icon name="down" size={18} />
      </summary>
      <Sources sources={sources} />
    </details>
  )
}

function Sources({ sources }: { sources: readonly NumberedSource[] }) {
  return (
    <ul class="sources" aria-label={t('page-chat:sources')}>
      {sources.map(({ number, citation }) => (
        <li key={number}>
          <SourceChip number={number} citation={citation} />
        </li>
      ))}
    </ul>
  )
}

function SourceChip({ number, citation }: NumberedSource) {
  const href = sourceHref(citation)
  const content = (
    <>
      <Icon name={ICONS[citation.source.kind]} size={18} />
      <span class="sources__number">{number}</span>
      <span class="sources__title">{citation.title}</span>
    </>
  )
  if (href === undefined) return <span class="sources__chip">{content}</span>
  return (
    <a
      class="sources__chip"
      href={href}
      {...(isElsewhere(href) ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
    >
      {content}
    </a>
  )
}
