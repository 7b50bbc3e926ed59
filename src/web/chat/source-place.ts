import { placeHref } from '../place.ts'
import type { Citation } from './answer.ts'

/** Where the rows of a table are shown, as a part of the address below `records`. */
const RECORDS: Readonly<Record<string, string>> = {
  allergies: 'allergies',
  appointments: 'appointments',
  emergency_contacts: 'contacts',
  health_goals: 'goals',
  health_metrics: 'metrics',
  medical_conditions: 'conditions',
  medications: 'medications',
}

/** Where a source opens: the page of a report, a row of the record, a publication; nothing where there is nowhere. */
export function sourceHref({ source }: Citation): string | undefined {
  switch (source.kind) {
    case 'document': {
      const { x, y, width, height } = source.box ?? {}
      const box = x === undefined ? undefined : [x, y, width, height].map((part) => part?.toFixed(4)).join(',')
      return placeHref(['documents', source.document_id], { page: source.page, box })
    }
    case 'record': {
      if (source.table === 'medical_documents') return placeHref(['documents', source.id])
      const place = RECORDS[source.table]
      return place === undefined ? undefined : placeHref(['records', place, source.id])
    }
    case 'reference':
      return source.url !== null && /^https?:/.test(source.url) ? source.url : undefined
  }
}
