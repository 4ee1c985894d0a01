import { describe } from 'vitest'
import { asks } from './asks.fixture.ts'

const orders = `order_no,ordered_on,buyer,seller,product,qty,unit_price,amount,returned,crates,waiting_minutes
1,2024-01-02,Ann,Sid,Mug,0,4,40,true,2,5
2,2024-01-02,Ben,Tom,Cap,3,9,27,false,1,10
3,2024-02-03,Ann,Tom,Mug,2,5,90,true,4,20
4,2024-03-04,Cy,Sid,Hat,1,60,60,false,9,30
5,2024-03-05,Ben,Sid,Cap,4,9,36,false,1,15
`
const routes = `origin,destination,fare
A,X,1
A,Y,2
A,Y,3
B,Y,4
C,Y,5
`
const marks = `pupil,teacher,subject,mark
Ann,Mr Ray,Art,50
Ben,Mr Ray,Art,90
Ann,Ms Lee,Music,80
Ben,Ms Lee,Music,20
`

describe('what is asked without a figure is shown', () => {
  asks({ 'x1.csv': orders }, [
    ['what was sold on 2 January 2024', '**2** such rows', 'nothing is to be computed'],
    ['what did Ann buy', '**2** such rows where *buyer* is Ann'],
    ['is Ann any good', 'did not understand'],
    ['what has Ann bought altogether', 'did not understand'],
    ['all the products', '**3** different *product*'],
    ['which unit prices does the Mug have', '**2** different *unit\\_price* where *product* is Mug'],
    ['which buyers ordered a Mug', 'only one *buyer* where *product* is Mug: **Ann**'],
    ['which average unit price does the Mug have', 'an average *unit\\_price* of **4.5**'],
  ])
})

describe('what is named behind an extreme is told of the row that holds it', () => {
  asks({ 'x2.csv': orders }, [
    ['highest amount - which product was it', '**3** comes first with *amount* **90**: *product* **Mug**'],
    ['the longest wait, who was the buyer', '*waiting\\_minutes* **30**: *buyer* **Cy**'],
    ['the lowest amount and which seller sold it', '*amount* **27**: *seller* **Tom**'],
    ['the largest order, from whom and when', '*amount* **90**', '*buyer* **Ann**', '*ordered\\_on* **2024-02-03**'],
    ['which product has the highest amount', '**Mug** comes first with a total *amount* of **130**'],
    ['who had the fewest crates altogether, which buyer', '**Ben** comes first with a total *crates* of **2**'],
    ['highest, lowest and average amount', '**90**', '**27**', 'an average *amount* of **50.6**'],
  ])
})

describe('first and last are by the date', () => {
  asks({ 'x3.csv': orders }, [
    ['the first order of Ben', '**2** comes first with *ordered\\_on* **2024-01-02**'],
    ['the last order of 2024', '**5** comes first with *ordered\\_on* **2024-03-05**'],
    ['when was the last time Ann ordered', 'highest *ordered\\_on* of **2024-02-03**'],
    ['the first day we sold a Hat', 'lowest *ordered\\_on* of **2024-03-04**'],
    ['the newest order', '**5** comes first with *ordered\\_on* **2024-03-05**'],
    ['who ordered first', '**Ann** and **Ben** are level'],
    ['what is the earliest ordered date, and the latest', '**2024-01-02**', '**2024-03-05**'],
  ])
})

describe('the most counts what is said behind it', () => {
  asks({ 'x4.csv': orders }, [
    ['product with the most returns', '**Mug** comes first with a number of rows of **2**'],
    ['which month was the busiest', 'number of rows of **2**', 'by the number of rows'],
    ['which buyer has the most Caps', '**Ben** comes first with a number of rows of **2**'],
    ['which buyer earned the most', '**Ann** comes first with a total *amount* of **130**'],
    ['our best buyer', '**Ann** comes first with a total *amount* of **130**'],
    ['which buyer is the most', 'The most by which figure?'],
  ])
  asks({ 'x5.csv': routes }, [
    [
      'which destination has the most origins',
      '**Y** comes first with a number of different values of *origin* of **3**',
    ],
    ['which origin is served from the most different destinations', '**A** comes first', 'of **2**'],
  ])
})

describe('who is one of those that are served, unless the others are said', () => {
  asks({ 'x6.csv': marks }, [
    ['who got the highest mark in Art', '**Ben** comes first'],
    ['which subject got the lowest average', '**Music** comes first with an average *mark* of **50**'],
    ['top pupil', '“top” by the average or by the highest *mark*?'],
    ['the lowest mark, who got it', '*mark* **20**', '**Ben** comes first', '*teacher* **Ms Lee**'],
  ])
})

describe('the data decides what is computed', () => {
  asks({ 'x7.csv': orders }, [
    ['crates per product', 'total crates', '| Cap | 2 |'],
    ['unit price by product', 'average unit\\_price', '| Mug | 4.5 |'],
    ['waiting time by seller', 'average waiting\\_minutes'],
  ])
})

const trips = `trip,driver,kind,km,late,cancelled_by
1,Ann,bus,10,true,
2,Ann,bus,20,false,
3,Ben,tram,30,false,Ben
4,Ben,bus,40,true,
5,Cy,tram,50,true,
`

describe('a rate or a part is a share of rows', () => {
  asks({ 'y1.csv': orders }, [
    ['return rate', '**40 %**', 'rows where *returned* is true: **2** of **5**'],
    ['return rate by product', '| Mug | 100 % | 2 | 2 |'],
    ['the return rate of Sid', '**33.33 %**'],
    ['orders with 9 crates: number and share', '**20 %**', '**1** of **5**'],
    ['of the orders of Ann, what part was returned', '**100 %** of the rows of *y1.csv* where *buyer* is Ann'],
    ['growth rate', 'A change from when to when?'],
  ])
})

describe('a place is told of one among all', () => {
  asks({ 'y2.csv': trips }, [
    ['where does Ben rank among the three drivers on average km', 'place **2** and an average *km* of **35**'],
    ["Ann's rank among drivers by number of trips", 'place **1** and'],
    ['by total km, which place is Cy among the drivers', 'place **2** and a total *km* of **50**'],
  ])
})

describe('several figures stand beside each other, and none is lost', () => {
  asks({ 'y3.csv': orders }, [
    [
      'for each seller: number of orders, average amount, longest wait',
      '| Sid | 3 | 45.33 | 30 |',
      '| Tom | 2 | 58.5 | 20 |',
    ],
    ['total amount by seller, top 1', '**Sid** comes first with a total *amount* of **136**'],
    ['count and total amount by seller', '| Sid | 3 | 136 |'],
    ['the highest amount and the lowest amount per seller', '| Sid | 60 | 36 |'],
    ['spread of amount: minimum, median and maximum', '**27**', '**40**', '**90**'],
  ])
})

describe('a condition may be one on what each has in all', () => {
  asks({ 'y4.csv': orders }, [
    ['buyers who ordered more than once', 'values of *buyer* occur more than once'],
    ['buyers who ordered at least 2 times', '| Ann | 2 |', '| Ben | 2 |'],
    ['how many buyers ordered at least 2 times', '**2** different values of *buyer* with a number of rows at least 2'],
    ['which buyers had an amount over 100 in total', '| Ann | 130 |'],
    ['which buyers paid more than 100 in total', '| Ann | 130 |'],
    ['which buyers had an amount over 100', 'No row of'],
  ])
})

describe('a chart of one thing shows how many rows it has', () => {
  asks({ 'y5.csv': orders }, [
    ['pie of products', 'Here is *rows* by *product*'],
    ['spread of amount as a histogram', 'how *amount* is spread'],
    ['qty on the x axis and amount on the y axis', '*amount* against *qty*'],
  ])
})

const bills = `bill_no,table_no,opened,total
1,7,2024-01-01,10
2,7,2024-01-02,30
3,8,2024-01-03,25
`
const homes = `listing_id,area_m2,rent,built_year
A,50,900,1990
B,80,700,1950
`

describe('what an extreme is of is told by the thing, or asked for', () => {
  asks({ 'z1.csv': bills }, [
    ['which table has the highest average total', '**8** comes first with an average *total* of **25**'],
    ['smallest bill and which table', '*total* **10**: *table\\_no* **7**'],
  ])
  asks({ 'homes.csv': homes }, [
    ['the biggest home, and its rent', '**B** comes first with *area\\_m2* **80**: *rent* **700**'],
    ['the oldest home', '**B** comes first with *built\\_year*'],
    ['listing id with the highest rent and its area', '**A** comes first with *rent* **900**: *area\\_m2* **50**'],
  ])
})
