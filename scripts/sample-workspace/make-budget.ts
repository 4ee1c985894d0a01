import { quarterOf, regions } from './company.ts'
import type { Sale } from './make-sales.ts'
import { makeWorkbook } from './make-workbook.ts'

const departments = [
  { name: 'Sales', people: 14, monthly: 91_000 },
  { name: 'Operations', people: 19, monthly: 98_500 },
  { name: 'Design', people: 8, monthly: 56_200 },
  { name: 'Support', people: 7, monthly: 34_300 },
]

/** The plan for 2025: a revenue target for each region and quarter, and what each department may cost. */
export function makeBudget(random: () => number, sales: readonly Sale[]): Uint8Array {
  const targets = regions.flatMap((region) =>
    ['2025 Q1', '2025 Q2', '2025 Q3', '2025 Q4'].map((quarter) => {
      const sold = sales
        .filter((sale) => sale.region === region.name && quarterOf(sale.date) === quarter)
        .reduce((sum, sale) => sum + sale.amount, 0)
      return [region.name, quarter, Math.round((sold * (0.9 + random() * 0.2)) / 500) * 500]
    }),
  )
  const costs = departments.map(({ name, people, monthly }) => [name, people, monthly, new Date(Date.UTC(2024, 11, 2))])
  return makeWorkbook([
    { name: 'Targets', rows: [['region', 'quarter', 'target_amount'], ...targets] },
    { name: 'Departments', rows: [['department', 'people', 'monthly_cost', 'approved_on'], ...costs] },
  ])
}
