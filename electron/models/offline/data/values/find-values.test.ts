import { describe, expect, test } from 'vitest'
import { nearestHits } from './find-values.ts'
import { nearValues } from './near-values.ts'
import { tellValues } from './tell-values.ts'

const hits = (values: readonly string[]) => values.map((value) => ({ column: 'place', value }))
const valuesOf = (found: readonly { readonly value: string }[] | undefined) => found?.map(({ value }) => value)

describe('a value as a question spells it', () => {
  test.each([
    ['japanese', ['Japan', 'USA'], ['Japan']],
    ['american', ['American', 'USA'], ['American']],
    ['american', ['Japan', 'USA'], ['USA']],
    ['usa', ['United States'], ['United States']],
    ['cote d’ivoire', ['Côte d’Ivoire'], ['Côte d’Ivoire']],
    ['desk oak', ['Desk, oak'], ['Desk, oak']],
    ['chairs', ['Chair', 'Chairman'], ['Chair']],
    ['movie', ['Movies'], ['Movies']],
    ['women', ['female', 'male'], ['female']],
    ['c', ['C++', 'C'], ['C']],
    ['c', ['C++'], []],
    ['mali', ['male'], []],
    ['%', ['S'], []],
    ["oregon's", ['Oregon'], ['Oregon']],
    ["mcdonald's", ["McDonald's", 'McDonald'], ["McDonald's"]],
  ])('%s in %j', (phrase, values, found) => expect(valuesOf(nearestHits(phrase, hits(values)))).toEqual(found))
})

describe('a value that is near', () => {
  test.each([
    ['rainy', ['rain', 'drizzle'], { kind: 'one', values: ['rain'] }],
    ['seattle', ['Seattle, WA', 'Boston, MA'], { kind: 'one', values: ['Seattle, WA'] }],
    ['pepperoni', ['Pepperoni S', 'Pepperoni L'], { kind: 'several', values: ['Pepperoni S', 'Pepperoni L'] }],
    ['torgerson', ['Torgersen', 'Dream'], { kind: 'one', values: ['Torgersen'] }],
    ['dreem', ['Dream', 'Torgersen'], { kind: 'one', values: ['Dream'] }],
  ])('%s in %j', (phrase, values, expected) => {
    const near = nearValues(phrase, hits(values))
    expect({ kind: near?.kind, values: valuesOf(near?.hits) }).toEqual(expected)
  })

  test.each([
    ['a', ['A b']],
    ['cat', ['Cap', 'Catalog']],
    ['zone5', ['zone6']],
  ])('%s is none of %j', (phrase, values) => expect(nearValues(phrase, hits(values))).toBeNull())
})

test('what was taken for a word is told, unless it is plainly the same', () => {
  const column = { name: 'Origin', type: 'VARCHAR', missing: 0, distinct: 3, min: null, max: null, examples: [] }
  const lookup = new Map([
    ['japanese', [{ column: 'Origin', value: 'Japan' }]],
    ['usa', [{ column: 'Origin', value: 'USA' }]],
  ])
  const filter = { kind: 'values', column, values: ['Japan', 'USA'], isNegated: false } as const
  expect(tellValues([filter], lookup)).toEqual(['took *Origin* = Japan for “japanese”'])
})
