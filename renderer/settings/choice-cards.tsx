import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'

type ChoiceCard<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly description?: string
  readonly icon?: ReactNode
}

/** A few choices side by side, each with what it means. */
export function ChoiceCards<Value extends string>({
  label,
  value,
  onChange,
  choices,
}: {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly choices: readonly ChoiceCard<Value>[]
}) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      className="grid auto-cols-fr gap-3 sm:grid-flow-col"
    >
      {choices.map((choice) => (
        <RadioGroup.Item
          key={choice.value}
          value={choice.value}
          className="flex flex-col items-start gap-1 rounded-xl border border-line bg-surface px-4 py-3 text-left transition-colors hover:bg-hover data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft"
        >
          <span className="flex items-center gap-2 text-sm font-medium [&_svg]:size-4">
            {choice.icon}
            {choice.label}
          </span>
          {choice.description !== undefined && <span className="text-xs text-muted">{choice.description}</span>}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
