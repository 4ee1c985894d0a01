import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { StoredSecret } from './stored-secret.tsx'
import { useSecretForm } from './use-secret-form.ts'

/** AWS access keys: entered here, kept by the host, never read back. */
export function AccessKeys({ isStored, onChange }: { readonly isStored: boolean; readonly onChange: () => void }) {
  const [accessKeyId, setAccessKeyId] = useState('')
  const [secretAccessKey, setSecretAccessKey] = useState('')
  const [sessionToken, setSessionToken] = useState('')
  const form = useSecretForm('keys', onChange)
  const isWhole = accessKeyId.trim() !== '' && secretAccessKey.trim() !== ''
  const clear = () => {
    setAccessKeyId('')
    setSecretAccessKey('')
    setSessionToken('')
  }
  const token = sessionToken.trim()
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        const keys = { accessKeyId: accessKeyId.trim(), secretAccessKey: secretAccessKey.trim() }
        form.save({ kind: 'keys', ...keys, ...(token === '' ? {} : { sessionToken: token }) }, clear)
      }}
    >
      {isStored && <StoredSecret words="Access keys are stored." isBusy={form.isBusy} onForget={form.forget} />}
      <TextField label="Access key ID" value={accessKeyId} onChange={setAccessKeyId} {...plain} />
      <TextField
        label="Secret access key"
        type="password"
        value={secretAccessKey}
        onChange={setSecretAccessKey}
        {...plain}
      />
      <TextField
        label="Session token (only for temporary keys)"
        type="password"
        value={sessionToken}
        onChange={setSessionToken}
        hint="Stored encrypted in your system’s vault; where there is none, in memory until the app closes."
        {...plain}
      />
      <Button type="submit" isBusy={form.isBusy} disabled={!isWhole}>
        {isStored ? 'Replace the keys' : 'Store the keys'}
      </Button>
    </form>
  )
}

const plain = { autoComplete: 'off', spellCheck: false }
