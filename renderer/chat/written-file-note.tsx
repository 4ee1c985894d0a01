import { FolderOpen } from 'lucide-react'
import type { ToolCall } from '../../shared/run-events.ts'
import { closeProfile } from '../state/profiles.ts'
import { showFailure } from '../state/toasts.ts'
import { askForFile } from '../state/ui.ts'
import { Button } from '../ui/button.tsx'
import { RevealedText } from '../ui/revealed-text.tsx'
import { writtenFile } from './written-file.ts'

/** Where a step wrote, and the way to it: beside its change, which can be undone there. */
export function WrittenFileNote({ tool }: { readonly tool: ToolCall }) {
  const path = writtenFile(tool)
  if (path === undefined) return null
  const show = () => {
    closeProfile().catch(showFailure)
    askForFile(path)
  }
  return (
    <div className="flex items-center gap-3 border-t border-line py-1.5 pr-2.5 pl-4 text-xs text-muted">
      <p className="min-w-0 flex-1">
        Written to <RevealedText text={path} className="font-mono text-ink" />
      </p>
      <Button size="small" onClick={show} aria-label={`Show ${path} in Files`}>
        <FolderOpen aria-hidden /> Show in Files
      </Button>
    </div>
  )
}
