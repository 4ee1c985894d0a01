import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { StoredSecret } from './stored-secret.tsx'
import { useSecretForm } from './use-secret-form.ts'

/** A Bedrock API key: entered here, kept by the host, never read back. */
export function ApiKey({ isStored, onChange }: { readonly isStored: boolean; readonly onChange: () => void }) {
  const [token, setToken] = useState('')
  const form = useSecretForm('bearer', onChange)
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        form.save({ kind: 'bearer', token: token.trim() }, () => setToken(''))
      }}
    >
      {isStored && <StoredSecret words="An API key is stored." isBusy={form.isBusy} onForget={form.forget} />}
      <TextField
        label="Bedrock API key"
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={token}
        onChange={setToken}
        hint="Stored encrypted in your system’s vault; where there is none, in memory until the app closes."
      />
      <Button type="submit" isBusy={form.isBusy} disabled={token.trim() === ''}>
        {isStored ? 'Replace the key' : 'Store the key'}
      </Button>
    </form>
  )
}
