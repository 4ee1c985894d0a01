import type { Table } from '../columns/table-columns.ts'
import { rowsNameOf } from '../columns/words-of-table.ts'

/** Tables that know what the rows of the others are called: with visits beside them, patients are no visits. */
export function besideOthers(tables: readonly Table[]): readonly Table[] {
  if (tables.length < 2) return tables
  return tables.map((table) => {
    const others = tables.filter((each) => each !== table)
    const key = others.map(({ name }) => name).join('\n')
    const known = knownBeside.get(table)
    if (known?.key === key) return known.table
    const beside = { ...table, beside: new Set(others.map(rowsNameOf)) }
    knownBeside.set(table, { key, table: beside })
    return beside
  })
}

/** What is found out about a table is kept by the table, so that it must stay the same one. */
const knownBeside = new WeakMap<Table, { readonly key: string; readonly table: Table }>()
