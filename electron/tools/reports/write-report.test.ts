import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writtenReport, type WrittenReport } from '../../../shared/tool-results.ts'
import type { ToolDisplay } from '../../../shared/tool-results.ts'
import type { JsonValue } from '../../../shared/schema.ts'
import { openTemporaryScope } from '../../sandbox/temporary-scope.fixture.ts'
import { chart } from '../data/chart.ts'
import { engineForTests } from '../data/data-engine.fixture.ts'
import { queryData } from '../data/query-data.ts'
import { contentOf, createToolContext, runTool } from '../files/tool-context.fixture.ts'
import type { ToolContext } from '../tool.ts'
import { answeredRuns, type Said } from './answered-runs.fixture.ts'
import { writeReport } from './write-report.ts'

const open = async () => {
  const files = await openTemporaryScope()
  const data = engineForTests(files.workspace)
  const { conversationId } = files.by
  const base = { conversationId, data: data.engine }
  const rows = Array.from({ length: 1200 }, (_, at) => `region ${at},${at}`)
  writeFileSync(join(files.workspace, 'sales.csv'), `region,amount\n${rows.join('\n')}\n`)
  writeFileSync(join(files.workspace, 'evil.csv'), `name,n\n"<script>alert(1)</script>",1\n"a|b",2\n`)

  /** Calls a tool as it would be called, and gives what is stored of the call. */
  async function call(
    tool: typeof queryData | typeof chart,
    input: JsonValue,
  ): Promise<NonNullable<Said['calls']>[number]> {
    const { content, display } = await runTool(
      tool as typeof queryData,
      input as never,
      createToolContext(files.scope, base),
    )
    return { name: tool.name, input, outcome: { content: [...content], ...(display === undefined ? {} : { display }) } }
  }
  return {
    workspace: files.workspace,
    data,
    call,
    context: (said: readonly Said[]): ToolContext =>
      createToolContext(files.scope, { ...base, runs: { of: async () => answeredRuns(said) } }),
    async [Symbol.asyncDispose]() {
      data.dispose()
      await files[Symbol.asyncDispose]()
    },
  }
}

let at: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  at = await open()
})
afterAll(async () => {
  await at[Symbol.asyncDispose]()
})

const bySql = "SELECT region, sum(amount) AS total FROM 'sales.csv' GROUP BY region ORDER BY region"
const evilSql = "SELECT name, sum(n) AS total FROM 'evil.csv' GROUP BY name ORDER BY name"
const sqlBlock = (sql: string) => `\`\`\`sql\n${sql}\n\`\`\``
const read = (path: string) => readFileSync(join(at.workspace, path), 'utf8')

async function write(input: Parameters<typeof writeReport.run>[0] | { title: string }, context: ToolContext) {
  return writtenReport.parse(contentOf(await runTool(writeReport, input, context)))
}

describe('a report of a conversation', () => {
  let said: readonly Said[]
  let written: WrittenReport
  beforeAll(async () => {
    const table = await at.call(queryData, { sql: bySql })
    const drawn = await at.call(chart, { title: 'Evil', sql: evilSql, kind: 'bar', x: 'name', y: 'total' })
    said = [
      { ask: 'Total by region', calls: [table], answer: `It has 1,200 groups.\n\n${sqlBlock(bySql)}` },
      { ask: 'Chart n by name', calls: [drawn], answer: `Here it is.\n\n${sqlBlock(evilSql)}` },
    ]
    written = await write({ title: 'Q3: sales/returns' }, at.context(said))
  })

  test('stands in the output folder under a name any system can hold', () => {
    expect(written).toMatchObject({ path: 'output/Q3 sales-returns.html', sections: 2, charts: [] })
  })

  test('holds questions, answers, SQL and the rows of a table up to its limit, and says what it leaves out', () => {
    const html = read(written.path)
    expect(html).toContain('<h2>Total by region</h2>')
    expect(html).toContain('GROUP BY region')
    expect(html.match(/<td>region \d+<\/td>/g)).toHaveLength(1000)
    expect(html).toContain('The report has the first 1,000 of 1,200 rows.')
    expect(written.notes).toEqual(['The report has the first 1,000 of 1,200 rows.'])
  })

  test('holds the chart as a picture of its own, in which data is text', () => {
    const [, base64 = ''] = /data:image\/svg\+xml;base64,([^"]+)"/.exec(read(written.path)) ?? []
    const svg = Buffer.from(base64, 'base64').toString()
    expect(svg).toMatch(/^<svg /)
    expect(svg).toContain('&lt;script')
    expect(svg).not.toContain('<script')
  })

  test('names its sources with size and date', () => {
    expect(read(written.path)).toMatch(/<li>sales\.csv: [\d,]+ bytes, changed \d{4}-\d\d-\d\d \d\d:\d\d UTC<\/li>/)
    expect(read(written.path)).toContain('<li>evil.csv: ')
  })

  test('never overwrites', async () => {
    const before = read(written.path)
    const again = await write({ title: 'Q3: sales/returns' }, at.context(said))
    expect(again.path).toBe('output/Q3 sales-returns-2.html')
    expect(read(written.path)).toBe(before)
  })

  test('in Markdown has its charts beside it, and each file can be taken back', async () => {
    const context = at.context(said)
    const answer = await runTool(writeReport, { title: 'Notes', format: 'markdown' }, context)
    expect(contentOf(answer)).toMatchObject({ path: 'output/Notes.md', charts: ['output/Notes-chart-1.svg'] })
    expect(answer.snapshotIds).toHaveLength(2)
    expect(read('output/Notes.md')).toContain('](<Notes-chart-1.svg>)')
    expect(read('output/Notes-chart-1.svg')).toMatch(/^<svg /)
    // One of its names is taken: all of them move on.
    writeFileSync(join(at.workspace, 'output/More-chart-1.svg'), 'mine')
    expect(await write({ title: 'More', format: 'markdown' }, context)).toMatchObject({
      path: 'output/More-2.md',
      charts: ['output/More-2-chart-1.svg'],
    })
    expect(read('output/More-chart-1.svg')).toBe('mine')
  })

  test('is shown before as its words, with the beginnings of its tables, and touches exactly its files', async () => {
    const input = { title: 'Preview', format: 'markdown' } as const
    const before = readdirSync(join(at.workspace, 'output'))
    const preview = await writeReport.preview?.(input, at.context(said))
    expect(preview).toMatchObject({ kind: 'diff', path: 'output/Preview.md', before: null })
    const text = preview?.kind === 'diff' ? preview.after : ''
    expect(text).toContain('## Total by region')
    expect(text).toContain('Here are the first 20 rows of it.')
    expect(text).toContain('The report has the first 1,000 of 1,200 rows.')
    expect(text).toContain('*Chart: Evil: bar chart')
    expect(text).toContain('output/Preview-chart-1.svg')
    const targets = await writeReport.targets(input, at.context(said))
    expect(targets.map((target) => target.kind === 'file' && target.path)).toEqual([
      join(at.workspace, 'output/Preview.md'),
      join(at.workspace, 'output/Preview-chart-1.svg'),
    ])
    expect(readdirSync(join(at.workspace, 'output'))).toEqual(before)
  })

  test('says so where the full table is no longer kept', async () => {
    const [first, ...rest] = said
    const call = first?.calls?.[0]
    const display = { ...(call?.outcome.display as Extract<ToolDisplay, { kind: 'table' }>), tableId: 'gone' as never }
    const gone = [{ ...first, calls: [{ ...call, outcome: { display } }] }, ...rest] as readonly Said[]
    const { notes, path } = await write({ title: 'Gone' }, at.context(gone))
    expect(notes).toEqual([
      'The report has the first 100 of 1,200 rows. The others are no longer kept: ask the question again to have them.',
    ])
    expect(read(path).match(/<td>region \d+<\/td>/g)).toHaveLength(100)
  })

  test('says so where a chart cannot be drawn or a file is gone', async () => {
    const display = { kind: 'chart', title: 'Broken', vegaSpec: { marks: 5 }, alt: 'bars' } as const
    const input = { sql: "SELECT 1 FROM 'absent.csv'" }
    const broken = [{ ask: 'q', calls: [{ name: 'chart', input, outcome: { display } }], answer: 'Here.' }]
    const { notes, path } = await write({ title: 'Broken' }, at.context(broken))
    expect(notes).toEqual(['The chart “Broken” could not be drawn.'])
    expect(read(path)).toContain('absent.csv: no longer there when this report was made')
  })

  test('cites the pages that an answer names', async () => {
    const value = {
      path: 'sales.csv',
      format: 'pdf',
      parts: ['page 1', 'page 12'].map((where) => ({ where, text: '' })),
    }
    const content = [{ type: 'json', value: { ...value, totalParts: 2, truncated: false } }] as const
    const calls = [{ name: 'read_document', input: { path: 'sales.csv' }, outcome: { content: [...content] } }]
    const { path } = await write({ title: 'Cited' }, at.context([{ ask: 'q', calls, answer: 'It says so (page 12).' }]))
    expect(read(path)).toMatch(/<li>sales\.csv: .*; cited: page 12<\/li>/)
  })

  test('names the files of passages that a search found', async () => {
    const value = { query: 'q', passages: [{ path: 'evil.csv', where: 'page 2', text: 't' }] }
    const calls = [{ name: 'search', input: { query: 'q' }, outcome: { content: [{ type: 'json' as const, value }] } }]
    const { path } = await write({ title: 'Found' }, at.context([{ ask: 'q', calls, answer: '**page 2** says so.' }]))
    expect(read(path)).toMatch(/<li>evil\.csv: .*; cited: page 2<\/li>/)
  })
})

test('a report of its own sections shows the table they name whole', async () => {
  const table = await at.call(queryData, { sql: evilSql })
  const [shown] = answeredRuns([{ ask: 'q', calls: [table], answer: 'a' }])
  const display = Object.values(shown?.tools ?? {})[0]?.state
  const id =
    display?.kind === 'done' && display.outcome.display?.kind === 'table' ? display.outcome.display.tableId : ''
  const sections = [{ heading: 'Mine', markdown: 'My **own** words.', tables: [id] }]
  const { path } = await write(
    { title: 'Own', sections } as never,
    at.context([{ ask: 'q', calls: [table], answer: 'a' }]),
  )
  expect(read(path)).toContain('<p>My <strong>own</strong> words.</p>')
  expect(read(path)).toContain('<td>&#60;script&#62;alert(1)&#60;/script&#62;</td>')
})

test('nothing answered is a sentence, and no file', async () => {
  await expect(write({ title: 'Empty' }, at.context([]))).rejects.toThrow(/Nothing has been answered/)
})
