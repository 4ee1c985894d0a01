import { describe, expect, test } from 'vitest'
import { runId, tableId } from '../../../shared/ids.ts'
import type { Cell, ToolDisplay } from '../../../shared/tool-results.ts'
import { answeredQuestions } from './answered-questions.ts'
import { answeredRuns, type Said } from './answered-runs.fixture.ts'
import { planReport } from './plan-report.ts'

const now = runId.parse('now')

function table(id: string, sql: string, rowCount: number): ToolDisplay {
  const rows = Array.from({ length: Math.min(rowCount, 50) }, (_, at): Cell[] => [`region ${at}`, at])
  const columns = [
    { name: 'region', type: 'VARCHAR' },
    { name: 'total amount', type: 'DOUBLE' },
  ]
  return { kind: 'table', tableId: tableId.parse(id), sql, columns, rows, rowCount }
}

function query(id: string, sql: string, rowCount: number): NonNullable<Said['calls']>[number] {
  return { name: 'query_data', input: { sql }, outcome: { display: table(id, sql, rowCount) } }
}

function kinds(said: readonly Said[]): readonly (readonly string[])[] {
  return planReport({ title: 'Report', format: 'html' }, answeredRuns(said), now).sections.map(({ parts }) =>
    parts.map((part) => part.kind),
  )
}

const shortTable = '| region | total amount |\n|---|---:|\n| a | 1 |'

describe('the conversation as it was', () => {
  test('a table of which the answer shows the beginning stands whole in its place, without the remark below', () => {
    const answer = `Here.\n\n${shortTable}\n\n5 more rows are with the query above.\n\n\`\`\`sql\nSELECT 1\n\`\`\``
    expect(kinds([{ ask: 'by region', calls: [query('t1', 'SELECT 1', 25)], answer }])).toEqual([
      ['paragraph', 'shown-table', 'code'],
    ])
  })

  test('a table of which the answer shows every row stays as it wrote it', () => {
    const answer = `Here.\n\n${shortTable}\n\n\`\`\`sql\nSELECT 1\n\`\`\``
    expect(kinds([{ ask: 'by region', calls: [query('t1', 'SELECT 1', 1)], answer }])).toEqual([
      ['paragraph', 'table', 'code'],
    ])
  })

  test('a table whose SQL the answer gives stands below it, but for a single row, which is told in words', () => {
    const answer = 'It is **3**.\n\n```sql\nSELECT 1\n```'
    expect(kinds([{ ask: 'q', calls: [query('t1', 'SELECT 1', 9)], answer }])).toEqual([
      ['paragraph', 'code', 'shown-table'],
    ])
    expect(kinds([{ ask: 'q', calls: [query('t1', 'SELECT 1', 1)], answer }])).toEqual([['paragraph', 'code']])
  })

  test('what was looked up on the way is evidence behind the answer', () => {
    const calls = [query('t1', 'SELECT 1', 30), query('t2', 'SELECT 2', 30)]
    const answer = 'It is so.\n\n```sql\nSELECT 2\n```'
    const [section] = planReport(
      { title: 'R', format: 'html' },
      answeredRuns([{ ask: 'q', calls, answer }]),
      now,
    ).sections
    expect(section?.parts.at(-1)).toMatchObject({ kind: 'behind', tables: [{ tableId: 't1' }] })
  })

  test('a chart stands below the first sentence', () => {
    const display: ToolDisplay = { kind: 'chart', title: 'T', vegaSpec: {}, alt: 'bars' }
    const calls = [{ name: 'chart', input: { sql: 'SELECT 1' }, outcome: { display } }]
    expect(kinds([{ ask: 'chart it', calls, answer: 'Here.\n\n```sql\nSELECT 1\n```' }])).toEqual([
      ['paragraph', 'shown-chart', 'code'],
    ])
    expect(kinds([{ ask: 'chart it', calls, answer: 'Here.' }])).toEqual([['paragraph', 'shown-chart', 'behind']])
  })

  test('left out are what has no answer, other reports, what is asked to be, and the question under way', () => {
    const said: readonly Said[] = [
      { ask: 'hello', answer: 'Hello!' },
      { ask: 'kept', answer: 'Yes.' },
      { ask: 'never answered', answer: '' },
      { ask: 'write a report', calls: [{ name: 'write_report', input: {}, outcome: {} }], answer: 'Saved.' },
      { ask: 'under way', answer: 'Not yet.' },
    ]
    const runs = answeredRuns(said)
    const input = { title: 'R', format: 'html' as const, leaveOut: ['hello'] }
    expect(planReport(input, runs, runId.parse('run5')).sections.map(({ heading }) => heading)).toEqual(['kept'])
    expect(() => planReport({ ...input, leaveOut: ['hello', 'kept', 'under way'] }, runs, now)).toThrow(
      /Nothing has been/,
    )
  })
})

test('an answer that went on in another run is one answer', () => {
  const [only, ...others] = answeredQuestions(
    answeredRuns([
      { ask: 'q', answer: 'First half' },
      { ask: null, answer: 'and second.' },
    ]),
  )
  expect(others).toEqual([])
  expect(only?.answer).toBe('First half\n\nand second.')
  expect(only?.runIds).toEqual(['run1', 'run2'])
})

describe('sections of its own', () => {
  const runs = answeredRuns([{ ask: 'q', calls: [query('t1', 'SELECT 1', 9)], answer: 'a' }])
  const written = (tables: string[], charts: string[] = []) =>
    planReport(
      { title: 'R', format: 'html', sections: [{ heading: 'H', markdown: 'Text.', tables, charts }] },
      runs,
      now,
    )

  test('show the tables they name', () => {
    expect(written(['t1']).sections[0]?.parts.map((part) => part.kind)).toEqual(['paragraph', 'shown-table'])
  })

  test('may name nothing that this conversation did not show', () => {
    expect(() => written(['t2'])).toThrow(/No table “t2” was shown in this conversation/)
    expect(() => written([], ['Sales'])).toThrow(/No chart “Sales”/)
  })
})
