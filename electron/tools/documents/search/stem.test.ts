import { expect, test } from 'vitest'
import { stem } from './stem.ts'

test('gives what the paper gives for its examples', () => {
  const examples = {
    caresses: 'caress',
    ponies: 'poni',
    cats: 'cat',
    feed: 'feed',
    agreed: 'agre',
    plastered: 'plaster',
    motoring: 'motor',
    sing: 'sing',
    hopping: 'hop',
    falling: 'fall',
    hissing: 'hiss',
    failing: 'fail',
    filing: 'file',
    happy: 'happi',
    sky: 'sky',
    relational: 'relat',
    hopefulness: 'hope',
    triplicate: 'triplic',
    revival: 'reviv',
    replacement: 'replac',
    adoption: 'adopt',
    probate: 'probat',
    rate: 'rate',
    controlling: 'control',
    generalizations: 'gener',
  }
  expect(Object.fromEntries(Object.keys(examples).map((word) => [word, stem(word)]))).toEqual(examples)
})

test.each([
  ['refund', 'refunds', 'refunded', 'refunding'],
  ['cancel', 'cancelled', 'cancels', 'cancellation'],
  ['policy', 'policies'],
  ['deliver', 'delivered', 'delivering', 'delivers'],
])('%s and its forms share a stem', (...forms) => expect(new Set(forms.map(stem)).size).toBe(1))

test('leaves words of other scripts and figures as they are', () => {
  expect(['größe', 'naïve', 'москвы', '2024s', 'b2b', 'as'].map(stem)).toEqual([
    'größe',
    'naïve',
    'москвы',
    '2024s',
    'b2b',
    'as',
  ])
})
