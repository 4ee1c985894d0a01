import { ChevronRight } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A heading that shows and hides what is under it. What is hidden is not rendered. */
export function Disclosure({
  label,
  isOpenAtFirst = false,
  children,
}: {
  readonly label: ReactNode
  readonly isOpenAtFirst?: boolean
  readonly children: ReactNode
}) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const id = useId()
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        className="-mx-1 inline-flex items-center gap-1 rounded-md px-1 py-0.5 text-xs font-medium text-muted hover:text-ink"
      >
        <ChevronRight aria-hidden className={classNames('size-3.5 transition-transform', isOpen && 'rotate-90')} />
        {label}
      </button>
      {isOpen && (
        <div id={id} className="mt-2">
          {children}
        </div>
      )}
    </div>
  )
}
