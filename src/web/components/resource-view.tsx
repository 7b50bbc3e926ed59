import type { ComponentChildren } from 'preact'
import { ErrorNotice } from './error-notice.tsx'
import { Spinner } from './spinner.tsx'
import type { Resource } from './use-resource.ts'

/**
 * What came from the server. While it is on its way that is shown; where it does not come, why, and how to ask again.
 * @param children draw what came.
 */
export function ResourceView<Value>({
  resource: { value, error, reload },
  children,
}: {
  resource: Resource<Value>
  children: (value: Value) => ComponentChildren
}) {
  if (value !== undefined) return <>{children(value)}</>
  return error === undefined ? <Spinner /> : <ErrorNotice error={error} onRetry={reload} />
}
