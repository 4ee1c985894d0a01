import { DropdownMenu } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A list of actions behind a button. */
export function Menu({
  trigger,
  align = 'end',
  children,
}: {
  readonly trigger: ReactElement
  readonly align?: 'start' | 'center' | 'end'
  readonly children: ReactNode
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-44 rounded-xl border border-line bg-surface p-1 shadow-raised"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

export function MenuItem({
  icon,
  isDanger = false,
  disabled = false,
  onSelect,
  children,
}: {
  readonly icon?: ReactNode
  readonly isDanger?: boolean
  readonly disabled?: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
}) {
  return (
    <DropdownMenu.Item
      disabled={disabled}
      onSelect={onSelect}
      className={classNames(
        'flex cursor-pointer items-center gap-2.5 rounded-lg px-3 py-2 text-sm outline-none select-none data-disabled:cursor-not-allowed data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
        isDanger ? 'text-danger data-highlighted:bg-danger-soft' : 'data-highlighted:bg-hover [&_svg]:text-muted',
      )}
    >
      {icon}
      {children}
    </DropdownMenu.Item>
  )
}
