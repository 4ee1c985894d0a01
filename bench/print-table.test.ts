import { expect, test } from 'vitest'
import { printTable } from './print-table.ts'

test('says of each figure with a goal whether its median meets it', () => {
  const spread = { median: 1.3, min: 1, max: 2.5, samples: 9 }
  const table = printTable([
    { name: 'at the goal', unit: '×', spread, goalAtMost: 1.3 },
    { name: 'above it', unit: '×', spread: { ...spread, median: 1.31 }, goalAtMost: 1.3 },
    { name: 'without one', unit: 'µs', spread },
  ])
  expect(table.split('\n')).toEqual([
    'figure       median   min to max    samples  goal     met?',
    'at the goal  1.30 ×   1.00 to 2.50  9        ≤ 1.3 ×  yes',
    'above it     1.31 ×   1.00 to 2.50  9        ≤ 1.3 ×  NO',
    'without one  1.30 µs  1.00 to 2.50  9',
  ])
})
