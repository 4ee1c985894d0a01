import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import { fakeTools, textReply, toolReply, type ScriptedReply } from './fakes.ts'
import { askBehind, longHistory, textsOf } from './long-conversation.fixture.ts'
import { summaryHeadings } from './summary-request.ts'

const summary = textReply('## What the person wants\nRevenue by region.\n## Open work\nThe chart.')
const contextTokens = 10_000

/** A tool loop of so many steps, each with a result of 300 characters. */
function steps(count: number): ScriptedReply[] {
  return Array.from({ length: count }, (_, n) => toolReply([{ id: `t${n}`, name: 'read', json: '{}' }]))
}
const rows: ToolOutcome = { status: 'success', content: [{ type: 'text', text: 'row,'.repeat(75) }] }
const tools = fakeTools({ read: async () => rows })

describe('compaction', () => {
  it('asks the same model over the very same prompt, so that the prompt cache is read once more', async () => {
    const history = longHistory(20, 400)
    const { requests, state } = await askBehind(history, [summary, textReply('Done.')], {
      modelInfo: { contextTokens },
      tools,
    })
    const [asked, answered] = requests
    expect(asked?.messages.slice(0, -1)).toEqual(history)
    expect(asked?.messages.slice(0, -1).every((message, n) => message === history[n])).toBe(true)
    const [question, request] = asked?.messages.at(-1)?.content ?? []
    expect(question).toEqual({ type: 'text', text: 'And now?' })
    for (const heading of summaryHeadings)
      expect(request).toMatchObject({ text: expect.stringContaining(`## ${heading}`) })
    const { system, tools: specs, model, conversationId } = answered!
    expect(asked).toMatchObject({ system, tools: specs, model, conversationId })
    expect(state.calls.map(({ purpose }) => purpose)).toEqual(['compaction', undefined])
  })

  it('asks with the same wishes, but for what would cut the summary short', async () => {
    const inference: InferenceSettings = { effort: 'high', caching: '1h', stopSequences: ['##'], maxTokens: 40 }
    const { requests } = await askBehind(longHistory(20, 400), [summary, textReply('Done.')], {
      modelInfo: { contextTokens },
      inference,
    })
    expect(requests.map((request) => request.inference)).toEqual([
      { effort: 'high', caching: '1h', maxTokens: 200 },
      inference,
    ])
  })

  it('happens before the limit, keeps the newest turns whole and tells what it did', async () => {
    const history = longHistory(20, 400)
    const { requests, state, stop, sizeOf } = await askBehind(history, [summary, textReply('Done.')], {
      modelInfo: { contextTokens },
    })
    expect(stop).toEqual({ kind: 'completed' })
    const [replaced, ...kept] = textsOf(requests[1]!)
    expect(replaced).toContain('Revenue by region.')
    const newest = history.slice(-kept.length + 1).flatMap(({ content }) => content)
    expect(kept).toEqual([...newest.map((block) => 'text' in block && block.text), 'And now?'])
    expect(kept.length).toBeGreaterThanOrEqual(4)
    const tokensAfter = sizeOf(requests[1]!)
    expect(tokensAfter).toBeLessThanOrEqual(contextTokens * 0.35)
    expect(state.compactions).toMatchObject([
      {
        keptFrom: history.at(-kept.length + 1)?.id,
        tokensBefore: 8035,
        tokensAfter,
        messagesBefore: 1,
        summary: replaced,
      },
    ])
  })

  it('does not happen while there is room, and never for a model whose limit nobody knows', async () => {
    const roomy = await askBehind(longHistory(18, 400), [textReply('Done.')], { modelInfo: { contextTokens } })
    const unknown = await askBehind(longHistory(900, 400), [textReply('Done.')])
    expect([roomy, unknown].map(({ stop, requests }) => [stop.kind, requests.length])).toEqual([
      ['completed', 1],
      ['completed', 1],
    ])
  })

  it('leaves room in proportion for a model that may write as much as it can read', async () => {
    const modelInfo = { contextTokens, maxOutputTokens: contextTokens }
    const { requests } = await askBehind(longHistory(13, 400), [textReply('Done.')], { modelInfo })
    expect(requests).toHaveLength(1)
  })

  it('cuts far enough in a long tool loop that the next one is not soon, and keeps the request and every result', async () => {
    const replies = [...steps(50), textReply('Done.')]
    const summaries = [summary, summary, summary]
    const modelInfo = { contextTokens }
    const { requests, state, stop } = await askBehind([], replies, {
      modelInfo,
      tools,
      summaries,
      question: 'Read every file.',
    })
    expect(stop).toEqual({ kind: 'completed' })
    expect(state.compactions).toHaveLength(2)
    expect(textsOf(requests.at(-1)!)[0]).toContain('<current-request>\nRead every file.\n</current-request>')
    const [{ messages }] = [requests.at(-1)!]
    for (const [n, { content }] of messages.entries()) {
      const uses = content.flatMap((block) => (block.type === 'tool-use' ? [block.toolUseId] : []))
      const next = messages[n + 1]?.content ?? []
      expect(next.flatMap((block) => (block.type === 'tool-result' ? [block.toolUseId] : []))).toEqual(uses)
    }
  })

  it('keeps the request of the run also when a second one cuts behind it', async () => {
    const { requests, state } = await askBehind(longHistory(20, 400), [...steps(30), textReply('Done.')], {
      modelInfo: { contextTokens },
      tools,
      summaries: [summary, summary],
      question: 'Read every file.',
    })
    const sent = textsOf(requests.at(-1)!).join('\n')
    expect(state.compactions?.map(({ messagesBefore }) => messagesBefore > 1)).toEqual([false, true])
    expect(sent.split('Read every file.')).toHaveLength(2)
  })

  it('keeps a turn before the question though instructions alone are more than it would leave', async () => {
    const { requests } = await askBehind(longHistory(18, 200), [summary, textReply('Done.')], {
      modelInfo: { contextTokens },
      system: { stable: 'x'.repeat(4_500), varying: '' },
    })
    expect(textsOf(requests[1]!).slice(-2)[0]).toMatch(/^Answer 17/)
  })

  it('keeps pinned messages word for word, and once', async () => {
    const history = longHistory(20, 400)
    const pinned = ['Always in euros.\n  Never in dollars.', textsOf({ messages: history.slice(-2, -1) } as never)[0]!]
    const { requests } = await askBehind(history, [summary, textReply('Done.')], {
      modelInfo: { contextTokens },
      pinned: () => pinned,
    })
    const sent = textsOf(requests[1]!).join('\n')
    for (const text of pinned) expect(sent.split(text)).toHaveLength(2)
    expect(sent).toContain(`<pinned-message>\n${pinned[0]}\n</pinned-message>`)
  })

  it('goes on in several steps when a smaller model was chosen that cannot read what it should summarise', async () => {
    const replies = [...Array.from({ length: 8 }, () => summary), textReply('Done.')]
    const { stop, requests, sizeOf, state } = await askBehind(longHistory(60, 400), replies, {
      modelInfo: { contextTokens: 8_000 },
    })
    expect(state.compactions?.length).toBeGreaterThan(1)
    for (const request of requests) expect(sizeOf(request)).toBeLessThanOrEqual(8_000)
    expect(stop.kind).toBe('completed')
  })

  it('summarises less when the service finds even that too long', async () => {
    const tooLong = new AppError('CONTEXT_TOO_LONG', 'Input is too long.')
    const { stop, requests, sizeOf } = await askBehind(
      longHistory(20, 400),
      [[tooLong], summary, summary, textReply('Done.')],
      {
        modelInfo: { contextTokens },
      },
    )
    expect(stop.kind).toBe('completed')
    expect(sizeOf(requests[1]!)).toBeLessThan(sizeOf(requests[0]!) * 0.7)
  })
})
