import { gzipSync } from 'node:zlib'
import { DatabaseSync } from 'node:sqlite'
import { copyFileSync, readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { cpuDeadline } from './cpu-deadline.fixture.ts'
import { engineForTests } from './data-engine.fixture.ts'
import type { EngineForTests } from './data-engine.fixture.ts'

let t: EngineForTests
beforeAll(() => (t = engineForTests()))
afterAll(() => t.dispose())

const endings = [
  'csv',
  'tsv',
  'txt',
  'json',
  'ndjson',
  'jsonl',
  'csv.gz',
  'json.gz',
  'parquet',
  'xlsx',
  'xlsm',
  'sqlite',
  'db',
]

/** Nothing hangs for longer. In the worker's own time: by the clock a test would fail on every busy machine. */
const longestMs = 5000

/** What may come of any file: a profile, or a sentence with what to do. Neither takes long, and the worker lives on. */
async function holdsOut(name: string, content: Uint8Array): Promise<void> {
  const file = t.write(name, content)
  const before = t.worker()
  using deadline = cpuDeadline(longestMs)
  // One that reaches its deadline ends as CANCELLED, which is none of the codes below.
  const { signal } = deadline
  const outcomes = await Promise.allSettled([
    t.engine.describe(file, { signal, onProgress: () => {} }),
    t.engine.query(`SELECT * FROM '${name}'`, { files: [file], maxRows: 5, signal, onProgress: () => {} }),
  ])
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue
    const error = outcome.reason as AppError
    expect(error).toBeInstanceOf(AppError)
    expect(['FILE_MALFORMED', 'FILE_ENCRYPTED', 'FILE_TOO_LARGE', 'QUERY_INVALID'], error.message).toContain(error.code)
  }
  if (before !== undefined) expect(t.worker()).toBe(before)
}

const anyBytes = fc.uint8Array({ maxLength: 3000 })
const beginnings = fc.constantFrom(
  '',
  'PAR1',
  'PK\u0003\u0004',
  'SQLite format 3\0',
  '[{"a":',
  '[[1,',
  '{"a":[',
  'a,b\n1,',
  '"',
  "'a','b'\n",
)

test('holds out against random bytes as any kind of file', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...endings), beginnings, anyBytes, (ending, beginning, bytes) =>
      holdsOut(`random.${ending}`, Buffer.concat([Buffer.from(beginning, 'latin1'), bytes])),
    ),
    { numRuns: 150 },
  )
})

test('holds out against random text as any kind of text', { timeout: 300_000 }, async () => {
  const piece = fc.constantFrom(
    'a',
    '1',
    ',',
    ';',
    '\t',
    '|',
    '"',
    "'",
    '\n',
    '\r',
    '\r\n',
    '{',
    '}',
    '[',
    ']',
    ':',
    '.',
    '-',
    ' ',
    '€',
    '%',
    '00',
    '2014-01-02',
    'NA',
    '\u{feff}',
    '\\',
    '漢',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('csv', 'tsv', 'txt', 'json', 'ndjson', 'csv.gz', 'json.gz'),
      fc.array(piece, { maxLength: 200 }),
      (ending, pieces) => {
        const text = Buffer.from(pieces.join(''))
        return holdsOut(`text.${ending}`, ending.endsWith('.gz') ? gzipSync(text) : text)
      },
    ),
    { numRuns: 150 },
  )
})

test('holds out against real files that are cut or changed', { timeout: 300_000 }, async () => {
  const database = new DatabaseSync(t.file('whole.sqlite').absolute)
  database.exec(
    "CREATE TABLE a (x INTEGER, y TEXT); INSERT INTO a VALUES (1, 'x'), (2, 'y'); CREATE VIEW v AS SELECT x FROM a",
  )
  database.close()
  const { tableId } = await t.engine.query('SELECT i, i % 7 AS k FROM range(2000) t(i)', {
    files: [],
    maxRows: 1,
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  copyFileSync(`${t.resultsDir}/${tableId}.parquet`, t.file('whole.parquet').absolute)
  const whole: Readonly<Record<string, Uint8Array>> = {
    sqlite: readFileSync(t.file('whole.sqlite').absolute),
    parquet: readFileSync(t.file('whole.parquet').absolute),
    xlsx: zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" sheetId="1"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': strToU8('<worksheet>'),
    }),
    'csv.gz': gzipSync('a,b\n1,x\n2,y\n'.repeat(50)),
    json: strToU8(JSON.stringify(Array.from({ length: 50 }, (_, index) => ({ a: index, b: { c: [index] } })))),
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(whole)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 8 }),
      (ending, share, changes) => {
        const content = Buffer.from(whole[ending] ?? [])
        for (const [at, byte] of changes) content[Math.floor(at * (content.length - 1))] = byte
        return holdsOut(
          `changed.${ending}`,
          content.subarray(0, Math.ceil(content.length * (share > 0.5 ? 1 : share * 2))),
        )
      },
    ),
    { numRuns: 150 },
  )
})

test.skipIf(process.platform !== 'linux')(
  'a request that computes past its deadline is stopped, and the next one answered (CPU is told on Linux only)',
  { timeout: 120_000 },
  async () => {
    const ask = (sql: string, signal: AbortSignal) =>
      t.engine.query(sql, { files: [], maxRows: 1, signal, onProgress: () => {} })
    using deadline = cpuDeadline(300)
    const endless = ask('SELECT count(*) FROM range(1000000000) a, range(1000000000) b', deadline.signal)
    await expect(endless).rejects.toMatchObject({ code: 'CANCELLED' })
    expect((await ask('SELECT 1', new AbortController().signal)).rows).toEqual([[1]])
  },
)
