import pg from 'pg'

const { builtins } = pg.types

type Parser = (text: string) => unknown

/** What a value looks like in a row, where the driver's own choice does not serve. Given to each client, never set globally. */
const PARSERS = new Map<number, Parser>([
  // A calendar date and a wall-clock time have no zone, so a JavaScript Date would invent one.
  [builtins.DATE, (text) => text],
  [builtins.TIME, (text) => text],
  [builtins.INT8, integerFrom],
  [builtins.NUMERIC, Number],
])

/** Numbers beyond 2^53 keep their digits, as text. */
function integerFrom(text: string): number | string {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : text
}

/** Type parsers in the form that `pg` takes them per client. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    const parser = format === 'binary' ? undefined : PARSERS.get(oid)
    return parser ?? pg.types.getTypeParser(oid, format ?? 'text')
  },
}
