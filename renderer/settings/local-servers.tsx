import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { localServer, type LocalServer } from '../../shared/settings.ts'
import { loadModels } from '../state/models.ts'
import { updateSettings } from '../state/settings.ts'
import { showFailure } from '../state/toasts.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Section } from './section.tsx'

/** Model servers of the person's own: Ollama, LM Studio, llama.cpp, or any that speaks OpenAI's protocol. */
export function LocalServers({ servers }: { readonly servers: readonly LocalServer[] }) {
  const [label, setLabel] = useState('')
  const [baseUrl, setBaseUrl] = useState('')
  const parsed = localServer.safeParse({ label: label.trim(), baseUrl: baseUrl.trim() })
  const isTaken = servers.some((server) => server.baseUrl === baseUrl.trim())
  return (
    <Section
      title="Local servers"
      description="Models on your own machine or network: Ollama, LM Studio, llama.cpp, or any server that speaks OpenAI’s protocol."
    >
      {servers.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line">
          {servers.map((server) => (
            <li key={server.baseUrl} className="flex items-center gap-3 py-2 pr-2 pl-4">
              <div className="min-w-0 flex-1">
                <p className="text-sm font-medium">{server.label}</p>
                <p className="font-mono text-xs wrap-anywhere text-muted">{server.baseUrl}</p>
              </div>
              <IconButton
                label={`Remove ${server.label}`}
                size="small"
                onClick={() => save(servers.filter((other) => other !== server))}
              >
                <Trash2 />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form
        className="grid items-start gap-3 sm:grid-cols-[10rem_1fr_auto]"
        onSubmit={(event) => {
          event.preventDefault()
          if (!parsed.success) return
          save([...servers, parsed.data])
          setLabel('')
          setBaseUrl('')
        }}
      >
        <TextField label="Name" isLabelHidden value={label} onChange={setLabel} placeholder="Ollama" />
        <TextField
          label="Address"
          isLabelHidden
          value={baseUrl}
          onChange={setBaseUrl}
          placeholder="http://127.0.0.1:11434/v1"
          spellCheck={false}
          error={isTaken ? 'This server is in the list.' : undefined}
          hint="Up to and including /v1"
        />
        <Button type="submit" disabled={!parsed.success || isTaken}>
          <Plus aria-hidden /> Add
        </Button>
      </form>
    </Section>
  )
}

function save(servers: readonly LocalServer[]): void {
  updateSettings({ localServers: [...servers] })
    .then(() => loadModels({ refresh: true }))
    .catch(showFailure)
}
