import { describe } from 'vitest'
import { asks } from './asks.fixture.ts'

const boats = `hired_on,due,boat,paid_by,sold for,printed yr,slept_min,rowed_min,deposit,kept_note,line
2022-03-01,2023-03-05,Heron,card,40,1951,10,60,5,none,outgoing
2022-08-02,2022-08-03,Tern,cash,90,1990,30,45,0,yes,incoming
2023-08-04,2023-08-09,Heron,cash,25,2019,20,90,10,none,outgoing
`

describe('what is asked beside the question', () => {
  asks({ 'boats.csv': boats }, [
    ['rows in boats.csv where boat is Heron, number of them', '**2** rows'],
    ['number of rows in boats.csv a month', '| 2022-03', '| 1 |'],
    ['Is a dear boat old? Correlate slept_min with rowed_min', 'correlation'],
    ['cash aside, how many rows', '**1** row'],
    ['what is the very first hired on', '2022-03-01'],
    ['total deposit 2022 v 2023', '| 2022 | 5 |', '| 2023 | 10 |'],
    ['total deposit July-December 2022', '**0**'],
    ['average of the rowing time (rowed_min)', '**65**'],
    ['rows with no note (kept_note none)', '**2** such rows'],
  ])
})

describe('a word and the column it is not of', () => {
  asks({ 'boats.csv': boats }, [
    ['which boat brought in the most money', '**Tern** comes first', '**90**'],
    ['how many outgoing rows', '**2** rows', '"line" = \'outgoing\''],
    ['oldest printed year', '**1,951**'],
    ['how many rows with a printed yr before 1990', '**1** row'],
    ['average minutes slept', '*slept\\_min* of **20**'],
    ['how many rows in 2023', '**1** row', '"hired_on"'],
  ])
})
