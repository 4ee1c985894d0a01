import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineForTests } from './data-engine.fixture.ts'
import type { EngineForTests } from './data-engine.fixture.ts'

let t: EngineForTests
beforeAll(() => (t = engineForTests()))
afterAll(() => t.dispose())

const lines = 'word,1,2014-12-31,"some text"\n'.repeat(1_500_000)
const files: Readonly<Record<string, () => Uint8Array>> = {
  'expanded.csv.gz': () => gzipSync(`a,b,c,d\n${lines}`, { level: 1 }),
  'tidied.csv': () => Buffer.from(`Report\n\na,b,c,d\n${lines}`),
  'converted.csv': () => Buffer.from(`\u{feff}a,b,c,d\n${lines}`, 'utf16le'),
  'lines.ndjson': () => Buffer.from('{"a":{"b":1,"c":"x"}}\n'.repeat(1_500_000)),
}

// Whatever the file is being made ready with: the call ends, and the process that others are in lives on.
test.for(Object.entries(files))('stops while %s is made ready', { timeout: 120_000 }, async ([name, content]) => {
  const file = t.write(name, content())
  await t.engine.query('SELECT 1', {
    files: [],
    maxRows: 1,
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  const worker = t.worker()
  const controller = new AbortController()
  const started = new EventTarget()
  const running = t.engine.query(`SELECT * FROM '${name}'`, {
    files: [file],
    maxRows: 5,
    signal: controller.signal,
    onProgress: () => started.dispatchEvent(new Event('progress')),
  })
  const ended = expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
  await once(started, 'progress')
  setTimeout(() => controller.abort(), 50)
  await ended
  expect(await t.rows('SELECT 42')).toEqual([[42]])
  expect(t.worker()).toBe(worker)
})
