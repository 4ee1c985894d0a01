import { describe } from 'vitest'
import { asks } from './asks.fixture.ts'

const bills = `bill_no,opened_on,guests,bill_total,tip,payment,make,model,weight_kg,discount,returned_on,gift_wrap,sky,form
1,2024-01-01,2,100,5,card,Fiat,500,10,0,2024-01-05,yes,heavy rain,7A
2,2024-01-02,4,250,,cash,Fiat,Panda,20,5,,no,light rain,7A
3,2024-02-01,2,300,10,card,Kia,Rio,30,0,2024-02-03,no,sunny,7B
4,2024-02-02,6,50,0,voucher,Kia,Rio,5,10,,yes,sunny,7B
`
const ledger = `booked,payee,amount
2024-01-02,Grocer,-10
2024-01-05,Landlord,-50
2024-02-28,Employer,500
`
const marks = `pupil,teacher,subject,mark,days_absent,taken_on,unpaid,plan
Ada,Mr Reed,Maths,80,0,2024-01-01,yes,part-time
Ada,Mr Reed,French,60,2,2024-01-02,no,full-time
Bo,Ms Lane,Maths,70,0,2024-01-03,no,part-time
`
const loans = `loan_no,card_no,fine,renewals,borrowed_on,returned_on
1,M1,0,2,2024-01-01,2024-02-01
2,M2,3,0,2024-01-02,
3,M1,1,0,2024-01-03,2024-01-09
4,M1,1,0,2024-01-04,
`
const members = `card_no,name,plan,locker
M1,Ivo Marek,off-peak,27
M2,Petra Sommer,student,
`

describe('a number belongs to the column it can be one of', () => {
  asks({ 'bills.csv': bills }, [
    ['how many bills above 200', '**2** rows', '("bill_total" > 200)', 'I compared *bill\\_total*'],
    ['how many bills over 15 kilos', '**2** rows', '("weight_kg" > 15)'],
    ['how many bills over 15 kilos with more than 2 guests', '**1** row', '("weight_kg" > 15) AND ("guests" > 2)'],
    ['how many bills over 8000 grams', '**3** rows', '("weight_kg" > 8)'],
    ['how many bills over 3 guests', '**2** rows', '("guests" > 3)'],
    ['average tip of 2-guest bills', '**7.5**', '"guests" = 2'],
    ['total weight of the Fiat 500', '**10**', '"model" = \'500\''],
    ['how many bills of 100 or more', '**3** rows', '("bill_total" >= 100)'],
    ['how many bills over 20 minutes', 'I do not know what “20” means here'],
  ])
})

describe('a number that nothing places stays unexplained', () => {
  asks({ 'ledger.csv': ledger, 'marks.csv': marks }, [
    ['how many marks over 65 in marks.csv', '**2** rows'],
    ['how many lessons above 3 in marks.csv', 'I do not know'],
  ])
})

describe('what is not there, and what is left out', () => {
  asks({ 'bills.csv': bills }, [
    ['how many bills without a discount', '**2** rows', '"discount" = 0', 'no *discount* means 0'],
    ['how many bills with a discount', '**2** rows', 'NOT "discount" = 0'],
    ['how many rows have a missing discount', '**0** rows', '"discount" IS NULL'],
    ['how many bills without a gift wrap', '**2** rows', '("gift_wrap") IS NOT TRUE'],
    ['how many gift-wrap bills', '**2** rows', '"gift_wrap"'],
    ['how many bills without a recorded tip', '**1** row', '"tip" IS NULL'],
    ['how many bills where the tip was never written down', '**1** row', '"tip" IS NULL'],
    ['how many bills do not say the tip', '**1** row', '"tip" IS NULL'],
    ['median discount, zeros left out', '**7.5**'],
    ['how many bills were neither card nor cash', '**1** row'],
    ['total weight not counting card and cash', '**5**'],
    ['how many bills are still out', '**2** rows', '"returned_on" IS NULL'],
    ['how many bills came over the voucher', '**1** row', '"payment" = \'voucher\''],
    ['how many bills came over the counter', 'I do not know what “counter” means here'],
  ])
})

const stays = `stay_no,arrived_on,floor,pool,insurer,occupation,film_rating,track,skipped,rain
1,2024-01-01,1,ja,Helvetia,Doctor Office Attendant,R,Lanterns,yes,0
2,2024-01-02,3,nein,,Physician,PG,Lanterns,no,3
3,2024-01-03,3,ja,Northstar,Physician,R,Tram,no,2
4,2024-01-04,2,nein,,Teacher,PG,Tram,no,0
`

const rides = `ride_no,ridden_on,state,country,status,bike_type,duration_min,distance_km,place,fines
1,2024-01-01,CA,CA,absent,road,70,5,Room 12: Old Maps,0
2,2024-01-02,TX,DE,present,city,30,80,Hall,2
3,2024-01-03,CA,CA,present,road,90,20,Hall,0
`

describe('a value that looks like something else', () => {
  asks({ 'rides.csv': rides }, [
    ['how many rides from California', '**2** rows', '"state" = \'CA\''],
    ['how many rides from Canada', '**2** rows', '"country" = \'CA\''],
    ['how many rides from Germany', '**1** row', '"country" = \'DE\''],
    ['how many rides were absent', '**1** row', '"status" = \'absent\''],
    ['how many rides per kind of bike', '| road | 2 |', '| city | 1 |'],
    ['how many rides longer than 60 min', '**2** rows', '("duration_min" > 60)'],
    ['total distance for Room 12: Old Maps', '**5**'],
    ['how many rides were fined', '**1** row', 'NOT "fines" = 0'],
    ['cancel ride 2', 'I only read your files'],
  ])
})

describe('a condition in few words', () => {
  asks({ 'stays.csv': stays, 'ledger.csv': ledger }, [
    ['how many stays on the 3rd floor', '**2** rows', '"floor" = 3'],
    ['how many stays on the second floor', '**1** row', '"floor" = 2'],
    ['how many pool stays', '**2** rows', '"pool" = \'ja\''],
    ['how many insured stays', '**2** rows', '"insurer" IS NOT NULL'],
    ['how many R-rated stays', '**2** rows', '"film_rating" = \'R\''],
    ['how many payments of more than 20 in ledger.csv', '**1** row', '("amount" < -20)', 'what goes out is below 0'],
  ])
})

describe('what rows cannot tell is not told', () => {
  asks({ 'stays.csv': stays }, [
    ['which tracks were never skipped', 'Several rows speak of each *track*'],
    ['how many tracks had no Physician', 'Several rows speak of each *track*'],
    ['how many stays of doctors', 'I do not know what “doctors” means here'],
    ['at which hour did most stays begin', 'no hours'],
  ])
})

describe('a value in another form', () => {
  asks({ 'bills.csv': bills }, [
    ['total weight on rainy days', '**30**', "'heavy rain', 'light rain'"],
    ['total weight of class 7A', '**30**', '"form" = \'7A\''],
    ['total weight of broken 7A', 'I do not know what “broken” means here'],
  ])
})

describe('what is said of a thing that several rows speak of', () => {
  asks({ 'marks.csv': marks }, [
    ['how many marks of part-timers', '**2** rows', '"plan" = \'part-time\''],
    ['how many rows were never absent', '**2** rows', '"days_absent" = 0'],
    ['how many pupils were never absent', 'I do not know what “not” means here'],
    ["average mark of Mr Reed's pupils", '**70**', '"teacher" = \'Mr Reed\''],
  ])
})

describe('values and things of a second file', () => {
  asks({ 'loans.csv': loans, 'members.csv': members }, [
    ['how many loans did Ivo Marek take out', '**3** rows', 'joined *loans.csv* with *members.csv*'],
    ['how many loans of off-peakers', '**3** rows', '"plan" = \'off-peak\''],
    ['who paid the most in fines', '| Petra Sommer | 3 |'],
    ['total fine of members without a locker', '**3**', '"locker" IS NULL'],
    ['how many loans were renewed twice', '**1** row', '"renewals" = 2'],
    ['how many loans were never renewed', '**3** rows', '"renewals" = 0'],
    ['how often was Petra Sommer here', '**1** row', 'joined *loans.csv* with *members.csv*'],
    ['which member still has loans', 'I do not know what'],
  ])
})
