import type { ReactNode } from 'react'
import type { RunId } from '../../shared/ids.ts'
import type { ToolResultContent } from '../../shared/messages.ts'
import type { ToolCall } from '../../shared/run-events.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import { CodeBox } from '../ui/code-box.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { formatDuration } from '../ui/format.ts'
import { HiddenWarning } from '../ui/hidden-warning.tsx'
import { ToolDisplayView } from './displays/tool-display-view.tsx'

/** Everything a tool use was given and gave back. */
export function ToolDetails({ runId, tool }: { readonly runId: RunId; readonly tool: ToolCall }) {
  const input = tool.input === undefined ? tool.inputJson : JSON.stringify(tool.input, null, 2)
  const outcome = tool.state.kind === 'done' ? tool.state.outcome : undefined
  return (
    <div className="space-y-4">
      <Part title={`Input of ${tool.name}`}>
        <div className="space-y-2">
          <HiddenWarning text={input} />
          {input === '' ? (
            <p className="text-sm text-muted">Nothing has arrived yet.</p>
          ) : (
            <CodeBox label="Input" text={input} />
          )}
        </div>
      </Part>
      {outcome !== undefined && <Outcome runId={runId} outcome={outcome} refreshed={tool.refreshed?.outcome} />}
      {tool.consentWaitMs > 0 && (
        <p className="text-xs text-muted">Waited {formatDuration(tool.consentWaitMs)} for your answer.</p>
      )}
    </div>
  )
}

function Outcome({
  runId,
  outcome,
  refreshed,
}: {
  readonly runId: RunId
  readonly outcome: ToolOutcome
  /** Worked out again later: shown as the result, though the agent was not told of it. */
  readonly refreshed: ToolOutcome | undefined
}) {
  const { content } = outcome
  const { display, error } = refreshed ?? outcome
  const isShownAbove = display?.kind === 'table' || display?.kind === 'chart' || display?.kind === 'choices'
  return (
    <>
      {error !== undefined && <ErrorNote error={error} />}
      {display !== undefined && !isShownAbove && (
        <Part title="Result">
          <ToolDisplayView runId={runId} display={display} />
        </Part>
      )}
      {content.length > 0 && (
        <Part title="What the agent was told">
          <div className="space-y-2">
            {content.map((piece, at) => (
              <Told key={at} piece={piece} />
            ))}
          </div>
        </Part>
      )}
    </>
  )
}

function Told({ piece }: { readonly piece: ToolResultContent }) {
  switch (piece.type) {
    case 'text':
      return <CodeBox label="Text for the agent" text={piece.text} />
    case 'json':
      return <CodeBox label="Data for the agent" text={JSON.stringify(piece.value, null, 2)} />
    case 'image':
      return (
        <img
          src={`data:image/${piece.format};base64,${piece.base64}`}
          alt="What the agent was shown"
          className="max-h-80 rounded-lg border border-line"
        />
      )
  }
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h4 className="mb-1.5 text-xs font-medium text-muted">{title}</h4>
      {children}
    </div>
  )
}
