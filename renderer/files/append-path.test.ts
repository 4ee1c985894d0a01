import { expect, it } from 'vitest'
import { appendPath } from './append-path.ts'

it('sets a path off from what was written before', () => {
  expect(appendPath('', 'sales.csv')).toBe('sales.csv ')
  expect(appendPath('Describe', 'sales.csv')).toBe('Describe sales.csv ')
  expect(appendPath('Describe ', 'a/b.csv')).toBe('Describe a/b.csv ')
  expect(appendPath('Compare', 'my report.pdf')).toBe('Compare `my report.pdf` ')
})
