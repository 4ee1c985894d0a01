import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import { foldRunEvents, runEvent, type RunEvent } from '../../shared/run-events.ts'
import { createStorageFixture, newConversation, shortRun } from './testing/storage-fixture.ts'

test('a full disk is told, loses nothing that was saved, and saving goes on once there is room', async (context) => {
  const fixture = createStorageFixture()
  const refusal = mountSmallDisk(fixture.folder)
  if (refusal !== null) {
    await fixture.remove()
    console.log(`Skipped the full disk: a small tmpfs cannot be mounted here (${refusal}).`)
    return context.skip(refusal)
  }
  try {
    const ballast = join(fixture.folder, 'ballast')
    writeFileSync(ballast, Buffer.alloc(1_000_000))
    const { storage } = await fixture.open()
    await storage.conversations.create(newConversation('c1'))
    const stored: RunEvent[] = shortRun('c1', 'r1', { question: 'Go on' })
    await storage.runs.append('r1' as RunId, stored)
    const piece = runEvent.parse({ type: 'text-delta', messageId: 'r1-reply', index: 0, text: 'z'.repeat(20_000) })
    const fill = async () => {
      for (;;) {
        await storage.runs.append('r1' as RunId, [piece, piece])
        stored.push(piece, piece)
      }
    }
    await expect(fill()).rejects.toMatchObject({ code: 'DISK_FULL', retryable: true, hint: expect.any(String) })
    expect((await storage.conversations.get('c1' as ConversationId)).runs).toEqual([foldRunEvents(stored)])

    rmSync(ballast)
    await storage.runs.append('r1' as RunId, [piece])
    stored.push(piece)
    await storage.close()
    const again = await fixture.open()
    expect(again.notice).toBeUndefined()
    expect((await again.storage.conversations.get('c1' as ConversationId)).runs).toEqual([foldRunEvents(stored)])
    await again.storage.close()
  } finally {
    execFileSync('umount', [fixture.folder])
    await fixture.remove()
  }
})

/** Null when the folder is now a disk of 4 MB; else why not. */
function mountSmallDisk(folder: string): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'pipe' })
    return null
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n').at(-1) ?? error.message) : String(error)
  }
}
