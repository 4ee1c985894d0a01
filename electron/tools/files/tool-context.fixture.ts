import { agentId, conversationId, runId } from '../../../shared/ids.ts'
import type { z } from '../../../shared/schema.ts'
import type { FileScope } from '../../sandbox/file-scope.ts'
import type { ToolAnswer, ToolContext, ToolDefinition } from '../tool.ts'

/** For tests: a context with real files and nothing else. Whatever else a tool touches fails loudly. */
export function createToolContext(files: FileScope, rest: Partial<ToolContext> = {}): ToolContext {
  const absent = new Proxy({}, { get: (_, name) => refuse(String(name)) })
  return {
    runId: runId.parse('run-1'),
    conversationId: conversationId.parse('conversation-1'),
    agentId: agentId.parse('analyst'),
    signal: new AbortController().signal,
    files,
    commands: absent as ToolContext['commands'],
    fetch: () => refuse('fetch'),
    data: absent as ToolContext['data'],
    documents: absent as ToolContext['documents'],
    results: absent as ToolContext['results'],
    runs: { of: () => refuse('runs') },
    now: () => new Date('2026-03-29T00:30:00Z'),
    isRefresh: false,
    ...rest,
  }
}

/** Checks the input as the executor does, loads the tool and runs it to its answer. */
export async function runTool<Input extends z.ZodType, Loaded>(
  tool: ToolDefinition<Input, Loaded>,
  input: z.input<Input>,
  context: ToolContext,
): Promise<ToolAnswer> {
  const steps = tool.run(tool.input.parse(input), context, await tool.load())
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
  }
}

/** The one piece of content of an answer: a JSON value or a text. */
export function contentOf(answer: ToolAnswer): unknown {
  const [only] = answer.content
  if (only === undefined || answer.content.length > 1) throw new Error('expected one piece of content')
  return only.type === 'json' ? only.value : only.type === 'text' ? only.text : only
}

function refuse(name: string): never {
  throw new Error(`a file tool touched ${name}`)
}
