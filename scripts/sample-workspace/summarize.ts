import { quarterOf } from './company.ts'
import type { Sale } from './make-sales.ts'

export type Total = { readonly name: string; readonly orders: number; readonly amount: number }

/** What the report and the notes say, added up from the orders themselves. */
export function summarize(sales: readonly Sale[], quarter: string) {
  const inQuarter = sales.filter((sale) => quarterOf(sale.date) === quarter)
  return {
    all: totalOf(quarter, inQuarter),
    regions: totalsBy(inQuarter, (sale) => sale.region),
    products: totalsBy(inQuarter, (sale) => sale.product),
  }
}

/** Largest first. */
function totalsBy(sales: readonly Sale[], keyOf: (sale: Sale) => string): readonly Total[] {
  return [...Map.groupBy(sales, keyOf)]
    .map(([name, group]) => totalOf(name, group))
    .toSorted((a, b) => b.amount - a.amount)
}

function totalOf(name: string, sales: readonly Sale[]): Total {
  const cents = sales.reduce((sum, sale) => sum + Math.round(sale.amount * 100), 0)
  return { name, orders: sales.length, amount: cents / 100 }
}
