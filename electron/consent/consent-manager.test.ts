import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConsentAnswer, ConsentQuestion, ContentSource, Grant } from '../../shared/consent.ts'
import type { AgentId, ConsentId, ConversationId, GrantId, RunId, ToolUseId } from '../../shared/ids.ts'
import type { JsonValue } from '../../shared/schema.ts'
import type { ConsentDecision, PreparedToolCall, RunScope } from '../agent/ports.ts'
import { countAudience } from '../app/audience.ts'
import { createConsentManager } from './consent-manager.ts'

function call(input: JsonValue = { path: 'a.md' }): PreparedToolCall {
  return {
    toolUseId: 't1' as ToolUseId,
    toolName: 'file_write',
    toolVersion: '1',
    input,
    title: 'Write a.md',
    powers: { reads: ['files'], writes: ['files'], output: 'trusted', isUndoable: true },
    targets: [{ kind: 'file', path: '/data/a.md', isInsideWorkspace: true }],
    preview: async () => ({ kind: 'arguments' }),
  }
}

function scope(controller = new AbortController()): RunScope {
  return {
    runId: 'run_1' as RunId,
    conversationId: 'conv_1' as ConversationId,
    agentId: 'analyst' as AgentId,
    agentName: 'Analyst',
    signal: controller.signal,
  }
}

function setUp(options: { readonly isAttended?: boolean; readonly graceMs?: number } = {}) {
  const grants: Grant[] = []
  const audited: string[] = []
  const sources: ContentSource[] = []
  const audience = countAudience(options.graceMs)
  const leave = options.isAttended === false ? () => {} : audience.join()
  let ids = 0
  let shown: readonly ConsentQuestion[] = []
  const manager = createConsentManager({
    grants: {
      list: async () => grants,
      add: async (grant) => void grants.push(grant),
      countUse: async () => {},
      revoke: async (id) =>
        void grants.splice(
          grants.findIndex((grant) => grant.id === id),
          1,
        ),
    },
    sources: () => sources,
    agentRules: () => ({ denies: [], asks: [] }),
    mode: () => 'ask',
    workspace: () => '/data',
    allowances: [],
    audience,
    audit: async (kind) => void audited.push(kind),
    now: () => 1_000,
    newConsentId: () => `ask_${++ids}` as ConsentId,
    newGrantId: () => `grant_${++ids}` as GrantId,
    onQuestions: (questions) => {
      shown = questions
    },
    onGrants: () => {},
  })
  async function nextQuestion(): Promise<ConsentQuestion> {
    await vi.waitFor(() => expect(shown.length).toBeGreaterThan(0))
    return shown[0]!
  }
  async function askAndAnswer(answer: ConsentAnswer, prepared = call()): Promise<ConsentDecision> {
    const deciding = manager.decide(prepared, scope(), () => {})
    await manager.answer((await nextQuestion()).id, answer)
    return deciding
  }
  return { manager, grants, audited, sources, leave, nextQuestion, askAndAnswer, shown: () => shown }
}

describe('createConsentManager', () => {
  it('lets an allowed call run once, and once only', async () => {
    const decision = await setUp().askAndAnswer({ kind: 'once' })
    if (decision.kind !== 'allowed') throw new Error(decision.kind)
    decision.permit.redeem(call(), scope())
    expect(() => decision.permit.redeem(call(), scope())).toThrow('already run')
  })

  it('binds the answer to the very arguments that were shown', async () => {
    const decision = await setUp().askAndAnswer({ kind: 'once' })
    if (decision.kind !== 'allowed') throw new Error(decision.kind)
    expect(() => decision.permit.redeem(call({ path: 'b.md' }), scope())).toThrow('not the one that was allowed')
    expect(() => decision.permit.redeem({ ...call(), toolVersion: '2' }, scope())).toThrow(
      'not the one that was allowed',
    )
    expect(() => decision.permit.redeem(call(), { ...scope(), agentId: 'other' as AgentId })).toThrow('not the one')
  })

  it('tells the agent what the person said when denying', async () => {
    const decision = await setUp().askAndAnswer({ kind: 'deny', toAgent: 'Use notes.md instead.' })
    expect(decision).toEqual({ kind: 'denied', toAgent: 'The person denied this call and says: Use notes.md instead.' })
  })

  it('does not ask again for what was allowed in this conversation, until it is revoked', async () => {
    const { manager, grants, askAndAnswer, shown } = setUp()
    await askAndAnswer({ kind: 'conversation' })
    expect(grants[0]).toMatchObject({ scope: { kind: 'folder', folder: '/data' }, conversationId: 'conv_1' })
    expect((await manager.decide(call({ path: 'other' }), scope(), () => {})).kind).toBe('allowed')
    await manager.revoke(grants[0]!.id)
    const deciding = manager.decide(call(), scope(), () => {})
    await vi.waitFor(() => expect(shown()).toHaveLength(1))
    await manager.answer(shown()[0]!.id, { kind: 'deny' })
    expect((await deciding).kind).toBe('denied')
  })

  it('answers waiting questions that a new grant covers', async () => {
    const { manager, nextQuestion, shown } = setUp()
    const first = manager.decide(call(), scope(), () => {})
    const second = manager.decide(call({ path: 'b.md' }), scope(), () => {})
    await vi.waitFor(() => expect(shown()).toHaveLength(2))
    await manager.answer((await nextQuestion()).id, { kind: 'conversation' })
    expect([(await first).kind, (await second).kind]).toEqual(['allowed', 'allowed'])
  })

  it('asks afresh despite a grant once foreign content is there, shows it and says why', async () => {
    const { sources, nextQuestion, askAndAnswer, manager } = setUp()
    await askAndAnswer({ kind: 'conversation' })
    sources.push({ kind: 'foreign', label: 'a web page' })
    const deciding = manager.decide(call(), scope(), () => {})
    const question = await nextQuestion()
    expect(question).toMatchObject({ rule: 'foreign-content-present', sources: [{ label: 'a web page' }], offers: {} })
    expect(question.uncovered).toContain('/data')
    await expect(manager.answer(question.id, { kind: 'always' })).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
    await manager.answer(question.id, { kind: 'deny' })
    await deciding
  })

  it('withdraws the question when the run is stopped, and refuses a late answer', async () => {
    const { manager, nextQuestion, shown } = setUp()
    const controller = new AbortController()
    const deciding = manager.decide(call(), scope(controller), () => {})
    const { id } = await nextQuestion()
    controller.abort()
    expect((await deciding).kind).toBe('unanswered')
    expect(shown()).toEqual([])
    await expect(manager.answer(id, { kind: 'once' })).rejects.toMatchObject({ code: 'CONSENT_NOT_OPEN' })
  })

  it('offers nothing lasting for arguments too long to be read', async () => {
    const { manager, nextQuestion } = setUp()
    const deciding = manager.decide(call({ text: 'x'.repeat(50_000) }), scope(), () => {})
    const question = await nextQuestion()
    expect(question.offers).toEqual({})
    await manager.answer(question.id, { kind: 'deny' })
    await deciding
  })

  it('writes down the decision before, the question and its end', async () => {
    const { audited, askAndAnswer } = setUp()
    await askAndAnswer({ kind: 'once' })
    expect(audited).toEqual(['call-decided', 'consent-asked', 'consent-settled'])
  })

  describe('as time passes', () => {
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => void vi.useRealTimers())

    it('is not answered after ten minutes, and says that this is no refusal', async () => {
      const { manager } = setUp()
      const deciding = manager.decide(call(), scope(), () => {})
      await vi.advanceTimersByTimeAsync(10 * 60_000)
      const decision = await deciding
      expect(decision.kind).toBe('unanswered')
      expect(decision).toMatchObject({ toAgent: expect.stringContaining('not a refusal') })
    })

    it('survives a reload: the question waits for a page to come back', async () => {
      const { manager, leave, shown } = setUp({ graceMs: 60_000 })
      const deciding = manager.decide(call(), scope(), () => {})
      await vi.advanceTimersByTimeAsync(0)
      leave()
      await vi.advanceTimersByTimeAsync(59_000)
      expect(shown()).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(2_000)
      expect((await deciding).kind).toBe('unanswered')
    })

    it('is not answered at once where nobody will come', async () => {
      const { manager } = setUp({ isAttended: false, graceMs: 0 })
      const deciding = manager.decide(call(), scope(), () => {})
      await vi.advanceTimersByTimeAsync(1)
      expect(await deciding).toMatchObject({ kind: 'unanswered', toAgent: expect.stringContaining('nobody was there') })
    })
  })
})
