/** One field that was refused. */
export interface FieldProblem {
  /** JSON pointer: `/email`. */
  readonly pointer: string
  readonly code: string
  /** For people, in their language. */
  readonly detail?: string
}

/** An error of the server (RFC 9457). Its texts are for people and in their language. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly status: number
  /** Last part of the problem's type: `email-taken`. */
  readonly type: string
  readonly title: string
  readonly detail: string
  readonly errors: readonly FieldProblem[]
  /** What speaks against it, one by one, where the server asks before it goes on. */
  readonly reasons: readonly string[]

  constructor(status: number, body: unknown) {
    const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
    const text = (name: string): string => (typeof problem[name] === 'string' ? problem[name] : '')
    super(text('title') || `The server answered ${status}`)
    this.status = status
    this.type = text('type').split('/').at(-1)?.split(':').at(-1) ?? ''
    this.title = text('title')
    this.detail = text('detail')
    this.errors = Array.isArray(problem['errors']) ? (problem['errors'] as FieldProblem[]) : []
    this.reasons = Array.isArray(problem['reasons']) ? problem['reasons'].map(String) : []
  }

  /** What is said about one field of the body, if it is at fault. */
  field(name: string): FieldProblem | undefined {
    return this.errors.find(({ pointer }) => pointer === `/${name}`)
  }
}

/** No answer came: the network is down, or the server is. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

/** Something went wrong in this very browser: the picture is none, the passkey was not given. */
export class PageProblem extends Error {
  override name = 'PageProblem'
  /** Of the text that says so, as `t` reads it. */
  readonly key: string

  constructor(key: string, options?: ErrorOptions) {
    super(key, options)
    this.key = key
  }
}
