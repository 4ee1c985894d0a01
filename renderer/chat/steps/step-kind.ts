import type { ToolCall } from '../../../shared/run-events.ts'
import type { ToolOutcome } from '../../../shared/tool-results.ts'
import { inputText } from './input-text.ts'
import { isLookUp } from './is-look-up.ts'

/**
 * What a step is for the chat. `found`: it only found out what there is. `read`: it only read what a file says. `beside`:
 * it meant to do no more than these, but still runs or has failed, so it is seen beside them. `asked`: it asks the person
 * back, as words do. `shown`: everything else, which nothing may hide.
 */
export type StepKind = 'found' | 'read' | 'beside' | 'asked' | 'shown'

export function stepKind(tool: ToolCall | undefined): StepKind {
  if (tool === undefined) return 'shown'
  if (tool.name === 'offer_choices') return 'asked'
  const kind = kindOf(tool)
  if (kind === undefined || tool.consentWaitMs > 0) return 'shown'
  switch (tool.state.kind) {
    case 'preparing':
    case 'waiting':
    case 'running':
      return 'beside'
    case 'asking':
      return 'shown'
    case 'done':
      return afterEnd(tool.state.outcome.status, kind)
  }
}

function afterEnd(status: ToolOutcome['status'], kind: 'found' | 'read'): StepKind {
  switch (status) {
    case 'success':
      return kind
    case 'error':
    case 'cancelled':
      return 'beside'
    case 'denied':
    case 'unanswered':
      return 'shown'
  }
}

function kindOf({ name, input }: ToolCall): 'found' | 'read' | undefined {
  if (name === 'query_data') return isLookUp(inputText(input, 'sql')) ? 'found' : undefined
  return kinds.get(name)
}

/** Tools that change nothing and compute nothing. One that is not listed is never folded away. */
const kinds: ReadonlyMap<string, 'found' | 'read'> = new Map([
  ['list_files', 'found'],
  ['describe_data', 'found'],
  ['describe_document', 'found'],
  ['search_files', 'read'],
  ['search_documents', 'read'],
  ['file_read', 'read'],
  ['read_document', 'read'],
  ['read_result', 'read'],
])
