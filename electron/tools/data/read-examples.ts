import type { DuckDBConnection } from '@duckdb/node-api'
import type { Cell } from '../../../shared/tool-results.ts'
import { readRows } from './read-rows.ts'

const maxExamples = 3
const maxCharacters = 80

const headRows = 1000
/** Nearly always enough, and twenty times as quickly read. */
const firstRows = 50

/** For each column the first different values among the first thousand. */
export async function readExamples(
  connection: DuckDBConnection,
  { from, columns }: { readonly from: string; readonly columns: number },
): Promise<Cell[][]> {
  const read = async (rows: number) => readRows(connection, `SELECT * FROM ${from} LIMIT ${rows}`)
  const examplesOf = (rows: readonly (readonly Cell[])[]) =>
    Array.from({ length: columns }, (_, at) => firstDifferent(rows.map((row) => row[at] ?? null)))
  const first = await read(firstRows)
  const examples = examplesOf(first)
  if (first.length < firstRows || examples.every(({ length }) => length === maxExamples)) return examples
  return examplesOf(await read(headRows))
}

function firstDifferent(cells: readonly Cell[]): Cell[] {
  const different = new Set<Cell>()
  for (const cell of cells) {
    if (cell !== null && cell !== '') different.add(briefCell(cell))
    if (different.size === maxExamples) break
  }
  return [...different]
}

/** Longer text is cut for showing. */
export function briefCell(cell: Cell): Cell {
  return typeof cell === 'string' && cell.length > maxCharacters ? `${cell.slice(0, maxCharacters)}…` : cell
}
