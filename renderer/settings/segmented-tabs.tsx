import { Tabs } from 'radix-ui'
import type { ReactNode } from 'react'

/** Tabs inside a dialog: the height stays as the tallest needs it, so nothing jumps when one is chosen. */
export function SegmentedTabs<Value extends string>({
  label,
  value,
  onChange,
  tabs,
  children,
}: {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly tabs: readonly { readonly value: Value; readonly label: string }[]
  /** The chosen panel's content. */
  readonly children: ReactNode
}) {
  return (
    <Tabs.Root value={value} onValueChange={(next) => onChange(next as Value)}>
      <Tabs.List aria-label={label} className="mb-6 flex gap-1 rounded-xl bg-sunken p-1">
        {tabs.map((tab) => (
          <Tabs.Trigger
            key={tab.value}
            value={tab.value}
            className="h-8 flex-1 rounded-lg text-sm font-medium text-muted transition-colors hover:text-ink data-[state=active]:bg-surface data-[state=active]:text-ink data-[state=active]:shadow-sm"
          >
            {tab.label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value={value} className="min-h-[min(28rem,55vh)] focus-visible:outline-offset-4">
        {children}
      </Tabs.Content>
    </Tabs.Root>
  )
}
