import { expect, it } from 'vitest'
import type { ProfiledColumn } from './describe-column.ts'
import { findColumns } from './find-columns.ts'

const columns = ['Order_Date', 'order-id', 'Größe', 'x'].map((name): ProfiledColumn => ({
  name,
  type: 'VARCHAR',
  missing: 0,
  distinct: 0,
  min: null,
  max: null,
  examples: [],
}))
const found = (search: string) => findColumns(columns, search).map(({ name }) => name)

it('finds columns by words of their names, however they are written', () => {
  expect(['order', 'date order', 'ORDER ID', 'grosse', 'gro', ' ', 'nothing'].map(found)).toEqual([
    ['Order_Date', 'order-id'],
    ['Order_Date'],
    ['order-id'],
    [],
    ['Größe'],
    ['Order_Date', 'order-id', 'Größe', 'x'],
    [],
  ])
})
