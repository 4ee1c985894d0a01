import { Tabs as RadixTabs } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Tab<Value extends string> = {
  readonly value: Value
  readonly label: string
  /** A count or a state beside the label. */
  readonly badge?: ReactNode
  readonly content: ReactNode
}

/** Tabs over panels that fill the rest of the height; each panel scrolls by itself. */
export function Tabs<Value extends string>({
  label,
  value,
  onChange,
  tabs,
  trailing,
}: {
  /** What the tabs choose between, for screen readers. */
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly tabs: readonly Tab<Value>[]
  /** Something at the end of the row of tabs, such as a close button. */
  readonly trailing?: ReactNode
}) {
  return (
    <RadixTabs.Root
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      className="flex h-full min-h-0 flex-col"
    >
      <div className="flex h-14 shrink-0 items-center gap-2 border-b border-line px-4">
        <RadixTabs.List aria-label={label} className="flex h-full min-w-0 flex-1 gap-5">
          {tabs.map((tab) => (
            <RadixTabs.Trigger key={tab.value} value={tab.value} className={trigger}>
              {tab.label}
              {tab.badge}
            </RadixTabs.Trigger>
          ))}
        </RadixTabs.List>
        {trailing}
      </div>
      {tabs.map((tab) => (
        <RadixTabs.Content key={tab.value} value={tab.value} className="min-h-0 flex-1 overflow-y-auto">
          {tab.content}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  )
}

const trigger = classNames(
  'flex items-center gap-1.5 border-b-2 border-transparent pt-0.5 text-sm font-medium whitespace-nowrap text-muted transition-colors',
  'hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink focus-visible:-outline-offset-2',
)
