import { useEffect, useRef, useState } from 'preact/hooks'
import { documentProgress } from '../../api/document-progress.ts'
import { uploadDocument } from '../../api/upload.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { describeError, ErrorNotice } from '../../components/error-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useResource } from '../../components/use-resource.ts'
import { placeHref } from '../../place.ts'
import { go } from '../../router.ts'
import { capitalised, formatDate, formatDay, formatPercent } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { CATEGORIES, type Category, type HealthDocument, isBeingRead, listDocuments } from './document.ts'
import '../records/records.css'
import './documents.css'

const READABLE = 'image/*,application/pdf,.heic,.heif,.tif,.tiff'
/** Where the live socket is down, the list is asked again this often while something is being read. */
const ASK_AGAIN_MILLISECONDS = 4_000

/** Every report, prescription and letter, newest first, and where new ones come in. */
export function DocumentsScreen() {
  const [category, setCategory] = useState<Category>()
  const [older, setOlder] = useState<readonly HealthDocument[]>([])
  const [cursor, setCursor] = useState<string | null>()
  const first = useResource(category ?? '', (signal) => listDocuments({ category }, signal))
  const rows = first.value
    ? [...first.value.data, ...older.filter(({ id }) => !first.value?.data.some((row) => row.id === id))]
    : []
  const reading = rows.some(isBeingRead)
  const endings = rows.filter(({ id }) => documentProgress(id)?.status === 'completed').length

  useEffect(() => {
    if (!reading) return
    const timer = setInterval(first.reload, ASK_AGAIN_MILLISECONDS)
    return () => clearInterval(timer)
  }, [reading, first.reload])

  useEffect(() => {
    if (endings > 0) first.reload()
  }, [endings])

  const choose = (next: Category | undefined): void => {
    setOlder([])
    setCursor(undefined)
    setCategory(next)
  }
  const next = cursor === undefined ? (first.value?.next_cursor ?? null) : cursor
  const more = async (): Promise<void> => {
    const page = await listDocuments({ category, cursor: next ?? undefined })
    setOlder((before) => [...before, ...page.data])
    setCursor(page.next_cursor)
  }

  return (
    <div class="stack">
      <h1>{t('page-documents:title')}</h1>
      <UploadCard onUploaded={first.reload} />
      <fieldset class="documents__filter">
        <legend class="visually-hidden">{t('page-documents:filter')}</legend>
        <FilterChip
          chosen={category === undefined}
          onChoose={() => choose(undefined)}
          label={t('page-documents:all')}
        />
        {CATEGORIES.map((each) => (
          <FilterChip
            key={each}
            chosen={category === each}
            onChoose={() => choose(each)}
            label={capitalised(t(`documents:values.category.${each}`))}
          />
        ))}
      </fieldset>
      {first.error !== undefined && <ErrorNotice error={first.error} onRetry={first.reload} />}
      {first.value === undefined ? (
        first.error === undefined && <Spinner />
      ) : rows.length === 0 ? (
        <EmptyState
          icon="report"
          title={t(category === undefined ? 'page-documents:none' : 'page-documents:noneOfKind')}
          text={t('page-documents:noneHint')}
        />
      ) : (
        <ul class="records">
          {rows.map((row) => (
            <DocumentItem key={row.id} document={row} />
          ))}
        </ul>
      )}
      {next !== null && (
        <Button kind="plain" onClick={() => void more()}>
          {t('common.more')}
        </Button>
      )}
    </div>
  )
}

function FilterChip({ chosen, label, onChoose }: { chosen: boolean; label: string; onChoose: () => void }) {
  return (
    <button class="chip" type="button" aria-pressed={chosen ? 'true' : 'false'} onClick={onChoose}>
      {label}
    </button>
  )
}

const ICONS = { prescription: 'pill', discharge_summary: 'list', vaccination: 'check' } as const

function DocumentItem({ document }: { document: HealthDocument }) {
  const { id, document_name, category, document_date, laboratory, created_at, processing_error } = document
  const icon = ICONS[category as keyof typeof ICONS] ?? 'report'
  const day = document_date === null ? formatDate(created_at) : formatDay(document_date)
  return (
    <li class="records__row">
      <a class="records__item records__item--onward" href={placeHref(['documents', id])}>
        <span class="records__icon">
          <Icon name={icon} />
        </span>
        <span class="records__text">
          <strong>{document_name}</strong>
          <span class="small soft">
            {[t(`documents:values.category.${category}`), day, laboratory].filter(Boolean).join(' · ')}
          </span>
          {isBeingRead(document) && <ReadingLine documentId={id} />}
          {processing_error !== null && <span class="small documents__problem">{processing_error}</span>}
          {document.subject === 'unclear' && (
            <span class="records__mark records__mark--warm">{t('page-documents:whose')}</span>
          )}
          {document.subject === 'family' && <span class="records__mark">{t('documents:values.subject.family')}</span>}
        </span>
        <Icon name="chevron" size={20} />
      </a>
    </li>
  )
}

/** How far the reading is, page by page. */
export function ReadingLine({ documentId }: { documentId: string }) {
  const told = documentProgress(documentId)
  const pages = told?.pages ?? 0
  const page = Math.max(1, told?.page ?? 0)
  const text = pages > 0 ? t('page-documents:readingPage', { page, pages }) : t('page-documents:reading')
  return (
    <span class="documents__reading small">
      {text}
      <progress aria-label={text} {...(pages > 0 ? { value: page - 0.5, max: pages } : {})} />
    </span>
  )
}

interface Sending {
  readonly key: string
  readonly file: File
  readonly sent: number
  readonly problem: unknown
}

function UploadCard({ onUploaded }: { onUploaded: () => void }) {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const camera = useRef<HTMLInputElement>(null)
  const picker = useRef<HTMLInputElement>(null)

  const change = (key: string, changes: Partial<Sending>): void =>
    setSending((before) => before.map((each) => (each.key === key ? { ...each, ...changes } : each)))
  const drop = (key: string): void => setSending((before) => before.filter((each) => each.key !== key))

  const send = async (key: string, file: File, alone: boolean): Promise<void> => {
    change(key, { problem: undefined, sent: 0 })
    try {
      const { id } = await uploadDocument(file, { key, onProgress: (sent) => change(key, { sent }) })
      drop(key)
      if (alone) go(placeHref(['documents', id]))
      else onUploaded()
    } catch (problem) {
      change(key, { problem })
    }
  }
  const take = (input: HTMLInputElement): void => {
    const chosen = [...(input.files ?? [])].map((file) => ({
      key: crypto.randomUUID(),
      file,
      sent: 0,
      problem: undefined,
    }))
    input.value = ''
    setSending((before) => [...before, ...chosen])
    for (const { key, file } of chosen) void send(key, file, chosen.length === 1)
  }

  return (
    <section class="card card--brand">
      <h2>{t('page-documents:add')}</h2>
      <p class="soft small">{t('page-documents:addHint')}</p>
      <div class="row">
        <Button kind="primary" icon="camera" onClick={() => camera.current?.click()}>
          {t('page-documents:camera')}
        </Button>
        <Button icon="clip" onClick={() => picker.current?.click()}>
          {t('page-documents:file')}
        </Button>
      </div>
      <input
        ref={camera}
        class="visually-hidden"
        type="file"
        accept="image/*"
        capture="environment"
        tabIndex={-1}
        aria-label={t('page-documents:camera')}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={picker}
        class="visually-hidden"
        type="file"
        multiple
        accept={READABLE}
        tabIndex={-1}
        aria-label={t('page-documents:file')}
        onChange={(event) => take(event.currentTarget)}
      />
      {sending.map(({ key, file, sent, problem }) => (
        <div class="documents__sending" key={key} role="status">
          <span>{file.name}</span>
          {problem === undefined ? (
            <>
              <span class="small soft">{t('page-documents:sending', { part: formatPercent(sent) })}</span>
              <progress aria-label={file.name} value={sent} max={1} />
            </>
          ) : (
            <>
              <span class="small documents__problem">
                {describeError(problem).detail || describeError(problem).title}
              </span>
              <span class="row">
                <Button size="small" onClick={() => void send(key, file, false)}>
                  {t('common.retry')}
                </Button>
                <Button size="small" kind="plain" onClick={() => drop(key)}>
                  {t('common.close')}
                </Button>
              </span>
            </>
          )}
        </div>
      ))}
    </section>
  )
}
