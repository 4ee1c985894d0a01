import { expect, test } from 'vitest'
import { findPassages } from './find-passages.ts'
import { rankPassages } from './rank-passages.ts'
import { readQuery } from './read-query.ts'

/** The texts of passages about a query, best first. Each text is a passage of its own. */
function rank(query: string, texts: readonly string[]): string[] {
  const passages = texts.map((text) => ({ where: '', heading: null, isFirstUnderHeading: false, text }))
  const findings = findPassages(passages, readQuery(query))
  return rankPassages([{ path: 'a', findings }]).map(({ text }) => text)
}

const filler = 'and many more words that have nothing at all to do with what was asked for here'

test('a passage that says it more often, or in fewer words, comes first', () => {
  expect(rank('rent', [`rent ${filler}`, 'rent and rent', 'the rent is due'])).toEqual([
    'rent and rent',
    'the rent is due',
    `rent ${filler}`,
  ])
})

test('of two words the rare one decides', () => {
  const common = ['the shop', 'a shop', 'our shop', 'this shop']
  expect(rank('walrus shop', [...common, 'a walrus'])[0]).toBe('a walrus')
})

test('words that stand together as asked come before words apart', () => {
  const apart = 'the period is long and the notice is short'
  const together = 'the notice period is long and it is short'
  expect(rank('notice period', [apart, together])).toEqual([together, apart])
})

test('one that holds everything hides those that do not, and one that holds less than half is none', () => {
  expect(rank('notice period', ['a notice', 'a period of notice'])).toEqual(['a period of notice'])
  expect(rank('notice period of three months', ['a notice'])).toEqual([])
})

test('case, accents and plural make no difference; a word inside another is not it', () => {
  expect(rank('CAFES', ['the café', 'cafeteria'])).toEqual(['the café'])
})

test('passages of several documents are ranked as one collection', () => {
  const of = (path: string, texts: readonly string[]) => {
    const passages = texts.map((text) => ({ where: '', heading: null, isFirstUnderHeading: false, text }))
    return { path, findings: findPassages(passages, readQuery('rent')) }
  }
  const ranked = rankPassages([of('a', [`rent ${filler}`]), of('b', ['no', 'the rent']), of('c', [])])
  expect(ranked.map(({ path }) => path)).toEqual(['b', 'a'])
})
