import { z } from 'zod'
import { defineOperation, type OperationScope } from '../../../operations/define-operation.ts'
import { choice, flag, text, wholeNumber } from '../../../operations/field-types.ts'
import { fieldErrorText } from '../../../platform/errors/problem-document.ts'
import { FhirBundleNotTaken, FhirNotReadable, FhirSomebodyElse, FhirTooManyEntries } from '../fhir-problems.ts'
import type { ImportPlan } from './import-plan.ts'
import type { EntryRemark } from './incoming-resource.ts'
import { type KeepSettings, type KeptImport, keepImport } from './keep-import.ts'
import { openContent } from './open-content.ts'
import { planImport } from './plan-import.ts'

/** A program that has more to give sends it to the REST address. */
const MOST_CHARACTERS = 1_000_000

const EntryRemarks = z.array(
  z.object({
    path: text('Where the entry stands in what was sent.', { example: 'Bundle.entry[3].resource', maximum: 500 }),
    resource_type: z.string().meta({ description: 'Its type; empty where it has none.', examples: ['Observation'] }),
    errors: z
      .array(
        z.object({
          pointer: z
            .string()
            .meta({ description: 'JSON pointer within the entry.', examples: ['/valueQuantity/unit'] }),
          code: text('What is wrong, for programs.', { example: 'not_a_choice' }),
          detail: text("The same in the caller's language.", {
            example: 'This must be one of: kg, lbs.',
            maximum: 2_000,
          }),
        }),
      )
      .meta({ description: 'What there is to say about it.' }),
  }),
)

export const ImportOutcome = z
  .object({
    person: choice(
      ['same', 'different', 'unknown'],
      'How the patient compares with the person whose account it is; `unknown` where none is named.',
    ),
    imported: wholeNumber('Entries that are new in the record.', { example: 42 }),
    updated: wholeNumber(
      'Entries that came before and say something else now; blanks of the account that were filled.',
      {
        example: 1,
      },
    ),
    unchanged: wholeNumber('Entries that the record had already.', { example: 7 }),
    removed: wholeNumber('Rows that went because their source calls them a mistake.', { example: 0 }),
    refused: EntryRemarks.meta({ description: 'Entries that were not taken in, and why.' }),
    notes: EntryRemarks.meta({
      description: 'Entries that were taken in with something assumed, or left out on purpose.',
    }),
  })
  .meta({ id: 'FhirImport' })

export type FhirImportOutcome = z.output<typeof ImportOutcome>

const errors = [FhirNotReadable, FhirBundleNotTaken, FhirTooManyEntries, FhirSomebodyElse]

const acknowledge = flag('The person knows that it names somebody else, and says that it is theirs.', {
  example: false,
})

/** What an import is asked with. The same content again is the same request. */
export const FhirContent = z.strictObject({
  content: text('FHIR R4 as JSON: a bundle, one resource, or one resource a line.', {
    example:
      '{"resourceType":"AllergyIntolerance","id":"1","code":{"text":"Penicillin"},"patient":{"reference":"Patient/1"}}',
    maximum: MOST_CHARACTERS,
  }),
  acknowledge_person: acknowledge.default(false),
})

const definition = {
  name: 'fhir.import',
  summary: 'Take in a record from another program (HL7 FHIR R4)',
  effect: 'write',
  output: ImportOutcome,
  errors,
} as const

/**
 * For programs that speak MCP. Files do not come this way, so neither do reports with values, whose document is a file: they
 * are named, and the rest is taken in.
 */
export const importFhir = defineOperation({
  ...definition,
  input: FhirContent,
  tool: { guidance: 'tools/fhir', confirm: 'always' },
  told: ({ content }) => ({ content: `${Math.ceil(String(content).length / 1_000)} kB` }),
  run: (scope, { content, acknowledge_person }) => {
    const { language } = scope.caller
    const plan = planImport(openContent(content), { language, today: scope.now.toISOString().slice(0, 10) })
    const byUpload = plan.files.map(({ path, type }) => ({
      path,
      type,
      errors: [{ pointer: '', code: 'fhir_only_by_upload' }],
    }))
    return bringIn(scope, plan, {
      acknowledgePerson: acknowledge_person,
      staged: new Map(),
      uploads: { imported: 0, unchanged: 0, refused: byUpload },
    })
  },
})

/** The same of a plan whose files are kept already. */
export function importOperation(plan: ImportPlan, settings: KeepSettings) {
  return defineOperation({
    ...definition,
    input: z.strictObject({ content_hash: z.string(), acknowledge_person: z.boolean() }),
    run: (scope) => bringIn(scope, plan, settings),
  })
}

async function bringIn(
  scope: OperationScope,
  plan: ImportPlan,
  settings: KeepSettings,
): Promise<z.input<typeof ImportOutcome>> {
  const kept = await keepImport(scope, plan, settings)
  return { ...counted(kept), refused: told(scope, kept.refused), notes: told(scope, kept.notes) }
}

const counted = ({ person, imported, updated, unchanged, removed }: KeptImport) => ({
  person,
  imported,
  updated,
  unchanged,
  removed,
})

/** In the order in which they came. */
export function inOrder<Each extends { readonly path: string }>(entries: readonly Each[]): Each[] {
  return entries.toSorted((one, other) => one.path.localeCompare(other.path, 'en', { numeric: true }))
}

function told({ caller }: OperationScope, remarks: readonly EntryRemark[]) {
  return inOrder(remarks).map(({ path, type, errors: found }) => ({
    path,
    resource_type: type,
    errors: found.map((error) => ({
      pointer: error.pointer,
      code: error.code,
      detail: fieldErrorText(error, caller.language),
    })),
  }))
}
