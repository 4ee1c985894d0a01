import { DuckDBInstance } from '@duckdb/node-api'
import { products } from './company.ts'

const warehouses = ['Rotterdam', 'Chicago', 'Osaka']

/** Stock of every product in every warehouse on the last day of 2025, as Parquet. */
export async function writeInventory(random: () => number, path: string): Promise<void> {
  const rows = products.flatMap((product) =>
    warehouses.map((warehouse) => {
      const reorder = 10 * (1 + Math.floor(random() * 6))
      const onHand = Math.floor(random() * 240)
      return `('${product.name}', '${product.category}', '${warehouse}', ${onHand}, ${reorder}, ${product.cost}.00, DATE '2025-12-31')`
    }),
  )
  // One thread: the file is the same every time.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run(
    `COPY (SELECT product, category, warehouse, on_hand::INTEGER AS on_hand, reorder_level::INTEGER AS reorder_level,
       unit_cost::DECIMAL(9, 2) AS unit_cost, counted_on
       FROM (VALUES ${rows.join(', ')}) AS stock(product, category, warehouse, on_hand, reorder_level, unit_cost, counted_on))
     TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`,
  )
  connection.closeSync()
  instance.closeSync()
}
