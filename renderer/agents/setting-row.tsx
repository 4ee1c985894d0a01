import { RotateCcw } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { IconButton } from '../ui/icon-button.tsx'
import type { CacheNote } from './cache-note.ts'

/** One setting: its name, its control, the way back to what holds without it, and what changing it does to the cache. */
export function SettingRow({
  label,
  isSet,
  onReset,
  cacheNote,
  children,
}: {
  readonly label: string
  readonly isSet: boolean
  readonly onReset: () => void
  /** A loss is always to be seen, since it is said before the change; that nothing is lost, while one is at it. */
  readonly cacheNote: CacheNote | undefined
  readonly children: ReactNode
}) {
  const noteId = useId()
  return (
    <fieldset className="group min-w-0" aria-describedby={cacheNote === undefined ? undefined : noteId}>
      {/* The legend names the group; the line beside it is what is seen, since a legend does not lie in a flex row. */}
      <legend className="sr-only">{label}</legend>
      <div className="mb-1 flex h-7 items-center justify-between gap-2">
        <span aria-hidden className="text-[13px] font-medium">
          {label}
        </span>
        {isSet && (
          <IconButton label={`Reset ${label.toLowerCase()}`} size="small" tooltipSide="top" onClick={onReset}>
            <RotateCcw />
          </IconButton>
        )}
      </div>
      {children}
      {cacheNote !== undefined && (
        <p
          id={noteId}
          className={
            cacheNote.isLoss ? 'mt-1.5 text-xs text-muted' : 'mt-1.5 hidden text-xs text-muted group-focus-within:block'
          }
        >
          {cacheNote.words}
        </p>
      )}
    </fieldset>
  )
}
