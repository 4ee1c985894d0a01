import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asks } from './asks.fixture.ts'
import { openOfflineWorkspace, type OfflineWorkspace } from './offline-workspace.fixture.ts'

const visits = `visit_id,patient_no,patient_age,seen_on,ward,fainted,came_back,minutes_waiting,pain_score
1,A1,61,2024-01-02,North,yes,no,10,2
2,A2,25,2024-01-03,North,no,yes,20,3
3,A1,61,2024-02-02,South,yes,yes,30,5
4,A3,40,2024-02-05,South,no,no,40,6
5,A1,62,2024-03-05,South,no,no,50,9
`

describe('a number said of people is their age', () => {
  asks({ 'visits.csv': visits }, [
    ['how often did somebody over 50 faint', '**2** rows', '("patient_age" > 50) AND "fainted"'],
    ['how many people under 30 were in North', '**1** row', '"patient_age" < 30'],
    ['average minutes waiting of anyone over 60 in South', '**40**', '"patient_age" > 60'],
    ['how many patients over 50 fainted', '**2** rows'],
  ])
})

describe('with and without it are both sides of a column of yes and no', () => {
  asks({ 'visits.csv': visits }, [
    ['average pain score with fainted and without fainted', '| false | 6 |'],
    ['average pain score with and without a ward', 'I did not understand that'],
    ['how many visits by people over 50', '**3** rows'],
  ])
})

describe('a column of yes and no is told by another form of its verb', () => {
  asks({ 'visits.csv': visits }, [
    ['in what percentage of visits did they have to come back', '**40 %**'],
    ['how many visits did not come back', '**3** rows'],
    ['how many coming back in South', '**1** row'],
  ])
})

describe('how many there must be is said of something', () => {
  asks({ 'visits.csv': visits }, [
    ['which patients have more than 2 visits', '| A1 | 3 |'],
    ['rows with more than 2 rows', 'not of what'],
  ])
})

const races = `runner_no,race,minutes
1,Harbour,50
2,Harbour,60
50,Harbour,55
1,Hill,70
60,Hill,80
`

describe('the number of a person is compared with nothing', () => {
  asks({ 'races.csv': races }, [
    ['average minutes of runners over 40', 'holds no numbers to compute with'],
    ['which races had more than 2 runners', '| Harbour | 3 |'],
    ['average minutes of runner numbers over 40', '**67.5**', '"runner_no" > 40'],
  ])
})

describe('two measures that go together are correlated', () => {
  asks({ 'visits.csv': visits }, [
    ['how strongly are minutes waiting and pain score linked', 'corr("minutes_waiting", "pain_score")'],
    ['does the pain score go up with the minutes waiting? Give me the correlation.', 'corr("pain_score"'],
    ['is the pain score higher when minutes waiting is', 'corr("pain_score", "minutes_waiting")'],
    ['are pain score and patient age closely related', 'corr("pain_score", "patient_age")'],
  ])
})

const sales = `sold_on,shop,paid_by,goals,price
2024-01-02,home,cash,0,10
2024-01-03,away,card,2,30
2024-01-04,home,cheque,3,50
2024-01-05,home,cash,0,20
`

describe('values side by side ask for a figure of each', () => {
  asks({ 'sales.csv': sales }, [
    ['goals at home and away', '| home | 3 |', '| away | 2 |'],
    ['average price in cash and by card', '| cash | 15 |', '| card | 30 |'],
    ['how many home and away', '| home | 3 |'],
    ['total price of cash and card', '*price* of **60**'],
    ['total goals at home and away together', '*goals* of **5**'],
  ])
})

const orders = `order_no,placed_on,channel,gift,result,amount_paid,unit_price
1,2024-01-02,phone,yes,win,10,5
2,2024-01-03,website,no,loss,30,10
3,2024-02-04,phone,yes,win,50,25
4,2024-02-05,phone,no,draw,20,20
`

describe('what was won and lost are results', () => {
  asks({ 'orders.csv': orders }, [
    ['how many orders were won', '**2** rows', "= 'win'"],
    ['average amount paid with and without a gift', '| true | 30 |'],
    ['how often did we lose', '**1** row', "= 'loss'"],
  ])
})

describe('a follow-up asks what they come to, or goes on with some of them', () => {
  let workspace: OfflineWorkspace
  beforeAll(async () => {
    workspace = await openOfflineWorkspace({ files: { 'orders.csv': orders } })
  })
  afterAll(() => workspace[Symbol.asyncDispose]())
  test.each([
    ['how many orders by phone', 'and what do they add up to?', '*amount\\_paid* of **80**'],
    ['how many orders by phone', 'how much is that altogether', '*amount\\_paid* of **80**'],
    ['how many orders by phone', 'and in total?', '*amount\\_paid* of **80**'],
    ['number of orders per month', 'only the gift ones', 'WHERE "gift"'],
    ['average amount paid against win', 'and against loss', '*amount\\_paid* of **30**'],
  ])('%s => %s', async (first, next, expected) => {
    const { history } = await workspace.ask(first)
    expect((await workspace.ask(next, { history })).markdown).toContain(expected)
  })
})

const calls = `CallNo,CallerName,Zone,Minutes,LinesLost,Total (€),Room
1,Ada,30,10,1,5,Hall
2,Ada,30,30,2,5,Hall
3,Bo,45,25,4,20,Attic
4,Bo,30,12,0,10,Attic
`

describe('a sentence may say in another order what a plain one says', () => {
  asks({ 'calls.csv': calls }, [
    ['top 2 callers by average minutes', '| Ada | 20 |', '| Bo | 18.5 |'],
    ['which zone is most common', '| 30 | 3 |'],
    ['Which zone turns up most?', '| 30 | 3 |'],
    ['the 2 calls that lasted longest', '| 2 | Ada |'],
    ['calls that took longer than 20 minutes', '**2**'],
    ['how many lines did Bo lose in total', '*LinesLost* of **4**'],
    ['total takings per room', '| Attic | 30 |'],
    ['longest call in minutes by zone', '| 30 | 30 |'],
  ])
})

const crates = `crate,weight_kg,returned_on
small box,4,2024-01-02
long box,9,
flat box,6,2024-01-05
`

describe('one value is told where the question asks how much', () => {
  asks({ 'crates.csv': crates }, [
    ["What's the weight of the heaviest crate?", '*weight\\_kg* of **9**'],
    ['which crate is the heaviest', '**long box**'],
    ['how many crates have no return date, so are still out', '**1**'],
  ])
})
