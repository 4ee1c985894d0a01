import { describe } from 'vitest'
import { asks } from './asks.fixture.ts'

const notes = `title,kind,score,seen_on,story
Up,film,7,2024-01-02,A film about a house that goes up and away and picked up many prizes on its way around the world
Down,film,5,2024-01-03,
Up,song,3,2024-02-03,
`
const money = `booked,payee,category,amount
2024-01-01,Home,Rent,-600
2024-01-02,Shop,Food,-200
2024-01-31,Work,Salary,2000
`
const stays = `booked_on,booked_through,room,charge,nights,sea_view,discount,rain
2023-05-01,phone,101,100,1,yes,0,0
2023-06-01,website,102,250,3,no,10,0.5
2024-07-01,phone,102,90,1,no,20,2.5
`
const pets = `name,info
Rex,He is the gentle gymnast among all of our dogs and has been with us for quite a number of years by now
Mia,cat
`

describe('a word is no value by chance', () => {
  asks({ 'notes.csv': notes, 'pets.csv': pets }, [
    ['which titles show up twice in notes.csv', '| Up | 2 |'],
    ['how many rows in notes.csv where title is Up', '**2** rows'],
    ['who picked up the highest score in notes.csv', 'I find no column here that says who'],
    ['how many gymnasts in pets.csv', 'I do not know what “gymnasts” means here'],
  ])
})

describe('a word that is a value first', () => {
  const days = `date,precipitation,weather
2024-01-01,2,rain
2024-01-02,0,sun
2024-01-03,0,fog
2024-01-04,1.5,snow
`
  asks({ 'days.csv': days }, [
    ['how many days was it anything but rain or sun', '**2** rows', "('rain', 'sun')"],
    ['how many days were not rain', '**3** rows'],
  ])
})

describe('money that comes and goes', () => {
  asks({ 'money.csv': money }, [
    ['what share of all outgoings is rent', '**75 %**', '"amount" < 0'],
    ['total income', '**2,000**', '"amount" > 0'],
    ['payees, by how often they appear', '| payee | rows |'],
  ])
})

describe('a column is what it is called for', () => {
  asks({ 'stays.csv': stays }, [
    ['how many bookings had a charge over 95', '**2** rows'],
    ['average charge per booking', '*charge* of **146.67**'],
    ['how many bookings per room', '| 102 | 2 |'],
    ['which room got booked most', '**102** comes first', 'number of rows of **2**'],
    ['average night count', '*nights* of **1.67**'],
    ['average charge by number of nights', '| 1 | 95 |', '| 3 | 250 |'],
    ['average discount of the bookings that had one', '*discount* of **15**'],
    ['how often did it rain', '**2** rows', 'above 0 are counted'],
    ['highest charge of the year', '*charge* of **250**'],
    ['at which hour do most bookings come in', 'holds days without a time'],
    ['average charge in room 101 versus average charge in room 102', '| 101 | 100 |', '| 102 | 170 |'],
  ])
})

describe('things of which a row is about several', () => {
  const orders = `order_no,customer,product,qty,returned
A1,Bill,Tote bag,3,false
A2,Bill,Tote bag,2,true
A3,Ann,Mug,4,false
`
  asks({ 'orders.csv': orders }, [
    ['how many tote bags did Bill buy', '*qty* of **5**', 'I added up *qty*'],
    ['how many orders did Bill place', '**2** rows'],
    ['how many mugs were returned', '**0** rows'],
  ])
})

describe('what was earned', () => {
  const sales = `item,pieces,price each
Lamp,1,90
Pen,500,2
`
  asks({ 'sales.csv': sales, 'months.csv': 'month,branch,amount\n1,North,5\n1,South,9\n' }, [
    ['which item brought in the most in sales.csv', 'The most by which figure?'],
    ['which item costs the most in sales.csv', '**Lamp**'],
    ['which branch brought in the most in months.csv', '**South** comes first'],
  ])
})

describe('less is better of what is bad', () => {
  const fields = `field,spoiled_kg,score
Mill,30,5
Lane,10,9
`
  asks({ 'fields.csv': fields }, [
    ['which field is the worst by spoiled kg', '**Mill** comes first'],
    ['which field has the best spoiled kg', '**Lane** comes first'],
    ['which field has the worst score', '**Mill** comes first'],
  ])
})
