import { useState, type ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { createPressGuard } from './press-guard.ts'

/** One answer. It is pressed on purpose or not at all: see `press-guard.ts`. */
export function AnswerButton({
  label,
  isArmed,
  onAnswer,
  icon,
  isDenial = false,
  children,
}: {
  readonly label: string
  readonly isArmed: boolean
  readonly onAnswer: () => void
  readonly icon?: ReactNode
  readonly isDenial?: boolean
  /** What the answer covers, in words. */
  readonly children?: ReactNode
}) {
  const [guard] = useState(createPressGuard)
  return (
    <button
      type="button"
      disabled={!isArmed}
      onPointerDown={() => guard.pointerDown({ isArmed })}
      onPointerLeave={guard.pointerCancel}
      onPointerCancel={guard.pointerCancel}
      onKeyDown={(event) => guard.refusesKey(event) && event.preventDefault()}
      onClick={(event) => guard.accepts(event.nativeEvent) && onAnswer()}
      className={classNames(
        'flex min-w-0 items-start gap-3 rounded-xl border border-line bg-surface px-4 py-2.5 text-left transition-colors enabled:hover:border-line-strong enabled:hover:bg-hover disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0',
        isDenial && '[&_svg]:text-danger',
        !isDenial && '[&_svg]:text-accent',
      )}
    >
      {icon}
      <span className="min-w-0 flex-1">
        <span className="block text-sm font-medium">{label}</span>
        {children !== undefined && <span className="mt-0.5 block text-xs text-muted">{children}</span>}
      </span>
    </button>
  )
}
