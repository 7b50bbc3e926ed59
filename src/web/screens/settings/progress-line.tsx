import { useId } from 'preact/hooks'
import { formatPercent } from '../../words/format.ts'

/** How far something is. @param percent 0 to 100; none where nobody can say. */
export function ProgressLine({ label, percent }: { label: string; percent?: number }) {
  const id = useId()
  return (
    <div class="progress-line">
      <span id={id} role="status">
        {label}
      </span>
      {percent !== undefined && (
        <span class="small soft" aria-hidden="true">
          {formatPercent(percent / 100)}
        </span>
      )}
      <progress aria-labelledby={id} max={100} {...(percent === undefined ? {} : { value: percent })} />
    </div>
  )
}
