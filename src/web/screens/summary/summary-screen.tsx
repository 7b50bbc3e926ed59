import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useResource } from '../../components/use-resource.ts'
import { placeHref } from '../../place.ts'
import { language, type Speaker, speakerOf, t } from '../../words/words.ts'
import { Courses } from './courses.tsx'
import { readSummary, type Summary } from './read-summary.ts'
import { Allergies, Conditions, Documents, Medications, OddValues, Person } from './summary-parts.tsx'
import './summary.css'

/** Files of words that the sheet needs in both languages. */
const WORDS = [
  'page-summary',
  'page-records',
  'page-report',
  'page-trends',
  'allergies',
  'conditions',
  'documents',
  'me',
  'medications',
  'metrics',
]

/** A page to take to the doctor: the person's language on the left, English on the right, the drawings between them. */
export function SummaryScreen() {
  const own = language()
  const loaded = useResource(own, async (signal) => {
    const languages = [...new Set([own, 'en' as const])]
    const [summary, ...speakers] = await Promise.all([
      readSummary(signal),
      ...languages.map((each) => speakerOf(each, WORDS)),
    ])
    return { summary, speakers }
  })
  return (
    <div class="stack summary-screen">
      <header class="stack summary-screen__tools">
        <a class="records__back" href={placeHref(['records'])}>
          <Icon name="back" size={20} />
          {t('page-records:title')}
        </a>
        <h1>{t('page-summary:title')}</h1>
        <p class="soft">{t('page-summary:lead')}</p>
        <div class="row">
          <Button kind="primary" icon="print" disabled={!loaded.value} onClick={() => print()}>
            {t('page-summary:print')}
          </Button>
        </div>
      </header>
      {loaded.error !== undefined && <ErrorNotice error={loaded.error} onRetry={loaded.reload} />}
      {loaded.value ? <Sheet {...loaded.value} /> : loaded.error === undefined && <Spinner />}
    </div>
  )
}

/** Each part in each language, side by side. */
const PARTS = [Person, Conditions, Allergies, Medications, OddValues, Documents] as const

function Sheet({ summary, speakers }: { summary: Summary; speakers: readonly Speaker[] }) {
  return (
    <article class={`summary paper ${speakers.length > 1 ? 'summary--two' : ''}`}>
      {PARTS.map((Part, at) => (
        <>
          {speakers.map((speaker) => (
            <section key={`${at} ${speaker.language}`} class="summary__part" lang={speaker.language}>
              <Part summary={summary} speaker={speaker} />
            </section>
          ))}
          {Part === Medications && <Courses courses={summary.courses} speakers={speakers} />}
        </>
      ))}
    </article>
  )
}
