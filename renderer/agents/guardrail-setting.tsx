import { useState } from 'react'
import { inferenceSettings, type InferenceSettings } from '../../shared/inference.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { CacheNote } from './cache-note.ts'
import { SettingRow } from './setting-row.tsx'

type Guardrail = NonNullable<InferenceSettings['guardrail']>

/** A guardrail of the account that checks questions and answers. Both parts are needed, so both are set at once. */
export function GuardrailSetting({
  value,
  unsetWords,
  cacheNote,
  onChange,
}: {
  readonly value: Guardrail | undefined
  readonly unsetWords: string
  readonly cacheNote: CacheNote | undefined
  readonly onChange: (value: Guardrail | undefined) => void
}) {
  const [draft, setDraft] = useState<Guardrail | null>(null)
  const { id, version } = draft ?? value ?? { id: '', version: '' }
  const parsed = inferenceSettings.shape.guardrail.safeParse({ id: id.trim(), version: version.trim() })
  const change = (part: Partial<Guardrail>) => setDraft({ id, version, ...part })
  const isVersionWrong = version.trim() !== '' && !/^(\d{1,8}|DRAFT)$/.test(version.trim())
  return (
    <SettingRow
      label="Guardrail"
      isSet={value !== undefined}
      cacheNote={cacheNote}
      onReset={() => {
        setDraft(null)
        onChange(undefined)
      }}
    >
      <form
        className="grid grid-cols-[1fr_6rem_auto] items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (!parsed.success || parsed.data === undefined) return
          onChange(parsed.data)
          setDraft(null)
        }}
      >
        <TextField
          label="Guardrail ID"
          isLabelHidden
          value={id}
          onChange={(text) => change({ id: text })}
          placeholder={value === undefined ? `${unsetWords} (ID or ARN)` : 'ID or ARN'}
          spellCheck={false}
        />
        <TextField
          label="Guardrail version"
          isLabelHidden
          value={version}
          onChange={(text) => change({ version: text })}
          placeholder="Version"
          spellCheck={false}
          error={isVersionWrong ? 'A number or DRAFT.' : undefined}
        />
        <Button type="submit" disabled={draft === null || !parsed.success}>
          Set
        </Button>
      </form>
    </SettingRow>
  )
}
