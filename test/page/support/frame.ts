import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { startBrowser } from './browser.ts'
import { type VisitOptions, type Visitor, visit } from './visitor.ts'

export interface Place {
  readonly address: string
  readonly close: () => Promise<unknown>
}

export interface Frame {
  readonly browser: Browser
  readonly address: string
  /** Somebody who leaves when the test is over, and in whose browser nothing went wrong until then. */
  visit(options: VisitOptions): Promise<Visitor>
}

/**
 * A browser and a server for the tests of a file.
 * @param start starts a server for these tests alone; without it they share one with other files.
 */
export function useFrame(start?: () => Promise<Place>): Frame {
  let browser: Browser | undefined
  let own: Place | undefined
  let visitors: Visitor[] = []

  beforeAll(async () => {
    ;[browser, own] = await Promise.all([startBrowser(), start?.()])
  })
  afterEach(async () => {
    const gone = visitors
    visitors = []
    await Promise.all(gone.map((visitor) => visitor.leave()))
    expect(gone.flatMap(({ complaints }) => complaints)).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await own?.close()
  })

  return {
    get browser() {
      if (!browser) throw new Error('The browser is not there before the tests begin')
      return browser
    },
    get address() {
      return own?.address ?? inject('pageAddress')
    },
    async visit(options) {
      const visitor = await visit(this.browser, options.address ?? this.address, options)
      visitors.push(visitor)
      return visitor
    },
  }
}
