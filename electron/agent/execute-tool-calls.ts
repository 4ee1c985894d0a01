import type { ToolUseId } from '../../shared/ids.ts'
import type { ToolUseBlock } from '../../shared/messages.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import { outcomeOfError } from './outcome-of-error.ts'
import type { Clock, Consent, PreparedToolCall, RunScope, RunSink, Tools } from './ports.ts'

type ToolPorts = { readonly tools: Tools; readonly consent: Consent; readonly clock: Clock; readonly emit: RunSink }

/**
 * Runs the calls of one reply at once: a question about one never holds up the others. Resolves when all have an
 * outcome; an outcome is a value, whatever happened, so that every use is answered.
 */
export async function executeToolCalls(
  uses: readonly ToolUseBlock[],
  scope: RunScope,
  ports: ToolPorts,
): Promise<ReadonlyMap<ToolUseId, ToolOutcome>> {
  const outcomes = await Promise.all(
    uses.map(async (use) => {
      const { toolUseId } = use
      // Waiting for an answer or for its turn is not the tool's own time.
      let startedAt: number | null = null
      const onStarted = () => {
        startedAt = ports.clock.now()
        ports.emit({ type: 'tool-started', toolUseId, at: startedAt })
      }
      const outcome = await executeToolCall(use, scope, { ...ports, onStarted }).catch((error: unknown) =>
        outcomeOfError(error, scope),
      )
      const durationMs = startedAt === null ? 0 : ports.clock.now() - startedAt
      ports.emit({ type: 'tool-completed', toolUseId, outcome, durationMs })
      return [toolUseId, outcome] as const
    }),
  )
  return new Map(outcomes)
}

async function executeToolCall(
  use: ToolUseBlock,
  scope: RunScope,
  ports: ToolPorts & { readonly onStarted: () => void },
): Promise<ToolOutcome> {
  const { tools, onStarted, emit } = ports
  const { toolUseId } = use
  const prepared = await tools.prepare(use, scope)
  if ('status' in prepared) return prepared
  emit({ type: 'tool-prepared', toolUseId, title: prepared.title, input: prepared.input })

  const decision = await decide(prepared, scope, ports)
  if (decision.kind === 'denied') return { status: 'denied', content: [{ type: 'text', text: decision.toAgent }] }
  if (decision.kind === 'unanswered')
    return { status: 'unanswered', content: [{ type: 'text', text: decision.toAgent }] }

  return tools.execute(prepared, decision.permit, scope, {
    onStarted,
    onProgress: (progress) => emit({ type: 'tool-progress', toolUseId, progress }),
  })
}

async function decide(prepared: PreparedToolCall, scope: RunScope, { consent, clock, emit }: ToolPorts) {
  const { toolUseId } = prepared
  let askedAt: number | null = null
  try {
    return await consent.decide(prepared, scope, (consentId) => {
      askedAt = clock.now()
      emit({ type: 'consent-requested', toolUseId, consentId })
    })
  } finally {
    if (askedAt !== null) emit({ type: 'consent-settled', toolUseId, waitedMs: clock.now() - askedAt })
  }
}
