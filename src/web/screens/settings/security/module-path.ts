/**
 * The dark modules of a matrix as the path of an SVG whose unit is one module, a run of a row at a time.
 * @param modules rows from the top, `true` for dark.
 */
export function modulePath(modules: readonly (readonly boolean[])[]): string {
  return modules.map((row, y) => rowPath(row, y)).join('')
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  let start = -1
  // One step beyond the end closes a run that reaches it.
  for (let x = 0; x <= row.length; x += 1) {
    const isDark = row[x] === true
    if (isDark && start < 0) start = x
    if (!isDark && start >= 0) {
      path += `M${start} ${y}h${x - start}v1h-${x - start}z`
      start = -1
    }
  }
  return path
}
