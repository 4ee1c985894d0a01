import { expect, test } from 'vitest'
import { conversationId, toolUseId } from '../../shared/ids.ts'
import { createEarlierResults } from './earlier-results.ts'

const one = conversationId.parse('one')
const two = conversationId.parse('two')
const use = (id: string) => toolUseId.parse(id)

test('knows what was told in this conversation, and nothing of another', () => {
  const store = createEarlierResults()
  store.of(one).note('a', use('t1'))
  expect([store.of(one).find('a'), store.of(two).find('a'), store.of(one).find('b')]).toEqual([
    't1',
    undefined,
    undefined,
  ])
})

test('refers to nothing once the conversation was compacted, even for a run that is under way', () => {
  const store = createEarlierResults()
  const underWay = store.of(one)
  underWay.note('a', use('t1'))
  store.forget(one)
  expect(underWay.find('a')).toBeUndefined()
  underWay.note('b', use('t2'))
  expect(store.of(one).find('b')).toBe('t2')
})

test('never uses the name of a call that a later call was given too', () => {
  const earlier = createEarlierResults().of(one)
  earlier.note('a', use('t1'))
  earlier.note('b', use('t1'))
  expect([earlier.find('a'), earlier.find('b')]).toEqual([undefined, 't1'])
  earlier.note('b', use('t2'))
  earlier.note('c', use('t1'))
  expect([earlier.find('b'), earlier.find('c')]).toEqual(['t2', 't1'])
})

test('forgets the oldest answers and conversations at its bounds', () => {
  const store = createEarlierResults()
  for (let n = 0; n <= 1000; n++) store.of(one).note(`a${n}`, use(`t${n}`))
  expect([store.of(one).find('a0'), store.of(one).find('a1')]).toEqual([undefined, 't1'])
  for (let n = 0; n < 100; n++) store.of(conversationId.parse(`c${n}`)).note('a', use('t'))
  expect([store.of(one).find('a1'), store.of(conversationId.parse('c0')).find('a')]).toEqual([undefined, 't'])
})
