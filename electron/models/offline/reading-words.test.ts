import { describe } from 'vitest'
import { asks } from './asks.fixture.ts'

const bears = `date,state,season,cut,weight_kg,length_cm,temp_max,temp_min,deaths,cluster,speed
2019-05-01,Alaska,Spring,Fair,300,180,12,1,0,1,10
2019-07-03,Alaska,Summer,Good,410,210,25,9,2,1,
2020-01-15,Maine,Winter,Fair,150,120,2,-9,0,2,30
2020-08-09,Maine,Summer,Ideal,205.5,160,31,14,1,3,45
2021-06-30,Utah,Summer,Good,98,110,29,11,0,3,
2022-10-02,Utah,Autumn,Ideal,120,115,15,4,5,4,20
`
const athletes = `name,sex,date_of_birth,height,team,gold
Ann,female,1969-01-02,1.71,Kenya,1
Bea,female,1988-05-06,1.85,France,0
Carl,male,1990-07-08,2.12,Kenya,3
Dan,male,1965-09-10,1.92,Peru,0
Eve,,2001-11-12,1.64,France,2
`
const jobs = `job,sex,year,count
Baker,women,1950,40
Baker,men,1950,60
Miner,women,1950,2
Miner,men,1960,50
`

describe('words for the rows of bearattacks.csv', () => {
  asks({ 'bearattacks.csv': bears }, [
    ['how many attacks are there', '**6** rows', '“attacks” means the rows of *bearattacks.csv*'],
    ['How many bear attacks were recorded in Summer?', '**3** rows'],
    ['how many cases in Alaska', '**2** rows', '“cases” means the rows'],
    ['attacks by state', 'number of rows', 'Alaska'],
    ['Which state had the most attacks?', 'Alaska'],
    ['how many unicorns are there', 'I do not know what “unicorns” means here'],
    ['how many people were involved', 'I do not know what “people” means here'],
    ['how many attacks are registered', 'did not understand', '“registered”'],
  ])
})

describe('columns said beside their values', () => {
  asks({ 'bearattacks.csv': bears }, [
    ['average weight for ideal cut', '**162.75**'],
    ['average weight for ideal state', 'did not understand'],
    ['total deaths in the Summer season', '**3**'],
    ['total deaths in the state of Utah', '**5**'],
    ['total deaths of cluster 3', '**1**', '"cluster" = 3'],
    ['how many have 5 deaths', '**1** row', '"deaths" = 5'],
    ['total deaths of all states except Utah', '**3**'],
    ['total deaths when the season is Summer', '**3**', `"season" = 'Summer'`],
    ['total deaths where the cut is neither Fair nor Good', '**6**'],
    ['how often is the speed missing', '**2** rows'],
    ['how many attacks lack a speed', '**2** rows'],
    ['average weight in kg', '**213.92**'],
  ])
})

describe('adjectives and verbs for columns', () => {
  asks({ 'bearattacks.csv': bears }, [
    ['how many attacks are heavier than 200 kg', '**3** rows', 'I compared the column *weight\\_kg*'],
    ['how many weigh more than 0.3 t', '**1** row', '0.3 ton is 300 kg'],
    ['how many are longer than 1.6 m', '**2** rows', '1.6 meter is 160 cm'],
    ['how many are longer than 5 kg', 'cannot be turned into the other'],
    ['what is the heaviest weight in Maine', '**205.5**'],
    ['which state had the hottest day', 'Maine', '“hottest” is about the column *temp\\_max*'],
    ['which state had the coldest day', 'Maine', '“coldest” is about the column *temp\\_min*'],
    ['how many are hotter than 20', 'more than one column', 'temp'],
    ['the 2 heaviest attacks', '410', '300'],
  ])
})

describe('clauses', () => {
  asks({ 'bearattacks.csv': bears }, [
    ['weight: mean, median and maximum', '213.92', '177.75', '410'],
    ['lowest and highest weight', '98', '410'],
    ['what is the spread of lengths (max - min)', '**100**'],
    ['What are the first and the last date?', '2019-05-01', '2022-10-02'],
    ['latest date in Maine', '2020-08-09'],
    ['when did the temp_max first go above 28', '2020-08-09'],
    ['share of deaths in Summer', '3'],
  ])
})

describe('over people', () => {
  asks({ 'olympians.csv': athletes }, [
    ['how many athletes are there', '**5** rows'],
    ['how many people are there', '**5** rows', '“people” means the rows'],
    ['how many athletes were born before 1970', '**2** rows'],
    ['Who is the tallest athlete?', 'Carl'],
    ['who is the oldest', 'Dan'],
    ['who is the youngest', 'Eve'],
    ['how many men are taller than 2 m', '**1** row'],
    ['how many athletes are taller than 180 cm', '**3** rows', '180 cm is 1.8 meter'],
    ['Who won the most gold medals?', 'Carl'],
    ['average height of names in France', '**1.75**'],
    ['how many athletes won', 'did not understand', '“won”'],
    ['how many athletes have no sex recorded', '**1** row'],
    ['which team has the tallest athletes on average', 'Kenya'],
  ])
})

describe('over victims with a date of death', () => {
  asks(
    {
      'la-riots.csv':
        'name,age,gender,death_date\nAnn,17,Female,1992-04-29\nBob,40,Male,1992-05-01\nCy,33,Male,1992-05-01\n',
    },
    [
      ['how many victims were younger than 18', '**1** row'],
      ['who was the oldest victim', 'Bob'],
      ['average age of male victims', '**36.5**'],
      ['how many died before May 1992', '**1** row'],
    ],
  )
})

describe('over a column that counts', () => {
  asks({ 'jobs.csv': jobs }, [
    ['how many women worked as Baker in 1950', '**40**', 'I added that up'],
    ['how many rows are there where sex is women', '**2** rows'],
    ['what is the count of Miner in 1960', '**50**'],
  ])
})
