import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Grant } from '../../shared/consent.ts'
import type { FileChange } from '../../shared/conversations.ts'
import type { AgentId, ConversationId, GrantId, SnapshotId } from '../../shared/ids.ts'
import type { Storage } from './storage.ts'
import { createStorageFixture, newConversation, type StorageFixture } from './testing/storage-fixture.ts'

let fixture: StorageFixture
let storage: Storage
const conversationId = 'c1' as ConversationId

beforeEach(async () => {
  fixture = createStorageFixture()
  storage = (await fixture.open()).storage
  await storage.conversations.create(newConversation('c1'))
})
afterEach(() => fixture.remove())

const always: Grant = {
  id: 'g1' as GrantId,
  toolName: 'shell',
  agentId: 'analyst' as AgentId,
  scope: { kind: 'command', command: `echo "it's"` },
  createdAt: 5,
  uses: 0,
}

test('grants come back as given, counted and revoked', async () => {
  const passing: Grant = { ...always, id: 'g2' as GrantId, conversationId, createdAt: 6 }
  await storage.grants.add(always)
  await storage.grants.add(passing)
  await storage.grants.countUse(always.id)
  expect(await storage.grants.list()).toEqual([{ ...always, uses: 1 }, passing])
  await storage.grants.revoke(always.id)
  await storage.grants.countUse(always.id)
  expect(await storage.grants.list()).toEqual([passing])
})

test('a grant for a conversation goes with it, one given for always stays', async () => {
  await storage.grants.add(always)
  await storage.grants.add({ ...always, id: 'g2' as GrantId, conversationId })
  await storage.conversations.delete(conversationId)
  await storage.conversations.purgeDeleted()
  expect(await storage.grants.list()).toEqual([always])
})

test('file changes are listed in order and follow their state', async () => {
  const change = (id: string): FileChange => ({
    snapshotId: id as SnapshotId,
    conversationId,
    path: `${id}.md`,
    toolName: 'file_write',
    changedAt: 3,
    isNewFile: id === 's1',
    state: 'undoable',
  })
  await storage.changes.add(change('s1'))
  await storage.changes.add(change('s2'))
  await storage.changes.setState('s1' as SnapshotId, 'undone')
  expect(await storage.changes.list(conversationId)).toEqual([{ ...change('s1'), state: 'undone' }, change('s2')])
  expect(await storage.changes.get('s2' as SnapshotId)).toEqual(change('s2'))
  await expect(storage.changes.get('s9' as SnapshotId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(storage.changes.setState('s9' as SnapshotId, 'undone')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a source added twice taints once', async () => {
  await storage.taint.add(conversationId, 'foreign', 'example.com')
  await storage.taint.add(conversationId, 'workspace', 'sales.csv')
  await storage.taint.add(conversationId, 'foreign', 'example.com')
  expect(await storage.taint.list(conversationId)).toEqual([
    { kind: 'foreign', label: 'example.com' },
    { kind: 'workspace', label: 'sales.csv' },
  ])
})

test('each audit entry is chained to the one before by hash', async () => {
  await storage.audit.append({ at: 1, kind: 'tool', detail: { b: 1, a: ['x'] } })
  await storage.audit.append({ at: 2, kind: 'consent', detail: null })
  await storage.close()
  const sqlite = new DatabaseSync(fixture.file, { readOnly: true })
  const hashes = sqlite.prepare('select hash from audit order by seq').all()
  sqlite.close()
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  const one = sha('{"at":1,"detail":{"a":["x"],"b":1},"kind":"tool","seq":1}')
  const two = sha(`${one}{"at":2,"detail":null,"kind":"consent","seq":2}`)
  expect(hashes.map((row) => row['hash'])).toEqual([one, two])
})
