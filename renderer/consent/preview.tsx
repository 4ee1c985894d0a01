import { ShieldAlert, ShieldCheck } from 'lucide-react'
import type { ConsentPreview } from '../../shared/consent.ts'
import type { JsonValue } from '../../shared/schema.ts'
import { Badge } from '../ui/badge.tsx'
import { CodeBox } from '../ui/code-box.tsx'
import { DiffView } from '../ui/diff-view.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { HiddenWarning } from '../ui/hidden-warning.tsx'
import { RevealedText } from '../ui/revealed-text.tsx'
import { RequestPreview } from './request-preview.tsx'

/** What exactly would happen, whole, and under it the arguments as the agent wrote them. */
export function Preview({ preview, input }: { readonly preview: ConsentPreview; readonly input: JsonValue }) {
  const json = JSON.stringify(input, null, 2)
  if (preview.kind === 'arguments') {
    return (
      <div className="space-y-3">
        <HiddenWarning text={json} />
        <CodeBox label="Arguments" text={json} />
      </div>
    )
  }
  return (
    <div className="space-y-3">
      <Exactly preview={preview} />
      <Disclosure label="All arguments, as the agent wrote them">
        <CodeBox label="Arguments" text={json} />
      </Disclosure>
    </div>
  )
}

function Exactly({ preview }: { readonly preview: Exclude<ConsentPreview, { readonly kind: 'arguments' }> }) {
  switch (preview.kind) {
    case 'command':
      return (
        <>
          <HiddenWarning text={preview.command} />
          <CodeBox label="Command, exactly as it will run" text={preview.command} />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-xs text-muted">
            {preview.isSandboxed ? (
              <Badge tone="success">
                <ShieldCheck aria-hidden /> Sandboxed
              </Badge>
            ) : (
              <Badge tone="danger">
                <ShieldAlert aria-hidden /> No sandbox
              </Badge>
            )}
            <span>
              {preview.isSandboxed
                ? 'No network; it can only change this folder.'
                : 'It can do whatever you can do on this machine.'}
            </span>
            <span className="min-w-0">
              Runs in <RevealedText text={preview.folder} className="font-mono text-ink" />
            </span>
          </div>
        </>
      )
    case 'diff':
      return (
        <>
          <HiddenWarning text={`${preview.path}\n${preview.after}`} />
          <DiffView path={preview.path} before={preview.before} after={preview.after} />
        </>
      )
    case 'request':
      return <RequestPreview request={preview} />
  }
}
