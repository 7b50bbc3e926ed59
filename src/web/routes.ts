import type { ComponentType } from 'preact'
import { matchPlace, type Place } from './place.ts'
import { beginHome } from './screens/home/read-home.ts'

export interface ScreenProps {
  /** What the named segments of the address stand for. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
}

/** The parts of the page that the navigation leads to. */
export type Section = 'home' | 'chat' | 'documents' | 'records' | 'settings'

export interface Route {
  /** As `matchPlace` reads it. */
  readonly pattern: string
  readonly section: Section
  /** Key of the screen's name. */
  readonly title: string
  /** Files of words that the screen needs besides `page.json`. */
  readonly words: readonly string[]
  /** A conversation scrolls by itself and has its own bar at the bottom. */
  readonly fills?: boolean
  readonly load: () => Promise<ComponentType<ScreenProps>>
  /** Asks for what the screen will need of the server, beside fetching the screen. */
  readonly ask?: () => void
}

/** The forms of the record name the fields of every domain. */
const RECORD_WORDS = [
  'page-records',
  'page-summary',
  'allergies',
  'appointments',
  'conditions',
  'emergency',
  'goals',
  'medications',
  'metrics',
  'page-trends',
]

/** Every screen behind the sign-in, fetched when somebody goes there. The first that fits is shown. */
export const ROUTES: readonly Route[] = [
  {
    pattern: '',
    section: 'home',
    title: 'nav.home',
    words: ['page-home', 'page-records', 'page-trends', 'metrics'],
    load: async () => (await import('./screens/home/home-screen.tsx')).HomeScreen,
    ask: beginHome,
  },
  {
    pattern: 'chat/:session?',
    section: 'chat',
    title: 'nav.chat',
    words: ['page-chat', 'page-home'],
    fills: true,
    load: async () => (await import('./screens/chat/chat-screen.tsx')).ChatScreen,
  },
  {
    pattern: 'documents',
    section: 'documents',
    title: 'nav.documents',
    words: ['documents', 'page-documents'],
    load: async () => (await import('./screens/documents/documents-screen.tsx')).DocumentsScreen,
  },
  {
    pattern: 'documents/:id',
    section: 'documents',
    title: 'nav.documents',
    words: ['documents', 'page-documents', 'page-report', 'medications', 'conditions', 'appointments'],
    load: async () => (await import('./screens/report/report-screen.tsx')).ReportScreen,
  },
  {
    pattern: 'records',
    section: 'records',
    title: 'nav.records',
    words: RECORD_WORDS,
    load: async () => (await import('./screens/records/records-screen.tsx')).RecordsScreen,
  },
  {
    pattern: 'records/:domain',
    section: 'records',
    title: 'nav.records',
    words: RECORD_WORDS,
    load: async () => (await import('./screens/records/domain-screen.tsx')).DomainScreen,
  },
  {
    pattern: 'records/:domain/:id',
    section: 'records',
    title: 'nav.records',
    words: RECORD_WORDS,
    load: async () => (await import('./screens/records/record-screen.tsx')).RecordScreen,
  },
  {
    pattern: 'summary',
    section: 'records',
    title: 'nav.records',
    words: ['page-summary', 'page-records'],
    load: async () => (await import('./screens/summary/summary-screen.tsx')).SummaryScreen,
  },
  {
    pattern: 'settings',
    section: 'settings',
    title: 'nav.settings',
    words: ['page-settings', 'me', 'page-records'],
    load: async () => (await import('./screens/settings/settings-screen.tsx')).SettingsScreen,
  },
  {
    pattern: 'settings/security',
    section: 'settings',
    title: 'nav.security',
    words: ['page-security', 'page-settings'],
    load: async () => (await import('./screens/settings/security/security-screen.tsx')).SecurityScreen,
  },
  {
    pattern: 'settings/privacy',
    section: 'settings',
    title: 'nav.privacy',
    words: ['page-privacy', 'page-settings', 'page-records', 'me'],
    load: async () => (await import('./screens/settings/privacy/privacy-screen.tsx')).PrivacyScreen,
  },
  {
    pattern: 'settings/data',
    section: 'settings',
    title: 'nav.ownData',
    words: ['page-own-data', 'page-security'],
    load: async () => (await import('./screens/settings/own-data/own-data-screen.tsx')).OwnDataScreen,
  },
  {
    pattern: 'settings/services',
    section: 'settings',
    title: 'nav.services',
    words: ['page-services', 'connected-services'],
    load: async () => (await import('./screens/settings/services/services-screen.tsx')).ServicesScreen,
  },
  {
    // Where services send people back to who have signed in there.
    pattern: 'connected-services',
    section: 'settings',
    title: 'nav.services',
    words: ['page-services'],
    load: async () => (await import('./screens/settings/services/return-screen.tsx')).ReturnScreen,
  },
  {
    pattern: 'settings/services/:id',
    section: 'settings',
    title: 'nav.services',
    words: ['page-services', 'connected-services', 'page-settings'],
    load: async () => (await import('./screens/settings/services/service-screen.tsx')).ServiceScreen,
  },
  {
    pattern: 'settings/programs',
    section: 'settings',
    title: 'nav.programs',
    words: ['page-security'],
    load: async () => (await import('./screens/settings/programs/programs-screen.tsx')).ProgramsScreen,
  },
]

/** Screens for which nobody has to be signed in. */
export const OPEN_ROUTES: readonly Route[] = [
  {
    pattern: 'erased/:token',
    section: 'settings',
    title: 'nav.erased',
    words: ['page-own-data'],
    load: async () => (await import('./screens/settings/own-data/erased-screen.tsx')).ErasedScreen,
  },
]

/** Where links in reminders, mails and messages lead: they name what they are about as the API does. */
const ALIASES: readonly (readonly [pattern: string, path: readonly string[]])[] = [
  ['medications/due', []],
  ['medications/:id?', ['records', 'medications']],
  ['appointments/:id?', ['records', 'appointments']],
  ['goals/:id?', ['records', 'goals']],
  ['metrics/:id?', ['records', 'metrics']],
  ['emergency/alerts/:id?', []],
]

/** The place that a link of the server's means; nothing where it is none of them. */
export function aliasedPath(place: Place): readonly string[] | undefined {
  for (const [pattern, path] of ALIASES) {
    const params = matchPlace(pattern, place)
    if (params) return params['id'] === undefined || path.length === 0 ? path : [...path, params['id']]
  }
  return undefined
}
