import { expect, test } from 'vitest'
import { chooseTable } from './choose-table.ts'

const named = (...names: string[]) => names.map((name) => ({ name, rows: 1, columns: [] }))
const tables = named('a.pdf#page 2 table 1', 'a.pdf#page 2 table 2', 'a.pdf#page 3 table 1', 'b.docx#Table 1')

test.each<readonly [question: string, chosen: readonly string[], rest: string]>([
  ['total amount', tables.map(({ name }) => name), 'total amount'],
  ['total amount on page 2', ['a.pdf#page 2 table 1', 'a.pdf#page 2 table 2'], 'total amount'],
  ['total amount in table 2 on page 2', ['a.pdf#page 2 table 2'], 'total amount'],
  ['total amount in #page 3 table 1', ['a.pdf#page 3 table 1'], 'total amount'],
  ['total amount in the second table', ['a.pdf#page 2 table 2'], 'total amount'],
  ['total amount in table 9', [], 'total amount'],
])('%s', (question, chosen, rest) => {
  const found = chooseTable(question, tables)
  expect(found.tables.map(({ name }) => name)).toEqual(chosen)
  expect(found.question.replaceAll(/\s+/g, ' ').trim()).toBe(rest)
})

test('questions over data files are not touched', () => {
  const question = 'total amount of page 2 in table 1'
  expect(chooseTable(question, named('sales.csv')).question).toBe(question)
})
