import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineForTests } from '../../electron/tools/data/data-engine.fixture.ts'
import type { EngineForTests } from '../../electron/tools/data/data-engine.fixture.ts'
import { money } from './company.ts'
import { writeSampleWorkspace } from './write-sample-workspace.ts'

const assets = fileURLToPath(new URL('../../assets', import.meta.url))
const sample = path.join(assets, 'sample-workspace')

let t: EngineForTests
beforeAll(() => (t = engineForTests(sample)))
afterAll(() => t.dispose())

test('the shipped files are the ones the script writes', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sample-workspace-'))
  try {
    await writeSampleWorkspace(folder)
    const names = (await readdir(sample, { recursive: true })).toSorted()
    expect((await readdir(folder, { recursive: true })).toSorted()).toEqual(names)
    for (const name of names.filter((each) => each.includes('.')))
      expect((await readFile(path.join(folder, name))).equals(await readFile(path.join(sample, name))), name).toBe(true)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('orders, customers, stock and targets fit together', async () => {
  expect(
    await t.rows(`SELECT count(*) > 4000, count(*) = count(DISTINCT order_id), min(date), max(date),
      bool_and(amount = round(units * unit_price * (1 - discount), 2)), count(*) - count(rep) BETWEEN 10 AND 200 FROM 'sales.csv'`),
  ).toEqual([[true, true, '2024-01-01', '2025-12-31', true, true]])
  expect(
    await t.rows(`SELECT count(*) FROM 'sales.csv' s LEFT JOIN 'customers.json' c ON c.customer_id = s.customer_id
      AND c.region = s.region AND c.country = s.country WHERE c.customer_id IS NULL`),
  ).toEqual([[0]])
  expect(
    await t.rows(`SELECT product FROM 'sales.csv' EXCEPT SELECT product FROM 'inventory.parquet'
      UNION ALL (SELECT region FROM 'sales.csv' EXCEPT SELECT region FROM 'budget.xlsx#Targets')`),
  ).toEqual([])
  expect(await t.rows("SELECT count(*) FROM 'budget.xlsx#Departments' WHERE approved_on = DATE '2024-12-02'")).toEqual([
    [4],
  ])
})

test('the report says what the orders say', async () => {
  const { text, totalPages } = await extractText(
    new Uint8Array(await readFile(path.join(sample, 'quarterly-report.pdf'))),
  )
  expect(totalPages).toBe(3)
  const rows = await t.rows(`SELECT region, count(*), sum(amount) FROM 'sales.csv'
    WHERE date BETWEEN '2025-10-01' AND '2025-12-31' GROUP BY ROLLUP (region)`)
  expect(rows.length).toBe(5)
  for (const [region, orders, amount] of rows)
    expect(text[1]?.replace(/\s+/g, ' ')).toContain(
      `${JSON.stringify(region ?? 'Total').slice(1, -1)} ${String(orders)} ${money(Number(amount))}`,
    )
  expect(text[2]).toContain('refunded in full')
})
