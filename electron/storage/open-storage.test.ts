import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import { foldRunEvents } from '../../shared/run-events.ts'
import { spawnNodeWorker } from '../workers/spawn-node-worker.ts'
import type { WorkerHandle } from '../workers/worker.ts'
import { conversationsMigration } from './migrations/001-conversations.ts'
import { searchMigration } from './migrations/002-search.ts'
import { openStorage } from './open-storage.ts'
import { createStorageFixture, newConversation, shortRun, type StorageFixture } from './testing/storage-fixture.ts'

let fixture: StorageFixture
beforeEach(() => void (fixture = createStorageFixture()))
afterEach(() => fixture.remove())

const titlesOf = async (opened: Awaited<ReturnType<StorageFixture['open']>>) =>
  (await opened.storage.conversations.list({ limit: 9 })).map((summary) => summary.title)

async function fillAndClose(): Promise<void> {
  const { storage } = await fixture.open()
  await storage.conversations.create(newConversation('c1'))
  await storage.conversations.rename('c1' as ConversationId, 'Kept')
  for (let index = 0; index < 50; index++) {
    const words = { question: `question ${index} ${'x'.repeat(2000)}`, answer: 'y'.repeat(2000) }
    await storage.runs.append(`r${index}` as RunId, shortRun('c1', `r${index}`, words))
  }
  await storage.close()
}

test('what was stored is there after closing and opening again', async () => {
  await fillAndClose()
  expect(await titlesOf(await fixture.open())).toEqual(['Kept'])
})

test('a second user of the same file is told that the app is running', async () => {
  await fixture.open()
  await expect(fixture.open()).rejects.toMatchObject({ code: 'ALREADY_RUNNING', hint: expect.any(String) })
})

test('a worker that died is replaced at the next call with nothing lost', async () => {
  const workers: WorkerHandle[] = []
  const spawn = () => {
    const worker = spawnNodeWorker('storage', 'thread')
    workers.push(worker)
    return worker
  }
  const { storage } = await openStorage({ spawn, file: fixture.file })
  await storage.conversations.create(newConversation('c1'))
  const ended = new Promise((resolve) => workers[0]?.onExit(resolve))
  workers[0]?.kill()
  await ended
  expect((await storage.conversations.get('c1' as ConversationId)).summary.id).toBe('c1')
  expect(workers).toHaveLength(2)
  await storage.close()
})

test('a closed storage answers that the app is closing', async () => {
  const { storage } = await fixture.open()
  await storage.close()
  await expect(storage.conversations.list({ limit: 1 })).rejects.toMatchObject({ code: 'CANCELLED' })
  await expect(storage.close()).resolves.toBeUndefined()
})

const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['a file that is no database', () => Buffer.from('Dear diary, this is not SQLite.\n'.repeat(200))],
  ['a page overwritten in the middle', (bytes) => bytes.fill(0xa5, 4096 * 5, 4096 * 12)],
  ['a file cut in half', (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2))],
]

test.each(damages)('%s is set aside whole, and a new one is started', async (_name, damage) => {
  await fillAndClose()
  const damaged = damage(readFileSync(fixture.file))
  writeFileSync(fixture.file, damaged)
  const opened = await fixture.open()
  expect(await titlesOf(opened)).toEqual([])
  await opened.storage.conversations.create(newConversation('fresh'))
  const aside = readdirSync(fixture.folder).filter((name) => /^app\.db\.damaged-\d{4}-\d\d-\d\dT/.test(name))
  expect(aside).toHaveLength(1)
  expect(readFileSync(`${fixture.folder}/${aside[0]}`).equals(damaged)).toBe(true)
  expect(opened.notice).toMatchObject({ code: 'DATABASE_DAMAGED', message: expect.stringContaining(aside[0] ?? '?') })
})

test('a healthy file brings no notice and sets nothing aside', async () => {
  await fillAndClose()
  expect((await fixture.open()).notice).toBeUndefined()
  expect(readdirSync(fixture.folder).filter((name) => name.includes('damaged'))).toEqual([])
})

test('an empty file is a new database', async () => {
  writeFileSync(fixture.file, '')
  expect(await titlesOf(await fixture.open())).toEqual([])
})

test('a file in a folder that is not there is refused with a sentence', async () => {
  const spawn = () => spawnNodeWorker('storage', 'thread')
  const opening = openStorage({ spawn, file: `${fixture.folder}/nowhere/app.db` })
  await expect(opening).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
})

test('a file of a newer version is refused and left as it is', async () => {
  await fillAndClose()
  const sqlite = new DatabaseSync(fixture.file)
  sqlite.exec('pragma user_version = 999; pragma wal_checkpoint(truncate)')
  sqlite.close()
  const before = readFileSync(fixture.file)
  await expect(fixture.open()).rejects.toSatisfy((e) => e instanceof AppError && e.code === 'DATABASE_TOO_NEW')
  expect(readFileSync(fixture.file).equals(before)).toBe(true)
})

test('a file of the first version keeps everything and becomes searchable', async () => {
  const sqlite = new DatabaseSync(fixture.file)
  sqlite.exec(conversationsMigration)
  sqlite.exec(`
    pragma user_version = 1;
    insert into conversations (conversation_id, title, agent_id, model_id, created_at, updated_at, usage, cost)
      values ('c1', 'Old title', 'analyst', 'm', 1, 1,
        '{"inputTokens":1,"outputTokens":2,"cacheReadTokens":3,"cacheWriteTokens":4}', '{"kind":"unpriced"}');
    insert into runs (run_id, conversation_id, is_superseded, started_at, ended_at)
      values ('r1', 'c1', 0, 10, 10), ('r0', 'c1', 1, 5, 6);
  `)
  const kept = shortRun('c1', 'r1', { question: 'where is the walrus', answer: 'on the ice' })
  const replaced = shortRun('c1', 'r0', { question: 'where is the penguin', answer: 'gone' })
  const insert = sqlite.prepare('insert into run_events (run, json) values (?, ?)')
  for (const event of kept) insert.run(1, JSON.stringify(event))
  for (const event of replaced) insert.run(2, JSON.stringify(event))
  sqlite.close()

  const { storage } = await fixture.open()
  const { summary, runs, inference, pinned } = await storage.conversations.get('c1' as ConversationId)
  expect(runs).toEqual([foldRunEvents(kept)])
  expect([inference, pinned]).toEqual([{}, []])
  expect(summary).toMatchObject({ title: 'Old title', cost: { kind: 'unpriced' }, usage: { cacheWriteTokens: 4 } })
  const snippets = async (search: string) =>
    (await storage.conversations.list({ search, limit: 9 })).map((found) => found.snippet)
  expect([await snippets('walrus'), await snippets('ice'), await snippets('title'), await snippets('penguin')]).toEqual(
    [['where is the \u0002walrus\u0003'], ['on the \u0002ice\u0003'], ['Old \u0002title\u0003'], []],
  )
})

test('a file of the second version takes what is new of the third', async () => {
  const id = 'c1' as ConversationId
  const sqlite = new DatabaseSync(fixture.file)
  sqlite.exec(conversationsMigration)
  sqlite.exec(searchMigration)
  const used = '{"inputTokens":1,"outputTokens":2,"cacheReadTokens":3,"cacheWriteTokens":4}'
  sqlite.exec(`
    pragma user_version = 2;
    insert into conversations (conversation_id, agent_id, model_id, created_at, updated_at, usage, cost)
      values ('c1', 'analyst', 'm', 1, 1, '${used}', '{"kind":"free"}');
    insert into runs (run_id, conversation_id, started_at) values ('r1', 'c1', 10);
    insert into model_calls (conversation_id, run_id, agent_id, model_id, started_at, usage, cost)
      values ('c1', 'r1', 'analyst', 'm', 11, '${used}', '{"kind":"free"}');
  `)
  const open = shortRun('c1', 'r1', { question: 'Why?' })
  const insert = sqlite.prepare('insert into run_events (run, json) values (1, ?)')
  for (const event of open) insert.run(JSON.stringify(event))
  sqlite.close()

  const { storage } = await fixture.open()
  await storage.conversations.configure(id, { inference: { effort: 'low' } })
  const more = shortRun('c1', 'r1', { question: 'Why?', answer: 'So' }).slice(2)
  await storage.runs.append('r1' as RunId, more)
  const { inference, runs } = await storage.conversations.get(id)
  expect([inference, runs]).toEqual([{ effort: 'low' }, [foldRunEvents([...open, ...more])]])
  const usage = { inputTokens: 1, outputTokens: 2, cacheReadTokens: 3, cacheWriteTokens: 4 }
  expect(await storage.usage.byAgent()).toEqual([
    { agentId: 'analyst', calls: 1, usage, cost: { kind: 'free' }, knownUsd: 0, cacheableTokens: 3, savedUsd: 0 },
  ])
})

test.skipIf(process.platform === 'win32')('the file and its journal are readable by this user alone', async () => {
  chmodSync(path.dirname(fixture.file), 0o755)
  const { storage } = await fixture.open()
  await storage.conversations.create(newConversation('c1'))
  for (const suffix of ['', '-wal']) expect(statSync(`${fixture.file}${suffix}`).mode & 0o077).toBe(0)
  await storage.close()
})
