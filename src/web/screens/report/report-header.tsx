import { useState } from 'preact/hooks'
import { Button, IconButton } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { placeHref } from '../../place.ts'
import { go } from '../../router.ts'
import { capitalised, formatDay } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { deleteDocument, type HealthDocument, setSubject } from '../documents/document.ts'
import { EditDialog } from './edit-dialog.tsx'
import { ShareDialog } from './share-dialog.tsx'

/** What the report is, whose it is, and what can be done with it as a whole. */
export function ReportHeader({ document, onChanged }: { document: HealthDocument; onChanged: () => void }) {
  const [open, setOpen] = useState<'edit' | 'share' | 'delete'>()
  const [error, setError] = useState<unknown>()
  const { id, document_name, category, document_date, laboratory } = document
  const remove = async (): Promise<void> => {
    await deleteDocument(id)
    go(placeHref(['documents']), { replace: true })
  }
  const answer = async (subject: 'self' | 'family'): Promise<void> => {
    setError(undefined)
    try {
      await setSubject(id, subject)
      onChanged()
    } catch (reason) {
      setError(reason)
    }
  }
  return (
    <>
      <header class="report__header">
        <a class="icon-button" href={placeHref(['documents'])} aria-label={t('page-report:back')}>
          <Icon name="back" />
        </a>
        <h1 class="report__title">{document_name}</h1>
        <p class="report__about small soft">
          {[
            capitalised(t(`documents:values.category.${category}`)),
            document_date && formatDay(document_date),
            laboratory,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <div class="report__tools">
          <IconButton icon="edit" label={t('page-report:edit')} onClick={() => setOpen('edit')} />
          <IconButton icon="share" label={t('page-report:share')} onClick={() => setOpen('share')} />
          <IconButton icon="delete" label={t('page-report:delete')} onClick={() => setOpen('delete')} />
        </div>
      </header>
      {error !== undefined && <ErrorNotice error={error} />}
      {document.subject === 'unclear' && (
        <section class="notice notice--warm">
          <Icon name="person" size={20} />
          <div class="notice__text">
            <p>
              {document.reading_notes.find(({ code }) => code === 'person_unclear')?.text ?? t('page-report:whose')}
            </p>
            <div class="row">
              <Button size="small" onClick={() => void answer('self')}>
                {t('page-report:mine')}
              </Button>
              <Button size="small" onClick={() => void answer('family')}>
                {t('page-report:family')}
              </Button>
            </div>
          </div>
        </section>
      )}
      {open === 'edit' && <EditDialog document={document} onSaved={onChanged} onClose={() => setOpen(undefined)} />}
      {open === 'share' && <ShareDialog documentId={id} onClose={() => setOpen(undefined)} />}
      {open === 'delete' && (
        <ConfirmDialog
          title={t('page-report:deleteTitle')}
          text={t('page-report:deleteText')}
          icon="delete"
          onConfirm={remove}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
