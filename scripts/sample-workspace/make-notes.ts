import { money } from './company.ts'
import type { Sale } from './make-sales.ts'
import { summarize } from './summarize.ts'

/** Notes and minutes, by path. Their figures come from the orders. */
export function makeNotes(sales: readonly Sale[]): Readonly<Record<string, string>> {
  const third = summarize(sales, '2025 Q3')
  const fourth = summarize(sales, '2025 Q4')
  return {
    'notes.md': `# Working notes

- Orders are in \`sales.csv\`, one line each. \`amount\` is units × unit_price less the discount.
- Some orders have no rep or no channel: the import of the old shop system lost them.
- Latin America opened on 1 July 2024. Prices went up by 4 % on 1 January 2025.
- The Glow Strip Kit was recalled in September 2025: no sales from 8 September to 19 October.
- Every refund over 500 needs Maya's approval. A refund is not booked in \`sales.csv\`.
- Stock on 31 December 2025 is in \`inventory.parquet\`, targets for 2025 are in \`budget.xlsx\`.
`,
    'meetings/2025-10-06-sales-review.md': `# Sales review, 6 October 2025

Present: Maya Torres, Ines Moreau, Haruto Sato, Rafael Souza

- Revenue in 2025 Q3 was ${money(third.all.amount)} from ${third.all.orders} orders.
- Largest region: ${third.regions[0]?.name ?? ''} with ${money(third.regions[0]?.amount ?? 0)}.
- Partners ask for higher discounts; we stay at 25 % at most.
- Recall of the Glow Strip Kit: customers get a refund or a new power supply, as they like.

To do
- [ ] Ines: list of customers who wait for their refund
- [ ] Haruto: date when the new power supply arrives in Osaka
`,
    'meetings/2026-01-12-planning.md': `# Planning, 12 January 2026

Present: Maya Torres, Owen Clarke, Clara de Vries

- Revenue in 2025 Q4 was ${money(fourth.all.amount)} from ${fourth.all.orders} orders; see \`quarterly-report.pdf\`.
- Best product: ${fourth.products[0]?.name ?? ''} with ${money(fourth.products[0]?.amount ?? 0)}.
- All 41 refunds for the Glow Strip Kit are paid.

Decisions
- No new prices before July 2026.
- Reorder what is below its reorder level in \`inventory.parquet\`.
`,
  }
}
