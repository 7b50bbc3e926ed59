import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DCLinter } from 'dclint'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

/*
 * No container engine is needed to say whether the files are well-formed and every container has what a hospital's
 * operator looks for.
 */

interface Service {
  readonly image: string
  readonly build?: string
  readonly user?: string
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
  readonly security_opt?: readonly string[]
  readonly restart?: string
  readonly mem_limit?: string
  readonly pids_limit?: number
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, unknown>>
}
const services = Object.entries(compose.services)
const builds = services.flatMap(([, { build }]) => (build === undefined ? [] : [build]))
const dockerfileIn = (folder: string) => (folder === '.' ? 'Dockerfile' : `${folder}/Dockerfile`)
const dockerfiles = [...new Set(builds)].map(dockerfileIn)
const lastUser = (dockerfile: string) => [...read(dockerfile).matchAll(/^USER (.+)$/gm)].at(-1)?.[1]

describe('docker-compose.yml', () => {
  it('is as the specification of Compose says', () => {
    const linter = new DCLinter({
      rules: { 'no-build-and-image': 0, 'service-image-require-explicit-tag': 0 },
      quiet: true,
      debug: false,
      exclude: [],
    })
    const [result] = linter.lintFiles([fileURLToPath(new URL('../../docker-compose.yml', import.meta.url))], false)
    expect(result?.messages.filter(({ type }: { readonly type: string }) => type === 'error')).toEqual([])
  })

  it.each(services)('%s is hardened, bounded and watched', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: 'unless-stopped',
      mem_limit: expect.stringMatching(/^\d+[mg]$/),
      pids_limit: expect.any(Number),
    })
    const dockerfile = service.build === undefined ? undefined : dockerfileIn(service.build)
    expect(
      service.healthcheck?.test[0] ?? /^HEALTHCHECK .*CMD/ms.exec(dockerfile ? read(dockerfile) : '')?.[0],
    ).toContain('CMD')
    const user = service.user ?? (dockerfile && lastUser(dockerfile))
    expect(user).toMatch(/^(?!root|0\b)\w/)
    expect(service.image).not.toMatch(/:latest$/)
  })

  it.each(services)('%s listens, if at all, to this machine alone', (_, { ports = [] }) => {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
  })

  it('names volumes and programs that there are, and settings that there are', () => {
    const known = read('src/config.ts')
    for (const [, { volumes = [], command = [], environment = {}, build }] of services) {
      for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '')
      if (build !== '.') continue
      for (const file of command.join(' ').match(/(?:src|workers)\/[\w/-]+\.ts/g) ?? []) expect(read(file)).toBeTruthy()
      for (const name of Object.keys(environment)) expect(known).toContain(`  ${name}: `)
    }
  })

  it('keeps no secret', () => {
    for (const name of ['MASTER_KEY', 'POSTGRES_PASSWORD', 'BACKUP_PASSPHRASE']) {
      expect(read('docker-compose.yml')).toContain(`\${${name}:?`)
    }
  })
})

describe('Dockerfiles', () => {
  it.each(dockerfiles)('%s has no fault', (dockerfile) => {
    expect(validate(read(dockerfile))).toEqual([])
    expect(lastUser(dockerfile)).toMatch(/^(?!root)/)
    // A shell as the first process would keep signals from the program.
    expect(read(dockerfile)).not.toMatch(/^(?:CMD|ENTRYPOINT) (?!\[)/m)
    for (const [, image] of read(dockerfile).matchAll(/^FROM (\S+)/gm)) expect(image).toMatch(/:(?!latest)/)
  })
})
