import { ShieldAlert, ShieldCheck } from 'lucide-react'
import type { ToolDisplay } from '../../../shared/tool-results.ts'
import { Badge } from '../../ui/badge.tsx'
import { CodeBox } from '../../ui/code-box.tsx'
import { stripAnsi } from './strip-ansi.ts'

/** A command that ran: what it was, what it wrote, how it ended. */
export function CommandDisplay({ display }: { readonly display: Extract<ToolDisplay, { readonly kind: 'command' }> }) {
  const { command, stdout, stderr, exitCode, isSandboxed } = display
  return (
    <div className="space-y-2">
      <CodeBox label="Command" text={command} />
      {stdout !== '' && <CodeBox label="Output" text={stripAnsi(stdout)} />}
      {stderr !== '' && <CodeBox label="Error output" text={stripAnsi(stderr)} className="border-danger/30" />}
      {stdout === '' && stderr === '' && <p className="text-sm text-muted">It wrote nothing.</p>}
      <div className="flex flex-wrap gap-2">
        <Badge tone={exitCode === 0 ? 'success' : 'danger'}>
          {exitCode === null ? 'Did not finish' : `Exit code ${exitCode}`}
        </Badge>
        <Badge tone={isSandboxed ? 'neutral' : 'warning'}>
          {isSandboxed ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
          {isSandboxed ? 'Sandboxed' : 'No sandbox'}
        </Badge>
      </div>
    </div>
  )
}
