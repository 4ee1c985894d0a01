import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeBudget } from './make-budget.ts'
import { makeCustomers } from './make-customers.ts'
import { makeNotes } from './make-notes.ts'
import { makeReport } from './make-report.ts'
import { makeSales } from './make-sales.ts'
import { randomFrom } from './random.ts'
import { toCsv } from './to-csv.ts'
import { writeInventory } from './write-inventory.ts'

/** Writes the sample workspace anew, the same bytes every time. What was in `folder` is removed. */
export async function writeSampleWorkspace(folder: string): Promise<void> {
  // A seed for each file, so that a change to one leaves the others as they were.
  const customers = makeCustomers(randomFrom(1))
  const sales = makeSales(randomFrom(2), customers)
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'sales.csv': toCsv(sales),
    'customers.json': `${JSON.stringify(customers, null, 2)}\n`,
    'budget.xlsx': makeBudget(randomFrom(3), sales),
    'quarterly-report.pdf': await makeReport(sales),
    ...makeNotes(sales),
  }
  await rm(folder, { recursive: true, force: true })
  await mkdir(path.join(folder, 'meetings'), { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
  await writeInventory(randomFrom(4), path.join(folder, 'inventory.parquet'))
}
