const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Puts our ids in the place of those that are somebody else's here, wherever a value names one. */
export function renamed<Value>(value: Value, newIds: ReadonlyMap<string, string>): Value {
  return newIds.size === 0 ? value : (changed(value, newIds) as Value)
}

function changed(value: unknown, newIds: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return UUID.test(value) ? (newIds.get(value) ?? value) : value
  if (Array.isArray(value)) return value.map((each) => changed(each, newIds))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, changed(each, newIds)]))
}
