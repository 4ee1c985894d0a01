import { describe, expect, it } from 'vitest'
import type { ContentSource, Powers } from '../../shared/consent.ts'
import { AppError } from '../../shared/errors.ts'
import type { AgentId, ConversationId, RunId, ToolUseId } from '../../shared/ids.ts'
import type { ToolUseBlock } from '../../shared/messages.ts'
import { z, type JsonValue } from '../../shared/schema.ts'
import type { Permit, PreparedToolCall, RunScope } from '../agent/ports.ts'
import { createTools, type ExecutorDependencies } from './executor.ts'
import { createToolRegistry } from './registry.ts'
import { defineTool, type ToolAnswer, type ToolContext, type ToolDefinition } from './tool.ts'

const reader: Powers = { reads: ['files'], writes: [], output: 'workspace', isUndoable: true }

function tool(
  run: (context: ToolContext) => Promise<ToolAnswer>,
  change: { readonly powers?: Powers; readonly concurrency?: number; readonly timeoutMs?: number } = {},
): ToolDefinition {
  return defineTool({
    name: 'measure',
    family: 'system',
    description: 'For tests.',
    input: z.object({ size: z.number().int() }),
    powers: reader,
    timeoutMs: 5_000,
    concurrency: 4,
    version: '1',
    load: async () => undefined,
    title: ({ size }) => `Measure ${size}`,
    targets: async () => [],
    async *run(_input, context) {
      yield { message: 'measuring' }
      return run(context)
    },
    ...change,
  })
}

const answer: ToolAnswer = { content: [{ type: 'text', text: 'done' }] }
const anyPermit: Permit = { fingerprint: 'f', redeem: () => {} }

function scope(controller = new AbortController()): RunScope {
  return {
    runId: 'run_1' as RunId,
    conversationId: 'conv_1' as ConversationId,
    agentId: 'analyst' as AgentId,
    agentName: 'Analyst',
    signal: controller.signal,
  }
}

function setUp(definition: ToolDefinition) {
  const noted: ContentSource[] = []
  const audited: string[] = []
  const tools = createTools({
    tools: createToolRegistry([definition]).tools,
    services: {} as ExecutorDependencies['services'],
    noteContent: async (_id, source) => void noted.push(source),
    audit: async (kind) => void audited.push(kind),
  })
  return { tools, noted, audited }
}

const use = (input: JsonValue, more: Partial<ToolUseBlock> = {}): ToolUseBlock => ({
  type: 'tool-use',
  toolUseId: 't1' as ToolUseId,
  name: 'measure',
  input,
  ...more,
})

async function prepared(
  tools: ReturnType<typeof setUp>['tools'],
  input: JsonValue = { size: 1 },
): Promise<PreparedToolCall> {
  const call = await tools.prepare(use(input), scope())
  if ('status' in call) throw new Error(JSON.stringify(call))
  return call
}

const quiet = { onStarted: () => {}, onProgress: () => {} }

describe('createTools', () => {
  it('runs nothing whose permit is refused', async () => {
    let runs = 0
    const { tools, audited } = setUp(tool(async () => (runs++, answer)))
    const refused: Permit = {
      fingerprint: 'f',
      redeem() {
        throw new AppError('CONSENT_NOT_OPEN', 'This call is not the one that was allowed.')
      },
    }
    await expect(tools.execute(await prepared(tools), refused, scope(), quiet)).rejects.toMatchObject({
      code: 'CONSENT_NOT_OPEN',
    })
    expect([runs, audited]).toEqual([0, []])
  })

  it('writes down a call before it runs and after it', async () => {
    const { tools, audited } = setUp(
      tool(async () => {
        expect(audited).toEqual(['tool-starting'])
        return answer
      }),
    )
    await tools.execute(await prepared(tools), anyPermit, scope(), quiet)
    expect(audited).toEqual(['tool-starting', 'tool-ended'])
  })

  it.each([
    ['a reader of the workspace', tool(async () => answer), [{ kind: 'workspace', label: 'Measure 1' }]],
    [
      'a reader that found foreign words',
      tool(async () => ({ ...answer, isForeign: true })),
      [{ kind: 'foreign', label: 'Measure 1' }],
    ],
    ['a failing answer', tool(async () => ({ ...answer, isError: true })), [{ kind: 'workspace', label: 'Measure 1' }]],
    ['a calculation', tool(async () => answer, { powers: { ...reader, reads: [], output: 'trusted' } }), []],
  ] as const)(
    'notes where the words of %s came from before the model sees them',
    async (_name, definition, expected) => {
      const { tools, noted } = setUp(definition)
      await tools.execute(await prepared(tools), anyPermit, scope(), quiet)
      expect(noted).toEqual(expected)
    },
  )

  it.each([
    ['an unknown tool', use({}, { name: 'nothing' }), /no tool named nothing.*measure/i],
    ['input that is not JSON', use({}, { malformed: '{"size":' }), /not valid JSON/],
    ['input that does not fit', use({ size: 'big' }), /size: /],
  ])('tells the model of %s and runs nothing', async (_name, block, says) => {
    const { tools } = setUp(tool(async () => answer))
    const outcome = await tools.prepare(block, scope())
    expect(outcome).toMatchObject({ status: 'error', content: [{ text: expect.stringMatching(says) }] })
  })

  it('runs no more at once than the tool allows, and takes nobody’s turn when cancelled', async () => {
    let running = 0
    let most = 0
    const { tools } = setUp(
      tool(
        async () => {
          most = Math.max(most, ++running)
          await new Promise((resolve) => setTimeout(resolve, 5))
          running--
          return answer
        },
        { concurrency: 2 },
      ),
    )
    const call = await prepared(tools)
    const leaver = new AbortController()
    const calls = Array.from({ length: 6 }, (_, n) =>
      tools.execute(call, anyPermit, n === 3 ? scope(leaver) : scope(), quiet),
    )
    leaver.abort()
    const ended = await Promise.allSettled(calls)
    expect(most).toBe(2)
    expect(ended.map((each) => each.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ])
  })

  it('stops a tool at its time limit and says so', async () => {
    const hang = tool(
      ({ signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
      { timeoutMs: 20 },
    )
    const { tools } = setUp(hang)
    await expect(tools.execute(await prepared(tools), anyPermit, scope(), quiet)).rejects.toMatchObject({
      code: 'TOOL_TIMEOUT',
    })
  })
})

describe('createToolRegistry', () => {
  it('refuses a tool that does not declare its powers', () => {
    const { powers: _none, ...undeclared } = tool(async () => answer)
    expect(() => createToolRegistry([undeclared as ToolDefinition])).toThrow('does not declare its powers')
  })

  it('refuses two tools of one name', () => {
    expect(() => createToolRegistry([tool(async () => answer), tool(async () => answer)])).toThrow('share a name')
  })

  it('shows a tool that cannot load as unavailable, with the reason, and tries again when asked', async () => {
    let isBroken = true
    const registry = createToolRegistry([
      {
        ...tool(async () => answer),
        load: async () => {
          if (isBroken) throw new Error('libfoo is missing')
        },
      },
    ])
    await registry.verify()
    expect(registry.infos()[0]?.health).toEqual({ kind: 'unavailable', reason: 'libfoo is missing' })
    isBroken = false
    await registry.get('measure')?.load()
    expect(registry.infos()[0]?.health).toEqual({ kind: 'ready' })
  })
})
