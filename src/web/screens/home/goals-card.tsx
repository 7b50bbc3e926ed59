import { ButtonLink } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { placeHref } from '../../place.ts'
import { t } from '../../words/words.ts'
import { type Row, textOf } from '../records/record-description.ts'

/** The open goals and how far they are. */
export function GoalsCard({ rows }: { rows: readonly Row[] | undefined }) {
  if (rows === undefined) return null
  return (
    <Card
      title={t('page-home:goals.title')}
      action={
        <ButtonLink kind="plain" size="small" icon="add" href={placeHref(['records', 'goals', 'new'])}>
          {t('page-home:goals.add')}
        </ButtonLink>
      }
    >
      {rows.length === 0 && <p class="soft">{t('page-home:goals.none')}</p>}
      <ul class="home-list">
        {rows.map((row) => (
          <li key={row.id}>
            <a class="home-item" href={placeHref(['records', 'goals', row.id])}>
              <strong>{textOf(row, 'goal_title')}</strong>
              <progress
                aria-label={textOf(row, 'goal_title')}
                value={Number(row['progress_percentage'] ?? 0)}
                max={100}
              />
              <span class="small soft">
                {t('page-records:onTheWay', {
                  now: textOf(row, 'current_value') ?? '',
                  target: textOf(row, 'target_value') ?? '',
                  unit: textOf(row, 'unit') ?? '',
                })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
