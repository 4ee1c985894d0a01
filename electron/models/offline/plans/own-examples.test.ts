import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { readHere } from '../../../tools/documents/read-here.fixture.ts'
import { openOfflineWorkspace, type Asked, type OfflineWorkspace } from '../offline-workspace.fixture.ts'

const require = createRequire(import.meta.url)
const observable = dirname(require.resolve('@observablehq/sample-datasets/aapl.csv'))
const vega = fileURLToPath(new URL('../../../../node_modules/vega-datasets/data', import.meta.url))
const sample = fileURLToPath(new URL('../../../../assets/sample-workspace', import.meta.url))

/** What the examples are read from: the quoted questions of the answer to "help", by their group. */
async function examplesIn(workspace: OfflineWorkspace): Promise<ReadonlyMap<string, readonly string[]>> {
  const { markdown } = await workspace.ask('help')
  const groups = markdown.split(/^- \*\*/m).slice(1)
  return new Map(
    groups.map((group) => [
      group.slice(0, group.indexOf('*')),
      [...group.matchAll(/^ {2}- \*“(.+)”\*$/gm)].map(([, text = '']) => text.replaceAll(/\\(.)/g, '$1')),
    ]),
  )
}

function expectAnswered(question: string, { calls, markdown }: Asked, columns: readonly string[]): void {
  const last = calls.at(-1)
  expect(['query_data', 'chart'], `${question}: ${markdown}`).toContain(last?.name)
  expect(markdown, question).toContain('```sql')
  const { sql } = (last?.input ?? {}) as { readonly sql?: string }
  for (const column of columns) if (names(question, column)) expect(sql, question).toContain(`"${column}"`)
}

function names(question: string, column: string): boolean {
  return ` ${question.replace(/ in \S*(\w| \().*?\.(csv|json)\b/, '')} `.includes(` ${column} `)
}

function columnsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  if (file.endsWith('.json')) return Object.keys((JSON.parse(text) as object[])[0] ?? {})
  return (text.split(/\r?\n/)[0] ?? '').split(',')
}

const open: OfflineWorkspace[] = []
afterAll(async () => {
  for (const workspace of open) await workspace[Symbol.asyncDispose]()
})

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<OfflineWorkspace> {
  const workspace = await openOfflineWorkspace({ documents: readHere, files })
  open.push(workspace)
  return workspace
}

describe.each([
  ['Q3 export (final).csv', join(observable, 'pizza.csv')],
  ["rio 2016/Bob's olympians.csv", join(observable, 'olympians.csv')],
  ['cars.json', join(vega, 'cars.json')],
])('over %s', (name, from) => {
  test('every example is answered from the columns it names', async () => {
    const workspace = await folderOf({ [name]: readFileSync(from) })
    const examples = await examplesIn(workspace)
    const figures = examples.get('work out figures') ?? []
    const charts = examples.get('draw charts') ?? []
    expect(figures.length + charts.length).toBeGreaterThan(2)
    const columns = columnsOf(from)
    expect(columns.some((column) => names(figures[0] ?? '', column))).toBe(true)
    for (const question of [...figures, ...charts]) expectAnswered(question, await workspace.ask(question), columns)
    const first = await workspace.ask(figures[0] ?? '')
    for (const words of examples.get('go on from an answer') ?? [])
      expectAnswered(words, await workspace.ask(words, { history: first.history }), columns)
  }, 120_000)
})

test('over the sample, every example of every group is answered', async () => {
  const workspace = await openOfflineWorkspace({ documents: readHere, copyOf: sample })
  open.push(workspace)
  const examples = await examplesIn(workspace)
  expect([...examples.values()].every((each) => each.length > 0)).toBe(true)
  const [joined = ''] = examples.get('put two files together') ?? []
  expect((await workspace.ask(joined)).markdown).toContain('joined')
  for (const question of examples.get('read documents') ?? []) {
    const { markdown } = await workspace.ask(question)
    expect(markdown, question).toMatch(/page \d|line \d|whole document|section|passage/)
  }
}, 120_000)

test('an empty folder, and one it may not look into, get the groups without examples', async () => {
  const workspace = await folderOf({})
  const { markdown } = await workspace.ask('help')
  expect(markdown).toContain('**draw charts**')
  expect(markdown).toContain('There is no table here')
  expect((await workspace.ask('help', { toolNames: [] })).markdown).toContain('**draw charts**')
})
