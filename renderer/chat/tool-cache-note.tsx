import { History, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { RunId } from '../../shared/ids.ts'
import type { ToolCall } from '../../shared/run-events.ts'
import { refreshTool } from '../state/runs.ts'
import { showFailure } from '../state/toasts.ts'
import { Badge } from '../ui/badge.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { cachedWords, refreshedWords } from './tool-cache-words.ts'

/** What a card says about a result that was not worked out again, with the way to do so after all; and what is left out. */
export function ToolCacheNote({ runId, tool }: { readonly runId: RunId; readonly tool: ToolCall }) {
  const [isBusy, setBusy] = useState(false)
  const outcome = tool.state.kind === 'done' ? tool.state.outcome : undefined
  if (outcome?.cached === undefined && outcome?.kept === undefined) return null
  const refresh = () => {
    setBusy(true)
    refreshTool(runId, tool.toolUseId)
      .catch(showFailure)
      .finally(() => setBusy(false))
  }
  return (
    <div className="flex items-center gap-2 border-t border-line px-4 py-1.5 text-xs text-muted">
      <div role="status" className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
        {outcome.cached !== undefined && tool.refreshed === undefined && (
          <Badge tone="accent" className="shrink! whitespace-normal!">
            <History aria-hidden />
            {cachedWords(outcome.cached)}
          </Badge>
        )}
        {tool.refreshed !== undefined && <span>{refreshedWords(outcome, tool.refreshed)}</span>}
        {outcome.kept !== undefined && <span>The agent got the beginning; it can read the rest.</span>}
        {isBusy && <span>Working it out again…</span>}
      </div>
      {outcome.cached !== undefined && (
        <IconButton label="Work it out again" size="small" disabled={isBusy} aria-busy={isBusy} onClick={refresh}>
          {isBusy ? <Spinner size={14} /> : <RefreshCw />}
        </IconButton>
      )}
    </div>
  )
}
