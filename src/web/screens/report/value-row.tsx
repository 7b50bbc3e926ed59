import { Button, ButtonLink } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { placeHref } from '../../place.ts'
import { formatDay } from '../../words/format.ts'
import { hasText, t } from '../../words/words.ts'
import { RangeBar, sideOf } from './range-bar.tsx'
import { type Comparison, printedValue, type Result } from './result.ts'

export interface ValueRowProps {
  readonly document: { readonly id: string; readonly name: string }
  readonly result: Result
  readonly comparison: Comparison | undefined
  readonly chosen: boolean
  /** Set while a decision is on its way. */
  readonly busy: boolean
  readonly onChoose: () => void
  readonly onDecide: (status: Result['review_status']) => void
  readonly onCorrect: () => void
}

/** One value of a report: what it is, where it lies, whether it was read right. */
export function ValueRow(props: ValueRowProps) {
  const { document, result, comparison, chosen, busy, onChoose, onDecide, onCorrect } = props
  const side = sideOf(result.flag)
  const rejected = result.review_status === 'rejected'
  return (
    <li class={`value ${chosen ? 'value--chosen' : ''} ${rejected ? 'value--rejected' : ''}`} id={`value-${result.id}`}>
      <button class="value__main" type="button" aria-expanded={chosen ? 'true' : 'false'} onClick={onChoose}>
        <span class="value__name">{result.test}</span>
        <span class="value__figure">
          <strong>{printedValue(result)}</strong>
          {side !== 'none' && <span class={`flag flag--${side}`}>{t(`page-report:flag.${result.flag}`)}</span>}
        </span>
        <span class="value__range small soft">
          {result.reference_text === null ? '' : t('page-report:range', { range: unbroken(result.reference_text) })}
        </span>
        <RangeBar result={result} />
        {comparison && <ComparisonLine comparison={comparison} />}
        {result.needs_review && (
          <span class="value__review small">
            <Icon name="warning" size={16} />
            {reviewText(result)}
          </span>
        )}
        {result.review_status !== 'open' && (
          <span class="value__decided small">
            <Icon name={rejected ? 'close' : 'check'} size={16} />
            {t(`page-report:decided.${result.review_status}`)}
          </span>
        )}
      </button>
      {chosen && (
        <div class="value__actions">
          {result.review_status === 'open' ? (
            <>
              <Button size="small" kind="primary" icon="check" busy={busy} onClick={() => onDecide('confirmed')}>
                {t('page-report:confirm')}
              </Button>
              <Button size="small" icon="edit" disabled={busy} onClick={onCorrect}>
                {t('page-report:correct')}
              </Button>
              <Button size="small" kind="plain" disabled={busy} onClick={() => onDecide('rejected')}>
                {t('page-report:reject')}
              </Button>
            </>
          ) : (
            <Button size="small" busy={busy} onClick={() => onDecide('open')}>
              {t('page-report:undo')}
            </Button>
          )}
          <ButtonLink
            size="small"
            kind="plain"
            icon="chat"
            href={placeHref(['chat'], {
              ask: t('page-report:question', { test: result.test }),
              document: document.id,
              name: document.name,
            })}
          >
            {t('page-report:ask')}
          </ButtonLink>
          {result.original && (
            <p class="small soft">{t('page-report:readAs', { value: printedValue(result.original) })}</p>
          )}
        </div>
      )}
    </li>
  )
}

const LONGEST_UNBROKEN = 20

/** A short range stays on one line: its spaces do not break, and no line ends behind its dash. */
const unbroken = (range: string): string =>
  range.length > LONGEST_UNBROKEN ? range : range.replaceAll(' ', '\u00a0').replaceAll('-', '-\u2060')

function reviewText({ review_reason: reason, candidate }: Result): string {
  const key = `page-report:reason.${reason}`
  const text = reason !== null && hasText(key) ? t(key) : t('page-report:reason.uncertain_reading')
  return candidate === null ? text : `${text} ${t('page-report:candidate', { value: candidate })}`
}

function ComparisonLine({ comparison: { previous, direction, towards } }: { comparison: Comparison }) {
  const value = printedValue(previous)
  const date = formatDay(previous.measured_on)
  const meaning = towards === 'unknown' ? '' : ` ${t(`page-report:towards.${towards}`)}`
  return <span class="small soft">{t(`page-report:moved.${direction}`, { value, date }) + meaning}</span>
}
