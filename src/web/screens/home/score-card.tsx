import { Card } from '../../components/card.tsx'
import { formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'

/** How far the person lives by their own plans, 0 to 100, and what that is made of. */
export interface Score {
  readonly score: number | null
  readonly parts: readonly { readonly part: string; readonly value: number | null }[]
}

export function ScoreCard({ score }: { score: Score | undefined }) {
  if (!score || score.score === null) return null
  return (
    <Card title={t('page-home:score.title')}>
      <p class="home-score">
        <strong class="home-score__number">{formatNumber(score.score)}</strong>
        <span class="soft">{t('page-home:score.of')}</span>
      </p>
      <dl class="home-parts">
        {score.parts.map(({ part, value }) => (
          <div key={part} class="home-part">
            <dt class="small">{t(`page-home:score.parts.${part}`)}</dt>
            <dd class="small">
              {value === null ? (
                <span class="soft">{t('page-home:score.unknown')}</span>
              ) : (
                <>
                  <progress aria-hidden="true" value={value} max={100} />
                  {formatNumber(Math.round(value))}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class="small soft">{t('page-home:score.note')}</p>
    </Card>
  )
}
