import type { ReactNode } from 'react'
import { RevealedText } from '../ui/revealed-text.tsx'

/** One line of the tree: pictures, the name, and what stands at its end. */
export function EntryRow({
  path,
  inset,
  icon,
  isOpen,
  hint,
  onClick,
  children,
}: {
  readonly path: string
  /** Room before it, in pixels. */
  readonly inset: number
  readonly icon: ReactNode
  /** Only what can be opened has it. */
  readonly isOpen?: boolean
  readonly hint?: string
  readonly onClick: () => void
  readonly children?: ReactNode
}) {
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      title={hint}
      onClick={onClick}
      style={{ paddingLeft: inset }}
      className="flex w-full items-center gap-2 rounded-md py-1.5 pr-2 text-left text-[13px] transition-colors hover:bg-hover focus-visible:-outline-offset-2 [&_svg]:shrink-0 [&_svg]:text-muted"
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">
        <RevealedText text={path.slice(path.lastIndexOf('/') + 1)} isOneLine />
      </span>
      {children}
    </button>
  )
}
