import { DuckDBInstance } from '@duckdb/node-api'

/** What a row of it takes on average, in bytes. */
const rowBytes = 55.2

/**
 * Writes a CSV of sales of about this size: whole and broken numbers, dates, two texts to group by, one of half a
 * million values with some missing. Every value is computed from the row's number, so that each run has the same file.
 */
export async function writeDataFile(path: string, bytes: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(
    `COPY (
       SELECT i AS order_id,
         DATE '2020-01-01' + ((i * 7919) % 1461)::INT AS day,
         ['North', 'South', 'East', 'West', 'Centre', 'Overseas'][((i * 31) // 7) % 6 + 1] AS region,
         'Product ' || ((i * 104729) // 11) % 40 AS product,
         1 + (i * 13) % 9 AS quantity,
         (((i * 2654435761) % 100003) / 100)::DECIMAL(10, 2) AS price,
         CASE WHEN i % 17 > 0 THEN 'customer-' || ((i * 48271) % 500000) END AS customer
       FROM range(${Math.round(bytes / rowBytes)}) rows(i)
     ) TO '${path.replaceAll("'", "''")}' (FORMAT csv, HEADER)`,
  )
  connection.closeSync()
  instance.closeSync()
}
