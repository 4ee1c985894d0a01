import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '../../shared/ids.ts'
import { createStorageFixture, newConversation, type StorageFixture } from '../storage/testing/storage-fixture.ts'
import { createKeptResults } from './kept-results.ts'

let fixture: StorageFixture
beforeEach(() => void (fixture = createStorageFixture()))
afterEach(() => fixture.remove())

test('a long answer can still be read after the app was closed, by its own conversation only', async () => {
  const [mine, other] = ['c1' as ConversationId, 'c2' as ConversationId]
  const { storage } = await fixture.open()
  for (const id of [mine, other]) await storage.conversations.create(newConversation(id))
  const kept = createKeptResults(storage.results)
  const answer = { conversationId: mine, toolName: 'read_document', isForeign: true }
  const ids = [
    await kept.keep({ ...answer, text: 'one' }),
    await kept.keep({ ...answer, text: 'two', isForeign: false }),
  ]
  await storage.close()

  const again = createKeptResults((await fixture.open()).storage.results)
  expect(await Promise.all(ids.map((id) => again.read(mine, id)))).toMatchObject([
    { text: 'one', isForeign: true },
    { text: 'two', isForeign: false },
  ])
  expect(await Promise.all(ids.map((id) => again.read(other, id)))).toEqual([undefined, undefined])
})
