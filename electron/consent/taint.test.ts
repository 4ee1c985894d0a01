import { expect, it } from 'vitest'
import type { ContentSource } from '../../shared/consent.ts'
import type { ConversationId } from '../../shared/ids.ts'
import { createTaint, type TaintStore } from './taint.ts'

const id = 'conv_1' as ConversationId
const page: ContentSource = { kind: 'foreign', label: 'a web page' }
const file: ContentSource = { kind: 'workspace', label: 'sales.csv' }

function memoryStore(kept: ContentSource[] = []): TaintStore & { readonly kept: ContentSource[] } {
  return { kept, add: async (_id, kind, label) => void kept.push({ kind, label }), list: async () => kept }
}

it('counts a source from the moment it is noted, before it is stored', () => {
  const taint = createTaint({ list: async () => [], add: () => new Promise(() => {}) })
  taint.note(id, page).catch(() => {})
  expect(taint.sources(id)).toEqual([page])
})

it('takes a conversation it knows nothing of for one that holds everything', async () => {
  const taint = createTaint(memoryStore())
  expect(taint.sources(id).map((source) => source.kind)).toEqual(['workspace', 'foreign'])
  await taint.load(id)
  expect(taint.sources(id)).toEqual([])
})

it('remembers what earlier runs left, keeps what was noted meanwhile, and stores each source once', async () => {
  const store = memoryStore([file])
  const taint = createTaint(store)
  await taint.note(id, page)
  await taint.load(id)
  await taint.note(id, page)
  await taint.note(id, file)
  expect(taint.sources(id)).toEqual([page, file])
  expect(store.kept).toEqual([file, page])
})
