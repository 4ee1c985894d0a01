import { describe, expect, test } from 'vitest'
import { matchColumns } from './match-columns.ts'
import type { Column } from './table-columns.ts'

const columns = (names: readonly string[]): Column[] =>
  names.map((name) => ({ name, type: 'DOUBLE', missing: 0, distinct: 9, min: 1, max: 9, examples: [] }))

const cars = ['Name', 'Miles_per_Gallon', 'Cylinders', 'Horsepower', 'Weight_in_lbs', 'Acceleration', 'Origin']
const weather = ['date', 'precipitation', 'temp_max', 'temp_min (°C)', 'wind', 'weather']
const movies = ['Title', 'US Gross', 'Worldwide Gross', 'IMDB Rating', 'Rotten Tomatoes Rating', 'MPAA Rating']

describe('the column some words name', () => {
  test.each([
    ['horsepower', cars, 'exact', ['Horsepower']],
    ['horse power', cars, 'exact', ['Horsepower']],
    ['HP', cars, 'exact', ['Horsepower']],
    ['mpg', cars, 'synonym', ['Miles_per_Gallon']],
    ['fuel economy', cars, 'synonym', ['Miles_per_Gallon']],
    ['weight', cars, 'exact', ['Weight_in_lbs']],
    ['cylinder', cars, 'exact', ['Cylinders']],
    ['country', cars, 'synonym', ['Origin']],
    ['max temp', weather, 'exact', ['temp_max']],
    ['maximum temperature', weather, 'exact', ['temp_max']],
    ['minimum temperature', weather, 'part', ['temp_min (°C)']],
    ['temperature', weather, 'part', ['temp_max', 'temp_min (°C)']],
    ['precip', weather, 'exact', ['precipitation']],
    ['rain', weather, 'synonym', ['precipitation']],
    ['imdb rating', movies, 'exact', ['IMDB Rating']],
    ['imdbRating', movies, 'exact', ['IMDB Rating']],
    ['rotten tomatoes', movies, 'part', ['Rotten Tomatoes Rating']],
    ['rating', movies, 'part', ['IMDB Rating', 'Rotten Tomatoes Rating', 'MPAA Rating']],
    ['closing price', ['Open', 'Close', 'Adj Close'], 'synonym', ['Close']],
    ['life expectancy', ['life_expect', 'year'], 'synonym', ['life_expect']],
    ['gross', movies, 'part', ['US Gross', 'Worldwide Gross']],
  ])('%s', (asked, names, level, found) => {
    const match = matchColumns(asked.split(' '), columns(names))
    expect({ level: match?.level, columns: match?.columns.map(({ name }) => name) }).toEqual({ level, columns: found })
  })

  test.each([
    ['colour', cars],
    ['sales', ['salesman']],
    ['cat', ['catalog']],
    ['horsepowr', cars],
    ['temp humidity', weather],
  ])('%s is none of them', (asked, names) => expect(matchColumns(asked.split(' '), columns(names))).toBeNull())
})
