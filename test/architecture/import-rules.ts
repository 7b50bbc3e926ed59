import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser'

/**
 * Which way imports may point. Data flows one way, and so do imports:
 * web, app → assistant, reader, domains → operations → platform → clinical.
 * Each rule has a canary under test/architecture/canaries that must break it.
 */
const layer = (name: string, reach: string[]): IForbiddenRuleType => ({
  name: `${name}-knows-only-what-is-below`,
  severity: 'error',
  from: { path: `^src/${name}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^src/', pathNot: [`^src/${name}/`, ...reach.map((below) => `^src/${below}/`)] },
})

export const importRules: IConfiguration = {
  forbidden: [
    layer('clinical', []),
    layer('platform', ['clinical']),
    layer('operations', ['platform', 'clinical']),
    layer('reader', ['platform', 'clinical']),
    layer('domains', ['operations', 'platform', 'clinical', 'reader']),
    layer('assistant', ['domains', 'operations', 'reader', 'platform', 'clinical']),
    layer('runtime', ['platform', 'clinical']),
    {
      name: 'the-page-takes-only-types-from-the-server',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/', pathNot: '^src/web/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a-domain-is-entered-by-its-index',
      severity: 'error',
      from: { path: '^src/domains/([^/]+)/' },
      to: { path: '^src/domains/([^/]+)/', pathNot: ['^src/domains/$1/', '^src/domains/[^/]+/index\\.ts$'] },
    },
    {
      name: 'outsiders-enter-a-domain-by-its-index',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/domains/' },
      to: { path: '^src/domains/[^/]+/', pathNot: '^src/domains/[^/]+/index\\.ts$' },
    },
    {
      name: 'clinical-does-no-io',
      severity: 'error',
      from: { path: '^src/clinical/', pathNot: '\\.test\\.ts$' },
      // `module` only lets a heavy package be loaded at its first use.
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?module$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'source-does-not-know-its-tests',
      severity: 'error',
      from: { path: '^(src|workers|migrations)/', pathNot: '\\.test\\.ts$' },
      to: { path: '(^test/|\\.test\\.ts$)' },
    },
    {
      name: 'only-the-database-folder-speaks-to-pg',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/platform/database/', '^src/runtime/', '\\.test\\.ts$'] },
      to: { path: 'node_modules/(pg|@types/pg|@electric-sql)/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      // Some packages are types and nothing else.
      mainFields: ['main', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
}
