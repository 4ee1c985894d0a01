import { describe, expect, test } from 'vitest'
import { asks } from './asks.fixture.ts'
import { openOfflineWorkspace } from './offline-workspace.fixture.ts'

const games = `date,home_team,away_team,home_score,away_score
2023-01-01,Reds,Blues,2,1
2023-02-01,Blues,Greens,0,0
2024-02-03,Reds,Greens,3,1
`
const stays = `booking_ref,arrival,checked_out_on,room,guest_country,status,charge,pool,waiting_minutes
B1,2024-01-02,2024-01-05,101,Spain,completed,100,ja,5
B2,2024-01-09,,101,Spain,cancelled,200,nein,10
B3,2024-02-03,2024-02-04,102,France,completed,300,ja,20
B4,2024-02-20,2024-02-22,103,France,completed,50,nein,30
B5,2024-03-20,2024-03-22,103,Italy,fault,70,nein,40
`
const ledger = `booked,payee,category,amount,balance
2024-01-02,Grocer,Food,-10,90
2024-01-05,Landlord,Rent,-50,40
2024-02-05,Landlord,Rent,-50,-10
2024-02-07,Grocer,Food,-20,-30
2024-02-28,Employer,Salary,500,470
`
const realms = `realm,income,size,lat
Arda,100,5,10
Bree,300,9,50
Cair,200,7,-4
`

describe('the columns tell what a row is called, and which verb says only that it was', () => {
  asks({ 'x1.csv': games }, [
    ['how many matches in 2023', '**2** rows', '“matches” means the rows'],
    ['how many games did the Blues play', 'more than one column here: *home\\_team* or *away\\_team*'],
    ['how many goals', 'I do not know what “goals” means here: I looked for it'],
    ['how many games were postponed', 'I do not know what “postponed” means here'],
    ['which state has the highest home score', 'I do not know what “state” means here'],
    ['how many games does each run have', 'I do not know what “run” means here'],
    ['how many zebras in 2023', 'Do you mean its rows?', '“how many rows in 2023”'],
    ['games per year', '| 2024 | 1 |'],
    ['date of the latest match', '2024-02-03'],
    ['smallest and largest home score', 'lowest *home\\_score* of **0**', 'highest *home\\_score* of **3**'],
    ['largest and smallest home score', 'highest *home\\_score* of **3**', 'lowest *home\\_score* of **0**'],
  ])
})

describe('a verb or a noun says which date, a unit which column, a number which thing', () => {
  asks({ 'x2.csv': stays }, [
    ['how many bookings in January 2024', '**2** rows', 'is about *arrival*'],
    ['how many bookings were cancelled', '**1** row', '"status" = \'cancelled\''],
    ['how many bookings were checked in February 2024', '*checked\\_out\\_on* is in February 2024'],
    ['average waiting time', '*waiting\\_minutes* of **21**'],
    ['how many rooms', '**5** rows and **3** different values of *room*'],
    ['which room has the highest average charge', '**102** comes first'],
    ['how many bookings have a pool', '**2** rows', 'pool'],
    ['faults per country', '| Italy | 1 |'],
    // A booking may hold several guests.
    ['which country do most guests come from', 'I do not know what “guests” means here'],
    ['the cheapest room', 'The cheapest by which figure?'],
    ['which country has the most rooms', 'different values of *room* of **2**'],
    ['total charge by country, highest first', '| Spain | 300 |'],
    ['what did bookings from Spain pay', 'total *charge* of **300**'],
  ])
})

describe('money, people and places', () => {
  asks({ 'x3.csv': ledger }, [
    ['how much rent in 2024', '*amount* of **-100**', 'I added up *amount*'],
    ['how much did I pay Grocer', '*amount* of **-30**'],
    ['rent by month', 'which figure'],
    ['how much did I spend', '*amount* of **-130**', 'only *amount* below 0 counts as such'],
    ['what did I earn', '*amount* of **500**'],
    ['total amount of income', 'I do not know what “income” means here'],
    ['who was paid most often', 'are level', '“who” is about the column *payee*'],
    ["what's the highest value in there", 'The highest of which column: *amount* or *balance*?'],
  ])
  asks({ 'x4.csv': realms }, [
    ['what place does Cair take by income', 'place **2**', 'the highest is first'],
    ['what place does the income take', 'The place of what?'],
    ['which realm lies furthest north', '**Bree** comes first', '“furthest north” is about the column *lat*'],
    ['which shire (realm) has the highest income', '**Bree** comes first'],
    ['which shire has the highest income', 'I do not know what “shire” means here'],
    ['realms with an income over 150', '**2** different *realm*'],
  ])
})

describe('marks and people', () => {
  asks(
    {
      'x5.csv':
        'pupil,subject,mark,pupil_age\nAnn,Art,80,11\nAnn,Math,60,11\nBob,Art,70,17\nBob,Math,,17\nCy,Art,50,18\n',
    },
    [
      ['how many marks did Ann get', '**2** rows'],
      ['how many marks in Math', '**1** row', 'only rows with a *mark* are counted'],
      ['worst subject', '“worst” by the average or by the lowest *mark*?', '“subject with the lowest average "mark"”'],
      ['average mark of pupils under 18', '*mark* of **70**'],
      ['who has the highest average mark', '**Ann** and **Bob** are level', '“who” is about the column *pupil*'],
    ],
  )
})

describe('two tables', () => {
  asks(
    {
      'loans.csv':
        'loan_no,card_no,lent_on,fine\n1,A1,2024-01-01,2\n2,A1,2024-01-05,0\n3,B2,2024-02-01,4\n4,B2,2024-02-03,1\n',
      'members.csv':
        'card_no,name,joined,points\nA1,Ann Lee,2017-05-01,5\nB2,Bob Ray,2019-05-01,7\nC3,Cy Fox,2016-01-01,10\nD4,Di Orr,2020-01-01,1\nE5,Ed Pim,2020-02-01,1\n',
      'lockers.csv': 'card_no,colour\nA1,red\nC3,red\n',
    },
    [
      ['how many members joined before 2018', '*members.csv* has **2** rows'],
      ['which member has the highest total fine', '**Bob Ray** comes first', 'joined *loans.csv* with *members.csv*'],
      ['total points where colour is red', 'total *points* of **15**', 'where *card\\_no* is the same'],
    ],
  )
})

test('what is left out, asked again or narrowed goes on from the figure before', async () => {
  await using workspace = await openOfflineWorkspace({ files: { 'x2.csv': stays } })
  const first = await workspace.ask('average charge per guest country')
  const narrowed = await workspace.ask('only completed bookings', { history: first.history })
  expect(narrowed.markdown).toContain('average *charge*')
  const without = await workspace.ask('leave out France', { history: first.history })
  expect(without.markdown).toContain('*guest\\_country* is not France')
  const median = await workspace.ask('and the median?', { history: narrowed.history })
  expect(median.markdown).toContain('median *charge*')
  expect(median.markdown).toContain('*status* is completed')
})

describe('the dearest and the longest of single rows go by what such a row has', () => {
  const orders = `order_no,product,unit_price,qty,amount_paid,minutes
A1,Mug,20,1,20,5
A2,Pen,2,30,60,9
A3,Cap,10,2,20,7
`
  asks({ 'orders.csv': orders, 'bank.csv': 'payee,amount\nLidl,-20\nAldi,-60\nWork,900\n' }, [
    ['most expensive order in orders.csv', '**A2**', '“most expensive” is about the column *amount\\_paid*'],
    ['the longest order in orders.csv', '**A2**', '“longest” is about the column *minutes*'],
    ['which product has the highest unit price in orders.csv', '**Mug**'],
    ['the most expensive visit in bank.csv', 'not of which column'],
  ])
})
