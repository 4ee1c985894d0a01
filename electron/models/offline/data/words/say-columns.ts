import type { Table } from '../columns/table-columns.ts'
import { sayDoers } from './say-doers.ts'
import { sayOrigins } from './say-origins.ts'
import { sayPriceOfUnit } from './say-price-of-unit.ts'
import { saySides } from './say-sides.ts'
import { sayTimesSpent } from './say-times-spent.ts'
import { sayYield } from './say-yield.ts'

/** Turns of speech that only one column of this table can mean, said by its name. */
export function sayColumns(question: string, table: Pick<Table, 'name' | 'columns'>): string {
  const { columns } = table
  const spent = sayTimesSpent(sayPriceOfUnit(sayYield(question, table), columns), columns)
  return saySides(sayOrigins(sayDoers(spent, columns), columns), columns)
}
