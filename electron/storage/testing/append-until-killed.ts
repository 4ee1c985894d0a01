import { writeSync } from 'node:fs'
import type { RunId } from '../../../shared/ids.ts'
import { spawnNodeWorker } from '../../workers/spawn-node-worker.ts'
import { openStorage } from '../open-storage.ts'
import { endlessStream } from './endless-stream.ts'
import { newConversation } from './storage-fixture.ts'

/*
 * A process to be killed: `append-until-killed.ts FILE NAME` opens the file and appends an endless run. It writes
 * one byte to standard output per acknowledged append, at once.
 */
const [file = '', name = ''] = process.argv.slice(2)
const { storage } = await openStorage({ spawn: () => spawnNodeWorker('storage', 'thread'), file })
await storage.conversations.create(newConversation(`c-${name}`))
for (const batch of endlessStream(`c-${name}`, `r-${name}`)) {
  await storage.runs.append(`r-${name}` as RunId, batch)
  writeSync(1, '.')
}
