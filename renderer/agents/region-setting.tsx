import { awsRegion } from '../../shared/inference.ts'
import { CommittedField } from '../ui/committed-field.tsx'
import type { CacheNote } from './cache-note.ts'
import { SettingRow } from './setting-row.tsx'

/** Another region than the account's usual one, for this conversation only. Its data goes there. */
export function RegionSetting({
  value,
  unsetWords,
  cacheNote,
  onChange,
}: {
  readonly value: string | undefined
  readonly unsetWords: string
  readonly cacheNote: CacheNote | undefined
  readonly onChange: (value: string | undefined) => void
}) {
  return (
    <SettingRow label="Region" isSet={value !== undefined} onReset={() => onChange(undefined)} cacheNote={cacheNote}>
      <CommittedField
        label="Region"
        isLabelHidden
        value={value ?? ''}
        placeholder={unsetWords}
        check={(text) =>
          text === '' || awsRegion.safeParse(text).success
            ? undefined
            : 'A region looks like us-east-1 or eu-central-1. Leave it empty for the usual one.'
        }
        onCommit={(text) => onChange(text === '' ? undefined : text)}
      />
    </SettingRow>
  )
}
