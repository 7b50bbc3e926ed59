import { useEffect } from 'preact/hooks'
import { type Resource, useResource } from '../../components/use-resource.ts'

/** Often enough to be seen moving, seldom enough for a slow network. */
const EVERY_MILLISECONDS = 1_500

/**
 * As {@link useResource}, asked again and again while somebody works on it.
 * @param isOpen whether there is more to come.
 */
export function useProgress<Value>(
  key: string,
  load: (signal: AbortSignal) => Promise<Value>,
  isOpen: (value: Value) => boolean,
): Resource<Value> {
  const resource = useResource(key, load)
  const { value, loading, reload } = resource
  const isWaiting = !loading && value !== undefined && isOpen(value)
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(reload, EVERY_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [isWaiting, value, reload])
  return resource
}
