import { describe } from 'vitest'
import { asks } from './asks.fixture.ts'

const hauls = `id,landed_on,boat,species,weight_kg,price_per_kg,value,buyer
1,2024-01-02,Gull,eel,10,2,20,Ash Foods
2,2024-01-05,Tern,eel,20,4,80,Bay Foods
3,2024-02-05,Gull,bream,5,30,150,Ash Foods
`
const engines = `day,north_kwh,south_kwh,output_kwh,home_use_kwh,filters_changed
2024-01-01,1,2,3,30,yes
2024-01-02,0,0,0,10,no
2024-01-03,4,3,7,26,yes
2024-01-04,2,2,4,12,no
`
const seats = `seat_no,guest_town,kind,minutes_in_chair,beginner,amount_paid,result
1,Ash,cut,20,yes,10,lost
2,Bex,dye,90,no,60,won
3,Ash,cut,30,yes,12,won
4,Ash,dye,80,no,50,lost
`
const winds = `latitude,longitude,speed
10,1,5
10,2,7
20,1,1
20,2,2
`

describe('what is paid in all is never the price of one piece', () => {
  asks({ 'hauls.csv': hauls }, [
    ['what did Ash Foods pay in total for hauls in 2024', 'total *value* of **170**'],
    ["Which boat's catches were worth the most altogether?", '**Gull**', 'total *value*'],
    ['what does a kilo of eel fetch on average', 'average *price\\_per\\_kg* of **3**'],
    ['If you order the boats by total weight, highest first, at which place is Gull?', 'place **2**'],
    ['what does a crate of eel fetch on average', 'crate'],
  ])
})

describe('a verb says which column is meant, where the table knows who did it', () => {
  asks({ 'engines.csv': engines }, [
    ['how many kWh did we produce in January 2024', 'total *output\\_kwh* of **14**'],
    ['on how many days did we produce nothing at all', '**1** different', '*output\\_kwh* is 0'],
    ['on how many days the house used over 25 kwh', '**2** different', '*home\\_use\\_kwh* is over 25'],
    ['how many kWh did the neighbours produce', 'neighbours'],
    [
      'total of the north side and total of the south side',
      'total *north\\_kwh* of **7**',
      'total *south\\_kwh* of **7**',
    ],
    ['when were the filters changed for the last time', '2024-01-03'],
  ])
})

describe('people, times and places are said by the columns that tell of them', () => {
  asks({ 'seats.csv': seats }, [
    ['longest time anybody sat in the chair for dye, in minutes', '*minutes\\_in\\_chair* of **90**'],
    ['what did guests from Ash spend on cuts', 'total *amount\\_paid* of **22**'],
    ['how many seats were lost by beginners', '**1** row'],
  ])
  asks({ 'winds.csv': winds }, [
    ['which latitude is calmest on average', '**20** comes first', 'average *speed* of **1.5**'],
    ['which latitude has the highest average speed', '**10** comes first'],
    ['what is the highest latitude', '**20**'],
  ])
})
