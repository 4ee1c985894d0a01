import type { ModelMessage, ModelRequest, ToolSpec } from '../agent/ports.ts'

/**
 * The tools a request to Bedrock names. The service wants a tool list while the history holds tool uses ("The toolConfig
 * field must be defined when using toolUse and toolResult content blocks."), so an agent without tools names the old
 * ones and says that they are gone.
 *
 * @param usedNames Names of the tools the history has used, in the order of their first use.
 */
export function offeredTools(
  { model, tools, messages }: ModelRequest,
  usedNames: readonly string[] = usedToolNames(messages),
): readonly ToolSpec[] {
  if (!model.accepts.tools) return noTools
  if (tools.length > 0) return tools
  return usedNames.map((name) => ({ name, description: retired, inputSchema: { type: 'object' } }))
}

/** Each once, in the order of first use. */
export function usedToolNames(messages: readonly ModelMessage[]): readonly string[] {
  const used = new Set<string>()
  for (const { content } of messages) {
    for (const block of content) if (block.type === 'tool-use') used.add(block.name)
  }
  return [...used]
}

const noTools: readonly ToolSpec[] = []
const retired = 'Was used earlier in this conversation and is no longer available. Do not call it.'
