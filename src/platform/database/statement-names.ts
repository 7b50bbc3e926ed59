/** Uses after which a statement gets a name: what is asked once in a while is not worth keeping on every connection. */
const NAMED_AFTER = 20
/** Each connection keeps the plan of each named statement, some 20 kB. */
const MOST_NAMES = 200
const MOST_COUNTED = 2_000

/**
 * Names of prepared statements. PostgreSQL parses and plans a named statement once a connection instead of every time,
 * which is two thirds of what a short read costs it. Only for a server that gives every connection a session of its own.
 */
export class StatementNames {
  #uses = new Map<string, number>()
  #names = new Map<string, string>()
  #generation = 0

  /** The name to run a statement under, once it has been used often enough. */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known !== undefined || this.#names.size >= MOST_NAMES) return known
    const uses = (this.#uses.get(text) ?? 0) + 1
    if (uses < NAMED_AFTER) {
      if (this.#uses.size >= MOST_COUNTED) this.#uses.clear()
      this.#uses.set(text, uses)
      return undefined
    }
    this.#uses.delete(text)
    const name = `swasthwrap_${this.#generation}_${this.#names.size}`
    this.#names.set(text, name)
    return name
  }

  /** Gives all statements new names: the tables have changed under the old ones. */
  renew(): void {
    this.#names = new Map()
    this.#generation += 1
  }
}
