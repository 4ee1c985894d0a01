import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openOfflineWorkspace } from './offline-workspace.fixture.ts'

/** Names a table may have: words of the grammar, of SQL, quotes, marks, other scripts, blanks. */
const oddNames = [
  'total',
  'average',
  'by',
  'count',
  'rows',
  'select',
  'group',
  'order by',
  'table',
  'where',
  "it's",
  'a "b" c',
  '🙂',
  'größe',
  '金額',
  'two words',
  ' padded ',
  '100%',
  'x;y',
  'amount, net',
  'top 5',
  'year',
  'not',
  'UPPER',
  'null',
  '--',
  '1st',
]

/** A first line with more than one of these may be data to anybody: figures, or none. */
const namesLikeValues: ReadonlySet<string> = new Set(['null', '--', '100%'])

const groupValue = fc.constantFrom('red', 'Blue', "o'Neil", 'a,b', '"quoted"', 'über', '', 'per', 'two words', '🙂')
const figureValue = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 8),
  fc.constant(null),
)

const tables = fc.record({
  names: fc.uniqueArray(fc.constantFrom(...oddNames), {
    minLength: 3,
    maxLength: 3,
    selector: (name) => name.trim().toLowerCase(),
  }),
  rows: fc.array(fc.tuple(groupValue, figureValue, fc.integer({ min: 0, max: 99 })), { minLength: 2, maxLength: 30 }),
  quotesAll: fc.boolean(),
  ending: fc.constantFrom('\n', '\r\n'),
})

type Row = readonly [group: string, figure: number | null, other: number]

function csv(cells: readonly (readonly string[])[], quotesAll: boolean, ending: string): string {
  const quoted = (cell: string) =>
    quotesAll || /["',\n;]|^\s|\s$|^$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return cells.map((row) => row.map((cell) => (cell === '' ? '' : quoted(cell))).join(',')).join(ending) + ending
}

/** Figures of each group as this test computes them, without SQL. */
function expected(rows: readonly Row[]) {
  const groups = new Map<string, number[]>()
  const counts = new Map<string, number>()
  for (const [group, figure] of rows) {
    counts.set(group, (counts.get(group) ?? 0) + 1)
    groups.set(group, [...(groups.get(group) ?? []), ...(figure === null ? [] : [figure])])
  }
  return [...counts].map(([group, count]) => {
    const values = groups.get(group) ?? []
    const sum = values.reduce((total, value) => total + value, 0)
    return {
      group,
      count,
      sum: values.length === 0 ? null : sum,
      avg: values.length === 0 ? null : sum / values.length,
    }
  })
}

test('sums, averages and numbers of rows by group are those of the rows, whatever columns are called', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ names, rows, quotesAll, ending }) => {
      const [group = '', figure = '', other = ''] = names
      // Without a whole column of numbers it would not be one of numbers.
      fc.pre(rows.some(([, value]) => value !== null) && rows.some(([value]) => value !== ''))
      fc.pre(names.filter((each) => namesLikeValues.has(each)).length < 2)
      const cells = rows.map(([a, b, c]) => [a, b === null ? '' : String(b), String(c)])
      const text = csv([[group, figure, other], ...cells], quotesAll, ending)
      await using folder = await openOfflineWorkspace({ files: { 'odd.csv': text } })
      const name = (column: string) => (column.includes('"') ? `“${column.trim()}”` : `"${column.trim()}"`)
      const question = `number of rows, total ${name(figure)} and average ${name(figure)} by ${name(group)}`
      const { markdown, calls, history } = await folder.ask(question)
      const results = history.flatMap(({ content }) => content).filter((block) => block.type === 'tool-result')
      const last = results.at(-1)?.content.find((part) => part.type === 'json')?.value as {
        rows: (string | number | null)[][]
      }
      expect(calls.at(-1)?.name, `${markdown}\n${text}`).toBe('query_data')
      const got = last.rows.map(([value, count, sum, avg]) => ({
        group: value ?? '',
        count: Number(count),
        sum: sum === null ? null : round(Number(sum)),
        avg: avg === null ? null : round(Number(avg)),
      }))
      const wanted = expected(rows).map((each) => ({
        ...each,
        sum: each.sum === null ? null : round(each.sum),
        avg: each.avg === null ? null : round(each.avg),
      }))
      expect(sorted(got), text).toEqual(sorted(wanted))
    }),
    { numRuns: 25 },
  )
}, 240_000)

function round(value: number | null): number {
  return Number(Number(value).toPrecision(12))
}

function sorted<Item extends { readonly group: string | number }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (String(a.group) < String(b.group) ? -1 : 1))
}
