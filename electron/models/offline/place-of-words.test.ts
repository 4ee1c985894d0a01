import { describe } from 'vitest'
import { asks } from './asks.fixture.ts'

const repairs = `job,called_on,customer,fault,parts_eur,hours,booked,outcome
1,2024-01-02,Hill,leak,250,3,website,done
2,2024-01-05,Hill,noise,20,1,phone,draw
3,2024-02-01,Dale,leak,310,7,phone,done
4,2024-02-08,Moor,crack,90,2,website,draw
5,2024-02-09,Moor,leak,5,5,in person,done
`

describe('a measure and its comparison are parted by a light word', () => {
  asks({ 'repairs.csv': repairs }, [
    ['how many repairs used parts for more than 200', '**2** rows', '"parts_eur" > 200'],
    ['how many repairs had parts costing over 200', '**2** rows', '"parts_eur" > 200'],
    ['how many repairs did we spend over €200 on parts', '**2** rows', '"parts_eur" > 200'],
    ['average parts for more than 2 hours', '*parts\\_eur* of **188.33**', '"hours" > 2'],
    ['how many jobs took more than 4 hours', '**2** rows', '"hours" > 4'],
  ])
})

describe('a preposition before a value begins a condition', () => {
  asks({ 'repairs.csv': repairs }, [
    ['how many repairs came through the website', '**2** rows', "= 'website'"],
    ['repairs that did not come through the website, how many', '**3** rows'],
    ['how many repairs via phone', '**2** rows', "= 'phone'"],
    ['average hours out of leak', '*hours* of **5**'],
  ])
})

describe('a command is a noun behind an article', () => {
  asks({ 'repairs.csv': repairs }, [
    ['what share of the leaks ended in a draw', '**0 %**'],
    ['how often was it a draw', '**2** rows'],
    ['total hours by customer and draw a bar chart', '| Hill | 4 |'],
  ])
})

const plots = `plot,crop,line,yield_kg
A,wheat,1,50
B,wheat,2,70
C,rye,1,30
`

describe('a column called like a command is that column', () => {
  asks({ 'plots.csv': plots }, [
    ['which plot had the highest yield', '**B** comes first'],
    ['the plot with the lowest yield', '**C** comes first'],
    ['which line has the highest average yield', '**2** comes first'],
    ['the plot of total yield by crop', '| wheat | 120 |'],
  ])
})

const scores = `job,client,client_score,word_count,clerk
1,Ann,5,100,Bo
2,Ann,7,200,Cy
3,Dan,9,300,Bo
`

describe('a plural behind a preposition is a part of the name before it', () => {
  asks({ 'scores.csv': scores }, [
    ['which clerk gets the best average score from clients', '**7**', 'avg("client_score")'],
    ['average score from Ann', '**6**', '"client" = \'Ann\''],
    ['average score by client', '| Dan | 9 |'],
  ])
})

describe('kinds of something are that', () => {
  asks({ 'repairs.csv': repairs }, [
    ['average hours per kind of fault', '| leak | 5 |'],
    ['which type of fault took the most hours', '**leak** comes first'],
    ['number of repairs for each sort of fault', '| leak | 3 |'],
  ])
})

const moves = `trip,source_town,target_town,fee
1,Rome,Oslo,10
2,Oslo,Rome,20
3,Rome,Oslo,30
4,Kyiv,Rome,40
`

describe('a way leads from one value to another', () => {
  asks({ 'trips.csv': moves }, [
    ['how many trips went from Rome into Oslo', '**2** rows', '"source_town" = \'Rome\' AND "target_town" = \'Oslo\''],
    ['average fee of Rome to Oslo', '**20**', '"source_town" = \'Rome\' AND "target_town" = \'Oslo\''],
    ['how many trips into Rome', '**2** rows', '"target_town" = \'Rome\''],
    ['how many trips out of Rome', '**2** rows', '"source_town" = \'Rome\''],
  ])
})

const games = `game,club,colour,points
1,Rook House,black,0
2,Rook House,white,1
3,Castle,black,0.5
4,Castle,white,1
`

describe('"against" one value compares nothing', () => {
  asks({ 'games.csv': games }, [
    ['what share of the games against Castle were with white', '**50 %**'],
    ['average points against Castle', '*points* of **0.75**'],
  ])
})
