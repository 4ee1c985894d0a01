import { expect, test } from 'vitest'
import { mentionFiles } from './mention-files.ts'

const files = [
  'seattle-weather.csv',
  'weather.csv',
  'cars.json',
  'data/lookup_people.csv',
  'unitPrices.parquet',
  'old.csv.gz',
  'Q3 export (final).csv',
]
const entries = files.map((path) => ({ path, kind: 'file' as const, bytes: 1, modified: '' }))

test.each([
  ['average wind in the Seattle weather', ['seattle-weather.csv']],
  ['average wind in the weather of Seattle', ['weather.csv']],
  ['the cars data', ['cars.json']],
  ['how heavy is a car', ['cars.json']],
  ['lookup people by age', ['data/lookup_people.csv']],
  ['highest unit price', ['unitPrices.parquet']],
  ['unitprices', ['unitPrices.parquet']],
  ['old ones', ['old.csv.gz']],
  ['revenue in the Q3 export', ['Q3 export (final).csv']],
  ['Q3 export final', ['Q3 export (final).csv']],
  ['export', []],
  ['people', []],
  ['csv', []],
])('%s', (text, found) => expect(mentionFiles(text, entries).map(({ path }) => path)).toEqual(found))
