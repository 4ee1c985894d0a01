import { useCallback, useEffect, useState } from 'react'
import { awsRegion } from '../../shared/inference.ts'
import type { BedrockAuth, Settings } from '../../shared/settings.ts'
import { loadCredentialStatus, type CredentialStatus } from '../state/credentials.ts'
import { failed, loading, ready, type Loaded } from '../state/loaded.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Select } from '../ui/select.tsx'
import { AccessKeys } from './access-keys.tsx'
import { ApiKey } from './api-key.tsx'
import { changeSettings } from './change-settings.ts'
import { CommittedField } from '../ui/committed-field.tsx'

type Bedrock = Settings['bedrock']

/** The region, and as whom Bedrock is called. */
export function BedrockAccount({ bedrock }: { readonly bedrock: Bedrock }) {
  const { status, reload } = useCredentialStatus()
  const known = status.kind === 'ready' ? status.value : undefined
  const change = (patch: Partial<Bedrock>) => changeSettings({ bedrock: { ...bedrock, ...patch } })
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <CommittedField
          label="Region"
          value={bedrock.region}
          check={(region) =>
            awsRegion.safeParse(region).success ? undefined : 'A region looks like us-east-1 or eu-central-1.'
          }
          onCommit={(region) => change({ region })}
        />
        <div>
          <p className="mb-1.5 text-sm font-medium">Sign in with</p>
          <Select
            label="Sign in with"
            className="w-full"
            value={bedrock.auth.kind}
            onChange={(kind) => {
              const auth = authOf(kind, known)
              if (auth !== undefined) change({ auth })
            }}
            options={[
              {
                value: 'default',
                label: 'What this machine has',
                description: 'Environment, shared config, or the role of this machine, in AWS’s own order.',
              },
              {
                value: 'profile',
                label: 'A named profile',
                description: 'From your AWS config file. Single sign-on works, too.',
              },
              { value: 'keys', label: 'Access keys', description: 'Entered here.' },
              { value: 'bearer', label: 'Bedrock API key', description: 'Entered here.' },
            ]}
          />
        </div>
      </div>
      {status.kind === 'failed' && <ErrorNote error={status.error} onRetry={reload} />}
      {known !== undefined && <Details auth={bedrock.auth} status={known} onChange={change} onSecretChange={reload} />}
    </div>
  )
}

function authOf(kind: BedrockAuth['kind'], status: CredentialStatus | undefined): BedrockAuth | undefined {
  if (kind !== 'profile') return { kind }
  // Until another one is chosen; AWS's own name for the one without a name.
  return { kind, profile: status?.profiles[0] ?? 'default' }
}

function Details({
  auth,
  status,
  onChange,
  onSecretChange,
}: {
  readonly auth: BedrockAuth
  readonly status: CredentialStatus
  readonly onChange: (patch: Partial<Bedrock>) => void
  readonly onSecretChange: () => void
}) {
  switch (auth.kind) {
    case 'default':
      return null
    case 'profile':
      return status.profiles.length === 0 ? (
        <CommittedField
          label="Profile"
          value={auth.profile}
          hint="No profiles were found in your AWS config file. `aws configure sso` makes one."
          check={(profile) => (profile === '' ? 'Enter the name of a profile.' : undefined)}
          onCommit={(profile) => onChange({ auth: { kind: 'profile', profile } })}
        />
      ) : (
        <div>
          <p className="mb-1.5 text-sm font-medium">Profile</p>
          <Select
            label="Profile"
            className="w-full"
            value={auth.profile}
            onChange={(profile) => onChange({ auth: { kind: 'profile', profile } })}
            options={[...new Set([...status.profiles, auth.profile])].map((name) => ({ value: name, label: name }))}
          />
        </div>
      )
    case 'keys':
      return <AccessKeys isStored={status.hasKeys} onChange={onSecretChange} />
    case 'bearer':
      return <ApiKey isStored={status.hasBearer} onChange={onSecretChange} />
  }
}

function useCredentialStatus(): { readonly status: Loaded<CredentialStatus>; readonly reload: () => void } {
  const [status, setStatus] = useState<Loaded<CredentialStatus>>(loading)
  const reload = useCallback(() => {
    loadCredentialStatus().then(ready, failed).then(setStatus).catch(console.error)
  }, [])
  useEffect(reload, [reload])
  return { status, reload }
}
