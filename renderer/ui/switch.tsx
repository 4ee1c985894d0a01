import { Switch as RadixSwitch } from 'radix-ui'
import { useId, type ReactNode } from 'react'

/** Something that is on or off and acts at once. */
export function Switch({
  label,
  description,
  isOn,
  onChange,
  disabled = false,
}: {
  readonly label: string
  readonly description?: ReactNode
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly disabled?: boolean
}) {
  const id = useId()
  const descriptionId = useId()
  return (
    <div className="flex items-start justify-between gap-6">
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {description !== undefined && (
          <div id={descriptionId} className="mt-0.5 text-sm text-muted">
            {description}
          </div>
        )}
      </div>
      <RadixSwitch.Root
        id={id}
        checked={isOn}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={description === undefined ? undefined : descriptionId}
        className="mt-0.5 h-5 w-9 shrink-0 rounded-full border border-line-strong bg-sunken p-px transition-colors disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <RadixSwitch.Thumb className="block size-4 rounded-full bg-line-strong transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
      </RadixSwitch.Root>
    </div>
  )
}
