import { CommittedField } from '../ui/committed-field.tsx'
import type { CacheNote } from './cache-note.ts'
import { checkNumber, type NumberRange } from './check-number.ts'
import { SettingRow } from './setting-row.tsx'

/** A number within limits; an empty field leaves it to whoever decides without it. */
export function NumberSetting({
  label,
  value,
  unsetWords,
  range,
  hint,
  cacheNote,
  onChange,
}: {
  readonly label: string
  readonly value: number | undefined
  /** What holds while it is not set. */
  readonly unsetWords: string
  readonly range: NumberRange
  readonly hint?: string
  readonly cacheNote: CacheNote | undefined
  readonly onChange: (value: number | undefined) => void
}) {
  return (
    <SettingRow label={label} isSet={value !== undefined} onReset={() => onChange(undefined)} cacheNote={cacheNote}>
      <CommittedField
        label={label}
        isLabelHidden
        value={value === undefined ? '' : String(value)}
        placeholder={unsetWords}
        {...(hint === undefined ? {} : { hint })}
        check={(text) => {
          const checked = checkNumber(text, range)
          return checked.kind === 'wrong' ? checked.sentence : undefined
        }}
        onCommit={(text) => {
          const checked = checkNumber(text, range)
          if (checked.kind !== 'wrong') onChange(checked.kind === 'number' ? checked.value : undefined)
        }}
      />
    </SettingRow>
  )
}
