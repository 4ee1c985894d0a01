import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RunState } from '../../../shared/run-events.ts'
import { foldSteps } from './fold-steps.ts'
import { runOfSteps, type Said } from './run-of-steps.fixture.ts'

const list: Said = { tool: 'list_files' }
const look = (file: string): Said => ({ tool: 'describe_data', input: { file } })
const values: Said = { tool: 'query_data', input: { sql: "SELECT DISTINCT region FROM 'a.csv'" } }
const query: Said = { tool: 'query_data', input: { sql: "SELECT sum(amount) FROM 'a.csv'" } }
const read: Said = { tool: 'file_read', input: { path: 'a.md' } }
const words: Said = { text: 'It is 12.' }

/** The folded blocks as "message block", a list for each line. */
function folded(run: RunState): string[][] {
  return foldSteps(run).map(({ blocks }) => blocks.map(({ messageId, at }) => `${messageId} ${at}`))
}

describe('what folds', () => {
  it('is what was looked up before a query, over several replies; the query stays', () => {
    const run = runOfSteps([list], [look('a.csv'), look('b.csv')], [values, values], [query], [words])
    expect(folded(run)).toEqual([['m0 0', 'm1 0', 'm1 1', 'm2 0', 'm2 1']])
  })

  it('is nothing where one step stands alone', () => {
    expect(folded(runOfSteps([list], [query], [words]))).toEqual([])
    expect(folded(runOfSteps([list], [words], [look('a.csv')], [words]))).toEqual([])
  })

  it('is two lines where words, a note or another step stand between', () => {
    expect(folded(runOfSteps([list, look('a.csv')], [query], [list, look('b.csv'), query], [words]))).toEqual([
      ['m0 0', 'm0 1'],
      ['m2 0', 'm2 1'],
    ])
    const run = runOfSteps([list], [look('a.csv')], [query])
    const noted = { ...run, notes: [{ messagesBefore: 1, at: 0, note: { kind: 'resumed' } }] } as unknown as RunState
    expect(folded(run)).toEqual([['m0 0', 'm1 0']])
    expect(folded(noted)).toEqual([])
  })

  it('takes in the thoughts between the steps, and leaves those around them', () => {
    const thought: Said = { thought: 'Hm.' }
    const run = runOfSteps([thought, list], [thought, look('a.csv')], [thought, query])
    expect(folded(run)).toEqual([['m0 1', 'm1 0', 'm1 1']])
  })

  it('leaves the last step before the words, on which they stand', () => {
    expect(folded(runOfSteps([list], [look('a.csv')], [words]))).toEqual([])
    expect(folded(runOfSteps([list], [look('a.csv')], [look('b.csv')], [words]))).toEqual([['m0 0', 'm1 0']])
  })

  it('takes several last steps together if they only found out what there is', () => {
    expect(folded(runOfSteps([list], [look('a.csv'), look('b.csv')], [words]))).toEqual([['m0 0', 'm1 0', 'm1 1']])
    expect(folded(runOfSteps([list, look('a.csv')], [read, read], [words]))).toEqual([['m0 0', 'm0 1']])
  })

  it.each(['error', 'denied', 'cancelled', 'asking', 'answered', 'running'] as const)(
    'is never a step that is “%s”',
    (as) => {
      const run = runOfSteps([list, look('a.csv')], [{ tool: 'file_read', as }], [look('b.csv'), list], [query])
      expect(folded(run).flat()).not.toContain('m1 0')
      expect(folded(run).flat()).toHaveLength(4)
    },
  )

  it.each(['file_write', 'shell', 'http_request', 'chart', 'offer_choices', 'write_report', 'mcp_anything'])(
    'is never a step of %s, which does more than look',
    (tool) => {
      expect(folded(runOfSteps([list, look('a.csv')], [{ tool }], [query])).flat()).not.toContain('m1 0')
    },
  )

  it('goes on past a step that failed or runs, which is seen beside it, and not past what is asked of the person', () => {
    const broken: Said = { tool: 'describe_data', as: 'error' }
    const run = runOfSteps([list], [look('a.csv'), broken, look('b.csv')], [query])
    expect(folded(run)).toEqual([['m0 0', 'm1 0', 'm1 2']])
    const found: Said = { tool: 'search_documents' }
    expect(folded(runOfSteps([list], [found], [{ tool: 'offer_choices' }], [words]))).toEqual([])
  })

  it('keeps its place while it grows: where its first step stands, though others end before', () => {
    const first: Said = { tool: 'describe_data', as: 'running' }
    const run = runOfSteps([first, look('b.csv'), look('c.csv')])
    const done = runOfSteps([look('a.csv'), look('b.csv'), look('c.csv')], [query])
    expect(foldSteps(run)[0]?.first).toEqual(foldSteps(done)[0]?.first)
    expect(folded(run)).toEqual([['m0 1', 'm0 2']])
  })
})

const anything = fc.oneof(
  fc.constantFrom<Said>(list, look('a.csv'), values, query, read, words, { thought: 'Hm.' }, { text: ' ' }),
  fc.record({
    tool: fc.constantFrom('list_files', 'query_data', 'file_read', 'file_write', 'chart'),
    as: fc.constantFrom('done', 'running', 'asking', 'error', 'denied', 'cancelled', 'answered'),
  }) as fc.Arbitrary<Said>,
)

describe('whatever a run holds', () => {
  it('only finished, unasked, silent steps fold, each once, two or more, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anything, { maxLength: 5 }), { maxLength: 8 }), (replies) => {
        const run = runOfSteps(...replies)
        const places = foldSteps(run).map(({ blocks }) => blocks)
        const order = run.messages.flatMap(({ id, content }) => content.map((_, at) => `${id} ${at}`))
        const names = places.flat().map(({ messageId, at }) => `${messageId} ${at}`)
        expect(names).toEqual(order.filter((name) => names.includes(name)))
        expect(new Set(names).size).toBe(names.length)
        for (const blocks of places) {
          const tools = blocks.flatMap(({ messageId, at }) => run.tools[`${messageId} ${at}`] ?? [])
          expect(tools.length).toBeGreaterThanOrEqual(2)
          for (const { name, state, consentWaitMs } of tools) {
            expect(['list_files', 'describe_data', 'query_data', 'file_read']).toContain(name)
            expect(state).toMatchObject({ kind: 'done', outcome: { status: 'success' } })
            expect(consentWaitMs).toBe(0)
          }
        }
      }),
    )
  })
})
