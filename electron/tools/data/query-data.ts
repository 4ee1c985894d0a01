import { z } from '../../../shared/schema.ts'
import type { JsonValue } from '../../../shared/schema.ts'
import { defineTool } from '../tool.ts'
import { fitForModel } from './fit-for-model.ts'
import { identifyQuery } from './identify-query.ts'
import { readingTargets, resolveDataFiles } from './resolve-data-files.ts'
import { sqlTitle } from './sql-title.ts'
import { withProgress } from './with-progress.ts'

const shownRows = 100

export const queryData = defineTool({
  name: 'query_data',
  family: 'data',
  description: `Runs one read-only SQL SELECT (DuckDB dialect) over data files and returns its rows.
Name files by path, in single quotes, where a table stands: SELECT region, sum(amount) FROM 'sales.csv' GROUP BY region.
CSV, TSV, JSON, NDJSON, Parquet (also .csv.gz and .json.gz); a sheet is 'book.xlsx#Sheet1', an SQLite table 'shop.sqlite#orders', a table of a document 'report.pdf#page 2 table 1' (describe_data names them). Files of any kind can be joined.
Use describe_data first to learn the columns. The first 50 rows come back and the person sees all of them, so aggregate in SQL rather than reading rows. Functions that open files (read_csv, …) are not available.`,
  input: z.object({
    sql: z
      .string()
      .min(1)
      .max(50_000)
      .describe('One SELECT statement. Quote column names that hold spaces in "double quotes".'),
  }),
  powers: { reads: ['files'], writes: [], output: 'workspace', isUndoable: true },
  timeoutMs: 300_000,
  concurrency: 2,
  version: '2',
  load: () => Promise.resolve(),
  title: ({ sql }) => sqlTitle('Query', sql),
  targets: ({ sql }, context) => readingTargets(sql, context),
  cache: {
    ttlMs: 30 * 60_000,
    fingerprint: ({ sql }, context) => identifyQuery(sql, context),
    // The page shows all rows from there.
    isIntact: async ({ display }, context) =>
      display?.kind === 'table' && (await context.data.hasTable(display.tableId)),
  },
  async *run({ sql }, context) {
    const { files, isForeign } = await resolveDataFiles(sql, context)
    const result = yield* withProgress((onProgress) =>
      context.data.query(sql, { files, maxRows: shownRows, signal: context.signal, onProgress }),
    )
    const { tableId, columns, rows, rowCount } = result
    return {
      content: [{ type: 'json', value: fitForModel(result) as JsonValue }],
      display: { kind: 'table', tableId, sql, columns, rows, rowCount },
      isForeign,
    }
  },
})
