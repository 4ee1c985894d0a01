import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AgentId, ConversationId, ModelId } from '../../../shared/ids.ts'
import { runEvent, type RunEvent } from '../../../shared/run-events.ts'
import { spawnNodeWorker } from '../../workers/spawn-node-worker.ts'
import { openStorage, type OpenedStorage } from '../open-storage.ts'
import type { Storage } from '../storage.ts'

export type StorageFixture = {
  readonly folder: string
  readonly file: string
  /** Opens the file in a worker thread of its own, as the app does. */
  open(): Promise<OpenedStorage>
  /** Closes everything opened and removes the folder. */
  remove(): Promise<void>
}

/** A fresh folder for one test. */
export function createStorageFixture(): StorageFixture {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'))
  const file = join(folder, 'app.db')
  const opened: Storage[] = []
  return {
    folder,
    file,
    async open() {
      const result = await openStorage({ spawn: () => spawnNodeWorker('storage', 'thread'), file })
      opened.push(result.storage)
      return result
    },
    async remove() {
      for (const storage of opened) await storage.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function newConversation(id: string, at = 1) {
  return { id: id as ConversationId, agentId: 'analyst' as AgentId, modelId: 'test:model' as ModelId, at }
}

/** The events of a short run: a question and, unless it is left open, its answer. */
export function shortRun(
  conversationId: string,
  runId: string,
  words: { readonly question: string; readonly answer?: string; readonly at?: number; readonly replaces?: string },
): RunEvent[] {
  const at = words.at ?? 10
  const ids = { runId, conversationId, agentId: 'analyst', modelId: 'test:model' }
  const user = { id: `${runId}-user`, role: 'user', content: [{ type: 'text', text: words.question }], createdAt: at }
  const started = [
    { type: 'run-started', ...ids, userMessage: user, replaces: words.replaces, at },
    { type: 'message-started', messageId: `${runId}-reply`, at },
  ]
  const answer = { type: 'text', text: words.answer }
  const message = { id: `${runId}-reply`, role: 'assistant', content: [answer], createdAt: at }
  const ended = [
    { type: 'message-completed', message },
    { type: 'run-ended', stop: { kind: 'completed' }, at },
  ]
  return (words.answer === undefined ? started : [...started, ...ended]).map((event) => runEvent.parse(event))
}
