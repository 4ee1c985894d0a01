import { describe, expect, test } from 'vitest'
import { plainWords } from './plain-words.ts'

describe('a question in plain words', () => {
  test.each([
    ['where does Brazil rank on life expectancy in 1990', 'what place does Brazil take by life expectancy in 1990'],
    ['gap between the highest and the lowest rate', 'range of rate'],
    ['75th percentile of the rate, if you can', '75th percentile of the rate'],
    ['Any outliers in qty? Say how many.', 'how many outliers in qty'],
    ['takings month by month', 'takings by month'],
    ['orders between the 1st and the 14th of March 2024', 'orders between 1 March 2024 and 14 March 2024'],
    ["fuel in Oct '22 and in '98", 'fuel in Oct 2022 and in 1998'],
    ['2023 against 2022: growth of the weight', 'growth of weight from 2022 to 2023'],
    ['flats with 4 rooms or more', 'flats with 4 or more rooms'],
  ])('“%s” is “%s”', (said, plain) => {
    expect(plainWords(said)).toBe(plain)
  })

  test.each([
    'Show a chart of amount by category',
    'columns of sales.csv',
    'how many leads by month',
    'Marta and Yusuf side by side',
    'which type of case was the most common',
    'how many cities in ME, NH and VT',
    'the share of each product',
    'see the top 5 products by amount',
    'how many had a low rating',
    'which products are the most popular in Europe',
    'orders coming last month',
    'Well 5 by month',
  ])('“%s” stays as it is', (said) => {
    expect(plainWords(said)).toBe(said)
  })

  test('what stands in quotes is never touched', () => {
    expect(plainWords('how many where note is "over the years, if you can"')).toBe(
      'how many where note is "over the years, if you can"',
    )
  })
})
