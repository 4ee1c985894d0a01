import { describe, expect, test } from 'vitest'
import { asks } from './asks.fixture.ts'
import { sayComparison } from './data/words/say-comparison.ts'

const picks = `picked_on,crew,crop,weight_kg,score
2023-01-10,Ann,Plums,10,7
2023-02-10,Ann,Pears,30,9
2023-05-03,Bob,Plums,5,2
2023-06-03,Bob,Pears,7,4
2024-01-10,Cy,Plums,100,5
`

describe('two things are set beside each other', () => {
  asks({ 'picks.csv': picks }, [
    ['who picked more kilos, Ann or Bob', '**Ann** comes first with a total *weight\\_kg* of **40**', '| Bob | 12 |'],
    ['Ann or Bob: who has the better average score', '**Ann** comes first', '| Bob | 3 |'],
    ['were there more picks in January or June', '**January** comes first with a number of rows of **2**'],
    ['did 2023 have more picks than 2024', '| 2023 | 4 |', '| 2024 | 1 |'],
    ['is the average score higher in Plums than in Pears', '| Pears | 6.5 |'],
    ['set Ann and Cy side by side: total weight', '| Cy | 100 |', '| Ann | 40 |'],
    ['are plums heavier than pears', 'I compared the averages of *weight\\_kg*', '| Plums | 38.33'],
    ['how many picks have more than 8 kg', '**3** rows'],
    ['are there picks with a higher weight than average', '*weight\\_kg* is above its average'],
  ])
})

describe('how much more', () => {
  asks({ 'picks.csv': picks }, [
    [
      'how much heavier are plums than pears on average',
      'for Pears of **18.5**',
      'for Plums of **38.33**',
      '**19.83**',
    ],
    ['how many more picks were there in 2023 than in 2024', '**4** rows in 2023', 'a change of **3**'],
    ['gap in average score between Ann and Bob', 'a difference of **5**'],
    ['difference between the average score of Bob and Ann', 'a difference of **5**'],
    ['did the total weight fall from 2023 to 2024, and by how much', 'a change of **48**'],
    ['change of total weight from plums to pears', 'for Plums of **115**', 'a change of **-78**'],
    ['did the number of picks rise from January to February', 'a change of **-1**'],
    ['total weight from the first quarter to the second of 2023: change of it', '**12**'],
    ['did the plum picks go up from 2023 to 2024', '**2** rows in 2023'],
    ['difference in score', 'A difference between what and what?'],
  ])
})

describe('what was spent is below zero', () => {
  asks({ 'ledger.csv': 'booked,category,amount\n2024-01-02,Food,-10\n2024-01-05,Rent,-50\n2024-02-05,Pay,500\n' }, [
    ['which category did I spend the most on', '**Rent** comes first'],
    ['did I spend more on food than on rent', '**Rent** comes first'],
  ])
})

describe('a comparison in the words of the grammar', () => {
  test.each([
    ['are there more Adelies than Gentoos', 'compare Adelies and Gentoos by how many'],
    ['is Arsenal better than Aston Villa on goals', 'compare Arsenal and Aston Villa by best on goals'],
    ['who saw more patients, Ann or Bob?', 'compare Ann and Bob by most patients'],
    ['Did 2015 have more sunny days than 2012?', 'compare 2015 and 2012 by most sunny days'],
    ['did we spend more on fuel in 2023 than in 2022', 'compare in 2023 and 2022 by most we spend on fuel'],
    [
      'how much heavier is the average Gentoo than the average Adelie',
      'change compare Adelie and Gentoo by average heaviest',
    ],
    ['lunch or dinner - which brings in more tips?', 'compare lunch and dinner by most tips'],
    ['which of Ann and Bob picked more kilos', 'compare Ann and Bob by most kilos picked'],
    ["what's higher, the average rent in Rome or in Oslo", 'compare in Rome and Oslo by highest average rent'],
    ['is it true that women earn more than men', 'compare women and men by most earn'],
    ['growth of sales in 2023 over 2022', 'change of sales from 2022 to 2023'],
    ['sales by month compared to the month before', 'change of sales by month'],
    ['which city had more rain', 'which city had most rain'],
    ['how many picks with a lower score than 5', 'how many picks with score below 5'],
  ])('%s', (question, said) => {
    expect(sayComparison(question)).toBe(said)
  })

  test.each([
    'how many rooms have more than 5 beds',
    'is the price higher than 100',
    'are there more than two doctors',
    'were any older than the average',
    'which orders have 5 or more items',
    'which countries have more people than 1,000,000',
    'did it rain more than usual',
  ])('%s compares with a figure, and stays as it is', (question) => {
    expect(sayComparison(question)).toBe(question)
  })
})
