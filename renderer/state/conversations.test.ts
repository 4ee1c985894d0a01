import { describe, expect, it } from 'vitest'
import type { ConversationSummary } from '../../shared/conversations.ts'
import type { ConversationId } from '../../shared/ids.ts'
import { withConversation, withoutConversation, type ConversationsState } from './conversations.ts'
import { loading, ready } from './loaded.ts'

function summary(id: string, updatedAt: number, more: Partial<ConversationSummary> = {}): ConversationSummary {
  return { id: id as ConversationId, title: id, updatedAt, ...more } as ConversationSummary
}

const state: ConversationsState = {
  list: ready([summary('a', 30), summary('b', 20)]),
  search: 'x',
  found: ready([summary('b', 20, { snippet: 'the x' })]),
}

describe('withConversation', () => {
  it('moves a changed conversation to its place and keeps the passage a search found', () => {
    const renamed = summary('b', 40, { title: 'new' })
    expect(withConversation(state, renamed)).toEqual({
      list: ready([renamed, summary('a', 30)]),
      search: 'x',
      found: ready([{ ...renamed, snippet: 'the x' }]),
    })
  })

  it('adds one the list does not have, also before the list is there', () => {
    const made = summary('c', 25)
    expect(withConversation(state, made).list).toEqual(ready([summary('a', 30), made, summary('b', 20)]))
    expect(withConversation({ list: loading, search: '', found: null }, made).list).toEqual(ready([made]))
  })
})

describe('withoutConversation', () => {
  it('takes it from the list and from what was found', () => {
    expect(withoutConversation(state, 'b' as ConversationId)).toEqual({
      list: ready([summary('a', 30)]),
      search: 'x',
      found: ready([]),
    })
  })
})
