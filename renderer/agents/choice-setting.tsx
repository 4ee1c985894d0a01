import { Select, type SelectOption } from '../ui/select.tsx'
import type { CacheNote } from './cache-note.ts'
import { SettingRow } from './setting-row.tsx'

/** One of a few values, or none of them: then it is left to whoever decides without it. */
export function ChoiceSetting<Value extends string>({
  label,
  value,
  unsetWords,
  options,
  cacheNote,
  onChange,
}: {
  readonly label: string
  readonly value: Value | undefined
  readonly unsetWords: string
  readonly options: readonly SelectOption<Value>[]
  readonly cacheNote: CacheNote | undefined
  readonly onChange: (value: Value | undefined) => void
}) {
  return (
    <SettingRow label={label} isSet={value !== undefined} onReset={() => onChange(undefined)} cacheNote={cacheNote}>
      <Select<Value | typeof unset>
        label={label}
        className="w-full"
        value={value ?? unset}
        onChange={(chosen) => onChange(chosen === unset ? undefined : chosen)}
        options={[{ value: unset, label: unsetWords }, ...withChosen(options, value)]}
      />
    </SettingRow>
  )
}

const unset = 'unset'

/** What was chosen for another model stays to be seen, though this one does not take it. */
function withChosen<Value extends string>(
  options: readonly SelectOption<Value>[],
  value: Value | undefined,
): readonly SelectOption<Value>[] {
  if (value === undefined || options.some((option) => option.value === value)) return options
  return [...options, { value, label: `${value} (not taken by this model)` }]
}
