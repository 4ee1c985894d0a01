import { ShieldAlert, ShieldCheck, Wrench } from 'lucide-react'
import type { SandboxStatus, ToolInfo } from '../../shared/ipc/contract.ts'
import { useAppInfo } from '../state/app-info.ts'
import { valueOr } from '../state/loaded.ts'
import { loadTools, useTools } from '../state/tools.ts'
import { showFailure } from '../state/toasts.ts'
import { Badge } from '../ui/badge.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { describePowers } from './describe-powers.ts'

/** Every tool there is, what it may touch, and whether it works here. */
export function ToolsPanel() {
  const tools = useTools((state) => state.list)
  const sandbox = useAppInfo((state) => valueOr(state.info, undefined)?.sandbox)
  switch (tools.kind) {
    case 'loading':
      return (
        <div className="grid place-items-center py-16 text-muted">
          <Spinner label="Loading the tools" />
        </div>
      )
    case 'failed':
      return (
        <div className="p-5">
          <ErrorNote error={tools.error} onRetry={retry} />
        </div>
      )
    case 'ready':
      if (tools.value.length === 0) {
        return (
          <EmptyState icon={<Wrench />} title="No tools">
            Agents can only talk here: no tool could be loaded.
          </EmptyState>
        )
      }
      return (
        <div className="space-y-6 px-5 py-5">
          {sandbox !== undefined && <Sandbox status={sandbox} />}
          {[...Map.groupBy(tools.value, (tool) => tool.family)].map(([family, members]) => (
            <Family key={family} name={family} tools={members} />
          ))}
        </div>
      )
  }
}

function retry(): void {
  loadTools().catch(showFailure)
}

function Sandbox({ status }: { readonly status: SandboxStatus }) {
  if (status.kind === 'active') {
    return (
      <div className="flex gap-3 rounded-xl bg-success-soft px-4 py-3 text-sm">
        <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
        <div>
          <p className="font-medium text-success">Commands run in a sandbox</p>
          <p className="mt-0.5">Tried at start with {status.name}: no network, only your folder can be changed.</p>
        </div>
      </div>
    )
  }
  return (
    <div className="flex gap-3 rounded-xl bg-warning-soft px-4 py-3 text-sm">
      <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <div className="min-w-0">
        <p className="font-medium text-warning">No sandbox: every command asks first</p>
        <p className="mt-0.5 wrap-anywhere">{status.reason}</p>
        <p className="mt-1 wrap-anywhere">{status.hint}</p>
      </div>
    </div>
  )
}

function Family({ name, tools }: { readonly name: string; readonly tools: readonly ToolInfo[] }) {
  return (
    <section aria-label={`Tools: ${name}`}>
      <h2 className="mb-2 text-xs font-semibold text-muted capitalize">{name}</h2>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {tools.map((tool) => (
          <Tool key={tool.name} tool={tool} />
        ))}
      </ul>
    </section>
  )
}

function Tool({ tool }: { readonly tool: ToolInfo }) {
  return (
    <li className="space-y-2 px-4 py-3">
      <div className="flex items-center justify-between gap-3">
        <span className="font-mono text-[13px] font-medium">{tool.name}</span>
        {tool.health.kind === 'unavailable' && <Badge tone="danger">Unavailable</Badge>}
      </div>
      <p className="line-clamp-2 text-xs text-muted" title={tool.description}>
        {tool.description}
      </p>
      {tool.health.kind === 'unavailable' && <p className="text-xs text-danger">{tool.health.reason}</p>}
      <div className="flex flex-wrap gap-1.5">
        {describePowers(tool.powers).map(({ words, isEffect }) => (
          <Badge key={words} tone={isEffect ? 'warning' : 'neutral'}>
            {words}
          </Badge>
        ))}
      </div>
    </li>
  )
}
