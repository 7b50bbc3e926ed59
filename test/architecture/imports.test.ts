import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTypeScriptConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { describe, expect, it } from 'vitest'
import { importRules } from './import-rules.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const canaries = fileURLToPath(new URL('./canaries', import.meta.url))

async function violations(baseDir: string): Promise<{ rule: string; from: string; to: string }[]> {
  const { output } = await cruise(
    ['src'],
    { ...importRules.options, ruleSet: importRules, validate: true, baseDir },
    undefined,
    { tsConfig: extractTypeScriptConfig(path.join(root, 'tsconfig.json')) },
  )
  const result = output as ICruiseResult
  // A cruise that read nothing finds nothing wrong: TypeScript's own changes have caused that before.
  expect(result.summary.totalCruised).toBeGreaterThan(10)
  return result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
}

describe('import directions', () => {
  it('hold in the source', async () => {
    expect(await violations(root)).toEqual([])
  })

  it('are guarded by rules that bite: every rule finds its canary', async () => {
    const found = new Set((await violations(canaries)).map(({ rule }) => rule))
    expect([...found].sort()).toEqual((importRules.forbidden ?? []).map(({ name }) => name ?? '').sort())
  })
})
