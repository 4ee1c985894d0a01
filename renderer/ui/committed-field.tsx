import { useState, type ReactNode } from 'react'
import { TextField } from './text-field.tsx'

/** A field whose value takes effect when it is left or Enter is pressed, and only when it is right. Escape takes it back. */
export function CommittedField({
  label,
  isLabelHidden = false,
  value,
  placeholder,
  hint,
  check,
  onCommit,
}: {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly value: string
  readonly placeholder?: string
  readonly hint?: ReactNode
  /** What is wrong with a value, if anything. */
  readonly check: (value: string) => string | undefined
  readonly onCommit: (value: string) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? value
  const error = draft === null ? undefined : check(draft.trim())
  const commit = () => {
    if (draft === null || error !== undefined) return
    if (draft.trim() !== value) onCommit(draft.trim())
    setDraft(null)
  }
  return (
    <TextField
      label={label}
      isLabelHidden={isLabelHidden}
      value={text}
      error={error}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(hint === undefined ? {} : { hint })}
      spellCheck={false}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key !== 'Escape' || draft === null) return
        // Escape belongs to the field while something in it can be taken back; only then to the dialog.
        event.stopPropagation()
        setDraft(null)
      }}
    />
  )
}
