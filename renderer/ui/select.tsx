import { Check, ChevronDown } from 'lucide-react'
import { Select as RadixSelect } from 'radix-ui'
import { classNames } from './class-names.ts'

export type SelectOption<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly description?: string
}

export function Select<Value extends string>({
  label,
  value,
  onChange,
  options,
  disabled = false,
  className,
}: {
  /** What is chosen, for screen readers. */
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly SelectOption<Value>[]
  readonly disabled?: boolean
  readonly className?: string
}) {
  return (
    <RadixSelect.Root value={value} onValueChange={(next) => onChange(next as Value)} disabled={disabled}>
      <RadixSelect.Trigger aria-label={label} className={classNames(trigger, className)}>
        <RadixSelect.Value />
        <RadixSelect.Icon asChild>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
        </RadixSelect.Icon>
      </RadixSelect.Trigger>
      <RadixSelect.Portal>
        <RadixSelect.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-60 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden rounded-xl border border-line bg-surface p-1 shadow-raised"
        >
          <RadixSelect.Viewport>
            {options.map((option) => (
              <RadixSelect.Item key={option.value} value={option.value} className={item}>
                <div className="min-w-0">
                  <RadixSelect.ItemText>{option.label}</RadixSelect.ItemText>
                  {option.description !== undefined && (
                    <div className="max-w-80 text-xs text-muted">{option.description}</div>
                  )}
                </div>
                <RadixSelect.ItemIndicator className="absolute right-2.5">
                  <Check aria-hidden className="size-4 text-accent" />
                </RadixSelect.ItemIndicator>
              </RadixSelect.Item>
            ))}
          </RadixSelect.Viewport>
        </RadixSelect.Content>
      </RadixSelect.Portal>
    </RadixSelect.Root>
  )
}

const trigger =
  'inline-flex h-9 items-center justify-between gap-2 rounded-lg border border-line bg-surface px-3 text-sm transition-colors hover:bg-hover disabled:cursor-not-allowed disabled:opacity-50'

const item =
  'relative flex cursor-pointer items-center rounded-lg py-2 pr-9 pl-3 text-sm outline-none select-none data-highlighted:bg-hover'
