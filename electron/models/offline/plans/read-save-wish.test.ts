import { expect, test } from 'vitest'
import { understandQuestion } from '../understand-question.ts'
import { readSaveWish } from './read-save-wish.ts'

/** What a whole question asks to be saved as: format and name. */
function wishOf(question: string): readonly [string | null, string | null] | null {
  const intent = understandQuestion(question)
  if (intent.kind !== 'save') return null
  const { format, name } = readSaveWish(intent.name)
  return [format === null ? null : format.kind === 'report' ? format.format : format.label, name]
}

test.each([
  ['make a report of this', null, null],
  ['Write a report', null, null],
  ['please create a report about this conversation', null, null],
  ['can you make me a report', null, null],
  ['save this as a report', null, null],
  ['report', null, null],
  ['export this conversation as HTML', 'html', null],
  ['make an HTML report', 'html', null],
  ['make a report of this as html', 'html', null],
  ['write a report in Markdown', 'markdown', null],
  ['save this as a web page', 'html', null],
  ['save everything as Q3 numbers', null, 'Q3 numbers'],
  ['make a report called "Q3 2024"', null, 'Q3 2024'],
  ['write a report of all so far called Q3', null, 'Q3'],
  ['save this as sums.md', 'markdown', 'sums'],
  ['save this as Q3.2.html', 'html', 'Q3.2'],
  ['save this as report.html', 'html', null],
  ['save this as v1.2 figures', null, 'v1.2 figures'],
  ['save this table as CSV', 'CSV', null],
  ['save the result as numbers.csv', 'CSV', 'numbers'],
  ['export these as an Excel file', 'Excel', null],
  ['make a pdf report', 'PDF', null],
  ['save this as a file called words', null, 'words'],
])('%s', (question, format, name) => {
  expect(wishOf(question)).toEqual([format, name])
})

test('a report about the data is a question about the data', () => {
  for (const question of ['write a report about sales by region', 'report total sales by month', 'how many reports'])
    expect(wishOf(question)).toBeNull()
})
