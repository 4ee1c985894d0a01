import type { JsonValue } from '../../../shared/schema.ts'
import type { RunState, ToolCall } from '../../../shared/run-events.ts'
import { formatDuration } from '../../ui/format.ts'
import type { Fold } from './fold-steps.ts'
import { inputText } from './input-text.ts'

/** "Looked at 4 files · 6 steps · 0.3 s": steps that ran side by side count as long as the longest. */
export function foldWords(run: RunState, { blocks }: Fold): string {
  const steps = blocks.flatMap(({ messageId, at }) => {
    const block = run.messages.find(({ id }) => id === messageId)?.content[at]
    const tool = block?.type === 'tool-use' ? run.tools[block.toolUseId] : undefined
    return tool === undefined ? [] : [{ messageId, tool }]
  })
  const longest = new Map<string, number>()
  for (const { messageId, tool } of steps)
    longest.set(messageId, Math.max(longest.get(messageId) ?? 0, durationMs(tool)))
  const tookMs = [...longest.values()].reduce((sum, each) => sum + each, 0)
  return `${whatWasDone(steps.map(({ tool }) => tool))} · ${steps.length} steps · ${formatDuration(tookMs)}`
}

function durationMs({ state }: ToolCall): number {
  return state.kind === 'done' ? state.durationMs : 0
}

function whatWasDone(tools: readonly ToolCall[]): string {
  const files = new Set(tools.flatMap(({ input }) => fileOf(input)))
  const [only] = files
  if (files.size === 1 && only !== undefined) return `Looked at ${only}`
  if (files.size > 1) return `Looked at ${files.size} files`
  if (tools.some(({ name }) => name.startsWith('search_'))) return 'Searched the files'
  return tools.some(({ name }) => name === 'query_data') ? 'Looked up values' : 'Looked at what is there'
}

/** The file a step is about, without its sheet, table or page. */
function fileOf(input: JsonValue | undefined): string[] {
  const path = inputText(input, 'file') || inputText(input, 'path')
  const file = path.replace(/#.*$/s, '')
  return file === '' || file === '.' ? [] : [file]
}
