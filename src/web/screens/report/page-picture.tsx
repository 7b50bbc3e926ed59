import { useEffect, useRef, useState } from 'preact/hooks'
import { renewSession } from '../../api/session.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { t } from '../../words/words.ts'
import { type Box, pageImageAddress } from './result.ts'

/** A page is asked for as wide as phones and screens show it sharply; the server remembers these two. */
const WIDTHS = { small: 800, large: 1_600 } as const
/** Air around a box, as a fraction of the page. */
const AIR = 0.006

export interface PagePictureProps {
  readonly documentId: string
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
  /** The value that is looked at. */
  readonly box: Box | null
  /** Those that may be looked at. */
  readonly others: readonly { readonly id: string; readonly box: Box; readonly label: string }[]
  readonly onChoose: (id: string) => void
}

/** A page of the report with the value boxed that somebody asks about. */
export function PagePicture({ documentId, page, pages, onPage, box, others, onChoose }: PagePictureProps) {
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  const [attempt, setAttempt] = useState(0)
  const [large, setLarge] = useState(false)
  const marked = useRef<SVGRectElement>(null)
  const frame = useRef<HTMLElement>(null)
  const address = pageImageAddress(documentId, page, large ? WIDTHS.large : WIDTHS.small)

  useEffect(() => setState('loading'), [documentId, page])
  useEffect(() => {
    const [inner, outer] = [marked.current?.getBoundingClientRect(), frame.current?.getBoundingClientRect()]
    if (state !== 'shown' || !inner || !outer) return
    // Only what is inside the frame moves: the person stays at the value that was tapped.
    frame.current?.scrollBy({
      left: inner.left + inner.width / 2 - outer.left - outer.width / 2,
      top: inner.top + inner.height / 2 - outer.top - outer.height / 2,
    })
  }, [state, box?.x, box?.y, large])

  // A picture cannot renew the session by itself.
  const fail = async (): Promise<void> => {
    if (attempt === 0 && (await renewSession())) setAttempt(1)
    else setState('failed')
  }
  return (
    <figure class="page-picture">
      <section
        ref={frame}
        class={`page-picture__frame ${large ? 'page-picture__frame--large' : ''}`}
        aria-label={t('page-report:pageOf', { page, pages })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
      >
        {state === 'failed' ? (
          <div class="page-picture__failed">
            <p>{t('page-report:pageFailed')}</p>
            <Button
              size="small"
              onClick={() => {
                setState('loading')
                setAttempt((before) => before + 1)
              }}
            >
              {t('common.retry')}
            </Button>
          </div>
        ) : (
          <div class={`page-picture__sheet ${state === 'loading' ? 'page-picture__sheet--loading' : ''}`}>
            <img
              key={`${address} ${attempt}`}
              src={address}
              alt={t('page-report:pageOf', { page, pages })}
              onLoad={() => setState('shown')}
              onError={() => void fail()}
            />
            {state === 'shown' && (
              <svg class="page-picture__boxes" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
                {others.map((other) => (
                  // biome-ignore lint/a11y/noStaticElementInteractions: the list of values does the same.
                  <rect
                    key={other.id}
                    class="page-picture__other"
                    {...placed(other.box)}
                    onClick={() => onChoose(other.id)}
                  />
                ))}
                {box && <rect ref={marked} class="page-picture__box" {...placed(box)} />}
              </svg>
            )}
          </div>
        )}
      </section>
      <figcaption class="page-picture__controls">
        {pages > 1 && (
          <>
            <IconButton
              icon="back"
              label={t('page-report:previousPage')}
              disabled={page <= 1}
              onClick={() => onPage(page - 1)}
            />
            <span>{t('page-report:pageOf', { page, pages })}</span>
            <IconButton
              icon="chevron"
              label={t('page-report:nextPage')}
              disabled={page >= pages}
              onClick={() => onPage(page + 1)}
            />
          </>
        )}
        <Button size="small" icon="search" aria-pressed={large ? 'true' : 'false'} onClick={() => setLarge(!large)}>
          {t(large ? 'page-report:smaller' : 'page-report:larger')}
        </Button>
      </figcaption>
    </figure>
  )
}

function placed({ x, y, width, height }: Box) {
  return { x: x - AIR, y: y - AIR, width: width + 2 * AIR, height: height + 2 * AIR, rx: AIR }
}
