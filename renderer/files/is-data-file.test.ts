import { expect, it } from 'vitest'
import { isDataFile } from './is-data-file.ts'

it('knows tables by their names, packed ones too', () => {
  const names = ['a.csv', 'a.CSV', 'a.b.tsv', 'deep/a.json.gz', 'a.ndjson', 'a.parquet', 'a.xlsx', 'a.sqlite', 'a.db']
  expect(names.filter((name) => !isDataFile(name))).toEqual([])
  const others = ['csv', 'a.csv.txt', 'a.parquet.gz', 'a.md', 'a.pdf', 'a.xls', 'a', '']
  expect(others.filter(isDataFile)).toEqual([])
})
