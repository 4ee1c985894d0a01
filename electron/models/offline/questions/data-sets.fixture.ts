import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from '../../../../shared/schema.ts'
import { readRawRows, type RawRow } from './read-raw-rows.fixture.ts'

const dataSetFile = z.strictObject({
  /** `vega-datasets/cars.json`, `sample-datasets/aapl.csv`, `sample-workspace/sales.csv` or `made-tables/loans.csv`. */
  from: z.string(),
  /** Its name in the workspace; another ending means another format. A workbook or a database also names its table. */
  as: z.string(),
  table: z.string().optional(),
  /** As a German Excel writes it: semicolons, decimal commas, 31.12.2022, Latin-1. */
  style: z.literal('german').optional(),
})
export type DataSetFile = z.infer<typeof dataSetFile>

const dataSetList = z.record(z.string(), z.array(dataSetFile).min(1))

const require = createRequire(import.meta.url)
const sources: Readonly<Record<string, string>> = {
  'vega-datasets': join(dirname(require.resolve('vega-datasets')), '../data'),
  'sample-datasets': dirname(require.resolve('@observablehq/sample-datasets/aapl.csv')),
  'sample-workspace': fileURLToPath(new URL('../../../../assets/sample-workspace', import.meta.url)),
  'made-tables': fileURLToPath(new URL('made-tables', import.meta.url)),
}

/** What each data set puts into the workspace. */
export const dataSets: Readonly<Record<string, readonly DataSetFile[]>> = dataSetList.parse(
  JSON.parse(readFileSync(new URL('data-sets.json', import.meta.url), 'utf8')),
)

export function filesOf(dataSet: string): readonly DataSetFile[] {
  const files = dataSets[dataSet]
  if (files === undefined) throw new Error(`There is no data set “${dataSet}” in data-sets.json.`)
  return files
}

export function sourcePath({ from }: Pick<DataSetFile, 'from'>): string {
  const slash = from.indexOf('/')
  const folder = sources[from.slice(0, slash)]
  if (folder === undefined) throw new Error(`“${from}” comes from nowhere.`)
  return join(folder, from.slice(slash + 1))
}

const known = new Map<string, readonly RawRow[]>()

/** The raw rows behind a file of a data set, whatever format the workspace has it in; of the first by default. */
export function rawRowsOf(dataSet: string, name?: string): readonly RawRow[] {
  const files = filesOf(dataSet)
  const file = name === undefined ? files[0] : files.find((each) => each.as === name)
  if (file === undefined) throw new Error(`There is no file “${String(name)}” in the data set ${dataSet}.`)
  const path = sourcePath(file)
  const rows = known.get(path) ?? readRawRows(path)
  known.set(path, rows)
  return rows
}
