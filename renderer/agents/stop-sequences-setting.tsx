import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { RevealedText } from '../ui/revealed-text.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { CacheNote } from './cache-note.ts'
import { SettingRow } from './setting-row.tsx'

/** How many the service takes, and how long each may be. */
const most = 4
const longest = 200

/** Words at which an answer ends. */
export function StopSequencesSetting({
  value,
  unsetWords,
  cacheNote,
  onChange,
}: {
  readonly value: readonly string[] | undefined
  readonly unsetWords: string
  readonly cacheNote: CacheNote | undefined
  readonly onChange: (value: string[] | undefined) => void
}) {
  const [text, setText] = useState('')
  const sequences = value ?? []
  const error = whatIsWrong(text, sequences)
  const isFull = sequences.length >= most
  const remove = (at: number) => {
    const rest = sequences.filter((_, index) => index !== at)
    onChange(rest.length === 0 ? undefined : rest)
  }
  return (
    <SettingRow
      label="Stop sequences"
      isSet={value !== undefined}
      onReset={() => onChange(undefined)}
      cacheNote={cacheNote}
    >
      {sequences.length > 0 && (
        <ul aria-label="Stop sequences" className="mb-2 flex flex-wrap gap-1.5">
          {sequences.map((sequence, at) => (
            <li
              key={sequence}
              className="flex max-w-full items-center gap-1 rounded-lg bg-hover py-1 pr-1 pl-2 text-xs"
            >
              <RevealedText text={sequence} className="min-w-0 truncate font-mono" />
              <button
                type="button"
                aria-label={`Remove stop sequence ${at + 1}`}
                className="rounded p-0.5 text-muted hover:text-ink"
                onClick={() => remove(at)}
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {!isFull && (
        <form
          className="flex items-start gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (text === '' || error !== undefined) return
            onChange([...sequences, text])
            setText('')
          }}
        >
          <TextField
            className="min-w-0 flex-1"
            label="New stop sequence"
            isLabelHidden
            value={text}
            onChange={setText}
            placeholder={sequences.length === 0 ? unsetWords : 'Another one'}
            spellCheck={false}
            error={error}
          />
          <Button type="submit" disabled={text === '' || error !== undefined}>
            <Plus aria-hidden /> Add
          </Button>
        </form>
      )}
    </SettingRow>
  )
}

function whatIsWrong(text: string, sequences: readonly string[]): string | undefined {
  if (text !== '' && text.trim() === '') return 'The service takes no sequence of blanks only.'
  if (text.length > longest) return `A sequence has at most ${longest} characters.`
  return sequences.includes(text) ? 'This sequence is in the list.' : undefined
}
