/** How a suite is to be run. */
export interface SuiteOptions {
  /** Small enough to try it in under a minute; figures of a quick run are not kept. */
  readonly quick: boolean
}

/** A suite measures, and gives its figures as Markdown without a heading. */
export interface Suite {
  readonly title: string
  readonly run: (options: SuiteOptions) => Promise<string>
}

/** What is going on, for whoever waits. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
