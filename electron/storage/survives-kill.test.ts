import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { ConversationId } from '../../shared/ids.ts'
import { applyRunEvent, foldRunEvents, type RunEvent, type RunState } from '../../shared/run-events.ts'
import { createOperations } from './create-operations.ts'
import { openDatabase } from './open-database.ts'
import { endlessStream } from './testing/endless-stream.ts'
import { createStorageFixture } from './testing/storage-fixture.ts'

const program = fileURLToPath(new URL('testing/append-until-killed.ts', import.meta.url))
const kills = 100
const lanes = 2

test(`nothing acknowledged is lost when the process is killed, ${kills} times`, { timeout: 180_000 }, async () => {
  // Each lane is one file that is killed again and again; two lanes because starting a process is most of the time.
  const counts = await Promise.all(Array.from({ length: lanes }, () => killRepeatedly(kills / lanes)))
  const acknowledged = counts.flat()
  expect(acknowledged).toHaveLength(kills)
  // Kills that all came before the first append would have shown nothing.
  expect(acknowledged.filter((count) => count > 20).length).toBeGreaterThan(kills / 4)
})

async function killRepeatedly(times: number): Promise<number[]> {
  const fixture = createStorageFixture()
  try {
    const counts: number[] = []
    for (let round = 0; round < times; round++) {
      const count = await appendAndKill(fixture.file, String(round))
      expectAllAcknowledged(fixture.file, String(round), count)
      counts.push(count)
    }
    return counts
  } finally {
    await fixture.remove()
  }
}

/** Returns how many appends the process had acknowledged when it died. */
async function appendAndKill(file: string, name: string): Promise<number> {
  const child = spawn(process.execPath, [program, file, name], { stdio: ['ignore', 'pipe', 'inherit'] })
  const dieAfter = randomInt(1, 60)
  let count = 0
  let killing: Promise<unknown> | undefined
  // A moment that has nothing to do with where the process is in an append.
  const killSoon = () => sleep(randomInt(0, 8)).then(() => child.kill('SIGKILL'))
  child.stdout.on('data', (bytes: Buffer) => {
    count += bytes.length
    if (count >= dieAfter) killing ??= killSoon()
  })
  await new Promise<void>((resolve) => child.on('close', () => resolve()))
  await killing
  expect(child.signalCode).toBe('SIGKILL')
  return count
}

function expectAllAcknowledged(file: string, name: string, count: number): void {
  const { database, notice } = openDatabase(file)
  const { conversations, runs } = createOperations(database)
  const interrupted = runs.endInterrupted(99)
  const [stored] = conversations.get(`c-${name}` as ConversationId).runs
  database.close()
  expect(notice).toBeNull()
  expect(interrupted).toEqual([stored])
  // The append under way at the kill may have reached the disk before its acknowledgement was written.
  const stream = endlessStream(`c-${name}`, `r-${name}`)
  const acknowledged = Array.from({ length: count }, () => stream.next().value).flat()
  const onTheWay = stream.next().value
  expect([interruptedAfter(acknowledged), interruptedAfter([...acknowledged, ...onTheWay])]).toContainEqual(stored)
}

function interruptedAfter(events: readonly RunEvent[]): RunState | undefined {
  const state = foldRunEvents(events)
  return state && applyRunEvent(state, { type: 'run-ended', stop: { kind: 'interrupted' }, at: 99 })
}
