import { createHash } from 'node:crypto'
import type { Sex } from '../clinical/analytes/index.ts'
import { inspectUpload } from './inspect-upload.ts'
import { interpretPages } from './interpret-pages.ts'
import type { EarlierResult } from './labs/checks/earlier-values.ts'
import type { ReadLimits } from './limits.ts'
import type { Recogniser } from './ocr/recogniser.ts'
import { isHandwritten } from './other-documents/handwriting.ts'
import type { PictureMemory } from './picture-memory.ts'
import type { Box, ReadDocument, ReadPage, ReadWarning } from './read-document.ts'
import { type OnPage, readPages } from './read-pages.ts'
import type { TranscribePage } from './transcribe-page.ts'

/** What the ranges of tests depend on, where the report itself does not say, and what new values are held against. */
export interface Person {
  readonly sex: Sex | undefined
  readonly ageYears: number | undefined
  /** Values of earlier reports, the confirmed ones. */
  readonly earlierResults?: readonly EarlierResult[] | undefined
}

/**
 * Reads an upload, in this very process: see `createReader` for one that hostile files cannot hurt.
 * @throws {ReadError}
 */
export async function readUpload(
  bytes: Uint8Array,
  tools: {
    readonly person: Person
    readonly recogniser: Recogniser
    readonly pictures?: PictureMemory
    readonly transcribe?: TranscribePage
    readonly limits: ReadLimits
    readonly onPage: OnPage
  },
): Promise<ReadDocument> {
  const { mimeType } = await inspectUpload(bytes, tools.limits)
  const { pages, warnings } = await readPages(bytes, mimeType, tools)
  const interpreted = interpretPages(
    pages.map(({ page }) => page),
    tools.person,
  )
  const toUploaded = new Map(pages.map(({ page, toUploaded: map }) => [page.number, map]))
  const placed = <Part extends { readonly page: number; readonly box: Box }>(part: Part): Part => ({
    ...part,
    box: toUploaded.get(part.page)?.(part.box) ?? part.box,
  })
  return {
    mimeType,
    contentHash: createHash('sha256').update(bytes).digest('hex'),
    pages: pages.map(({ page }) => page),
    warnings: withHandwriting(
      warnings,
      pages.map(({ page }) => page),
    ),
    ...interpreted,
    results: interpreted.results.map(placed),
    proposals: interpreted.proposals.map(placed),
  }
}

/** That a page is written by hand says more than that its reading is uncertain. */
function withHandwriting(warnings: readonly ReadWarning[], pages: readonly ReadPage[]): readonly ReadWarning[] {
  const written = new Set(pages.filter(isHandwritten).map((page) => page.number))
  const others = warnings.filter(({ code, page }) => code !== 'page_uncertain' || !written.has(page))
  return [...others, ...[...written].map((page): ReadWarning => ({ code: 'handwriting', page }))]
}
