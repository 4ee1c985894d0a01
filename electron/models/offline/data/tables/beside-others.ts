import { normalWord, wordsOfName } from '../../words.ts'
import type { Table } from '../columns/table-columns.ts'
import { nameWithoutEnding } from '../columns/words-of-table.ts'

/** Tables that know what the rows of the others are called: with visits beside them, patients are no visits. */
export function besideOthers(tables: readonly Table[]): readonly Table[] {
  if (tables.length < 2) return tables
  return tables.map((table) => {
    const others = tables.filter((each) => each !== table)
    const key = others.map(({ name }) => name).join('\n')
    const known = knownBeside.get(table)
    if (known?.key === key) return known.table
    const beside = { ...table, beside: new Set(others.flatMap(headOf)) }
    knownBeside.set(table, { key, table: beside })
    return beside
  })
}

/** The last word of a name: "visits" of `clinic.sqlite#visits`, "orders" of `orders 2024.csv`. */
function headOf(table: Table): readonly string[] {
  const words = wordsOfName(nameWithoutEnding(table)).filter((word) => /^\p{L}{3,}$/u.test(word))
  return words.slice(-1).map(normalWord)
}

/** What is found out about a table is kept by the table, so that it must stay the same one. */
const knownBeside = new WeakMap<Table, { readonly key: string; readonly table: Table }>()
