import { Check, DatabaseZap } from 'lucide-react'
import type { ReactNode } from 'react'

/** One thing a picker offers. Options of one picker share `name`, so arrow keys move between them. */
export function PickerOption({
  name,
  isChosen,
  label,
  detail,
  description,
  effect,
  onPick,
}: {
  readonly name: string
  readonly isChosen: boolean
  readonly label: string
  readonly detail?: string | undefined
  readonly description: ReactNode
  /** What picking it would do, where that is worth knowing before. */
  readonly effect?: string | undefined
  readonly onPick: (by: 'pointer' | 'keyboard') => void
}) {
  return (
    <label className="relative flex cursor-pointer gap-3 rounded-xl px-3 py-2.5 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        name={name}
        checked={isChosen}
        onChange={() => onPick('keyboard')}
        onClick={(event) => event.detail > 0 && onPick('pointer')}
        className="absolute size-px opacity-0"
      />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-3">
          <span className="min-w-0 flex-1 truncate text-sm font-medium">{label}</span>
          {detail !== undefined && <span className="shrink-0 text-xs tabular-nums text-muted">{detail}</span>}
        </span>
        <span className="mt-0.5 block text-xs leading-5 text-muted">{description}</span>
        {effect !== undefined && (
          <span className="mt-0.5 flex items-start gap-1.5 text-xs leading-5 text-muted">
            <DatabaseZap aria-hidden className="mt-1 size-3 shrink-0 text-warning" />
            {effect}
          </span>
        )}
      </span>
      <Check aria-hidden className={isChosen ? 'mt-0.5 size-4 text-accent' : 'mt-0.5 size-4 opacity-0'} />
    </label>
  )
}
