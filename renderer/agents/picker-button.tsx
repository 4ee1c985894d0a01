import { ChevronDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

/** The button a picker hangs on: an icon, what is chosen, and that there is more. */
export function PickerButton({
  icon,
  children,
  ...button
}: ComponentProps<'button'> & { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      className="inline-flex h-9 min-w-0 items-center gap-1.5 rounded-lg px-2.5 text-[13px] font-medium text-muted transition-colors hover:bg-hover hover:text-ink disabled:opacity-50 data-[state=open]:bg-hover data-[state=open]:text-ink [&_svg]:shrink-0"
      {...button}
    >
      {icon}
      <span className="truncate">{children}</span>
      <ChevronDown aria-hidden className="size-3.5 opacity-70" />
    </button>
  )
}
