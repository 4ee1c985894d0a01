import { describe, expect, test } from 'vitest'
import { normalWord, stemOf, wordsOfName } from './words.ts'

describe('the words of a name', () => {
  test.each([
    ['unitPrice_EUR', ['unit', 'price', 'eur']],
    ['IMDBRating', ['imdb', 'rating']],
    ['Miles_per_Gallon', ['mile', 'per', 'gallon']],
    ['temp_max (°C)', ['temp', 'max', 'c']],
    ['Total DVDs', ['total', 'dvd']],
    ['Île-de-France', ['ile', 'de', 'france']],
  ])('%s', (name, words) => expect(wordsOfName(name)).toEqual(words))
})

test.each([
  ['movies', 'movie'],
  ['Countries', 'country'],
  ['people', 'person'],
  ['boxes', 'box'],
  ['statuses', 'statuse'],
])('%s and %s are one word', (many, one) => expect(normalWord(many)).toBe(normalWord(one)))

test.each([
  ['sunny', 'sun'],
  ['foggy', 'fog'],
  ['raining', 'rain'],
  ['manufactured', 'manufacturing'],
  ['snowy', 'snow'],
])('%s and %s are of one family', (a, b) => expect(stemOf(a)).toBe(stemOf(b)))

test.each([
  ['date', 'day'],
  ['sun', 'son'],
  ['red', 'ring'],
])('%s and %s are not', (a, b) => expect(stemOf(a)).not.toBe(stemOf(b)))
