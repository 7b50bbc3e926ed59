/** Everything before the hosts of a `postgresql://` address, the hosts, and everything behind them. */
const PARTS = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*)(.*)$/i

/**
 * The servers that an address names, each as an address of its own: several hosts stand in it with commas between, as PostgreSQL's
 * own programs have it (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-MULTIPLE-HOSTS).
 */
export function addressesOf(databaseUrl: string): readonly [string, ...string[]] {
  const [, before, hosts, behind] = PARTS.exec(databaseUrl) ?? []
  if (before === undefined || hosts === undefined || !hosts.includes(',')) return [databaseUrl]
  const [first = '', ...others] = hosts.split(',').map((host) => `${before}${host}${behind}`)
  return [first, ...others]
}
